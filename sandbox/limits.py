"""Telegram's limits on sending, off until switched on.

Telegram publishes about 30 messages a second overall, 1 a second in one chat with short bursts let pass, 20 a minute in
a group. Here a private chat may hold `chat_per_second` on the average of any three seconds.
"""

import math
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import too_many_requests

Json = dict[str, Any]

PREFIXES = ("send", "copyMessage", "forwardMessage", "editMessage")
FREE = frozenset({"sendChatAction"})
BURST_SECONDS = 3.0


@dataclass(slots=True)
class Limits:
    """How much may be sent, and the moments of what was sent lately."""

    on: bool = False
    overall_per_second: float = 30
    chat_per_second: float = 1
    group_per_minute: float = 20
    sent: dict[int | str, deque[float]] = field(default_factory=dict)

    def set(self, on: bool, **rates: float) -> None:
        """Switch on or off, change rates, forget what was sent."""
        self.on = on
        for name, rate in rates.items():
            setattr(self, name, rate)
        self.sent.clear()

    def check(self, method: str, params: Json) -> None:
        """Count this call, if it sends something.

        Raises:
            BotApiError: 429 with retry_after, when a limit is passed; the call does not count then.
        """
        if not self.on or not method.startswith(PREFIXES) or method in FREE or "chat_id" not in params:
            return
        now, chat_id = time.monotonic(), params["chat_id"]
        count = _messages(params)
        windows = [("overall", 1.0, self.overall_per_second), self._window(chat_id)]
        waits = [self._wait(now, count, *window) for window in windows]
        if any(waits):
            raise too_many_requests(max(1, math.ceil(max(waits))))
        for name, _, _ in windows:
            self.sent[name].extend([now] * count)

    def _window(self, chat_id: int | str) -> tuple[int | str, float, float]:
        """(name, seconds, how many) of a chat's own limit."""
        if str(chat_id).startswith(("-", "@")):
            return chat_id, 60.0, self.group_per_minute
        return chat_id, BURST_SECONDS, self.chat_per_second * BURST_SECONDS

    def _wait(self, now: float, count: int, name: int | str, seconds: float, most: float) -> float:
        """Seconds until `count` more fit into the window; 0 when they fit now."""
        sent = self.sent.setdefault(name, deque())
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        surplus = len(sent) + count - int(most)
        if surplus <= 0:
            return 0.0
        return sent[min(surplus, len(sent)) - 1] + seconds - now if sent else 0.0


def _messages(params: Json) -> int:
    """How many messages the call makes: an album or a bundle counts each."""
    bundle = params.get("message_ids", params.get("media"))
    return len(bundle) if isinstance(bundle, list) else 1
