"""Units of the committee and departments, and the people who belong to them."""

from collections.abc import Sequence

from domain.people import DEPARTMENT, Unit
from storage.db import Row, Tx
from storage.seal import sealed

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


async def belonging(tx: Tx, person_id: int) -> Sequence[Row]:
    """``unit_id``, ``unit`` (its name), ``kind`` and ``post`` ("": nobody said) of each unit a person belongs to."""
    return await tx.all(
        """
        SELECT u.id AS unit_id, u.name AS unit, u.kind, COALESCE(b.post, '') AS post
        FROM unit_people b JOIN units u ON u.id = b.unit_id WHERE b.person_id = :id ORDER BY u.id
        """,
        id=person_id,
    )


async def set_post(tx: Tx, person_id: int, unit_id: int, post: str) -> None:
    await tx.run(
        "UPDATE unit_people SET post = :post WHERE person_id = :person_id AND unit_id = :unit_id",
        person_id=person_id,
        unit_id=unit_id,
        post=sealed(post or None),
    )


async def leave(tx: Tx, person_id: int, unit_id: int) -> None:
    """The person belongs to the unit no more."""
    await tx.run(
        "DELETE FROM unit_people WHERE person_id = :person_id AND unit_id = :unit_id",
        person_id=person_id,
        unit_id=unit_id,
    )


async def set_kind(tx: Tx, unit_id: int, kind: str) -> None:
    await tx.run("UPDATE units SET kind = :kind WHERE id = :id", kind=kind, id=unit_id)


async def counted(tx: Tx) -> Sequence[Row]:
    """``id``, ``name`` and ``kind`` of every unit, how many ``people`` it has, and how many of them ``joined``."""
    return await tx.all(
        """
        SELECT u.id, u.name, u.kind, COUNT(p.id) AS people, COUNT(p.telegram_id) AS joined
        FROM units u LEFT JOIN unit_people b ON b.unit_id = u.id LEFT JOIN people p ON p.id = b.person_id
        GROUP BY u.id, u.name, u.kind ORDER BY u.kind, u.name, u.id
        """
    )


async def roll(tx: Tx, unit_id: int) -> Sequence[Row]:
    """Everyone who belongs to a unit, the earliest first: id, name, phone, post, is_joined, joined_at and since_at."""
    return await tx.all(
        """
        SELECT p.id, p.name, COALESCE(p.phone, '') AS phone, COALESCE(b.post, '') AS post,
               p.telegram_id IS NOT NULL AS is_joined, p.joined_at, b.joined_at AS since_at
        FROM unit_people b JOIN people p ON p.id = b.person_id WHERE b.unit_id = :id ORDER BY b.joined_at, p.id
        """,
        id=unit_id,
    )


async def not_joined(tx: Tx, *, departments: bool) -> Sequence[Row]:
    """``person_id``, ``name``, ``unit_id``, ``unit`` and ``post`` of each who belongs to a department (or to another
    unit) and has not opened the bot yet, by unit; who belongs to several is there several times."""
    sign = "=" if departments else "<>"
    return await tx.all(
        f"""
        SELECT p.id AS person_id, p.name, u.id AS unit_id, u.name AS unit, COALESCE(b.post, '') AS post
        FROM unit_people b JOIN people p ON p.id = b.person_id JOIN units u ON u.id = b.unit_id
        WHERE p.telegram_id IS NULL AND u.kind {sign} :department ORDER BY u.name, u.id, b.joined_at, p.id
        """,
        department=DEPARTMENT,
    )


async def reached_people(tx: Tx, name: str) -> list[int]:
    """The ids of those who belong to the unit of this name and can be reached; nobody where there is none."""
    unit = await named(tx, name)
    belong = await people_of(tx, unit.id) if unit else []
    return [one["id"] for one in belong if one["telegram_id"] is not None and one["blocked_at"] is None]


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
