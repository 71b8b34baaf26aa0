"""A working day at a stretch: mixed load on a bot in a process of its own, minute by minute.

    python -m bench.soak [--minutes 10] [--people 12] [--every 60]

People write letters, look at their own, ask for help, begin letters and give them up; members answer some letters by a
reply, log visits and look at what they still owe. Ends with 1 when memory has grown by more than a tenth since the
warm-up, when anything waits or was refused at the end, or when a letter is missing.
"""

import argparse
import asyncio
import itertools
import random
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psutil

from bench import house
from bench.bots import TOKEN, Running, lianxin
from bench.house import NotAllThere
from bench.load import Letters, Mailbox, percentile
from bench.machine import Cores, described
from bench.phones import Phone, Silence, anything, has_button
from bench.runs import BUILD
from sandbox import control_people
from sandbox.message import Message
from sandbox.server import Sandbox
from sandbox.world import World

MOST_GROWTH = 1.10
"""Of memory, from the end of the warm-up to the end."""
THINKING = (0.2, 1.2)
"""Seconds between what one person does and what they do next."""
ANSWERED = 0.3
"""Of the letters."""


@dataclass(frozen=True)
class Minute:
    """What happened in one stretch of time. ``load``: how many programs wanted a processor, of the whole machine."""

    updates: int
    p50: float
    p99: float
    memory_mb: float
    load: float


class Answering(Mailbox):
    """A member who answers some of the letters by a reply."""

    def __init__(self, phone: Phone) -> None:
        super().__init__(phone)
        self._random = random.Random(phone.id)
        self.answers = 0

    async def watch(self) -> None:
        while True:
            for message in await self.phone.changes():
                self.note(message)
                if "来信人：" in message.text and self._random.random() < ANSWERED:
                    self._answer(message)

    def _answer(self, message: Message) -> None:
        self.answers += 1
        words = {"user": self.phone.id, "reply_to": message.id, "text": f"第{self.answers}次答复：已请供电所去看。"}
        control_people.say(self.phone.world, words)


class Day(Letters):
    """Everyone does one thing after the other until told to stop."""

    def __init__(self, world: World, people: int) -> None:
        super().__init__(world, people)
        self.answering = [Answering(mailbox.phone) for mailbox in self.members]
        self.members = [*self.answering]
        self.letters = 0
        self.others = 0

    async def live(self, minutes: int, every: float, memory: Callable[[], float]) -> list[Minute]:
        """So many stretches of ``every`` seconds.

        Raises:
            Silence
        """
        enough, told = asyncio.Event(), []
        for phone in self.phones:
            phone.waits.clear()  # The first answer waited for the start.
        watching = [asyncio.create_task(member.watch()) for member in self.answering]
        everyone = [self._writes(phone, enough) for phone in self.phones]
        everyone += [self._works(member.phone, enough) for member in self.answering]
        living = [asyncio.create_task(one) for one in everyone]
        try:
            for number in range(1, minutes + 1):
                silent, _ = await asyncio.wait(living, timeout=every, return_when=asyncio.FIRST_COMPLETED)
                for one in silent:
                    one.result()
                told.append(self._minute(memory()))
                print(row(number, told[-1]), flush=True)
            enough.set()
            await asyncio.gather(*living)
        finally:
            for task in (*watching, *living):
                task.cancel()
        return told

    def _minute(self, memory: float) -> Minute:
        waits = [wait for phone in self.phones for wait in phone.waits]
        others, self.others = self.others, 0
        for phone in self.phones:
            phone.waits.clear()
        if not waits:
            raise Silence("nobody was answered")
        load = psutil.getloadavg()[0]
        return Minute(len(waits) + others, percentile(waits, 0.50), percentile(waits, 0.99), memory, load)

    async def _writes(self, phone: Phone, enough: asyncio.Event) -> None:
        acts: Sequence[Callable[[], Awaitable[object]]] = (
            lambda: self._letter(phone),
            lambda: phone.say("/letters", anything),
            lambda: phone.say("/help", anything),
            lambda: self._thinks_better_of_it(phone),
        )
        while not enough.is_set():
            await self._random.choice(acts)()
            await asyncio.sleep(self._random.uniform(*THINKING))

    async def _letter(self, phone: Phone) -> None:
        # Counted first: at the end each of these must be there.
        self.letters += 1
        await self.once(phone)

    async def _thinks_better_of_it(self, phone: Phone) -> None:
        begun = await phone.say("/write 李建国", has_button("取消"))
        await phone.press(begun, "取消", anything)

    async def _works(self, phone: Phone, enough: asyncio.Event) -> None:
        for number in itertools.count(1):
            if enough.is_set():
                return
            said = self._random.choice(("/quota", "/inbox", "/contacts", f"/visit 王秀英 今天 上门 第{number}次看望"))
            control_people.say(self.world, {"user": phone.id, "text": said})
            self.others += 1
            await asyncio.sleep(self._random.uniform(*THINKING) * 4)


