"""Who is invited to an activity, who comes, waits, was there, and what they said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from domain.activities import Attendance, Grade, NoteKind, Participant
from storage.db import Row, Tx
from storage.seal import sealed

_COLUMNS = "id, activity_id, person_id, attendance, member_id, invited_at, waits_since_at, reason, signed_in_at, grade"


def _participant(row: Row) -> Participant:
    read = {
        "attendance": Attendance(row["attendance"]),
        "grade": Grade(row["grade"]) if row["grade"] else None,
        "reason": row["reason"] or "",
    }
    return Participant(**(row | read))


async def of(tx: Tx, activity_id: int, person_id: int) -> Participant | None:
    row = await tx.one(
        f"SELECT {_COLUMNS} FROM activity_people WHERE activity_id = :activity_id AND person_id = :person_id",
        activity_id=activity_id,
        person_id=person_id,
    )
    return _participant(row) if row else None


async def all_of(tx: Tx, activity_id: int, *attendances: Attendance) -> list[Participant]:
    """Everyone who stands so with it (none named: everyone), in the order in which they came in."""
    rows = await tx.all(
        f"SELECT {_COLUMNS} FROM activity_people WHERE activity_id = :activity_id ORDER BY id", activity_id=activity_id
    )
    everyone = [_participant(row) for row in rows]
    return [one for one in everyone if not attendances or one.attendance in attendances]


async def taken(tx: Tx, activity_id: int) -> int:
    """How many places are taken."""
    count: int = await tx.value(
        "SELECT COUNT(*) FROM activity_people WHERE activity_id = :id AND attendance = 'coming'", id=activity_id
    )
    return count


async def invite(
    tx: Tx, activity_id: int, person_id: int, member_id: int | None, *, is_from_pool: bool = False
) -> bool:
    """False when they are in it already."""
    added = await tx.run(
        """
        INSERT INTO activity_people (activity_id, person_id, member_id, attendance, is_from_pool, invited_at)
        VALUES (:activity_id, :person_id, :member_id, 'invited', :is_from_pool, :now) ON CONFLICT DO NOTHING
        """,
        activity_id=activity_id,
        person_id=person_id,
        member_id=member_id,
        is_from_pool=is_from_pool,
        now=tx.now,
    )
    return added == 1


async def put(
    tx: Tx, activity_id: int, person_id: int, member_id: int | None, attendance: Attendance, reason: str | None = None
) -> None:
    """Where they stand from now on; who is new to it is entered. Waiting is counted from the moment it began."""
    await tx.run(
        """
        INSERT INTO activity_people (activity_id, person_id, member_id, attendance, answered_at, waits_since_at, reason)
        VALUES (:activity_id, :person_id, :member_id, :attendance, :now, :waits_since_at, :reason)
        ON CONFLICT (activity_id, person_id) DO UPDATE SET attendance = excluded.attendance,
            answered_at = excluded.answered_at, waits_since_at = excluded.waits_since_at, reason = excluded.reason
        """,
        activity_id=activity_id,
        person_id=person_id,
        member_id=member_id,
        attendance=attendance.value,
        now=tx.now,
        waits_since_at=tx.now if attendance is Attendance.WAITING else None,
        reason=sealed(reason),
    )


async def sign_in(tx: Tx, activity_id: int, person_id: int) -> bool:
    """They are there. False when they had signed in before."""
    changed = await tx.run(
        """
        UPDATE activity_people SET signed_in_at = :now
        WHERE activity_id = :activity_id AND person_id = :person_id AND signed_in_at IS NULL
        """,
        now=tx.now,
        activity_id=activity_id,
        person_id=person_id,
    )
    return changed == 1


async def grade(tx: Tx, activity_id: int, person_id: int, given: Grade) -> None:
    await tx.run(
        "UPDATE activity_people SET grade = :grade WHERE activity_id = :activity_id AND person_id = :person_id",
        grade=given.value,
        activity_id=activity_id,
        person_id=person_id,
    )


@dataclass(frozen=True)
class Named:
    """A participant with their name, for who runs the activity."""

    participant: Participant
    name: str = field(repr=False)


async def named(tx: Tx, activity_id: int) -> list[Named]:
    rows = await tx.all(
        """
        SELECT p.id, p.activity_id, p.person_id, p.attendance, p.member_id, p.invited_at, p.waits_since_at, p.reason,
               p.signed_in_at, p.grade, h.name
        FROM activity_people p JOIN people h ON h.id = p.person_id
        WHERE p.activity_id = :activity_id ORDER BY p.id
        """,
        activity_id=activity_id,
    )
    return [Named(_participant({k: v for k, v in row.items() if k != "name"}), row["name"]) for row in rows]


@dataclass(frozen=True)
class Counts:
    """How an activity stands, in numbers."""

    invited: int
    coming: int
    waiting: int
    declined: int
    on_leave: int
    signed_in: int
    grades: Mapping[Grade, int]


def counted(everyone: Sequence[Participant]) -> Counts:
    """``invited``: all whom it concerned, whatever they answered."""

    def standing(attendance: Attendance) -> int:
        return sum(one.attendance is attendance for one in everyone)

    return Counts(
        invited=len(everyone),
        coming=standing(Attendance.COMING),
        waiting=standing(Attendance.WAITING),
        declined=standing(Attendance.DECLINED),
        on_leave=standing(Attendance.ON_LEAVE),
        signed_in=sum(one.signed_in_at is not None for one in everyone),
        grades={grade: sum(one.grade is grade for one in everyone) for grade in Grade},
    )


# --- speeches and suggestions -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Note:
    id: int
    kind: NoteKind
    words: str = field(repr=False)
    name: str = field(repr=False)
    person_id: int
    noted_at: datetime


async def add_note(tx: Tx, activity_id: int, person_id: int, kind: NoteKind, words: str) -> None:
    await tx.run(
        """
        INSERT INTO activity_notes (activity_id, person_id, kind, words, noted_at)
        VALUES (:activity_id, :person_id, :kind, :words, :now)
        """,
        activity_id=activity_id,
        person_id=person_id,
        kind=kind.value,
        words=sealed(words),
        now=tx.now,
    )


async def notes(tx: Tx, activity_id: int) -> list[Note]:
    rows = await tx.all(
        """
        SELECT n.id, n.kind, n.words, h.name, n.person_id, n.noted_at
        FROM activity_notes n JOIN people h ON h.id = n.person_id WHERE n.activity_id = :id ORDER BY n.id
        """,
        id=activity_id,
    )
    return [Note(**(row | {"kind": NoteKind(row["kind"])})) for row in rows]


# --- two people turn out to be one ------------------------------------------------------------------------------------


async def pass_to(tx: Tx, old: int, new: int) -> None:
    """What one person was invited to, booked and joined is the other's; where both are in it, the other's stays."""
    for table, place in (("activity_people", "activity_id"), ("pool_people", "0")):
        await tx.run(
            f"""
            DELETE FROM {table} WHERE person_id = :old
              AND {place} IN (SELECT {place} FROM {table} WHERE person_id = :new)
            """,
            old=old,
            new=new,
        )
    for table in ("activity_people", "pool_people", "activity_notes", "slot_bookings"):
        await tx.run(f"UPDATE {table} SET person_id = :new WHERE person_id = :old", old=old, new=new)


async def forget(tx: Tx, person_id: int) -> None:
    """Out of the pool, with no talk booked and no reason left; that somebody came stays, for the counts."""
    await tx.run("DELETE FROM pool_people WHERE person_id = :id", id=person_id)
    await tx.run("UPDATE activity_people SET reason = NULL WHERE person_id = :id", id=person_id)
    await tx.run(
        "UPDATE slot_bookings SET topic = :none, cancelled_at = COALESCE(cancelled_at, :now) WHERE person_id = :id",
        none=sealed(""),
        now=tx.now,
        id=person_id,
    )
