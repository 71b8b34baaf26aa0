"""Any two things done to one letter at once on PostgreSQL come to what they come to one after the other.

Each pair is run in both orders, and then with the one halted before each of its statements: letter, log, drafts,
messages and refusals must be those of one of the orders. In `make faults`; in `make test` a few pairs, halted once.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations_with_replacement, count
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
from tests.services.racing import CHANGE, Case, Halts, at_change, at_statement, cross, done_within, line_to
from tests.services.racing import Outcome as Came

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


Done = Callable[..., Awaitable[Any]]
"""``tx`` and ``on``: the desktop."""

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
    seen = await tx.value("SELECT MAX(id) FROM outbox")
    await tx.run("UPDATE outbox SET sent_at = :now WHERE sent_at IS NULL", now=tx.now)
    return Desktop(cast, letter.id, other.id, draft.id, answer_id, seen)


async def what_came_of_it(tx: Tx, on: Desktop, one: Came, other: Came) -> dict[str, Any]:
    """Without the numbers that differ from letter to letter."""
    letter = await tx.one("SELECT * FROM letters WHERE id = :id", id=on.letter_id)
    assert letter is not None
    for name in ("id", "number"):
        del letter[name]
    logged = await tx.all("SELECT kind, by_id FROM letter_events WHERE letter_id = :id", id=on.letter_id)
    entries = await tx.all(
        "SELECT side, text, taken_back_at FROM letter_entries WHERE letter_id = :id", id=on.letter_id
    )
    drafts = await tx.all("SELECT state FROM answer_drafts WHERE letter_id = :id", id=on.letter_id)
    owed = await tx.all("SELECT person_id, content_json FROM outbox WHERE id > :seen", seen=on.seen)
    gathered = await stored_matters.of_letter(tx, on.letter_id)
    return {
        "letter": letter,
        "logged": Counter((row["kind"], row["by_id"]) for row in logged),
        "entries": Counter((row["side"], row["text"], row["taken_back_at"] is None) for row in entries),
        "drafts": Counter(row["state"] for row in drafts),
        "told": Counter((row["person_id"], row["content_json"].get("text", {}).get("$text")) for row in owed),
        "is gathered": gathered is not None,
        "refused": [each.refusal and each.refusal.text for each in (one, other)],
    }


async def one_after_the_other(db: Db, cast: Cast, names: tuple[str, str], *, turned: bool) -> dict[str, Any]:
    async with db.write() as tx:
        on = await set_up(tx, cast)
    came = {}
    for place in (1, 0) if turned else (0, 1):
        came[place] = await done_within(db, partial(DONE[names[place]], on=on))
    async with db.read() as tx:
        return await what_came_of_it(tx, on, came[0], came[1])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    is_long = metafunc.config.getoption("--long")
    pairs = [*combinations_with_replacement(DONE, 2)] if is_long else BRIEF
    metafunc.parametrize("names", pairs, ids=["+".join(names) for names in pairs])


async def test_two_at_once_are_as_one_after_the_other(
    names: tuple[str, str], db: Db, cast: Cast, is_long: bool
) -> None:
    orders = [await one_after_the_other(db, cast, names, turned=turned) for turned in (False, True)]
    async with line_to(db) as watch:
        for turned in (False, True):
            for cut in count(1) if is_long else [1]:
                halts: Halts = at_statement(cut) if is_long else at_change(CHANGE, 1)
                async with db.write() as tx:
                    on = await set_up(tx, cast)
                one, other = (partial(DONE[name], on=on) for name in names)
                case = Case(one, other, _nothing)
                crossed = await cross(db, watch, case, halts, turned=turned)
                if crossed is None:
                    break
                async with db.read() as tx:
                    assert await what_came_of_it(tx, on, *crossed) in orders


async def _nothing(_tx: Tx, _one: Came, _other: Came) -> None:
    """What holds is compared here."""
