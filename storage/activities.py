"""Activities, and how many there were."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from domain.activities import Activity, ActivityKind
from storage.db import Row, Tx
from storage.seal import sealed

_ACTIVITY = """
    SELECT a.id, a.kind, a.title, a.place, a.begins_at, a.ends_at, a.capacity, a.is_open, a.unit_id,
           COALESCE(u.name, '') AS unit, a.made_by_id, a.cancelled_at, a.cancelled_because
    FROM activities a LEFT JOIN units u ON u.id = a.unit_id
"""


def _activity(row: Row) -> Activity:
    because = row["cancelled_because"] or ""
    return Activity(**(row | {"kind": ActivityKind(row["kind"]), "cancelled_because": because}))


async def add(tx: Tx, activity: Activity, sign_in_key: str, remind_at: datetime) -> int:
    """A new one; its id."""
    number: int = await tx.value(
        """
        INSERT INTO activities (kind, title, unit_id, place, begins_at, ends_at, capacity, is_open, sign_in_key,
                                made_by_id, made_at, remind_at)
        VALUES (:kind, :title, :unit_id, :place, :begins_at, :ends_at, :capacity, :is_open, :sign_in_key,
                :made_by_id, :now, :remind_at)
        RETURNING id
        """,
        kind=activity.kind.value,
        title=activity.title,
        unit_id=activity.unit_id,
        place=activity.place,
        begins_at=activity.begins_at,
        ends_at=activity.ends_at,
        capacity=activity.capacity,
        is_open=activity.is_open,
        sign_in_key=sealed(sign_in_key),
        made_by_id=activity.made_by_id,
        now=tx.now,
        remind_at=remind_at,
    )
    return number


async def get(tx: Tx, activity_id: int) -> Activity | None:
    row = await tx.one(_ACTIVITY + "WHERE a.id = :id", id=activity_id)
    return _activity(row) if row else None


async def lock(tx: Tx, activity_id: int) -> Activity | None:
    """The same, and nobody else answers to it until the end of the transaction: its places are counted now."""
    await tx.one("SELECT id FROM activities WHERE id = :id FOR UPDATE", id=activity_id)
    return await get(tx, activity_id)


async def sign_in_key(tx: Tx, activity_id: int) -> str:
    key: str | None = await tx.value("SELECT sign_in_key FROM activities WHERE id = :id", id=activity_id)
    return key or ""


async def alter(tx: Tx, activity_id: int, **changes: Any) -> None:
    """Change some of place, capacity, unit_id, is_open."""
    assert changes.keys() <= {"place", "capacity", "unit_id", "is_open"}
    for column, value in changes.items():
        await tx.run(f"UPDATE activities SET {column} = :value WHERE id = :id", value=value, id=activity_id)


async def move(tx: Tx, activity_id: int, begins_at: datetime, ends_at: datetime, remind_at: datetime) -> None:
    """To another time; then a reminder is owed again."""
    await tx.run(
        """
        UPDATE activities SET begins_at = :begins_at, ends_at = :ends_at, remind_at = :remind_at, reminded_at = NULL
        WHERE id = :id
        """,
        begins_at=begins_at,
        ends_at=ends_at,
        remind_at=remind_at,
        id=activity_id,
    )


async def cancel(tx: Tx, activity_id: int, because: str) -> bool:
    """False when it is cancelled already."""
    changed = await tx.run(
        """
        UPDATE activities SET cancelled_at = :now, cancelled_because = :because
        WHERE id = :id AND cancelled_at IS NULL
        """,
        now=tx.now,
        because=sealed(because),
        id=activity_id,
    )
    return changed == 1


# --- lists ------------------------------------------------------------------------------------------------------------


async def run_by(tx: Tx, person_id: int, unit_ids: Sequence[int], limit: int) -> list[Activity]:
    """What this person or these units hold, the newest first, cancelled ones too."""
    units = ", ".join(str(int(each)) for each in unit_ids) or "-1"
    rows = await tx.all(
        _ACTIVITY + f"WHERE a.made_by_id = :person_id OR a.unit_id IN ({units}) ORDER BY a.begins_at DESC, a.id DESC "
        "LIMIT :limit",
        person_id=person_id,
        limit=limit,
    )
    return [_activity(row) for row in rows]


async def newest(tx: Tx, limit: int) -> list[Activity]:
    rows = await tx.all(_ACTIVITY + "ORDER BY a.begins_at DESC, a.id DESC LIMIT :limit", limit=limit)
    return [_activity(row) for row in rows]


async def of_person(tx: Tx, person_id: int, since: datetime, until: datetime) -> list[tuple[Activity, str]]:
    """What a person was invited to or is coming to and that begins in this time; each with their attendance."""
    rows = await tx.all(
        """
        SELECT a.id, a.kind, a.title, a.place, a.begins_at, a.ends_at, a.capacity, a.is_open, a.unit_id,
               COALESCE(u.name, '') AS unit, a.made_by_id, a.cancelled_at, a.cancelled_because, p.attendance
        FROM activity_people p JOIN activities a ON a.id = p.activity_id LEFT JOIN units u ON u.id = a.unit_id
        WHERE p.person_id = :person_id AND a.begins_at >= :since AND a.begins_at < :until AND a.cancelled_at IS NULL
        ORDER BY a.begins_at, a.id
        """,
        person_id=person_id,
        since=since,
        until=until,
    )
    return [(_activity({name: row[name] for name in row if name != "attendance"}), row["attendance"]) for row in rows]


async def open_to(tx: Tx, person_id: int, limit: int) -> list[Activity]:
    """What is not over and this person may see: open to all, or they are in it."""
    rows = await tx.all(
        _ACTIVITY
        + """
        WHERE a.ends_at > :now AND a.cancelled_at IS NULL
          AND (a.is_open OR EXISTS (SELECT 1 FROM activity_people p
                                    WHERE p.activity_id = a.id AND p.person_id = :person_id))
        ORDER BY a.begins_at, a.id LIMIT :limit
        """,
        now=tx.now,
        person_id=person_id,
        limit=limit,
    )
    return [_activity(row) for row in rows]


# --- what is due ------------------------------------------------------------------------------------------------------


async def to_remind(tx: Tx) -> list[int]:
    """Whose reminder is due, and which have not begun."""
    rows = await tx.all(
        """
        SELECT id FROM activities
        WHERE reminded_at IS NULL AND cancelled_at IS NULL AND remind_at <= :now AND begins_at > :now ORDER BY id
        """,
        now=tx.now,
    )
    return [row["id"] for row in rows]


async def claim_reminder(tx: Tx, activity_id: int) -> bool:
    """Whoever changes the row reminds; False for everyone after."""
    changed = await tx.run(
        "UPDATE activities SET reminded_at = :now WHERE id = :id AND reminded_at IS NULL AND cancelled_at IS NULL",
        now=tx.now,
        id=activity_id,
    )
    return changed == 1


async def to_judge(tx: Tx, since: datetime) -> list[int]:
    """Which are over, not longer than since then, and nobody was asked how it was."""
    rows = await tx.all(
        """
        SELECT id FROM activities
        WHERE asked_to_judge_at IS NULL AND cancelled_at IS NULL AND ends_at <= :now AND ends_at > :since ORDER BY id
        """,
        now=tx.now,
        since=since,
    )
    return [row["id"] for row in rows]


async def claim_judging(tx: Tx, activity_id: int) -> bool:
    changed = await tx.run(
        "UPDATE activities SET asked_to_judge_at = :now WHERE id = :id AND asked_to_judge_at IS NULL",
        now=tx.now,
        id=activity_id,
    )
    return changed == 1


# --- counted, for quotas and totals -----------------------------------------------------------------------------------


async def held_by_units(tx: Tx, since: datetime, until: datetime, kinds: Sequence[ActivityKind] = ()) -> dict[int, int]:
    """Unit's id → how many activities it held that began in this time and are over, of these kinds (none: of any)."""
    wanted = ", ".join(f"'{ActivityKind(kind).value}'" for kind in kinds or tuple(ActivityKind))
    rows = await tx.all(
        f"""
        SELECT unit_id, COUNT(*) AS held FROM activities
        WHERE unit_id IS NOT NULL AND cancelled_at IS NULL AND begins_at >= :since AND begins_at < :until
          AND ends_at <= :now AND kind IN ({wanted})
        GROUP BY unit_id
        """,
        since=since,
        until=until,
        now=tx.now,
    )
    return {row["unit_id"]: row["held"] for row in rows}


