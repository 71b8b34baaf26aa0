"""Messages owed to someone."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from storage.db import Row, Tx

BLOCKED = "blocked"
"""The error of a row whose person blocks the bot."""


_INSERT = """
    INSERT INTO outbox (person_id, chat_id, lane, content_json, letter_id, entry_id, round_id, created_at, due_at)
    VALUES (:person_id, :chat_id, :lane, :content_json, :letter_id, :entry_id, :round_id, :created_at, :due_at)
"""


async def add(tx: Tx, row: Row) -> None:
    """Queue one message.

    ``row``: person_id, chat_id, lane, content_json, letter_id, entry_id, round_id, due_at.
    """
    tx.signal("outbox")
    await tx.run(_INSERT, created_at=tx.now, **row)


async def add_many(tx: Tx, rows: Iterable[Row]) -> None:
    """Queue several messages, each as for ``add``."""
    tx.signal("outbox")
    await tx.run_many(_INSERT, [row | {"created_at": tx.now} for row in rows])


async def newest(tx: Tx, limit: int) -> list[Any]:
    """What was said last, to whomever, newest first."""
    rows = await tx.all("SELECT content_json FROM outbox ORDER BY id DESC LIMIT :limit", limit=limit)
    return [row["content_json"] for row in rows]


async def lease(tx: Tx, until: datetime, limit: int) -> list[Row]:
    """Take what is due and no one else holds: the first waiting row of each chat, answers before broadcasts.

    Within a chat and lane a row waits for the one before it, so order is kept whatever fails in between.
    """
    return await tx.all(
        """
        UPDATE outbox SET leased_until_at = :until, attempts = attempts + 1
        WHERE id IN (
            SELECT o.id FROM outbox o
            WHERE o.sent_at IS NULL AND o.failed_at IS NULL AND o.due_at <= :now
              AND (o.leased_until_at IS NULL OR o.leased_until_at < :now)
              AND NOT EXISTS (
                SELECT 1 FROM outbox b
                WHERE b.sent_at IS NULL AND b.failed_at IS NULL AND b.chat_id = o.chat_id
                  AND (b.lane < o.lane AND b.due_at <= :now OR b.lane = o.lane AND b.id < o.id
                       OR b.leased_until_at >= :now)
                  AND b.id <> o.id)
            ORDER BY o.lane, o.id LIMIT :limit
            FOR UPDATE SKIP LOCKED)
        RETURNING id, person_id, chat_id, lane, content_json, letter_id, entry_id, attempts
        """,
        until=until,
        now=tx.now,
        limit=limit,
    )


async def mark_sent(tx: Tx, number: int, message_id: int | None) -> None:
    await mark_all_sent(tx, {number: message_id})


async def mark_all_sent(tx: Tx, message_ids: Mapping[int, int | None]) -> None:
    """By the rows' numbers: the message that each became, where Telegram names one."""
    await tx.run_many(
        "UPDATE outbox SET sent_at = :now, message_id = :message_id, leased_until_at = NULL WHERE id = :id",
        [{"now": tx.now, "message_id": message_id, "id": number} for number, message_id in message_ids.items()],
    )


async def rewrite(tx: Tx, number: int, content: dict[str, Any]) -> None:
    """Another content for a message that has not left."""
    await tx.run("UPDATE outbox SET content_json = :content_json WHERE id = :id", content_json=content, id=number)


async def mark_failed(tx: Tx, number: int, error: str) -> None:
    """Telegram will never take it: parked with its reason."""
    await tx.run(
        "UPDATE outbox SET failed_at = :now, error = :error, leased_until_at = NULL WHERE id = :id",
        now=tx.now,
        error=error,
        id=number,
    )


async def put_off(tx: Tx, number: int, due_at: datetime, error: str) -> None:
    """Try again later; the rows behind it in its chat wait with it."""
    await tx.run(
        "UPDATE outbox SET due_at = :due_at, error = :error, leased_until_at = NULL WHERE id = :id",
        due_at=due_at,
        error=error,
        id=number,
    )


async def waiting(tx: Tx, person_id: int, letter_id: int, entry_id: int | None) -> list[Row]:
    """``id`` and ``content_json`` of what a person is owed of an entry and nobody is sending yet, the newest first."""
    return await tx.all(
        """
        SELECT id, content_json FROM outbox
        WHERE letter_id = :letter_id AND entry_id = :entry_id AND person_id = :person_id
          AND sent_at IS NULL AND failed_at IS NULL AND leased_until_at IS NULL
        ORDER BY id DESC FOR UPDATE
        """,
        letter_id=letter_id,
        entry_id=entry_id,
        person_id=person_id,
    )


