"""Activities (活动): what they are, who may come, who waits for a place, how it was.

Source of the kinds: Xishan, 二 and 附; Ordos; Baokang. Capacity, waiting list, the hours of sign-in and the grades are
the software's own defaults: no document names them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from domain.refusals import MovedOn, Refusal

MOST_PLACES = 10_000
LONGEST_TITLE = 60
SIGN_IN_BEFORE = timedelta(hours=1)
"""The software's own default: the doors open an hour before."""


class ActivityKind(StrEnum):
    VISITING = "visiting"  # 走访群众
    ACTIVITY_DAY = "activity_day"  # 委员活动日
    SECTOR_WEEK = "sector_week"  # 界别活动周
    RECEPTION_DAY = "reception_day"  # 委员接待日
    LECTURE = "lecture"  # 委员讲堂
    OPEN_DAY = "open_day"  # 政协开放日
    PARLOUR = "parlour"  # 委员会客厅
    DUTY_ROOM = "duty_room"  # 值班室
    SITTING_IN = "sitting_in"  # 列席会议
    INSPECTION = "inspection"  # 视察调研
    CONSULTATION = "consultation"  # 主题协商
    SUPERVISION = "supervision"  # 民主监督、部门评议
    PROPOSAL_MEETING = "proposal_meeting"  # 提案办理协商（见面会）
    LEADS = "leads"  # 提案线索征集
    BRIEFING = "briefing"  # 政情通报会


class Attendance(StrEnum):
    """Where someone stands with an activity."""

    INVITED = "invited"
    COMING = "coming"
    WAITING = "waiting"  # for a place
    DECLINED = "declined"
    ON_LEAVE = "on_leave"  # 请假, with a reason


WILL_COME = (Attendance.COMING, Attendance.WAITING)
CONCERNED = (Attendance.INVITED, Attendance.COMING, Attendance.WAITING)
"""Those whom a change or a cancellation concerns."""


class Grade(StrEnum):
    """How a participant judges it."""

    SATISFIED = "satisfied"
    MOSTLY = "mostly"
    DISSATISFIED = "dissatisfied"


class NoteKind(StrEnum):
    SPEECH = "speech"  # 发言
    SUGGESTION = "suggestion"  # 建议


class ActivityUnknown(MovedOn):
    """No such activity, or none that this person may see."""

    text = "activity-unknown"


class ActivityIsNotYours(MovedOn):
    """Neither office, nor its maker, nor of its unit."""

    text = "activity-is-not-yours"


class ActivityIsCancelled(MovedOn):
    """Argument: ``title``."""

    text = "activity-is-cancelled"


class ActivityHasBegun(MovedOn):
    """Too late to answer, to take leave or to change. Argument: ``title``."""

    text = "activity-has-begun"


class ActivityIsNotOverYet(Refusal):
    """Argument: ``title``."""

    text = "activity-is-not-over"


class NotInvited(MovedOn):
    """Who was not invited is not told what to."""

    text = "activity-not-invited"


class NothingToTakeLeaveOf(MovedOn):
    """They had not said yes. Argument: ``title``."""

    text = "activity-no-leave-needed"


class WasNotThere(Refusal):
    """Only who signed in may judge. Argument: ``title``."""

    text = "activity-was-not-there"


class CapacityIsUnclear(Refusal):
    """Argument: ``typed``."""

    text = "activity-capacity-unclear"


class TitleIsTooLong(Refusal):
    """Argument: ``limit``, as text."""

    text = "activity-title-too-long"


@dataclass(frozen=True)
class Activity:
    """``capacity`` None: as many as like; ``unit_id`` None: the office's own. Moments are UTC."""

    id: int
    kind: ActivityKind
    title: str
    place: str
    begins_at: datetime
    ends_at: datetime
    capacity: int | None = None
    is_open: bool = False
    """May people come who were not invited?"""
    unit_id: int | None = None
    unit: str = ""
    made_by_id: int = 0
    cancelled_at: datetime | None = None
    cancelled_because: str = ""

    def must_stand(self) -> None:
        """Raises: ActivityIsCancelled."""
        if self.cancelled_at is not None:
            raise ActivityIsCancelled(title=self.title)

    def must_be_ahead(self, at: datetime) -> None:
        """Raises: ActivityIsCancelled, ActivityHasBegun."""
        self.must_stand()
        if at >= self.begins_at:
            raise ActivityHasBegun(title=self.title)


