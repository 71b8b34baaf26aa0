"""What is counted while the process runs: plain numbers, so that counting costs next to nothing.

Everything is named by us (routes, kinds, outcomes): no name, phone, text or token can get in.
"""

from bisect import bisect_left
from collections import Counter

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""The upper bounds of a histogram's buckets."""


class Timing:
    """How often something took how long."""

    def __init__(self) -> None:
        self.counts = [0] * (len(SECONDS) + 1)
        self.total = 0.0

    def add(self, seconds: float) -> None:
        self.counts[bisect_left(SECONDS, seconds)] += 1
        self.total += seconds


class Figures:
    """Counted since the start: by the parts of ``bot``, read by ``web.metrics``."""

    def __init__(self) -> None:
        self.received = 0
        self.handled: dict[str, Timing] = {}
        self.updates: Counter[str] = Counter()
        self.messages: Counter[tuple[str, str]] = Counter()
        self.refusals: Counter[str] = Counter()

    def update_handled(self, route: str, seconds: float, outcome: str) -> None:
        """``outcome``: done, refused (a rule said no), failed (is tried again) or parked."""
        timing = self.handled.get(route)
        if timing is None:
            timing = self.handled[route] = Timing()
        timing.add(seconds)
        self.updates[outcome] += 1

    def message_landed(self, kind: str, outcome: str) -> None:
        """``kind``: answer, notice or broadcast; ``outcome``: sent, retried, blocked or refused."""
        self.messages[kind, outcome] += 1

    def telegram_refused(self, status: str) -> None:
        """``status``: Telegram's error code, or ``no-answer``."""
        self.refusals[status] += 1
