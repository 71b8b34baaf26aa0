"""Any two things done to one letter at once on PostgreSQL come to what they come to one after the other.

Each pair is run in both orders, and then with the one halted before each of its statements: letter, log, drafts,
messages and refusals must be those of one of the orders. In `make faults`; in `make test` a few pairs, halted once.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from domain.letter_kinds import Mark
from domain.letters import Desk, Outcome
from services import answer_reviews, letter_course, letters, matters, taking_back, triage
from storage import answer_drafts, letter_entries
from storage import matters as stored_matters
from storage.db import Db, Tx
from tests.cast import Cast
from tests.services.letter_writing import LIMITS, as_pieces, write
from tests.services.racing import Done, Subject, last_told, told_since

pytestmark = pytest.mark.postgres


@pytest.fixture
def engine() -> str:
    return "postgres"


@dataclass(frozen=True)
class Desktop:
    """A letter that 李建国 answered, with an answer that waits for the office, and another letter about the same."""

    cast: Cast
    letter_id: int
    other_id: int
    draft_id: int
    answer_id: int
    seen: int
    """The last message that was owed before."""


DONE: Mapping[str, Done] = {
    "answer": lambda tx, on: letters.answer(tx, on.letter_id, on.cast.li, as_pieces("已修好"), LIMITS),
    "ask": lambda tx, on: letters.answer(tx, on.letter_id, on.cast.li, as_pieces("哪一盏？"), LIMITS, asks=True),
    "go-on": lambda tx, on: letters.follow_up(tx, on.letter_id, on.cast.wang, as_pieces("还没有修"), LIMITS),
    "solved": lambda tx, on: letter_course.solved(tx, on.letter_id, on.cast.wang),
    "settle": lambda tx, on: letter_course.settle(tx, on.letter_id, on.cast.li, outcome=Outcome.SOLVED),
    "settle-by-office": lambda tx, on: letter_course.settle(tx, on.letter_id, on.cast.zhou),
    "hand-over": lambda tx, on: letter_course.hand_over(tx, on.letter_id, on.cast.li, Desk(on.cast.zhao_member.id)),
    "to-department": lambda tx, on: letter_course.hand_over(
        tx, on.letter_id, on.cast.zhou, Desk(unit_id=on.cast.department.id)
    ),
    "mark": lambda tx, on: triage.mark(tx, on.letter_id, on.cast.zhou, Mark.IMPORTANT),
    "merge": lambda tx, on: matters.merge(tx, on.letter_id, on.other_id, on.cast.zhou),
    "take-back": lambda tx, on: taking_back.take_back(tx, on.answer_id, on.cast.li, LIMITS),
    "approve": lambda tx, on: answer_reviews.approve(tx, on.draft_id, on.cast.zhou, LIMITS),
    "return": lambda tx, on: answer_reviews.send_back(tx, on.draft_id, on.cast.zhou, "请写明哪一天"),
    "review": lambda tx, on: answer_reviews.submit(tx, on.letter_id, on.cast.li, as_pieces("下周修"), LIMITS),
}
BRIEF = (("settle", "go-on"), ("hand-over", "approve"), ("to-department", "take-back"))


async def set_up(tx: Tx, cast: Cast) -> Desktop:
    letter, other = await write(tx, cast.wang, cast.li_member), await write(tx, cast.liu, cast.li_member)
    await letters.answer(tx, letter.id, cast.li, as_pieces("我去看看"), LIMITS)
    answer_id = await letter_entries.newest_of(tx, letter.id, cast.li.id)
    await answer_reviews.submit(tx, letter.id, cast.li, as_pieces("三天内修好"), LIMITS)
    (draft,) = await answer_drafts.waiting_of_letter(tx, letter.id)
    seen = await last_told(tx)
    await tx.run("UPDATE outbox SET sent_at = :now WHERE sent_at IS NULL", now=tx.now)
    return Desktop(cast, letter.id, other.id, draft.id, answer_id, seen)


async def what_came_of_it(tx: Tx, on: Desktop) -> dict[str, Any]:
    letter = await tx.one("SELECT * FROM letters WHERE id = :id", id=on.letter_id)
    assert letter is not None
    for name in ("id", "number"):
        del letter[name]
    of = {"id": on.letter_id}
    logged = await tx.all("SELECT kind, by_id FROM letter_events WHERE letter_id = :id", **of)
    entries = await tx.all("SELECT side, text, taken_back_at FROM letter_entries WHERE letter_id = :id", **of)
    drafts = await tx.all("SELECT state FROM answer_drafts WHERE letter_id = :id", **of)
    gathered = await stored_matters.of_letter(tx, on.letter_id)
    return {
        "letter": letter,
        "logged": Counter((row["kind"], row["by_id"]) for row in logged),
        "entries": Counter((row["side"], row["text"], row["taken_back_at"] is None) for row in entries),
        "drafts": Counter(row["state"] for row in drafts),
        "told": await told_since(tx, on.seen),
        "is gathered": gathered is not None,
    }


LETTER = Subject(set_up, what_came_of_it, DONE)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    pairs = LETTER.pairs() if metafunc.config.getoption("--long") else BRIEF
    metafunc.parametrize("names", pairs, ids=["+".join(names) for names in pairs])


async def test_two_at_once_are_as_one_after_the_other(
    names: tuple[str, str], db: Db, cast: Cast, is_long: bool
) -> None:
    await LETTER.is_as_one_after_the_other(names, db, cast, everywhere=is_long)
