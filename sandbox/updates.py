"""Updates on their way to the bot: kept until confirmed, handed out by getUpdates or pushed by a webhook."""

import asyncio
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sandbox.api import TYPES, MismatchError, check_value
from sandbox.errors import OTHER_POLLER, WEBHOOK_IS_SET, ControlError, refusal
from sandbox.webhook import Webhook

Json = dict[str, Any]

FIRST_UPDATE_ID = 100_000_001
KINDS = frozenset(TYPES["Update"]["fields"]) - {"update_id"}
# Only given to a bot that asks for them by name.
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
REPEATED = 100


@dataclass(slots=True)
class Updates:
    """The queue. `given` counts what getUpdates or the webhook handed out, repeats included."""

    pending: deque[Json] = field(default_factory=deque)
    confirmed: deque[Json] = field(default_factory=lambda: deque(maxlen=REPEATED))
    allowed: frozenset[str] = KINDS - ON_REQUEST
    next_id: int = FIRST_UPDATE_ID
    given: int = 0
    poller: asyncio.Future[None] | None = None
    webhook: Webhook | None = None
    check: bool = False

    def put(self, kind: str, payload: Json) -> Json | None:
        """Queue `{"update_id", kind: payload}`, unless the bot does not want this kind (then None)."""
        if kind not in self.allowed:
            return None
        update = {"update_id": self.next_id, kind: payload}
        if self.check:
            _check(update)
        self.next_id += 1
        self.pending.append(update)
        self.wake()
        return update

    def wake(self) -> None:
        """Tell whoever waits for updates."""
        if self.webhook is not None:
            self.webhook.wake()
        elif self.poller is not None and not self.poller.done():
            self.poller.set_result(None)

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Remember what the bot wants to hear from now on; an empty list means the default."""
        if kinds is not None:
            self.allowed = (frozenset(kinds) & KINDS) or (KINDS - ON_REQUEST)

    async def get(self, offset: int, limit: int, timeout: float) -> list[Json]:
        """getUpdates: confirm what is before `offset`, wait up to `timeout` seconds for the first one.

        Raises:
            BotApiError: 409, for the earlier of two pollers, or while a webhook is set.
        """
        if self.webhook is not None:
            raise refusal(WEBHOOK_IS_SET, 409)
        self._end_earlier_poll()
        self._confirm(offset)
        if not self.pending and timeout > 0:
            await self._arrival(timeout)
        updates = list(islice(self.pending, limit))
        self.given += len(updates)
        return updates

    def _end_earlier_poll(self) -> None:
        if self.poller is not None and not self.poller.done():
            self.poller.set_exception(refusal(OTHER_POLLER, 409))
            # Who asked may have gone meanwhile: then nobody else looks at it, and the terminal would show it.
            self.poller.exception()

    def _confirm(self, offset: int) -> None:
        """Forget updates before `offset`; a negative one keeps that many of the newest."""
        if offset < 0:
            while len(self.pending) > -offset:
                self.confirmed.append(self.pending.popleft())
        while self.pending and self.pending[0]["update_id"] < offset:
            self.confirmed.append(self.pending.popleft())

    async def _arrival(self, timeout: float) -> None:
        poller = self.poller = asyncio.get_running_loop().create_future()
        await asyncio.wait({poller}, timeout=timeout)
        if poller.done():
            poller.result()

    def repeated(self, limit: int) -> list[Json]:
        """The last confirmed updates once more, as after a lost connection."""
        return list(self.confirmed)[-limit:]

    def drop(self) -> None:
        """Forget everything that waits."""
        self.pending.clear()

    async def set_webhook(self, webhook: Webhook | None) -> None:
        """Push from now on, or (None) let the bot fetch again; what was not delivered stays in the queue."""
        if self.webhook is not None:
            await self.webhook.stop()
        self.webhook = webhook
        if webhook is not None:
            self._end_earlier_poll()
            webhook.start(self.pending)

    async def stop(self) -> None:
        """End a waiting poll with an empty answer and the webhook's deliveries."""
        await self.set_webhook(None)
        self.wake()


def _check(update: Json) -> None:
    """Raises ControlError when the sandbox itself is wrong: the update is not of the published type."""
    try:
        check_value(update, ["Update"])
    except MismatchError as error:
        raise ControlError(f"the sandbox made a wrong update: {error}") from None
