"""Topics of letters in the members' group, known as soon as Telegram has opened one."""

from storage.db import Tx

Topic = tuple[int, int]
"""A chat and the ``message_thread_id`` in it."""


async def of_letter(tx: Tx, letter_id: int) -> Topic | None:
    row = await tx.one("SELECT chat_id, thread_id FROM group_topics WHERE letter_id = :id", id=letter_id)
    return (row["chat_id"], row["thread_id"]) if row else None


async def add(tx: Tx, letter_id: int, chat_id: int, thread_id: int) -> None:
    """A letter has its topic. One that was there before, in another group or gone, is no longer of use."""
    await tx.run(
        """
        INSERT INTO group_topics (letter_id, chat_id, thread_id) VALUES (:letter_id, :chat_id, :thread_id)
        ON CONFLICT (letter_id) DO UPDATE SET chat_id = :chat_id, thread_id = :thread_id
        """,
        letter_id=letter_id,
        chat_id=chat_id,
        thread_id=thread_id,
    )


async def forget(tx: Tx, letter_id: int) -> None:
    """Somebody deleted it."""
    await tx.run("DELETE FROM group_topics WHERE letter_id = :id", id=letter_id)
