"""Two use cases at the same time on PostgreSQL: one is halted before one of its statements, while the other runs.

Halted before each statement in turn, the one shows what it still believes though the other has changed it; or the other
waits for a lock of the one's, which then goes on. No clock is in it: what is waited for is seen in the database.
"""

import asyncio
import itertools
import re
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import asyncpg
import pytest

from domain.people import Person, Role
from domain.refusals import Refusal
from storage import audit, people
from storage.db import Db, Tx
from storage.passing import passes
from storage.postgres import PostgresDb
from tests.cast import Cast

Act = Callable[[Tx], Awaitable[Any]]
Work = Callable[[Db], Awaitable[Any]]
"""What needs several transactions."""
Halts = Callable[[int, str], bool]
"""Of the number of a statement, from 1 on, and its text: is this the one before which to halt?"""

CHANGE = re.compile(r"\s*(INSERT INTO|UPDATE|DELETE FROM)\s")
AGAIN = 3
"""Times that work is tried again, as ``bot/work.py`` does where a deadlock or an index was in the way."""
BLOCKED = "SELECT cardinality(pg_blocking_pids($1)) > 0"


@dataclass(frozen=True)
class Outcome:
    """What an act returned, or which rule refused it."""

    value: Any = None
    refusal: Refusal | None = None

    @property
    def is_done(self) -> bool:
        return self.refusal is None

    @property
    def refused_as(self) -> str | None:
        """The text of the rule that refused it."""
        return self.refusal.text if self.refusal else None


Holds = Callable[[Tx, Outcome, Outcome], Awaitable[None]]


@dataclass(frozen=True)
class Case:
    """Two who do something at once, and what must be true afterwards, whoever was first. ``at``: when, if not now."""

    one: Act | Work
    other: Act | Work
    holds: Holds
    at: datetime | None = None
    is_work: bool = False

    @classmethod
    def twice(cls, act: Act | Work, holds: Holds, at: datetime | None = None, *, is_work: bool = False) -> "Case":
        """Two who do the same."""
        return cls(act, act, holds, at, is_work)


Arrange = Callable[[Tx, Cast, int], Awaitable[Case]]
"""A case with things of its own; the number tells it from those before."""


class Cases(dict[str, tuple[Arrange, re.Pattern[str], int]]):
    """Arranged under ``@CASES.case()``, each by its name."""

    def case(self, before: str = CHANGE.pattern, nth: int = 1) -> Callable[[Arrange], Arrange]:
        """In `make test` the one is halted, before the n-th statement like this."""

        def noted(arrange: Arrange) -> Arrange:
            self[arrange.__name__] = (arrange, re.compile(before), nth)
            return arrange

        return noted

    def parametrize(self, metafunc: pytest.Metafunc) -> None:
        """Every case; in `make faults` with either of the two halted."""
        sides = (False, True) if metafunc.config.getoption("--long") else (False,)
        pairs = [pytest.param(name, turned, id=name + "-turned" * turned) for name in self for turned in sides]
        metafunc.parametrize(("name", "turned"), pairs)

    async def try_out(self, name: str, db: Db, cast: Cast, *, turned: bool, everywhere: bool) -> None:
        """Halted once, or before every statement in turn."""
        arrange, before, nth = self[name]
        halts = at_change(before, nth)
        async with line_to(db) as watch:
            for cut in itertools.count(1) if everywhere else [1]:
                async with db.write() as tx:
                    made = await arrange(tx, cast, 2 * cut + turned)
                crossed = await cross(db, watch, made, at_statement(cut) if everywhere else halts, turned=turned)
                if crossed is None:
                    break
                async with db.read() as tx:
                    await made.holds(tx, *crossed)
                    assert (await audit.verify(tx)).is_whole
        assert crossed is not None or cut > 1, "it has no such statement"


def at_statement(number: int) -> Halts:
    return lambda statement, _: statement == number


def at_change(before: re.Pattern[str], nth: int) -> Halts:
    seen = itertools.count(1)
    return lambda _, text: before.match(text) is not None and next(seen) == nth


@asynccontextmanager
async def line_to(db: Db) -> AsyncIterator[asyncpg.Connection]:
    line = await asyncpg.connect(db.url)
    try:
        yield line
    finally:
        await line.close()


def the_late_one(one: Outcome, other: Outcome, *refusals: type[Refusal]) -> Outcome:
    """Who came through; the other was refused with one of these."""
    done, late = (one, other) if one.is_done else (other, one)
    assert done.is_done
    assert isinstance(late.refusal, refusals), late
    return done


Done = Callable[..., Awaitable[Any]]
"""``tx`` and ``on``: what it is done to."""


@dataclass(frozen=True)
class Subject:
    """What is done to one thing: ``set_up`` makes it, ``what_came`` says how it stands, without the numbers that differ
    from one to the next."""

    set_up: Callable[[Tx, Cast], Awaitable[Any]]
    what_came: Callable[[Tx, Any], Awaitable[Any]]
    done: Mapping[str, Done]

    def pairs(self) -> list[tuple[str, str]]:
        return list(itertools.combinations_with_replacement(self.done, 2))

    async def is_as_one_after_the_other(self, names: tuple[str, str], db: Db, cast: Cast, *, everywhere: bool) -> None:
        orders = [await self._in_order(names, db, cast, turned=turned) for turned in (False, True)]
        async with line_to(db) as watch:
            for turned in (False, True):
                for cut in itertools.count(1) if everywhere else [1]:
                    halts = at_statement(cut) if everywhere else at_change(CHANGE, 1)
                    async with db.write() as tx:
                        on = await self.set_up(tx, cast)
                    one, other = (partial(self.done[name], on=on) for name in names)
                    crossed = await cross(db, watch, Case(one, other, _nothing), halts, turned=turned)
                    if crossed is None:
                        break
                    assert await self._stands(db, on, *crossed) in orders

    async def _in_order(self, names: tuple[str, str], db: Db, cast: Cast, *, turned: bool) -> Any:
        async with db.write() as tx:
            on = await self.set_up(tx, cast)
        came = {
            place: await done_within(db, partial(self.done[names[place]], on=on))
            for place in ((1, 0) if turned else (0, 1))
        }
        return await self._stands(db, on, came[0], came[1])

    async def _stands(self, db: Db, on: Any, *outcomes: Outcome) -> Any:
        async with db.read() as tx:
            return await self.what_came(tx, on), [each.refusal and each.refusal.text for each in outcomes]


