"""Stretches of days as people type them: 3月, 3月5日, 2026-03, 去年. A month that lies ahead is last year's."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from domain.days import WORDS, parse_day


@dataclass(frozen=True)
class Span:
    """From the first day to the last, both counted; None: without end on that side."""

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        assert self.first is None or self.last is None or self.first <= self.last


def parse_span(text: str, today: date) -> Span | None:
    """The day, month or year meant, or None when it is none.

    A day has to look like one: 5号 and 3.5 are more often a house and a measure.

    Raises:
        NoSuchDay: 2月30日.
    """
    typed = unicodedata.normalize("NFKC", text).strip().lower()
    for pattern, read in _READERS:
        if match := pattern.fullmatch(typed):
            return read(match.groupdict(), today)
    day = parse_day(typed, today) if typed in WORDS or _LIKE_A_DAY.search(typed) else None
    return Span(day, day) if day else None


def parse_end(text: str, today: date) -> Span | None:
    """As ``parse_span``, after 自 or 至, where any day is meant for a day.

    Raises:
        NoSuchDay
    """
    if span := parse_span(text, today):
        return span
    day = parse_day(text, today)
    return Span(day, day) if day else None


def between(first: Span | None, last: Span | None) -> Span:
    """From the beginning of one to the end of the other, whichever was named first."""
    if first is None or last is None:
        return Span(first.first if first else None, last.last if last else None)
    days = [day for span in (first, last) for day in (span.first, span.last) if day]
    return Span(min(days), max(days))


_LIKE_A_DAY = re.compile(
    r"月.*[0-9一二三四五六七八九十日号]|[0-9]{4}[-./]?[0-9]+[-./]?[0-9]+|[天日周前]$|(?:周|星期|礼拜)[一二三四五六]$"
)

Parts = Mapping[str, str]


def _month_of(year: int, month: int) -> Span:
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _month(said: Parts, today: date) -> Span | None:
    month = _number(said["month"])
    if not 1 <= month <= 12:
        return None
    return _month_of(int(said["year"] or (today.year if month <= today.month else today.year - 1)), month)


def _named_month(said: Parts, today: date) -> Span:
    if said["which"] != "上":
        return _month_of(today.year, today.month)
    before = today.replace(day=1) - timedelta(days=1)
    return _month_of(before.year, before.month)


def _year(said: Parts, today: date) -> Span:
    back = {"今": 0, "本": 0, "去": 1, "前": 2}.get(said["which"] or "")
    year = today.year - back if back is not None else int(said["year"])
    return Span(date(year, 1, 1), date(year, 12, 31))


def _number(typed: str) -> int:
    """7, 七 or 十一."""
    return int(typed) if typed.isdecimal() else "零一二三四五六七八九十".find(typed[-1]) + 10 * (len(typed) - 1)


_YEAR = "(?:19|20)[0-9]{2}"
_READERS: tuple[tuple[re.Pattern[str], Callable[[Parts, date], Span | None]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (f"(?:(?P<year>{_YEAR})年)?(?P<month>[0-9]{{1,2}}|[一二三四五六七八九十]|十[一二])月份?", _month),
        (f"(?P<year>{_YEAR})[-./](?P<month>[0-9]{{1,2}})", _month),
        ("(?P<which>上|本|这)个?月", _named_month),
        (f"(?P<which>[今本去前])年|(?P<year>{_YEAR})年", _year),
    )
)
