"""When something takes place, as people type it: 5月20日 9:00-11:00, 明天下午2点到4点, 2026-05-20 14:00."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.days import parse_day_ahead
from domain.refusals import Refusal

USUAL_LENGTH = timedelta(hours=2)
"""Where no end is typed: the software's own default."""
LONGEST = timedelta(days=31)
FURTHEST_DAYS = 366
LONGEST_TYPED = 120


class WhenIsUnclear(Refusal):
    """Argument: ``typed``."""

    text = "when-is-unclear"


class WhenIsPast(Refusal):
    """Argument: ``begins``, a moment."""

    text = "when-is-past"


class EndIsNotAfterBeginning(Refusal):
    text = "when-ends-before-it-begins"


class WhenIsTooFar(Refusal):
    """Argument: ``last``, a date."""

    text = "when-is-too-far"


@dataclass(frozen=True)
class When:
    """Both in UTC; ``rest``: what was typed after the time."""

    begins_at: datetime
    ends_at: datetime
    rest: str = ""


_HALF = "上午|早上|早晨|中午|下午|傍晚|晚上|am|pm"
_TIME = re.compile(
    rf"(?:(?P<half>{_HALF})\s*+)?(?<![0-9:])(?P<hour>[0-9]{{1,2}})"
    rf"(?::(?P<minute>[0-9]{{2}})(?![0-9])|[点时](?!间)(?:(?P<half_past>半)|(?P<minutes>[0-9]{{1,2}})分?|整)?)",
    re.IGNORECASE,
)
_AFTERNOON = ("下午", "傍晚", "晚上", "pm")
_SIGNS = r"\s\-–—~～,，至到"
_BETWEEN = re.compile(rf"^[{_SIGNS}]+|(?<![{_SIGNS}])[{_SIGNS}]+$|^(?:to|until)\b", re.IGNORECASE)
_HOURS = {name: number for number, name in enumerate("零一二三四五六七八九十", start=0)} | {
    "两": 2,
    "十一": 11,
    "十二": 12,
}
_HOUR_WORDS = re.compile(r"(十[一二]?|[零一二两三四五六七八九])(?=[点时])")


def parse_when(typed: str, now: datetime, zone: ZoneInfo) -> When:
    """A day, a time, and maybe an end and more words.

    Raises:
        WhenIsUnclear, WhenIsPast, EndIsNotAfterBeginning, WhenIsTooFar, NoSuchDay
    """
    text = unicodedata.normalize("NFKC", typed).strip()
    text = _HOUR_WORDS.sub(lambda word: str(_HOURS[word[0]]), text)
    found = list(_TIME.finditer(text))[:2]
    if not found or found[0].start() > LONGEST_TYPED:
        raise WhenIsUnclear(typed=typed.strip()[:30])
    today = now.astimezone(zone).date()
    day = _day(text[: found[0].start()], today, typed)
    begins = _moment(day, found[0], found[0]["half"], zone, typed)
    end = _end(text, found, day, today)
    if end is None:
        when = When(begins.astimezone(UTC), (begins + USUAL_LENGTH).astimezone(UTC), _rest(text, found[0]))
    else:
        on, at = end
        until = _moment(on, at, at["half"] or found[0]["half"], zone, typed)
        when = When(begins.astimezone(UTC), until.astimezone(UTC), _rest(text, at))
    _check(when, now, today)
    return when


def _end(text: str, found: list[re.Match[str]], day: date, today: date) -> tuple[date, re.Match[str]] | None:
    """The second time and its day, where it is an end and no part of what follows."""
    if len(found) < 2:
        return None
    raw = text[found[0].end() : found[1].start()]
    between = _BETWEEN.sub("", _BETWEEN.sub("", raw)).strip()
    if not raw.strip():
        return None
    if not between:
        return day, found[1]
    on = parse_day_ahead(between, today)
    return (on, found[1]) if on is not None else None


def _rest(text: str, last: re.Match[str]) -> str:
    return text[last.end() :].strip(" \n\t,，;；。:：")


def _day(words: str, today: date, typed: str) -> date:
    day = parse_day_ahead(words.strip(" ,，\n\t"), today)
    if day is None:
        raise WhenIsUnclear(typed=typed.strip()[:30])
    return day


def _moment(day: date, said: re.Match[str], half: str | None, zone: ZoneInfo, typed: str) -> datetime:
    hour = int(said["hour"])
    minute = 30 if said["half_past"] else int(said["minute"] or said["minutes"] or 0)
    if half and half.lower() in _AFTERNOON and hour < 12:
        hour += 12
    if hour > 23 or minute > 59:
        raise WhenIsUnclear(typed=typed.strip()[:30])
    return datetime.combine(day, time(hour, minute), tzinfo=zone)


def _check(when: When, now: datetime, today: date) -> None:
    if when.begins_at <= now:
        raise WhenIsPast(begins=when.begins_at)
    if not when.begins_at < when.ends_at <= when.begins_at + LONGEST:
        raise EndIsNotAfterBeginning
    last = today + timedelta(days=FURTHEST_DAYS)
    if when.begins_at > now + timedelta(days=FURTHEST_DAYS):
        raise WhenIsTooFar(last=last)
