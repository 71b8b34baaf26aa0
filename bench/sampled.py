"""Where a bot's processor time goes: run as a process of its own, looked at every millisecond of its processor time.

    python -m bench.sampled FILE run --config CONFIG

What comes after FILE is for ``lianxin``. Looking begins with SIGUSR1; at the end FILE holds, as JSON, how many looks
found which layer at work, and which functions (with all that they call).
"""

import json
import signal
import sys
import sysconfig
from collections import Counter
from functools import cache
from pathlib import Path
from types import FrameType

from bot.cli import run

EVERY = 0.001
"""Seconds of processor time."""

HOME = f"{Path(__file__).resolve().parent.parent}/"
LIBRARIES = f"{sysconfig.get_path('purelib')}/"
PYTHON = f"{sysconfig.get_path('stdlib')}/"

LAYERS = {
    "json/": "JSON",
    "asyncio/": "event loop",
    "uvloop/": "event loop",
    "storage/quick_json.py": "JSON",
    "selectors.py": "event loop",
    "bench/": "event loop",
    "aiosqlite/": "SQL: waiting for the disk's thread",
    "storage/sqlite.py": "SQL: statements, rows",
    "storage/postgres.py": "SQL: statements, rows",
    "storage/tx.py": "SQL: statements, rows",
    "storage/db.py": "SQL: statements, rows",
    "asyncpg/": "SQL: statements, rows",
    "storage/seal.py": "sealing",
    "cryptography/": "sealing",
    "storage/": "storage: our queries",
    "bot/api.py": "HTTP to Telegram",
    "bot/wire.py": "HTTP to Telegram",
    "aiohttp/": "HTTP to Telegram",
    "multidict/": "HTTP to Telegram",
    "yarl/": "HTTP to Telegram",
    "telegram/": "python-telegram-bot",
    "texts/": "texts",
    "fluent/": "texts",
    "bot/render.py": "texts",
    "structlog/": "logs and figures",
    "prometheus_client/": "logs and figures",
    "web/": "logs and figures",
    "bot/": "receive, work, send",
    "handlers/": "handlers",
    "services/": "services",
    "domain/": "domain",
}
"""By how a file's place in the project, the libraries or Python begins; the innermost call that is named counts."""


class Looks:
    """What was seen so far."""

    def __init__(self) -> None:
        self.layers: Counter[str] = Counter()
        self.functions: Counter[str] = Counter()

    def look(self, _: int, frame: FrameType | None) -> None:
        layer = None
        seen = set()
        while frame is not None:
            place = place_of(frame.f_code.co_filename)
            layer = layer or layer_of(place)
            seen.add(f"{place}:{frame.f_code.co_qualname}")
            frame = frame.f_back
        self.layers[layer or "other"] += 1
        self.functions.update(seen)


@cache
def place_of(path: str) -> str:
    """Without where the project, the libraries and Python lie."""
    # The libraries first: they are most often installed in the project's own folder.
    return path.removeprefix(LIBRARIES).removeprefix(PYTHON).removeprefix(HOME)


def layer_of(place: str) -> str | None:
    return next((layer for beginning, layer in LAYERS.items() if place.startswith(beginning)), None)


def main(file: Path, arguments: list[str]) -> int:
    looks = Looks()
    signal.signal(signal.SIGPROF, looks.look)
    signal.signal(signal.SIGUSR1, lambda *_: signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY))
    try:
        return run(arguments)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        file.write_text(json.dumps({"layers": looks.layers, "functions": looks.functions}), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
