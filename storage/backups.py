"""Backups of either engine: taken beside their name, looked through, and only then given it."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from domain.backups import (
    BackupFailed,
    BackupIsDamaged,
    BackupIsNewer,
    FileIsThere,
    HoldsPeople,
    InUse,
    Inventory,
    NotABackup,
    NotOurs,
    OtherEngine,
)
from storage import backup_postgres, backup_sqlite, tables
from storage.db import DatabaseDamaged, Db, open_db, sqlite_path
from storage.migrate import known, migrate, newest
from storage.sqlite import fault_of

Done = TypeVar("Done")


def is_sqlite(url: str) -> bool:
    return url.startswith("sqlite:///")


def ending(url: str) -> str:
    return ".db" if is_sqlite(url) else ".dump"


# --- taking one -------------------------------------------------------------------------------------------------------


async def take(url: str, file: Path, *, overwrite: bool = False) -> Inventory:
    """A sound copy of the database as it is now, under this name, or nothing at all.

    Raises:
        FileIsThere, BackupFailed, DatabaseDamaged, ProgramMissing, ProgramFailed, OSError
    """
    # At once, not in a thread: whoever gives up meanwhile would leave the file behind.
    copy = _begin(file, overwrite)
    try:
        await _copy(url, copy, file)
        inventory = await _in_thread(lambda given_up: _inspect(copy, file, given_up))
        await asyncio.to_thread(_settle, copy, file)
    except BackupIsDamaged as fault:
        # The copy is of a moment ago: what is not sound in it was not sound before.
        raise DatabaseDamaged(f"the database is damaged ({fault.args_of_text['why']})") from fault
    finally:
        backup_sqlite.discard(copy)
    return inventory


def _begin(file: Path, overwrite: bool) -> Path:
    if file.exists() and not overwrite:
        raise FileIsThere(file=str(file))
    try:
        return backup_sqlite.new_file(file.parent, file.name)
    except OSError as fault:
        # Named as it was asked for, and not as what lies there meanwhile.
        raise OSError(fault.errno, fault.strerror, str(file)) from None


async def _copy(url: str, copy: Path, file: Path) -> None:
    if not is_sqlite(url):
        await backup_postgres.take(url, copy)
        return
    path = sqlite_path(url)
    try:
        await _in_thread(lambda given_up: backup_sqlite.take(path, copy, given_up))
    except sqlite3.DatabaseError as fault:
        damage = fault_of(path, fault)
        raise damage if isinstance(damage, DatabaseDamaged) else BackupFailed(file=str(file), why=str(fault)) from fault


def _settle(copy: Path, file: Path) -> None:
    backup_sqlite.flush(copy)
    copy.replace(file)
    backup_sqlite.flush(file.parent)


async def _in_thread(work: Callable[[threading.Event], Done]) -> Done:
    """Run in a thread; when cancelled, tell the thread and wait for it, for its files are to be removed."""
    given_up = threading.Event()
    running = asyncio.ensure_future(asyncio.to_thread(work, given_up))
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        given_up.set()
        await asyncio.gather(running, return_exceptions=True)
        raise


# --- looking at one ---------------------------------------------------------------------------------------------------


async def inspect(file: Path) -> Inventory:
    """What is in a backup, after looking at all of it.

    Raises:
        NotABackup, BackupIsDamaged, BackupIsNewer, ProgramMissing, OSError
    """
    inventory = await _in_thread(lambda given_up: _inspect(file, file, given_up))
    if inventory.revision > newest():
        raise BackupIsNewer(file=str(file), revision=inventory.revision, newest=newest())
    if inventory.revision not in known():
        raise BackupIsDamaged(file=str(file), why=f"revision {inventory.revision[:20]!r}")
    return inventory


def _inspect(file: Path, shown: Path, given_up: threading.Event) -> Inventory:
    if _is_of_sqlite(file, shown):
        return backup_sqlite.inspect(file, shown)
    return backup_postgres.inspect(file, shown, given_up)


def _is_of_sqlite(file: Path, shown: Path) -> bool:
    with file.open("rb") as opened:
        beginning = opened.read(len(backup_sqlite.MAGIC))
    if beginning == backup_sqlite.MAGIC:
        return True
    if beginning.startswith(backup_postgres.MAGIC):
        return False
    raise NotABackup(file=str(shown))


# --- putting one back -------------------------------------------------------------------------------------------------


async def restore(url: str, file: Path, at: datetime, *, overwrite: bool = False) -> Path | None:
    """Put a backup that has been inspected into the database's place, and bring it up to date.

    Nobody else may use the database meanwhile. Gives back where the database that was there is kept; None if there was
    none worth keeping.

    Raises:
        OtherEngine, HoldsPeople, HoldsSomething, NotOurs, InUse, ProgramMissing, ProgramFailed: nothing is changed.
    """
    if _is_of_sqlite(file, file) != is_sqlite(url):
        raise OtherEngine(file=str(file))
    if is_sqlite(url):
        return await _restore_sqlite(sqlite_path(url), file, at, overwrite)
    return await _restore_postgres(url, file, at, overwrite)


async def _restore_sqlite(path: Path, file: Path, at: datetime, overwrite: bool) -> Path | None:
    if not overwrite:
        _must_be_free(backup_sqlite.people(path))
    copy = await asyncio.to_thread(backup_sqlite.copy_of, file, path.parent)
    try:
        # Before it takes the place: a migration that fails leaves the house as it was.
        await migrate(f"sqlite:///{copy}")
        return await asyncio.to_thread(backup_sqlite.move_in, copy, path, at)
    finally:
        backup_sqlite.discard(copy)


async def _restore_postgres(url: str, file: Path, at: datetime, overwrite: bool) -> Path | None:
    people = await _people_in_postgres(url)
    if not overwrite:
        _must_be_free(people)
    aside = None
    if people:
        aside = file.with_name(f"lianxin-before-restore-{at:%Y%m%d-%H%M%S}.dump")
        await take(url, aside)
    await asyncio.to_thread(backup_postgres.put, url, file)
    await migrate(url)
    return aside


def _must_be_free(people: int) -> None:
    if people:
        raise HoldsPeople(people=people)


async def _people_in_postgres(url: str) -> int:
    db = await open_db(url)
    try:
        await must_be_alone(db)
        async with db.read() as tx:
            there = "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()"
            if not await tx.value("SELECT to_regclass('alembic_version')::text AS found"):
                if await tx.value(there):
                    raise NotOurs
                return 0
            return await tables.count(tx, "people")
    finally:
        await db.close()


async def must_be_alone(db: Db) -> None:
    """On PostgreSQL: is nobody else connected to the database?

    Raises:
        InUse
    """
    async with db.read() as tx:
        sessions = await tx.value(
            """
            SELECT COUNT(*) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
            """
        )
    if sessions:
        raise InUse(sessions=sessions)


async def holdings(url: str) -> Inventory:
    """What a database of the newest version holds now."""
    db = await open_db(url)
    try:
        async with db.read() as tx:
            return Inventory(newest(), await tables.counts(tx))
    finally:
        await db.close()
