"""Bring a database to the newest tables. SQLAlchemy and Alembic are imported here alone, when there is work."""

import sqlite3
from pathlib import Path
from typing import Any

from storage.db import DatabaseFault, Tx, open_db, sqlite_path
from storage.sqlite import fault_of

HISTORY = Path(__file__).parent / "migrations"


def known() -> frozenset[str]:
    """The revisions that this code can begin from: its files are numbered."""
    return frozenset(file.name.split("_", 1)[0] for file in (HISTORY / "versions").glob("[0-9]*.py"))


def newest() -> str:
    """The revision that this code expects: the last one is the newest."""
    return max(known())


async def present(url: str) -> str | None:
    """The revision that the database is at; None when it has no tables of ours.

    Raises:
        DatabaseFault: it can't be opened.
    """
    if url.startswith("sqlite:///") and not sqlite_path(url).exists():
        return None
    db = await open_db(url)
    try:
        async with db.read() as tx:
            return await _revision(tx) if await _has_history(tx, url) else None
    except sqlite3.DatabaseError as fault:
        raise fault_of(sqlite_path(url), fault) from fault
    finally:
        await db.close()


async def _has_history(tx: Tx, url: str) -> bool:
    if url.startswith("sqlite:///"):
        return await tx.one("SELECT 1 AS found FROM sqlite_master WHERE name = 'alembic_version'") is not None
    return await tx.value("SELECT to_regclass('alembic_version')::text AS found") is not None


async def _revision(tx: Tx) -> str | None:
    revision: str | None = await tx.value("SELECT version_num FROM alembic_version")
    return revision


async def migrate(url: str) -> None:
    """Apply every migration that is missing, all in one transaction: what was interrupted has not happened.

    Raises:
        DatabaseFault: the database can't be opened or changed, or a newer program made it.
    """
    revision = await present(url)
    if revision == newest():
        return
    if revision is not None and revision not in known():
        message = f"at version {revision}, which this program ({newest()}) does not know; update the program"
        raise DatabaseFault(message, "database-is-newer", revision=revision, newest=newest())
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import Connection, event
    from sqlalchemy.exc import SQLAlchemyError
    from sqlalchemy.ext.asyncio import create_async_engine
    from sqlalchemy.pool import NullPool

    def upgrade(connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", str(HISTORY))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        if connection.dialect.name == "postgresql":
            # Of several processes that start at once, one does it, and the others find it done.
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('lianxin migrations'))")
        command.upgrade(config, "head")

    engine = create_async_engine(sqlalchemy_url(url), poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _leave_transactions_to_us)
        event.listen(engine.sync_engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        async with engine.begin() as connection:
            await connection.run_sync(upgrade)
    except SQLAlchemyError as fault:
        message = f"storage: migration failed ({fault})"
        raise DatabaseFault(message, "database-not-migrated-for", fault=str(getattr(fault, "orig", fault))) from fault
    finally:
        await engine.dispose()


def _leave_transactions_to_us(raw: Any, _: object) -> None:
    """Python's sqlite3 begins none before a change of tables, so that each would stay when the next one fails."""
    raw.isolation_level = None
    raw.execute("PRAGMA journal_mode=WAL").close()


def sqlalchemy_url(url: str) -> str:
    scheme, rest = url.split("://", 1)
    return ("sqlite+aiosqlite" if scheme == "sqlite" else "postgresql+asyncpg") + "://" + rest
