"""Pauses of people who wrote too fast."""

from datetime import datetime

from storage.db import Row, Tx


async def last(tx: Tx, person_id: int) -> Row | None:
    """``count`` (of pauses in a row), ``ends_at`` and ``missed`` (messages not taken) of the last pause."""
    return await tx.one("SELECT count, ends_at, missed FROM pauses WHERE person_id = :id", id=person_id)


async def begin(tx: Tx, person_id: int, count: int, until: datetime) -> None:
    """A pause from now on, the ``count``-th in a row. The message that was one too many is missed."""
    await tx.run(
        """
        INSERT INTO pauses (person_id, count, ends_at, missed) VALUES (:id, :count, :until, 1)
        ON CONFLICT (person_id) DO UPDATE SET count = :count, ends_at = :until, missed = 1
        """,
        id=person_id,
        count=count,
        until=until,
    )
    await tx.run("UPDATE people SET paused_until_at = :until WHERE id = :id", until=until, id=person_id)


async def miss(tx: Tx, person_id: int) -> None:
    """One more message was not taken."""
    await tx.run("UPDATE pauses SET missed = missed + 1 WHERE person_id = :id", id=person_id)


async def end(tx: Tx, person_id: int) -> int:
    """The pause is over; how many messages were not taken."""
    await tx.run("UPDATE people SET paused_until_at = NULL WHERE id = :id", id=person_id)
    missed: int = await tx.value("SELECT missed FROM pauses WHERE person_id = :id", id=person_id) or 0
    return missed
