"""PostgreSQL, through asyncpg's pool."""

import json
import re
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from functools import lru_cache
from typing import Any

import asyncpg

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
        values = [self._values(names, row) for row in rows]
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


class PostgresDb(Db):
    def __init__(self, clock: Clock, seal: Seal, pool: Any) -> None:
        super().__init__(clock, seal)
        self._pool = pool

    @classmethod
    async def open(cls, url: str, clock: Clock, seal: Seal) -> "PostgresDb":
        try:
            pool = await asyncpg.create_pool(url, min_size=1, max_size=10, init=_speak_json)
        except (OSError, asyncpg.PostgresError) as fault:
            raise DatabaseFault(f"storage.url: PostgreSQL does not let us in ({fault})") from fault
        return cls(clock, seal, pool)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        async with self._pool.acquire() as connection, connection.transaction():
            tx = PostgresTx(connection, self.clock(), self.seal)
            yield tx
        self.announce(tx)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        async with (
            self._pool.acquire() as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            yield PostgresTx(connection, self.clock(), self.seal)

    async def close(self) -> None:
        await self._pool.close()


async def _speak_json(connection: Any) -> None:
    await connection.set_type_codec("jsonb", schema="pg_catalog", encoder=_dumps, decoder=json.loads)


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
