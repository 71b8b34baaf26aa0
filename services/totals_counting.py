"""What each member has done and owes in a period: loaded in few statements, put together in a thread."""

import asyncio
import gc
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from domain.quota import MEMBER, MemberProgress, Tally
from domain.schemes import Counted, Per, Quota, Scheme, Whose
from domain.terms import MONTHS, Served
from domain.totals import Figures, MemberFigures, Period, added_up
from services.quota import LEADER, progress_of_many
from services.rounds import Rules
from storage import activities, totals
from storage.db import Row, Tx
from storage.totals import EVERYONE, Scope


@contextmanager
def all_of_it_kept() -> Iterator[None]:
    """While tens of thousands of rows are made, and every one is kept, Python does not look through them for garbage:
    that took a fifth of the processor time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


async def of_members(
    tx: Tx, house: Rules, period: Period, scope: Scope = EVERYONE, on: date | None = None
) -> list[MemberFigures]:
    """Each member's figures, by unit, sector and name; as of ``on``, if not of the period's last day or today.
    Counting runs in a thread: thousands take a while."""
    counted = await _load(tx, house, period, on or until(tx, house, period), scope)
    return await asyncio.to_thread(_count, counted)


async def owing(tx: Tx, house: Rules, today: date) -> dict[int, bool]:
    """Person's id → do they owe anything this year? Of everyone who serves and for whom the scheme has figures."""
    loaded = await _load_quotas(tx, house, Period.of_year(today.year), today, EVERYONE)
    counted = await asyncio.to_thread(_count, loaded)
    return {one.person_id: _owes(one.quotas) for one in counted if one.quotas}


def _owes(quotas: Mapping[Quota, tuple[int, int]]) -> bool:
    """As ``MemberProgress.owes_nothing`` has it, which leaves out who came to what."""
    return any(done < owed for quota, (done, owed) in quotas.items() if quota.what is not Counted.ACTIVITIES)


def until(tx: Tx, house: Rules, period: Period) -> date:
    """The period's last day, or today while it is under way."""
    return min(period.last, tx.now.astimezone(house.zone).date())


async def together(tx: Tx, house: Rules, period: Period, scope: Scope, on: date) -> Figures:
    """What ``of_members`` comes to, added up where the rows are: of years that are only compared with, nobody's name is
    opened. A test holds the two together."""
    scheme, first = house.scheme.of_year(period.year), house.scheme.began(period.year)
    serving = await totals.serving(tx, scope, on)
    if scheme.on(first) is not scheme:
        return added_up(one.figures for one in await of_members(tx, house, period, scope, on))
    # They owe something else than the others: leaders, and who served for a part of the year.
    apart = tuple(row["id"] for row in serving if row["is_leader"] or _months(row, scheme, period.year) != MONTHS)
    if len(apart) == len(serving):
        return added_up(one.figures for one in await of_members(tx, house, period, scope, on))
    quotas = [_least(each, MONTHS) for each in scheme.quotas_of(*MEMBER)]
    total = Figures(**await totals.done_together(tx, scope, apart, quotas, first, period.first, on))
    plain = {row["id"] for row in serving} - set(apart)
    rest = _figures(await _beside_quotas(tx, house, period, scope, on), {})
    others = await of_members(tx, house, period, replace(scope, only=apart), on) if apart else []
    return added_up([total, *(rest[each] for each in plain & rest.keys()), *(one.figures for one in others)])


@dataclass(frozen=True)
class _Rest:
    """What no quota is about."""

    letters: list[Row] = field(default_factory=list)
    activities: dict[int, int] = field(default_factory=dict)
    forms: set[int] = field(default_factory=set)
    cards: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class _Loaded:
    """Rows as they were read; ``done`` by the quotas in their order."""

    quotas: tuple[Quota, ...]
    members: list[Row]
    months: dict[int, int]
    """Member's id → months served."""
    done: list[Row]
    """Of each member, counted by what their months ask for."""
    standing: dict[int, MemberProgress]
    """Member's id → where they stand, in a year in which the scheme changed."""
    rest: _Rest = field(default_factory=_Rest)


async def _load(tx: Tx, house: Rules, period: Period, on: date, scope: Scope) -> _Loaded:
    return replace(
        await _load_quotas(tx, house, period, on, scope), rest=await _beside_quotas(tx, house, period, scope, on)
    )


async def _load_quotas(tx: Tx, house: Rules, period: Period, on: date, scope: Scope) -> _Loaded:
    scheme, first = house.scheme.of_year(period.year), house.scheme.began(period.year)
    quotas = scheme.quotas_of(*LEADER)
    members = await totals.members(tx, scope, on)
    months = {row["id"]: _months(row, scheme, period.year) for row in members}
    done: list[Row] = []
    for served, whom in _by_months(months, scope).items():
        done += await totals.done(tx, whom, [_least(each, served) for each in quotas], first, period.first, on)
    return _Loaded(quotas, members, months, done, await _standing(tx, house, scheme, period.year))


async def _beside_quotas(tx: Tx, house: Rules, period: Period, scope: Scope, on: date) -> _Rest:
    begin, end = _moments(period.first, on, house.zone)
    return _Rest(
        letters=await totals.letters(tx, scope, begin, end),
        activities=await activities.attended_by_members(tx, begin, end),
        forms=await totals.forms(tx, scope, period.year),
        cards=await totals.cards(tx, scope, *_moments(house.scheme.began(period.year), on, house.zone)),
    )


