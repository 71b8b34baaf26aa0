"""Who did what: rows that are only ever added, each with the hash of itself and all before it.

The hash is an HMAC with a key derived from the ring's root: who has the database alone can't make another row fit. In a
house without keys it is a plain hash, which anybody can make.
"""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from storage.db import Row, Tx

PAGE = 500
HEAD = 1


@dataclass(frozen=True)
class Chain:
    """What a look at the whole log found. ``broken_id`` is the first row that does not fit (None: all do);
    ``is_cut``: the last rows are missing; ``older``: rows from before there were hashes."""

    rows: int
    older: int
    broken_id: int | None
    is_cut: bool

    @property
    def is_whole(self) -> bool:
        return self.broken_id is None and not self.is_cut


async def add(tx: Tx, person_id: int | None, action: str, **details: Any) -> None:
    """``person_id`` is None for who sat at the command line.

    ``details`` (JSON) hold ids and counts, never a secret or a name. Whoever adds at the same moment waits.
    """
    tx.is_audited = True
    row: Row = {"happened_at": tx.now, "person_id": person_id, "action": action, "details_json": details}
    row["hash"] = _hash(tx, await _held_head(tx), row)
    await tx.run(
        """
        INSERT INTO audit (happened_at, person_id, action, details_json, hash)
        VALUES (:happened_at, :person_id, :action, :details_json, :hash)
        """,
        **row,
    )
    await _set_head(tx, row["hash"])


async def latest(tx: Tx, before_id: int, limit: int) -> list[Row]:
    """``id``, ``happened_at``, ``action``, ``details_json`` and ``name`` of who did it (None: the command line), the
    newest first, from before this row on."""
    return await tx.all(
        """
        SELECT a.id, a.happened_at, a.action, a.details_json, p.name FROM audit a
        LEFT JOIN people p ON p.id = a.person_id
        WHERE a.id < :before_id ORDER BY a.id DESC LIMIT :limit
        """,
        before_id=before_id,
        limit=limit,
    )


async def verify(tx: Tx) -> Chain:
    """Look at every row."""
    rows, older, head = 0, 0, ""
    async for row in _all(tx):
        rows += 1
        if row["hash"] is None and not head:
            older += 1
        elif row["hash"] != _hash(tx, head, row):
            return Chain(rows, older, row["id"], is_cut=False)
        else:
            head = row["hash"]
    stored = await tx.value("SELECT hash FROM audit_head WHERE id = :id", id=HEAD)
    return Chain(rows, older, None, is_cut=(stored or "") != head)


async def renew(tx: Tx) -> None:
    """Make the chain anew with the keys that there are now: when a house in clear is sealed, once."""
    await _held_head(tx)
    head = ""
    async for row in _all(tx):
        head = _hash(tx, head, row)
        await tx.run("UPDATE audit SET hash = :hash WHERE id = :id", hash=head, id=row["id"])
    await _set_head(tx, head)


async def _all(tx: Tx) -> AsyncIterator[Row]:
    last = 0
    while rows := await tx.all(
        """
        SELECT id, happened_at, person_id, action, details_json, hash FROM audit
        WHERE id > :last ORDER BY id LIMIT :page
        """,
        last=last,
        page=PAGE,
    ):
        for row in rows:
            yield row
        last = rows[-1]["id"]


async def _held_head(tx: Tx) -> str:
    """The hash of the last row, kept from others until the end of the transaction."""
    head: str = await tx.value(
        """
        INSERT INTO audit_head (id, hash) VALUES (:id, '')
        ON CONFLICT (id) DO UPDATE SET hash = audit_head.hash RETURNING hash
        """,
        id=HEAD,
    )
    return head


async def _set_head(tx: Tx, head: str) -> None:
    await tx.run("UPDATE audit_head SET hash = :hash WHERE id = :id", hash=head, id=HEAD)


def _hash(tx: Tx, before: str, row: Row) -> str:
    """Of what the row says, however it is stored: sealing it anew changes nothing."""
    said = [before, _moment(row["happened_at"]), row["person_id"], row["action"], row["details_json"]]
    return tx.seal.chain(json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(" ", "microseconds")
