"""Everything personal sealed with the current key: what is in clear, and what older keys have sealed.

Each batch is a transaction of its own. Stopped half-way it goes on where it was, for a value tells its key.
"""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import asyncpg

from storage import audit, key_uses, letter_index, tables
from storage.backups import is_sqlite
from storage.db import Db, Row, Tx, open_db, sqlite_path
from storage.seal import AS_STORED, TAG, StoredJson, WithKeys
from storage.tables import Shape

BATCH = 500


async def reseal(url: str, seal: WithKeys) -> int:
    """Seal all of a database that nobody else uses, and leave nothing of what it was in its files; rows changed.

    Raises:
        KeyFault: something in it was sealed with a key that is not in the ring.
    """
    raw, opened = await open_db(url, seal=AS_STORED), await open_db(url, seal=seal)
    try:
        await key_uses.agree(opened, rotating=True)
        async with opened.read() as tx:
            is_first = not any(use.done_at for use in await key_uses.all_of(tx))
        changed = sum([await _reseal_table(raw, table, seal) for table in tables.in_order()])
        if is_first:
            await _index_anew(opened)
            async with opened.write() as tx:
                await audit.renew(tx)
        async with opened.write() as tx:
            await key_uses.finish(tx, seal)
    finally:
        await raw.close()
        await opened.close()
    await _forget_what_was(url)
    return changed


async def is_unfinished(db: Db, seal: WithKeys) -> bool:
    """Was the current key brought into use, and something left that it has not sealed?"""
    async with db.read() as tx:
        return any(use.key_id == seal.ring.current and use.done_at is None for use in await key_uses.all_of(tx))


# --- tables -----------------------------------------------------------------------------------------------------------


async def _reseal_table(raw: Db, table: Shape, seal: WithKeys) -> int:
    changed, last = 0, None
    if not table.personal:
        return changed
    while True:
        async with raw.write() as tx:
            rows = await tables.page(tx, table, last, BATCH)
            for row in rows:
                changed += await _reseal_row(tx, table, row, seal)
        if len(rows) < BATCH:
            return changed
        last = rows[-1]


async def _reseal_row(tx: Tx, table: Shape, row: Row, seal: WithKeys) -> bool:
    fresh = {name: _resealed(row[name], seal) for name in table.personal if _is_old(row[name], seal)}
    if not fresh:
        return False
    if table.name == "people" and "name" in fresh:
        fresh["name_key"] = seal.blind("people.name", seal.open_text(str(fresh["name"])))
    changes = ", ".join(f"{name} = :{name}" for name in fresh)
    where = " AND ".join(f"{name} = :key_{name}" for name in table.key)
    await tx.run(
        f"UPDATE {table.name} SET {changes} WHERE {where}", **fresh, **{f"key_{name}": row[name] for name in table.key}
    )
    return True


def _is_old(stored: object, seal: WithKeys) -> bool:
    return stored is not None and not (isinstance(stored, str) and seal.is_current(stored))


def _resealed(stored: object, seal: WithKeys) -> str:
    if isinstance(stored, StoredJson):
        return StoredJson(seal.json(seal.open_json(stored)))
    if not isinstance(stored, str):
        return StoredJson(seal.json(stored))
    return seal.text(seal.open_text(stored) if stored.startswith(TAG) else stored)


async def _index_anew(db: Db) -> None:
    """The first time: what letters are found by was in clear."""
    last = 0
    while True:
        async with db.write() as tx:
            rows = await tx.all(
                "SELECT id FROM letters WHERE id > :last ORDER BY id LIMIT :batch", last=last, batch=BATCH
            )
            for row in rows:
                await letter_index.renew_letter(tx, row["id"])
        if len(rows) < BATCH:
            return
        last = rows[-1]["id"]


# --- files ------------------------------------------------------------------------------------------------------------


async def _forget_what_was(url: str) -> None:
    """Write the files anew: what was changed stands in them until its place is needed."""
    if not is_sqlite(url):
        connection = await asyncpg.connect(url)
        try:
            await connection.execute("VACUUM FULL")
        finally:
            await connection.close()
        return
    await asyncio.to_thread(_vacuum, sqlite_path(url))


def _vacuum(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO letter_words (letter_words) VALUES ('rebuild')")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
