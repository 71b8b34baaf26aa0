"""SQLite without threads, for a house that does one thing at a time: waiting for another thread takes longer than all
else in a small statement. What threads are for is tested in ``tests/storage`` and in every story.
"""

import asyncio
import sqlite3
from typing import Any, cast

import aiosqlite

from storage.sqlite import PRAGMAS, SqliteDb


class Here:
    """What ``SqliteDb`` asks of a connection in a thread, done at once; others still get their turn."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def execute_fetchall(self, sql: str, values: dict[str, Any] | None = None) -> list[sqlite3.Row]:
        await asyncio.sleep(0)
        return self._connection.execute(sql, values or {}).fetchall()

    async def rollback(self) -> None:
        self._connection.rollback()

    async def close(self) -> None:
        self._connection.close()


class DbHere(SqliteDb):
    """The same database, its file written without waiting for the disk."""

    @staticmethod
    async def _in_thread(connection: sqlite3.Connection) -> aiosqlite.Connection:
        for pragma in (*PRAGMAS, "PRAGMA synchronous=OFF"):
            connection.execute(pragma)
        return cast(aiosqlite.Connection, Here(connection))
