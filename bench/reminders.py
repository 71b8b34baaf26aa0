"""A month's round for a large committee: how long to compute and claim it, and how it is sent at Telegram's limit.

    python -m bench.reminders [--members 10000] [--rounds 3] [--seconds 40] [--people 12]

First the round of several months is computed and claimed in this process, in a database with six contacts and fifty
visits of each member, sealed. Then the bot runs as a process of its own, paced as in service, and sends the last
month's round, while people ask for something every few seconds and wait for the answer.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from bench import house, roll
from bench.bots import Running, lianxin
from bench.load import FIRST_WRITER_ID, percentile
from bench.machine import described
from bench.phones import Phone, Silence, anything
from bench.runs import Course, open_course
from domain.settings import Committee, Reminders
from services import reminders, schemes
from services.calendar import workdays
from services.rounds import Rules
from storage.db import Db, open_db
from storage.seal import WithKeys

PER_SECOND = 28
"""The configuration's default."""
ASKS_EVERY = 2.5
"""Seconds between an answer and the next question of the same person."""
GOALS = "computed and claimed in under 2 s; under 3 % idle; answers within 1 s (p99)"


@dataclass(frozen=True)
class Sent:
    """``idle``: the part of the allowed messages that did not leave; ``waits``: seconds from question to answer."""

    messages: int
    seconds: float
    waits: Sequence[float]

    @property
    def idle(self) -> float:
        return 1 - self.messages / (PER_SECOND * self.seconds)


class Months:
    """The second day of each of so many months, the last one being past already; a database's clock stands at it."""

    def __init__(self, rounds: int) -> None:
        days = [(datetime.now(UTC) - timedelta(days=2)).replace(day=2, hour=4, minute=0)]
        for _ in range(rounds - 1):
            days.append((days[-1] - timedelta(days=5)).replace(day=2))
        self._days = days[::-1]
        self.now = days[0]

    def __iter__(self) -> Iterator[datetime]:
        for day in self._days:
            self.now = day
            yield day


async def computed(db: Db, months: Months) -> list[tuple[float, float]]:
    """Seconds to compute and claim each month's round, by the clock and of the processor; the bot gathers the last."""
    rules = Rules(
        schemes.load("jingjiang-2014"),
        Reminders(day=1, workdays_only=False, deadlines=False),
        Committee(name="政协示例县委员会", code="BM").zone,
        workdays(range(months.now.year - 1, months.now.year + 2)),
    )
    took = []
    for _ in months:
        async with db.write() as tx:
            await tx.run("DELETE FROM outbox")
        began, busy = time.perf_counter(), time.process_time()
        await reminders.remind(db, rules)
        took.append((time.perf_counter() - began, time.process_time() - busy))
    return took


async def sent(course: Course, config: Path, db: Db, seconds: float) -> Sent:
    """The bot sends for so long, after it has answered everyone once.

    Raises:
        Silence
    """
    askers = [Phone.of(course.sandbox.world, f"群众{n}", FIRST_WRITER_ID + n) for n in range(course.people)]
    running = await Running.start(lianxin(config), course.cores, config.parent)
    try:
        for asker in askers:
            await asker.say("/start", anything)
        began = datetime.now(UTC)
        for asker in askers:
            asker.waits.clear()
        await asyncio.gather(*(_ask(asker, place / len(askers), seconds) for place, asker in enumerate(askers)))
        ended = datetime.now(UTC)
    except Silence as silence:
        raise Silence(f"{silence}\n{running.words()}") from None
    finally:
        await running.stop()
    async with db.read() as tx:
        left = await tx.value(
            "SELECT COUNT(*) AS left FROM outbox WHERE sent_at BETWEEN :began AND :ended", began=began, ended=ended
        )
    waits = [wait for asker in askers for wait in asker.waits]
    return Sent(left, (ended - began).total_seconds(), waits)


async def _ask(asker: Phone, part: float, seconds: float) -> None:
    until = time.perf_counter() + seconds
    await asyncio.sleep(part * ASKS_EVERY)
    while time.perf_counter() < until:
        await asker.say("/letters", anything)
        await asyncio.sleep(ASKS_EVERY)


async def main(members: int, rounds: int, seconds: float, people: int) -> str:
    """Measure and tell.

    Raises:
        Silence
    """
    async with open_course(people, letters=0) as course:
        with tempfile.TemporaryDirectory(dir=course.home) as folder:
            config = await house.build(Path(folder), course.sandbox.url, house.paced())
            months = Months(rounds)
            db = await open_db(house.url_of(Path(folder)), lambda: months.now, WithKeys(house.RING))
            try:
                return await _told(course, config, db, months, members, seconds)
            finally:
                await db.close()


async def _told(course: Course, config: Path, db: Db, months: Months, members: int, seconds: float) -> str:
    today, months.now = months.now.date(), months.now - timedelta(days=400)
    await roll.fill(db, members, today)
    async with db.write() as tx:
        # The house is as old as its members: else it owes no reminder of the first months.
        await tx.run("UPDATE people SET created_at = :now", now=tx.now)
    clock, busy = zip(*await computed(db, months), strict=True)
    for number in range(members):
        Phone.of(course.sandbox.world, f"委员{number}", roll.FIRST_TELEGRAM_ID + number)
    done = await sent(course, config, db, seconds)
    waits = done.waits or [0.0]
    return "\n".join(
        [
            f"Reminders: a round for {members:,} members. {datetime.now():%Y-%m-%d %H:%M}",
            f"{described()}; {course.cores}",
            "",
            _line("computed and claimed, s", _spread(clock)),
            _line("of these the processor's, s", _spread(busy)),
            _line(
                "sent, messages a second", f"{done.messages / done.seconds:.1f} of {PER_SECOND}, {done.seconds:.0f} s"
            ),
            _line("idle, %", f"{100 * done.idle:.1f}"),
            _line("question to answer, p50, s", f"{percentile(waits, 0.50):.2f}, {course.people} people"),
            _line("question to answer, p99, s", f"{percentile(waits, 0.99):.2f}, {len(waits)} questions"),
            "",
            f"The goals: {GOALS}.",
        ]
    )


def _spread(took: Sequence[float]) -> str:
    return f"{median(took):.2f} ({min(took):.2f}–{max(took):.2f}), {len(took)} months"


def _line(label: str, figure: str) -> str:
    return f"{label:<30}{figure}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.reminders", description="A month's round: claimed and sent.")
    parser.add_argument("--members", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=40)
    parser.add_argument("--people", type=int, default=12)
    asked = parser.parse_args()
    try:
        print(asyncio.run(main(asked.members, asked.rounds, asked.seconds, asked.people)))
    except Silence as fault:
        sys.exit(f"nothing was measured: {fault}")
