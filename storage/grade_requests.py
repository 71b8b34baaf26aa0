"""Writers asked a second time whether it helped: who still is to be, and who was."""

from datetime import datetime

from storage.db import Tx


async def due(tx: Tx, since: datetime, until: datetime, limit: int) -> list[int]:
    """Ids of letters settled in that span and not judged, whose writer can be asked and was not yet asked again."""
    rows = await tx.all(
        """
        SELECT l.id FROM letters l JOIN people p ON p.id = l.writer_id
        WHERE l.state = 'settled' AND l.helped IS NULL AND l.settled_at > :since AND l.settled_at <= :until
          AND p.telegram_id IS NOT NULL AND p.blocked_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM grade_requests g WHERE g.letter_id = l.id)
        ORDER BY l.settled_at LIMIT :limit
        """,
        since=since,
        until=until,
        limit=limit,
    )
    return [row["id"] for row in rows]


async def claim(tx: Tx, letter_id: int) -> bool:
    """Ask this one's writer; False when somebody has."""
    claimed = await tx.run(
        "INSERT INTO grade_requests (letter_id, claimed_at) VALUES (:letter_id, :now) ON CONFLICT DO NOTHING",
        letter_id=letter_id,
        now=tx.now,
    )
    return claimed == 1
