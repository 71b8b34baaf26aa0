"""Updates as Telegram delivered them, kept before they are acknowledged."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from storage.db import Row, Tx
from storage.seal import sealed


async def keep(tx: Tx, updates: Sequence[tuple[int, int, dict[str, Any]]]) -> None:
    """Store (update_id, lane, update) rows; what is there already stays as it is."""
    tx.signal("inbox")
    await tx.run_many(
        """
        INSERT INTO inbox (update_id, lane, update_json, received_at, due_at)
        VALUES (:update_id, :lane, :update_json, :now, :now) ON CONFLICT DO NOTHING
        """,
        [
            {"update_id": update_id, "lane": lane, "update_json": update, "now": tx.now}
            for update_id, lane, update in updates
        ],
    )


async def due_lanes(tx: Tx, limit: int) -> list[int]:
    """Lanes whose first waiting update may be worked on now, the longest waiting first."""
    rows = await tx.all(
        """
        SELECT i.lane FROM inbox i
        WHERE i.done_at IS NULL AND i.parked_at IS NULL AND i.due_at <= :now
          AND NOT EXISTS (SELECT 1 FROM inbox b WHERE b.lane = i.lane AND b.update_id < i.update_id
                          AND b.done_at IS NULL AND b.parked_at IS NULL)
        ORDER BY i.update_id LIMIT :limit
        """,
        now=tx.now,
        limit=limit,
    )
    return [row["lane"] for row in rows]


async def take_first(tx: Tx, lane: int) -> Row | None:
    """The first waiting update of a lane, done with this transaction: ``update_id``, ``update_json``, and whether it
    ``is_followed`` by another. None when there is none, it is not due, or another process has it.
    """
    return await tx.one(
        """
        UPDATE inbox SET done_at = :now
        WHERE update_id = (
            SELECT update_id FROM inbox
            WHERE update_id = (SELECT MIN(update_id) FROM inbox
                               WHERE lane = :lane AND done_at IS NULL AND parked_at IS NULL)
              AND done_at IS NULL AND parked_at IS NULL AND due_at <= :now
            FOR UPDATE SKIP LOCKED)
        RETURNING update_id, update_json, EXISTS (
            SELECT 1 FROM inbox b WHERE b.lane = :lane AND b.update_id > inbox.update_id
                AND b.done_at IS NULL AND b.parked_at IS NULL) AS is_followed
        """,
        lane=lane,
        now=tx.now,
    )


async def get(tx: Tx, update_id: int) -> Row:
    """``lane``, ``attempts`` and ``update_json`` of an update that is known to be there."""
    row = await tx.one("SELECT lane, attempts, update_json FROM inbox WHERE update_id = :id", id=update_id)
    assert row is not None
    return row


async def put_off(tx: Tx, update_id: int, due_at: datetime, error: str) -> None:
    """Try again later; what came after it in its lane waits with it."""
    await tx.run(
        "UPDATE inbox SET attempts = attempts + 1, due_at = :due_at, error = :error WHERE update_id = :update_id",
        due_at=due_at,
        error=sealed(error),
        update_id=update_id,
    )


async def park(tx: Tx, update_id: int, error: str) -> None:
    """Give up on it, keep it, and let its lane go on."""
    await tx.run(
        "UPDATE inbox SET parked_at = :now, error = :error WHERE update_id = :update_id",
        now=tx.now,
        error=sealed(error),
        update_id=update_id,
    )


async def waiting(tx: Tx) -> int:
    number: int = await tx.value("SELECT COUNT(*) AS waiting FROM inbox WHERE done_at IS NULL AND parked_at IS NULL")
    return number


async def next_due(tx: Tx) -> datetime | None:
    """When the earliest waiting update wants attention."""
    row = await tx.one("SELECT MIN(due_at) AS due_at FROM inbox WHERE done_at IS NULL AND parked_at IS NULL")
    return row["due_at"] if row else None


async def bring_forward(tx: Tx, put_off_beyond: datetime) -> int:
    """Try at once what is put off for longer than anything ever is."""
    tx.signal("inbox")
    return await tx.run(
        """
        UPDATE inbox SET due_at = :now
        WHERE done_at IS NULL AND parked_at IS NULL AND due_at > :put_off_beyond
        """,
        now=tx.now,
        put_off_beyond=put_off_beyond,
    )


async def prune(tx: Tx, before: datetime) -> int:
    """Forget what was done long ago: Telegram's numbers restart after a quiet week."""
    return await tx.run("DELETE FROM inbox WHERE done_at < :before", before=before)
