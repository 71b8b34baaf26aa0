"""Units of the committee and departments, and the people who belong to them."""

from collections.abc import Sequence

from domain.people import DEPARTMENT, Unit
from storage.db import Row, Tx

_UNIT = "SELECT u.id, u.name, u.kind FROM units u "


async def get(tx: Tx, unit_id: int) -> Unit | None:
    row = await tx.one(_UNIT + "WHERE u.id = :id", id=unit_id)
    return Unit(**row) if row else None


async def named(tx: Tx, name: str) -> Unit | None:
    """The unit of exactly this name."""
    row = await tx.one(_UNIT + "WHERE u.name = :name", name=name)
    return Unit(**row) if row else None


async def add(tx: Tx, name: str, kind: str) -> Unit:
    """The unit of this name, made if it is new."""
    await tx.run("INSERT INTO units (name, kind) VALUES (:name, :kind) ON CONFLICT DO NOTHING", name=name, kind=kind)
    unit = await named(tx, name)
    assert unit is not None
    return unit


async def of_kind(tx: Tx, *, departments: bool) -> list[Unit]:
    """All departments, or all other units, by name."""
    sign = "=" if departments else "<>"
    rows = await tx.all(_UNIT + f"WHERE u.kind {sign} :department ORDER BY u.name, u.id", department=DEPARTMENT)
    return [Unit(**row) for row in rows]


# --- who belongs to them ----------------------------------------------------------------------------------------------


async def join(tx: Tx, person_id: int, unit_id: int) -> None:
    """The person belongs to the unit from now on; they may belong to several."""
    await tx.run(
        """
        INSERT INTO unit_people (unit_id, person_id, joined_at) VALUES (:unit_id, :person_id, :now)
        ON CONFLICT DO NOTHING
        """,
        unit_id=unit_id,
        person_id=person_id,
        now=tx.now,
    )


async def of_person(tx: Tx, person_id: int) -> list[Unit]:
    """The units that a person belongs to, the earliest joined first."""
    rows = await tx.all(
        _UNIT + "JOIN unit_people b ON b.unit_id = u.id WHERE b.person_id = :id ORDER BY b.joined_at, u.id",
        id=person_id,
    )
    return [Unit(**row) for row in rows]


async def people_of(tx: Tx, unit_id: int) -> Sequence[Row]:
    """``id``, ``telegram_id`` and ``blocked_at`` of everyone who belongs to a unit."""
    return await tx.all(
        """
        SELECT p.id, p.telegram_id, p.blocked_at FROM unit_people b JOIN people p ON p.id = b.person_id
        WHERE b.unit_id = :unit_id ORDER BY p.id
        """,
        unit_id=unit_id,
    )


async def reached(tx: Tx, *, departments: bool) -> list[Unit]:
    """Departments, or other units, where someone has joined who does not block us: by name."""
    sign = "=" if departments else "<>"
    rows = await tx.all(
        _UNIT
        + f"""
        WHERE u.kind {sign} :department AND EXISTS (
            SELECT 1 FROM unit_people b JOIN people p ON p.id = b.person_id
            WHERE b.unit_id = u.id AND p.telegram_id IS NOT NULL AND p.blocked_at IS NULL)
        ORDER BY u.name, u.id
        """,
        department=DEPARTMENT,
    )
    return [Unit(**row) for row in rows]
