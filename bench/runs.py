"""One run: a bot is started on the sandbox, warmed up, loaded, looked at, stopped."""

import asyncio
import json
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import psutil

from bench import house
from bench.bots import TOKEN, Bot, Running, busy, lianxin, sampled
from bench.full import Stored
from bench.load import Done, Echoes, Letters, Load
from bench.machine import Cores
from bench.phones import Silence
from sandbox.server import Sandbox

BUILD = Path(__file__).resolve().parent.parent / "build"
REST_SECONDS = 1.0


@dataclass(frozen=True)
class Figures:
    """Of one run. ``calls``: of the bot to the sandbox; ``busy…``: seconds of each core's processor."""

    done: Done
    calls: int
    start_seconds: float
    rest_mb: float
    end_mb: float
    busy_bot: float
    busy_rest: float

    @property
    def updates_per_second(self) -> float:
        return len(self.done.waits) / self.done.seconds

    @property
    def busy_per_update(self) -> float:
        """Seconds of the processor; other programs on the machine disturb it less than the rates."""
        return self.busy_bot / len(self.done.waits)

    @property
    def letters_per_second(self) -> float | None:
        """None for a bot that carries none."""
        return len(self.done.told) / self.done.seconds if self.done.told else None


@dataclass(frozen=True)
class Course:
    """What all runs of a benchmark share."""

    sandbox: Sandbox
    cores: Cores
    people: int
    letters: int
    home: Path


@asynccontextmanager
async def open_course(people: int, letters: int) -> AsyncIterator[Course]:
    """A sandbox in this process, and a folder on a disk (``/tmp`` may be none)."""
    BUILD.mkdir(exist_ok=True)
    cores = Cores.share()
    cores.settle()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=BUILD) as home:
        sandbox = await Sandbox.start(token=TOKEN)
        yield Course(sandbox, cores, people, letters, Path(home))
        await sandbox.stop()


async def letters_run(course: Course, stored: Stored | None = None) -> Figures:
    """lianxin, with a fresh database or one that is there; afterwards every letter must be there.

    Raises:
        NotAllThere
        Silence
    """
    with tempfile.TemporaryDirectory(dir=course.home) as folder:
        if stored:
            config = house.configure(Path(folder), course.sandbox.url, stored.url, stored.key)
        else:
            config = await house.build(Path(folder), course.sandbox.url)
            stored = Stored(house.url_of(Path(folder)), Path(folder) / "lianxin.key", house.RING)
        before = await house.letters_stored(stored.url, stored.ring)
        course.sandbox.world.forget()
        load = Letters(course.sandbox.world, course.people)
        figures = await _run(course, lianxin(config), load, course.letters, Path(folder))
        await house.check(stored.url, before + course.people + course.letters, stored.ring)
    return figures


async def sampled_run(course: Course) -> tuple[Figures, dict[str, int]]:
    """lianxin with a fresh database, looked at from within: layer → looks that found it at work.

    Raises:
        Silence
    """
    with tempfile.TemporaryDirectory(dir=course.home) as folder:
        config, looks = await house.build(Path(folder), course.sandbox.url), Path(folder) / "looks.json"
        course.sandbox.world.forget()
        load = Letters(course.sandbox.world, course.people)
        figures = await _run(course, sampled(config, looks), load, course.letters, Path(folder), looking=True)
        layers: dict[str, int] = json.loads(looks.read_text(encoding="utf-8"))["layers"]
    return figures, layers


async def echo_run(course: Course, bot: Bot) -> Figures:
    """A bot that says back what it hears, given as many updates as the letters have."""
    course.sandbox.world.forget()
    load = Echoes(course.sandbox.world, course.people)
    return await _run(course, bot, load, course.letters * Letters.updates, course.home)


@dataclass(frozen=True)
class Begun:
    """A bot's start. ``busy``: seconds of the processor until it was at rest."""

    seconds: float
    rest_mb: float
    busy: float


async def start_run(course: Course, bot: Bot, folder: Path) -> Begun:
    """A bot is started while somebody waits for it, answers, and is looked at when it rests.

    Raises:
        Silence
    """
    course.sandbox.world.forget()
    load = Echoes(course.sandbox.world, 1)
    running = await Running.start(bot, course.cores, folder)
    try:
        await load.first_answer()
        seconds = perf_counter() - running.began
        await asyncio.sleep(REST_SECONDS)
        return Begun(seconds, running.memory_mb, running.busy)
    except Silence as silence:
        raise Silence(f"{bot.name}: {silence}\n{running.words()}") from None
    finally:
        await running.stop()


async def _run(course: Course, bot: Bot, load: Load, times: int, folder: Path, *, looking: bool = False) -> Figures:
    running = await Running.start(bot, course.cores, folder)
    try:
        await load.first_answer()
        start_seconds = perf_counter() - running.began
        await asyncio.sleep(REST_SECONDS)
        rest_mb = running.memory_mb
        await load.run(course.people)
        if looking:
            running.look()
        before = _state(course, running)
        done = await load.run(times)
        calls, busy_bot, busy_rest = (now - then for now, then in zip(_state(course, running), before, strict=True))
        return Figures(done, int(calls), start_seconds, rest_mb, running.memory_mb, busy_bot, busy_rest)
    except Silence as silence:
        raise Silence(f"{bot.name}: {silence}\n{running.words()}") from None
    finally:
        await running.stop()


def _state(course: Course, running: Running) -> tuple[float, float, float]:
    return float(course.sandbox.world.call_count), running.busy, busy(psutil.Process(os.getpid()))
