"""Searching stored letters on SQLite and PostgreSQL, through the whole service: index, rights, words verified, lines.

    python -m bench.search [--letters 200000] [--rounds 5]

PostgreSQL is measured if its server programs are installed; it runs for as long as this does.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import asyncpg

from bench.load import percentile
from bench.machine import described
from bench.stored import COMMITTEE, Heap, cost_of_a_letter, fill
from domain.keys import KeyRing
from domain.letter_search import Query
from domain.letters import LetterState
from domain.people import Person
from services.letter_search import search
from services.letter_views import NEWEST
from storage.db import Db, open_db
from storage.migrate import migrate
from storage.seal import Seal, WithKeys
from tests.postgres import Cluster, find_server

STATES = {"已回复": frozenset({LetterState.ANSWERED}), "已送达": frozenset({LetterState.RECEIVED})}
GOAL_MS = 50


SEAL = WithKeys(KeyRing.fresh())
"""As in a house that is run well."""


@dataclass(frozen=True)
class Case:
    """Lines that are searched for in turn; with ``deep``, the page from the middle of all letters on."""

    name: str
    lines: Sequence[str] = field(repr=False)
    deep: bool = False


def cases(heap: Heap) -> list[Case]:
    common, middle, rare = heap.words
    pairs = list(zip(common, reversed(common), strict=True))
    return [
        Case("common words", common),
        Case("common words, a page far back", common, deep=True),
        Case("less common words", middle),
        Case("rare words", rare),
        Case("words in no letter", heap.absent),
        Case("one character", heap.characters),
        Case("two common words", [f"{one} {other}" for one, other in pairs if one != other]),
        Case("common word, common state", [f"{word} 已回复" for word in common]),
        Case("common word, rare state", [f"{word} 已送达" for word in common]),
        Case("common word, a month", [f"{word} {month}" for word in common for month in heap.months[::4]]),
        Case("a month", heap.months),
        Case("a rare state", ["已送达"]),
        Case("a writer's name", heap.names),
        Case("a number", heap.numbers),
    ]


@dataclass(frozen=True)
class Figures:
    """Seconds of each search of one case, and how many results a page had on average."""

    case: Case
    whose: str
    took: list[float]
    results: float


async def measure(db: Db, heap: Heap, rounds: int) -> list[Figures]:
    """Every case for the office over all letters and for a member over theirs; the first round does not count."""
    found = []
    for whose, person in (("office", heap.office), ("member", heap.member)):
        for case in cases(heap):
            runs = [await _run(db, heap, case, person) for _ in range(rounds + 1)][1:]
            took = [seconds for run in runs for seconds, _ in run]
            results = sum(count for run in runs for _, count in run) / len(took)
            found.append(Figures(case, whose, took, results))
    return found


async def _run(db: Db, heap: Heap, case: Case, person: Person) -> list[tuple[float, int]]:
    taken = []
    for line in case.lines:
        query = Query.parse(line, heap.today, STATES)
        async with db.read() as tx:
            began = time.perf_counter()
            page = await search(tx, person, query, COMMITTEE, heap.letters // 2 if case.deep else NEWEST)
            taken.append((time.perf_counter() - began, len(page.letters)))
    return taken


# --- the two engines --------------------------------------------------------------------------------------------------


@asynccontextmanager
async def sqlite() -> AsyncIterator[str]:
    with tempfile.TemporaryDirectory(prefix="lianxin-search-") as folder:
        yield f"sqlite:///{Path(folder) / 'lianxin.db'}"


@asynccontextmanager
async def postgres(server: Path) -> AsyncIterator[str]:
    cluster = Cluster.start(server)
    try:
        yield cluster.create()
    finally:
        cluster.stop()


async def settle_down(url: str) -> None:
    """What PostgreSQL's autovacuum does by itself soon after so much was written."""
    if url.startswith("postgresql"):
        connection = await asyncpg.connect(url)
        await connection.execute("VACUUM ANALYZE")
        await connection.close()


