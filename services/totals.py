"""Totals of members, units and sectors: counted here once, shown in chat, on pictures and in files.

Whoever shows a figure takes it from ``of_members`` and ``domain.totals.added_up``, so that no two ever differ.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.schemes import Per, Quota, Whose
from domain.totals import Figures, MemberFigures, Period, added_up
from services.quota import LEADER
from services.rounds import Rules
from services.unit_quota import UnitStanding, of_units
from storage import activities, totals
from storage.db import Row, Tx
from storage.totals import EVERYONE, Scope

__all__ = ["EVERYONE", "Scope", "Totals", "of_members", "of_period"]


@dataclass(frozen=True)
class Totals:
    """All that is counted for a period: ``on`` is its last day, or today while it is under way."""

    period: Period
    on: date
    members: tuple[MemberFigures, ...]
    units: tuple[UnitStanding, ...]
    days: Mapping[date, int]
    """Day of the year → visits."""

    @property
    def all(self) -> Figures:
        return added_up(one.figures for one in self.members)

    def months(self) -> dict[int, int]:
        """Month → visits, from the period's first month until the last that has begun."""
        visits = dict.fromkeys(range(self.period.first.month, self.on.month + 1), 0)
        for day, count in self.days.items():
            if day.month in visits:
                visits[day.month] += count
        return visits

    def by_unit(self) -> dict[str, Figures]:
        """Unit's name → its members' figures; members of no unit stand under ``""``."""
        return self._by(lambda one: one.unit)

    def by_sector(self) -> dict[str, Figures]:
        return self._by(lambda one: one.sector)

    def _by(self, name: Callable[[MemberFigures], str]) -> dict[str, Figures]:
        groups: defaultdict[str, Figures] = defaultdict(Figures)
        for one in self.members:
            groups[name(one)].add(one.figures)
        return dict(sorted(groups.items()))


async def of_period(tx: Tx, house: Rules, period: Period, scope: Scope = EVERYONE) -> Totals:
    """Everything: for stats, bulletins and lists."""
    on = min(period.last, tx.now.astimezone(house.zone).date())
    members = await of_members(tx, house, period, scope)
    units = await of_units(tx, house, period.year, scope.unit_ids) if scope.member_id is None else []
    days = await totals.visits_by_day(tx, scope, house.scheme.began(period.year), on)
    return Totals(period, on, tuple(members), tuple(units), days)


async def of_members(tx: Tx, house: Rules, period: Period, scope: Scope = EVERYONE) -> list[MemberFigures]:
    """Each member's figures, by unit, sector and name. Counting runs in a thread: thousands take a while."""
    on = min(period.last, tx.now.astimezone(house.zone).date())
    counted = await _load(tx, house, period, on, scope)
    return await asyncio.to_thread(_count, counted)


@dataclass(frozen=True)
class _Loaded:
    """Rows as they were read; ``done`` by the quotas in their order."""

    quotas: tuple[Quota, ...]
    members: list[Row]
    done: list[Row]
    letters: list[Row]
    activities: dict[int, int]
    forms: set[int]
    cards: list[Row]


async def _load(tx: Tx, house: Rules, period: Period, on: date, scope: Scope) -> _Loaded:
    first = house.scheme.began(period.year)
    begin, end = _moments(period.first, on, house.zone)
    quotas = house.scheme.quotas_of(*LEADER)
    return _Loaded(
        quotas=quotas,
        members=await totals.members(tx, scope, on),
        done=await totals.done(tx, scope, quotas, first, period.first, on),
        letters=await totals.letters(tx, scope, begin, end),
        activities=await activities.attended_by_members(tx, begin, end),
        forms=await totals.forms(tx, scope, period.year),
        cards=await totals.cards(tx, scope, *_moments(first, on, house.zone)),
    )


def _moments(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From the first day's beginning until the last one's end."""
    ends = (first, last + timedelta(days=1))
    begin, end = (datetime.combine(day, time(0), tzinfo=zone).astimezone(UTC) for day in ends)
    return begin, end


# --- counted, in a thread ---------------------------------------------------------------------------------------------


def _count(loaded: _Loaded) -> list[MemberFigures]:
    figures = _figures(loaded)
    done = {row["member_id"]: row for row in loaded.done}
    return [_member(row, figures[row["id"]], loaded.quotas, done.get(row["id"], {})) for row in loaded.members]


def _figures(loaded: _Loaded) -> defaultdict[int, Figures]:
    """Member's id → what is counted, without the quotas."""
    of: defaultdict[int, Figures] = defaultdict(Figures)
    for row in loaded.done:
        one = of[row["member_id"]]
        one.contacts, one.visits, one.people = row["contacts"], row["visits"], row["people"]
        one.good_deeds = row["good_deeds"]
    for row in loaded.letters:
        of[row["member_id"]].received += row["letters"]
        if row["days"] is not None:
            of[row["member_id"]].answered += row["letters"]
            of[row["member_id"]].days[row["days"]] = row["letters"]
    for member, attended in loaded.activities.items():
        of[member].activities = attended
    for member in loaded.forms:
        of[member].forms = 1
    for row in loaded.cards:
        of[row["member_id"]].cards, of[row["member_id"]].cards_returned = row["cards"], row["returned"]
    return of


def _member(row: Row, figures: Figures, quotas: Sequence[Quota], done: Row) -> MemberFigures:
    binding = {
        quota: _of_quota(quota, done.get(f"done_{place}", 0), done.get(f"of_{place}"))
        for place, quota in enumerate(quotas)
        if row["is_leader"] or quota.whose is Whose.MEMBER
    }
    figures.members = 1
    figures.done, figures.owed = (sum(each) for each in zip((0, 0), *binding.values(), strict=True))
    figures.with_figures = int(figures.owed > 0)
    figures.complete = int(0 < figures.owed == figures.done)
    return MemberFigures(row["id"], row["person_id"], row["name"], row["sector"], row["unit"], figures, binding)


def _of_quota(quota: Quota, done: int, of: int | None) -> tuple[int, int]:
    """How much is done, at most what is owed, and how much is owed. Without contacts none is owed for each of them."""
    owed = (quota.min or 0) * (of if of is not None else int(quota.per is Per.HOLDER))
    return min(done, owed), owed
