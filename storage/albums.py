"""Albums that were answered with a sentence: their pieces come one by one, and the sentence is said to the first."""

from datetime import datetime

from storage.db import Tx


async def answer(tx: Tx, person_id: int, album: str) -> bool:
    """Is this the first word about this person's album? Whoever asks says it."""
    return bool(
        await tx.run(
            """
            INSERT INTO albums (person_id, album, answered_at) VALUES (:person_id, :album, :now)
            ON CONFLICT DO NOTHING
            """,
            person_id=person_id,
            album=album,
            now=tx.now,
        )
    )


async def is_answered(tx: Tx, person_id: int, album: str) -> bool:
    row = await tx.one(
        "SELECT 1 AS one FROM albums WHERE person_id = :person_id AND album = :album", person_id=person_id, album=album
    )
    return row is not None


async def prune(tx: Tx, before: datetime) -> int:
    """Forget the albums that have long come whole."""
    return await tx.run("DELETE FROM albums WHERE answered_at < :before", before=before)