async def _nothing(_tx: Tx, _one: Outcome, _other: Outcome) -> None:
    """What holds is compared afterwards."""


async def last_told(tx: Tx) -> int:
    """The last message owed."""
    number: int | None = await tx.value("SELECT MAX(id) FROM outbox")
    return number or 0


async def told_since(tx: Tx, seen: int) -> Counter[Any]:
    """Who was told what since then."""
    rows = await tx.all("SELECT person_id, content_json FROM outbox WHERE id > :seen", seen=seen)
    return Counter((row["person_id"], row["content_json"].get("text", {}).get("$text")) for row in rows)


async def a_newcomer(tx: Tx, number: int, more: int = 0) -> Person:
    telegram_id = 90_000 + 10 * number + more
    return await people.get(tx, await people.add(tx, f"用户{telegram_id}", "zh", telegram_id=telegram_id))


async def a_second_clerk(tx: Tx) -> Person:
    """The same one every time."""
    known = await people.by_telegram(tx, 90_000)
    if known is None:
        known = await a_newcomer(tx, 0)
        await people.grant(tx, known.id, Role.OFFICE)
    return await people.get(tx, known.id)


# --- crossed ----------------------------------------------------------------------------------------------------------


class _Halting:
    """A connection that waits before one of its side's statements."""

    def __init__(self, connection: Any, side: "_Side") -> None:
        self._connection, self._side = connection, side

    async def fetch(self, text: str, *values: Any) -> Any:
        await self._side.turn(text)
        return await self._connection.fetch(text, *values)

    async def execute(self, text: str, *values: Any) -> Any:
        await self._side.turn(text)
        return await self._connection.execute(text, *values)

    async def executemany(self, text: str, values: Any) -> Any:
        await self._side.turn(text)
        return await self._connection.executemany(text, values)


class _Side(PostgresDb):
    """The database as one of the two has it: halted once, on lines of which one sees whether they wait for a lock."""

    def __init__(self, db: PostgresDb, at: datetime | None, halts: Halts) -> None:
        super().__init__((lambda: at) if at else db.clock, db.seal, db._pool)
        self.url = db.url
        self.halted, self.go = asyncio.Event(), asyncio.Event()
        self._halts, self._number = halts, 0
        self.pids: set[int] = set()

    async def turn(self, text: str) -> None:
        self._number += 1
        if not self.halted.is_set() and self._halts(self._number, text):
            self.halted.set()
            await self.go.wait()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        async with super().write() as tx:
            yield self._watched(tx)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        async with super().read() as tx:
            yield self._watched(tx)

    def _watched(self, tx: Any) -> Tx:
        self.pids = {tx._connection.get_server_pid()}
        tx._connection = _Halting(tx._connection, self)
        watched: Tx = tx
        return watched

    async def do(self, act: Any, *, is_work: bool) -> Outcome:
        if not is_work:
            return await done_within(self, act)
        try:
            return Outcome(await act(self))
        except Refusal as refusal:
            return Outcome(refusal=refusal)


async def done_within(db: Db, act: Act) -> Outcome:
    """In a transaction of its own."""
    try:
        async with db.write() as tx:
            return Outcome(await act(tx))
    except Refusal as refusal:
        return Outcome(refusal=refusal)


Both = tuple[Outcome, Outcome]


async def cross(db: Db, watch: asyncpg.Connection, made: Case, halts: Halts, *, turned: bool) -> Both | None:
    """What came of the one and the other; None where who is to be halted has no such statement: then nothing is done by
    the other.

    Raises:
        Exception: of an act; neither a refusal nor what is tried again.
    """
    assert isinstance(db, PostgresDb)
    acts = (made.other, made.one) if turned else (made.one, made.other)
    halted, quick = _Side(db, made.at, halts), _Side(db, made.at, lambda *_: False)
    slow = asyncio.create_task(halted.do(acts[0], is_work=made.is_work))
    halt = asyncio.create_task(halted.halted.wait())
    await asyncio.wait([slow, halt], return_when=asyncio.FIRST_COMPLETED)
    if not halted.halted.is_set():
        halt.cancel()
        await slow
        return None
    fast = asyncio.create_task(quick.do(acts[1], is_work=made.is_work))
    while not fast.done() and not [pid for pid in quick.pids if await watch.fetchval(BLOCKED, pid)]:
        await asyncio.sleep(0.005)
    halted.go.set()
    first = await _to_the_end(halted, slow, acts[0], is_work=made.is_work)
    second = await _to_the_end(quick, fast, acts[1], is_work=made.is_work)
    return (second, first) if turned else (first, second)


async def _to_the_end(side: _Side, under_way: asyncio.Task[Outcome], act: Any, *, is_work: bool) -> Outcome:
    """As the worker does it: what something of the other's was in the way of is done again, from its beginning."""
    for _ in range(AGAIN):
        try:
            return await under_way
        except Exception as fault:
            if not passes(fault) and not isinstance(fault, asyncpg.IntegrityConstraintViolationError):
                raise
        under_way = asyncio.create_task(side.do(act, is_work=is_work))
    return await under_way
