"""What the present year's data would come to under another scheme: by unit, and by member where names are wanted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.people import Member
from domain.quota import MemberProgress
from domain.schemes import Counted, Scheme
from services.quota import progress_of_many
from storage.db import Tx


@dataclass(frozen=True)
class Under:
    """One member under one scheme. ``is_met``: None where the scheme sets them no figure."""

    is_met: bool | None
    contacts_over: int
    """Registered contacts beyond what the scheme allows, or of a kind that it does not know."""
    standing: MemberProgress


@dataclass(frozen=True)
class Compared:
    member: Member
    now: Under
    then: Under

    @property
    def changes(self) -> bool:
        return (self.now.is_met, self.now.contacts_over) != (self.then.is_met, self.then.contacts_over)


@dataclass(frozen=True)
class Line:
    """A unit's members (``unit`` "" for those without one), or all: how many have met all, are behind, are over."""

    unit: str
    members: int
    met: tuple[int, int]
    behind: tuple[int, int]
    over: tuple[int, int]
    """Members with contacts over the limits; each pair is now and then."""


async def compare(tx: Tx, now: Scheme, then: Scheme, today: date) -> list[Compared]:
    """Everyone who serves now, by sector and name."""
    present = await progress_of_many(tx, now, today.year)
    future = await progress_of_many(tx, then, today.year)
    return [
        Compared(member, _under(now, one), _under(then, other))
        for (member, one), (_, other) in zip(present, future, strict=True)
    ]


def by_unit(compared: Iterable[Compared]) -> list[Line]:
    """A line for each unit, by name; those without a unit come last."""
    members: dict[str, list[Compared]] = {}
    for one in compared:
        members.setdefault(one.member.unit, []).append(one)
    return [line(unit, members[unit]) for unit in sorted(members, key=lambda unit: (not unit, unit))]


def line(unit: str, members: list[Compared]) -> Line:
    sides = [[one.now for one in members], [one.then for one in members]]
    met, behind, over = (
        (count(sides[0]), count(sides[1]))
        for count in (
            lambda side: sum(one.is_met is True for one in side),
            lambda side: sum(one.is_met is False for one in side),
            lambda side: sum(one.contacts_over > 0 for one in side),
        )
    )
    return Line(unit, len(members), met, behind, over)


def _under(scheme: Scheme, standing: MemberProgress) -> Under:
    full = (
        tally.done - tally.quota.max
        for tally in standing.own
        if tally.quota.what is Counted.CONTACTS and tally.quota.max is not None
    )
    strange = sum(one.contact.kind not in scheme.contact_kinds for one in standing.contacts)
    is_met = standing.owes_nothing if standing.has_figures else None
    return Under(is_met, max(0, *full, 0) + strange, standing)
