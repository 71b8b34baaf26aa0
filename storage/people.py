"""People, roles and members."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from domain.people import WORK_COMMITTEE, Member, Person, Role, Standing
from storage import units as units_
from storage.db import Row, Tx
from storage.seal import sealed
from storage.spans import EVERYONE, Span, bounds, within

# A row for each role, or one without: every update begins with this query, so it is not two.
_PERSON = """
    SELECT p.id, p.telegram_id, p.name, p.phone, p.language, p.joined_at, p.blocked_at, p.banned_until_at,
           p.paused_until_at, r.role
    FROM people p LEFT JOIN roles r ON r.person_id = p.id
"""


def _people(rows: Iterable[Row]) -> list[Person]:
    """Rows of one person stand together."""
    return [_person(list(of_one)) for _, of_one in groupby(rows, key=itemgetter("id"))]


def _person(rows: list[Row]) -> Person:
    roles = frozenset(Role(row["role"]) for row in rows if row["role"] is not None)
    return Person(**{name: value for name, value in rows[0].items() if name != "role"}, roles=roles)


async def by_telegram(tx: Tx, telegram_id: int) -> Person | None:
    rows = await tx.all(_PERSON + "WHERE p.telegram_id = :telegram_id", telegram_id=telegram_id)
    return _person(rows) if rows else None


async def get(tx: Tx, person_id: int) -> Person:
    """A person who is known to exist."""
    return _person(await tx.all(_PERSON + "WHERE p.id = :id", id=person_id))


async def name_of(tx: Tx, person_id: int) -> str:
    name: str = await tx.value("SELECT name FROM people WHERE id = :id", id=person_id)
    return name


async def named(tx: Tx, name: str) -> list[Person]:
    """Everyone of exactly this name, the earliest known first."""
    return _people(await tx.all(_PERSON + "WHERE p.name_key = :key ORDER BY p.id", key=name_key(tx, name)))


def name_key(tx: Tx, name: str) -> str:
    """What stands for a name where people are looked up by it."""
    return tx.seal.blind("people.name", name)


async def add(tx: Tx, name: str, language: str, *, telegram_id: int | None = None, phone: str | None = None) -> int:
    """A new person; their id."""
    number: int = await tx.value(
        """
        INSERT INTO people (name, name_key, language, telegram_id, phone, created_at, joined_at)
        VALUES (:name, :name_key, :language, :telegram_id, :phone, :now, :joined_at) RETURNING id
        """,
        name=sealed(name),
        name_key=name_key(tx, name),
        language=language,
        telegram_id=telegram_id,
        phone=sealed(phone),
        now=tx.now,
        joined_at=tx.now if telegram_id is not None else None,
    )
    return number


async def set_language(tx: Tx, person_id: int, language: str) -> None:
    await tx.run("UPDATE people SET language = :language WHERE id = :id", language=language, id=person_id)


async def set_blocked(tx: Tx, person_id: int, *, blocked: bool) -> None:
    """Remember whether this person blocks the bot, and since when."""
    if blocked:
        await tx.run(
            "UPDATE people SET blocked_at = COALESCE(blocked_at, :now) WHERE id = :id", now=tx.now, id=person_id
        )
    else:
        await tx.run("UPDATE people SET blocked_at = NULL WHERE id = :id", id=person_id)


async def address(tx: Tx, person_id: int) -> tuple[int, str] | None:
    """Private chat (it has the number of its person at Telegram) and language; None before they joined."""
    row = await tx.one("SELECT telegram_id, language FROM people WHERE id = :id", id=person_id)
    return (row["telegram_id"], row["language"]) if row and row["telegram_id"] is not None else None


async def grant(tx: Tx, person_id: int, role: Role) -> None:
    await tx.run(
        "INSERT INTO roles (person_id, role, granted_at) VALUES (:person_id, :role, :now) ON CONFLICT DO NOTHING",
        person_id=person_id,
        role=role.value,
        now=tx.now,
    )


async def revoke(tx: Tx, person_id: int, role: Role) -> None:
    await tx.run("DELETE FROM roles WHERE person_id = :id AND role = :role", id=person_id, role=role.value)


async def with_role(tx: Tx, role: Role) -> list[int]:
    """The ids of all who have this role."""
    rows = await tx.all("SELECT person_id FROM roles WHERE role = :role ORDER BY person_id", role=role.value)
    return [row["person_id"] for row in rows]


# --- members ----------------------------------------------------------------------------------------------------------

_MEMBER = """
    SELECT m.id, m.person_id, p.name, m.sector, COALESCE(u.name, '') AS unit, m.standing, m.is_standing_committee,
           m.began_on, m.left_on, m.joined_on
    FROM members m JOIN people p ON p.id = m.person_id LEFT JOIN units u ON u.id = m.unit_id
