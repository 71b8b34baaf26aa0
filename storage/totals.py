"""What totals are counted from: few statements for everyone, whatever the number of visits, and no words of anybody.

Each takes a ``Scope``. Only names are opened: what stands in notes and letters is never read here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from domain.schemes import Counted, Per, Quota
from domain.visits import IN_PERSON, VisitKind
from storage.db import Row, Tx
from storage.statistics import ELAPSED_DAYS


@dataclass(frozen=True)
class Scope:
    """Whose totals: everyone's, the members' of these units, or one member's; of them ``only`` these members'."""

    unit_ids: tuple[int, ...] | None = None
    member_id: int | None = None
    only: tuple[int, ...] | None = None

    def sql(self, column: str) -> str:
        """A condition on the column that holds a member's id."""
        if self.member_id is not None:
            return f"AND {column} = {int(self.member_id)}"
        if self.only is not None:
            return f"AND {column} IN ({_listed(self.only)})"
        if self.unit_ids is None:
            return ""
        return f"AND {column} IN (SELECT s.id FROM members s WHERE s.unit_id IN ({_listed(self.unit_ids)}))"


def _listed(ids: Iterable[int]) -> str:
    return ", ".join(str(int(number)) for number in ids) or "-1"


EVERYONE = Scope()

_SERVED = "m.began_on <= {on} AND (m.left_on IS NULL OR m.left_on >= {on})"
"""Of a member: did they serve on that day? Their last day is one of them."""


async def members(tx: Tx, scope: Scope, on: date) -> list[Row]:
    """Who served on that day, with ``unit`` and ``is_leader``, by unit, sector and name."""
    rows = await tx.all(
        f"""
        SELECT m.id, m.person_id, p.name, m.sector, COALESCE(u.name, '') AS unit, m.joined_on, m.left_on,
               EXISTS (SELECT 1 FROM roles r WHERE r.person_id = p.id AND r.role = 'leader') AS is_leader
        FROM members m JOIN people p ON p.id = m.person_id LEFT JOIN units u ON u.id = m.unit_id
        WHERE {_SERVED.format(on=":day_on")} {scope.sql("m.id")}
        """,
        day_on=on,
    )
    return sorted(rows, key=lambda row: (row["unit"], row["sector"], row["name"], row["id"]))


async def serving(tx: Tx, scope: Scope, on: date) -> list[Row]:
    """Who served on that day, without names: ``id, joined_on, left_on, is_leader``."""
    return await tx.all(
        f"""
        SELECT m.id, m.joined_on, m.left_on,
               EXISTS (SELECT 1 FROM roles r WHERE r.person_id = m.person_id AND r.role = 'leader') AS is_leader
        FROM members m WHERE {_SERVED.format(on=":day_on")} {scope.sql("m.id")}
        """,
        day_on=on,
    )


async def done(tx: Tx, scope: Scope, quotas: Sequence[Quota], first: date, since: date, last: date) -> list[Row]:
    """What each member's contacts come to, as they stood on the ``last`` day, in one statement and a row a member.

    ``member_id``; ``contacts``; of the period from ``since`` on ``visits``, ``people`` (different ones, met in person)
    and ``good_deeds``; and of the year from ``first`` on, for each quota by its place, ``done_0`` and ``of_0``: how
    much is done, and for how many contacts it is owed (1 for a quota of the member as a whole). Done counts for a
    contact no more than the quota's least. The rule is that of ``domain.quota``, and a test holds the two together.
    """
    return await tx.all(_done(scope, quotas, whole_year=since <= first), first_on=first, since_on=since, last_on=last)


