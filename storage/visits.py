"""Visits, and what was sent along as evidence. Good deeds: ``storage/good_deeds.py``."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.visits import IN_PERSON, Visit, VisitKind
from storage.db import Row, Tx, made_of
from storage.seal import sealed
from storage.spans import EVERYONE, Span, bounds, of_members

_VISIT = """
    v.id, v.member_id, v.contact_id, v.kind, v.happened_on, v.note, v.logged_at, v.withdrawn_at, v.replaces_id,
    v.keyed_by_id, v.group_visit_id
"""
_IN_PERSON = ", ".join(f"'{kind}'" for kind in sorted(IN_PERSON))


def _visit(row: Row) -> Visit:
    return Visit(**(row | {"kind": VisitKind(row["kind"])}))


@dataclass(frozen=True)
class Evidence:
    """A photo, a recording or a place of a visit: kind as in Telegram's ``send…`` methods."""

    kind: str
    file_id: str | None = None
    file_name: str | None = None
    album: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class YearCounts:
    """How much was reported for one contact between two days, whatever a scheme counts of it."""

    visits: int
    good_deeds: int


async def get(tx: Tx, visit_id: int) -> Visit | None:
    row = await tx.one(f"SELECT {_VISIT} FROM visits v WHERE v.id = :id", id=visit_id)
    return _visit(row) if row else None


async def get_to_change(tx: Tx, visit_id: int) -> Visit | None:
    """The visit, kept from others until the end of the transaction: whoever corrects it meanwhile waits."""
    row = await tx.one(f"SELECT {_VISIT} FROM visits v WHERE v.id = :id FOR UPDATE", id=visit_id)
    return _visit(row) if row else None


async def latest(tx: Tx, member_id: int, limit: int, offset: int = 0) -> list[Visit]:
    """A member's visits that stand, the last made first."""
    rows = await tx.all(
        f"""
        SELECT {_VISIT} FROM visits v WHERE v.member_id = :member_id AND v.withdrawn_at IS NULL
        ORDER BY v.happened_on DESC, v.id DESC LIMIT :limit OFFSET :offset
        """,
        member_id=member_id,
        limit=limit,
        offset=offset,
    )
    return [_visit(row) for row in rows]


async def of_contact(tx: Tx, contact_id: int, limit: int) -> list[Visit]:
    """The visits to a contact that stand, the last made first."""
    rows = await tx.all(
        f"""
        SELECT {_VISIT} FROM visits v WHERE v.contact_id = :contact_id AND v.withdrawn_at IS NULL
        ORDER BY v.happened_on DESC, v.id DESC LIMIT :limit
        """,
        contact_id=contact_id,
        limit=limit,
    )
    return [_visit(row) for row in rows]


async def last_logged(tx: Tx, member_id: int, since: datetime) -> Visit | None:
    """The visit that a member reported last, if that was not before ``since``."""
    row = await tx.one(
        f"""
        SELECT {_VISIT} FROM visits v
        WHERE v.member_id = :member_id AND v.withdrawn_at IS NULL AND v.logged_at >= :since
        ORDER BY v.id DESC LIMIT 1
        """,
        member_id=member_id,
        since=since,
    )
    return _visit(row) if row else None


async def same(tx: Tx, visit: Visit) -> bool:
    """Is the very same visit reported already, and stands?"""
    rows = await tx.all(
        """
        SELECT note FROM visits
        WHERE member_id = :member_id AND contact_id = :contact_id AND kind = :kind AND happened_on = :happened_on
          AND withdrawn_at IS NULL
        """,
        member_id=visit.member_id,
        contact_id=visit.contact_id,
        kind=visit.kind.value,
        happened_on=visit.happened_on,
    )
    return any(row["note"] == visit.note for row in rows)


async def add(tx: Tx, visit: Visit) -> int:
    """A new row of the log; its id."""
    number: int = await tx.value(
        """
        INSERT INTO visits (member_id, contact_id, kind, happened_on, note, logged_at, replaces_id, keyed_by_id,
                            group_visit_id)
        VALUES (:member_id, :contact_id, :kind, :happened_on, :note, :logged_at, :replaces_id, :keyed_by_id,
                :group_visit_id)
        RETURNING id
        """,
        member_id=visit.member_id,
        contact_id=visit.contact_id,
        kind=visit.kind.value,
        happened_on=visit.happened_on,
        note=sealed(visit.note),
        logged_at=visit.logged_at,
        replaces_id=visit.replaces_id,
        keyed_by_id=visit.keyed_by_id,
        group_visit_id=visit.group_visit_id,
    )
    return number


