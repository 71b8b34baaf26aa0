"""The sandbox's clock: real time, moved as far as somebody asked."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

Listener = Callable[["Clock"], None]


@dataclass(slots=True)
class Clock:
    """`offset` is what was added to real time; listeners hear of every change."""

    offset: timedelta = timedelta(0)
    listeners: list[Listener] = field(default_factory=list)

    def now(self) -> datetime:
        """An aware UTC datetime."""
        return datetime.now(UTC) + self.offset

    def unix(self) -> int:
        """Whole seconds since 1970, as the Bot API's `date`."""
        return int(time.time() + self.offset.total_seconds())

    def advance(self, by: timedelta) -> None:
        """Move on (or back, by a negative time)."""
        self.move(self.offset + by)

    def set_to(self, moment: datetime) -> None:
        """Make it `moment` (aware) now; time goes on from there."""
        self.move(moment - datetime.now(UTC))

    def move(self, offset: timedelta) -> None:
        """Set the offset and tell the listeners."""
        self.offset = offset
        for listener in self.listeners:
            listener(self)
