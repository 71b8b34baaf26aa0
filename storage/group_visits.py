"""Group visits and who signed in."""

from datetime import date

from domain.group_visits import GroupVisit
from domain.people import Member
from storage import people
from storage.db import Tx
from storage.seal import sealed

_GROUP = "g.id, g.organiser_id, g.happened_on, g.note, g.code, g.created_at, g.closed_at, g.cancelled_at"


async def add(tx: Tx, organiser_id: int, day: date, note: str, code: str) -> int:
    """A new group visit; its id."""
    number: int = await tx.value(
        """
        INSERT INTO group_visits (organiser_id, happened_on, note, code, created_at)
        VALUES (:organiser_id, :happened_on, :note, :code, :now) RETURNING id
        """,
        organiser_id=organiser_id,
        happened_on=day,
        note=sealed(note),
        code=code,
        now=tx.now,
    )
    return number


async def get(tx: Tx, group_id: int) -> GroupVisit | None:
    row = await tx.one(f"SELECT {_GROUP} FROM group_visits g WHERE g.id = :id", id=group_id)
    return GroupVisit(**row) if row else None


async def of_code(tx: Tx, code: str) -> GroupVisit | None:
    row = await tx.one(f"SELECT {_GROUP} FROM group_visits g WHERE g.code = :code", code=code)
    return GroupVisit(**row) if row else None


async def of_person(tx: Tx, person_id: int, limit: int) -> list[GroupVisit]:
    """Those that the person organised or signed in to, and that were not called off, the latest first."""
    rows = await tx.all(
        f"""
        SELECT {_GROUP} FROM group_visits g
        WHERE g.cancelled_at IS NULL AND (g.organiser_id = :person_id OR EXISTS (
            SELECT 1 FROM group_visit_members s JOIN members m ON m.id = s.member_id
            WHERE s.group_visit_id = g.id AND m.person_id = :person_id))
        ORDER BY g.happened_on DESC, g.id DESC LIMIT :limit
        """,
        person_id=person_id,
        limit=limit,
    )
    return [GroupVisit(**row) for row in rows]


async def sign_in(tx: Tx, group_id: int, member_id: int) -> bool:
    """False when the member signed in before."""
    changed = await tx.run(
        """
        INSERT INTO group_visit_members (group_visit_id, member_id, signed_in_at) VALUES (:group_id, :member_id, :now)
        ON CONFLICT DO NOTHING
        """,
        group_id=group_id,
        member_id=member_id,
        now=tx.now,
    )
    return changed == 1


async def signed_in(tx: Tx, group_id: int) -> list[tuple[Member, int]]:
    """Who signed in, in this order, and how many contacts each met."""
    rows = await tx.all(
        """
        SELECT s.member_id, (SELECT COUNT(*) FROM visits v WHERE v.group_visit_id = s.group_visit_id
                             AND v.member_id = s.member_id AND v.withdrawn_at IS NULL) AS met
        FROM group_visit_members s WHERE s.group_visit_id = :id ORDER BY s.signed_in_at, s.member_id
        """,
        id=group_id,
    )
    return [(await people.member(tx, row["member_id"]), row["met"]) for row in rows]


async def end(tx: Tx, group_id: int, *, cancelled: bool) -> bool:
    """End the sign-in, or call it off. False when that was done before."""
    column = "cancelled_at" if cancelled else "closed_at"
    changed = await tx.run(
        f"UPDATE group_visits SET {column} = :now WHERE id = :id AND closed_at IS NULL AND cancelled_at IS NULL",
        id=group_id,
        now=tx.now,
    )
    return changed == 1
