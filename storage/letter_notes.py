"""Notes beside a letter, of those who deal with it: never of its thread, its index or its log."""

from storage.db import Row, Tx
from storage.seal import sealed


async def add(tx: Tx, letter_id: int, author_id: int, unit_id: int | None, text: str) -> None:
    """``unit_id``: in whose name it is written, where that is not the author's own or the office's."""
    await tx.run(
        """
        INSERT INTO letter_notes (letter_id, author_id, unit_id, text, written_at)
        VALUES (:letter_id, :author_id, :unit_id, :text, :now)
        """,
        letter_id=letter_id,
        author_id=author_id,
        unit_id=unit_id,
        text=sealed(text),
        now=tx.now,
    )


async def of_letter(tx: Tx, letter_id: int) -> list[Row]:
    """``text``, ``written_at``, and whose it is: ``unit``, else ``author_name`` with ``author_member_id``, else the
    office's; the oldest first."""
    return await tx.all(
        """
        SELECT n.text, n.written_at, p.name AS author_name, m.id AS author_member_id, u.name AS unit
        FROM letter_notes n JOIN people p ON p.id = n.author_id LEFT JOIN members m ON m.person_id = n.author_id
             LEFT JOIN units u ON u.id = n.unit_id
        WHERE n.letter_id = :letter_id ORDER BY n.id
        """,
        letter_id=letter_id,
    )
