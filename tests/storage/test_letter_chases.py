"""What is late, and what lies with nobody, is found through indexes that hold no settled letters."""

from typing import Any

import pytest

from domain.letters import CHASES, Clock
from storage import letter_chases, triage
from storage.db import Tx

OF_UNSETTLED = ("ix_letters_open_by_member", "ix_letters_open_by_unit")
"""PostgreSQL takes any of them for tables as small as these; neither holds a settled letter."""


class Explained:
    """In the place of a transaction: how the engine would go about each question."""

    def __init__(self, tx: Tx, engine: str) -> None:
        self._tx, self._word = tx, "EXPLAIN QUERY PLAN" if engine == "sqlite" else "EXPLAIN"
        self.plans: list[str] = []

    async def all(self, sql: str, **values: Any) -> list[dict[str, Any]]:
        self.plans.append("\n".join(str(row) for row in await self._tx.all(f"{self._word} {sql}", **values)))
        return []


@pytest.fixture
async def explained(tx: Tx, engine: str) -> Explained:
    if engine == "postgres":
        # It would read tables as small as these whole, and rightly so.
        await tx.all("SET LOCAL enable_seqscan = off")
    return Explained(tx, engine)


@pytest.mark.parametrize(
    ("watched", "index"), [(Clock.ANSWER, "ix_letters_owed"), (Clock.SETTLE, "ix_letters_unsettled")]
)
async def test_what_is_late_is_found_without_the_settled(
    tx: Tx, explained: Explained, watched: Clock, index: str
) -> None:
    await letter_chases.running(explained, watched, tx.now, CHASES[-1])  # type: ignore[arg-type]
    assert len(explained.plans) == 2
    for plan in explained.plans:
        assert any(name in plan for name in (index, *OF_UNSETTLED))
        assert "Seq Scan" not in plan
        assert "SCAN c" not in plan


async def test_what_lies_with_a_unit_of_nobody_is_found_without_the_settled(tx: Tx, explained: Explained) -> None:
    await triage.with_unreached_units(explained, tx.now, 9)  # type: ignore[arg-type]
    # By their unit, or by the three states of what is unread: neither holds settled ones.
    assert "ix_letters_open_by_unit" in explained.plans[0] or "ix_letters_state_id" in explained.plans[0]
