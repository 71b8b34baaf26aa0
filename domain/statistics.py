"""How the mailbox did in a year, as figures that anyone may see: totals that betray nobody."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.letters import Grade

SMALLEST = 5
"""A figure about fewer letters than this is not shown: in a small place people know who wrote. The software's own
default."""


@dataclass(frozen=True)
class YearCounts:
    """What was counted of the letters received in a year. ``days``: whole days until the first answer → letters."""

    year: int
    received: int = 0
    answered: int = 0
    days: Mapping[int, int] | None = None
    grades: Mapping[Grade, int] | None = None


@dataclass(frozen=True)
class PublicFigures:
    """The same without what is about too few; None: too few to say. ``grades`` in whole percent."""

    year: int
    received: int | None
    answered: int | None
    median_days: int | None
    grades: Mapping[Grade, int] | None


def public(counts: YearCounts) -> PublicFigures:
    return PublicFigures(
        counts.year,
        _enough(counts.received),
        _enough(counts.answered),
        median(counts.days or {}) if counts.answered >= SMALLEST else None,
        shares(counts.grades or {}),
    )


def _enough(count: int) -> int | None:
    return count if count >= SMALLEST else None


def median(days: Mapping[int, int]) -> int | None:
    """The middle one of many; of an even number the earlier of the two in the middle. None of nothing."""
    half, seen = (sum(days.values()) + 1) // 2, 0
    for day, count in sorted(days.items()):
        seen += count
        if seen >= half:
            return day
    return None


def shares(grades: Mapping[Grade, int]) -> Mapping[Grade, int] | None:
    """Whole percents, of all grades; None where there are too few."""
    total = sum(grades.values())
    if total < SMALLEST:
        return None
    return {grade: round(100 * grades.get(grade, 0) / total) for grade in Grade}
