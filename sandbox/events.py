"""Everything that happens, numbered, for whoever watches: the chat page and clients, over server-sent events."""

import asyncio
import json
from collections import deque
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from aiohttp import web

Json = dict[str, Any]

KEPT = 10_000
KEEP_ALIVE_SECONDS = 15


@dataclass(slots=True)
class Bell:
    """Wakes everyone who waits, once."""

    waiting: set[asyncio.Future[None]] = field(default_factory=set)

    def ring(self) -> None:
        """Wake all. Costs nothing when nobody waits."""
        if self.waiting:
            for future in self.waiting:
                if not future.done():
                    future.set_result(None)
            self.waiting = set()

    async def wait(self, seconds: float) -> None:
        """Return at the next ring, or after `seconds`."""
        future = asyncio.get_running_loop().create_future()
        self.waiting.add(future)
        await asyncio.wait({future}, timeout=seconds)
        self.waiting.discard(future)


@dataclass(slots=True)
class Events:
    """The last 10,000 events: `{"n", "type", …}`, numbered from 1 without gaps."""

    log: deque[Json] = field(default_factory=lambda: deque(maxlen=KEPT))
    last: int = 0
    bell: Bell = field(default_factory=Bell)
    closed: bool = False

    def emit(self, kind: str, **fields: Any) -> None:
        """Add an event and wake the watchers."""
        self.last += 1
        self.log.append({"n": self.last, "type": kind, **fields})
        self.bell.ring()

    def after(self, n: int) -> list[Json]:
        """The kept events with a larger number, oldest first."""
        missed = min(self.last - n, len(self.log))
        return list(islice(self.log, len(self.log) - missed, None)) if missed > 0 else []

    def close(self) -> None:
        """Let the streams end."""
        self.closed = True
        self.bell.ring()

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events from now on, or from `?after=n` or the header Last-Event-ID."""
        resume = request.query.get("after") or request.headers.get("Last-Event-ID")
        n = int(resume) if resume else self.last
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
        await response.prepare(request)
        await response.write(b": open\n\n")
        while not self.closed:
            missed = self.after(n)
            n = missed[-1]["n"] if missed else n
            await response.write(b"".join(map(_frame, missed)) or b": still here\n\n")
            if n == self.last:
                await self.bell.wait(KEEP_ALIVE_SECONDS)
        return response


def _frame(event: Json) -> bytes:
    return f"id: {event['n']}\ndata: {json.dumps(event, ensure_ascii=False)}\n\n".encode()
