"""To which writers the result of a brief was carried back, and what they say of it."""

from collections.abc import Sequence
from datetime import datetime

from domain.briefs import Verdict
from storage.db import Row, Tx
from storage.seal import sealed


async def told(tx: Tx, brief_id: int, letter_ids: Sequence[int]) -> None:
    """The result goes out about these letters now; a judgement on an earlier one is over (the log keeps it)."""
    await tx.run_many(
        """
        INSERT INTO brief_feedback (brief_id, letter_id, told_at) VALUES (:brief_id, :letter_id, :now)
        ON CONFLICT (brief_id, letter_id) DO UPDATE SET told_at = :now, verdict = NULL, words = NULL, judged_at = NULL
        """,
        [{"brief_id": brief_id, "letter_id": letter_id, "now": tx.now} for letter_id in letter_ids],
    )


async def get(tx: Tx, brief_id: int, letter_id: int) -> Row | None:
    """``verdict`` and ``words``; None when the writer of this letter was told nothing."""
    return await tx.one(
        "SELECT verdict, words FROM brief_feedback WHERE brief_id = :brief_id AND letter_id = :letter_id",
        brief_id=brief_id,
        letter_id=letter_id,
    )


async def of_letter(tx: Tx, letter_id: int) -> list[Row]:
    """``brief_id``, ``verdict`` and ``judged_at`` of each brief whose result was told about this letter, in order."""
    return await tx.all(
        "SELECT brief_id, verdict, judged_at FROM brief_feedback WHERE letter_id = :id ORDER BY told_at, brief_id",
        id=letter_id,
    )


async def judge(tx: Tx, brief_id: int, letter_id: int, verdict: Verdict, words: str | None) -> None:
    await tx.run(
        """
        UPDATE brief_feedback SET verdict = :verdict, words = :words, judged_at = :now
        WHERE brief_id = :brief_id AND letter_id = :letter_id
        """,
        brief_id=brief_id,
        letter_id=letter_id,
        verdict=verdict.value,
        words=sealed(words),
        now=tx.now,
    )


async def verdicts(tx: Tx, brief_id: int) -> list[Verdict | None]:
    """Of everyone who was told, in the order of their letters."""
    rows = await tx.all("SELECT verdict FROM brief_feedback WHERE brief_id = :id ORDER BY letter_id", id=brief_id)
    return [Verdict(row["verdict"]) if row["verdict"] else None for row in rows]


async def unjudged(tx: Tx, before: datetime, limit: int) -> list[int]:
    """Briefs carried back before this moment that nobody has closed."""
    rows = await tx.all(
        """
        SELECT id FROM briefs WHERE state = 'carried-back' AND carried_back_at < :before ORDER BY id LIMIT :limit
        """,
        before=before,
        limit=limit,
    )
    return [row["id"] for row in rows]