def _months(member: Row, scheme: Scheme, year: int) -> int:
    """How many months of the year count for what a member owes."""
    if scheme.joined_in_mid_year != "in_proportion":
        return MONTHS
    return Served(member["joined_on"], member["left_on"]).months_of(year)


def _by_months(months: Mapping[int, int], scope: Scope) -> dict[int, Scope]:
    """Months served → who. Most served as long as each other: they are counted with all, the others by themselves after
    them, so that their rows stand last."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for member_id, served in months.items():
        groups[served].append(member_id)
    most = max(groups, key=lambda served: len(groups[served]), default=MONTHS)
    rest = {served: replace(scope, only=tuple(groups[served])) for served in sorted(groups) if served != most}
    return {most: scope} | rest


def _least(quota: Quota, months: int) -> Quota:
    """The quota as so many months ask for it; owing nothing by it is 0."""
    return quota.model_copy(update={"min": Tally(quota, 0, months).required})


async def _standing(tx: Tx, house: Rules, scheme: Scheme, year: int) -> dict[int, MemberProgress]:
    """A visit before a new version counts by the old one: that is known to ``domain.quota`` alone, which is slower."""
    if scheme.on(scheme.began(year)) is scheme:
        return {}
    return {member.id: where for member, where in await progress_of_many(tx, house.scheme, year)}


def _moments(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From the first day's beginning until the last one's end."""
    ends = (first, last + timedelta(days=1))
    begin, end = (datetime.combine(day, time(0), tzinfo=zone).astimezone(UTC) for day in ends)
    return begin, end


# --- counted, in a thread ---------------------------------------------------------------------------------------------


def _count(loaded: _Loaded) -> list[MemberFigures]:
    # Of a member's rows the last one holds: see _by_months.
    done = {row["member_id"]: row for row in loaded.done}
    figures = _figures(loaded.rest, done)
    duties = {served: _duties(loaded.quotas, served) for served in set(loaded.months.values())}
    counted = []
    for row in loaded.members:
        member_id = row["id"]
        if where := loaded.standing.get(member_id):
            quotas = _by_progress(where)
        else:
            quotas = _by_row(row, duties[loaded.months[member_id]], done.get(member_id, {}))
        counted.append(_member(row, figures[member_id], quotas))
    return counted


def _figures(rest: _Rest, done: Mapping[int, Row]) -> defaultdict[int, Figures]:
    """Member's id → what is counted, without the quotas."""
    of: defaultdict[int, Figures] = defaultdict(Figures)
    for member_id, row in done.items():
        of[member_id] = Figures(
            contacts=row["contacts"], visits=row["visits"], people=row["people"], good_deeds=row["good_deeds"]
        )
    for row in rest.letters:
        of[row["member_id"]].received += row["letters"]
        if row["days"] is not None:
            of[row["member_id"]].answered += row["letters"]
            of[row["member_id"]].days[row["days"]] = row["letters"]
    for member, attended in rest.activities.items():
        of[member].activities = attended
    for member in rest.forms:
        of[member].forms = 1
    for row in rest.cards:
        of[row["member_id"]].cards, of[row["member_id"]].cards_returned = row["cards"], row["returned"]
    return of


def _member(row: Row, figures: Figures, quotas: Mapping[Quota, tuple[int, int]]) -> MemberFigures:
    figures.members = 1
    for done, owed in quotas.values():
        figures.done += done
        figures.owed += owed
    figures.complete = int(0 < figures.owed == figures.done)
    return MemberFigures(
        *(row["id"], row["person_id"], row["name"], row["sector"], row["unit"], figures, quotas, row["is_leader"])
    )


@dataclass(frozen=True)
class _Duty:
    """A quota as it binds members who served as long as each other; ``place``: of its columns in a row."""

    quota: Quota
    place: int
    required: int

    @cached_property
    def columns(self) -> tuple[str, str]:
        return f"done_{self.place}", f"of_{self.place}"

    @cached_property
    def of_leaders_alone(self) -> bool:
        return self.quota.whose is not Whose.MEMBER

    @cached_property
    def without_a_row(self) -> int:
        """Who has no contact yet owes nothing for each."""
        return int(self.quota.per is Per.HOLDER)


def _duties(quotas: Sequence[Quota], months: int) -> list[_Duty]:
    return [_Duty(quota, place, Tally(quota, 0, months).required) for place, quota in enumerate(quotas)]


def _by_row(member: Row, duties: Sequence[_Duty], done: Row) -> dict[Quota, tuple[int, int]]:
    """Each quota that binds the member: how much is done, at most what is owed, and how much is owed."""
    binding = {}
    for duty in duties:
        if member["is_leader"] or not duty.of_leaders_alone:
            done_, of = duty.columns
            owed = duty.required * done.get(of, duty.without_a_row)
            binding[duty.quota] = (min(done.get(done_, 0), owed), owed)
    return binding


def _by_progress(where: MemberProgress) -> dict[Quota, tuple[int, int]]:
    """The same of what ``domain.quota`` found."""
    binding: dict[Quota, tuple[int, int]] = {}
    for tally in (*where.own, *(tally for one in where.contacts for tally in one.tallies)):
        done, owed = binding.get(tally.quota, (0, 0))
        binding[tally.quota] = (done + min(tally.done, tally.required), owed + tally.required)
    return binding