"""


def _member(row: Row) -> Member:
    return Member(**(row | {"standing": Standing(row["standing"])}))


async def member_of(tx: Tx, person_id: int) -> Member | None:
    """The membership of a person, if they have one."""
    row = await tx.one(_MEMBER + "WHERE m.person_id = :person_id", person_id=person_id)
    return _member(row) if row else None


async def member(tx: Tx, member_id: int) -> Member:
    row = await tx.one(_MEMBER + "WHERE m.id = :id", id=member_id)
    assert row is not None
    return _member(row)


async def serving(tx: Tx, member_id: int) -> Member | None:
    """The member of this number, if there is one and they serve now."""
    row = await tx.one(_MEMBER + "WHERE m.id = :id AND m.left_on IS NULL", id=member_id)
    return _member(row) if row else None


async def unit_id_of(tx: Tx, member_id: int) -> int | None:
    """The unit that a member belongs to."""
    number: int | None = await tx.value("SELECT unit_id FROM members WHERE id = :id", id=member_id)
    return number


async def behind_member(tx: Tx, member_id: int) -> Row:
    """``id``, ``name``, ``telegram_id`` and ``blocked_at`` of the person who is this member."""
    row = await tx.one(
        """
        SELECT p.id, p.name, p.telegram_id, p.blocked_at
        FROM members m JOIN people p ON p.id = m.person_id WHERE m.id = :id
        """,
        id=member_id,
    )
    assert row is not None
    return row


async def members(tx: Tx, span: Span = EVERYONE) -> list[Member]:
    """All who serve now, by sector and name."""
    rows = await tx.all(_MEMBER + f"WHERE m.left_on IS NULL {within(span)}", **bounds(span))
    return sorted(map(_member, rows), key=lambda member: (member.sector, member.name, member.id))


async def reached(tx: Tx) -> set[int]:
    """The person ids of all who have joined and do not block us, of those who serve as members."""
    rows = await tx.all(
        """
        SELECT p.id FROM members m JOIN people p ON p.id = m.person_id
        WHERE m.left_on IS NULL AND p.telegram_id IS NOT NULL AND p.blocked_at IS NULL
        """
    )
    return {row["id"] for row in rows}


async def members_named(tx: Tx, name: str) -> list[Member]:
    """Who serves now and has exactly this name, the earliest known first."""
    rows = await tx.all(_MEMBER + "WHERE m.left_on IS NULL AND p.name_key = :key ORDER BY m.id", key=name_key(tx, name))
    return [_member(row) for row in rows]


class Listed(NamedTuple):
    """Whom one finds by their name, sector or unit."""

    id: int
    name: str
    sector: str
    unit: str


async def directory(tx: Tx) -> list[Listed]:
    """Everyone who serves now, with no more than they are found by: of 10,000 members this is a third of the work."""
    rows = await tx.all(
        """
        SELECT m.id, p.name, m.sector, COALESCE(u.name, '') AS unit
        FROM members m JOIN people p ON p.id = m.person_id LEFT JOIN units u ON u.id = m.unit_id
        WHERE m.left_on IS NULL
        """
    )
    return [Listed(**row) for row in rows]


async def add_member(
    tx: Tx,
    person_id: int,
    sector: str,
    unit: str,
    standing: Standing,
    *,
    is_standing_committee: bool = False,
    began_on: date | None = None,
    joined_on: date | None = None,
) -> int:
    """Make a person a member, of the unit with this name (made if it is new; "": of none); the member's id.

    ``began_on``: None for today.
    """
    number: int = await tx.value(
        """
        INSERT INTO members (person_id, sector, unit_id, standing, is_standing_committee, began_on, joined_on)
        VALUES (:person_id, :sector, :unit_id, :standing, :is_standing_committee, :began_on, :joined_on) RETURNING id
        """,
        person_id=person_id,
        sector=sector,
        unit_id=await unit_id(tx, unit) if unit else None,
        standing=standing.value,
        is_standing_committee=is_standing_committee,
        began_on=began_on or tx.now.date(),
        joined_on=joined_on,
    )
    await grant(tx, person_id, Role.MEMBER)
    return number


async def update_member(
    tx: Tx,
    member_id: int,
    sector: str,
    unit: str,
    standing: Standing,
    *,
    is_standing_committee: bool = False,
    began_on: date | None = None,
    joined_on: date | None = None,
) -> None:
    """Set what an import may change, all of it; but ``began_on`` None leaves that as it was."""
    await tx.run(
        """
        UPDATE members SET sector = :sector, unit_id = :unit_id, standing = :standing,
               is_standing_committee = :is_standing_committee, joined_on = :joined_on,
               began_on = COALESCE(:began_on, began_on)
        WHERE id = :id
        """,
        id=member_id,
        began_on=began_on,
        joined_on=joined_on,
        sector=sector,
        unit_id=await unit_id(tx, unit) if unit else None,
        standing=standing.value,
        is_standing_committee=is_standing_committee,
    )


async def unit_id(tx: Tx, name: str, kind: str = WORK_COMMITTEE) -> int:
    """The unit of this name, made if it is new."""
    return (await units_.add(tx, name, kind)).id


async def sectors(tx: Tx) -> list[str]:
    rows = await tx.all("SELECT DISTINCT sector FROM members WHERE left_on IS NULL ORDER BY sector")
    return [row["sector"] for row in rows]


async def units(tx: Tx) -> list[str]:
    """Units that have members now."""
    rows = await tx.all(
        """
        SELECT DISTINCT u.name FROM members m JOIN units u ON u.id = m.unit_id
        WHERE m.left_on IS NULL ORDER BY u.name
        """
    )
    return [row["name"] for row in rows]