async def attended_by_members(tx: Tx, since: datetime, until: datetime) -> dict[int, int]:
    """Member's id → how many activities that began in this time they signed in at."""
    rows = await tx.all(
        """
        SELECT p.member_id, COUNT(*) AS attended FROM activity_people p JOIN activities a ON a.id = p.activity_id
        WHERE p.member_id IS NOT NULL AND p.signed_in_at IS NOT NULL AND a.cancelled_at IS NULL
          AND a.begins_at >= :since AND a.begins_at < :until
        GROUP BY p.member_id
        """,
        since=since,
        until=until,
    )
    return {row["member_id"]: row["attended"] for row in rows}


async def attended_by(tx: Tx, member_id: int, since: datetime, until: datetime) -> list[Activity]:
    """The activities that a member signed in at and that began in this time, in their order: for the diary."""
    rows = await tx.all(
        _ACTIVITY
        + """
        JOIN activity_people p ON p.activity_id = a.id
        WHERE p.member_id = :member_id AND p.signed_in_at IS NOT NULL AND a.cancelled_at IS NULL
          AND a.begins_at >= :since AND a.begins_at < :until
        ORDER BY a.begins_at, a.id
        """,
        member_id=member_id,
        since=since,
        until=until,
    )
    return [_activity(row) for row in rows]
