"""Databases that are full: a committee of thousands after many years, on either engine, beside an empty one."""

import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from bench import house, roll
from bench.stored import TODAY, fill_quickly
from domain.keys import KeyRing
from storage import key_file
from storage.db import Db, open_db
from storage.migrate import migrate
from storage.seal import WithKeys
from tests.postgres import OPTIONS, Cluster, find_server

FOLDER = Path(__file__).resolve().parent.parent / "build" / "full"
"""Filled files are kept here: to make one of a million letters takes ten minutes or more, and 2.6 GB."""
MEMBERS = 10_000
LETTERS_OF_A_MEMBER = 100
"""At least: a small heap has fewer members."""
YEAR = 2021
"""Of the numbers of what is stored; new letters have this year's."""
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "autovacuum": "on"}


@dataclass(frozen=True)
class Stored:
    """A database that is there."""

    url: str
    key: Path
    ring: KeyRing


@asynccontextmanager
async def sqlite(letters: int, folder: Path) -> AsyncIterator[tuple[Stored, Stored]]:
    """An empty one and a full one. The full one stays for the next time."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    key = FOLDER / "lianxin.key"
    if not key.exists():
        key_file.create(key, KeyRing.fresh())
    ring = key_file.read(key)
    file = FOLDER / f"{letters}-letters.db"
    full = Stored(f"sqlite:///{file}", key, ring)
    if not file.exists():
        making = FOLDER / f"making-{letters}.db"
        making.unlink(missing_ok=True)
        await _fill(Stored(f"sqlite:///{making}", key, ring), letters)
        making.rename(file)
    # It may have been filled before the last change of the tables.
    await migrate(full.url)
    await _tidy(full)
    empty = Stored(f"sqlite:///{folder / 'empty.db'}", key, ring)
    await house.furnish(empty.url, ring)
    yield empty, full


@asynccontextmanager
async def postgres(letters: int, folder: Path) -> AsyncIterator[tuple[Stored, Stored]]:
    """The same on a server of our own, which makes every commit safe; nothing stays of it.

    Raises:
        FileNotFoundError: there is no PostgreSQL on this machine.
    """
    server = find_server()
    if server is None:
        raise FileNotFoundError("PostgreSQL's programs are not installed")
    key, ring = folder / "lianxin.key", KeyRing.fresh()
    key_file.create(key, ring)
    cluster = Cluster.start(server, OPTIONS | DURABLE)
    try:
        empty, full = (Stored(cluster.create(), key, ring) for _ in range(2))
        await house.furnish(empty.url, ring)
        await _fill(full, letters)
        connection = await asyncpg.connect(full.url)
        await connection.execute("VACUUM ANALYZE")
        await connection.close()
        yield empty, full
    finally:
        cluster.stop()


async def _fill(stored: Stored, letters: int) -> None:
    began = time.perf_counter()
    await house.furnish(stored.url, stored.ring)
    db = await open_db(stored.url, seal=WithKeys(stored.ring))
    try:
        members = min(MEMBERS, max(1, letters // LETTERS_OF_A_MEMBER))
        first = await _next_member(db)
        await roll.fill(db, members, TODAY)
        _say(f"{members:,} members stored", began)
        await fill_quickly(db, letters, range(first, first + members), YEAR)
        _say(f"{letters:,} letters stored", began)
    finally:
        await db.close()


async def _next_member(db: Db) -> int:
    async with db.read() as tx:
        return int(await tx.value("SELECT MAX(id) AS last FROM members")) + 1


async def _tidy(stored: Stored) -> None:
    """Telegram's numbers begin again with each sandbox."""
    db = await open_db(stored.url, seal=WithKeys(stored.ring))
    async with db.write() as tx:
        for table in ("inbox", "outbox", "dialogues", "relays"):
            await tx.run(f"DELETE FROM {table}")
    await db.close()


def _say(what: str, began: float) -> None:
    print(f"{what}, {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
