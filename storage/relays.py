"""Which message in which chat shows which letter."""

from collections.abc import Iterable, Sequence

from storage.db import Row, Tx


async def add(tx: Tx, chat_id: int, message_ids: Iterable[int], letter_id: int, entry_id: int | None) -> None:
    about = {"chat_id": chat_id, "letter_id": letter_id, "entry_id": entry_id}
    await add_all(tx, [about | {"message_id": message_id} for message_id in message_ids])


async def add_all(tx: Tx, rows: Sequence[Row]) -> None:
    """``rows``: chat_id, message_id, letter_id, entry_id."""
    await tx.run_many(
        """
        INSERT INTO relays (chat_id, message_id, letter_id, entry_id)
        VALUES (:chat_id, :message_id, :letter_id, :entry_id) ON CONFLICT DO NOTHING
        """,
        rows,
    )


async def find(tx: Tx, chat_id: int, message_id: int) -> Row | None:
    """``letter_id`` and ``entry_id`` of a message, if it shows a letter."""
    return await tx.one(
        "SELECT letter_id, entry_id FROM relays WHERE chat_id = :chat_id AND message_id = :message_id",
        chat_id=chat_id,
        message_id=message_id,
    )


async def of_entry(tx: Tx, entry_id: int) -> list[Row]:
    """``chat_id`` and ``message_id`` of every message that shows this entry, oldest first."""
    return await tx.all(
        "SELECT chat_id, message_id FROM relays WHERE entry_id = :entry_id ORDER BY message_id", entry_id=entry_id
    )


async def of_letter_in(tx: Tx, chat_id: int, letter_id: int) -> list[int]:
    """The messages of a chat that show this letter, oldest first."""
    rows = await tx.all(
        "SELECT message_id FROM relays WHERE letter_id = :letter_id AND chat_id = :chat_id ORDER BY message_id",
        letter_id=letter_id,
        chat_id=chat_id,
    )
    return [row["message_id"] for row in rows]


async def shown_in(tx: Tx, chat_id: int, letter_id: int, entry_id: int) -> int | None:
    """The first message of a chat that shows this entry; failing that, the first that shows anything of its letter."""
    row = await tx.one(
        """
        SELECT message_id FROM relays WHERE letter_id = :letter_id AND chat_id = :chat_id
        ORDER BY CASE WHEN entry_id = :entry_id THEN 0 ELSE 1 END, message_id LIMIT 1
        """,
        letter_id=letter_id,
        chat_id=chat_id,
        entry_id=entry_id,
    )
    return row["message_id"] if row else None
