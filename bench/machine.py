"""The machine that a benchmark runs on: its disk, and its cores, shared out between measured and measuring."""

import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil


@dataclass(frozen=True)
class Cores:
    """Which core the bot has to itself, and which the sandbox and the people; None where nothing can be pinned."""

    bot: int | None
    rest: int | None

    @classmethod
    def share(cls) -> "Cores":
        """The first two cores that this process may use; none, where there is one alone or the system can't pin."""
        if not hasattr(os, "sched_setaffinity"):
            return cls(None, None)
        free = sorted(os.sched_getaffinity(0))
        return cls(free[0], free[1]) if len(free) > 1 else cls(None, None)

    def settle(self) -> None:
        """This process goes to its core."""
        _pin(self.rest)

    @contextmanager
    def handed_down(self) -> Iterator[None]:
        """What is started within runs on the bot's core; this process itself stays on the other."""
        _pin(self.bot)
        try:
            yield
        finally:
            self.settle()

    def __str__(self) -> str:
        if self.bot is None:
            return "NOT pinned: bot, sandbox and people share what there is, so the figures say little"
        return f"bot on core {self.bot}, sandbox and people on core {self.rest}"


def _pin(core: int | None) -> None:
    if core is not None:
        os.sched_setaffinity(0, {core})


def described() -> str:
    """Processor, cores, memory, system and Python in one line."""
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{_processor()}, {psutil.cpu_count()} cores, {memory:.0f} GB, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


def _processor() -> str:
    """As the system calls it, with family and model, since hosts often hide the name."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    about = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return (
        f"{about.get('model name', platform.machine())} (family {about.get('cpu family')}, model {about.get('model')})"
    )


def sync_ms(folder: Path, times: int = 50) -> float:
    """How long the disk under ``folder`` takes to make 4 kB safe: the least that a commit costs."""
    took = []
    path = folder / "sync"
    with path.open("wb", buffering=0) as file:
        for _ in range(times):
            file.write(bytes(4096))
            began = time.perf_counter()
            os.fsync(file.fileno())
            took.append(time.perf_counter() - began)
    path.unlink()
    return median(took) * 1000
