"""Group visits (集中走访): one organiser, several members; it counts for each who signed in, with whom they met.

Source: J7, 三（二）1 has units organise group visits at regular times. Sign-in and its days are the software's own.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from domain.days import DayIsBeforeTheYear, parse_day_ahead
from domain.refusals import Refusal
from domain.short_words import check_length, says_something
from domain.visit_heads import day_before, next_word

LONGEST_AHEAD = timedelta(days=90)
OPEN_AFTER = timedelta(days=3)
"""So long after its day one may still sign in."""
LONGEST_NOTE = 300


class GroupVisitUnknown(Refusal):
    text = "group-unknown"


class DayAndMatterAreWanted(Refusal):
    text = "group-day-and-matter-are-wanted"


class DayIsTooFar(Refusal):
    """Argument: ``until``, the last day that may be named."""

    text = "group-day-is-too-far"


class MatterIsTooLong(Refusal):
    """Arguments: ``limit`` and ``length`` in characters, as text."""

    text = "group-matter-is-too-long"


class NotToday(Refusal):
    """Signed in before its day. Argument: ``day``."""

    text = "group-is-still-to-come"


class GroupVisitIsOver(Refusal):
    """Ended by its organiser, or days ago, or called off."""

    text = "group-is-over"


class SignedInAlready(Refusal):
    text = "group-signed-in-already"


class NotYourGroupVisit(Refusal):
    """Only its organiser invites, ends it or calls it off."""

    text = "group-is-not-yours"


class SomeoneSignedIn(Refusal):
    """A group visit that was made can't be called off."""

    text = "group-has-signed-in"


@dataclass(frozen=True)
class GroupVisit:
    """One group visit. ``code`` stands in its link; whoever has it must still be a member to sign in."""

    id: int
    organiser_id: int
    happened_on: date
    note: str = field(repr=False)
    code: str
    created_at: datetime
    closed_at: datetime | None = None
    cancelled_at: datetime | None = None


def read(typed: str, today: date, year_began: date) -> tuple[date, str]:
    """``3月20日 到城北村走访困难户``, with a space or without: its day, to come or past, and what it is about.

    Raises:
        DayAndMatterAreWanted, NoSuchDay, DayIsTooFar, DayIsBeforeTheYear, MatterIsTooLong
    """
    first, note = next_word(" ".join(typed.split()))
    day = parse_day_ahead(first, today)
    if day is None and (glued := day_before(first, today, parse_day_ahead)):
        day, note = glued[0], f"{glued[1]} {note}".strip()
    if day is None or not says_something(note):
        raise DayAndMatterAreWanted
    if day > today + LONGEST_AHEAD:
        raise DayIsTooFar(until=today + LONGEST_AHEAD)
    if day < year_began:
        raise DayIsBeforeTheYear(day=day, began=year_began)
    check_length(note, LONGEST_NOTE, MatterIsTooLong)
    return day, note


def check_open(visit: GroupVisit, today: date) -> None:
    """May one sign in today?

    Raises:
        GroupVisitIsOver, NotToday
    """
    if visit.cancelled_at or visit.closed_at or today > visit.happened_on + OPEN_AFTER:
        raise GroupVisitIsOver
    if today < visit.happened_on:
        raise NotToday(day=visit.happened_on)


def check_organiser(visit: GroupVisit, person_id: int) -> None:
    """Raises: NotYourGroupVisit, GroupVisitIsOver."""
    if visit.organiser_id != person_id:
        raise NotYourGroupVisit
    if visit.cancelled_at or visit.closed_at:
        raise GroupVisitIsOver
