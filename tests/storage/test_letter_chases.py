"""What is late, and what lies with nobody, is found through indexes that hold no settled letters."""

import pytest

from domain.letters import CHASES, Clock
from storage import letter_chases, triage
from storage.db import Tx
from tests.cast import Cast
from tests.storage.plans import Explained, settle_many

OF_UNSETTLED = ("ix_letters_open_by_member", "ix_letters_open_by_unit", "ix_letters_unsettled")
"""They hold the same few letters: PostgreSQL takes any of them."""


@pytest.fixture
async def explained(tx: Tx, cast: Cast, engine: str) -> Explained:
    await settle_many(tx, cast, engine)
    return Explained(tx, engine)


@pytest.mark.parametrize(
    ("watched", "index"), [(Clock.ANSWER, "ix_letters_owed"), (Clock.SETTLE, "ix_letters_unsettled")]
)
async def test_what_is_late_is_found_without_the_settled(
    tx: Tx, explained: Explained, watched: Clock, index: str
) -> None:
    await letter_chases.running(explained, watched, tx.now, CHASES[-1])  # type: ignore[arg-type]  # it answers all()
    assert len(explained.plans) == 2
    for plan in explained.plans:
        assert any(name in plan for name in (index, *OF_UNSETTLED))
        assert "Seq Scan on letters" not in plan
        assert "SCAN c" not in plan


async def test_what_lies_with_a_unit_of_nobody_is_found_without_the_settled(tx: Tx, explained: Explained) -> None:
    await triage.with_unreached_units(explained, tx.now, 9)  # type: ignore[arg-type]  # it answers all()
    (plan,) = explained.plans
    # By what is not settled, or by the three states of what is unread: neither holds settled ones.
    assert any(name in plan for name in (*OF_UNSETTLED, "ix_letters_state_id"))
    assert "Seq Scan on letters" not in plan
