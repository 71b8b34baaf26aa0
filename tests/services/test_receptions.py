"""Reception times, lecture orders, studios and what units have done, on both engines."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from domain.activities import ActivityKind, Attendance
from domain.lectures import (
    Order,
    OrderIsNotYours,
    OrderIsPast,
    OrderIsTaken,
    OrderIsUnclear,
    OrderIsWithdrawn,
    OrderUnknown,
)
from domain.people import Member
from domain.receptions import (
    BookingsAreTooMany,
    NotYourBooking,
    SlotIsPast,
    SlotIsTaken,
    SlotIsYourOwn,
    SlotKind,
    SlotNeedsPlace,
    SlotsAreTooMany,
    SlotsOverlap,
    SlotUnknown,
    talks,
)
from domain.settings import Reminders
from reports import calendars
from services import (
    activities,
    calendar_files,
    gathering,
    lectures,
    plan,
    pool,
    receptions,
    schemes,
    studios,
    unit_quota,
)
from services.activities import NewActivity
from services.calendar import workdays
from services.rounds import Rules
from services.studios import StudioIsNotYours, StudioLineIsUnclear, StudioOwnerUnknown, StudioUnknown
from storage import activities as stored
from storage import activity_people, forgetting, people, units
from storage.db import Db, Tx
from tests.cast import NOW, Cast
from tests.conftest import TestClock
from tests.services.letter_writing import told
from texts import Texts

HOUSE = Rules(
    schemes.load("xishan-2017"), Reminders(monthly=False, deadlines=False), ZoneInfo("Asia/Shanghai"), workdays([2026])
)
BEGINS = datetime(2026, 3, 25, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
TODAY = date(2026, 3, 16)


# --- reception times --------------------------------------------------------------------------------------------------


async def offer(tx: Tx, cast: Cast, hours: float = 1) -> list[int]:
    end = BEGINS + hours * HOUR
    await receptions.offer(tx, cast.li_member, SlotKind.RECEPTION_DAY, "城北社区", BEGINS, end, HOUSE)
    return [slot.id for slot in await receptions.offered(tx, cast.li_member)]


@pytest.mark.parametrize(("minutes", "count"), [(10, 1), (30, 1), (59, 1), (60, 2), (75, 2), (480, 16)])
def test_a_span_is_cut_into_talks_of_half_an_hour(minutes: int, count: int) -> None:
    end = BEGINS + timedelta(minutes=minutes)
    cut = talks(BEGINS, end)
    assert (len(cut), cut[0][0], cut[-1][1]) == (count, BEGINS, end)
    assert all(one[1] == other[0] for one, other in pairwise(cut))


def test_more_than_a_day_of_talks_is_refused() -> None:
    with pytest.raises(SlotsAreTooMany):
        talks(BEGINS, BEGINS + timedelta(minutes=510))


async def test_times_need_a_place_and_do_not_overlap(tx: Tx, cast: Cast) -> None:
    with pytest.raises(SlotNeedsPlace):
        await receptions.offer(tx, cast.li_member, SlotKind.DUTY_ROOM, "", BEGINS, BEGINS + HOUR, HOUSE)
    assert len(await offer(tx, cast)) == 2
    with pytest.raises(SlotsOverlap):
        await receptions.offer(
            tx, cast.li_member, SlotKind.DUTY_ROOM, "室", BEGINS + HOUR / 2, BEGINS + 2 * HOUR, HOUSE
        )
    await receptions.offer(tx, cast.li_member, SlotKind.DUTY_ROOM, "室", BEGINS + HOUR, BEGINS + 2 * HOUR, HOUSE)
    assert len(await receptions.free(tx)) == 4


async def test_a_booked_talk_is_told_to_the_member_and_given_up_again(tx: Tx, cast: Cast) -> None:
    first, _ = await offer(tx, cast)
    await receptions.book(tx, first, cast.wang, "问医保", HOUSE)
    assert "王秀英预约了" in (await told(tx, cast.li))[-1]
    assert "问医保" in (await told(tx, cast.li))[-1]
    with pytest.raises(SlotIsTaken):
        await receptions.check_may_book(tx, first, cast.liu)
    with pytest.raises(NotYourBooking):
        await receptions.release(tx, first, cast.liu, HOUSE)
    await receptions.release(tx, first, cast.wang, HOUSE)
    assert "取消了预约" in (await told(tx, cast.li))[-1]
    with pytest.raises(NotYourBooking):
        await receptions.release(tx, first, cast.wang, HOUSE)
    await receptions.book(tx, first, cast.liu, "问低保", HOUSE)


async def test_both_sides_find_a_booked_talk_in_their_plan(tx: Tx, cast: Cast) -> None:
    first, _ = await offer(tx, cast)
    await receptions.book(tx, first, cast.wang, "问大病医保", HOUSE)
    li, wang = await people.get(tx, cast.li.id), await people.get(tx, cast.wang.id)
    of_li = (await plan.of_month(tx, li, HOUSE, 2026, 3)).talks
    assert ([slot.id for slot in of_li.held], of_li.booked, of_li.free) == ([first], [], 1)
    assert of_li.held[0].booking is not None
    assert (of_li.held[0].booking.name, of_li.held[0].booking.topic) == ("王秀英", "问大病医保")
    of_wang = await plan.of_month(tx, wang, HOUSE, 2026, 3)
    assert ([slot.id for slot in of_wang.talks.booked], of_wang.talks.held, of_wang.talks.free) == ([first], [], 0)
    assert (of_wang.lines, of_wang.dates) == ([], [])
    zhao = await plan.of_month(tx, await people.get(tx, cast.zhao.id), HOUSE, 2026, 3)
    assert (zhao.talks.all, zhao.talks.free) == ([], 0)
    for month in (2, 4):
        there = (await plan.of_month(tx, li, HOUSE, 2026, month)).talks
        assert (there.all, there.free) == ([], 0)
    tx.now = BEGINS + HOUR
    assert (await plan.of_month(tx, li, HOUSE, 2026, 3)).talks.free == 0
    await receptions.cancel(tx, first, cast.li_member, HOUSE)
    for person in (li, wang):
        assert (await plan.of_month(tx, person, HOUSE, 2026, 3)).talks.all == []


async def test_a_calendar_file_has_the_talk_and_not_who_comes(tx: Tx, cast: Cast) -> None:
    first, _ = await offer(tx, cast)
    await receptions.book(tx, first, cast.wang, "问大病医保", HOUSE)
    year = await plan.of_year(tx, await people.get(tx, cast.li.id), HOUSE, 2026)
    paper = calendar_files.of_plan(year, tx.now)
    file = calendars.write(paper.name, "zh", paper.data, Texts.load(HOUSE.zone)).decode()
    assert f"UID:talk-{first}@lianxin" in file
    assert "SUMMARY:委员接待日" in file
    assert "王秀英" not in file
    assert "医保" not in file


async def test_a_member_who_takes_a_time_back_tells_who_had_it(tx: Tx, cast: Cast) -> None:
    first, second = await offer(tx, cast)
    await receptions.book(tx, first, cast.wang, "问医保", HOUSE)
    with pytest.raises(SlotUnknown):
        await receptions.cancel(tx, first, cast.zhao_member, HOUSE)
    await receptions.cancel(tx, first, cast.li_member, HOUSE)
    assert "很抱歉" in (await told(tx, cast.wang))[-1]
    for again in (
        receptions.cancel(tx, first, cast.li_member, HOUSE),
        receptions.book(tx, first, cast.liu, "问", HOUSE),
    ):
        with pytest.raises(SlotUnknown):
            await again
    assert [slot.id for slot in await receptions.free(tx)] == [second]
    assert await receptions.booked_by(tx, cast.wang) == []


async def test_who_may_not_book_is_told_why(tx: Tx, cast: Cast) -> None:
    slots = await offer(tx, cast, 2)
    with pytest.raises(SlotIsYourOwn):
        await receptions.book(tx, slots[0], cast.li, "问", HOUSE)
    with pytest.raises(SlotUnknown):
        await receptions.book(tx, 999, cast.wang, "问", HOUSE)
    for slot_id in slots[:3]:
        await receptions.book(tx, slot_id, cast.wang, "问", HOUSE)
    with pytest.raises(BookingsAreTooMany):
        await receptions.book(tx, slots[3], cast.wang, "问", HOUSE)
    tx.now = BEGINS + 3 * HOUR
    with pytest.raises(SlotIsPast):
        await receptions.book(tx, slots[3], cast.liu, "问", HOUSE)


async def test_one_of_two_who_book_at_once_has_the_time(db: Db, other_process: Db, cast: Cast) -> None:
    async with db.write() as tx:
        first, _ = await offer(tx, cast)

    async def press(process: Db, who: str) -> bool:
        try:
            async with process.write() as tx:
                await receptions.book(tx, first, getattr(cast, who), "问医保", HOUSE)
        except SlotIsTaken:
            return False
        return True

    assert sorted(await asyncio.gather(press(db, "wang"), press(other_process, "liu"))) == [False, True]


async def test_both_sides_of_a_talk_are_reminded_once(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        first, _ = await offer(tx, cast)
        await receptions.book(tx, first, cast.wang, "问医保", HOUSE)
    clock.now = datetime(2026, 3, 24, 1, tzinfo=UTC)
    assert await gathering.remind(db, HOUSE) == {"talks": 2}
    assert await gathering.remind(db, HOUSE) == {}


# --- lecture orders ---------------------------------------------------------------------------------------------------


async def ordered(tx: Tx, cast: Cast) -> Order:
    return await lectures.order(
        tx, lectures.read("健康讲座；5月20日 14:00-16:00；城北社区", NOW, HOUSE), cast.zhou, HOUSE
    )


@pytest.mark.parametrize("typed", ["", "健康讲座", "健康讲座；5月20日 14:00", "；；", "a;b;c;d"])
def test_an_order_names_topic_time_and_place(typed: str) -> None:
    with pytest.raises(OrderIsUnclear):
        lectures.read(typed, NOW, HOUSE)


async def test_an_order_goes_to_every_member_and_becomes_an_activity(tx: Tx, cast: Cast) -> None:
    order = await ordered(tx, cast)
    for person in (cast.li, cast.zhao):
        assert "健康讲座" in (await told(tx, person))[-1]
    taken = await lectures.take(tx, order.id, cast.li_member, HOUSE)
    assert (await lectures.take(tx, order.id, cast.li_member, HOUSE)) == taken
    assert taken.activity_id is not None
    activity = await stored.get(tx, taken.activity_id)
    assert activity is not None
    assert (activity.kind, activity.title, activity.made_by_id) == (ActivityKind.LECTURE, "健康讲座", cast.zhou.id)
    (participant,) = await activity_people.all_of(tx, activity.id)
    assert (participant.member_id, participant.attendance) == (cast.li_member.id, Attendance.COMING)
    assert "李建国委员来讲" in (await told(tx, cast.zhou))[-1]
    with pytest.raises(OrderIsTaken):
        await lectures.take(tx, order.id, cast.zhao_member, HOUSE)
    with pytest.raises(OrderIsTaken):
        await lectures.withdraw(tx, order.id, cast.zhou)
    assert await lectures.open_orders(tx) == []


async def test_one_of_two_members_who_press_at_once_gives_the_lecture(db: Db, other_process: Db, cast: Cast) -> None:
    async with db.write() as tx:
        order = await ordered(tx, cast)

    async def press(process: Db, member: Member) -> bool:
        try:
            async with process.write() as tx:
                await lectures.take(tx, order.id, member, HOUSE)
        except OrderIsTaken:
            return False
        return True

    answers = await asyncio.gather(press(db, cast.li_member), press(other_process, cast.zhao_member))
    assert sorted(answers) == [False, True]
    async with db.read() as tx:
        assert await tx.value("SELECT COUNT(*) FROM activities") == 1


async def test_what_is_withdrawn_past_or_nobody_s_is_not_taken(tx: Tx, cast: Cast) -> None:
    order, later = await ordered(tx, cast), await ordered(tx, cast)
    with pytest.raises(OrderIsNotYours):
        await lectures.withdraw(tx, order.id, cast.li)
    await lectures.withdraw(tx, order.id, cast.zhou)
    with pytest.raises(OrderIsWithdrawn):
        await lectures.withdraw(tx, order.id, cast.zhou)
    with pytest.raises(OrderIsWithdrawn):
        await lectures.take(tx, order.id, cast.li_member, HOUSE)
    with pytest.raises(OrderUnknown):
        await lectures.take(tx, 999, cast.li_member, HOUSE)
    tx.now = later.begins_at
    with pytest.raises(OrderIsPast):
        await lectures.take(tx, later.id, cast.li_member, HOUSE)


# --- studios and what units owe ---------------------------------------------------------------------------------------


async def test_a_studio_is_a_unit_s_or_a_member_s_and_the_unit_is_credited(tx: Tx, cast: Cast) -> None:
    unit = await units.add(tx, "城北镇工委", "work_committee")
    of_member = await studios.add(tx, "李建国工作室；人民路8号；李建国", cast.zhou, TODAY)
    of_unit = await studios.add(tx, "城北工作室\n人民路9号\n城北镇工委", cast.zhou, TODAY)
    assert (of_member.member, of_member.unit_id) == ("李建国", unit.id)
    assert (of_unit.member, of_unit.unit_id) == ("", unit.id)
    with pytest.raises(StudioLineIsUnclear):
        await studios.add(tx, "城北工作室", cast.zhou, TODAY)
    with pytest.raises(StudioOwnerUnknown):
        await studios.add(tx, "城北工作室；人民路8号；无名氏", cast.zhou, TODAY)
    await units.join(tx, cast.chen.id, unit.id)
    with pytest.raises(StudioIsNotYours):
        await studios.add(tx, "城南工作室；解放路1号；赵明", cast.chen, TODAY)
    with pytest.raises(StudioIsNotYours):
        await studios.close(tx, of_unit.id, cast.liu, TODAY)
    await studios.close(tx, of_unit.id, cast.chen, TODAY)
    with pytest.raises(StudioUnknown):
        await studios.close(tx, of_unit.id, cast.chen, TODAY)
    assert [one.id for one in await studios.listed(tx)] == [of_member.id]


async def test_units_are_counted_as_xishan_has_it(tx: Tx, cast: Cast) -> None:
    unit = await units.add(tx, "城北镇工委", "work_committee")
    group = await units.add(tx, "农业界别组", "sector_group")
    await units.add(tx, "市政管理局", "department")
    for kind in (ActivityKind.ACTIVITY_DAY, ActivityKind.LECTURE, ActivityKind.SECTOR_WEEK):
        new = NewActivity(kind, "进社区", "社区", BEGINS, BEGINS + HOUR, unit_id=unit.id)
        await activities.make(tx, new, cast.zhou, HOUSE)
    await studios.add(tx, "城北工作室；人民路9号；城北镇工委", cast.zhou, TODAY)
    tx.now = BEGINS + HOUR
    done = {
        one.unit.name: [(tally.quota.what.value, tally.done, tally.is_met) for tally in one.tallies]
        for one in await unit_quota.of_units(tx, HOUSE, 2026)
    }
    assert done["城北镇工委"] == [("activities", 2, True), ("studios", 1, True)]
    assert done["农业界别组"] == [("activities", 0, False)]
    assert "市政管理局" not in done
    assert [one.unit for one in await unit_quota.of_units(tx, HOUSE, 2026, [group.id])] == [group]
    assert {one.tallies[0].done for one in await unit_quota.of_units(tx, HOUSE, 2025)} == {0}


async def test_who_is_forgotten_leaves_the_pool_and_frees_the_talk_they_booked(tx: Tx, cast: Cast) -> None:
    first, second = await offer(tx, cast)
    await receptions.book(tx, first, cast.wang, "问医保", HOUSE)
    await pool.join(tx, cast.wang, "农业界", "城北镇")
    await forgetting.person(tx, cast.wang.id, cast.wang.telegram_id, keep_number=False)
    assert await pool.of_person(tx, cast.wang) is None
    assert [slot.id for slot in await receptions.free(tx)] == [first, second]
    assert await tx.value("SELECT COUNT(*) FROM slot_bookings WHERE topic = '问医保'") == 0
