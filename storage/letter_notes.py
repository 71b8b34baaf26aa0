"""Notes beside a letter, of those who deal with it: never of its thread, its index or its log."""

from storage.db import Row, Tx
from storage.seal import sealed


async def add(tx: Tx, letter_id: int, author_id: int, text: str) -> None:
    await tx.run(
        """
        INSERT INTO letter_notes (letter_id, author_id, text, written_at)
        VALUES (:letter_id, :author_id, :text, :now)
        """,
        letter_id=letter_id,
        author_id=author_id,
        text=sealed(text),
        now=tx.now,
    )


async def of_letter(tx: Tx, letter_id: int) -> list[Row]:
    """``text``, ``written_at``, ``author_name`` and ``author_member_id`` (None for the office), the oldest first."""
    return await tx.all(
        """
        SELECT n.text, n.written_at, p.name AS author_name, m.id AS author_member_id
        FROM letter_notes n JOIN people p ON p.id = n.author_id LEFT JOIN members m ON m.person_id = n.author_id
        WHERE n.letter_id = :letter_id ORDER BY n.id
        """,
        letter_id=letter_id,
    )