async def withdraw(tx: Tx, visit_id: int) -> bool:
    """Take a visit back, and its good deeds with it. False when someone was faster."""
    changed = await tx.run(
        "UPDATE visits SET withdrawn_at = :now WHERE id = :id AND withdrawn_at IS NULL", now=tx.now, id=visit_id
    )
    await tx.run(
        "UPDATE good_deeds SET withdrawn_at = :now WHERE visit_id = :id AND withdrawn_at IS NULL",
        now=tx.now,
        id=visit_id,
    )
    return changed == 1


# --- what a year's quotas are counted from ----------------------------------------------------------------------------


def _since(whose: str) -> str:
    return f"""
        SELECT {_VISIT} FROM visits v WHERE v.withdrawn_at IS NULL AND v.happened_on >= :began {whose}
        UNION ALL
        SELECT {_VISIT} FROM visits v
        JOIN (SELECT v.contact_id, MAX(v.happened_on) AS met_on FROM visits v
              WHERE v.withdrawn_at IS NULL AND v.happened_on < :began AND v.kind IN ({_IN_PERSON}) {whose}
              GROUP BY v.contact_id) l ON l.contact_id = v.contact_id AND l.met_on = v.happened_on
        WHERE v.withdrawn_at IS NULL AND v.kind IN ({_IN_PERSON})
        """


_SINCE_OF_ONE = _since("AND v.member_id = :member_id")


async def since(tx: Tx, member_id: int, began: date) -> list[Visit]:
    """A member's visits that stand, from ``began`` on, and each contact's last meeting in person before it."""
    return [_visit(row) for row in await tx.all(_SINCE_OF_ONE, member_id=member_id, began=began)]


async def since_of_all(tx: Tx, began: date, span: Span = EVERYONE) -> list[Visit]:
    """As ``since``, of everyone, without what the notes say: hundreds of thousands would be opened for nothing."""
    sql = _since(of_members("v", span)).replace("v.note", "'' AS note")
    return await made_of(await tx.all(sql, began=began, **bounds(span)), _visit)


async def year_counts(tx: Tx, member_id: int, began: date, until: date) -> dict[int, YearCounts]:
    """Contact's id → what was reported for them between two days, both included."""
    rows = await tx.all(
        """
        SELECT contact_id, CAST(SUM(visits) AS BIGINT) AS visits, CAST(SUM(good_deeds) AS BIGINT) AS good_deeds
        FROM (SELECT contact_id, 1 AS visits, 0 AS good_deeds FROM visits
              WHERE member_id = :member_id AND withdrawn_at IS NULL AND happened_on BETWEEN :began AND :until
              UNION ALL
              SELECT contact_id, 0, 1 FROM good_deeds
              WHERE member_id = :member_id AND withdrawn_at IS NULL AND state <> 'promised'
                AND happened_on BETWEEN :began AND :until) entries
        GROUP BY contact_id
        """,
        member_id=member_id,
        began=began,
        until=until,
    )
    return {row["contact_id"]: YearCounts(row["visits"], row["good_deeds"]) for row in rows}


# --- photos and places ------------------------------------------------------------------------------------------------


async def attach(tx: Tx, visit_id: int, evidence: Iterable[Evidence]) -> None:
    rows: list[dict[str, Any]] = [
        vars(piece) | {"visit_id": visit_id, "file_name": sealed(piece.file_name)} for piece in evidence
    ]
    await tx.run_many(
        """
        INSERT INTO attachments (visit_id, kind, file_id, file_name, album, latitude, longitude)
        VALUES (:visit_id, :kind, :file_id, :file_name, :album, :latitude, :longitude)
        """,
        rows,
    )


async def evidence_of(tx: Tx, visit_id: int) -> list[Evidence]:
    """What was sent along, in its order."""
    rows = await tx.all(
        """
        SELECT kind, file_id, file_name, album, latitude, longitude FROM attachments
        WHERE visit_id = :id ORDER BY id
        """,
        id=visit_id,
    )
    return [Evidence(**row) for row in rows]


async def with_album(tx: Tx, member_id: int, album: str, since: datetime) -> Visit | None:
    """The member's visit, reported since then, that a piece of this album was attached to."""
    row = await tx.one(
        f"""
        SELECT {_VISIT} FROM visits v JOIN attachments a ON a.visit_id = v.id
        WHERE v.member_id = :member_id AND v.withdrawn_at IS NULL AND v.logged_at >= :since AND a.album = :album
        ORDER BY v.id DESC LIMIT 1
        """,
        member_id=member_id,
        album=album,
        since=since,
    )
    return _visit(row) if row else None
