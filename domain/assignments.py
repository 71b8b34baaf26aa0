"""A brief in a department's hands: answered, reviewed, chased on its deadline.

When a chase comes is a table; the pauses are the software's own, no document names any.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from domain.briefs import ASSIGNMENT_MAY_BECOME, WAITING_FOR_DEPARTMENT, AssignmentState, TaskHasMovedOn, check_part
from domain.workdays import Workdays


@dataclass(frozen=True)
class Chase:
    """So many workdays after the deadline (before it, when negative); is the office told as well?"""

    workdays: int
    tells_office: bool


CHASES: tuple[Chase, ...] = (
    Chase(-2, tells_office=False),
    Chase(1, tells_office=False),
    Chase(3, tells_office=True),
    Chase(8, tells_office=True),
    Chase(13, tells_office=True),
)
"""After the last one it is the office's to speak to the department."""


@dataclass(frozen=True)
class Assignment:
    """``chases``: how many of ``CHASES`` are over. ``assigned_at``: the last time it was put into their hands."""

    id: int
    brief_id: int
    unit_id: int
    unit: str
    state: AssignmentState
    due_on: date
    assigned_at: datetime
    answer: str | None = field(default=None, repr=False)
    answered_at: datetime | None = None
    reason: str | None = field(default=None, repr=False)
    chases: int = 0

    @property
    def waits(self) -> bool:
        """Is it the department's turn?"""
        return self.state in WAITING_FOR_DEPARTMENT


def answer(assignment: Assignment, words: str, at: datetime) -> Assignment:
    """Raises: TaskHasMovedOn, PartIsTooLong."""
    answered = become(assignment, AssignmentState.ANSWERED)
    return replace(answered, answer=check_part(words), answered_at=at, reason=None)


def accept(assignment: Assignment) -> Assignment:
    """Raises: TaskHasMovedOn."""
    return become(assignment, AssignmentState.ACCEPTED)


def send_back(assignment: Assignment, reason: str, due_on: date, at: datetime) -> Assignment:
    """Back to the department with a reason, a new deadline and chases from the beginning.

    Raises:
        TaskHasMovedOn
    """
    returned = become(assignment, AssignmentState.RETURNED)
    return replace(returned, reason=reason, due_on=due_on, assigned_at=at, chases=0)


def become(assignment: Assignment, state: AssignmentState) -> Assignment:
    """Raises: TaskHasMovedOn."""
    if state not in ASSIGNMENT_MAY_BECOME[assignment.state]:
        raise TaskHasMovedOn(unit=assignment.unit, state=assignment.state.value)
    return replace(assignment, state=state)


def chase_due(assignment: Assignment, now: datetime, hour: int, zone: ZoneInfo, workdays: Workdays) -> int | None:
    """Which of ``CHASES`` is to go out now: the latest whose moment has passed since it was assigned; None: none."""
    if not assignment.waits:
        return None
    moments = [
        datetime.combine(workdays.add(assignment.due_on, chase.workdays), time(hour), tzinfo=zone).astimezone(UTC)
        for chase in CHASES
    ]
    passed = [place for place, moment in enumerate(moments) if assignment.assigned_at < moment <= now]
    return passed[-1] if passed and passed[-1] >= assignment.chases else None
