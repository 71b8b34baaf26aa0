"""What a database and a transaction are to everyone else, whatever the engine."""

import asyncio
import re
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, ClassVar, TypeVar

from storage.seal import IN_CLEAR, Seal

Row = dict[str, Any]
Clock = Callable[[], datetime]


_CHANGE = re.compile(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)")


@lru_cache(maxsize=1024)
def _changes(sql: str) -> str | None:
    """The table that a statement writes to; None when it only reads."""
    found = _CHANGE.match(sql)
    return found[1] if found else None


TURN = 200
"""Rows: some milliseconds."""


def system_clock() -> datetime:
    return datetime.now(UTC)


Made = TypeVar("Made")


async def made_of(rows: Sequence[Row], make: Callable[[Row], Made]) -> list[Made]:
    """Something of each row, letting others have the event loop between thousands."""
    made: list[Made] = []
    for start in range(0, len(rows), TURN):
        made += [make(row) for row in rows[start : start + TURN]]
        await asyncio.sleep(0)
    return made


class DatabaseFault(Exception):
    """The database can't be opened or is not what we expect; the message is one line for the log.

    ``text``, a key of ``texts/``, with ``args_of_text``: the same for whoever mends it.
    """

    def __init__(self, message: str, text: str = "cli-database-fault", **args: object) -> None:
        super().__init__(message)
        self.text = text
        self.args_of_text = args or {"fault": message}


class DatabaseDamaged(DatabaseFault):
    """The file is no database, or not whole any more: a backup has to take its place."""


class Engine(Enum):
    """Whose transaction it is: asked only where no one text does for both, in finding words."""

    SQLITE = "sqlite"
    POSTGRES = "postgres"


class Tx(ABC):
    """One transaction. ``now`` stands still for its length, so that all its rows agree; ``seal`` keeps what is personal
    unreadable, and gives what stands for it where SQL compares."""

    engine: ClassVar[Engine]

    def __init__(self, now: datetime, seal: Seal) -> None:
        self.now = now
        self.seal = seal
        self.signals: set[str] = set()
        self.is_audited = False
        self.changed: set[str] = set()
        """The tables in which something was changed."""

    def signal(self, name: str) -> None:
        """Wake who waits on ``Db.event(name)``, once this is committed."""
        self.signals.add(name)

    def note_change(self, sql: str, rows: int) -> None:
        """A statement touched so many rows."""
        if rows > 0 and (table := _changes(sql)):
            self.changed.add(table)

    @abstractmethod
    async def hold(self, what: str) -> None:
        """Until the end of the transaction nobody else holds this: who wants to waits, and then reads what we wrote.

        For what hangs on rows that are not there yet; a row that is there is kept from others by ``FOR UPDATE``.
        """

    @abstractmethod
    async def all(self, sql: str, **params: Any) -> list[Row]:
        """Every row of a query (or of a ``RETURNING``)."""

    @abstractmethod
    async def run(self, sql: str, **params: Any) -> int:
        """Execute; the number of rows that it touched."""

    @abstractmethod
    async def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        """Execute once for each row of parameters."""

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

    url = ""
    """Its address."""
    is_shared: ClassVar[bool] = False
    """May other processes work on it at the same time?"""

    def __init__(self, clock: Clock, seal: Seal = IN_CLEAR) -> None:
        self.clock = clock
        self.seal = seal
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
    def alone(self, what: str) -> AbstractAsyncContextManager[bool]:
        """Does nobody else do this at the moment, in any process? If so, nobody else will to the end of the block."""

    async def listen(self) -> None:
        """Hear, until cancelled, what other processes commit: ``event()`` tells of that as well.

        Raises:
            Exception: the line was cut; what passes by itself.
        """
        assert not self.is_shared

    @abstractmethod
    async def close(self) -> None: ...
