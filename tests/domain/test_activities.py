"""Who gets a place, who waits, who moves up, who may do what and when."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.activities import (
    Activity,
    ActivityHasBegun,
    ActivityIsCancelled,
    ActivityIsNotOverYet,
    ActivityKind,
    Attendance,
    CapacityIsUnclear,
    NothingToTakeLeaveOf,
    NotInvited,
    Participant,
    TitleIsTooLong,
    WasNotThere,
    answered,
    check_leave,
    check_may_judge,
    declined,
    moving_up,
    read_capacity,
    read_title,
)
from domain.reminders import day_before
from domain.settings import Reminders
from services.calendar import workdays

SHANGHAI = ZoneInfo("Asia/Shanghai")
BEGINS = datetime(2026, 4, 20, 1, tzinfo=UTC)
ENDS = BEGINS + timedelta(hours=2)
BEFORE = BEGINS - timedelta(days=3)


def activity(capacity: int | None = 2, *, is_open: bool = False, cancelled: bool = False) -> Activity:
    cancelled_at = BEFORE if cancelled else None
    return Activity(
        1, ActivityKind.OPEN_DAY, "开放日", "会议室", BEGINS, ENDS, capacity, is_open, cancelled_at=cancelled_at
    )


def someone(attendance: Attendance, number: int = 1, waits_since: int = 0, *, was_there: bool = False) -> Participant:
    waits = BEFORE + timedelta(minutes=waits_since) if attendance is Attendance.WAITING else None
    there = BEGINS if was_there else None
    return Participant(number, 1, number, attendance, waits_since_at=waits, signed_in_at=there)


INVITED = someone(Attendance.INVITED)


@pytest.mark.parametrize(
    ("capacity", "taken", "becomes"),
    [
        (2, 0, Attendance.COMING),
        (2, 1, Attendance.COMING),
        (2, 2, Attendance.WAITING),
        (2, 3, Attendance.WAITING),
        (None, 5000, Attendance.COMING),
    ],
)
def test_the_last_place_is_given_and_after_it_people_wait(
    capacity: int | None, taken: int, becomes: Attendance
) -> None:
    assert answered(activity(capacity), INVITED, taken, BEFORE) is becomes


@pytest.mark.parametrize("stands", [Attendance.COMING, Attendance.WAITING])
def test_said_again_it_changes_nothing(stands: Attendance) -> None:
    assert answered(activity(1), someone(stands), 0, BEFORE) is stands


@pytest.mark.parametrize("stands", [Attendance.DECLINED, Attendance.ON_LEAVE])
def test_who_thinks_better_of_it_comes_after_all(stands: Attendance) -> None:
    assert answered(activity(), someone(stands), 0, BEFORE) is Attendance.COMING


def test_who_was_not_invited_comes_only_where_it_is_open() -> None:
    assert answered(activity(is_open=True), None, 0, BEFORE) is Attendance.COMING
    with pytest.raises(NotInvited):
        answered(activity(), None, 0, BEFORE)
    with pytest.raises(NotInvited):
        declined(activity(is_open=True), None, BEFORE)


def test_a_stranger_is_not_told_what_became_of_it() -> None:
    with pytest.raises(NotInvited):
        answered(activity(cancelled=True), None, 0, BEFORE)
    with pytest.raises(NotInvited):
        check_leave(activity(cancelled=True), None, BEFORE)


def test_it_can_be_answered_until_the_moment_it_begins() -> None:
    assert answered(activity(), INVITED, 0, BEGINS - timedelta(microseconds=1)) is Attendance.COMING
    with pytest.raises(ActivityHasBegun):
        answered(activity(), INVITED, 0, BEGINS)
    with pytest.raises(ActivityHasBegun):
        declined(activity(), INVITED, BEGINS)
    with pytest.raises(ActivityIsCancelled):
        answered(activity(cancelled=True), INVITED, 0, BEFORE)


def test_leave_is_for_who_was_to_come_and_is_not_undone_by_declining() -> None:
    for attendance in (Attendance.INVITED, Attendance.COMING, Attendance.WAITING):
        check_leave(activity(), someone(attendance), BEFORE)
    with pytest.raises(NothingToTakeLeaveOf):
        check_leave(activity(), someone(Attendance.DECLINED), BEFORE)
    assert declined(activity(), someone(Attendance.ON_LEAVE), BEFORE) is Attendance.ON_LEAVE
    assert declined(activity(), someone(Attendance.COMING), BEFORE) is Attendance.DECLINED


def test_who_waits_longest_moves_up_first_and_only_into_free_places() -> None:
    late, early, same = (someone(Attendance.WAITING, n, since) for n, since in ((1, 9), (2, 1), (3, 9)))
    waiting = [late, early, same]
    assert moving_up(5, 5, waiting) == []
    assert moving_up(5, 7, waiting) == []
    assert moving_up(5, 4, waiting) == [early]
    assert moving_up(5, 3, waiting) == [early, late]
    assert moving_up(None, 9, waiting) == [early, late, same]


def test_only_who_was_there_judges_and_only_afterwards() -> None:
    there = someone(Attendance.COMING, was_there=True)
    check_may_judge(activity(), there, ENDS)
    with pytest.raises(ActivityIsNotOverYet):
        check_may_judge(activity(), there, ENDS - timedelta(seconds=1))
    with pytest.raises(WasNotThere):
        check_may_judge(activity(), someone(Attendance.COMING), ENDS)
    with pytest.raises(NotInvited):
        check_may_judge(activity(), None, ENDS)


@pytest.mark.parametrize(
    ("typed", "means"), [("30", 30), (" 30人 ", 30), ("不限", None), ("0", None), ("10000", 10000)]
)
def test_a_capacity_as_people_type_it(typed: str, means: int | None) -> None:
    assert read_capacity(typed) == means


@pytest.mark.parametrize("typed", ["", "-1", "很多", "10001", "9" * 400, "３0x", "1.5"])
def test_what_is_no_capacity_is_refused(typed: str) -> None:
    with pytest.raises(CapacityIsUnclear):
        read_capacity(typed)


def test_a_title_has_an_end() -> None:
    assert read_title("  春耕\n座谈 ") == "春耕 座谈"
    assert len(read_title("字" * 60)) == 60
    with pytest.raises(TitleIsTooLong):
        read_title("字" * 61)


# --- the reminder -----------------------------------------------------------------------------------------------------

WORKDAYS = workdays([2026])


def reminded(begins: datetime, **settings: object) -> str:
    at = day_before(begins, Reminders.model_validate(settings), SHANGHAI, WORKDAYS)
    return f"{at.astimezone(SHANGHAI):%m-%d %H:%M}"


def test_the_reminder_comes_on_the_last_workday_before_outside_the_quiet_hours() -> None:
    wednesday, monday = datetime(2026, 4, 22, 1, tzinfo=UTC), datetime(2026, 4, 20, 1, tzinfo=UTC)
    assert reminded(wednesday) == "04-21 09:00"
    assert reminded(monday) == "04-17 09:00"
    assert reminded(monday, workdays_only=False) == "04-19 09:00"
    assert reminded(wednesday, hour=7) == "04-21 08:00"


def test_after_a_long_holiday_the_reminder_comes_before_it() -> None:
    first_day_after = datetime(2026, 5, 6, 1, tzinfo=UTC)
    assert reminded(first_day_after).startswith("04-30")
