"""A member who is away for a while: until when, who stands in, and who then gets what comes for them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.days import parse_day_ahead
from domain.refusals import Refusal

LONGEST_DAYS = 366
LONGEST_NAME_TYPED = 40

_UNTIL = re.compile(r"^(?:请假)?\s*(?:至|到|直到|until|till|to)\s*", re.IGNORECASE)
_STAND_IN = re.compile(
    r"(?<![\s,，、;；])[\s,，、;；]*+(?:由|请)?\s*+(?:代理人?|stand-in)\s*+[:：]?\s*+", re.IGNORECASE
)


class AwayDayIsUnclear(Refusal):
    """Argument: ``typed``."""

    text = "away-day-is-unclear"


class AwayDayIsPast(Refusal):
    """Argument: ``day``, a date."""

    text = "away-day-is-past"


class AwayIsTooLong(Refusal):
    """Argument: ``day``, a date: the last one possible."""

    text = "away-is-too-long"


class StandInIsYourself(Refusal):
    text = "away-stand-in-is-yourself"


class StandInDoesNotServe(Refusal):
    text = "away-stand-in-does-not-serve"


class StandInIsAway(Refusal):
    """Argument: ``name``."""

    text = "away-stand-in-is-away"


class StandInIsOutOfReach(Refusal):
    """They have not joined, or block the bot. Argument: ``name``."""

    text = "away-stand-in-is-out-of-reach"


class MemberIsAway(Refusal):
    """Someone wants to give them a letter. Arguments: ``name``, and ``until``, a date."""

    text = "member-is-away"


class NotAway(Refusal):
    text = "away-is-not-set"


@dataclass(frozen=True)
class Absence:
    """``until_on`` is the last day; ``ends_at`` the moment after it, in the committee's zone when it was set."""

    id: int
    member_id: int
    stand_in_id: int | None
    until_on: date
    ends_at: datetime
    ended_at: datetime | None = None

    def holds(self, at: datetime) -> bool:
        """Are they away at this moment?"""
        return self.ended_at is None and at < self.ends_at


@dataclass(frozen=True)
class AwayLine:
    """``/away 至 3月20日 代理 李建国``: the last day, and the words for the stand-in.

    ``stand_in`` is None where nobody is to stand in, "" where someone is and is not named.
    """

    until_on: date
    stand_in: str | None

    @classmethod
    def parse(cls, typed: str, today: date) -> "AwayLine":
        """Raises:
        AwayDayIsUnclear, AwayDayIsPast, AwayIsTooLong, NoSuchDay
        """
        day, *rest = _STAND_IN.split(typed.strip(), maxsplit=1)
        name = rest[0].strip()[:LONGEST_NAME_TYPED] if rest else None
        return cls(parse_until(day, today), name)


def parse_until(typed: str, today: date) -> date:
    """The last day of an absence, as people type it.

    Raises:
        AwayDayIsUnclear, AwayDayIsPast, AwayIsTooLong, NoSuchDay
    """
    day = parse_day_ahead(_UNTIL.sub("", typed.strip()), today)
    if day is None:
        raise AwayDayIsUnclear(typed=typed.strip()[:20])
    check_until(day, today)
    return day


def check_until(day: date, today: date) -> None:
    """Raises:
    AwayDayIsPast, AwayIsTooLong
    """
    if day < today:
        raise AwayDayIsPast(day=day)
    last = today + timedelta(days=LONGEST_DAYS)
    if day > last:
        raise AwayIsTooLong(day=last)


def ends_at(until: date, zone: ZoneInfo) -> datetime:
    """The first moment after the last day."""
    return datetime.combine(until + timedelta(days=1), time(0), tzinfo=zone)
