"""Times at which a member receives people (接待日, 值班室), and who has booked one."""

from collections.abc import Sequence
from datetime import datetime

from domain.receptions import Booking, Slot, SlotKind
from storage.db import Row, Tx
from storage.seal import sealed

_SLOT = """
    SELECT s.id, s.kind, s.member_id, h.id AS host_id, h.name AS host, s.place, s.begins_at, s.ends_at, s.cancelled_at,
           b.id AS booking_id, b.person_id AS guest_id, g.name AS guest, b.topic
    FROM reception_slots s JOIN members m ON m.id = s.member_id JOIN people h ON h.id = m.person_id
         LEFT JOIN slot_bookings b ON b.slot_id = s.id AND b.cancelled_at IS NULL
         LEFT JOIN people g ON g.id = b.person_id
"""
_OF_BOOKING = ("booking_id", "guest_id", "guest", "topic")


def _slot(row: Row) -> Slot:
    booking = None
    if row["booking_id"] is not None:
        booking = Booking(row["booking_id"], row["guest_id"], row["guest"], row["topic"])
    plain = {name: value for name, value in row.items() if name not in _OF_BOOKING}
    return Slot(**(plain | {"kind": SlotKind(row["kind"]), "booking": booking}))


async def add(
    tx: Tx, kind: SlotKind, member_id: int, place: str, begins_at: datetime, ends_at: datetime, remind_at: datetime
) -> None:
    await tx.run(
        """
        INSERT INTO reception_slots (kind, member_id, place, begins_at, ends_at, remind_at, made_at)
        VALUES (:kind, :member_id, :place, :begins_at, :ends_at, :remind_at, :now)
        """,
        kind=kind.value,
        member_id=member_id,
        place=place,
        begins_at=begins_at,
        ends_at=ends_at,
        remind_at=remind_at,
        now=tx.now,
    )


async def get(tx: Tx, slot_id: int) -> Slot | None:
    row = await tx.one(_SLOT + "WHERE s.id = :id", id=slot_id)
    return _slot(row) if row else None


async def between(tx: Tx, member_id: int, begins_at: datetime, ends_at: datetime) -> Sequence[Slot]:
    """A member's standing slots that overlap this time."""
    rows = await tx.all(
        _SLOT
        + """
        WHERE s.member_id = :member_id AND s.cancelled_at IS NULL AND s.begins_at < :ends_at AND s.ends_at > :begins_at
        ORDER BY s.begins_at
        """,
        member_id=member_id,
        begins_at=begins_at,
        ends_at=ends_at,
    )
    return [_slot(row) for row in rows]


async def free(tx: Tx, limit: int) -> list[Slot]:
    """What can be booked, the next first, of members who serve."""
    rows = await tx.all(
        _SLOT
        + """
        WHERE s.cancelled_at IS NULL AND s.begins_at > :now AND b.id IS NULL AND m.left_on IS NULL
        ORDER BY s.begins_at, s.id LIMIT :limit
        """,
        now=tx.now,
        limit=limit,
    )
    return [_slot(row) for row in rows]


async def of_member(tx: Tx, member_id: int, limit: int) -> list[Slot]:
    """What lies ahead of a member, booked or not."""
    rows = await tx.all(
        _SLOT
        + """
        WHERE s.member_id = :member_id AND s.cancelled_at IS NULL AND s.ends_at > :now
        ORDER BY s.begins_at, s.id LIMIT :limit
        """,
        member_id=member_id,
        now=tx.now,
        limit=limit,
    )
    return [_slot(row) for row in rows]


async def of_guest(tx: Tx, person_id: int) -> list[Slot]:
    """What a person has booked and that is not over."""
    rows = await tx.all(
        _SLOT + "WHERE b.person_id = :id AND s.cancelled_at IS NULL AND s.ends_at > :now ORDER BY s.begins_at, s.id",
        id=person_id,
        now=tx.now,
    )
    return [_slot(row) for row in rows]


