"""From the start of the process to the first answer, and the memory that it takes at rest, beside bare echo bots.

    python -m bench.start [--rounds 5] [--alone]

Somebody has said /start before the process is there. The house is a new one with its database at the newest version,
as on every start but the first after an upgrade.
"""

import argparse
import asyncio
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from bench import house
from bench.bots import aiogram_bot, echo_bot, lianxin
from bench.machine import described
from bench.phones import Silence
from bench.runs import Begun, Course, open_course, start_run
from bench.table import Rows, table

GOAL_SECONDS, GOAL_MB = 1.5, 120.0

ROWS: Rows[Begun] = (
    ("process start to first answer, s", lambda run: run.seconds, "{:.2f}"),
    ("processor time until at rest, s", lambda run: run.busy, "{:.2f}"),
    ("memory at rest, MB", lambda run: run.rest_mb, "{:.0f}"),
)


async def measure(course: Course, rounds: int, folder: Path, *, warm_up: bool, alone: bool) -> dict[str, list[Begun]]:
    """All bots in turn; with ``warm_up`` the first time of each does not count: it compiles what is imported.

    Raises:
        Silence
    """
    config = await house.build(folder, course.sandbox.url)
    base_url = f"{course.sandbox.url}/bot"
    others = [] if alone else [echo_bot(base_url), aiogram_bot(base_url)]
    bots = [lianxin(config), *(bot for bot in others if bot)]
    runs: dict[str, list[Begun]] = {bot.name: [] for bot in bots}
    for number in range(0 if warm_up else 1, rounds + 1):
        for bot in bots:
            begun = await start_run(course, bot, folder)
            runs[bot.name] += [begun] if number else []
    return runs


async def main(rounds: int, *, warm_up: bool, alone: bool) -> str:
    """Measure and tell.

    Raises:
        Silence
    """
    async with open_course(people=1, letters=0) as course:
        with tempfile.TemporaryDirectory(dir=course.home) as folder:
            runs = await measure(course, rounds, Path(folder), warm_up=warm_up, alone=alone)
        return "\n".join(
            [
                f"Start. {datetime.now():%Y-%m-%d %H:%M}. Median (lowest–highest) of {rounds} in turn.",
                f"{described()}; {course.cores}",
                "",
                table(runs, ROWS),
                "",
                f"The goal for lianxin: under {GOAL_SECONDS} s, under {GOAL_MB:.0f} MB.",
            ]
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.start", description="From the start to the first answer.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--warm-up", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--alone", action="store_true", help="without the bots beside it")
    asked = parser.parse_args()
    try:
        print(asyncio.run(main(asked.rounds, warm_up=asked.warm_up, alone=asked.alone)))
    except Silence as fault:
        sys.exit(f"nothing was measured: {fault}")
