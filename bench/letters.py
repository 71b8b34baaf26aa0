"""Letters through the whole path, beside bare echo bots of python-telegram-bot and aiogram on the same sandbox.

    python -m bench.letters [--letters 400] [--people 32] [--rounds 3]

Each bot is a process of its own on one core; the sandbox and the people who write are this process, on the other. The
bots take turns, so that what slows the machine for a while slows all of them.
"""

import argparse
import asyncio
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime

import telegram

from bench.bots import Bot, aiogram_bot, bare_bot, echo_bot
from bench.house import NotAllThere
from bench.machine import described, sync_ms
from bench.phones import Silence
from bench.runs import Course, Figures, echo_run, letters_run, open_course
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
    asked = parser.parse_args()
    try:
        print(asyncio.run(main(asked.letters, asked.people, asked.rounds, warm_up=asked.warm_up)))
    except (Silence, NotAllThere) as fault:
        sys.exit(f"nothing was measured: {fault}")
