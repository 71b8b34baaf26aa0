"""PostgreSQL, through asyncpg's pool."""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from functools import lru_cache
from typing import Any

import asyncpg

from storage.quick_json import dumps, loads
from storage.seal import TAG, Seal, Sealed
from storage.tx import Clock, DatabaseFault, Db, Engine, Row, Tx

_PARAMETER = re.compile(r"(?<![:\w]):([a-z_][a-z0-9_]*)")


@lru_cache(maxsize=1024)
def _for_postgres(sql: str) -> tuple[str, tuple[str, ...]]:
    """The text with ``$n`` for each ``:name``, and the names in the order of their numbers."""
    names = tuple(dict.fromkeys(_PARAMETER.findall(sql)))
    numbers = {name: f"${number}" for number, name in enumerate(names, start=1)}
    return _PARAMETER.sub(lambda found: numbers[found[1]], sql), names


class PostgresTx(Tx):
    engine = Engine.POSTGRES

    def __init__(self, connection: Any, now: datetime, seal: Seal) -> None:
        super().__init__(now, seal)
        self._connection = connection

    async def hold(self, what: str) -> None:
        # Of two numbers: what ``alone`` holds, for as long as a process lives, is of one and never in the way.
        await self._connection.execute("SELECT pg_advisory_xact_lock(1, hashtext($1))", what)

    async def all(self, sql: str, **params: Any) -> list[Row]:
        text, names = _for_postgres(sql)
        rows = await self._connection.fetch(text, *self._values(names, params))
        self.note_change(sql, len(rows))
        return [{name: _opened(name, value, self.seal) for name, value in row.items()} for row in rows]

    async def run(self, sql: str, **params: Any) -> int:
        text, names = _for_postgres(sql)
        status = await self._connection.execute(text, *self._values(names, params))
        count = int(status.rsplit(" ", 1)[-1])
        self.note_change(sql, count)
        return count

    async def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        text, names = _for_postgres(sql)
        if values := [self._values(names, row) for row in rows]:
            await self._connection.executemany(text, values)
        self.note_change(sql, len(values))

    def _values(self, names: tuple[str, ...], params: Row) -> tuple[Any, ...]:
        return tuple(_stored(name, params[name], self.seal) for name in names)


def _stored(name: str, value: Any, seal: Seal) -> Any:
    """A list is JSON only for a column that says so; others are PostgreSQL's own."""
    if isinstance(value, Sealed):
        return seal.text(value)
    if isinstance(value, dict) or (isinstance(value, list) and name.endswith("_json")):
        return seal.json(value)
    return seal.plain(value) if value.__class__ is str and value.startswith(TAG) else value


def _opened(name: str, value: Any, seal: Seal) -> Any:
    if value.__class__ is not str or not value.startswith(TAG):
        return value
    return seal.open_json(value) if name.endswith("_json") else seal.open_text(value)


POOL = 14
"""Connections of one process: two of them are held all the time, to listen and as the one that polls."""
CHANNEL = "lianxin"
"""What was signalled by a commit is told here: who tells, then the names of the signals."""

LISTENS = 5.0
"""Seconds after which we look whether the line on which we listen is still there."""
NOTICED = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}
"""A machine that went away without a word lets go of its locks within half a minute."""


class Connection(asyncpg.Connection):  # type: ignore[misc]  # asyncpg has no types
    """One that goes back into the pool as it is: transactions end, and leave nothing. Asking the server to make sure,
    as asyncpg does, is one more question for each; it is asked after a lock or a listener."""

    _is_to_be_reset = False

    def to_be_reset(self) -> None:
        """Something is begun that outlasts a transaction."""
        self._is_to_be_reset = True

    def get_reset_query(self) -> str:
        """Asked for by the pool, when it gets the connection back."""
        is_to_be_reset, self._is_to_be_reset = self._is_to_be_reset, False
        return super().get_reset_query() if is_to_be_reset else ""


class PostgresDb(Db):
    is_shared = True

    def __init__(self, clock: Clock, seal: Seal, pool: Any) -> None:
        super().__init__(clock, seal)
        self._pool = pool
        self._me = secrets.token_hex(8)

    @classmethod
    async def open(cls, url: str, clock: Clock, seal: Seal) -> "PostgresDb":
        try:
            pool = await asyncpg.create_pool(
                url,
                min_size=1,
                max_size=POOL,
                init=_speak_json,
                server_settings=NOTICED,
                connection_class=Connection,
            )
        except (OSError, asyncpg.PostgresError) as fault:
            message = f"storage.url: PostgreSQL does not let us in ({fault})"
            raise DatabaseFault(message, "database-lets-nobody-in", fault=str(fault)) from fault
        return cls(clock, seal, pool)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        async with self._pool.acquire() as connection, connection.transaction():
            tx = PostgresTx(connection, self.clock(), self.seal)
            yield tx
            if tx.signals:
                await connection.execute("SELECT pg_notify($1, $2)", CHANNEL, " ".join((self._me, *sorted(tx.signals))))
        self.announce(tx)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        async with (
            self._pool.acquire() as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            yield PostgresTx(connection, self.clock(), self.seal)

    @asynccontextmanager
    async def alone(self, what: str) -> AsyncIterator[bool]:
        async with self._pool.acquire() as connection:
            connection.to_be_reset()
            if not await connection.fetchval("SELECT pg_try_advisory_lock(hashtext($1))", what):
                yield False
                return
            try:
                yield True
            finally:
                with suppress(asyncpg.InterfaceError):  # A line that was cut has let go of it already.
                    await connection.execute("SELECT pg_advisory_unlock(hashtext($1))", what)

    async def listen(self) -> None:
        """Raises: what asyncpg raises when the line is cut."""
        async with self._pool.acquire() as connection:
            connection.to_be_reset()
            await connection.add_listener(CHANNEL, self._heard)
            try:
                # Whatever was told before we listened.
                for event in self._events.values():
                    event.set()
                while True:
                    await asyncio.sleep(LISTENS)
                    await connection.execute("SELECT 1")
            finally:
                with suppress(asyncpg.InterfaceError):
                    await connection.remove_listener(CHANNEL, self._heard)

    def _heard(self, _connection: Any, _pid: int, _channel: str, told: str) -> None:
        who, *names = told.split()
        if who != self._me:
            for name in names:
                self._events[name].set()

    async def close(self) -> None:
        await self._pool.close()


async def _speak_json(connection: Any) -> None:
    await connection.set_type_codec("jsonb", schema="pg_catalog", encoder=_dumps, decoder=loads)


def _dumps(value: Any) -> str:
    return dumps(value).decode("utf-8", "surrogatepass")
