"""Who is reminded of a letter, when, and that nobody is twice; on both engines."""

from datetime import UTC, datetime

import pytest

from domain.letters import Desk
from domain.people import Role
from domain.settings import Mailbox, Reminders
from domain.workdays import Workdays
from services import letter_chasing, letter_course, letters
from services.rounds import Rules
from services.schemes import load
from storage import people, units
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import COMMITTEE, LIMITS, as_pieces, buttons, last_told, log_of, owed, told, write

LIMITS_OF_CHASING = Mailbox(answer_within_workdays=5, settle_within_workdays=0)
SETTLING = Mailbox(answer_within_workdays=0, settle_within_workdays=5)
WORKDAYS = Workdays({}, frozenset(), frozenset({2026}))


@pytest.fixture
def rules() -> Rules:
    return Rules(load("jingjiang-2014"), Reminders(), COMMITTEE.zone, WORKDAYS)


def morning(month: int, day: int, hour: int = 10) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=COMMITTEE.zone).astimezone(UTC)


async def test_a_letter_is_chased_from_its_member_to_their_unit_to_the_office(
    db: Db, cast: Cast, clock: TestClock, rules: Rules
) -> None:
    async with db.write() as tx:
        sun = await people.add(tx, "孙平", "zh", telegram_id=7001)
        await people.grant(tx, sun, Role.STAFF)
        unit = await units.named(tx, "城北镇工委")
        assert unit is not None
        await units.join(tx, sun, unit.id)
        letter = await write(tx, cast.wang, cast.li_member)
    assert await letter_chasing.chase(db, rules, LIMITS_OF_CHASING) == {}
    for day, step in ((20, "soon"), (24, "late"), (26, "unit"), (30, "office")):
        clock.now = morning(3, day)
        assert await letter_chasing.chase(db, rules, LIMITS_OF_CHASING) == {step: 1}
        assert await letter_chasing.chase(db, rules, LIMITS_OF_CHASING) == {}
    clock.now = morning(4, 30)
    assert await letter_chasing.chase(db, rules, LIMITS_OF_CHASING) == {}
    async with db.read() as tx:
        assert "已过答复期限" in await last_told(tx, cast.li)
        to_unit = await last_told(tx, await people.get(tx, sun))
        assert "李建国委员的来信 JJ-2026-000001 已过答复期限" in to_unit
        assert "路灯" not in to_unit
        assert "已超 7 天" in await last_told(tx, cast.zhou)
        assert buttons((await owed(tx, cast.zhou))[-1]) == ["回复", "转交", "办结", "请来信人补充", "内部备注"]
        assert (await log_of(tx, letter))[1:] == ["chased"] * 4


@pytest.mark.parametrize("moment", [morning(3, 21), morning(3, 22, 11), morning(3, 23, 23), morning(3, 23, 8)])
async def test_nobody_is_reminded_at_night_or_on_a_day_off(
    db: Db, cast: Cast, clock: TestClock, rules: Rules, moment: datetime
) -> None:
    async with db.write() as tx:
        await write(tx, cast.wang, cast.li_member)
    clock.now = moment
    assert await letter_chasing.chase(db, rules, LIMITS_OF_CHASING) == {}


async def test_after_a_long_pause_only_the_latest_step_is_taken(
    db: Db, cast: Cast, clock: TestClock, rules: Rules
) -> None:
    async with db.write() as tx:
        await write(tx, cast.wang, cast.li_member)
    clock.now = morning(6, 1)
    assert await letter_chasing.chase(db, rules, LIMITS_OF_CHASING) == {"office": 1}


async def test_what_is_answered_asked_settled_or_switched_off_is_not_chased(
    db: Db, cast: Cast, clock: TestClock, rules: Rules
) -> None:
    async with db.write() as tx:
        answered, asked, settled, open_one = [await write(tx, cast.wang, cast.li_member) for _ in range(4)]
        await letters.answer(tx, answered.id, cast.li, as_pieces("好"), LIMITS)
        await letters.answer(tx, asked.id, cast.li, as_pieces("哪一盏？"), LIMITS, asks=True)
        await letter_course.settle(tx, settled.id, cast.li)
    clock.now = morning(3, 24)
    off = Mailbox(answer_within_workdays=0, settle_within_workdays=0)
    assert await letter_chasing.chase(db, rules, off) == {}
    assert await letter_chasing.chase(db, rules, LIMITS_OF_CHASING) == {"late": 1}
    async with db.read() as tx:
        assert open_one.number in await last_told(tx, cast.li)


async def test_the_clock_of_the_end_stands_while_the_writer_is_asked(
    db: Db, cast: Cast, clock: TestClock, rules: Rules
) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        await letters.answer(tx, letter.id, cast.li, as_pieces("哪一盏？"), LIMITS, asks=True)
    clock.now = morning(3, 24)
    assert await letter_chasing.chase(db, rules, SETTLING) == {}
    async with db.write() as tx:
        await letters.follow_up(tx, letter.id, cast.wang, as_pieces("第三盏"), LIMITS)
    assert await letter_chasing.chase(db, rules, SETTLING) == {}
    clock.now = morning(3, 30)
    assert await letter_chasing.chase(db, rules, SETTLING) == {"soon": 1}
    async with db.read() as tx:
        assert "请在 2026年3月31日 前办结" in await last_told(tx, cast.li)


async def test_who_gets_a_letter_new_has_the_whole_time(db: Db, cast: Cast, clock: TestClock, rules: Rules) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
    clock.now = morning(3, 24)
    assert await letter_chasing.chase(db, rules, LIMITS_OF_CHASING) == {"late": 1}
    async with db.write() as tx:
        await letter_course.hand_over(tx, letter.id, cast.li, Desk(unit_id=cast.department.id))
    assert await letter_chasing.chase(db, rules, LIMITS_OF_CHASING) == {}
    clock.now = morning(4, 1)
    assert await letter_chasing.chase(db, rules, LIMITS_OF_CHASING) == {"late": 1}
    async with db.read() as tx:
        assert "已过答复期限" in (await told(tx, cast.liu))[-1]
    # A department has no unit above it: the office is next.
    clock.now = morning(4, 3)
    assert await letter_chasing.chase(db, rules, LIMITS_OF_CHASING) == {}
    clock.now = morning(4, 7)
    assert await letter_chasing.chase(db, rules, LIMITS_OF_CHASING) == {"office": 1}
