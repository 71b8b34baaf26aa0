"""Lists that the office sent to the bot: fetched and read at the edge, shown, then taken over or given up."""

from dataclasses import dataclass, field
from typing import Any

from storage.db import Tx
from storage.seal import sealed


@dataclass(frozen=True)
class RosterFile:
    """``content``: what was read of it, while it is shown."""

    id: int
    sent_by_id: int
    file_id: str
    file_name: str = field(repr=False)
    state: str
    content: Any = field(default=None, repr=False)


_COLUMNS = "id, sent_by_id, file_id, file_name, state, content_json"


async def add(tx: Tx, sent_by_id: int, file_id: str, file_name: str) -> int:
    """A file that waits to be fetched; its id."""
    number: int = await tx.value(
        """
        INSERT INTO roster_files (sent_by_id, file_id, file_name, state, sent_at)
        VALUES (:sent_by_id, :file_id, :file_name, 'waiting', :now) RETURNING id
        """,
        sent_by_id=sent_by_id,
        file_id=file_id,
        file_name=sealed(file_name),
        now=tx.now,
    )
    tx.signal("roster-files")
    return number


async def waiting(tx: Tx) -> RosterFile | None:
    """The one that waits longest."""
    row = await tx.one(f"SELECT {_COLUMNS} FROM roster_files WHERE state = 'waiting' ORDER BY id LIMIT 1")
    return RosterFile(**_named(row)) if row else None


async def get(tx: Tx, number: int) -> RosterFile | None:
    row = await tx.one(f"SELECT {_COLUMNS} FROM roster_files WHERE id = :id", id=number)
    return RosterFile(**_named(row)) if row else None


def _named(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "content_json"} | {"content": row["content_json"]}


async def move(tx: Tx, number: int, seen: str, state: str, content: dict[str, Any] | None = None) -> bool:
    """On from the state it was seen in; ``content`` takes the place of what was kept. False: someone was quicker."""
    changed = await tx.run(
        """
        UPDATE roster_files SET state = :state, decided_at = :now, content_json = :content_json
        WHERE id = :id AND state = :seen
        """,
        id=number,
        seen=seen,
        state=state,
        now=tx.now,
        content_json=content,
    )
    return changed == 1


async def give_up_shown(tx: Tx, sent_by_id: int) -> None:
    """What someone sent before a further file is not taken over any more."""
    await tx.run(
        """
        UPDATE roster_files SET state = 'given_up', decided_at = :now, content_json = NULL
        WHERE sent_by_id = :id AND state IN ('waiting', 'shown')
        """,
        id=sent_by_id,
        now=tx.now,
    )
