"""The only file that knows the engine: one plain SQL text for SQLite and PostgreSQL.

Parameters are named (``:letter_id``). The same Python types go in and come out on both engines, and a column's name
tells its type (a test holds ``schema.py`` to it):

=============  ===========================
``…_at``       aware ``datetime`` in UTC
``…_on``       ``date``
``…_json``     ``dict`` or ``list``
``is_…``       ``bool``
=============  ===========================
"""

import asyncio
import json
import re
import sqlite3
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import aiosqlite
import asyncpg

Row = dict[str, Any]
Clock = Callable[[], datetime]


def system_clock() -> datetime:
    return datetime.now(UTC)


class DatabaseFault(Exception):
    """The database can't be opened or is not what we expect; the message is one line for the administrator."""


class Tx(ABC):
    """One transaction. ``now`` stands still for its length, so that all its rows agree."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.signals: set[str] = set()

    def signal(self, name: str) -> None:
        """Wake who waits on ``Db.event(name)``, once this is committed."""
        self.signals.add(name)

    @abstractmethod
    async def all(self, sql: str, **params: Any) -> list[Row]:
        """Every row of a query (or of a ``RETURNING``)."""

    @abstractmethod
    async def run(self, sql: str, **params: Any) -> int:
        """Execute; the number of rows that it touched."""

    @abstractmethod
    async def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        """Execute once for each row of parameters; may be put off as with ``later``."""

    async def later(self, sql: str, **params: Any) -> None:
        """A change whose row count nobody asks: it may be put off to travel with the next statement, or with the end
        of the transaction. Its fault then shows there, and undoes everything all the same."""
        await self.run(sql, **params)

    async def one(self, sql: str, **params: Any) -> Row | None:
        """The first row, or None."""
        rows = await self.all(sql, **params)
        return rows[0] if rows else None

    async def value(self, sql: str, **params: Any) -> Any:
        """The first column of the first row, or None."""
        row = await self.one(sql, **params)
        return next(iter(row.values())) if row else None


class Db(ABC):
    """A database: ``write()`` and ``read()`` open transactions, ``event()`` tells of commits in this process."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._events: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    def event(self, name: str) -> asyncio.Event:
        return self._events[name]

    def announce(self, tx: Tx) -> None:
        for name in tx.signals:
            self._events[name].set()

    @abstractmethod
    def write(self) -> AbstractAsyncContextManager[Tx]:
        """A transaction that commits at the end of the block and rolls back on any exception or cancellation."""

    @abstractmethod
    def read(self) -> AbstractAsyncContextManager[Tx]:
        """A transaction that sees one state of the database and must not write."""

    @abstractmethod
    async def close(self) -> None: ...


async def open_db(url: str, clock: Clock = system_clock) -> Db:
    """Open ``sqlite:///path`` or ``postgresql://…``.

    Raises:
        DatabaseFault: with one line on what is wrong.
    """
    if url.startswith("sqlite:///"):
        return await SqliteDb.open(sqlite_path(url), clock)
    if url.startswith(("postgresql://", "postgres://")):
        return await PostgresDb.open(url, clock)
    raise DatabaseFault(f"storage.url: expected sqlite:///FILE or postgresql://…, got {url.split(':', 1)[0]}:…")


def sqlite_path(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


# --- SQLite -----------------------------------------------------------------------------------------------------------

SQLITE_READERS = 3
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
    "PRAGMA temp_store=MEMORY",
)


