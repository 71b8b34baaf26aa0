"""What is totalled for the office, units and members: figures that add up, the time they are for, who is behind.

No document says how completion is reckoned or when somebody is behind: both are the software's own.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import Self

from domain.refusals import Refusal
from domain.schemes import Quota
from domain.statistics import median


class PeriodUnknown(Refusal):
    """Not a month, quarter or year, or one that has not begun. Argument: ``words``."""

    text = "totals-period-unknown"


class PeriodKind(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class Period:
    """A month, a quarter or a year. ``code``: ``2026-03``, ``2026-Q1``, ``2026``."""

    kind: PeriodKind
    year: int
    number: int = 1
    """Of the month or the quarter."""

    @property
    def code(self) -> str:
        ends = {PeriodKind.MONTH: f"-{self.number:02}", PeriodKind.QUARTER: f"-Q{self.number}", PeriodKind.YEAR: ""}
        return f"{self.year}{ends[self.kind]}"

    @property
    def first(self) -> date:
        return date(self.year, self._first_month, 1)

    @property
    def last(self) -> date:
        month = self._first_month + _MONTHS[self.kind] - 1
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def _first_month(self) -> int:
        return (self.number - 1) * _MONTHS[self.kind] + 1

    def before(self) -> "Period":
        return _of(self.kind, self.first - timedelta(days=1))

    def in_year(self, year: int) -> "Period":
        """The same month or quarter of another year."""
        return replace(self, year=year)

    @classmethod
    def of_year(cls, year: int) -> Self:
        return cls(PeriodKind.YEAR, year)


_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12}
_NAMED = {
    **dict.fromkeys(("月", "本月", "month"), (PeriodKind.MONTH, 0)),
    **dict.fromkeys(("季", "季度", "本季", "本季度", "quarter"), (PeriodKind.QUARTER, 0)),
    **dict.fromkeys(("年", "本年", "今年", "年度", "year"), (PeriodKind.YEAR, 0)),
    **dict.fromkeys(("上月", "last month"), (PeriodKind.MONTH, 1)),
    **dict.fromkeys(("上季", "上季度", "last quarter"), (PeriodKind.QUARTER, 1)),
    **dict.fromkeys(("去年", "上年", "last year"), (PeriodKind.YEAR, 1)),
}
_FORMS = (
    (PeriodKind.QUARTER, re.compile(r"(\d{4})\s*(?:年第?|-?Q)\s*([1-4一二三四])\s*(?:季度?)?", re.IGNORECASE)),
    (PeriodKind.MONTH, re.compile(r"(\d{4})\s*(?:年|-)\s*(\d{1,2})\s*月?")),
    (PeriodKind.YEAR, re.compile(r"(\d{4})\s*年?()")),
)
_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4}
EARLIEST = 2000
SHORT = 40
"""Characters of what was not understood that are repeated."""


def _of(kind: PeriodKind, day: date) -> Period:
    return Period(kind, day.year, 1 if kind is PeriodKind.YEAR else (day.month - 1) // _MONTHS[kind] + 1)


def parse_period(words: str, today: date) -> Period:
    """``月``, ``上季``, ``2026年3月``, ``2026-Q1``, ``2025年``.

    Raises:
        PeriodUnknown
    """
    said = " ".join(words.casefold().split())
    if said in _NAMED:
        kind, back = _NAMED[said]
        period = _of(kind, today)
        return period.before() if back else period
    for kind, form in _FORMS:
        if found := form.fullmatch(said):
            named = _numbered(kind, *found.groups())
            if named and named.first <= today:
                return named
    raise PeriodUnknown(words=words[:SHORT])


def _numbered(kind: PeriodKind, year: str, number: str) -> Period | None:
    which = _CHINESE.get(number) or int(number or 1)
    if not year.isascii() or int(year) < EARLIEST or not 1 <= which <= 12 // _MONTHS[kind]:
        return None
    return Period(kind, int(year), which)


def in_year(day: date, year: int) -> date:
    """The same day of another year; a month's last day stays its last day."""
    last = calendar.monthrange(year, day.month)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, day.month, last if is_last else min(day.day, last))


# --- figures ----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Figures:
    """Of one member, or added up of many. ``owed`` and ``done``: of all quotas with a figure, from the year's begin to
    the period's end; forms and cards of the year; the rest of the period alone."""

    members: int = 0
    complete: int = 0
    """How many of them owe anything by the scheme, and have done all of it."""
    owed: int = 0
    done: int = 0
    """Never more than is owed of each quota: too many visits to one contact make up for nobody else."""
    contacts: int = 0
    visits: int = 0
    people: int = 0
    """How many different contacts were met in person."""
    good_deeds: int = 0
    received: int = 0
    answered: int = 0
    activities: int = 0
    forms: int = 0
    cards: int = 0
    cards_returned: int = 0
    days: dict[int, int] = field(default_factory=dict)
    """Whole days until the first answer → letters."""

    @property
    def percent(self) -> int | None:
        """Of what is owed, rounded down, so that only who has done all has 100; None where nothing is."""
        return 100 * self.done // self.owed if self.owed else None

    @property
    def median_days(self) -> int | None:
        return median(self.days) if self.days else None


_NUMBERS = tuple(each.name for each in fields(Figures) if each.type is int)
_numbers: Callable[[Figures], tuple[int, ...]] = attrgetter(*_NUMBERS)


def added_up(several: Iterable[Figures]) -> Figures:
    """All of them together. Column by column: thousands of members are added up several times for one bulletin."""
    listed, total = list(several), Figures()
    for name, column in zip(_NUMBERS, zip(*map(_numbers, listed), strict=True), strict=False):
        setattr(total, name, sum(column))
    for each in listed:
        for day, letters in each.days.items():
            total.days[day] = total.days.get(day, 0) + letters
    return total


@dataclass(frozen=True, slots=True)
class MemberFigures:
    """One member's, and where they stand with each quota of the year."""

    member_id: int
    person_id: int
    name: str
    sector: str
    unit: str
    figures: Figures
    quotas: Mapping[Quota, tuple[int, int]]
    """Of each quota that binds them how much is done, and how much is owed."""
    is_leader: bool = False


def is_behind(figures: Figures, on: date, last: date) -> bool:
    """Is less done than the months of the year that are over would ask for? At the year's end: is anything left?"""
    if on >= last:
        return figures.done < figures.owed
    return figures.done * 12 < figures.owed * months_over(on)


def months_over(on: date) -> int:
    """How many months of its year are over at the end of this day."""
    return on.month if (on + timedelta(days=1)).month != on.month else on.month - 1


def place(own: Figures, all_of_them: Iterable[Figures]) -> tuple[int, int]:
    """The member's place by completion among those who owe something, and how many these are. Equals share a place."""
    shares = [(each.done, each.owed) for each in all_of_them if each.owed]
    ahead = sum(done * own.owed > own.done * owed for done, owed in shares)
    return ahead + 1, len(shares)
