"""Letters that a person was to be shown and was not."""

from datetime import datetime

from domain.letters import EventKind
from storage.db import Tx


async def unseen(tx: Tx, chat_id: int) -> dict[int, datetime]:
    """Letters of which something still waits to be shown in this chat → since when the newest of it waits."""
    rows = await tx.all(
        """
        SELECT letter_id, MAX(created_at) AS newest_at FROM outbox
        WHERE chat_id = :chat_id AND sent_at IS NULL AND failed_at IS NULL AND entry_id IS NOT NULL
        GROUP BY letter_id ORDER BY letter_id
        """,
        chat_id=chat_id,
    )
    return {row["letter_id"]: row["newest_at"] for row in rows}


async def is_passed_on(tx: Tx, letter_id: int, since: datetime) -> bool:
    """Has the office been asked since then to pass this letter on?"""
    found = await tx.value(
        "SELECT id FROM letter_events WHERE letter_id = :id AND kind = :kind AND happened_at >= :since LIMIT 1",
        id=letter_id,
        kind=EventKind.PASSED_ON.value,
        since=since,
    )
    return found is not None
