"""What the scenes of the tour share: the story so far, and how a scene finds what it goes on with."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.demo.stage import NotSeen, Stage
from sandbox.client import Message, SandboxClient

NUMBER = re.compile(r"[A-Z]{1,6}-\d{4}-\d{6}")


@dataclass
class Story:
    """What one scene leaves to the next. ``reminder_at`` is None where the scheme reminds nobody."""

    stage: Stage
    client: SandboxClient
    reminder_at: datetime | None
    number: str = ""
    letter: Message | None = None
    lamps: list[str] = field(default_factory=list)
    """The letters of the second story."""

    async def later(self, **time: float) -> None:
        """Let this much time pass."""
        now = await self.client.advance(**time)
        self.stage.tell("tour-clock-moved", now=now)

    async def day(self, ago: int = 0) -> str:
        """Today, or so many days ago, as people read it."""
        return self.stage.day((await self.client.now()) - timedelta(days=ago))


def found(pattern: re.Pattern[str], message: Message, group: int = 0) -> str:
    """The part of a message that the story goes on with.

    Raises:
        NotSeen
    """
    seen = pattern.search(message.text)
    if seen is None:
        raise NotSeen(message.sender, pattern.pattern, [message.text])
    return seen[group]
