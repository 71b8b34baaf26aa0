"""When reminders fall due."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.reminders import deadline_due, latest_due, monthly_due, outside_quiet
from domain.schemes import Deadline, Whose
from domain.settings import Reminders
from domain.workdays import Workdays

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)
WEEKDAYS = Workdays(holidays={}, make_up=frozenset(), known_years=frozenset({2026}))
NO_WORKDAYS = Workdays(
    dict.fromkeys((date(2026, 2, 1) + timedelta(days=n) for n in range(28)), "春节"), frozenset(), frozenset()
)
ANY_DAY = Reminders(day=25, hour=9, workdays_only=False)

ZONES = st.sampled_from(
    [SHANGHAI, BERLIN, ZoneInfo("America/New_York"), ZoneInfo("Australia/Lord_Howe"), ZoneInfo("UTC")]
)
HOURS = st.integers(min_value=0, max_value=23)
MOMENTS = st.datetimes(min_value=datetime(2025, 1, 1), max_value=datetime(2028, 1, 1), timezones=st.just(UTC))
SETTINGS = st.builds(
    Reminders,
    day=st.integers(min_value=1, max_value=31),
    hour=HOURS,
    quiet_from=HOURS,
    quiet_to=HOURS,
    workdays_only=st.booleans(),
)


def at(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def form(days_before: tuple[int, ...] = (14, 2), month: int = 4, day: int = 15) -> Deadline:
    return Deadline(
        name="form",
        title="报送登记表",
        month=month,
        day=day,
        who=(Whose.MEMBER,),
        what="报送登记表",
        source="J7",
        remind_days_before=days_before,
    )


@pytest.mark.parametrize(
    ("moment", "sent"),
    [
        ("2026-03-05 20:59", "2026-03-05 20:59"),
        ("2026-03-05 21:00", "2026-03-06 08:00"),
        ("2026-03-05 23:30", "2026-03-06 08:00"),
        ("2026-03-06 00:00", "2026-03-06 08:00"),
        ("2026-03-06 07:59", "2026-03-06 08:00"),
        ("2026-03-06 08:00", "2026-03-06 08:00"),
    ],
)
def test_what_falls_into_the_night_waits_for_the_morning(moment: str, sent: str) -> None:
    assert outside_quiet(at(moment), SHANGHAI, 21, 8) == at(sent)


def test_quiet_hours_may_lie_within_one_day() -> None:
    assert outside_quiet(at("2026-03-05 12:30"), SHANGHAI, 12, 14) == at("2026-03-05 14:00")
    assert outside_quiet(at("2026-03-05 11:59"), SHANGHAI, 12, 14) == at("2026-03-05 11:59")


def test_the_same_hour_twice_means_no_quiet_hours() -> None:
    assert outside_quiet(at("2026-03-05 08:30"), SHANGHAI, 8, 8) == at("2026-03-05 08:30")


def test_quiet_hours_are_those_of_the_committee_s_clock() -> None:
    moment = datetime(2026, 3, 5, 14, tzinfo=UTC)
    assert outside_quiet(moment, SHANGHAI, 21, 8) == datetime(2026, 3, 6, 0, tzinfo=UTC)
    assert outside_quiet(moment, BERLIN, 21, 8) == moment


def test_quiet_hours_that_end_in_an_hour_the_clock_leaps_over_end_with_the_leap() -> None:
    # In Berlin 2026-03-29 has no hour from 2 to 3.
    assert outside_quiet(at("2026-03-29 01:30", BERLIN), BERLIN, 22, 2) == datetime(2026, 3, 29, 1, tzinfo=UTC)


@given(moment=MOMENTS, zone=ZONES, quiet_from=HOURS, quiet_to=HOURS)
@example(moment=datetime(2026, 3, 29, 0, 30, tzinfo=UTC), zone=BERLIN, quiet_from=3, quiet_to=2)
@example(moment=datetime(2026, 10, 25, 1, 30, tzinfo=UTC), zone=BERLIN, quiet_from=2, quiet_to=3)
def test_a_moment_outside_the_quiet_hours_is_never_earlier_and_stays_put(
    moment: datetime, zone: ZoneInfo, quiet_from: int, quiet_to: int
) -> None:
    sent = outside_quiet(moment, zone, quiet_from, quiet_to)
    assert moment <= sent < moment + timedelta(hours=49)
    assert sent.tzinfo is UTC
    assert outside_quiet(sent, zone, quiet_from, quiet_to) == sent


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (2026, 3, 25, "2026-03-25 09:00"),
        (2026, 2, 31, "2026-02-28 09:00"),
        (2028, 2, 31, "2028-02-29 09:00"),
        (2026, 4, 31, "2026-04-30 09:00"),
        (2026, 3, 31, "2026-03-31 09:00"),
        (2026, 3, 1, "2026-03-01 09:00"),
    ],
)
def test_a_day_that_the_month_lacks_is_its_last(year: int, month: int, day: int, expected: str) -> None:
    settings = Reminders(day=day, hour=9, workdays_only=False)
    assert monthly_due(year, month, settings, SHANGHAI, WEEKDAYS) == at(expected)


def test_a_moment_is_in_utc() -> None:
    assert monthly_due(2026, 3, ANY_DAY, SHANGHAI, WEEKDAYS).isoformat() == "2026-03-25T01:00:00+00:00"


def test_a_weekend_is_waited_out() -> None:
    # 25 April 2026 is a Saturday.
    assert monthly_due(2026, 4, Reminders(day=25, hour=9), SHANGHAI, WEEKDAYS) == at("2026-04-27 09:00")


def test_a_make_up_workday_is_a_workday() -> None:
    worked = Workdays({}, frozenset({date(2026, 4, 25)}), frozenset({2026}))
    assert monthly_due(2026, 4, Reminders(day=25, hour=9), SHANGHAI, worked) == at("2026-04-25 09:00")


def test_a_reminder_stays_in_its_month() -> None:
    # 31 May 2026 is a Sunday: the next workday is in June, so Friday 29 May.
    assert monthly_due(2026, 5, Reminders(day=31, hour=9), SHANGHAI, WEEKDAYS) == at("2026-05-29 09:00")


def test_a_month_without_a_workday_keeps_its_day() -> None:
    assert monthly_due(2026, 2, Reminders(day=25, hour=9), SHANGHAI, NO_WORKDAYS) == at("2026-02-25 09:00")


def test_a_quiet_hour_is_moved_to_its_end_and_then_to_a_workday() -> None:
    # Friday 24 April at 23:00 would be Saturday at 08:00; Sunday at 23:00 is Monday at 08:00.
    assert monthly_due(2026, 4, Reminders(day=24, hour=23), SHANGHAI, WEEKDAYS) == at("2026-04-27 08:00")


def test_a_late_hour_on_the_last_day_does_not_slip_into_the_next_month() -> None:
    settings = Reminders(day=31, hour=23, workdays_only=False)
    assert monthly_due(2026, 12, settings, SHANGHAI, WEEKDAYS) == at("2026-12-31 08:00")


def test_an_hour_the_clock_leaps_over_happens_once_just_after() -> None:
    settings = Reminders(day=29, hour=2, quiet_from=0, quiet_to=0, workdays_only=False)
    assert monthly_due(2026, 3, settings, BERLIN, WEEKDAYS) == at("2026-03-29 03:00", BERLIN)


def test_a_doubled_hour_happens_once_the_first_time() -> None:
    settings = Reminders(day=25, hour=2, quiet_from=0, quiet_to=0, workdays_only=False)
    assert monthly_due(2026, 10, settings, BERLIN, WEEKDAYS) == datetime(2026, 10, 25, 0, tzinfo=UTC)


@given(
    year=st.integers(min_value=2020, max_value=2030),
    month=st.integers(min_value=1, max_value=12),
    settings=SETTINGS,
    zone=ZONES,
)
def test_each_month_has_one_moment_within_it_outside_the_quiet_hours(
    year: int, month: int, settings: Reminders, zone: ZoneInfo
) -> None:
    moment = monthly_due(year, month, settings, zone, WEEKDAYS)
    local = moment.astimezone(zone)
    assert (local.year, local.month) == (year, month)
    assert outside_quiet(moment, zone, settings.quiet_from, settings.quiet_to) == moment
    assert not settings.workdays_only or WEEKDAYS.is_workday(local.date())


def test_before_its_moment_the_last_month_s_round_is_the_latest() -> None:
    due = latest_due(at("2026-03-25 08:59"), ALWAYS, ANY_DAY, SHANGHAI, WEEKDAYS)
    assert due is not None
    assert (due.period, due.at, due.zone) == ("2026-02", at("2026-02-25 09:00"), SHANGHAI)


def test_from_its_moment_on_the_month_s_own_round_is_the_latest() -> None:
    due = latest_due(at("2026-03-25 09:00"), ALWAYS, ANY_DAY, SHANGHAI, WEEKDAYS)
    assert due is not None
    assert due.period == "2026-03"


def test_a_round_missed_for_weeks_is_still_the_latest() -> None:
    due = latest_due(at("2026-04-20 12:00"), ALWAYS, ANY_DAY, SHANGHAI, WEEKDAYS)
    assert due is not None
    assert due.period == "2026-03"


def test_a_round_of_last_year_is_not_caught_up() -> None:
    assert latest_due(at("2026-01-02 12:00"), ALWAYS, ANY_DAY, SHANGHAI, WEEKDAYS) is None


def test_a_round_from_before_the_bot_was_set_up_is_nobody_s() -> None:
    set_up = at("2026-03-01 10:00")
    assert latest_due(at("2026-03-02 10:00"), set_up, ANY_DAY, SHANGHAI, WEEKDAYS) is None
    assert latest_due(at("2026-03-25 09:00"), set_up, ANY_DAY, SHANGHAI, WEEKDAYS) is not None


@given(now=MOMENTS, settings=SETTINGS, zone=ZONES)
def test_the_latest_round_has_passed_and_the_next_has_not(now: datetime, settings: Reminders, zone: ZoneInfo) -> None:
    due = latest_due(now, ALWAYS, settings, zone, WEEKDAYS)
    today = now.astimezone(zone).date()
    if due is None:
        assert monthly_due(today.year, 1, settings, zone, WEEKDAYS) > now
        return
    month = int(due.period[5:])
    assert due.at <= now
    assert month == 12 or monthly_due(today.year, month + 1, settings, zone, WEEKDAYS) > now


@pytest.mark.parametrize(
    ("now", "period", "days_left"),
    [
        ("2026-04-01 08:59", None, None),
        ("2026-04-01 09:00", "2026:form:14", 14),
        ("2026-04-05 12:00", "2026:form:14", 10),
        ("2026-04-13 08:59", "2026:form:14", 2),
        ("2026-04-13 09:00", "2026:form:2", 2),
        ("2026-04-15 23:59", "2026:form:2", 0),
        ("2026-04-16 00:00", None, None),
    ],
)
def test_a_deadline_is_reminded_of_twice_and_not_after_its_day(
    now: str, period: str | None, days_left: int | None
) -> None:
    due = deadline_due([form()], at(now), ALWAYS, ANY_DAY, SHANGHAI)
    assert [(one.period, one.days_left) for one in due] == ([] if period is None else [(period, days_left)])


def test_a_deadline_s_reminder_knows_its_moment_and_its_day() -> None:
    (due,) = deadline_due([form()], at("2026-04-02 09:00"), ALWAYS, ANY_DAY, SHANGHAI)
    assert (due.at, due.zone, due.on, due.deadline) == (at("2026-04-01 09:00"), SHANGHAI, date(2026, 4, 15), form())
    assert due.at.tzinfo is UTC


def test_a_deadline_in_january_is_reminded_of_in_december() -> None:
    (due,) = deadline_due([form(month=1, day=5)], at("2026-12-22 10:00"), ALWAYS, ANY_DAY, SHANGHAI)
    assert due.period == "2027:form:14"


def test_a_deadline_s_reminder_does_not_wait_for_a_workday() -> None:
    # 5 April 2026 is a Sunday.
    settings = Reminders(hour=9, workdays_only=True)
    (due,) = deadline_due([form((10,))], at("2026-04-05 09:00"), ALWAYS, settings, SHANGHAI)
    assert due.days_left == 10


def test_a_deadline_s_reminder_waits_for_the_end_of_the_quiet_hours() -> None:
    settings = Reminders(hour=22)
    assert deadline_due([form()], at("2026-04-02 07:59"), ALWAYS, settings, SHANGHAI) == []
    assert len(deadline_due([form()], at("2026-04-02 08:00"), ALWAYS, settings, SHANGHAI)) == 1


def test_a_deadline_s_reminder_from_before_the_bot_was_set_up_is_nobody_s() -> None:
    assert deadline_due([form()], at("2026-04-05 12:00"), at("2026-04-03 12:00"), ANY_DAY, SHANGHAI) == []
    begun = at("2026-04-01 09:00")
    assert len(deadline_due([form()], at("2026-04-05 12:00"), begun, ANY_DAY, SHANGHAI)) == 1


def test_reminders_of_several_deadlines_come_in_the_order_of_their_moments() -> None:
    due = deadline_due([form(day=15), form(day=10)], at("2026-04-08 12:00"), ALWAYS, ANY_DAY, SHANGHAI)
    assert [one.on.day for one in due] == [15, 10]


def test_a_deadline_without_reminders_is_never_due() -> None:
    assert deadline_due([form(())], at("2026-04-14 12:00"), ALWAYS, ANY_DAY, SHANGHAI) == []


@given(now=MOMENTS, settings=SETTINGS, zone=ZONES)
def test_a_deadline_is_never_due_before_its_moment_or_after_its_day(
    now: datetime, settings: Reminders, zone: ZoneInfo
) -> None:
    for due in deadline_due([form(), form(month=1, day=3)], now, ALWAYS, settings, zone):
        assert due.at <= now
        assert due.days_left == (due.on - now.astimezone(zone).date()).days
        assert 0 <= due.days_left <= 14
