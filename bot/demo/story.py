"""What the scenes of the tour share: the story so far, and how a scene finds what it goes on with."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.demo.stage import NotSeen, Stage
from sandbox.client import Chat, Message, SandboxClient

NUMBER = re.compile(r"[A-Z]{1,6}-\d{4}-\d{6}")


@dataclass
class Story:
    """What one scene leaves to the next.

    ``reminder_at`` is None where the scheme reminds nobody. ``camera`` reads the QR code of the newest picture that has
    one: the only thing that phones in a story can't do by themselves.
    """

    stage: Stage
    client: SandboxClient
    began: datetime
    reminder_at: datetime | None
    camera: Callable[[], Awaitable[str]]
    group: Chat
    channel: Chat
    number: str = ""
    letter: Message | None = None
    lamps: list[str] = field(default_factory=list)
    """The letters of the second story."""
    post: Message | None = None
    """What stands in the public channel."""

    async def later(self, **time: float) -> None:
        """Let this much time pass."""
        now = await self.client.advance(**time)
        self.stage.tell("tour-clock-moved", now=now)

    async def until(self, moment: datetime) -> None:
        """Let time pass until then."""
        await self.client.set_clock(moment)
        self.stage.tell("tour-clock-moved", now=moment)

    async def soon(self) -> None:
        """A moment later: what the bot looks for every few seconds is done at once."""
        await self.client.advance(seconds=1)

    async def day(self, ago: int = 0) -> str:
        """Today, or so many days ago, as people read it."""
        return self.stage.day((await self.client.now()) - timedelta(days=ago))


Scene = Callable[[Story], Awaitable[None]]
Scenes = Sequence[tuple[str, Scene]]
"""The title's key, and what happens."""


def found(pattern: re.Pattern[str], message: Message, group: int = 0) -> str:
    """The part of a message that the story goes on with.

    Raises:
        NotSeen
    """
    seen = pattern.search(message.text)
    if seen is None:
        raise NotSeen(message.sender, pattern.pattern, [message.text])
    return seen[group]
