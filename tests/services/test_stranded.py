"""Letters come back to triage by themselves: of members who left, and of holders who can't be reached."""

from datetime import date

import pytest

from domain.letters import OFFICE_DESK, Desk, Letter
from domain.people import Standing
from services import letter_course, letters, stranded, triage
from storage import letters as stored
from storage import people, units
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import LIMITS, as_pieces, last_told, log_of, write
from tests.services.reminding import RULES

DAYS = 7


@pytest.fixture
async def letter(db: Db, cast: Cast) -> Letter:
    async with db.write() as tx:
        return await write(tx, cast.wang, cast.li_member)


async def bring_back(db: Db, after_days: int = DAYS) -> int:
    return (await stranded.bring_back(db, RULES, after_days)).get("letters", 0)


async def block(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        await people.set_blocked(tx, cast.li.id, blocked=True)


async def test_letters_of_a_member_who_left_come_back_once_and_everyone_is_told(
    db: Db, other_process: Db, cast: Cast, letter: Letter
) -> None:
    async with db.write() as tx:
        await tx.run("UPDATE members SET left_on = :day WHERE id = :id", day=date(2026, 3, 1), id=cast.li_member.id)
    assert (await bring_back(db), await bring_back(other_process), await bring_back(db)) == (1, 0, 0)
    async with db.read() as tx:
        now = await stored.get(tx, letter.id)
        assert now is not None
        assert (now.member_id, now.is_in_triage) == (None, True)
        assert "李建国委员已不再担任委员，您的来信" in await last_told(tx, cast.wang)
        assert "政协办公室" in await last_told(tx, cast.wang)
        assert "回到待分派" in await last_told(tx, cast.zhou)
        assert await log_of(tx, letter) == ["submitted", "back-to-triage"]
        assert (await triage.card(tx, letter.id, cast.zhou)).letter == now


async def test_a_letter_that_its_member_can_not_get_comes_back_after_some_days(
    db: Db, clock: TestClock, cast: Cast, letter: Letter
) -> None:
    await block(db, cast)
    clock.move(days=DAYS, seconds=-1)
    assert await bring_back(db) == 0
    clock.move(seconds=1)
    assert await bring_back(db) == 1
    async with db.read() as tx:
        assert "一直没有联系上李建国委员" in await last_told(tx, cast.wang)


async def test_so_does_one_to_a_member_who_never_joined(db: Db, clock: TestClock, cast: Cast) -> None:
    async with db.write() as tx:
        number = await people.add(tx, "孙丽", "zh")
        sun = await people.add_member(tx, number, "工商界", "", Standing.REGULAR, began_on=date(2022, 1, 1))
        letter = await write(tx, cast.wang, await people.member(tx, sun))
    clock.move(days=DAYS)
    assert await bring_back(db) == 1
    async with db.read() as tx:
        assert await log_of(tx, letter) == ["submitted", "passed-on", "back-to-triage"]


async def test_so_does_one_of_a_unit_all_of_whose_people_block_us(db: Db, clock: TestClock, cast: Cast) -> None:
    async with db.write() as tx:
        number = await people.add(tx, "吴桐", "zh", telegram_id=7002)
        await units.join(tx, number, cast.department.id)
        letter = await write(tx, cast.wang, cast.li_member)
        await letter_course.hand_over(tx, letter.id, cast.li, Desk(unit_id=cast.department.id))
        await people.set_blocked(tx, cast.liu.id, blocked=True)
    clock.move(days=1)
    async with db.write() as tx:
        await people.set_blocked(tx, number, blocked=True)
    clock.move(days=DAYS, seconds=-1)
    assert await bring_back(db) == 0
    clock.move(seconds=1)
    assert (await bring_back(db), await bring_back(db)) == (1, 0)
    async with db.read() as tx:
        now = await stored.get(tx, letter.id)
        assert now is not None
        assert (now.desk, now.is_in_triage) == (OFFICE_DESK, True)
        assert "一直没有联系上市政管理局" in await last_told(tx, cast.wang)
        assert "市政管理局没有一个人能收到消息" in await last_told(tx, cast.zhou)


async def test_a_letter_that_its_unit_has_read_stays_with_it(db: Db, clock: TestClock, cast: Cast) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        await letter_course.hand_over(tx, letter.id, cast.li, Desk(unit_id=cast.department.id))
        await letter_course.look_at(tx, letter.id, cast.liu)
        await people.set_blocked(tx, cast.liu.id, blocked=True)
    clock.move(days=DAYS)
    assert await bring_back(db) == 0


async def test_what_was_answered_or_went_on_meanwhile_stays(
    db: Db, clock: TestClock, cast: Cast, letter: Letter
) -> None:
    await block(db, cast)
    clock.move(days=DAYS - 1)
    async with db.write() as tx:
        await letters.follow_up(tx, letter.id, cast.wang, as_pieces("还是不亮"), LIMITS)
    clock.move(days=1)
    assert await bring_back(db) == 0
    async with db.write() as tx:
        await letters.answer(tx, letter.id, cast.zhou, as_pieces("已转告"), LIMITS)
    clock.move(days=DAYS)
    assert await bring_back(db) == 0


async def test_it_may_be_off_and_rests_at_night(db: Db, clock: TestClock, cast: Cast, letter: Letter) -> None:
    await block(db, cast)
    clock.move(days=DAYS)
    assert await bring_back(db, after_days=0) == 0
    clock.move(hours=12)
    assert await bring_back(db) == 0
    clock.move(hours=12)
    assert await bring_back(db) == 1


async def test_who_can_be_reached_keeps_what_they_have_not_read(db: Db, clock: TestClock, letter: Letter) -> None:
    clock.move(days=90)
    assert await bring_back(db) == 0
