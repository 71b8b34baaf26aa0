"""What was searched for, as typed, so that a page's button need not hold it: forgotten after some days."""

from datetime import datetime

from storage.db import Tx
from storage.seal import sealed


async def add(tx: Tx, person_id: int, line: str) -> int:
    """Its id."""
    number: int = await tx.value(
        "INSERT INTO searches (person_id, line, asked_at) VALUES (:person_id, :line, :now) RETURNING id",
        person_id=person_id,
        line=sealed(line),
        now=tx.now,
    )
    return number


async def get(tx: Tx, search_id: int, person_id: int) -> str | None:
    """What this person searched for; None when it is another's or forgotten."""
    line: str | None = await tx.value(
        "SELECT line FROM searches WHERE id = :id AND person_id = :person_id", id=search_id, person_id=person_id
    )
    return line


async def prune(tx: Tx, before: datetime) -> int:
    """Forget what was asked before this moment; how many."""
    return await tx.run("DELETE FROM searches WHERE asked_at < :before", before=before)