@dataclass(frozen=True)
class Participant:
    """A person and an activity. ``member_id``: set where they were invited or came as a member."""

    id: int
    activity_id: int
    person_id: int
    attendance: Attendance
    member_id: int | None = None
    invited_at: datetime | None = None
    waits_since_at: datetime | None = None
    reason: str = field(default="", repr=False)
    signed_in_at: datetime | None = None
    grade: Grade | None = None


def check_is_for(activity: Activity, participant: Participant | None) -> None:
    """Raises: NotInvited."""
    if participant is None and not activity.is_open:
        raise NotInvited


def answered(activity: Activity, participant: Participant | None, taken: int, at: datetime) -> Attendance:
    """What 参加 makes of someone, where ``taken`` places are taken by others.

    Who is coming stays so; who waits keeps their turn.

    Raises:
        ActivityIsCancelled, ActivityHasBegun, NotInvited
    """
    check_is_for(activity, participant)
    activity.must_be_ahead(at)
    if participant is not None and participant.attendance in WILL_COME:
        return participant.attendance
    return Attendance.COMING if places_left(activity.capacity, taken) else Attendance.WAITING


def declined(activity: Activity, participant: Participant | None, at: datetime) -> Attendance:
    """What 不参加 makes of someone; who is on leave stays so.

    Raises:
        ActivityIsCancelled, ActivityHasBegun, NotInvited
    """
    if participant is None:
        raise NotInvited
    activity.must_be_ahead(at)
    is_on_leave = participant.attendance is Attendance.ON_LEAVE
    return Attendance.ON_LEAVE if is_on_leave else Attendance.DECLINED


def check_leave(activity: Activity, participant: Participant | None, at: datetime) -> None:
    """Leave is taken by who was invited or said yes, before it begins.

    Raises:
        NotInvited, ActivityIsCancelled, ActivityHasBegun, NothingToTakeLeaveOf
    """
    if participant is None:
        raise NotInvited
    activity.must_be_ahead(at)
    if participant.attendance not in CONCERNED:
        raise NothingToTakeLeaveOf(title=activity.title)


def places_left(capacity: int | None, taken: int) -> bool:
    return capacity is None or taken < capacity


def moving_up(capacity: int | None, taken: int, waiting: Sequence[Participant]) -> list[Participant]:
    """Who of those waiting gets a place now: who has waited longest first."""
    in_turn = sorted(waiting, key=lambda one: (one.waits_since_at is None, one.waits_since_at, one.id))
    return in_turn if capacity is None else in_turn[: max(0, capacity - taken)]


def check_may_judge(activity: Activity, participant: Participant | None, at: datetime) -> None:
    """Raises: NotInvited, ActivityIsCancelled, ActivityIsNotOverYet, WasNotThere."""
    if participant is None:
        raise NotInvited
    activity.must_stand()
    if at < activity.ends_at:
        raise ActivityIsNotOverYet(title=activity.title)
    if participant.signed_in_at is None:
        raise WasNotThere(title=activity.title)


def read_title(typed: str) -> str:
    """Raises: TitleIsTooLong."""
    title = " ".join(typed.split())
    if len(title) > LONGEST_TITLE:
        raise TitleIsTooLong(limit=str(LONGEST_TITLE))
    return title


def read_capacity(typed: str) -> int | None:
    """How many may come; None for 不限.

    Raises:
        CapacityIsUnclear
    """
    words = typed.strip().removesuffix("人").removesuffix("名").strip()
    if words in ("不限", "0", "any", "no limit"):
        return None
    if not (words.isascii() and words.isdigit() and len(words) < 6 and 0 < int(words) <= MOST_PLACES):
        raise CapacityIsUnclear(typed=typed.strip()[:20])
    return int(words)
