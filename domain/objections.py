"""Objections to points that were made known: what may be said until when, and what the office makes of it."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from domain.appraisal import Rule, shown
from domain.refusals import MovedOn, Refusal

MOST = Decimal(1000)
"""Points that one line may be given by a decision; its own limit goes before."""
AGAIN_AFTER_DAYS = 7
"""The office is reminded of what waits once more each week: the software's own."""
_POINTS = re.compile(r"([+-]?\d{1,4}(?:\.\d)?) *(?:分|points?)?", re.IGNORECASE)


class Verdict(StrEnum):
    UPHELD = "upheld"  # 成立
    REFUSED = "refused"  # 不成立


class ObjectionsAreOver(MovedOn):
    """Argument: ``until``, the last day."""

    text = "objections-are-over"


class NothingToObjectTo(MovedOn):
    """The year's points are not made known, or made known no more."""

    text = "objection-nothing-published"


class ObjectionIsMade(MovedOn):
    """This line was objected to before."""

    text = "objection-is-made"


class ObjectionNeedsWords(Refusal):
    text = "objection-needs-words"


class ObjectionUnknown(Refusal):
    text = "objection-unknown"


class ObjectionIsDecided(MovedOn):
    text = "objection-is-decided"


class ObjectionIsYourOwn(Refusal):
    """Somebody else of the office decides it."""

    text = "objection-is-your-own"


class PointsAreUnclear(Refusal):
    """Not a number with at most one decimal. Argument: ``words``."""

    text = "points-are-unclear"


class PointsAreTooMany(Refusal):
    """Above what the line may give or take off. Argument: ``most``."""

    text = "points-are-too-many"


class PointsAreTheSame(Refusal):
    """Argument: ``points``."""

    text = "points-are-the-same"


@dataclass(frozen=True)
class Objection:
    """What a member said of a line of their points, and what the office decided."""

    id: int
    appraised_id: int
    line: str
    words: str = field(repr=False)
    made_at: datetime
    verdict: Verdict | None = None
    points: Decimal | None = None
    """The line's points from then on, where it was upheld."""
    reason: str = field(default="", repr=False)
    decided_at: datetime | None = None


def chased_on(made_on: date, today: date, after_days: int) -> date | None:
    """The latest day, up to today, on which the office is reminded of one that waits: after so many days, and then each
    week. None: not yet."""
    waited = (today - made_on).days - after_days
    return today - timedelta(days=waited % AGAIN_AFTER_DAYS) if waited >= 0 else None


def check_in_time(today: date, until: date) -> None:
    """The last day counts whole. Raises: ObjectionsAreOver."""
    if today > until:
        raise ObjectionsAreOver(until=until)


def parse_points(words: str, rule: Rule, now: Decimal) -> Decimal:
    """``12``, ``7.5分``, ``－2``: the points that a line is to have instead of ``now``.

    Raises:
        PointsAreUnclear, PointsAreTooMany, PointsAreTheSame
    """
    said = unicodedata.normalize("NFKC", words).strip().replace("−", "-")
    found = _POINTS.fullmatch(said)
    if found is None:
        raise PointsAreUnclear(words=words.strip()[:40])
    points, most = Decimal(found[1]), rule.at_most or MOST
    if abs(points) > most:
        raise PointsAreTooMany(most=shown(most))
    if points == now:
        raise PointsAreTheSame(points=shown(points))
    return points
