"""SQLite: one writing connection, readers beside it.

The writer's statements run where they are asked for, in the event loop's thread: one takes 10–30 µs, and the way to
another thread and back several times that. Only what may wait goes to the connection's thread: committing (for the
disk), and beginning while another process holds the file. What reads long belongs into ``read()``, whose statements all
go to a thread.
"""

import asyncio
import sqlite3
from abc import abstractmethod
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import aiosqlite

from storage.quick_json import dumps, loads
from storage.seal import TAG, Seal, Sealed, StoredJson
from storage.tx import TURN, Clock, DatabaseDamaged, DatabaseFault, Db, Engine, Row, Tx

READERS = 3
BUSY = "PRAGMA busy_timeout=10000"
AT_ONCE = "PRAGMA busy_timeout=0"
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    BUSY,
    "PRAGMA temp_store=MEMORY",
)
BREATH = 50
"""Statements after which a writer lets others have the event loop."""


GATHERING = 3
"""Turns of the event loop, some microseconds each, in which others who are about to write come into a commit."""


class UndoneWithOthers(Exception):
    """SQLite undid a whole transaction (disk full, …) because of one of the writers in it; this is another."""


# --- transactions -----------------------------------------------------------------------------------------------------

Asked = tuple[list[Row], int]
"""Rows, and how many were touched."""


class SqliteTx(Tx):
    """One text and one set of types, whichever thread the statements run in."""

    engine = Engine.SQLITE

    @abstractmethod
    async def _ask(self, sql: str, values: dict[str, Any]) -> Asked: ...

    async def hold(self, what: str) -> None:
        """The one writer has everything to itself."""

    async def all(self, sql: str, **params: Any) -> list[Row]:
        rows, _ = await self._ask(_for_sqlite(sql), _values(params, self.seal))
        self.note_change(sql, len(rows))
        return rows

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
        return _decode(cursor.fetchall(), self.seal), cursor.rowcount


class Reading(SqliteTx):
    """In the connection's thread. The first statement begins the transaction, on the same way there."""

    def __init__(self, now: datetime, seal: Seal, reader: "Reader") -> None:
        super().__init__(now, seal)
        self._reader = reader

    async def _ask(self, sql: str, values: dict[str, Any]) -> Asked:
        rows = await self._reader.ask(sql, values)
        # On the loop, in turns: a thread that opens thousands would keep the interpreter from everyone for longer.
        turns = range(0, len(rows), TURN)
        opened: list[Row] = []
        for start in turns:
            opened += _decode(rows[start : start + TURN], self.seal)
            if len(turns) > 1:
                await asyncio.sleep(0)
        return opened, 0


# --- the database -----------------------------------------------------------------------------------------------------


