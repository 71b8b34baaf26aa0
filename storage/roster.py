"""Whom the committee knows by name: its members, its office, and those it has written down and who have yet to join."""

from datetime import date

from domain.people import Standing
from domain.roster import Known
from storage.db import Row, Tx
from storage.people import name_key
from storage.seal import sealed

ROSTER = "roster"
"""What to hold before looking for somebody by name, so as to add them where nobody is found."""


async def known(tx: Tx, name: str) -> list[Known]:
    """Everyone of exactly this name, the earliest known first.

    A constituent's name is what they chose at Telegram, so it never makes them one of these.
    """
    rows = await tx.all(
        """
        SELECT p.id AS person_id, p.name, p.phone, m.id AS member_id, m.sector, u.name AS unit, m.standing,
               m.is_standing_committee, m.began_on, m.left_on, m.joined_on,
               EXISTS (SELECT 1 FROM roles r WHERE r.person_id = p.id AND r.role = 'leader') AS is_leader
        FROM people p LEFT JOIN members m ON m.person_id = p.id LEFT JOIN units u ON u.id = m.unit_id
        WHERE p.name_key = :key
          AND (p.telegram_id IS NULL OR m.id IS NOT NULL OR EXISTS (SELECT 1 FROM roles r WHERE r.person_id = p.id))
        ORDER BY p.id
        """,
        key=name_key(tx, name),
    )
    return [_known(row) for row in rows]


def _known(row: Row) -> Known:
    return Known(
        **row
        | {
            "phone": row["phone"] or "",
            "sector": row["sector"] or "",
            "unit": row["unit"] or "",
            "standing": Standing(row["standing"] or Standing.REGULAR),
            "is_standing_committee": bool(row["is_standing_committee"]),
            "is_leader": bool(row["is_leader"]),
        }
    )


async def set_phone(tx: Tx, person_id: int, phone: str) -> None:
    await tx.run("UPDATE people SET phone = :phone WHERE id = :id", phone=sealed(phone), id=person_id)


async def serves_again(tx: Tx, member_id: int) -> None:
    """A member who had left is on the list again."""
    await tx.run("UPDATE members SET left_on = NULL WHERE id = :id", id=member_id)


async def leaves(tx: Tx, member_id: int, person_id: int, left_on: date) -> None:
    """The member's last day; what members and leaders may do is over with it."""
    await tx.run("UPDATE members SET left_on = :left_on WHERE id = :id", left_on=left_on, id=member_id)
    await tx.run("DELETE FROM roles WHERE person_id = :id AND role IN ('member', 'leader')", id=person_id)


async def not_joined(tx: Tx) -> set[int]:
    """The person ids of the members in office who have not opened the bot yet."""
    rows = await tx.all(
        """
        SELECT p.id FROM members m JOIN people p ON p.id = m.person_id
        WHERE m.left_on IS NULL AND p.telegram_id IS NULL
        """
    )
    return {row["id"] for row in rows}


async def counts(tx: Tx) -> Row:
    """``serving`` members, and of them ``joined``: those who have opened the bot."""
    row = await tx.one(
        """
        SELECT COUNT(*) AS serving, COUNT(p.telegram_id) AS joined
        FROM members m JOIN people p ON p.id = m.person_id WHERE m.left_on IS NULL
        """
    )
    assert row is not None
    return row


async def count(tx: Tx) -> int:
    """How many members serve now."""
    number: int = await tx.value("SELECT COUNT(*) FROM members WHERE left_on IS NULL")
    return number