def row(number: int, minute: Minute) -> str:
    return (
        f"{number:>6}   {minute.updates:>7,}   {1000 * minute.p50:>8,.0f}   {1000 * minute.p99:>8,.0f}   "
        f"{minute.memory_mb:>9,.1f}   {minute.load:>7.1f}"
    )


HEAD = "minute   updates   p50 (ms)   p99 (ms)   memory MB   machine"


def verdict(minutes: Sequence[Minute]) -> tuple[bool, str]:
    """Is memory flat? The first fifth, at least one minute, is warm-up."""
    warm = minutes[max(1, len(minutes) // 5) - 1]
    growth = minutes[-1].memory_mb / warm.memory_mb
    slower = minutes[-1].p50 / warm.p50
    fits = growth <= MOST_GROWTH
    said = "flat" if fits else f"GREW by more than {100 * (MOST_GROWTH - 1):.0f} %"
    return fits, f"memory since the warm-up: x {growth:.3f}, {said}; p50 since the warm-up: x {slower:.2f}"


async def main(minutes: int, people: int, every: float) -> bool:
    """Live through it and tell; is all as it should be?

    Raises:
        NotAllThere
        Silence
    """
    print(f"Soak: {people} people and their members, {minutes} x {every:g} s. {datetime.now():%Y-%m-%d %H:%M}")
    print(f"{described()}\n\n{HEAD}", flush=True)
    BUILD.mkdir(exist_ok=True)
    sandbox = await Sandbox.start(token=TOKEN)
    try:
        with tempfile.TemporaryDirectory(prefix="soak-", dir=BUILD) as home:
            day, folder = Day(sandbox.world, people), Path(home)
            told = await _lived(day, folder, sandbox.url, minutes, every)
            await house.check(house.url_of(folder), day.letters)
    finally:
        await sandbox.stop()
    fits, words = verdict(told)
    answers = sum(member.answers for member in day.answering)
    print(f"\n{day.letters} letters, each there once; {answers} answers; nothing waits, nothing was refused\n{words}")
    return fits


async def _lived(day: Day, folder: Path, url: str, minutes: int, every: float) -> list[Minute]:
    """From the start of the bot to its end.

    Raises:
        Silence
    """
    config = await house.build(folder, url)
    await house.add_contacts(folder, "王秀英")
    running = await Running.start(lianxin(config), Cores(None, None), folder)
    try:
        await day.first_answer()
        told = await day.live(minutes, every, lambda: running.memory_mb)
        print(f"\nqueues empty {await _settle(folder):.1f} s after the last act")
        return told
    except Silence as silence:
        raise Silence(f"{silence}\n{running.words()}") from None
    finally:
        await running.stop()


async def _settle(folder: Path) -> float:
    """Until nothing waits; the seconds that it took."""
    began = time.perf_counter()
    while await house.waiting(folder):
        if time.perf_counter() - began > house.SETTLE_SECONDS:
            break
        await asyncio.sleep(0.2)
    return time.perf_counter() - began


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.soak", description="Mixed load for a while: does anything grow?")
    parser.add_argument("--minutes", type=int, default=10)
    parser.add_argument("--people", type=int, default=12)
    parser.add_argument("--every", type=float, default=60.0, help="seconds that count as a minute")
    asked = parser.parse_args()
    try:
        sys.exit(0 if asyncio.run(main(asked.minutes, asked.people, asked.every)) else 1)
    except (Silence, NotAllThere) as fault:
        sys.exit(f"not as it should be: {fault}")
