"""Appraisals made known: the points as they were counted, and what objections changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from domain.objections import Objection, Verdict
from storage.db import Row, Tx
from storage.seal import sealed
from storage.totals import Scope


@dataclass(frozen=True)
class Appraisal:
    """One year's. ``table``: by what was counted, as JSON. Nobody sees it before ``published_at``."""

    id: int
    year: int
    table: dict[str, Any]
    counted_on: date
    until_on: date
    published_at: datetime | None
    closed_at: datetime | None
    withdrawn_at: datetime | None


@dataclass(frozen=True)
class Appraised:
    """A member in it. ``lines``: name of a line → ``count``, ``tenths``, ``evidence``; None where it was not read."""

    id: int
    appraisal_id: int
    member_id: int
    person_id: int
    name: str
    sector: str
    unit: str
    tenths: int
    done: int
    owed: int
    lines: dict[str, Any] | None = None

    @property
    def points(self) -> Decimal:
        return from_tenths(self.tenths)


def tenths(points: Decimal) -> int:
    return int(points * 10)


def from_tenths(number: int) -> Decimal:
    return Decimal(number) / 10


# --- of a year --------------------------------------------------------------------------------------------------------

_APPRAISAL = """
    a.id, a.year, a.table_json, a.counted_on, a.objections_until_on, a.published_at, a.closed_at, a.withdrawn_at
"""


def _appraisal(row: Row) -> Appraisal:
    return Appraisal(
        row["id"],
        row["year"],
        row["table_json"],
        row["counted_on"],
        row["objections_until_on"],
        row["published_at"],
        row["closed_at"],
        row["withdrawn_at"],
    )


async def begin(tx: Tx, year: int, table: dict[str, Any], counted_on: date, until_on: date, by_id: int) -> int | None:
    """A new one, to be filled; its id. One that was never finished gives way; None when one is published."""
    await tx.run(
        """
        UPDATE appraisals SET withdrawn_at = :now
        WHERE year = :year AND published_at IS NULL AND withdrawn_at IS NULL
        """,
        now=tx.now,
        year=year,
    )
    number: int | None = await tx.value(
        """
        INSERT INTO appraisals (year, table_json, counted_on, objections_until_on, made_by_id, made_at)
        VALUES (:year, :table_json, :counted_on, :until_on, :by_id, :now) ON CONFLICT DO NOTHING RETURNING id
        """,
        year=year,
        table_json=table,
        counted_on=counted_on,
        until_on=until_on,
        by_id=by_id,
        now=tx.now,
    )
    return number


async def publish(tx: Tx, appraisal_id: int) -> bool:
    changed = await tx.run(
        "UPDATE appraisals SET published_at = :now WHERE id = :id AND published_at IS NULL AND withdrawn_at IS NULL",
        now=tx.now,
        id=appraisal_id,
    )
    return changed == 1


async def close(tx: Tx, appraisal_id: int, by_id: int) -> bool:
    """From now on it stays as it is. False when it was closed, or withdrawn."""
    changed = await tx.run(
        """
        UPDATE appraisals SET closed_at = :now, closed_by_id = :by_id
        WHERE id = :id AND closed_at IS NULL AND published_at IS NOT NULL AND withdrawn_at IS NULL
        """,
        now=tx.now,
        by_id=by_id,
        id=appraisal_id,
    )
    return changed == 1


async def withdraw(tx: Tx, appraisal_id: int) -> bool:
    """It was made known by mistake. False when it was closed, or withdrawn before."""
    changed = await tx.run(
        """
        UPDATE appraisals SET withdrawn_at = :now
        WHERE id = :id AND closed_at IS NULL AND withdrawn_at IS NULL
        """,
        now=tx.now,
        id=appraisal_id,
    )
    return changed == 1


async def hold(tx: Tx, year: int) -> None:
    """Whoever objects, decides, closes or withdraws meanwhile waits, and then sees what became of the year."""
    await tx.hold(f"appraisal {year}")


async def of_year(tx: Tx, year: int) -> Appraisal | None:
    """The one that was made known."""
    row = await tx.one(
        f"""
        SELECT {_APPRAISAL} FROM appraisals a
        WHERE a.year = :year AND a.withdrawn_at IS NULL AND a.published_at IS NOT NULL
        """,
        year=year,
    )
    return _appraisal(row) if row else None


async def get(tx: Tx, appraisal_id: int) -> Appraisal | None:
    """One that was made known, withdrawn or not."""
    row = await tx.one(
        f"SELECT {_APPRAISAL} FROM appraisals a WHERE a.id = :id AND a.published_at IS NOT NULL", id=appraisal_id
    )
    return _appraisal(row) if row else None


async def open_years(tx: Tx, today: date) -> list[int]:
    """The years to whose points members may still object, the newest first."""
    rows = await tx.all(
        """
        SELECT a.year FROM appraisals a
        WHERE a.withdrawn_at IS NULL AND a.published_at IS NOT NULL AND a.closed_at IS NULL
              AND a.objections_until_on >= :today
        ORDER BY a.year DESC
        """,
        today=today,
    )
    return [row["year"] for row in rows]


# --- members in it ----------------------------------------------------------------------------------------------------

_APPRAISED = """
    d.id, d.appraisal_id, d.member_id, m.person_id, p.name, m.sector, COALESCE(u.name, '') AS unit,
    d.tenths, d.done, d.owed
"""
_FROM = """
    FROM appraised_members d JOIN members m ON m.id = d.member_id JOIN people p ON p.id = m.person_id
    LEFT JOIN units u ON u.id = m.unit_id
"""


