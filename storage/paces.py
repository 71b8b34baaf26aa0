"""When the next message may leave, kept for all processes on one PostgreSQL database.

Moments are seconds since 1970 by the database's own clock: the processes' clocks may differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from storage.db import Engine, Tx

OVERALL = 0
"""In place of a chat's number, for all chats together: no chat has it."""
FARTHEST = 86_400.0
"""Seconds. What is farther ahead was written before the clock was set back."""


@dataclass
class Kept:
    """The next free moment overall and of each chat; until when a chat must wait because Telegram said so."""

    overall: float = 0.0
    chats: dict[int, float] = field(default_factory=dict)
    held: dict[int, float] = field(default_factory=dict)


async def take(tx: Tx, chat_ids: Sequence[int]) -> tuple[float, Kept]:
    """Now, and what is kept of these chats and of all held ones. Others wait until this transaction ends."""
    await tx.run(
        """
        INSERT INTO paces (chat_id, free) VALUES (:overall, 0)
        ON CONFLICT (chat_id) DO UPDATE SET free = paces.free
        """,
        overall=OVERALL,
    )
    rows = await tx.all(
        """
        SELECT chat_id, free, held_until, EXTRACT(EPOCH FROM clock_timestamp())::float8 AS now FROM paces
        WHERE chat_id = ANY(CAST(:chat_ids AS bigint[])) OR chat_id = :overall OR held_until IS NOT NULL
        """,
        chat_ids=list(chat_ids),
        overall=OVERALL,
    )
    now: float = rows[0]["now"]
    free = {row["chat_id"]: min(row["free"], now + FARTHEST) for row in rows}
    held = {row["chat_id"]: row["held_until"] for row in rows if row["held_until"] is not None}
    return now, Kept(free.pop(OVERALL), free, held)


async def put_back(tx: Tx, kept: Kept) -> None:
    """Keep it, to be taken by whoever is next."""
    free = {OVERALL: kept.overall, **kept.chats}
    await tx.run_many(
        """
        INSERT INTO paces (chat_id, free, held_until) VALUES (:chat_id, :free, :held_until)
        ON CONFLICT (chat_id) DO UPDATE SET free = excluded.free, held_until = excluded.held_until
        """,
        [{"chat_id": chat, "free": at, "held_until": kept.held.get(chat)} for chat, at in sorted(free.items())],
    )


async def prune(tx: Tx) -> int:
    """Forget chats that may be written to at any time. On SQLite there are none."""
    if tx.engine is Engine.SQLITE:
        return 0
    return await tx.run(
        """
        DELETE FROM paces WHERE chat_id <> :overall AND free < EXTRACT(EPOCH FROM clock_timestamp()) - 60
            AND (held_until IS NULL OR held_until < EXTRACT(EPOCH FROM clock_timestamp()) - 60)
        """,
        overall=OVERALL,
    )