class Reader:
    """A connection that reads, and its thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._thread = ThreadPoolExecutor(1, "reader")
        self._is_asking = False

    @classmethod
    async def open(cls, path: Path) -> "Reader":
        reader = cls(_connection(path, "rw"))
        try:
            for pragma in PRAGMAS:
                await reader._in_thread(reader._connection.execute, pragma)
        except BaseException:
            await reader.close()
            raise
        return reader

    async def ask(self, sql: str, values: dict[str, Any]) -> list[sqlite3.Row]:
        self._is_asking = True
        rows: list[sqlite3.Row] = await self._in_thread(self._ask, sql, values)
        self._is_asking = False
        return rows

    def _ask(self, sql: str, values: dict[str, Any]) -> list[sqlite3.Row]:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN")
        return self._connection.execute(sql, values).fetchall()

    async def end(self) -> None:
        """Let go of the state that was read."""
        if self._is_asking:
            # Cancelled, and the statement may be under way, or it failed.
            await self._in_thread(self._connection.rollback)
            self._is_asking = False
        else:
            self._connection.rollback()

    async def close(self) -> None:
        await self._in_thread(self._connection.close)
        self._thread.shutdown(wait=False)

    async def _in_thread(self, act: Callable[..., Any], *args: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._thread, act, *args)


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
        self._readers: list[Reader] = []
        self._free: asyncio.Queue[Reader] = asyncio.Queue()

    @classmethod
    async def open(cls, path: Path, clock: Clock, seal: Seal) -> "SqliteDb":
        """Raises DatabaseFault."""
        try:
            writer = _connection(path)
            return cls(clock, seal, path, writer, await _in_thread(writer))
        except sqlite3.DatabaseError as fault:
            raise fault_of(path, fault) from fault

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
            # Nobody else writes, as nearly always: there is nothing to wait for.
            self._writer.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            await self._begin_patiently()
        self._group = Group(self._commit)
        return self._group

    async def _begin_patiently(self) -> None:
        try:
            await self._thread.execute_fetchall(BUSY)
            await self._thread.execute_fetchall("BEGIN IMMEDIATE")
        except BaseException:
            # Also when cancelled, and BEGIN is still under way.
            await asyncio.shield(self._thread.rollback())
            raise
        finally:
            await asyncio.shield(self._thread.execute_fetchall(AT_ONCE))

    def _undo(self, group: Group, fault: BaseException) -> None:
        if self._writer.in_transaction:
            self._writer.execute("ROLLBACK TO unit")
            self._writer.execute("RELEASE unit")
        else:
            group.fault, self._group = fault, None

    async def _commit(self, group: Group) -> None:
        for _ in range(GATHERING):
            await asyncio.sleep(0)
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
            yield Reading(self.clock(), self.seal, reader)
        finally:
            await asyncio.shield(reader.end())
            self._free.put_nowait(reader)

    async def _reader(self) -> Reader:
        """One that is free, or a new one as long as there may be more of them."""
        if not self._free.empty() or not self._unopened:
            return await self._free.get()
        self._unopened -= 1
        try:
            reader = await Reader.open(self._path)
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
        for reader in self._readers:
            await reader.close()
        await self._thread.close()


def fault_of(path: Path, fault: sqlite3.DatabaseError) -> DatabaseFault:
    """What SQLite's fault at opening a file means for who has to mend it."""
    if getattr(fault, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DatabaseDamaged(f"{path}: not a database, or damaged ({fault})")
    message = f"{path}: not a database that can be opened ({fault})"
    return DatabaseFault(message, "database-not-opened", file=str(path), fault=str(fault))


def _connection(path: Path, mode: str = "rwc") -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        cached_statements=512,
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    return connection


async def _in_thread(connection: sqlite3.Connection) -> aiosqlite.Connection:
    """A thread for what this connection may have to wait for."""
    thread = await aiosqlite.Connection(lambda: connection, iter_chunk_size=64)
    try:
        for pragma in (*PRAGMAS, AT_ONCE):
            await thread.execute_fetchall(pragma)
    except BaseException:
        await thread.close()
        raise
    return thread


# --- values -----------------------------------------------------------------------------------------------------------


def _encode(value: Any, seal: Seal) -> Any:
    if value is None or value.__class__ is int:
        return value
    if isinstance(value, str):
        return _encode_text(value, seal)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict | list):
        return dumps(seal.json(value)).decode("utf-8", "surrogatepass")
    return value


@lru_cache(maxsize=64)
def _moment(value: datetime) -> str:
    """Most are the ``now`` of a transaction, in each of its statements."""
    return value.astimezone(UTC).isoformat(" ", "microseconds")


def _encode_text(value: str, seal: Seal) -> str:
    if isinstance(value, Sealed):
        return seal.text(value)
    if isinstance(value, StoredJson):
        return dumps(value).decode()
    return seal.plain(value) if value.startswith(TAG) else value


Decoder = Callable[[Any], Any]


def _decoder(column: str, seal: Seal) -> Decoder | None:
    """What is done to a value of a column that tells its type; None for all others."""
    if column.endswith("_at"):
        return datetime.fromisoformat
    if column.endswith("_on"):
        return date.fromisoformat
    if column.endswith("_json"):
        return lambda value: _json(loads(value), seal)
    return bool if column.startswith("is_") else None


def _json(value: Any, seal: Seal) -> Any:
    return seal.open_json(value) if value.__class__ is str and value.startswith(TAG) else value


Plan = tuple[tuple[str, ...], tuple[tuple[str, Decoder], ...], tuple[str, ...]]
"""A result's columns; those that tell their type; the others, which may hold sealed texts."""


@lru_cache(maxsize=1024)
def _plan(columns: tuple[str, ...], seal: Seal) -> Plan:
    decoders = {column: decode for column in columns if (decode := _decoder(column, seal))}
    return columns, tuple(decoders.items()), tuple(column for column in columns if column not in decoders)


def _decode(rows: Sequence[sqlite3.Row], seal: Seal) -> list[Row]:
    if not rows:
        return []
    plan = _plan(tuple(rows[0].keys()), seal)
    return [_opened(row, plan, seal) for row in rows]


def _opened(row: sqlite3.Row, plan: Plan, seal: Seal) -> Row:
    columns, typed, plain = plan
    opened: Row = dict(zip(columns, row, strict=True))
    for column, decode in typed:
        if (value := opened[column]) is not None:
            opened[column] = decode(value)
    for column in plain:
        value = opened[column]
        if value.__class__ is str and value.startswith(TAG):
            opened[column] = seal.open_text(value)
    return opened


def _values(params: Row, seal: Seal) -> dict[str, Any]:
    return {name: _encode(value, seal) for name, value in params.items()}


@lru_cache(maxsize=1024)
def _for_sqlite(sql: str) -> str:
    # One writer at a time already gives what the row lock is for.
    return sql.replace("FOR UPDATE SKIP LOCKED", "").replace("FOR UPDATE", "")
