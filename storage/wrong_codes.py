"""How many wrong codes a person has tried."""

from datetime import datetime

from storage.db import Tx


async def of(tx: Tx, telegram_id: int) -> tuple[int, datetime] | None:
    """How many, and the last one's moment; None when there were none."""
    row = await tx.one("SELECT count, last_at FROM wrong_codes WHERE telegram_id = :id", id=telegram_id)
    return (row["count"], row["last_at"]) if row else None


async def add(tx: Tx, telegram_id: int, *, anew: bool) -> None:
    """One more, now; ``anew``: what was before is forgotten."""
    await tx.run(
        """
        INSERT INTO wrong_codes (telegram_id, count, last_at) VALUES (:id, 1, :now)
        ON CONFLICT (telegram_id) DO UPDATE
        SET count = CASE WHEN CAST(:anew AS BOOLEAN) THEN 1 ELSE wrong_codes.count + 1 END, last_at = :now
        """,
        id=telegram_id,
        anew=anew,
        now=tx.now,
    )


async def prune(tx: Tx, before: datetime) -> int:
    """Forget who has not tried since then."""
    return await tx.run("DELETE FROM wrong_codes WHERE last_at < :before", before=before)
