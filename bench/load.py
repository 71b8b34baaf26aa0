"""The work that bots are given: letters from beginning to end, or plain words to be said back. A closed loop: everyone
waits for the answer before going on, so what waits at once is at most as much as there are people."""

import asyncio
import itertools
import random
import re
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.phones import PATIENCE, Phone, Silence, anything, has_button
from sandbox.message import Message
from sandbox.world import World

MEMBERS = (
    "李建国",
    "赵明",
    "孙丽华",
    "周志强",
    "吴桂芳",
    "郑海涛",
    "冯玉兰",
    "陈国栋",
    "褚卫东",
    "蒋文静",
    "沈立新",
    "韩梅",
)
FIRST_MEMBER_ID = 500_001
FIRST_WRITER_ID = 600_001
LETTER = "李委员，您好！城北村口的路灯坏了三个多月，孩子放学、老人出门都很不方便，已经有人摔过跤。{}请帮忙反映，谢谢！"
NUMBER = re.compile(r"[A-Z]{1,6}-\d{4}-\d{6,}")


@dataclass
class Done:
    """What came of a load. ``waits``: from each update to its answer; ``told``: from 提交 to the member's phone."""

    seconds: float
    waits: list[float] = field(repr=False)
    told: list[float] = field(repr=False)


class Load(ABC):
    """People who all do the same at once; ``updates`` is how many updates doing it once makes."""

    updates = 1

    def __init__(self, world: World, people: int) -> None:
        self.world = world
        self.phones = [Phone.of(world, f"群众{n}", FIRST_WRITER_ID + n) for n in range(people)]

    async def first_answer(self) -> None:
        """Somebody says /start, which may wait for the bot to come up."""
        await self.phones[0].say("/start", anything)

    async def run(self, times: int) -> Done:
        """Everyone goes on until it was done so many times in all.

        Raises:
            Silence
        """
        for phone in self.phones:
            phone.waits.clear()
        left, began = iter(range(times)), time.perf_counter()
        told = await asyncio.gather(*(self._one_after_another(phone, left) for phone in self.phones))
        seconds = time.perf_counter() - began
        waits = [wait for phone in self.phones for wait in phone.waits]
        return Done(seconds, waits, list(itertools.chain(*told)))

    async def _one_after_another(self, phone: Phone, left: Iterator[int]) -> list[float]:
        return [wait for _ in left if (wait := await self.once(phone)) is not None]

    @abstractmethod
    async def once(self, phone: Phone) -> float | None:
        """One person does it once; how long the member took to hear of it, where there is one."""


class Echoes(Load):
    """Everyone says something and wants to hear it back."""

    async def once(self, phone: Phone) -> None:
        await phone.say(LETTER.format(""), anything)


class Letters(Load):
    """Everyone writes letters, every second one anonymously; each member's phone is watched for them."""

    updates = 5

    def __init__(self, world: World, people: int) -> None:
        super().__init__(world, people)
        self.members = [Mailbox(Phone.of(world, name, FIRST_MEMBER_ID + n)) for n, name in enumerate(MEMBERS)]
        self._random = random.Random(1)

    async def run(self, times: int) -> Done:
        watchers = [asyncio.create_task(mailbox.watch()) for mailbox in self.members]
        try:
            return await super().run(times)
        finally:
            for watcher in watchers:
                watcher.cancel()

    async def once(self, phone: Phone) -> float:
        to = self._random.choice(self.members)
        asked = await phone.say(f"/write {to.phone.name}", has_button("实名"))
        await phone.press(asked, self._random.choice(("实名", "匿名")), anything)
        kept = await phone.say(LETTER.format(f"（{len(phone.waits)}）"), has_button("完成"))
        shown = await phone.press(kept, "完成", has_button("提交"))
        began = time.perf_counter()
        receipt = await phone.press(shown, "提交", _is_receipt)
        return await to.got(_number(receipt)) - began


class Mailbox:
    """A member's phone: when did which letter come?"""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self._letters: dict[str, asyncio.Future[float]] = {}

    async def watch(self) -> None:
        """Note what comes, until cancelled."""
        while True:
            for message in await self.phone.changes():
                self.note(message)

    def note(self, message: Message) -> None:
        """This came now."""
        came = self._letter(_number(message))
        if not came.done():
            came.set_result(time.perf_counter())

    async def got(self, number: str) -> float:
        """The moment at which this letter came.

        Raises:
            Silence
        """
        try:
            return await asyncio.wait_for(self._letter(number), PATIENCE)
        except TimeoutError:
            raise Silence(f"{self.phone.name} was not told of {number} within {PATIENCE:.0f} s") from None
        finally:
            del self._letters[number]

    def _letter(self, number: str) -> "asyncio.Future[float]":
        return self._letters.setdefault(number, asyncio.get_running_loop().create_future())


def _is_receipt(message: Message) -> bool:
    return "已提交" in message.text and NUMBER.search(message.text) is not None


def _number(message: Message) -> str:
    found = NUMBER.search(message.text)
    return found[0] if found else ""


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which this part of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]
