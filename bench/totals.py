"""`/quota` and the bulletin of all members, on SQLite and PostgreSQL, with few members and with many.

    python -m bench.totals [--members 1000 10000] [--rounds 5]

Each member has 6 contacts and 50 visits, most of this year's, like the committees' documents ask for under the scheme
jingjiang-2014. A bulletin is counted, beside the year before, and made ready to be written: picture, Word file, tables.

Waiting depends on what else the machine does; processor time hardly: that of this process, in which SQLite runs, and of
PostgreSQL's processes.
"""

import argparse
import asyncio
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import psutil

from bench.load import percentile
from bench.machine import described
from bench.search import SEAL, postgres, settle_down, sqlite
from bench.vocabulary import Writer
from domain.settings import Committee, Reminders
from domain.totals import Period, PeriodKind
from domain.workdays import Workdays
from services import bulletins, quota, schemes, totals
from services.rounds import Rules
from storage import people, units
from storage.db import Db, Row, open_db
from storage.migrate import migrate
from storage.seal import sealed
from storage.tx import Engine
from tests.postgres import find_server
from texts import pack

COMMITTEE = Committee(name="政协示例县委员会", code="BM")
CONTACTS, VISITS, UNITS = 6, 50, 20
"""Contacts and visits of a member; units of all."""
YEARS = 3
TODAY = date(2026, 11, 16)
NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
RULES = Rules(schemes.load("jingjiang-2014"), Reminders(), COMMITTEE.zone, Workdays({}, frozenset(), frozenset()))
YEAR = Period(PeriodKind.YEAR, TODAY.year)
QUOTA_MS, BULLETIN_MS = 10, 2000
BATCH = 20_000


async def fill(db: Db, count: int) -> None:
    """So many members with their contacts, visits and good deeds, over three years."""
    writer = Writer(20260316)
    async with db.write() as tx:
        office = await people.add(tx, "周敏", "zh", telegram_id=1)
        unit_ids = [(await units.add(tx, f"第{number}工委", "work_committee")).id for number in range(UNITS)]
        ids = range(office + 1, office + 1 + count)
        await tx.run_many(
            """
            INSERT INTO people (name, language, telegram_id, created_at, joined_at)
            VALUES (:name, 'zh', :number, :now, :now)
            """,
            [{"name": sealed(writer.name()), "number": number + 1000, "now": tx.now} for number in ids],
        )
        await tx.run_many(
            """
            INSERT INTO members (person_id, sector, unit_id, standing, is_standing_committee, began_on)
            VALUES (:person_id, :sector, :unit_id, 'regular', FALSE, :began_on)
            """,
            [
                {
                    "person_id": number,
                    "sector": f"第{number % 25}界别",
                    "unit_id": unit_ids[number % UNITS],
                    "began_on": date(2022, 1, 10),
                }
                for number in ids
            ],
        )
    await _store(
        db,
        """
        INSERT INTO contacts (member_id, name, kind, phone, registered_on)
        VALUES (:member_id, :name, 'sector', :phone, :registered_on)
        """,
        [
            {
                "member_id": number // CONTACTS + 1,
                "name": sealed(writer.name()),
                "phone": sealed("13800000000"),
                "registered_on": date(2024, 3, 1),
            }
            for number in range(count * CONTACTS)
        ],
    )
    await _store(
        db,
        """
        INSERT INTO visits (member_id, contact_id, kind, happened_on, note, logged_at)
        VALUES (:member_id, :contact_id, :kind, :happened_on, :note, :now)
        """,
        [_visit(number) for number in range(count * VISITS)],
    )
    await _store(
        db,
        """
        INSERT INTO good_deeds (visit_id, member_id, contact_id, what, happened_on, logged_at)
        VALUES (:visit_id, :member_id, :contact_id, :what, :happened_on, :now)
        """,
        [
            _visit(number) | {"visit_id": number + 1, "what": sealed("修好了路灯")}
            for number in range(0, count * VISITS, 10)
        ],
    )


def _visit(number: int) -> Row:
    """Spread over three years, by member and contact; which one is always the same."""
    member, place = divmod(number, VISITS)
    day = TODAY - timedelta(days=(number * 37) % (365 * YEARS))
    return {
        "member_id": member + 1,
        "contact_id": member * CONTACTS + place % CONTACTS + 1,
        "kind": ("home", "home", "home", "ad_hoc", "phone")[number % 5],
        "happened_on": day,
        "note": sealed("到家里了解就医和孩子上学的情况，答应帮助联系社区医院"),
        "now": NOW,
    }


async def _store(db: Db, sql: str, rows: Sequence[Row]) -> None:
    names = [name for name in rows[0] if f":{name}" in sql]
    for start in range(0, len(rows), BATCH):
        async with db.write() as tx:
            await tx.run_many(sql, [{name: row[name] for name in names} for row in rows[start : start + BATCH]])


@dataclass(frozen=True)
class Took:
    """Seconds that each time was waited, and those that processors worked for one of them, on average: PostgreSQL's are
    told in hundredths."""

    waited: list[float]
    worked: float


@dataclass(frozen=True)
class Figures:
    """What each took, and how many bytes the bulletin's content has."""

    engine: str
    members: int
    quota: Took
    counted: Took
    bulletin: Took
    content: int