def _appraised(row: Row) -> Appraised:
    lines = row.pop("lines_json", None)
    return Appraised(**row, lines=lines)


async def add_members(tx: Tx, appraisal_id: int, rows: Iterable[Row]) -> None:
    """``member_id, tenths, done, owed, lines_json`` of each."""
    await tx.run_many(
        """
        INSERT INTO appraised_members (appraisal_id, member_id, tenths, done, owed, lines_json)
        VALUES (:appraisal_id, :member_id, :tenths, :done, :owed, :lines_json)
        """,
        [row | {"appraisal_id": appraisal_id} for row in rows],
    )


async def member(tx: Tx, appraisal_id: int, member_id: int) -> Appraised | None:
    """One member, with the lines."""
    row = await tx.one(
        f"SELECT {_APPRAISED}, d.lines_json {_FROM} WHERE d.appraisal_id = :appraisal_id AND d.member_id = :member_id",
        appraisal_id=appraisal_id,
        member_id=member_id,
    )
    return _appraised(row) if row else None


async def appraised(tx: Tx, appraised_id: int) -> Appraised | None:
    row = await tx.one(f"SELECT {_APPRAISED}, d.lines_json {_FROM} WHERE d.id = :id", id=appraised_id)
    return _appraised(row) if row else None


async def members(tx: Tx, appraisal_id: int, scope: Scope, *, with_lines: bool = False) -> list[Appraised]:
    """All in the scope, the most points first."""
    lines = ", d.lines_json" if with_lines else ""
    rows = await tx.all(
        f"SELECT {_APPRAISED} {lines} {_FROM} WHERE d.appraisal_id = :appraisal_id {scope.sql('d.member_id')}",
        appraisal_id=appraisal_id,
    )
    return sorted([_appraised(row) for row in rows], key=lambda one: (-one.tenths, one.name, one.member_id))


async def change_points(tx: Tx, appraised_id: int, tenths: int) -> None:
    await tx.run("UPDATE appraised_members SET tenths = :tenths WHERE id = :id", tenths=tenths, id=appraised_id)


# --- objections -------------------------------------------------------------------------------------------------------

_OBJECTION = """
    SELECT o.id, o.appraised_id, o.line, o.words, o.made_at, o.verdict, o.tenths, COALESCE(o.reason, '') AS reason,
           o.decided_at
    FROM appraisal_objections o
"""


def _objection(row: Row) -> Objection:
    number = row.pop("tenths")
    verdict = Verdict(row["verdict"]) if row["verdict"] else None
    return Objection(**(row | {"verdict": verdict}), points=None if number is None else from_tenths(number))


async def object_to(tx: Tx, appraised_id: int, line: str, words: str) -> int | None:
    """A new objection; None when there is one to this line."""
    number: int | None = await tx.value(
        """
        INSERT INTO appraisal_objections (appraised_id, line, words, made_at)
        VALUES (:appraised_id, :line, :words, :now) ON CONFLICT DO NOTHING RETURNING id
        """,
        appraised_id=appraised_id,
        line=line,
        words=sealed(words),
        now=tx.now,
    )
    return number


async def objection(tx: Tx, objection_id: int) -> Objection | None:
    row = await tx.one(f"{_OBJECTION} WHERE o.id = :id", id=objection_id)
    return _objection(row) if row else None


async def objections_of(tx: Tx, appraised_ids: Sequence[int]) -> list[Objection]:
    """The oldest first."""
    listed = ", ".join(str(int(number)) for number in appraised_ids) or "-1"
    rows = await tx.all(f"{_OBJECTION} WHERE o.appraised_id IN ({listed}) ORDER BY o.id")
    return [_objection(row) for row in rows]


async def objections(tx: Tx, appraisal_id: int) -> list[Objection]:
    """Of a whole year: those that wait for a decision first, then the oldest."""
    rows = await tx.all(
        f"""
        {_OBJECTION} JOIN appraised_members d ON d.id = o.appraised_id
        WHERE d.appraisal_id = :appraisal_id ORDER BY o.decided_at IS NOT NULL, o.id
        """,
        appraisal_id=appraisal_id,
    )
    return [_objection(row) for row in rows]


async def waiting_objections(tx: Tx) -> list[Objection]:
    """Of all years that are made known: those that nobody has decided, the oldest first."""
    rows = await tx.all(
        f"""
        {_OBJECTION} JOIN appraised_members d ON d.id = o.appraised_id JOIN appraisals a ON a.id = d.appraisal_id
        WHERE o.decided_at IS NULL AND a.published_at IS NOT NULL AND a.withdrawn_at IS NULL ORDER BY o.id
        """
    )
    return [_objection(row) for row in rows]


async def decide(tx: Tx, objection_id: int, verdict: Verdict, points: int | None, reason: str, by_id: int) -> bool:
    """False when somebody was faster. ``points``: in tenths."""
    changed = await tx.run(
        """
        UPDATE appraisal_objections
        SET verdict = :verdict, tenths = :tenths, reason = :reason, decided_at = :now, decided_by_id = :by_id
        WHERE id = :id AND decided_at IS NULL
        """,
        verdict=verdict.value,
        tenths=points,
        reason=sealed(reason),
        now=tx.now,
        by_id=by_id,
        id=objection_id,
    )
    return changed == 1


async def forget(tx: Tx, person_id: int) -> None:
    """What they wrote goes; that they objected, and what came of it, stays."""
    await tx.run(
        """
        UPDATE appraisal_objections SET words = :none
        WHERE appraised_id IN (
            SELECT d.id FROM appraised_members d JOIN members m ON m.id = d.member_id WHERE m.person_id = :id)
        """,
        none=sealed(""),
        id=person_id,
    )
