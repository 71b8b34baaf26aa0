"""A day of the bridge in seconds: letters, answers and visits at once, while something goes wrong, and the reckoning.

Everything said has words of its own, so that what is missing or there twice can be told.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.people import Role
from sandbox.client import Phone
from services import contacts, schemes
from services.contacts import Particulars
from storage.db import Tx
from tests.bridge import Bridge
from tests.cast import NOW
from tests.writers import numbers_given, until_settled, write_letters

WRITERS = 3
JINGJIANG = schemes.load("jingjiang-2014")
LOOK_EVERY = 0.05


@dataclass
class Story:
    """Who wrote what, as they remember it."""

    bridge: Bridge
    writers: list[Phone] = field(default_factory=list)
    written: dict[int, list[str]] = field(default_factory=dict)
    answered: list[str] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)
    enough: asyncio.Event = field(default_factory=asyncio.Event)
    _writing: list[asyncio.Task[None]] = field(default_factory=list)
    _visiting: asyncio.Task[None] = field(init=False)
    _answering: asyncio.Task[None] = field(init=False)

    @classmethod
    async def begin(cls, bridge: Bridge) -> "Story":
        """Writers begin to write; 李建国 answers each of their letters and logs visits."""
        story = cls(bridge)
        async with bridge.db.write() as tx:
            await know_a_contact(tx, bridge)
        story.writers = [await bridge.sandbox.person(f"群众{n}", id=2000 + n) for n in range(WRITERS)]
        story.written = {phone.id: [] for phone in story.writers}
        writing = [write_letters(phone, story.written[phone.id], story.enough) for phone in story.writers]
        story._writing = [asyncio.create_task(each) for each in writing]
        story._visiting = asyncio.create_task(story._visit())
        story._answering = asyncio.create_task(story._answer())
        return story

    async def end(self) -> None:
        """Everyone finishes what they have begun; everything that is owed is sent."""
        self.enough.set()
        await asyncio.gather(*self._writing, self._visiting)
        while len(self.answered) < len(self.letters):
            assert not self._answering.done(), self._answering.exception()
            await asyncio.sleep(LOOK_EVERY)
        self._answering.cancel()
        await until_settled(self.bridge.db, self.bridge.sandbox)

    @property
    def letters(self) -> list[str]:
        return [words for of_one in self.written.values() for words in of_one]

    async def _answer(self) -> None:
        """By a reply to each letter, once: a letter that is shown twice is answered once."""
        done: set[str] = set()
        li = self.bridge.li
        while True:
            for message in await li.messages():
                words = message.text.splitlines()[-1] if message.from_bot and "号路灯不亮" in message.text else ""
                if words and words not in done:
                    done.add(words)
                    await li.reply(message, f"答复：{words}")
                    self.answered.append(f"答复：{words}")
            await asyncio.sleep(LOOK_EVERY)

    async def _visit(self) -> None:
        while not self.enough.is_set():
            note = f"第{len(self.visited) + 1}次看望"
            await self.bridge.li.say(f"/visit 王秀英 今天 上门 {note}")
            self.visited.append(note)
            await asyncio.sleep(0.3)

    # --- the reckoning ------------------------------------------------------------------------------------------------

    async def check(self) -> None:
        """Promises 1 and 2; no dialogue is stuck, nothing is parked."""
        assert len(self.letters) >= WRITERS
        async with self.bridge.db.read() as tx:
            assert await _texts(tx, "writer") == sorted(self.letters)
            stored = await _texts(tx, "holder")
            assert stored == sorted(self.answered), set(stored) ^ set(self.answered) or "one of them twice"
            assert await _visits(tx) == sorted(self.visited)
            assert await _left_over(tx) == {"parked": 0, "failed": 0, "dialogues": 0}
        await self._check_phones()

    async def _check_phones(self) -> None:
        """Each writer has a number for each letter and the answer to it; the member was shown each letter and visit."""
        for phone in self.writers:
            assert len(await numbers_given(phone)) == len(self.written[phone.id])
            await _has_been_told(phone, [f"答复：{words}" for words in self.written[phone.id]])
        await _has_been_told(self.bridge.li, [*self.letters, *self.visited])


async def know_a_contact(tx: Tx, bridge: Bridge) -> None:
    wanted = Particulars("王秀英", JINGJIANG.contact_kinds[0])
    await contacts.register(tx, bridge.cast.li_member, wanted, JINGJIANG, NOW.date())
    assert Role.MEMBER in bridge.cast.li.roles


async def _has_been_told(phone: Phone, words: Sequence[str]) -> None:
    told = "\n".join(message.text for message in await phone.messages() if message.from_bot)
    assert [each for each in words if each not in told] == []


async def _texts(tx: Tx, side: str) -> list[str]:
    rows = await tx.all("SELECT text FROM letter_entries WHERE side = :side", side=side)
    return sorted(row["text"] for row in rows)


async def _visits(tx: Tx) -> list[str]:
    return sorted(row["note"] for row in await tx.all("SELECT note FROM visits"))


async def _left_over(tx: Tx) -> dict[str, int]:
    return {
        "parked": await tx.value("SELECT COUNT(*) AS n FROM inbox WHERE parked_at IS NOT NULL"),
        "failed": await tx.value("SELECT COUNT(*) AS n FROM outbox WHERE failed_at IS NOT NULL"),
        "dialogues": await tx.value("SELECT COUNT(*) AS n FROM dialogues"),
    }
