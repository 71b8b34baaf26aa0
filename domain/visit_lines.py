"""The one line a member types to log a visit: ``联系对象 [日期] [方式] 内容 [#实事 …] [#承诺 4月10日前 …]``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from domain.days import parse_day
from domain.good_deeds import Promise
from domain.refusals import Refusal
from domain.short_words import check_length, says_something
from domain.unclear_days import check_clear
from domain.visit_heads import kind_of, next_word, read_head, trimmed
from domain.visits import VisitKind

LONGEST_CONTACT = 50
LONGEST_NOTE = 2000
LONGEST_GOOD_DEED = 200
MOST_GOOD_DEEDS = 10
LONGEST_SHOWN = 600
"""Of a note in a message: the whole visit has to fit one, whatever its good deeds say."""

_TAGS = "实事|办实事|做实事|承诺"
# A hash is hard to find on a phone: 实事：送去轮椅 is as good where a sentence begins.
_GOOD_DEED = re.compile(
    f"(?:[#＃]\\s*|(?<![^\\s,，;；。])(?=(?:{_TAGS})\\s*[:：]|办?实事\\s))({_TAGS}|deed\\b|promise\\b)", re.IGNORECASE
)
_PROMISE = re.compile(r"^(?:承诺|答应|promised?\b)[\s:：]*", re.IGNORECASE)


def shortened(note: str) -> str:
    """So much of a note as a message shows."""
    return note if len(note) <= LONGEST_SHOWN else note[:LONGEST_SHOWN] + "…"


class ContactIsMissing(Refusal):
    """The line doesn't say who was visited."""

    text = "visit-line-contact-is-missing"


class NoteIsMissing(Refusal):
    """The line doesn't say what the visit was about. Argument: ``contact``."""

    text = "visit-line-note-is-missing"


class GoodDeedIsEmpty(Refusal):
    """#实事 or #承诺 with nothing behind it, or signs alone."""

    text = "visit-line-good-deed-is-empty"


class TooManyGoodDeeds(Refusal):
    """Argument: ``limit``, as text."""

    text = "visit-line-too-many-good-deeds"


class ContactNameIsTooLong(Refusal):
    """Arguments: ``limit`` and ``length`` in characters, as text."""

    text = "visit-line-contact-is-too-long"


class NoteIsEmpty(Refusal):
    """A note or a good deed of signs alone."""

    text = "visit-note-is-empty"


class NoteIsTooLong(Refusal):
    """Arguments: ``limit`` and ``length`` in characters, as text."""

    text = "visit-line-note-is-too-long"


class GoodDeedIsTooLong(Refusal):
    """Arguments: ``limit`` and ``length`` in characters, as text."""

    text = "visit-line-good-deed-is-too-long"


@dataclass(frozen=True)
class VisitLine:
    """What a member typed, understood; a day or kind left out is None."""

    contact: str = field(repr=False)
    day: date | None
    kind: VisitKind | None
    note: str = field(repr=False)
    good_deeds: tuple[str, ...] = field(default=(), repr=False)
    promises: tuple[Promise, ...] = ()
    perhaps: date | None = None
    """A day past that stands in the note, where none was said of the visit: of the visit, or of what is told?"""

    @classmethod
    def parse(cls, text: str, today: date, *, is_whole: bool = True) -> Self:
        """Read the line: contact first, then day and kind in either order, then what happened. The day may come last.

        A contact whose name is a day or a kind (周一) has to be chosen by button. Of a line that is not the whole
        report yet (``is_whole=False``) the note may be left out; it is "" then.

        Raises:
            ContactIsMissing, NoteIsMissing, GoodDeedIsEmpty, TooManyGoodDeeds, NoSuchDay, LunarDay, VagueDay,
            ContactNameIsTooLong, NoteIsTooLong, GoodDeedIsTooLong, PromiseIsPast, PromiseIsTooFar
        """
        told, *tagged = _GOOD_DEED.split(text)
        contact, rest = _contact(told, today)
        head = read_head(rest, today)
        note = head.note if says_something(head.note) else ""
        if is_whole and not note:
            raise NoteIsMissing(contact=contact)
        check_length(note, LONGEST_NOTE, NoteIsTooLong)
        deeds, promises = _good_deeds(tagged[::2], tagged[1::2], today)
        return cls(contact, head.day, head.kind, note, deeds, promises, head.perhaps)


def read_note(typed: str) -> str:
    """What a visit was about.

    Raises:
        NoteIsEmpty, NoteIsTooLong
    """
    note = typed.strip()
    if not says_something(note):
        raise NoteIsEmpty
    check_length(note, LONGEST_NOTE, NoteIsTooLong)
    return note


def read_good_deed(typed: str) -> str:
    """One thing done for the contact.

    Raises:
        NoteIsEmpty, GoodDeedIsTooLong
    """
    deed = " ".join(typed.split())
    if not says_something(deed):
        raise NoteIsEmpty
    check_length(deed, LONGEST_GOOD_DEED, GoodDeedIsTooLong)
    return deed


def read_promise(typed: str, today: date) -> Promise:
    """``4月10日前送轮椅``: something that the contact was promised.

    Raises:
        NoteIsEmpty, GoodDeedIsTooLong, NoSuchDay, PromiseIsPast, PromiseIsTooFar
    """
    return Promise.parse(read_good_deed(typed), today)


def check_good_deeds(deeds: Sequence[object]) -> None:
    """Raises: TooManyGoodDeeds."""
    if len(deeds) > MOST_GOOD_DEEDS:
        raise TooManyGoodDeeds(limit=str(MOST_GOOD_DEEDS))


def _contact(text: str, today: date) -> tuple[str, str]:
    """The first word, and what follows it."""
    word, rest = next_word(text)
    check_clear(word)
    if not word or kind_of(word) or parse_day(word, today):
        raise ContactIsMissing
    check_length(word, LONGEST_CONTACT, ContactNameIsTooLong)
    return word, rest


def _good_deeds(tags: list[str], typed: list[str], today: date) -> tuple[tuple[str, ...], tuple[Promise, ...]]:
    """What was done and what was promised, each behind its tag."""
    deeds = [trimmed(deed) for deed in typed]
    if not all(map(says_something, deeds)):
        raise GoodDeedIsEmpty
    check_good_deeds(deeds)
    for deed in deeds:
        check_length(deed, LONGEST_GOOD_DEED, GoodDeedIsTooLong)
    told = list(zip(tags, deeds, strict=True))
    done = tuple(deed for tag, deed in told if not _PROMISE.match(tag))
    return done, tuple(Promise.parse(deed, today) for tag, deed in told if _PROMISE.match(tag))


def promise_in(typed: str) -> str | None:
    """What stands behind 承诺 or 答应 at the beginning; None where nothing is promised."""
    tag = _PROMISE.match(typed)
    return typed[tag.end() :] if tag else None
