"""Good deeds (实事): promised, done, confirmed by the contact; how a promise is typed, and when it is reminded of.

Source: J-speech, 三 asks for one good deed done a year. Promises, their days and reminders are the software's own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self

from domain.days import parse_day_ahead
from domain.refusals import Refusal
from domain.short_words import says_something

PROMISE_WITHIN = timedelta(days=30)
"""When a promise is due that names no day; the software's own default."""
LONGEST_PROMISE = timedelta(days=366)
REMIND_BEFORE = timedelta(days=2)
REMIND_AFTER = timedelta(days=1)
"""A promise is reminded of that long before its day, and once more so long after it."""


class DeedState(StrEnum):
    """Where a good deed stands."""

    PROMISED = "promised"  # counted by no quota
    DONE = "done"
    CONFIRMED = "confirmed"  # by the contact, or by staff from their paper card


MAY_BECOME: Mapping[DeedState, frozenset[DeedState]] = {
    DeedState.PROMISED: frozenset({DeedState.DONE}),
    # 有出入: what was reported as done is owed again.
    DeedState.DONE: frozenset({DeedState.CONFIRMED, DeedState.PROMISED}),
    DeedState.CONFIRMED: frozenset(),
}


class PromiseIsPast(Refusal):
    """A promise for a day that is over. Argument: ``day``."""

    text = "promise-is-past"


class PromiseIsTooFar(Refusal):
    """Argument: ``until``, the last day that may be named."""

    text = "promise-is-too-far"


class NotYourDeed(Refusal):
    """Another member's, or none at all."""

    text = "deed-is-not-yours"


class DeedIsPast(Refusal):
    """It was done, confirmed or given up before."""

    text = "deed-is-past"


class DeedIsBeforePromise(Refusal):
    """Argument: ``promised``, the day of the promise."""

    text = "deed-is-before-promise"


class DeedIsJudged(Refusal):
    """The contact said so before."""

    text = "deed-is-judged"


class NotYourDeedToJudge(Refusal):
    """Only the contact for whom it was done says whether it was."""

    text = "deed-is-not-yours-to-judge"


@dataclass(frozen=True)
class Promise:
    """Something that the contact was promised, and until when."""

    what: str = field(repr=False)
    due_on: date

    @classmethod
    def parse(cls, typed: str, today: date) -> Self:
        """``4月10日前送轮椅``, ``送轮椅 4月10日前``, ``by 10 April bring a wheelchair``; without a day: in a month.

        Raises:
            NoSuchDay, PromiseIsPast, PromiseIsTooFar
        """
        text = " ".join(typed.split())
        day, what = _parted(text, today)
        if day is None or not says_something(what):
            return cls(text, today + PROMISE_WITHIN)
        check_due(day, today)
        return cls(what, day)


def check_due(day: date, today: date) -> None:
    """Raises: PromiseIsPast, PromiseIsTooFar."""
    if day < today:
        raise PromiseIsPast(day=day)
    if day > today + LONGEST_PROMISE:
        raise PromiseIsTooFar(until=today + LONGEST_PROMISE)


_LEAD = re.compile(r"^(?:by|before|until|在|于)\s*", re.IGNORECASE)
_TILL = re.compile(r"(?:之前|以前|前)[\s,，、:：]*")
_SIGNS = " ,，、:：。;；"
_MOST_WORDS = 3


def _parted(text: str, today: date) -> tuple[date | None, str]:
    """The day and what is promised; the day may stand before or behind it, run together with 前 or apart."""
    bare = _LEAD.sub("", text)
    for till in _TILL.finditer(bare):
        if day := _day(bare[: till.start()], today):
            return day, bare[till.end() :]
    words = bare.split(" ")
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        if day := _day(" ".join(words[:count]), today):
            return day, " ".join(words[count:]).strip(_SIGNS)
        if day := _day(_LEAD.sub("", " ".join(words[-count:])), today):
            return day, re.sub(r"(?:\s|^)(?:by|before|until)$", "", " ".join(words[:-count])).strip(_SIGNS)
    return None, text


def _day(words: str, today: date) -> date | None:
    return parse_day_ahead(_TILL.sub("", words).strip(_SIGNS), today)


@dataclass(frozen=True)
class GoodDeed:
    """实事: one concrete thing done for the contact, or promised, with the visit it was reported in, if any."""

    id: int
    member_id: int
    contact_id: int
    what: str = field(repr=False)
    done_on: date
    """Of a promise that is still open: the day it was made."""
    visit_id: int | None = None
    withdrawn_at: datetime | None = None
    state: DeedState = DeedState.DONE
    promised_on: date | None = None
    """None: it was reported as done."""
    due_on: date | None = None
    dispute: str = field(default="", repr=False)
    """What the contact said when they said 有出入 last."""

    @property
    def is_open(self) -> bool:
        return self.state is DeedState.PROMISED

    def is_overdue(self, today: date) -> bool:
        return self.is_open and self.due_on is not None and self.due_on < today


def check_becomes(deed: GoodDeed, state: DeedState) -> None:
    """Raises: DeedIsPast."""
    if deed.withdrawn_at is not None or state not in MAY_BECOME[deed.state]:
        raise DeedIsPast


def check_judged(deed: GoodDeed) -> None:
    """May its contact say whether it was done?

    Raises:
        DeedIsPast: it was withdrawn, or the member never said it was done.
        DeedIsJudged
    """
    if deed.withdrawn_at is not None or (deed.is_open and not deed.dispute):
        raise DeedIsPast
    if deed.state is not DeedState.DONE:
        raise DeedIsJudged


def check_done_on(deed: GoodDeed, day: date) -> None:
    """Raises: DeedIsBeforePromise."""
    if deed.promised_on is not None and day < deed.promised_on:
        raise DeedIsBeforePromise(promised=deed.promised_on)
