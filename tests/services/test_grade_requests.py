"""A writer who has not said whether it helped is asked once more, and only once."""

import asyncio

import pytest

from domain.letters import Grade, Letter
from services import grade_requests, letter_course, letters
from storage import people
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import LIMITS, as_pieces, buttons, owed, told, write
from tests.services.reminding import RULES

DAYS = 7


@pytest.fixture
async def letter(db: Db, cast: Cast) -> Letter:
    """Of 王秀英 to 李建国, settled at ten in the morning."""
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        return await letter_course.settle(tx, letter.id, cast.li)


async def ask(db: Db, days: int = DAYS) -> int:
    return (await grade_requests.ask_again(db, RULES, days)).get("asked", 0)


async def times_asked(db: Db, cast: Cast) -> int:
    async with db.read() as tx:
        return sum("不会再问" in words for words in await told(tx, cast.wang))


async def test_after_a_week_the_writer_is_asked_again_and_then_no_more(
    db: Db, clock: TestClock, cast: Cast, letter: Letter
) -> None:
    clock.move(days=DAYS, seconds=-1)
    assert await ask(db) == 0
    clock.move(seconds=1)
    assert await ask(db) == 1
    async with db.read() as tx:
        row = (await owed(tx, cast.wang))[-1]
    assert buttons(row) == ["有帮助", "有些帮助", "没有帮助", "继续说"]
    assert row["letter_id"] == letter.id
    clock.move(days=DAYS)
    assert await ask(db) == 0


async def test_of_two_processes_one_asks(
    db: Db, other_process: Db, clock: TestClock, cast: Cast, letter: Letter
) -> None:
    clock.move(days=DAYS)
    assert sum(await asyncio.gather(ask(db), ask(other_process))) == 1
    assert await times_asked(db, cast) == 1


async def test_who_has_judged_or_goes_on_is_not_asked(db: Db, clock: TestClock, cast: Cast, letter: Letter) -> None:
    async with db.write() as tx:
        second = await write(tx, cast.wang, cast.li_member)
        await letter_course.settle(tx, second.id, cast.li)
        await letter_course.grade(tx, letter.id, cast.wang, Grade.HELPED)
        await letters.follow_up(tx, second.id, cast.wang, as_pieces("还是不亮"), LIMITS)
    clock.move(days=DAYS)
    assert await ask(db) == 0


async def test_once_a_letter_even_if_it_is_settled_twice(db: Db, clock: TestClock, cast: Cast, letter: Letter) -> None:
    clock.move(days=DAYS)
    assert await ask(db) == 1
    async with db.write() as tx:
        await letters.follow_up(tx, letter.id, cast.wang, as_pieces("还是不亮"), LIMITS)
        await letter_course.settle(tx, letter.id, cast.li)
    clock.move(days=DAYS)
    assert await ask(db) == 0


async def test_who_blocks_us_is_asked_when_they_are_back(db: Db, clock: TestClock, cast: Cast, letter: Letter) -> None:
    async with db.write() as tx:
        await people.set_blocked(tx, cast.wang.id, blocked=True)
    clock.move(days=DAYS)
    assert await ask(db) == 0
    async with db.write() as tx:
        await people.set_blocked(tx, cast.wang.id, blocked=False)
    assert await ask(db) == 1


async def test_it_rests_at_night_may_be_off_and_forgets_what_is_long_over(
    db: Db, clock: TestClock, letter: Letter
) -> None:
    clock.move(days=DAYS)
    assert await ask(db, days=0) == 0
    clock.move(hours=12)
    assert await ask(db) == 0
    clock.move(hours=12, days=grade_requests.LATE.days)
    assert await ask(db) == 0
