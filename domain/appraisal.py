"""Appraisal (履职考核): a scheme's table of points, what they come to, and who is proposed for honours and for a talk.

No document that we know gives points; which of the rest stands in one is said by its ``source``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, PositiveInt, StringConstraints, model_validator

from domain.activities import ActivityKind
from domain.briefs import BriefKind
from domain.contacts import ContactKind
from domain.frozen import Frozen, Sound
from domain.visits import VisitKind

Words = Annotated[str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True)]
RuleName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$", max_length=20)]
"""Short: it travels in a button's 64 bytes."""
Source = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Worth = Annotated[Decimal, Field(ge=-100, le=100, max_digits=4, decimal_places=1)]
Total = Annotated[Decimal, Field(gt=0, le=10_000, decimal_places=1)]


class Merit(StrEnum):
    """What points are given, or taken off, for."""

    CONTACTS = "contacts"  # registered contacts
    VISITS = "visits"
    PEOPLE = "people"  # different people visited
    GOOD_DEEDS = "good_deeds"  # 实事 that are done
    LETTERS_ANSWERED = "letters_answered"
    LETTERS_LATE = "letters_late"  # answered too late, or not yet
    BRIEFS = "briefs"  # accepted by the office
    ACTIVITIES = "activities"  # signed in at
    ABSENCES = "absences"  # had said to come, did not, and took no leave
    SPEECHES = "speeches"  # speeches and suggestions noted at an activity
    LECTURES = "lectures"  # given
    RECEPTIONS = "receptions"  # reception days and duty rooms held
    DIARY = "diary"  # entries
    FORM = "form"  # the registration form
    SUMMARY = "summary"  # the yearly summary, handed in


KINDS: Mapping[Merit, type[StrEnum]] = {
    Merit.CONTACTS: ContactKind,
    Merit.VISITS: VisitKind,
    Merit.PEOPLE: VisitKind,
    Merit.BRIEFS: BriefKind,
    Merit.ACTIVITIES: ActivityKind,
    Merit.ABSENCES: ActivityKind,
}
"""What may be counted by kind."""

_WITHIN = frozenset({Merit.LETTERS_ANSWERED, Merit.LETTERS_LATE})
_UNTIL = frozenset({Merit.FORM, Merit.SUMMARY})


class Rule(Sound):
    """A line of the table: so many points for each of what is counted."""

    name: RuleName
    """Its evidence is found by it: not to be changed in mid-year."""
    title: Words
    what: Merit
    points: Worth
    """For each one; below 0 they are taken off."""
    at_most: Total | None = None
    """Points given, or taken off, by this line in a year."""
    kinds: tuple[str, ...] = ()
    """Which visits, contacts, activities or briefs; none named: all (of people: those met in person)."""
    within_workdays: PositiveInt | None = None
    """In which time a letter is to be answered."""
    until: RuleName | None = None
    """The deadline (its name) until which something has to be there; none: it counts whenever it comes."""

    def _faults(self) -> tuple[tuple[bool, str], ...]:
        known = KINDS.get(self.what)
        kinds = f"kinds must be some of {', '.join(known)}" if known else f"kinds mean nothing for {self.what}"
        return (
            (not self.points, "points must not be 0"),
            (bool(set(self.kinds) - set(known or ())), kinds),
            (self.within_workdays is not None and self.what not in _WITHIN, "within_workdays is for letters"),
            (self.within_workdays is None and self.what is Merit.LETTERS_LATE, "letters_late needs within_workdays"),
            (self.until is not None and self.what not in _UNTIL, "until is for form and summary"),
        )

    def worth(self, count: int) -> Decimal:
        """The points of so many, no more than ``at_most`` either way."""
        points = self.points * count
        if self.at_most is None:
            return points
        return max(-self.at_most, min(self.at_most, points))


class Proposal(Frozen):
    """Who is proposed to the office: all that is named here must be true of them."""

    source: Source | None = None
    """The document that says so; none: it is the software's own."""


class Honours(Proposal):
    """Who is proposed for 评优."""

    fulfilled: bool = False
    """Who has done all that the scheme's figures ask for."""
    points_at_least: Total | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.fulfilled and self.points_at_least is None:
            raise ValueError("fulfilled or points_at_least must be given")
        return self

    def proposes(self, points: Decimal, done: int, owed: int) -> bool:
        return (not self.fulfilled or 0 < owed == done) and (
            self.points_at_least is None or points >= self.points_at_least
        )


class Talks(Proposal):
    """Who is proposed for a 教育谈话."""

    unfulfilled: bool = False
    """Who has not done all that the scheme's figures ask for. Source: J-speech, 三."""
    points_below: Total | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.unfulfilled and self.points_below is None:
            raise ValueError("unfulfilled or points_below must be given")
        return self

    def proposes(self, points: Decimal, done: int, owed: int) -> bool:
        return (not self.unfulfilled or done < owed) and (self.points_below is None or points < self.points_below)


class Table(Frozen):
    """A scheme's appraisal."""

    source: Source | None = None
    """The document that gives the points; none: they stand in no document, and everyone who sees them is told so."""
    points: tuple[Rule, ...] = ()
    honours: Honours | None = None
    talks: Talks | None = None

    @model_validator(mode="after")
    def _names_each_line_once(self) -> Self:
        names = [rule.name for rule in self.points]
        if len(set(names)) < len(names):
            raise ValueError("each of the points must have a name of its own")
        return self

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources that are named."""
        parts = (self.source, self.honours and self.honours.source, self.talks and self.talks.source)
        return tuple(part for part in parts if part)

    @property
    def awaited(self) -> frozenset[str]:
        """The deadlines that its lines name."""
        return frozenset(rule.until for rule in self.points if rule.until)

    def rule(self, name: str) -> Rule | None:
        return next((rule for rule in self.points if rule.name == name), None)


@dataclass(frozen=True)
class Evidence:
    """One of what is counted: the visit, letter, brief … of this number. ``kind`` as in ``KINDS``, if any."""

    id: int
    on: date
    kind: str = ""


@dataclass(frozen=True)
class Line:
    """A rule, how many it counts, and what they come to."""

    rule: Rule
    count: int
    points: Decimal

    @classmethod
    def of(cls, rule: Rule, count: int) -> Self:
        return cls(rule, count, rule.worth(count))


def shown(points: Decimal) -> str:
    """``12``, ``12.5``, ``-1``."""
    return f"{points.normalize():f}" if points else "0"
