"""When reminders fall due: moments in UTC, reckoned on the committee's clock.

A moment is computed from its period, never from the last run, so whoever asks later gets the same moment and the same
period key. Storage claims each (kind, person, period) once: a missed tick is caught up, a second one sends nothing.
Only the monthly reminder waits for a workday: "two days before" has to stay two days before.
"""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.schemes import Deadline
from domain.settings import Reminders
from domain.workdays import Workdays

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class MonthlyDue:
    """The monthly round of one month."""

    period: str
    """``2026-03``"""
    at: datetime
    """UTC."""
    zone: ZoneInfo


@dataclass(frozen=True)
class DeadlineDue:
    """One of a deadline's reminders."""

    period: str
    """``2026:form:14``: the deadline's year and name, and the days before it."""
    at: datetime
    """UTC."""
    zone: ZoneInfo
    deadline: Deadline
    on: date
    """The deadline's day."""
    days_left: int
    """From the day one asked until the deadline, 0 on its day: what the text has to say when it is late."""


def outside_quiet(at: datetime, zone: ZoneInfo, quiet_from: int, quiet_to: int) -> datetime:
    """`at`, or the end of the quiet hours it falls into (hours 0–23 on the clock of `zone`). In UTC."""
    local = at.astimezone(zone)
    while _is_quiet(local.hour, quiet_from, quiet_to):
        # A quiet hour's end that the clock leaps over may be quiet itself, so look again.
        local = _next_time(local, quiet_to)
    return local.astimezone(UTC)


def day_before(begins_at: datetime, settings: Reminders, zone: ZoneInfo, workdays: Workdays) -> datetime:
    """When those who come to something are reminded, in UTC: the day before, with ``workdays_only`` the last workday
    before."""
    day = begins_at.astimezone(zone).date() - _ONE_DAY
    if settings.workdays_only and not workdays.is_workday(day):
        day = workdays.previous_workday(day)
    return moment_of(day, settings, zone)


def monthly_due(year: int, month: int, settings: Reminders, zone: ZoneInfo, workdays: Workdays) -> datetime:
    """The moment of a month's reminder, in UTC.

    It waits for the next workday and for the end of the quiet hours, but stays in its month: where the month ends
    first, it comes on the last day before that fits. So every month has its own, and December's comes in time.
    """
    last = calendar.monthrange(year, month)[1]
    nominal = min(settings.day, last)
    for number in (*range(nominal, last + 1), *range(nominal - 1, 0, -1)):
        at = moment_of(date(year, month, number), settings, zone)
        falls_on = at.astimezone(zone).date()
        if falls_on.month == month and (not settings.workdays_only or workdays.is_workday(falls_on)):
            return at
    return moment_of(date(year, month, nominal), settings, zone)


def latest_due(
    now: datetime, since: datetime, settings: Reminders, zone: ZoneInfo, workdays: Workdays
) -> MonthlyDue | None:
    """The latest monthly round whose moment has passed, however long ago.

    None where that was before `since` (the bot was not set up yet) or in another year: a plan for a year that is
    over helps nobody.
    """
    today = now.astimezone(zone).date()
    for month in range(today.month, 0, -1):
        at = monthly_due(today.year, month, settings, zone, workdays)
        if at <= now:
            return MonthlyDue(f"{today.year}-{month:02}", at, zone) if at >= since else None
    return None


def deadline_due(
    deadlines: Iterable[Deadline], now: datetime, since: datetime, settings: Reminders, zone: ZoneInfo
) -> list[DeadlineDue]:
    """For each deadline ahead the latest of its reminders whose moment has passed, earliest first.

    Only the latest: after a long pause "two weeks left" is untrue, and two messages about one day are one too many.
    On the deadline's day it is still sent, after it no more. Moments before `since` are nobody's.
    """
    year = now.astimezone(zone).year
    passed = (
        _latest_of(deadline, on, now, settings, zone) for deadline in deadlines for on in _next_days(deadline, year)
    )
    return sorted((due for due in passed if due and due.at >= since), key=lambda due: due.at)


def _next_days(deadline: Deadline, year: int) -> tuple[date, date]:
    """This year's and the next one's, which may be reminded of before the year is out."""
    return deadline.on(year), deadline.on(year + 1)


def _latest_of(deadline: Deadline, on: date, now: datetime, settings: Reminders, zone: ZoneInfo) -> DeadlineDue | None:
    left = (on - now.astimezone(zone).date()).days
    if left < 0:
        return None
    for days in sorted(deadline.remind_days_before):
        at = moment_of(on - days * _ONE_DAY, settings, zone)
        if at <= now:
            return DeadlineDue(f"{on.year}:{deadline.name}:{days}", at, zone, deadline, on, left)
    return None


def moment_of(day: date, settings: Reminders, zone: ZoneInfo) -> datetime:
    """The configured hour of that day, in UTC: the first of a doubled hour, the one after where the clock leaps."""
    at = datetime.combine(day, time(settings.hour), tzinfo=zone)
    return outside_quiet(at.astimezone(UTC), zone, settings.quiet_from, settings.quiet_to)


def _is_quiet(hour: int, quiet_from: int, quiet_to: int) -> bool:
    if quiet_from <= quiet_to:
        return quiet_from <= hour < quiet_to
    return hour >= quiet_from or hour < quiet_to


def _next_time(local: datetime, hour: int) -> datetime:
    """The next time the clock shows that hour."""
    ahead = local.replace(hour=hour, minute=0, second=0, microsecond=0, fold=0)
    if ahead <= local:
        ahead += _ONE_DAY
    return ahead.astimezone(UTC).astimezone(local.tzinfo)
