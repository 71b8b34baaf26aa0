"""SQLite: one writing connection, readers beside it.

The writer's statements run where they are asked for, in the event loop's thread: one takes 10–30 µs, and the way to
another thread and back several times that. Only what may wait goes to the connection's thread: beginning (for another
process) and committing (for the disk). What reads long belongs into ``read()``, whose statements all go to a thread.
"""

import asyncio
import json
import sqlite3
from abc import abstractmethod
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import aiosqlite

from storage.seal import TAG, Seal, Sealed, StoredJson
from storage.tx import Clock, DatabaseDamaged, DatabaseFault, Db, Engine, Row, Tx

READERS = 3
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
    "PRAGMA temp_store=MEMORY",
)
BREATH = 50
"""Statements after which a writer lets others have the event loop."""


class UndoneWithOthers(Exception):
    """SQLite undid a whole transaction (disk full, …) because of one of the writers in it; this is another."""


# --- transactions -----------------------------------------------------------------------------------------------------

Asked = tuple[list[sqlite3.Row], int]
"""Rows, and how many were touched."""


class SqliteTx(Tx):
    """One text and one set of types, whichever thread the statements run in."""

    engine = Engine.SQLITE

    @abstractmethod
    async def _ask(self, sql: str, values: dict[str, Any]) -> Asked: ...

    async def all(self, sql: str, **params: Any) -> list[Row]:
        rows, _ = await self._ask(_for_sqlite(sql), _values(params, self.seal))
        self.note_change(sql, len(rows))
        return _decode(rows, self.seal)

    async def run(self, sql: str, **params: Any) -> int:
        _, count = await self._ask(_for_sqlite(sql), _values(params, self.seal))
        self.note_change(sql, count)
        return count

    async def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        text = _for_sqlite(sql)
        for row in rows:
            _, count = await self._ask(text, _values(row, self.seal))
            self.note_change(sql, count)


class Writing(SqliteTx):
    """Here and now."""

    def __init__(self, now: datetime, seal: Seal, connection: sqlite3.Connection) -> None:
        super().__init__(now, seal)
        self._connection = connection
        self._asked = 0

    async def _ask(self, sql: str, values: dict[str, Any]) -> Asked:
        self._asked += 1
        if self._asked % BREATH == 0:
            await asyncio.sleep(0)
        cursor = self._connection.execute(sql, values)
        return cursor.fetchall(), cursor.rowcount


class Reading(SqliteTx):
    """In the connection's thread."""

    def __init__(self, now: datetime, seal: Seal, connection: aiosqlite.Connection) -> None:
        super().__init__(now, seal)
        self._connection = connection

    async def _ask(self, sql: str, values: dict[str, Any]) -> Asked:
        return list(await self._connection.execute_fetchall(sql, values)), 0


# --- the database -----------------------------------------------------------------------------------------------------


class Group:
    """Writers who share one commit: waiting for the disk takes longer than all else in a small transaction."""

    def __init__(self, commit: Callable[["Group"], Coroutine[Any, Any, None]]) -> None:
        self.fault: BaseException | None = None
        self.committed = asyncio.create_task(commit(self))