async def amend(tx: Tx, number: int, content: dict[str, Any]) -> None:
    """Something is added to a message that waits."""
    await tx.run("UPDATE outbox SET content_json = :content_json WHERE id = :id", content_json=content, id=number)


async def is_in_the_air(tx: Tx, letter_id: int, entry_id: int) -> bool:
    """Is something of this entry being sent right now?"""
    row = await tx.one(
        """
        SELECT 1 AS one FROM outbox
        WHERE letter_id = :letter_id AND entry_id = :entry_id AND sent_at IS NULL AND leased_until_at >= :now
        """,
        letter_id=letter_id,
        entry_id=entry_id,
        now=tx.now,
    )
    return row is not None


async def withdraw(tx: Tx, letter_id: int, entry_id: int) -> int:
    """What of this entry has not been sent will not be; what was sent is not kept any longer."""
    return await tx.run(
        "DELETE FROM outbox WHERE letter_id = :letter_id AND entry_id = :entry_id AND round_id IS NULL",
        letter_id=letter_id,
        entry_id=entry_id,
    )


async def move_chat(tx: Tx, old: int, new: int) -> None:
    """A group became a supergroup: what is owed to it goes there, at once."""
    await tx.run(
        """
        UPDATE outbox SET chat_id = :new, leased_until_at = NULL
        WHERE chat_id = :old AND sent_at IS NULL AND failed_at IS NULL
        """,
        old=old,
        new=new,
    )


async def owe_again(tx: Tx, person_id: int, below_lane: int) -> int:
    """A person is back: what they missed becomes due, but for broadcasts."""
    tx.signal("outbox")
    return await tx.run(
        """
        UPDATE outbox SET failed_at = NULL, error = NULL, due_at = :now
        WHERE person_id = :person_id AND error = :blocked AND lane < :below_lane AND sent_at IS NULL
        """,
        now=tx.now,
        person_id=person_id,
        blocked=BLOCKED,
        below_lane=below_lane,
    )


async def keep_leased(tx: Tx, numbers: Iterable[int], until: datetime) -> None:
    """Who sends these is still at it."""
    rows = [{"id": number, "until": until} for number in numbers]
    await tx.run_many("UPDATE outbox SET leased_until_at = :until WHERE id = :id AND sent_at IS NULL", rows)


async def next_due(tx: Tx) -> datetime | None:
    """When the earliest waiting row wants attention; one that is leased, when its lease ends."""
    row = await tx.one(
        """
        SELECT MIN(CASE WHEN leased_until_at >= :now THEN leased_until_at ELSE due_at END) AS due_at
        FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL
        """,
        now=tx.now,
    )
    return row["due_at"] if row else None


async def release_leases(tx: Tx) -> int:
    """At the start of the only process: whoever held these is gone."""
    return await tx.run(
        "UPDATE outbox SET leased_until_at = NULL WHERE sent_at IS NULL AND leased_until_at IS NOT NULL"
    )


async def bring_forward(tx: Tx, put_off_beyond: datetime) -> int:
    """Send at once what is put off, or leased, for longer than anything ever is."""
    tx.signal("outbox")
    return await tx.run(
        """
        UPDATE outbox SET due_at = :now, leased_until_at = NULL
        WHERE sent_at IS NULL AND failed_at IS NULL
          AND (due_at > :put_off_beyond OR leased_until_at > :put_off_beyond)
        """,
        now=tx.now,
        put_off_beyond=put_off_beyond,
    )


async def counts(tx: Tx) -> dict[str, Any]:
    """``waiting`` and ``failed`` rows."""
    row = await tx.one(
        """
        SELECT COUNT(*) FILTER (WHERE sent_at IS NULL AND failed_at IS NULL) AS waiting,
               COUNT(*) FILTER (WHERE failed_at IS NOT NULL) AS failed
        FROM outbox WHERE sent_at IS NULL
        """
    )
    return row or {}


async def prune(tx: Tx, before: datetime) -> int:
    """Forget what was sent long ago, and broadcasts that were never taken; relays keep what a reply needs.

    What a round's summary still has to count stays, and so does what is owed again to someone who unblocks the bot.
    """
    return await tx.run(
        """
        DELETE FROM outbox
        WHERE (sent_at < :before OR failed_at < :before AND round_id IS NOT NULL)
          AND (round_id IS NULL OR round_id IN (SELECT id FROM rounds WHERE summarised_at IS NOT NULL))
        """,
        before=before,
    )
