"""Totals of members, units and sectors: counted here once, shown in chat, on pictures and in files.

Whoever shows a figure takes it from ``of_members`` and ``domain.totals.added_up``, so that no two ever differ.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from domain.totals import Figures, MemberFigures, Period, added_up, in_year
from services.rounds import Rules
from services.totals_counting import all_of_it_kept, of_members, owing, together, until
from services.unit_quota import UnitStanding, of_units
from storage import totals
from storage.db import Tx
from storage.totals import EVERYONE, Scope

__all__ = ["EVERYONE", "Earlier", "Scope", "Totals", "of_members", "of_period", "owing"]


@dataclass(frozen=True)
class Earlier:
    """The same part of a year before, ``since``: the day from which on anything was recorded, where it is within the
    year and so does not cover all that these figures are counted from."""

    period: Period
    on: date
    figures: Figures
    since: date | None


@dataclass(frozen=True)
class Totals:
    """All that is counted for a period: ``on`` is its last day, or today while it is under way."""

    period: Period
    on: date
    members: tuple[MemberFigures, ...]
    units: tuple[UnitStanding, ...]
    days: Mapping[date, int]
    """Day of the year → visits."""
    earlier: tuple[Earlier, ...] = ()
    """The year before first, then the one before it: as far back as anything is held without a gap."""

    @cached_property
    def all(self) -> Figures:
        return added_up(one.figures for one in self.members)

    def months(self) -> dict[int, int]:
        """Month → visits, from the period's first month until the last that has begun."""
        visits = dict.fromkeys(range(self.period.first.month, self.on.month + 1), 0)
        for day, count in self.days.items():
            if day.month in visits:
                visits[day.month] += count
        return visits

    @cached_property
    def by_unit(self) -> dict[str, Figures]:
        """Unit's name → its members' figures; members of no unit stand under ``""``."""
        return self._by(lambda one: one.unit)

    @cached_property
    def by_sector(self) -> dict[str, Figures]:
        return self._by(lambda one: one.sector)

    def _by(self, name: Callable[[MemberFigures], str]) -> dict[str, Figures]:
        groups: defaultdict[str, list[Figures]] = defaultdict(list)
        for one in self.members:
            groups[name(one)].append(one.figures)
        return {each: added_up(groups[each]) for each in sorted(groups)}


async def of_period(tx: Tx, house: Rules, period: Period, scope: Scope = EVERYONE, earlier_years: int = 1) -> Totals:
    """Everything: for stats, bulletins and lists; beside so many years before as something is held of."""
    on = until(tx, house, period)
    with all_of_it_kept():
        members = await of_members(tx, house, period, scope)
        units = await of_units(tx, house, period.year, scope.unit_ids) if scope.member_id is None else []
        days = await totals.visits_by_day(tx, scope, house.scheme.began(period.year), on)
        earlier = await _earlier(tx, house, period, scope, earlier_years)
    return Totals(period, on, tuple(members), tuple(units), days, tuple(earlier))


async def _earlier(tx: Tx, house: Rules, period: Period, scope: Scope, years: int) -> list[Earlier]:
    """The years before, as far back as anything was recorded and somebody of these served."""
    since = await totals.recorded_since(tx, house.zone)
    found = []
    for year in range(period.year - 1, period.year - 1 - years, -1):
        same, on = period.in_year(year), in_year(until(tx, house, period), year)
        if since is None or since > on:
            break
        figures = await together(tx, house, same, scope, on)
        if not figures.members:
            break
        begins = since if since > house.scheme.began(year) else None
        found.append(Earlier(same, on, figures, begins))
    return found
