"""Activities on both engines: invited, answered, the last place, moved, called off, reminded, signed in, judged."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.activities import (
    Activity,
    ActivityHasBegun,
    ActivityIsCancelled,
    ActivityIsNotYours,
    ActivityKind,
    ActivityUnknown,
    Attendance,
    Grade,
    NoteKind,
    NotInvited,
)
from domain.diary import What
from domain.people import NotForYourRole, Person
from domain.pool import AlreadyInPool, NobodyToInvite, NotInPool
from domain.settings import Reminders
from domain.sign_in import SignInCodeIsOld, SignInIsOver, code, minute_of
from services import (
    activities,
    activity_invitations,
    activity_rounds,
    activity_sign_in,
    diary,
    gathering,
    plan,
    pool,
    schemes,
)
from services.activities import NewActivity
from services.calendar import workdays
from services.organisers import OrganiserHasNoUnit, own_unit
from services.rounds import Rules
from storage import activities as stored
from storage import activity_people, merging, people
from storage.db import Db, Tx
from tests.cast import NOW, Cast
from tests.conftest import TestClock
from tests.services.letter_writing import told

HOUSE = Rules(
    schemes.load("xishan-2017"), Reminders(monthly=False, deadlines=False), ZoneInfo("Asia/Shanghai"), workdays([2026])
)
BEGINS = datetime(2026, 3, 25, 1, tzinfo=UTC)
"""A Wednesday, 9:00."""
ENDS = BEGINS + timedelta(hours=2)
DAY_BEFORE = datetime(2026, 3, 24, 1, tzinfo=UTC)


async def hold(tx: Tx, cast: Cast, capacity: int | None = None, *, is_open: bool = False) -> Activity:
    new = NewActivity(ActivityKind.OPEN_DAY, "开放日", "会议室", BEGINS, ENDS, capacity, is_open=is_open)
    return await activities.make(tx, new, cast.zhou, HOUSE)


async def invite(tx: Tx, cast: Cast, activity: Activity) -> None:
    await activity_invitations.invite_members(tx, activity.id, cast.zhou, await people.members(tx), HOUSE)


async def stands(tx: Tx, activity: Activity, person: Person) -> Attendance | None:
    participant = await activity_people.of(tx, activity.id, person.id)
    return participant.attendance if participant else None


# --- invited and answered ---------------------------------------------------------------------------------------------


async def test_members_are_invited_once_however_often_it_is_said(tx: Tx, cast: Cast) -> None:
    activity = await hold(tx, cast)
    first = await activity_invitations.invite_members(tx, activity.id, cast.zhou, [cast.li_member], HOUSE)
    both = await activity_invitations.invite_members(tx, activity.id, cast.zhou, await people.members(tx), HOUSE)
    assert (first.new, both.new, both.reached) == (1, 1, 1)
    (invitation,) = await told(tx, cast.li)
    assert "邀请您参加" in invitation
    assert "2026年3月25日 09:00–11:00" in invitation


async def test_who_is_not_invited_neither_sees_it_nor_comes(tx: Tx, cast: Cast) -> None:
    activity = await hold(tx, cast)
    with pytest.raises(ActivityUnknown):
        await activities.seen_by(tx, activity.id, cast.wang)
    with pytest.raises(NotInvited):
        await activities.come(tx, activity.id, cast.wang, None)
    await activities.alter(tx, activity.id, cast.zhou, HOUSE, is_open=True)
    assert (await activities.come(tx, activity.id, cast.wang, None)).attendance is Attendance.COMING


async def test_only_who_runs_it_may_run_it(tx: Tx, cast: Cast) -> None:
    activity = await hold(tx, cast)
    for person in (cast.wang, cast.li, cast.chen, cast.liu):
        with pytest.raises(ActivityIsNotYours):
            await activities.call_off(tx, activity.id, person, "不办了", HOUSE)
        with pytest.raises(ActivityIsNotYours):
            await activity_sign_in.code_picture(tx, activity.id, person, "bot")
        with pytest.raises(OrganiserHasNoUnit):
            await own_unit(tx, person)
        with pytest.raises(NotForYourRole):
            await activities.make(tx, NewActivity(ActivityKind.LEADS, "会", "室", BEGINS, ENDS), person, HOUSE)


async def test_who_waits_moves_up_when_a_place_is_free_and_is_told(tx: Tx, cast: Cast) -> None:
    activity = await hold(tx, cast, 1, is_open=True)
    assert (await activities.come(tx, activity.id, cast.li, cast.li_member)).attendance is Attendance.COMING
    for ahead, person in enumerate((cast.wang, cast.liu)):
        answer = await activities.come(tx, activity.id, person, None)
        assert (answer.attendance, answer.ahead) == (Attendance.WAITING, ahead)
    await activities.take_leave(tx, activity.id, cast.li, cast.li_member, "外出开会", HOUSE)
    assert await stands(tx, activity, cast.li) is Attendance.ON_LEAVE
    assert await stands(tx, activity, cast.wang) is Attendance.COMING
    assert await stands(tx, activity, cast.liu) is Attendance.WAITING
    assert "有空位了" in (await told(tx, cast.wang))[-1]
    assert await told(tx, cast.liu) == []
    assert "外出开会" in (await told(tx, cast.zhou))[-1]


async def test_more_places_are_filled_from_the_waiting_list(tx: Tx, cast: Cast) -> None:
    activity = await hold(tx, cast, 1, is_open=True)
    for person in (cast.li, cast.wang, cast.liu):
        await activities.come(tx, activity.id, person, None)
    await activities.alter(tx, activity.id, cast.zhou, HOUSE, capacity=None)
    assert [await stands(tx, activity, person) for person in (cast.wang, cast.liu)] == [Attendance.COMING] * 2


async def test_two_who_want_the_last_place_at_once_are_one_who_comes_and_one_who_waits(
    db: Db, other_process: Db, cast: Cast
) -> None:
    async with db.write() as tx:
        activity = await hold(tx, cast, 1, is_open=True)

    async def press(process: Db, person: Person) -> Attendance:
        async with process.write() as tx:
            return (await activities.come(tx, activity.id, person, None)).attendance

    answers = await asyncio.gather(press(db, cast.wang), press(other_process, cast.liu), press(db, cast.chen))
    assert sorted(answers) == [Attendance.COMING, Attendance.WAITING, Attendance.WAITING]
    async with db.read() as tx:
        assert await activity_people.taken(tx, activity.id) == 1


async def test_a_change_and_a_cancellation_are_told_to_those_concerned_alone(tx: Tx, cast: Cast) -> None:
    activity = await hold(tx, cast)
    await invite(tx, cast, activity)
    await activities.decline(tx, activity.id, cast.zhao, cast.zhao_member, HOUSE)
    await activities.move(tx, activity.id, cast.zhou, BEGINS + timedelta(days=1), ENDS + timedelta(days=1), HOUSE)
    await activities.alter(tx, activity.id, cast.zhou, HOUSE, place="城北文化站")
    await activities.call_off(tx, activity.id, cast.zhou, "场地停电", HOUSE)
    heard = await told(tx, cast.li)
    assert ["3月26日" in heard[1], "城北文化站" in heard[2], "场地停电" in heard[3]] == [True, True, True]
    assert len(await told(tx, cast.zhao)) == 1
    for again in (
        activities.call_off(tx, activity.id, cast.zhou, "又", HOUSE),
        activities.come(tx, activity.id, cast.li, None),
    ):
        with pytest.raises(ActivityIsCancelled):
            await again


async def test_a_change_to_what_it_is_tells_nobody(tx: Tx, cast: Cast) -> None:
    activity = await hold(tx, cast)
    await invite(tx, cast, activity)
    await activities.move(tx, activity.id, cast.zhou, BEGINS, ENDS, HOUSE)
    await activities.alter(tx, activity.id, cast.zhou, HOUSE, place="会议室", is_open=False)
    assert len(await told(tx, cast.li)) == 1


# --- the pool ---------------------------------------------------------------------------------------------------------


async def test_the_pool_is_invited_in_turn_and_by_consent(tx: Tx, cast: Cast) -> None:
    for person, sector in ((cast.wang, "农业界"), (cast.liu, "教育界"), (cast.chen, "农业界")):
        await pool.join(tx, person, sector, "城北镇")
    with pytest.raises(AlreadyInPool):
        await pool.join(tx, cast.wang, "农业界", "城北镇")
    asked = []
    for _ in range(3):
        activity = await hold(tx, cast)
        await activity_invitations.invite_in_turn(tx, activity.id, cast.zhou, 1, HOUSE)
        asked += [one.person_id for one in await activity_people.all_of(tx, activity.id)]
    assert sorted(asked) == sorted([cast.wang.id, cast.liu.id, cast.chen.id])
    await pool.leave(tx, cast.wang)
    with pytest.raises(NotInPool):
        await pool.leave(tx, cast.wang)
    activity = await hold(tx, cast)
    invited = await activity_invitations.invite_in_turn(tx, activity.id, cast.zhou, 9, HOUSE, sector="农业界")
    assert invited.new == 1
    with pytest.raises(NobodyToInvite):
        await activity_invitations.invite_in_turn(tx, activity.id, cast.zhou, 9, HOUSE, sector="农业界")
    await pool.join(tx, cast.wang, "工会", "城南镇")
    again = await pool.of_person(tx, cast.wang)
    assert again is not None
    assert (again.sector, again.township) == ("工会", "城南镇")


# --- reminded ---------------------------------------------------------------------------------------------------------


async def test_who_comes_is_reminded_once_on_the_day_before(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        activity = await hold(tx, cast)
        await invite(tx, cast, activity)
        await activities.come(tx, activity.id, cast.li, cast.li_member)
    clock.now = DAY_BEFORE - timedelta(seconds=1)
    assert await gathering.remind(db, HOUSE) == {}
    clock.now = DAY_BEFORE
    assert await gathering.remind(db, HOUSE) == {"reminded": 1}
    assert await gathering.remind(db, HOUSE) == {}
    async with db.write() as tx:
        assert "提醒您" in (await told(tx, cast.li))[-1]
        assert len(await told(tx, cast.zhao)) == 1
        await activities.move(tx, activity.id, cast.zhou, BEGINS + timedelta(days=1), ENDS + timedelta(days=1), HOUSE)
    clock.now = DAY_BEFORE + timedelta(days=1)
    assert await gathering.remind(db, HOUSE) == {"reminded": 1}


async def test_nobody_is_reminded_at_night_of_what_is_over_or_cancelled(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        off, on = await hold(tx, cast, is_open=True), await hold(tx, cast, is_open=True)
        for activity in (off, on):
            await activities.come(tx, activity.id, cast.wang, None)
        await activities.call_off(tx, off.id, cast.zhou, "停电", HOUSE)
    clock.now = DAY_BEFORE + timedelta(hours=13)
    assert await gathering.remind(db, HOUSE) == {}
    clock.now = ENDS + timedelta(days=1)
    assert await gathering.remind(db, HOUSE) == {}


# --- on the spot ------------------------------------------------------------------------------------------------------


async def the_code(tx: Tx, activity: Activity) -> str:
    return code(await stored.sign_in_key(tx, activity.id), activity.id, minute_of(tx.now))


async def test_a_member_signs_in_once_and_it_counts_for_the_diary(tx: Tx, cast: Cast) -> None:
    activity = await hold(tx, cast)
    await invite(tx, cast, activity)
    tx.now = BEGINS - timedelta(minutes=5)
    typed = await the_code(tx, activity)
    first = await activity_sign_in.sign_in_by(tx, typed, cast.li, cast.li_member)
    again = await activity_sign_in.sign_in_by(tx, typed, cast.li, cast.li_member)
    assert (first.again, first.is_late, again.again) == (False, False, True)
    year = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    assert [one.id for one in await stored.attended_by(tx, cast.li_member.id, *year)] == [activity.id]
    assert await stored.attended_by(tx, cast.zhao_member.id, *year) == []
    (line,) = await diary.lines(tx, cast.li_member, date(2026, 3, 25), date(2026, 3, 25), HOUSE.zone)
    assert (line.what, line.name) == (What.ACTIVITY, activity.title)
    assert await diary.lines(tx, cast.li_member, date(2026, 3, 26), date(2026, 3, 31), HOUSE.zone) == []
    assert await stored.attended_by_members(tx, *year) == {cast.li_member.id: 1}


async def test_late_strange_and_stale_scans_are_told_apart(tx: Tx, cast: Cast) -> None:
    activity = await hold(tx, cast)
    await invite(tx, cast, activity)
    tx.now = BEGINS + timedelta(minutes=1)
    typed = await the_code(tx, activity)
    assert (await activity_sign_in.sign_in_by(tx, typed, cast.li, cast.li_member)).is_late
    with pytest.raises(NotInvited):
        await activity_sign_in.sign_in_by(tx, typed, cast.wang, None)
    tx.now += timedelta(minutes=2)
    for stale in (typed, "999-abc", "x", ""):
        with pytest.raises(SignInCodeIsOld):
            await activity_sign_in.sign_in_by(tx, stale, cast.zhao, cast.zhao_member)
    tx.now = ENDS + timedelta(seconds=1)
    with pytest.raises(SignInIsOver):
        await activity_sign_in.sign_in_by(tx, await the_code(tx, activity), cast.zhao, cast.zhao_member)
    with pytest.raises(ActivityHasBegun):
        await activities.decline(tx, activity.id, cast.zhao, cast.zhao_member, HOUSE)


async def test_who_was_there_is_asked_how_it_was_and_the_desk_sees_it(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        activity = await hold(tx, cast, is_open=True)
        await activities.come(tx, activity.id, cast.wang, None)
    clock.now = BEGINS
    async with db.write() as tx:
        await activity_sign_in.sign_in_by(tx, await the_code(tx, activity), cast.li, cast.li_member)
        await activity_sign_in.note(tx, activity.id, cast.li, NoteKind.SUGGESTION, "多设路灯")
        with pytest.raises(ActivityUnknown):
            await activity_sign_in.note(tx, 999, cast.li, NoteKind.SUGGESTION, "多设路灯")
    clock.now = ENDS
    assert await activity_rounds.look(db, HOUSE) == {"asked": 1}
    assert await activity_rounds.look(db, HOUSE) == {}
    async with db.write() as tx:
        await activity_sign_in.judge(tx, activity.id, cast.li, Grade.MOSTLY)
        await activity_sign_in.judge(tx, activity.id, cast.li, Grade.SATISFIED)
        counts = activity_people.counted(await activity_people.all_of(tx, activity.id))
        (note,) = await activity_people.notes(tx, activity.id)
    assert (counts.signed_in, counts.grades[Grade.SATISFIED], counts.grades[Grade.MOSTLY]) == (1, 1, 0)
    assert (note.name, note.words) == ("李建国", "多设路灯")


# --- the plan and the totals ------------------------------------------------------------------------------------------


async def test_a_plan_has_my_activities_my_dates_and_the_calendar(tx: Tx, cast: Cast) -> None:
    activity = await hold(tx, cast)
    await invite(tx, cast, activity)
    march = await plan.of_month(tx, await people.get(tx, cast.li.id), HOUSE, 2026, 3)
    assert [(one.id, how) for one, how in march.activities] == [(activity.id, Attendance.INVITED)]
    assert [line.event.title for line in march.lines] == ["走访企业家委员", "大走访", "开通“锡山政协”微信公众号"]
    assert march.is_transferred
    assert (await plan.of_month(tx, cast.wang, HOUSE, 2026, 3)).activities == []
    jingjiang = Rules(schemes.load("jingjiang-2014"), HOUSE.settings, HOUSE.zone, HOUSE.workdays)
    year = await plan.of_year(tx, await people.get(tx, cast.li.id), jingjiang, 2026)
    assert [(on.month, on.day) for on, _ in year.dates] == [(3, 31), (4, 15), (11, 30)]


async def test_what_units_held_is_counted_once_it_is_over(tx: Tx, cast: Cast) -> None:
    unit_id = await people.unit_id(tx, "城北镇工委")
    span: Any = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    for kind in (ActivityKind.ACTIVITY_DAY, ActivityKind.LECTURE, ActivityKind.ACTIVITY_DAY):
        new = NewActivity(kind, "活动", "村里", BEGINS, ENDS, unit_id=unit_id)
        last = await activities.make(tx, new, cast.zhou, HOUSE)
    await activities.call_off(tx, last.id, cast.zhou, "下雨", HOUSE)
    assert await stored.held_by_units(tx, *span) == {}
    tx.now = ENDS
    assert await stored.held_by_units(tx, *span) == {unit_id: 2}
    assert await stored.held_by_units(tx, span[0], span[1], [ActivityKind.ACTIVITY_DAY]) == {unit_id: 1}
    assert await stored.held_by_units(tx, NOW, BEGINS) == {}


async def test_two_people_who_turn_out_to_be_one_are_one_participant(tx: Tx, cast: Cast) -> None:
    both, one = await hold(tx, cast, is_open=True), await hold(tx, cast, is_open=True)
    for activity, person in ((both, cast.wang), (both, cast.liu), (one, cast.wang)):
        await activities.come(tx, activity.id, person, None)
    for person in (cast.wang, cast.liu):
        await pool.join(tx, person, "农业界", "城北镇")
    assert cast.wang.telegram_id is not None
    await merging.move_telegram(tx, cast.wang.telegram_id, cast.liu.id)
    for activity in (both, one):
        assert [each.person_id for each in await activity_people.all_of(tx, activity.id)] == [cast.liu.id]
    assert await pool.of_person(tx, cast.liu) is not None