def _done(scope: Scope, quotas: Sequence[Quota], *, whole_year: bool) -> str:
    # A comparison less for each visit of a whole year.
    in_period = "TRUE" if whole_year else "v.happened_on >= :since_on"
    in_person = _among("v.kind", sorted(IN_PERSON))
    kinds = {kinds: f"visits_{place}" for place, kinds in enumerate(sorted({q.visit_kinds for q in quotas} - {()}))}
    met = [f"SUM({_if(_among('v.kind', each))}) AS {name}," for each, name in kinds.items()]
    sums = [f"{column}," for place, quota in enumerate(quotas) for column in _of_quota(place, quota, kinds)]
    return f"""
        SELECT c.member_id, {" ".join(sums)} COUNT(CASE WHEN {_ACTIVE} THEN 1 END) AS contacts,
               {_sum("m.in_period")} AS visits, {_sum(_if("m.in_person > 0"))} AS people,
               {_sum("d.in_period")} AS good_deeds
        FROM contacts c
        LEFT JOIN (SELECT v.contact_id, {" ".join(met)} SUM({_if(in_period)}) AS in_period,
                          SUM({_if(f"{in_period} AND {in_person}")}) AS in_person
                   FROM visits v
                   WHERE v.withdrawn_at IS NULL AND v.happened_on BETWEEN :first_on AND :last_on
                         {scope.sql("v.member_id")}
                   GROUP BY v.contact_id) m ON m.contact_id = c.id
        LEFT JOIN (SELECT g.contact_id, COUNT(*) AS deeds, SUM({_if("g.happened_on >= :since_on")}) AS in_period
                   FROM good_deeds g
                   WHERE g.withdrawn_at IS NULL AND g.state <> 'promised'
                         AND g.happened_on BETWEEN :first_on AND :last_on {scope.sql("g.member_id")}
                   GROUP BY g.contact_id) d ON d.contact_id = c.id
        WHERE c.registered_on <= :last_on {scope.sql("c.member_id")}
        GROUP BY c.member_id
        """


async def done_together(
    tx: Tx, scope: Scope, without: Sequence[int], quotas: Sequence[Quota], first: date, since: date, last: date
) -> Row:
    """The same of all who served on the ``last`` day, in one row: of each what is done, at most what is owed; added up.

    All of them owe the same: whoever owes something else has to be among those ``without``, who are left out.
    ``members, complete, owed, done, contacts, visits, people, good_deeds``.
    """
    owed = [f"{quota.min or 0} * {_of_one(place, quota)}" for place, quota in enumerate(quotas)]
    done = [_least(f"COALESCE(x.done_{place}, 0)", each) for place, each in enumerate(owed)]
    sums = [f"{_sum(f'y.{name}')} AS {name}" for name in ("owed", "done", *_FIGURES)]
    row = await tx.one(
        f"""
        SELECT COUNT(*) AS members, {_sum(_if("y.owed > 0 AND y.owed = y.done"))} AS complete, {", ".join(sums)}
        FROM (SELECT {" + ".join(owed) or "0"} AS owed, {" + ".join(done) or "0"} AS done,
                     {", ".join(f"x.{name}" for name in _FIGURES)}
              FROM members m LEFT JOIN ({_done(scope, quotas, whole_year=since <= first)}) x ON x.member_id = m.id
              WHERE {_SERVED.format(on=":last_on")} AND m.id NOT IN ({_listed(without)}) {scope.sql("m.id")}) y
        """,
        first_on=first,
        since_on=since,
        last_on=last,
    )
    assert row is not None
    return row


_FIGURES = ("contacts", "visits", "people", "good_deeds")


def _of_one(place: int, quota: Quota) -> str:
    """For how many a quota is owed; of who has no contact yet as well."""
    return f"COALESCE(x.of_{place}, {int(quota.per is Per.HOLDER)})"


def _least(one: str, other: str) -> str:
    return f"CASE WHEN {one} > {other} THEN {other} ELSE {one} END"


_ACTIVE = "(c.ended_on IS NULL OR c.ended_on > :last_on)"


def _of_quota(place: int, quota: Quota, kinds: Mapping[tuple[VisitKind, ...], str]) -> tuple[str, str]:
    """The columns ``done_N`` and ``of_N``."""
    about = _among("c.kind", quota.contact_kinds) if quota.contact_kinds else "TRUE"
    # Who was visited stays visited; everything else asks for contacts that are registered now.
    whom = about if quota.what is Counted.PEOPLE else f"{about} AND {_ACTIVE}"
    count = _counted(quota, kinds)
    if quota.per is Per.CONTACT:
        least = quota.min or 0
        capped = f"CASE WHEN {count} > {least} THEN {least} ELSE {count} END"
        return f"{_sum(f'CASE WHEN {whom} THEN {capped} END')} AS done_{place}", f"{_sum(_if(whom))} AS of_{place}"
    return f"{_sum(f'CASE WHEN {whom} THEN {count} END')} AS done_{place}", f"1 AS of_{place}"


def _counted(quota: Quota, kinds: Mapping[tuple[VisitKind, ...], str]) -> str:
    """What one contact adds to a quota."""
    match quota.what:
        case Counted.CONTACTS:
            return "1"
        case Counted.VISITS:
            return f"COALESCE(m.{kinds[quota.visit_kinds]}, 0)"
        case Counted.PEOPLE:
            return _if(f"m.{kinds[quota.visit_kinds]} > 0")
        case Counted.GOOD_DEEDS:
            return "COALESCE(d.deeds, 0)"
    return "0"


