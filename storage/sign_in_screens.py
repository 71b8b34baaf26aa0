"""Codes to sign in by that stand in a chat, and are drawn anew each minute."""

from dataclasses import dataclass
from datetime import datetime

from storage.db import Tx


@dataclass(frozen=True)
class Screen:
    """A message that shows an activity's code; ``minute``: of the code that it shows."""

    id: int
    activity_id: int
    chat_id: int
    language: str
    message_id: int
    minute: int


async def show(tx: Tx, activity_id: int, chat_id: int, language: str, minute: int, until_at: datetime) -> int:
    """From now on the newest message of this chat shows the code; the number of the screen."""
    number: int = await tx.value(
        """
        INSERT INTO sign_in_screens (activity_id, chat_id, language, minute, until_at)
        VALUES (:activity_id, :chat_id, :language, :minute, :until_at)
        ON CONFLICT (activity_id, chat_id)
        DO UPDATE SET language = :language, message_id = NULL, minute = :minute, until_at = :until_at
        RETURNING id
        """,
        activity_id=activity_id,
        chat_id=chat_id,
        language=language,
        minute=minute,
        until_at=until_at,
    )
    return number


async def stands_at(tx: Tx, number: int, message_id: int) -> None:
    """It is in the chat now, as this message."""
    await tx.run(
        "UPDATE sign_in_screens SET message_id = :message_id WHERE id = :id AND message_id IS NULL",
        message_id=message_id,
        id=number,
    )


async def stale(tx: Tx, minute: int) -> list[Screen]:
    """Those that show the code of an earlier minute, and are still to be drawn."""
    rows = await tx.all(
        """
        SELECT id, activity_id, chat_id, language, message_id, minute FROM sign_in_screens
        WHERE message_id IS NOT NULL AND minute < :minute AND until_at > :now ORDER BY id
        """,
        minute=minute,
        now=tx.now,
    )
    return [Screen(**row) for row in rows]


async def claim(tx: Tx, screen: Screen, minute: int) -> bool:
    """False: another process draws it, or the chat shows a newer one."""
    changed = await tx.run(
        """
        UPDATE sign_in_screens SET minute = :minute
        WHERE id = :id AND minute = :seen AND message_id = :message_id
        """,
        minute=minute,
        id=screen.id,
        seen=screen.minute,
        message_id=screen.message_id,
    )
    return changed == 1


async def close(tx: Tx, number: int) -> None:
    """Nobody sees it any more."""
    await tx.run("DELETE FROM sign_in_screens WHERE id = :id", id=number)


async def prune(tx: Tx) -> None:
    """Forget those whose time is over."""
    await tx.run("DELETE FROM sign_in_screens WHERE until_at <= :now", now=tx.now)
