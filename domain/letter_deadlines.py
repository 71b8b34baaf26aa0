"""By when a letter is to be answered and settled, reckoned in workdays, and which reminder is due.

The steps are ``domain.letters.CHASES``. Nothing is stored but where a clock began.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.letters import CHASES, ChaseStep, Clock, EventKind
from domain.settings import Mailbox
from domain.workdays import Workdays

_GOES_ON = frozenset({EventKind.FOLLOWED_UP, EventKind.HANDED_OVER, EventKind.ASSIGNED, EventKind.BACK_TO_TRIAGE})
"""What ends the wait for a writer who was asked something; so does the holder's next word."""


def within(clock: Clock, limits: Mailbox) -> int:
    """Workdays that it may take; 0: it is not watched."""
    return limits.answer_within_workdays if clock is Clock.ANSWER else limits.settle_within_workdays


def steps(clock: Clock, limits: Mailbox) -> list[tuple[int, ChaseStep]]:
    """Each reminder and how many workdays after the clock's beginning it comes, the earliest first."""
    days = within(clock, limits)
    wanted = [step for step in CHASES if not step.before or limits.remind_before_workdays]
    placed = [(days + _offset(step, limits), step) for step in wanted]
    return [(after, step) for after, step in placed if after > 0] if days else []


def _offset(step: ChaseStep, limits: Mailbox) -> int:
    return step.after + step.pauses * limits.chase_pause_workdays - step.before * limits.remind_before_workdays


def deadline(since: date, clock: Clock, limits: Mailbox, workdays: Workdays, paused: int = 0) -> date:
    """The last day in time. ``paused``: workdays on which the clock stood."""
    return workdays.add(since, within(clock, limits) + paused)


def due_step(
    since: date, today: date, clock: Clock, limits: Mailbox, workdays: Workdays, paused: int = 0
) -> ChaseStep | None:
    """The latest reminder whose day has come: after a long pause the earlier ones are untrue."""
    due = [step for after, step in steps(clock, limits) if workdays.add(since, after + paused) <= today]
    return due[-1] if due else None


def begun_before(today: date, clock: Clock, limits: Mailbox, workdays: Workdays) -> date | None:
    """Clocks that began on this day or later have no reminder due yet; None where nothing is watched."""
    placed = steps(clock, limits)
    return workdays.next_workday(workdays.add(today, -placed[0][0])) if placed else None


def paused_workdays(
    log: Iterable[tuple[EventKind, datetime]], since: datetime, zone: ZoneInfo, workdays: Workdays
) -> int:
    """Workdays between each question to the writer and what ended the wait for it, from ``since`` on."""
    total, asked = 0, None
    for kind, at in log:
        if at < since:
            continue
        if asked is not None and (kind in _GOES_ON or kind is EventKind.ANSWERED):
            total += len(_workdays_after(asked, at.astimezone(zone).date(), workdays))
            asked = None
        if kind is EventKind.ASKED:
            asked = asked or at.astimezone(zone).date()
    return total


def _workdays_after(first: date, last: date, workdays: Workdays) -> Sequence[date]:
    days = ((first + timedelta(days=number)) for number in range(1, (last - first).days + 1))
    return [day for day in days if workdays.is_workday(day)]