async def booked_with(tx: Tx, person_id: int, since: datetime, until: datetime) -> list[Slot]:
    """The booked talks that begin in this time and that this person holds."""
    rows = await tx.all(
        _SLOT
        + """
        WHERE m.person_id = :person_id AND s.cancelled_at IS NULL AND s.begins_at >= :since AND s.begins_at < :until
          AND b.id IS NOT NULL
        ORDER BY s.begins_at, s.id
        """,
        person_id=person_id,
        since=since,
        until=until,
    )
    return [_slot(row) for row in rows]


async def count_free(tx: Tx, person_id: int, since: datetime, until: datetime) -> int:
    """How many times of this person, from now on and in this time, nobody has booked."""
    number: int = await tx.value(
        """
        SELECT COUNT(*) FROM reception_slots s JOIN members m ON m.id = s.member_id
        WHERE m.person_id = :person_id AND s.cancelled_at IS NULL AND s.begins_at > :now
          AND s.begins_at >= :since AND s.begins_at < :until
          AND NOT EXISTS (SELECT 1 FROM slot_bookings b WHERE b.slot_id = s.id AND b.cancelled_at IS NULL)
        """,
        person_id=person_id,
        now=tx.now,
        since=since,
        until=until,
    )
    return number


async def booked_by(tx: Tx, person_id: int, since: datetime, until: datetime) -> list[Slot]:
    """The talks that begin in this time and that this person has booked."""
    rows = await tx.all(
        _SLOT
        + """
        WHERE b.person_id = :person_id AND s.cancelled_at IS NULL AND s.begins_at >= :since AND s.begins_at < :until
        ORDER BY s.begins_at, s.id
        """,
        person_id=person_id,
        since=since,
        until=until,
    )
    return [_slot(row) for row in rows]


async def book(tx: Tx, slot_id: int, person_id: int, topic: str) -> bool:
    """Whoever inserts the open booking has the slot; False for everyone after."""
    added = await tx.run(
        """
        INSERT INTO slot_bookings (slot_id, person_id, topic, booked_at)
        VALUES (:slot_id, :person_id, :topic, :now) ON CONFLICT DO NOTHING
        """,
        slot_id=slot_id,
        person_id=person_id,
        topic=sealed(topic),
        now=tx.now,
    )
    return added == 1


async def release(tx: Tx, booking_id: int) -> bool:
    changed = await tx.run(
        "UPDATE slot_bookings SET cancelled_at = :now WHERE id = :id AND cancelled_at IS NULL",
        now=tx.now,
        id=booking_id,
    )
    return changed == 1


async def cancel(tx: Tx, slot_id: int) -> bool:
    changed = await tx.run(
        "UPDATE reception_slots SET cancelled_at = :now WHERE id = :id AND cancelled_at IS NULL",
        now=tx.now,
        id=slot_id,
    )
    return changed == 1


async def lock(tx: Tx, slot_id: int) -> Slot | None:
    """The slot, and nobody else changes it until the end of the transaction."""
    await tx.one("SELECT id FROM reception_slots WHERE id = :id FOR UPDATE", id=slot_id)
    return await get(tx, slot_id)


async def to_remind(tx: Tx) -> list[Slot]:
    """Booked slots whose reminder is due and that have not begun."""
    rows = await tx.all(
        _SLOT
        + """
        WHERE s.reminded_at IS NULL AND s.cancelled_at IS NULL AND s.remind_at <= :now AND s.begins_at > :now
          AND b.id IS NOT NULL
        ORDER BY s.id
        """,
        now=tx.now,
    )
    return [_slot(row) for row in rows]


async def claim_reminder(tx: Tx, slot_id: int) -> bool:
    changed = await tx.run(
        "UPDATE reception_slots SET reminded_at = :now WHERE id = :id AND reminded_at IS NULL AND cancelled_at IS NULL",
        now=tx.now,
        id=slot_id,
    )
    return changed == 1
