"""The bots that are measured, each a process of its own on its own core: how it is started, and what it costs."""

import asyncio
import os
import signal
import sys
import time
from asyncio.subprocess import Process
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.machine import Cores

TOKEN = "700001:bench"
STOP_WITHIN = 15.0
BYTECODE = Path(__file__).resolve().parent.parent / "build" / "bytecode"
AIOGRAM = Path(sys.prefix) / "aiogram" / "bin" / "python"


@dataclass(frozen=True)
class Bot:
    """``command`` is what comes after ``python``."""

    name: str
    command: tuple[str, ...]
    python: str = sys.executable


def echo_bot(base_url: str, at_once: int = 0) -> Bot:
    """python-telegram-bot by itself; ``at_once`` 0 is its default, one update after the other."""
    name = f"PTB echo, {at_once} at once" if at_once else "PTB echo"
    return Bot(name, ("-m", "bench.echo_bot", base_url, TOKEN, str(at_once)))


def aiogram_bot(base_url: str) -> Bot | None:
    """aiogram by itself; None where its environment was not made."""
    if not AIOGRAM.exists():
        return None
    return Bot("aiogram echo", ("-m", "bench.echo_aiogram", base_url, TOKEN), str(AIOGRAM))


def bare_bot(base_url: str) -> Bot:
    return Bot("no library", ("-m", "bench.bare_bot", base_url, TOKEN))


def lianxin(config: Path) -> Bot:
    return Bot("lianxin", ("-m", "bot", "run", "--config", str(config)))


def sampled(config: Path, looks: Path) -> Bot:
    """lianxin, looked at from within; what was seen is in ``looks`` at its end."""
    return Bot("lianxin, sampled", ("-m", "bench.sampled", str(looks), "run", "--config", str(config)))


class Running:
    """A bot's process. What it says goes to a file, which is shown when it dies."""

    def __init__(self, process: Process, said: Path) -> None:
        self._process = process
        self._said = said
        self._figures = psutil.Process(process.pid)
        self.began = time.perf_counter()

    @classmethod
    async def start(cls, bot: Bot, cores: Cores, folder: Path) -> "Running":
        said = folder / "said.txt"
        environment = _environment()
        with said.open("wb") as out, cores.handed_down():
            process = await asyncio.create_subprocess_exec(
                bot.python, *bot.command, stdout=out, stderr=out, env=environment
            )
        return cls(process, said)

    @property
    def memory_mb(self) -> float:
        """Resident memory."""
        return float(self._figures.memory_info().rss) / 1e6

    @property
    def busy(self) -> float:
        """Seconds of the processor used so far."""
        return busy(self._figures)

    def look(self) -> None:
        """Let the looking begin, in a bot that is sampled."""
        self._process.send_signal(signal.SIGUSR1)

    def words(self) -> str:
        """The end of what it said."""
        return self._said.read_text(errors="replace")[-2000:]

    async def stop(self) -> None:
        """As an administrator would; by force if it does not listen."""
        if self._process.returncode is None:
            self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), STOP_WITHIN)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()


def _environment() -> dict[str, str]:
    """Nothing of a configuration, and modules compiled once, as an installation leaves them."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LIANXIN_")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept | {"PYTHONPYCACHEPREFIX": str(BYTECODE)}


def busy(process: psutil.Process) -> float:
    """Seconds of the processor that a process used so far."""
    times = process.cpu_times()
    return float(times.user + times.system)
