"""Pushing updates to the bot's address: in order for each chat, several chats at once, repeated until taken."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from sandbox.events import Bell

Json = dict[str, Any]

HEADER = "X-Telegram-Bot-Api-Secret-Token"
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 10.0
TIMEOUT = ClientTimeout(total=60)


@dataclass(slots=True)
class Webhook:
    """One address that is pushed to. `delivered` is called for every update that was taken."""

    url: str
    secret: str | None
    max_connections: int
    delivered: Callable[[Json], None]
    repeats: Callable[[Json], bool]
    last_error: tuple[int, str] | None = None
    bell: Bell = field(default_factory=Bell)
    lanes: dict[int, deque[Json]] = field(default_factory=dict)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    pending: deque[Json] = field(default_factory=deque)

    def start(self, pending: deque[Json]) -> None:
        """Begin to deliver what is in `pending` and what will be."""
        self.pending = pending
        self._spawn(self._run())

    def wake(self) -> None:
        """There is something new in the queue."""
        self.bell.ring()

    def waiting(self) -> int:
        """How many updates the bot has not taken yet."""
        return len(self.pending) + sum(map(len, self.lanes.values()))

    async def stop(self) -> None:
        """Stop delivering; what was not taken goes back to the queue."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        left = [update for lane in self.lanes.values() for update in lane]
        self.pending.extendleft(sorted(left, key=lambda update: -int(update["update_id"])))
        self.lanes.clear()

    def _spawn(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _run(self) -> None:
        """Sort arriving updates into lanes, one for each chat."""
        slots = asyncio.Semaphore(self.max_connections)
        async with ClientSession(timeout=TIMEOUT) as http:
            while True:
                while self.pending:
                    self._enqueue(self.pending.popleft(), http, slots)
                await self.bell.wait(60)

    def _enqueue(self, update: Json, http: ClientSession, slots: asyncio.Semaphore) -> None:
        chat_id = chat_of(update)
        if chat_id in self.lanes:
            self.lanes[chat_id].append(update)
            return
        self.lanes[chat_id] = deque([update])
        self._spawn(self._drain(chat_id, http, slots))

    async def _drain(self, chat_id: int, http: ClientSession, slots: asyncio.Semaphore) -> None:
        lane = self.lanes[chat_id]
        while lane:
            await self._deliver(lane[0], http, slots)
            self.delivered(lane.popleft())
        del self.lanes[chat_id]

    async def _deliver(self, update: Json, http: ClientSession, slots: asyncio.Semaphore) -> None:
        """Push until the bot answers 2xx, with growing pauses."""
        pause = FIRST_PAUSE
        while not await self._push(update, http, slots):
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
        if self.repeats(update):
            await self._push(update, http, slots)

    async def _push(self, update: Json, http: ClientSession, slots: asyncio.Semaphore) -> bool:
        headers = {HEADER: self.secret} if self.secret else {}
        try:
            async with slots, http.post(self.url, json=update, headers=headers) as answer:
                taken = 200 <= answer.status < 300
                problem = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (ClientError, TimeoutError) as error:
            taken, problem = False, f"Connection failed: {error}"
        if not taken:
            self.last_error = (int(time.time()), problem)
        return taken


def chat_of(update: Json) -> int:
    """The chat that an update belongs to; 0 where it has none."""
    payload: Json = next(value for name, value in update.items() if name != "update_id")
    message = payload.get("message", payload)
    owner = message.get("chat") or payload.get("from") or payload.get("user") or {"id": 0}
    return int(owner["id"])
