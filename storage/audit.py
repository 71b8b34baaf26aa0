"""Who did what that changes rights or carries data out: rows that are only ever added."""

from typing import Any

from storage.db import Tx


async def add(tx: Tx, person_id: int | None, action: str, **details: Any) -> None:
    """``person_id`` is None for who sat at the command line.

    ``details`` (JSON) hold ids and counts, never a secret or a name.
    """
    await tx.run(
        """
        INSERT INTO audit (happened_at, person_id, action, details_json)
        VALUES (:now, :person_id, :action, :details_json)
        """,
        now=tx.now,
        person_id=person_id,
        action=action,
        details_json=details,
    )