@dataclass(frozen=True)
class Engine:
    """What was found out about one engine. ``letter_ms``: a letter stored with its index, and without."""

    name: str
    figures: list[Figures]
    fill_seconds: float
    letter_ms: tuple[float, float]


async def run(name: str, url: str, letters: int, rounds: int, seal: Seal = SEAL) -> Engine:
    """Fill an empty database and search it."""
    await migrate(url)
    db = await open_db(url, lambda: NOW, seal)
    try:
        began = time.perf_counter()
        heap = await fill(db, letters)
        await settle_down(url)
        filled = time.perf_counter() - began
        print(f"{name}: {letters:,} letters stored in {filled:.0f} s", file=sys.stderr, flush=True)
        figures = await measure(db, heap, rounds)
        return Engine(name, figures, filled, await cost_of_a_letter(db, heap))
    finally:
        await db.close()


NOW = datetime.fromisoformat("2026-03-16T10:00:00+08:00")


async def main(letters: int, rounds: int) -> str:
    """Measure and tell."""
    engines, missing = [], ""
    async with sqlite() as url:
        engines.append(await run("SQLite", url, letters, rounds))
    if server := find_server():
        async with postgres(server) as url:
            engines.append(await run("PostgreSQL", url, letters, rounds))
    else:
        missing = "PostgreSQL was not measured: its server programs are not installed.\n"
    return report(engines, letters) + missing


# --- the table --------------------------------------------------------------------------------------------------------

LABEL, COLUMN = 40, 9


def report(engines: Sequence[Engine], letters: int) -> str:
    """The whole that is printed."""
    head = f"Search over {letters:,} letters. {datetime.now():%Y-%m-%d %H:%M}; {described()}"
    lines = [
        f"{head}; load {os.getloadavg()[0]:.1f}",
        "Milliseconds for a page of 6 with lines and rights; results a page on average.",
        "",
    ]
    lines.append(f"{'':<{LABEL}}" + "".join(f"{engine.name:^{4 * COLUMN}}" for engine in engines))
    lines.append(f"{'':<{LABEL}}" + "".join(f"{head:>{COLUMN}}" for _ in engines for head in _HEADS))
    lines += [_row(each) for each in zip(*(engine.figures for engine in engines), strict=True)]
    worst = {engine.name: max(_ms(one, 0.95) for one in engine.figures) for engine in engines}
    lines.append("")
    lines += [f"{name}: highest p95 {ms:.1f} ms, goal {GOAL_MS} ms: {_met(ms)}" for name, ms in worst.items()]
    lines += [_cost(engine, letters) for engine in engines]
    return "\n".join(lines) + "\n"


_HEADS = ("p50", "p95", "p99", "results")


def _row(each: Sequence[Figures]) -> str:
    cells = [
        cell
        for one in each
        for cell in (*(f"{_ms(one, part):.1f}" for part in (0.5, 0.95, 0.99)), f"{one.results:.1f}")
    ]
    label = f"{each[0].whose}: {each[0].case.name}"
    return f"{label:<{LABEL}}" + "".join(f"{cell:>{COLUMN}}" for cell in cells)


def _ms(one: Figures, part: float) -> float:
    return percentile(one.took, part) * 1000


def _met(ms: float) -> str:
    return "met" if ms < GOAL_MS else "MISSED"


def _cost(engine: Engine, letters: int) -> str:
    indexed, bare = engine.letter_ms
    return (
        f"{engine.name}: a letter of one entry stored in {indexed:.2f} ms, without the index {bare:.2f} ms: "
        f"the index costs {indexed - bare:.2f} ms (loading {letters:,} took {engine.fill_seconds:.0f} s)"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.search", description="Searching stored letters.")
    parser.add_argument("--letters", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    print(asyncio.run(main(asked.letters, asked.rounds)))
