"""The one line a member types to log a visit: ``联系对象 [日期] [方式] 内容 [#实事 …] [#承诺 4月10日前 …]``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from domain.days import parse_day
from domain.good_deeds import Promise
from domain.refusals import Refusal
from domain.visits import VisitKind

LONGEST_CONTACT = 50
LONGEST_NOTE = 2000
LONGEST_GOOD_DEED = 200
MOST_GOOD_DEEDS = 10
LONGEST_SHOWN = 600
"""Of a note in a message: the whole visit has to fit one, whatever its good deeds say."""

# The longest way to write a day takes three words: "Mar 5, 2026".
MOST_WORDS_OF_A_DAY = 3

KIND_WORDS: Mapping[str, VisitKind] = {
    **dict.fromkeys(("上门", "上门走访", "登门", "登门走访", "走访", "入户", "家访", "home", "visit"), VisitKind.HOME),
    **dict.fromkeys(("随访", "临时走访", "ad-hoc"), VisitKind.AD_HOC),
    **dict.fromkeys(("集中走访", "集中", "集体走访", "group"), VisitKind.GROUP),
    **dict.fromkeys(("走访企业", "企业走访", "enterprise"), VisitKind.ENTERPRISE),
    **dict.fromkeys(("电话", "打电话", "通话", "phone", "call"), VisitKind.PHONE),
    **dict.fromkeys(("微信", "视频", "线上", "online", "video"), VisitKind.ONLINE),
}

_SEPARATORS = r"\s,，、;；:："
_WORD = re.compile(f"[^{_SEPARATORS}]+")
_GAP = re.compile(f"[{_SEPARATORS}]*")
_GOOD_DEED = re.compile(r"[#＃]\s*(实事|deed\b|承诺|promise\b)", re.IGNORECASE)
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


class NoteIsTooLong(Refusal):
    """Arguments: ``limit`` and ``length`` in characters, as text."""

    text = "visit-line-note-is-too-long"


class GoodDeedIsTooLong(Refusal):
    """Arguments: ``limit`` and ``length`` in characters, as text."""

    text = "visit-line-good-deed-is-too-long"


def kind_of(word: str) -> VisitKind | None:
    """The kind of visit that a typed word means."""
    return KIND_WORDS.get(word.strip().casefold())


@dataclass(frozen=True)
class VisitLine:
    """What a member typed, understood; a day or kind left out is None."""

    contact: str = field(repr=False)
    day: date | None
    kind: VisitKind | None
    note: str = field(repr=False)
    good_deeds: tuple[str, ...] = field(default=(), repr=False)
    promises: tuple[Promise, ...] = ()

    @classmethod
    def parse(cls, text: str, today: date, *, is_whole: bool = True) -> Self:
        """Read the line: contact first, then day and kind in either order, then what happened.

        A contact whose name is a day or a kind (周一) has to be chosen by button. Of a line that is not the whole
        report yet (``is_whole=False``) the note may be left out; it is "" then.

        Raises:
            ContactIsMissing, NoteIsMissing, GoodDeedIsEmpty, TooManyGoodDeeds, NoSuchDay,
            ContactNameIsTooLong, NoteIsTooLong, GoodDeedIsTooLong, PromiseIsPast, PromiseIsTooFar
        """
        told, *tagged = _GOOD_DEED.split(text)
        contact, rest = _contact(told, today)
        day, kind, note = _head(rest, today)
        note = note if _says_something(note) else ""
        if is_whole and not note:
            raise NoteIsMissing(contact=contact)
        _check_length(note, LONGEST_NOTE, NoteIsTooLong)
        deeds, promises = _good_deeds(tagged[::2], tagged[1::2], today)
        return cls(contact, day, kind, note, deeds, promises)


def _contact(text: str, today: date) -> tuple[str, str]:
    """The first word, and what follows it."""
    word, rest = _next_word(text)
    if not word or kind_of(word) or parse_day(word, today):
        raise ContactIsMissing
    _check_length(word, LONGEST_CONTACT, ContactNameIsTooLong)
    return word, rest


def _head(text: str, today: date) -> tuple[date | None, VisitKind | None, str]:
    """Day and kind in either order, each at most once, and the note behind them."""
    day: date | None = None
    kind: VisitKind | None = None
    rest = text
    while rest:
        found_day, found_kind, after = _day_or_kind(rest, today)
        if (found_day is None or day) and (found_kind is None or kind):
            break
        day, kind, rest = found_day or day, found_kind or kind, after
    return day, kind, _trimmed(rest)


def _day_or_kind(text: str, today: date) -> tuple[date | None, VisitKind | None, str]:
    """What the next words mean: a day of up to three words, a kind, or both run together (昨天上门)."""
    word, after = _next_word(text)
    if kind := kind_of(word):
        return None, kind, after
    for count in range(MOST_WORDS_OF_A_DAY, 0, -1):
        words, rest = _next_words(text, count)
        if len(words) == count and (day := parse_day(" ".join(words), today)):
            return day, None, rest
    for ending in sorted(KIND_WORDS, key=len, reverse=True):
        if word.endswith(ending) and (day := parse_day(word.removesuffix(ending), today)):
            return day, KIND_WORDS[ending], after
    return None, None, text


def _next_words(text: str, count: int) -> tuple[list[str], str]:
    words: list[str] = []
    while text and len(words) < count:
        word, text = _next_word(text)
        words.append(word)
    return words, text


def _next_word(text: str) -> tuple[str, str]:
    """The first word, and the text from the second on as it was typed."""
    text = _GAP.sub("", text, count=1)
    match = _WORD.match(text)
    if match is None:
        return "", ""
    return match[0], _GAP.sub("", text[match.end() :], count=1)


def _good_deeds(tags: list[str], typed: list[str], today: date) -> tuple[tuple[str, ...], tuple[Promise, ...]]:
    """What was done and what was promised, each behind its tag."""
    deeds = [_trimmed(deed) for deed in typed]
    if not all(map(_says_something, deeds)):
        raise GoodDeedIsEmpty
    if len(deeds) > MOST_GOOD_DEEDS:
        raise TooManyGoodDeeds(limit=str(MOST_GOOD_DEEDS))
    for deed in deeds:
        _check_length(deed, LONGEST_GOOD_DEED, GoodDeedIsTooLong)
    told = list(zip(tags, deeds, strict=True))
    done = tuple(deed for tag, deed in told if not _PROMISE.match(tag))
    return done, tuple(Promise.parse(deed, today) for tag, deed in told if _PROMISE.match(tag))


def promise_in(typed: str) -> str | None:
    """What stands behind 承诺 or 答应 at the beginning; None where nothing is promised."""
    tag = _PROMISE.match(typed)
    return typed[tag.end() :] if tag else None


def _says_something(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _trimmed(text: str) -> str:
    return re.sub(f"^[{_SEPARATORS}]+|(?<![{_SEPARATORS}])[{_SEPARATORS}]+$", "", text)


def _check_length(text: str, limit: int, refusal: type[Refusal]) -> None:
    if len(text) > limit:
        raise refusal(limit=str(limit), length=str(len(text)))
