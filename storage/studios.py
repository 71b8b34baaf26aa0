"""Members' studios (委员工作室): where they are, whose they are, how many a unit has."""

from dataclasses import dataclass
from datetime import date

from storage.db import Row, Tx

_STUDIO = """
    SELECT s.id, s.name, s.address, s.unit_id, COALESCE(u.name, '') AS unit, s.member_id, COALESCE(p.name, '') AS member
    FROM studios s LEFT JOIN units u ON u.id = s.unit_id
         LEFT JOIN members m ON m.id = s.member_id LEFT JOIN people p ON p.id = m.person_id
"""


@dataclass(frozen=True)
class Studio:
    """A place, and whose: a unit's, maybe in a member's name."""

    id: int
    name: str
    address: str
    unit_id: int | None
    unit: str
    member_id: int | None
    member: str


def _studio(row: Row) -> Studio:
    return Studio(**row)


async def add(tx: Tx, name: str, address: str, unit_id: int | None, member_id: int | None, opened_on: date) -> int:
    number: int = await tx.value(
        """
        INSERT INTO studios (name, address, unit_id, member_id, opened_on)
        VALUES (:name, :address, :unit_id, :member_id, :opened_on) RETURNING id
        """,
        name=name,
        address=address,
        unit_id=unit_id,
        member_id=member_id,
        opened_on=opened_on,
    )
    return number


async def get(tx: Tx, studio_id: int) -> Studio | None:
    """One that is open."""
    row = await tx.one(_STUDIO + "WHERE s.id = :id AND s.closed_on IS NULL", id=studio_id)
    return _studio(row) if row else None


async def open_ones(tx: Tx) -> list[Studio]:
    rows = await tx.all(_STUDIO + "WHERE s.closed_on IS NULL ORDER BY u.name, s.id")
    return [_studio(row) for row in rows]


async def close(tx: Tx, studio_id: int, on: date) -> bool:
    changed = await tx.run(
        "UPDATE studios SET closed_on = :closed_on WHERE id = :id AND closed_on IS NULL", closed_on=on, id=studio_id
    )
    return changed == 1


async def of_units(tx: Tx, first: date, last: date) -> dict[int, int]:
    """Unit's id → how many studios it had open on some day from first to last."""
    rows = await tx.all(
        """
        SELECT unit_id, COUNT(*) AS studios FROM studios
        WHERE unit_id IS NOT NULL AND opened_on <= :last_on AND (closed_on IS NULL OR closed_on >= :first_on)
        GROUP BY unit_id
        """,
        last_on=last,
        first_on=first,
    )
    return {row["unit_id"]: row["studios"] for row in rows}
