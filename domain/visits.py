"""Visits: the line a member types, the value that is kept, and who may change it for how long."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.good_deeds import GoodDeed
from domain.refusals import Refusal

UNSAVED = 0
"""The id of what storage has not numbered yet."""


class VisitKind(StrEnum):
    """How the member met the contact. A scheme says which kinds count."""

    HOME = "home"  # 上门走访
    AD_HOC = "ad_hoc"  # 随访: something important happened
    GROUP = "group"  # 集中走访
    ENTERPRISE = "enterprise"  # 走访企业
    PHONE = "phone"
    ONLINE = "online"


IN_PERSON = frozenset({VisitKind.HOME, VisitKind.AD_HOC, VisitKind.GROUP, VisitKind.ENTERPRISE})


class NotYourVisit(Refusal):
    """Only who logged a visit may change it."""

    text = "visit-is-not-yours"


class VisitIsWithdrawn(Refusal):
    """What is withdrawn, or replaced by a correction, stays as it is."""

    text = "visit-is-withdrawn"


class TooLateToCorrect(Refusal):
    """Argument: ``until``, the moment the time to change the visit ended."""

    text = "visit-too-late-to-correct"


@dataclass(frozen=True)
class Visit:
    """One visit as it was reported.

    A correction is a visit of its own that `replaces_id`; the one it replaces is withdrawn, so the log keeps both.
    """

    id: int
    member_id: int
    contact_id: int
    kind: VisitKind
    happened_on: date
    note: str = field(repr=False)
    logged_at: datetime
    """When the visit was first reported; a correction keeps it, so corrections can't renew their own time."""
    withdrawn_at: datetime | None = None
    replaces_id: int | None = None
    keyed_by_id: int | None = None
    """Who of the staff entered it from a paper card, where the member had not logged it."""
    group_visit_id: int | None = None
    """The group visit it was made in, where the member signed in to one."""


def counts(entry: Visit | GoodDeed) -> bool:
    """Does it stand, that is, was it neither withdrawn nor replaced?"""
    return entry.withdrawn_at is None


def in_force(visits: Iterable[Visit]) -> list[Visit]:
    """The visits that stand, each once however often it was corrected, in the given order."""
    given = list(visits)
    replaced = {visit.replaces_id for visit in given}
    return [visit for visit in given if counts(visit) and (visit.id == UNSAVED or visit.id not in replaced)]


def may_correct(visit: Visit, at: datetime, within: timedelta) -> bool:
    """Is there still time to correct or withdraw the visit?"""
    return at - visit.logged_at <= within


def check_may_change(visit: Visit, by_member_id: int, at: datetime, within: timedelta) -> None:
    """Refuse a change that isn't the member's to make, or no longer.

    Raises:
        NotYourVisit, VisitIsWithdrawn, TooLateToCorrect
    """
    if visit.member_id != by_member_id:
        raise NotYourVisit
    if not counts(visit):
        raise VisitIsWithdrawn
    if not may_correct(visit, at, within):
        raise TooLateToCorrect(until=visit.logged_at + within)


def withdraw(visit: Visit, by_member_id: int, at: datetime, within: timedelta) -> Visit:
    """Take a visit back. Raises what `check_may_change` raises."""
    check_may_change(visit, by_member_id, at, within)
    return replace(visit, withdrawn_at=at)


@dataclass(frozen=True)
class Change:
    """What a correction says instead; None leaves it as it was."""

    contact_id: int | None = None
    kind: VisitKind | None = None
    happened_on: date | None = None
    note: str | None = field(default=None, repr=False)


def correct(visit: Visit, change: Change, by_member_id: int, at: datetime, within: timedelta) -> tuple[Visit, Visit]:
    """The visit withdrawn, and the one that stands in its place (not numbered yet).

    Raises what `check_may_change` raises.
    """
    withdrawn = withdraw(visit, by_member_id, at, within)
    corrected = replace(
        visit,
        id=UNSAVED,
        replaces_id=visit.id,
        contact_id=visit.contact_id if change.contact_id is None else change.contact_id,
        kind=visit.kind if change.kind is None else change.kind,
        happened_on=visit.happened_on if change.happened_on is None else change.happened_on,
        note=visit.note if change.note is None else change.note,
    )
    return withdrawn, corrected