def _encode(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(" ", "microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return value


def _decoder(column: str) -> Callable[[Any], Any] | None:
    if column.endswith("_at"):
        return datetime.fromisoformat
    if column.endswith("_on"):
        return date.fromisoformat
    if column.endswith("_json"):
        return json.loads
    if column.startswith("is_"):
        return bool
    return None


@lru_cache(maxsize=1024)
def _decoders(columns: tuple[str, ...]) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    return tuple((column, _decoder(column)) for column in columns)


def _decode(rows: Sequence[sqlite3.Row]) -> list[Row]:
    if not rows:
        return []
    plan = _decoders(tuple(rows[0].keys()))
    return [
        {
            column: value if decode is None or value is None else decode(value)
            for (column, decode), value in zip(plan, row, strict=True)
        }
        for row in rows
    ]


def _values(params: Row) -> dict[str, Any]:
    return {name: _encode(value) for name, value in params.items()}


@lru_cache(maxsize=1024)
def _for_sqlite(sql: str) -> str:
    # One writer at a time already gives what the row lock is for.
    return sql.replace("FOR UPDATE SKIP LOCKED", "").replace("FOR UPDATE", "")


Statement = tuple[str, dict[str, Any] | list[dict[str, Any]]]
"""SQL with its values; with a list of them it is executed once for each."""


class SqliteConnection(aiosqlite.Connection):
    """Takes several statements to its thread at one go: the way there and back costs more than most of them."""

    async def go(self, *statements: Statement) -> tuple[list[sqlite3.Row], int]:
        """Execute in order; rows and row count of the last."""
        # aiosqlite has no annotations there.
        answer: tuple[list[sqlite3.Row], int] = await self._execute(self._go, statements)  # type: ignore[no-untyped-call]
        return answer

    def _go(self, statements: Sequence[Statement]) -> tuple[list[sqlite3.Row], int]:
        for sql, values in statements:
            many = isinstance(values, list)
            cursor = self._conn.executemany(sql, values) if many else self._conn.execute(sql, values)
        return cursor.fetchall(), cursor.rowcount

    async def undo_unit(self) -> bool:
        """Back to the savepoint. False when SQLite has undone the whole transaction by itself (disk full, …).

        A unit that was released before its cancellation was noticed is done, and stays.
        """
        answer: bool = await self._execute(self._undo_unit)  # type: ignore[no-untyped-call]
        return answer

    def _undo_unit(self) -> bool:
        if not self._conn.in_transaction:
            return False
        try:
            self._go((("ROLLBACK TO unit", {}), ("RELEASE unit", {})))
        except sqlite3.OperationalError as fault:
            if "no such savepoint" not in str(fault):
                raise
        return True


class SqliteTx(Tx):
    """``begin`` goes with the first statement."""

    def __init__(self, connection: SqliteConnection, now: datetime, begin: str) -> None:
        super().__init__(now)
        self._connection = connection
        self._put_off: list[Statement] = [(begin, {})]
        self.is_begun = False

    async def all(self, sql: str, **params: Any) -> list[Row]:
        rows, _ = await self._go((_for_sqlite(sql), _values(params)))
        return _decode(rows)

    async def run(self, sql: str, **params: Any) -> int:
        _, count = await self._go((_for_sqlite(sql), _values(params)))
        return count

    async def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        self._put_off.append((_for_sqlite(sql), [_values(row) for row in rows]))

    async def later(self, sql: str, **params: Any) -> None:
        self._put_off.append((_for_sqlite(sql), _values(params)))

    async def end(self, sql: str) -> None:
        """What was put off, and the end. Nothing at all if nothing was asked."""
        if self.is_begun or len(self._put_off) > 1:
            await self._go((sql, {}))

    async def _go(self, statement: Statement) -> tuple[list[sqlite3.Row], int]:
        before, self._put_off, self.is_begun = self._put_off, [], True
        return await self._connection.go(*before, statement)


class Group:
    """Writers who share one commit: waiting for the disk takes longer than all else in a small transaction."""

    def __init__(self, commit: Callable[["Group"], Coroutine[Any, Any, None]]) -> None:
        self.fault: BaseException | None = None
        self.committed = asyncio.create_task(commit(self))


class SqliteDb(Db):
    """One writing connection behind a lock (on a shared one another task's commit would save a half-done write),
    readers beside it.

    Each writer works behind a savepoint. The first opens the transaction and queues for its commit; the writers who
    queued before that are in it as well. Nobody's ``write()`` returns before the commit.
    """

    def __init__(self, clock: Clock, writer: SqliteConnection, readers: list[SqliteConnection]) -> None:
        super().__init__(clock)
        self._writer = writer
        self._lock = asyncio.Lock()
        self._group: Group | None = None
        self._readers = readers
        self._free: asyncio.Queue[SqliteConnection] = asyncio.Queue()
        for reader in readers:
            self._free.put_nowait(reader)

    @classmethod
    async def open(cls, path: Path, clock: Clock) -> "SqliteDb":
        try:
            writer = await cls._connect(path)
        except sqlite3.DatabaseError as fault:
            raise DatabaseFault(f"{path}: not a database that can be opened ({fault})") from fault
        return cls(clock, writer, [await cls._connect(path) for _ in range(SQLITE_READERS)])

    @staticmethod
    async def _connect(path: Path) -> SqliteConnection:
        connection = SqliteConnection(lambda: _opened(path), iter_chunk_size=64)
        await connection
        try:
            await connection.go(*((pragma, {}) for pragma in SQLITE_PRAGMAS))
        except BaseException:
            await connection.close()
            raise
        return connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        async with self._lock:
            group = self._group or await self._open_group()
            tx = SqliteTx(self._writer, self.clock(), "SAVEPOINT unit")
            try:
                yield tx
                await tx.end("RELEASE unit")
            except BaseException as fault:
                # Also when cancelled, and when a statement is still under way in the connection's thread.
                await asyncio.shield(self._undo(tx, group, fault))
                raise
        await asyncio.shield(group.committed)
        self.announce(tx)

    async def _open_group(self) -> Group:
        try:
            await self._writer.go(("BEGIN IMMEDIATE", {}))
        except BaseException:
            await asyncio.shield(self._writer.rollback())
            raise
        self._group = Group(self._commit)
        return self._group

    async def _undo(self, tx: SqliteTx, group: Group, fault: BaseException) -> None:
        if tx.is_begun and not await self._writer.undo_unit():
            group.fault, self._group = fault, None

    async def _commit(self, group: Group) -> None:
        async with self._lock:
            if group.fault is not None:
                raise DatabaseFault(f"undone together with what failed beside it: {group.fault}") from group.fault
            self._group = None
            try:
                await self._writer.go(("COMMIT", {}))
            except BaseException:
                await asyncio.shield(self._writer.rollback())
                raise

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        reader = await self._free.get()
        try:
            tx = SqliteTx(reader, self.clock(), "BEGIN")
            try:
                yield tx
            finally:
                if tx.is_begun:
                    await asyncio.shield(reader.rollback())
        finally:
            self._free.put_nowait(reader)

    async def close(self) -> None:
        if self._group is not None:
            await asyncio.wait([self._group.committed])
        for connection in (*self._readers, self._writer):
            await connection.close()


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, cached_statements=512)
    connection.row_factory = sqlite3.Row
    return connection


# --- PostgreSQL -------------------------------------------------------------------------------------------------------

_PARAMETER = re.compile(r"(?<![:\w]):([a-z_][a-z0-9_]*)")


@lru_cache(maxsize=1024)
def _for_postgres(sql: str) -> tuple[str, tuple[str, ...]]:
    """The text with ``$n`` for each ``:name``, and the names in the order of their numbers."""
    names = tuple(dict.fromkeys(_PARAMETER.findall(sql)))
    numbers = {name: f"${number}" for number, name in enumerate(names, start=1)}
    return _PARAMETER.sub(lambda found: numbers[found[1]], sql), names


class PostgresTx(Tx):
    def __init__(self, connection: Any, now: datetime) -> None:
        super().__init__(now)
        self._connection = connection

    async def all(self, sql: str, **params: Any) -> list[Row]:
        text, names = _for_postgres(sql)
        return [dict(row) for row in await self._connection.fetch(text, *(params[name] for name in names))]

    async def run(self, sql: str, **params: Any) -> int:
        text, names = _for_postgres(sql)
        status = await self._connection.execute(text, *(params[name] for name in names))
        return int(status.rsplit(" ", 1)[-1])

    async def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        text, names = _for_postgres(sql)
        await self._connection.executemany(text, [tuple(row[name] for name in names) for row in rows])


class PostgresDb(Db):
    def __init__(self, clock: Clock, pool: Any) -> None:
        super().__init__(clock)
        self._pool = pool

    @classmethod
    async def open(cls, url: str, clock: Clock) -> "PostgresDb":
        try:
            pool = await asyncpg.create_pool(url, min_size=1, max_size=10, init=_speak_json)
        except (OSError, asyncpg.PostgresError) as fault:
            raise DatabaseFault(f"storage.url: PostgreSQL does not let us in ({fault})") from fault
        return cls(clock, pool)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        async with self._pool.acquire() as connection, connection.transaction():
            tx = PostgresTx(connection, self.clock())
            yield tx
        self.announce(tx)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        async with (
            self._pool.acquire() as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            yield PostgresTx(connection, self.clock())

    async def close(self) -> None:
        await self._pool.close()


async def _speak_json(connection: Any) -> None:
    await connection.set_type_codec("jsonb", schema="pg_catalog", encoder=_dumps, decoder=json.loads)


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