async def measure(db: Db, engine: str, count: int, rounds: int) -> Figures:
    """The first round does not count."""
    sizes: list[int] = []

    async def one_quota(turn: int) -> None:
        async with db.read() as tx:
            member = await people.member(tx, turn * 37 % count + 1)
            await quota.progress_of(tx, member, RULES.scheme, TODAY)
            await quota.counts_of_year(tx, member, RULES.scheme, TODAY)

    async def count_all(_: int) -> None:
        async with db.read() as tx:
            await totals.of_period(tx, RULES, YEAR)

    async def bulletin(_: int) -> None:
        async with db.read() as tx:
            content = await bulletins.content(tx, RULES, COMMITTEE, YEAR)
        sizes.append(len(json.dumps(pack(content), ensure_ascii=False)))

    async def one_by_one(work: Callable[[int], Awaitable[None]], times: int) -> Took:
        await work(0)
        waited, before = [], worked_so_far()
        for turn in range(1, times + 1):
            began = time.perf_counter()
            await work(turn)
            waited.append(time.perf_counter() - began)
        return Took(waited, (worked_so_far() - before) / times)

    worked_so_far = await _clock(db)

    return Figures(
        engine,
        count,
        await one_by_one(one_quota, rounds * 20),
        await one_by_one(count_all, rounds),
        await one_by_one(bulletin, rounds),
        sizes[-1],
    )


async def _clock(db: Db) -> Callable[[], float]:
    """Processor seconds so far: of this process, and of the server's where there is one."""
    async with db.read() as tx:
        if tx.engine is Engine.SQLITE:
            return time.process_time
        server = psutil.Process(await tx.value("SELECT pg_backend_pid()")).parent()
    assert server is not None

    def so_far() -> float:
        return time.process_time() + _of_server(server)

    return so_far


def _of_server(server: psutil.Process) -> float:
    """Of it and all its processes, also those that have ended."""
    own = server.cpu_times()
    total = own.user + own.system + own.children_user + own.children_system
    for child in server.children():
        with suppress(psutil.NoSuchProcess):
            times = child.cpu_times()
            total += times.user + times.system
    return float(total)


async def run(engine: str, url: str, count: int, rounds: int) -> Figures:
    await migrate(url)
    db = await open_db(url, lambda: NOW, SEAL)
    try:
        began = time.perf_counter()
        await fill(db, count)
        await settle_down(url)
        print(f"{engine}: {count:,} members stored in {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
        return await measure(db, engine, count, rounds)
    finally:
        await db.close()


async def main(members: Sequence[int], rounds: int) -> str:
    """Measure and tell."""
    done, missing = [], ""
    server = find_server()
    for count in members:
        async with sqlite() as url:
            done.append(await run("SQLite", url, count, rounds))
        if server:
            async with postgres(server) as url:
                done.append(await run("PostgreSQL", url, count, rounds))
    if not server:
        missing = "PostgreSQL was not measured: its server programs are not installed.\n"
    return report(done) + missing


def report(done: Sequence[Figures]) -> str:
    """The whole that is printed."""
    lines = [
        f"Totals. {datetime.now():%Y-%m-%d %H:%M}; {described()}; load {os.getloadavg()[0]:.1f}",
        f"A member has {CONTACTS} contacts and {VISITS} visits over {YEARS} years. Milliseconds.",
        "",
    ]
    for what, say in (("Processor time", _worked), ("Waiting: median (p95)", _waited)):
        lines.append(f"{what:<28}{'/quota':>18}{'all counted':>22}{'bulletin of all':>22}{'its content':>14}")
        lines += [_line(one, say) for one in done]
        lines.append("")
    lines += [line for one in done if one.members == max(each.members for each in done) for line in _goals(one)]
    lines += [line for engine in dict.fromkeys(one.engine for one in done) if (line := _growth(engine, done))]
    return "\n".join(lines) + "\n"


def _line(one: Figures, say: Callable[[Took], str]) -> str:
    cells = [say(one.quota), say(one.counted), say(one.bulletin), f"{one.content / 1000:,.0f} kB"]
    label = f"{one.engine}, {one.members:,} members"
    return f"{label:<28}{cells[0]:>18}{cells[1]:>22}{cells[2]:>22}{cells[3]:>14}"


def _worked(took: Took) -> str:
    return f"{took.worked * 1000:.1f}"


def _waited(took: Took) -> str:
    return f"{percentile(took.waited, 0.5) * 1000:.1f} ({percentile(took.waited, 0.95) * 1000:.1f})"


def _goals(one: Figures) -> list[str]:
    goals = (("/quota", one.quota, QUOTA_MS), ("bulletin of all", one.bulletin, BULLETIN_MS))
    return [_goal(f"{one.engine}: {what}", took, goal) for what, took, goal in goals]


def _goal(what: str, took: Took, goal: int) -> str:
    waited, worked = percentile(took.waited, 0.95) * 1000, took.worked * 1000
    met = "met" if waited < goal else "MISSED"
    times = f"{goal / worked:.1f}" if worked else "?"
    return f"{what}, goal {goal} ms: p95 {waited:.1f} ms, {met}; processor time {worked:.1f} ms, {times} times below"


def _growth(engine: str, done: Sequence[Figures]) -> str:
    of = [one for one in done if one.engine == engine]
    if len(of) < 2:
        return ""
    few, many = of[0], of[-1]
    quota_, bulletin = (
        _times(big.worked, small.worked) for small, big in ((few.quota, many.quota), (few.bulletin, many.bulletin))
    )
    times = many.members / few.members
    return f"{engine}: {times:.0f} times the members, processor time: /quota × {quota_}, bulletin × {bulletin}"


def _times(big: float, small: float) -> str:
    return f"{big / small:.1f}" if small else "?"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.totals", description="Totals of few and many members.")
    parser.add_argument("--members", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    print(asyncio.run(main(asked.members, asked.rounds)))
