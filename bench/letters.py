"""Letters through the whole path, beside bare echo bots of python-telegram-bot and aiogram on the same sandbox.

    python -m bench.letters [--letters 400] [--people 32] [--rounds 3]
    python -m bench.letters --stored 1000000 [--postgres]
    python -m bench.letters --profile

Each bot is a process of its own on one core; the sandbox and the people who write are this process, on the other. The
bots take turns, so that what slows the machine for a while slows all of them.

With ``--stored``, lianxin alone takes turns with itself: on an empty database, and on one with so many letters.
With ``--profile`` it is sampled instead, and what comes is where its time goes.
"""

import argparse
import asyncio
import sys
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from datetime import datetime

import telegram

from bench import full
from bench.bots import Bot, aiogram_bot, bare_bot, echo_bot
from bench.house import NotAllThere
from bench.machine import described, sync_ms
from bench.phones import Silence
from bench.runs import Course, Figures, echo_run, letters_run, open_course, sampled_run
from bench.table import ROWS, ratios, table

OURS = "lianxin"
TUNED = 16
"""Updates at once for the tuned echo bot; with more, its HTTP client gets slower."""

NOTES = """
lianxin       One letter is 5 updates: /write NAME, 实名 or 匿名, the text, 完成, 提交. Each is stored before it is
              acknowledged, and handled in one transaction; SQLite, synchronous=FULL, on a disk that takes {sync:.2f} ms
              to make 4 kB safe. After each run the database held every letter once, nothing waited or was refused.
PTB echo      python-telegram-bot {ptb} by itself: its Updater, its httpx, its defaults (one update after the other),
              and with concurrent_updates({tuned}). One message back for each update, nothing stored.
aiogram echo  aiogram by itself: its polling, its aiohttp, its defaults (every update its own task). Nothing stored.
no library    The same echo over plain connections: no less can the sandbox and its people take.
Telegram's pacing is off for all: lianxin's limits are set out of reach, and python-telegram-bot has none by default.
{people} people, each of whom waits for an answer before going on: under full load, waits are mostly queueing.
"""


def rivals(base_url: str) -> list[Bot]:
    """Who ours is compared with."""
    bots = [echo_bot(base_url), echo_bot(base_url, TUNED), aiogram_bot(base_url)]
    return [bot for bot in bots if bot]


async def measure(course: Course, rounds: int, *, warm_up: bool) -> dict[str, list[Figures]]:
    """All bots in turn, ``rounds`` times; with ``warm_up`` after a first round that does not count.

    Raises:
        NotAllThere
        Silence
    """
    base_url = f"{course.sandbox.url}/bot"
    others = [*rivals(base_url), bare_bot(base_url)]
    runs: dict[str, list[Figures]] = {OURS: [], **{bot.name: [] for bot in others}}
    for number in range(0 if warm_up else 1, rounds + 1):
        print(f"round {number} of {rounds}" if number else "warming up", file=sys.stderr, flush=True)
        taken = {OURS: await letters_run(course), **{bot.name: await echo_run(course, bot) for bot in others}}
        for name, figures in taken.items():
            runs[name] += [figures] if number else []
    return runs


def report(course: Course, runs: Mapping[str, Sequence[Figures]]) -> str:
    """The whole that is printed."""
    others = [bot.name for bot in rivals("")]
    notes = NOTES.format(sync=sync_ms(course.home), ptb=telegram.__version__, tuned=TUNED, people=course.people)
    return "\n".join(
        [
            f"Letters, whole path: {course.letters} letters by {course.people} people. {datetime.now():%Y-%m-%d %H:%M}",
            f"Median (lowest–highest) of {len(runs[OURS])} in turn.",
            f"{described()}; {course.cores}",
            "",
            table(runs, ROWS),
            "",
            ratios(runs, OURS, others),
            notes,
        ]
    )


async def compare(letters: int, people: int, rounds: int, stored: int, *, on_postgres: bool, warm_up: bool) -> str:
    """An empty database beside a full one.

    Raises:
        NotAllThere
        Silence
        FileNotFoundError: PostgreSQL is not there.
    """
    async with open_course(people, letters) as course, AsyncExitStack() as stack:
        databases = full.postgres if on_postgres else full.sqlite
        empty, filled = await stack.enter_async_context(databases(stored, course.home))
        names = "empty", f"{stored:,} letters"
        runs: dict[str, list[Figures]] = {name: [] for name in names}
        for number in range(0 if warm_up else 1, rounds + 1):
            for name, where in zip(names, (empty, filled), strict=True):
                print(f"round {number} of {rounds}: {name}", file=sys.stderr, flush=True)
                figures = await letters_run(course, where)
                runs[name] += [figures] if number else []
        engine = "PostgreSQL, its own processes where the system puts them" if on_postgres else "SQLite"
        return "\n".join(
            [
                f"Letters beside {stored:,} stored ones. {datetime.now():%Y-%m-%d %H:%M}",
                f"{engine}; median (lowest–highest) of {rounds} in turn, {letters} letters by {people} people.",
                f"{described()}; {course.cores}",
                "",
                table(runs, ROWS),
                "",
                ratios(runs, names[1], [names[0]]),
                "The goal: within 1.2 times of the empty one.",
            ]
        )


async def profile(letters: int, people: int) -> str:
    """Where the processor time of an update goes.

    Raises:
        NotAllThere
        Silence
    """
    async with open_course(people, letters) as course:
        figures, looks = await sampled_run(course)
    milliseconds = figures.busy_per_update * 1000
    total = sum(looks.values())
    parts = sorted(looks.items(), key=lambda part: -part[1])
    return "\n".join(
        [
            f"Where an update's processor time goes, {milliseconds:.2f} ms in all. {datetime.now():%Y-%m-%d %H:%M}",
            "",
            *(f"{count / total:6.1%} {milliseconds * count / total:6.3f} ms  {layer}" for layer, count in parts),
        ]
    )


async def main(letters: int, people: int, rounds: int, *, warm_up: bool) -> str:
    """Measure and tell.

    Raises:
        NotAllThere
        Silence
    """
    async with open_course(people, letters) as course:
        return report(course, await measure(course, rounds, warm_up=warm_up))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.letters", description="Letters a second, beside an echo bot.")
    parser.add_argument("--letters", type=int, default=400)
    parser.add_argument("--people", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--warm-up", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--stored", type=int, default=0, help="beside so many letters that are there already")
    parser.add_argument("--postgres", action="store_true", help="with --stored: on PostgreSQL")
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    size = asked.letters, asked.people
    if asked.profile:
        work = profile(*size)
    elif asked.stored:
        work = compare(*size, asked.rounds, asked.stored, on_postgres=asked.postgres, warm_up=asked.warm_up)
    else:
        work = main(*size, asked.rounds, warm_up=asked.warm_up)
    try:
        print(asyncio.run(work))
    except (Silence, NotAllThere, FileNotFoundError) as fault:
        sys.exit(f"nothing was measured: {fault}")
