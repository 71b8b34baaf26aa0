"""People in the sandbox, acted from within its process so that they cost next to nothing, and how long each waits."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox import control_people
from sandbox.message import Message
from sandbox.world import World

PATIENCE = 30.0
"""Seconds."""

Fits = Callable[[Message], bool]


class Silence(Exception):
    """The bot did not answer in time; there is nothing to measure."""


@dataclass
class Phone:
    """One person's private chat with the bot. ``waits``: seconds from each act to its answer, in the chat."""

    world: World
    id: int
    name: str
    waits: list[float] = field(default_factory=list)
    _seen: int = 0

    @classmethod
    def of(cls, world: World, name: str, number: int) -> "Phone":
        """A new person who has opened the chat."""
        about = {"first_name": name, "id": number, "language_code": "zh-hans"}
        control_people.people(world, about)
        world.open_private(world.person(number))
        return cls(world, number, name)

    async def say(self, text: str, fits: Fits) -> Message:
        """Write, and wait for the answer that fits.

        Raises:
            Silence
        """
        began = time.perf_counter()
        control_people.say(self.world, {"user": self.id, "text": text})
        return await self._answer(began, text, fits)

    async def press(self, on: Message, label: str, fits: Fits) -> Message:
        """Press a button, and wait for the answer that fits.

        Raises:
            Silence
        """
        began = time.perf_counter()
        await control_people.press(self.world, {"user": self.id, "message": on.id, "button": label})
        return await self._answer(began, label, fits)

    async def _answer(self, began: float, what: str, fits: Fits) -> Message:
        try:
            message = await asyncio.wait_for(self._first(fits), PATIENCE)
        except TimeoutError:
            raise Silence(f"{self.name}: no answer to {what[:40]!r} within {PATIENCE:.0f} s") from None
        self.waits.append(time.perf_counter() - began)
        return message

    async def _first(self, fits: Fits) -> Message:
        while True:
            for message in await self.changes():
                if fits(message):
                    return message

    async def changes(self) -> list[Message]:
        """The bot's messages, new and edited, since the last look; waits until there is one."""
        room = self.world.rooms[self.id]
        while True:
            recent = room.changed_after(self._seen)
            self._seen = recent[-1]["changed"] if recent else self._seen
            if ours := [Message(raw) for raw in recent if raw["from"]["is_bot"]]:
                return ours
            await room.bell.wait(PATIENCE)


def anything(_: Message) -> bool:
    return True


def has_button(label: str) -> Fits:
    return lambda message: label in message.buttons
