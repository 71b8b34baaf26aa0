"""Where members stand in the year: loaded here, counted in ``domain.quota``."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from domain.contacts import Contact
from domain.good_deeds import GoodDeed
from domain.people import Member, Role
from domain.quota import MEMBER, MemberProgress, Plan, plan, progress
from domain.schemes import Scheme, Whose
from domain.terms import Served
from domain.visits import Visit
from storage import contacts, good_deeds, people, visits
from storage.db import Tx
from storage.spans import EVERYONE, Span
from storage.visits import YearCounts

__all__ = [
    "MemberProgress",
    "Plan",
    "YearCounts",
    "counts_of_year",
    "duties_of",
    "plan",
    "progress_of",
    "progress_of_many",
    "served_by",
]

LEADER = MEMBER | {Whose.LEADER}

TURN = 20
"""Members after whom others have the event loop."""

Entry = TypeVar("Entry", Contact, Visit, GoodDeed)


async def duties_of(tx: Tx, member: Member) -> frozenset[Whose]:
    """Whose quotas bind this member: a leader has the leaders' besides."""
    return _duties(member, frozenset(await people.with_role(tx, Role.LEADER)))


async def progress_of(tx: Tx, member: Member, scheme: Scheme, today: date) -> MemberProgress:
    """One member's standing in the year of ``today``."""
    began = scheme.began(today.year)
    return progress(
        scheme,
        await contacts.of_member(tx, member.id),
        await visits.since(tx, member.id, began),
        await good_deeds.since(tx, member.id, began),
        today.year,
        await duties_of(tx, member),
        served_by(member),
    )


async def counts_of_year(tx: Tx, member: Member, scheme: Scheme, today: date) -> dict[int, YearCounts]:
    """Contact's id → all that was reported this year, whether or not the scheme counts it."""
    return await visits.year_counts(tx, member.id, scheme.began(today.year), scheme.ends(today.year))


async def progress_of_many(
    tx: Tx, scheme: Scheme, year: int, span: Span = EVERYONE
) -> list[tuple[Member, MemberProgress]]:
    """Everyone who serves now, by sector and name, with their standing, in a constant number of queries."""
    began = scheme.began(year)
    leaders = frozenset(await people.with_role(tx, Role.LEADER))
    contacts_of = _by_member(await contacts.of_all(tx, span))
    visits_of = _by_member(await visits.since_of_all(tx, began, span))
    deeds_of = _by_member(await good_deeds.since_of_all(tx, began, span))
    standing = []
    for at, member in enumerate(await people.members(tx, span)):
        if at % TURN == 0:
            await asyncio.sleep(0)
        entries = contacts_of[member.id], visits_of[member.id], deeds_of[member.id]
        standing.append((member, progress(scheme, *entries, year, _duties(member, leaders), served_by(member))))
    return standing


def served_by(member: Member) -> Served:
    return Served(member.joined_on, member.left_on)


def _duties(member: Member, leaders: frozenset[int]) -> frozenset[Whose]:
    return LEADER if member.person_id in leaders else MEMBER


def _by_member(entries: Iterable[Entry]) -> defaultdict[int, list[Entry]]:
    sorted_out: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        sorted_out[entry.member_id].append(entry)
    return sorted_out
