"""PostgreSQL, through asyncpg's pool."""

import json
import re
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from functools import lru_cache
from typing import Any

import asyncpg

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
