"""Places at which a bot's process is to die: it kills itself there, so that not a line more is run.

Put in from the outside, in the process that is to die; the product knows nothing of it.
"""

import os
import signal
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot import receive
from bot.api import TelegramApi
from bot.work import Worker
from storage import inbox, outbox
from storage.sqlite import SqliteDb

Step = Callable[..., Awaitable[Any]]


@dataclass(frozen=True)
class Place:
    """A function, and whether death comes before it or after. ``of``: the calls of Telegram's that count, by how they
    begin."""

    owner: Any
    name: str
    is_before: bool
    of: str = ""


PLACES: Mapping[str, Place] = {
    "fetched, not kept": Place(receive, "keep", is_before=True),
    "kept, not acknowledged": Place(receive, "keep", is_before=False),
    "taken, not handled": Place(inbox, "take_first", is_before=False),
    "handled, not committed": Place(Worker, "_handle", is_before=False),
    "about to commit": Place(SqliteDb, "_commit", is_before=True),
    "committed, and nothing after": Place(SqliteDb, "_commit", is_before=False),
    "leased, not sent": Place(TelegramApi, "call", is_before=True, of="send"),
    "sent, not marked": Place(TelegramApi, "call", is_before=False, of="send"),
    "sent and marked, not committed": Place(outbox, "mark_all_sent", is_before=False),
}


@dataclass(frozen=True)
class Death:
    """At which place, and at the how-manieth time that it is passed."""

    place: str
    nth: int

    def await_it(self) -> None:
        """From now on this process dies there."""
        place = PLACES[self.place]
        step: Step = getattr(place.owner, place.name)
        passed = 0

        async def deadly(*given: Any, **named: Any) -> Any:
            nonlocal passed
            counts = not place.of or str(given[1]).startswith(place.of)
            passed += counts
            is_last = counts and passed >= self.nth
            if is_last and place.is_before:
                os.kill(os.getpid(), signal.SIGKILL)
            result = await step(*given, **named)
            if is_last:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        setattr(place.owner, place.name, deadly)