class SqliteDb(Db):
    """One writer at a time, by a lock: on a shared connection another task's commit would save a half-done write.

    Each writer works behind a savepoint. The first opens the transaction and queues for its commit; the writers who
    queued before that are in it as well. Nobody's ``write()`` returns before the commit.
    """

    def __init__(
        self, clock: Clock, seal: Seal, path: Path, writer: sqlite3.Connection, thread: aiosqlite.Connection
    ) -> None:
        super().__init__(clock, seal)
        self._writer = writer
        self._thread = thread
        self._lock = asyncio.Lock()
        self._group: Group | None = None
        self._path = path
        self._unopened = READERS
        self._readers: list[aiosqlite.Connection] = []
        self._free: asyncio.Queue[aiosqlite.Connection] = asyncio.Queue()

    @classmethod
    async def open(cls, path: Path, clock: Clock, seal: Seal) -> "SqliteDb":
        """Raises DatabaseFault."""
        try:
            writer = _opened(path)
            return cls(clock, seal, path, writer, await cls._in_thread(writer))
        except sqlite3.DatabaseError as fault:
            raise fault_of(path, fault) from fault

    @staticmethod
    async def _in_thread(connection: sqlite3.Connection) -> aiosqlite.Connection:
        """A thread for what this connection may have to wait for."""
        thread = await aiosqlite.Connection(lambda: connection, iter_chunk_size=64)
        try:
            for pragma in PRAGMAS:
                await thread.execute_fetchall(pragma)
        except BaseException:
            await thread.close()
            raise
        return thread

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        async with self._lock:
            group = self._group or await self._open_group()
            tx = Writing(self.clock(), self.seal, self._writer)
            self._writer.execute("SAVEPOINT unit")
            try:
                yield tx
                self._writer.execute("RELEASE unit")
            except BaseException as fault:
                self._undo(group, fault)
                raise
        await asyncio.shield(group.committed)
        self.announce(tx)

    async def _open_group(self) -> Group:
        try:
            await self._thread.execute_fetchall("BEGIN IMMEDIATE")
        except BaseException:
            # Also when cancelled, and BEGIN is still under way.
            await asyncio.shield(self._thread.rollback())
            raise
        self._group = Group(self._commit)
        return self._group

    def _undo(self, group: Group, fault: BaseException) -> None:
        if self._writer.in_transaction:
            self._writer.execute("ROLLBACK TO unit")
            self._writer.execute("RELEASE unit")
        else:
            group.fault, self._group = fault, None

    async def _commit(self, group: Group) -> None:
        async with self._lock:
            if group.fault is not None:
                raise UndoneWithOthers from group.fault
            self._group = None
            try:
                await self._thread.execute_fetchall("COMMIT")
            except BaseException:
                await asyncio.shield(self._thread.rollback())
                raise

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        reader = await self._reader()
        try:
            await reader.execute_fetchall("BEGIN")
            yield Reading(self.clock(), self.seal, reader)
        finally:
            # Also when cancelled, and a statement is still under way.
            await asyncio.shield(reader.rollback())
            self._free.put_nowait(reader)

    async def _reader(self) -> aiosqlite.Connection:
        """One that is free, or a new one as long as there may be more of them."""
        if not self._free.empty() or not self._unopened:
            return await self._free.get()
        self._unopened -= 1
        try:
            reader = await self._in_thread(_opened(self._path, "rw"))
        except BaseException:
            self._unopened += 1
            raise
        self._readers.append(reader)
        return reader

    @asynccontextmanager
    async def alone(self, what: str) -> AsyncIterator[bool]:  # noqa: ARG002  # the other engine's shape
        # The lock on the file keeps every other process out.
        yield True

    async def close(self) -> None:
        if self._group is not None:
            await asyncio.wait([self._group.committed])
        for connection in (*self._readers, self._thread):
            await connection.close()


def fault_of(path: Path, fault: sqlite3.DatabaseError) -> DatabaseFault:
    """What SQLite's fault at opening a file means for who has to mend it."""
    if getattr(fault, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DatabaseDamaged(f"{path}: not a database, or damaged ({fault})")
    return DatabaseFault(f"{path}: not a database that can be opened ({fault})")


def _opened(path: Path, mode: str = "rwc") -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        cached_statements=512,
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    return connection


# --- values -----------------------------------------------------------------------------------------------------------


def _encode(value: Any, seal: Seal) -> Any:
    if isinstance(value, str):
        return _encode_text(value, seal)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(" ", "microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict | list):
        return json.dumps(seal.json(value), ensure_ascii=False)
    return value


def _encode_text(value: str, seal: Seal) -> str:
    if isinstance(value, Sealed):
        return seal.text(value)
    if isinstance(value, StoredJson):
        return json.dumps(value)
    return seal.plain(value) if value.startswith(TAG) else value


Decoder = Callable[[Any], Any]


def _decoder(column: str, seal: Seal) -> Decoder:
    if column.endswith("_at"):
        return datetime.fromisoformat
    if column.endswith("_on"):
        return date.fromisoformat
    if column.endswith("_json"):
        return lambda value: _said(json.loads(value), seal.open_json)
    if column.startswith("is_"):
        return bool
    return lambda value: _said(value, seal.open_text)


def _said(value: Any, open_sealed: Decoder) -> Any:
    return open_sealed(value) if value.__class__ is str and value.startswith(TAG) else value


@lru_cache(maxsize=1024)
def _decoders(columns: tuple[str, ...], seal: Seal) -> tuple[tuple[str, Decoder], ...]:
    return tuple((column, _decoder(column, seal)) for column in columns)


def _decode(rows: Sequence[sqlite3.Row], seal: Seal) -> list[Row]:
    if not rows:
        return []
    plan = _decoders(tuple(rows[0].keys()), seal)
    return [
        {column: None if value is None else decode(value) for (column, decode), value in zip(plan, row, strict=True)}
        for row in rows
    ]


def _values(params: Row, seal: Seal) -> dict[str, Any]:
    return {name: _encode(value, seal) for name, value in params.items()}


@lru_cache(maxsize=1024)
def _for_sqlite(sql: str) -> str:
    # One writer at a time already gives what the row lock is for.
    return sql.replace("FOR UPDATE SKIP LOCKED", "").replace("FOR UPDATE", "")
