"""Updates in: stored and committed first, acknowledged afterwards.

Polling acknowledges by the next offset; the webhook's server (``web.webhook``) answers 200 after ``keep``. The offset
is never stored: what is fetched twice is in the inbox once.
"""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import structlog

from bot.api import ApiError, NoAnswer, TelegramApi
from storage import inbox
from storage.db import Db
from web.figures import Figures

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
)
WHERE_IT_STANDS = frozenset({"message_id", "date", "chat"})
"""What is kept of a message of ours under which a button was pressed."""
POLL_SECONDS = 50
# Polling pauses while more than this waits: Telegram keeps the rest for a day, our disk need not.
FULL_AT = 1000
LOOK_AFTER = 100
PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)

log = structlog.get_logger()


def lane_of(update: Mapping[str, Any]) -> int:
    """What must stay in order: the chat, or the person where there is no chat, or the update alone."""
    for kind, content in update.items():
        if kind == "update_id" or not isinstance(content, dict):
            continue
        message = content.get("message") if kind == "callback_query" else content
        for holder, key in ((message, "chat"), (content, "from"), (content, "user")):
            if isinstance(holder, dict) and isinstance(holder.get(key), dict) and "id" in holder[key]:
                return int(holder[key]["id"])
    return int(update["update_id"])


def _storable(value: Any) -> Any:
    """The update without what a database refuses: the NUL character and halves of surrogate pairs."""
    match value:
        case str():
            return value if value.isprintable() else _whole(value)
        case dict():
            return {name: _storable(part) for name, part in value.items()}
        case list():
            return [_storable(part) for part in value]
    return value


def _without_our_words(update: Mapping[str, Any]) -> Mapping[str, Any]:
    """A pressed button's update brings our own message back, whole. Nobody asks but where it stands: the rest would be
    sealed, stored, opened, and made objects of."""
    query = update.get("callback_query")
    if not isinstance(query, dict) or not isinstance(query.get("message"), dict):
        return update
    message = {name: part for name, part in query["message"].items() if name in WHERE_IT_STANDS}
    return {**update, "callback_query": query | {"message": message}}


def _whole(text: str) -> str:
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


async def keep(db: Db, updates: Sequence[Mapping[str, Any]]) -> None:
    """Store raw updates, all in one commit. After this they may be acknowledged; a repeat changes nothing."""
    rows = [(int(update["update_id"]), lane_of(update), _storable(_without_our_words(update))) for update in updates]
    async with db.write() as tx:
        await inbox.keep(tx, rows)


class Poller:
    """getUpdates until stopped."""

    def __init__(self, db: Db, api: TelegramApi, figures: Figures | None = None) -> None:
        self._db = db
        self._api = api
        self._figures = figures or Figures()
        self._failures = 0
        self._kept_since_look = LOOK_AFTER

    async def run(self) -> None:
        """Runs until cancelled; cancelling loses nothing, since nothing unstored was acknowledged."""
        offset: int | None = None
        while True:
            await self._room()
            try:
                updates = await self._fetch(offset)
                if updates:
                    await keep(self._db, updates)
                    self._figures.received += len(updates)
                    self._kept_since_look += len(updates)
                    # The highest, as Telegram asks, in whatever order they came.
                    offset = max(int(update["update_id"]) for update in updates) + 1
                self._failures = 0
            except (ApiError, NoAnswer) as fault:
                await self._pause(fault)

    async def _fetch(self, offset: int | None) -> list[dict[str, Any]]:
        asked: dict[str, Any] = {"timeout": POLL_SECONDS, "allowed_updates": ALLOWED_UPDATES, "limit": 100}
        if offset is not None:
            asked["offset"] = offset
        updates: list[dict[str, Any]] = await self._api.call("getUpdates", POLL_SECONDS + 10, **asked)
        return updates

    async def _room(self) -> None:
        """Wait while too much waits; looked at now and then, since a look costs as much as keeping an update."""
        while self._kept_since_look >= LOOK_AFTER:
            async with self._db.read() as tx:
                if await inbox.waiting(tx) <= FULL_AT:
                    self._kept_since_look = 0
                    return
            await asyncio.sleep(0.2)

    async def _pause(self, fault: ApiError | NoAnswer) -> None:
        pause = PAUSES[min(self._failures, len(PAUSES) - 1)]
        if isinstance(fault, ApiError) and fault.retry_after:
            pause = fault.retry_after
        self._failures += 1
        conflict = isinstance(fault, ApiError) and fault.status == 409
        log.warning("another-process-polls" if conflict else "polling-failed", error=str(fault), pause=pause)
        await asyncio.sleep(pause)