def _among(column: str, values: Iterable[StrEnum]) -> str:
    listed = ", ".join(f"'{each.value}'" for each in values)
    return f"{column} IN ({listed})"


def _if(condition: str) -> str:
    return f"CASE WHEN {condition} THEN 1 ELSE 0 END"


def _sum(expression: str) -> str:
    return f"CAST(COALESCE(SUM({expression}), 0) AS BIGINT)"


async def recorded_since(tx: Tx, zone: tzinfo) -> date | None:
    """The first day of which anything is held, whoever's: a visit, a letter, the first contact. None: nothing is."""
    row = await tx.one(
        """
        SELECT (SELECT MIN(v.happened_on) FROM visits v WHERE v.withdrawn_at IS NULL) AS visited_on,
               (SELECT c.registered_on FROM contacts c ORDER BY c.id LIMIT 1) AS registered_on,
               (SELECT MIN(l.received_at) FROM letters l) AS received_at
        """
    )
    assert row is not None
    received = row["received_at"]
    days = [row["visited_on"], row["registered_on"], received.astimezone(zone).date() if received else None]
    return min((day for day in days if day), default=None)


async def visits_by_day(tx: Tx, scope: Scope, first: date, last: date) -> dict[date, int]:
    """Day → visits, of the members in this scope who served on the ``last`` day: of the same as all other figures."""
    rows = await tx.all(
        f"""
        SELECT v.happened_on, COUNT(*) AS visits FROM visits v
        WHERE v.withdrawn_at IS NULL AND v.happened_on BETWEEN :first_on AND :last_on {scope.sql("v.member_id")}
              AND v.member_id IN (SELECT m.id FROM members m WHERE {_SERVED.format(on=":last_on")})
        GROUP BY v.happened_on
        """,
        first_on=first,
        last_on=last,
    )
    return {row["happened_on"]: row["visits"] for row in rows}


async def by_kind(tx: Tx, scope: Scope, since: date, last: date) -> list[Row]:
    """``member_id, kind``: how many ``contacts`` of it stood on the ``last`` day, and ``visits`` of the period."""
    return await tx.all(
        f"""
        SELECT c.member_id, c.kind, COUNT(DISTINCT CASE WHEN {_ACTIVE} THEN c.id END) AS contacts,
               COUNT(v.id) AS visits
        FROM contacts c LEFT JOIN visits v
             ON v.contact_id = c.id AND v.withdrawn_at IS NULL AND v.happened_on BETWEEN :since_on AND :last_on
        WHERE c.registered_on <= :last_on {scope.sql("c.member_id")}
        GROUP BY c.member_id, c.kind
        """,
        since_on=since,
        last_on=last,
    )


async def letters(tx: Tx, scope: Scope, begin: datetime, end: datetime) -> list[Row]:
    """``member_id, days, letters`` of those received in this time: whole days until the answer, None without one."""
    return await tx.all(
        f"""
        SELECT l.member_id, {ELAPSED_DAYS[tx.engine]} AS days, COUNT(*) AS letters FROM letters l
        WHERE l.received_at >= :begin AND l.received_at < :end AND l.member_id IS NOT NULL {scope.sql("l.member_id")}
        GROUP BY 1, 2
        """,
        begin=begin,
        end=end,
    )


async def forms(tx: Tx, scope: Scope, year: int) -> set[int]:
    """The members whose latest form of the year is in; a returned one is not."""
    rows = await tx.all(
        f"SELECT f.member_id, f.state FROM forms f WHERE f.year = :year {scope.sql('f.member_id')} ORDER BY f.id",
        year=year,
    )
    latest = {row["member_id"]: row["state"] for row in rows}
    return {member_id for member_id, state in latest.items() if state != "returned"}


async def cards(tx: Tx, scope: Scope, begin: datetime, end: datetime) -> list[Row]:
    """``member_id, cards`` issued in this time and not lost, and how many of them came back (``returned``)."""
    return await tx.all(
        f"""
        SELECT c.member_id, COUNT(*) AS cards, COUNT(k.returned_at) AS returned
        FROM cards k JOIN contacts c ON c.id = k.contact_id
        WHERE k.issued_at >= :begin AND k.issued_at < :end AND k.state <> 'lost' {scope.sql("c.member_id")}
        GROUP BY c.member_id
        """,
        begin=begin,
        end=end,
    )
