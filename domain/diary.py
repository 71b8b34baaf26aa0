"""The member's own diary (履职日记): entries by day, and what appears in it by itself.

Source: J7, 三（二）: the member keeps a diary, and sums the year up with it. Limits are the software's own default.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.days import check_visit_day, parse_day
from domain.refusals import Refusal
from domain.short_words import check_length, says_something
from domain.visit_heads import day_before, next_word

LONGEST_ENTRY = 4000
MOST_FILES = 20


class EntryIsEmpty(Refusal):
    """Neither words nor a picture."""

    text = "diary-entry-is-empty"


class EntryIsTooLong(Refusal):
    """Arguments: ``limit`` and ``length`` in characters, as text."""

    text = "diary-entry-is-too-long"


class EntryHasTooManyFiles(Refusal):
    """Argument: ``limit``, as text."""

    text = "diary-entry-has-too-many-files"


class NotYourEntry(Refusal):
    """Another member's, or none at all: a diary is its writer's alone."""

    text = "diary-entry-is-not-yours"


class EntryIsRemoved(Refusal):
    text = "diary-entry-is-removed"


@dataclass(frozen=True)
class File:
    """A photo, video, document or recording: kind as in Telegram's ``send…`` methods."""

    kind: str
    file_id: str
    file_name: str | None = None


@dataclass(frozen=True)
class Entry:
    """What a member wrote of one day."""

    id: int
    member_id: int
    happened_on: date
    body: str = field(repr=False)
    written_at: datetime
    changed_at: datetime | None = None
    removed_at: datetime | None = None


class What(StrEnum):
    """What a line of the diary is about; in the order in which a day tells it."""

    VISIT = "visit"
    DEED = "deed"
    ANSWER = "answer"
    ACTIVITY = "activity"
    ENTRY = "entry"


@dataclass(frozen=True)
class Line:
    """One thing of a day, written or computed. ``id`` is the visit's, the deed's, the letter's, the
    activity's or the entry's."""

    on: date
    what: What
    id: int
    name: str = field(default="", repr=False)
    """The contact's, the letter's number, or the activity's title."""
    words: str = field(default="", repr=False)
    kind: str = ""
    """The visit's, as in its log; the activity's."""


def in_order(lines: Iterable[Line]) -> list[Line]:
    """By day; within a day visits, deeds, answers, activities, and then what was written."""
    places = {what: place for place, what in enumerate(What)}
    return sorted(lines, key=lambda line: (line.on, places[line.what], line.id))


def check_entry(body: str, files: int) -> None:
    """Raises: EntryIsEmpty, EntryIsTooLong, EntryHasTooManyFiles."""
    if not files and not says_something(body):
        raise EntryIsEmpty
    check_length(body, LONGEST_ENTRY, EntryIsTooLong)
    if files > MOST_FILES:
        raise EntryHasTooManyFiles(limit=str(MOST_FILES))


def read_entry(typed: str, today: date, year_began: date) -> tuple[date, str]:
    """``昨天 参加了座谈`` or ``昨天参加了座谈``: the day and the words; without a day at the beginning it is today.

    Raises:
        NoSuchDay, DayIsInTheFuture, DayIsBeforeTheYear
    """
    text = typed.strip()
    head, _, tail = text.partition("\n")
    first, rest = next_word(text)
    for day_words, body in ((head, tail), (first, rest)):
        day = parse_day(day_words, today) if body.strip() else None
        if day is not None:
            check_visit_day(day, today, year_began)
            return day, body.strip()
    # 昨天参加座谈会: a plan for 明天 is told today.
    if (glued := day_before(first, today)) and year_began <= glued[0] <= today and glued[1]:
        return glued[0], text[text.index(first) + len(first) - len(glued[1]) :]
    return today, text


def month_of(typed: str, today: date) -> date:
    """``2026-03`` → its first day; this month's for anything else."""
    try:
        return date.fromisoformat(f"{typed}-01")
    except ValueError:
        return today.replace(day=1)


def last_of(month: date) -> date:
    """The last day of a month given by its first."""
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
