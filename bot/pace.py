"""When the next message may leave: evenly, as Telegram publishes its limits, and never before ``retry_after``."""

import asyncio
from collections.abc import Sequence
from typing import Protocol

from pydantic import PositiveFloat

from domain.settings import Section
from storage import paces
from storage.db import Db, Tx

REMEMBERED_CHATS = 10_000


class Sending(Section):
    """Messages that may leave: overall, to one private chat, to one group."""

    overall_per_second: PositiveFloat = 28
    chat_per_second: PositiveFloat = 1
    group_per_minute: PositiveFloat = 18


class Pace:
    """Slots in time (seconds of a monotonic clock). Telegram's group and channel ids are negative."""

    def __init__(self, limits: Sending, kept: paces.Kept | None = None) -> None:
        self.kept = kept or paces.Kept()
        self._gap = 1 / limits.overall_per_second
        self._chat_gap = 1 / limits.chat_per_second
        self._group_gap = 60 / limits.group_per_minute

    def book(self, chat_id: int, now: float) -> float:
        """Take the next slot for this chat; when it is."""
        kept = self.kept
        slot = max(now, kept.overall, kept.chats.get(chat_id, 0.0))
        kept.overall = max(now, kept.overall) + self._gap
        kept.chats[chat_id] = slot + (self._chat_gap if chat_id > 0 else self._group_gap)
        if len(kept.chats) > REMEMBERED_CHATS:
            kept.chats = {chat: free for chat, free in kept.chats.items() if free > now}
        return slot

    def hold(self, chat_id: int, seconds: float, now: float) -> None:
        """Telegram said ``retry_after``, and not whether it means this chat or everything: when a second chat hears it
        while a first is still held, it means everything."""
        kept = self.kept
        kept.held = {chat: until for chat, until in kept.held.items() if until > now and chat != chat_id}
        if kept.held:
            kept.overall = max(kept.overall, now + seconds)
        kept.held[chat_id] = kept.chats[chat_id] = now + seconds


class Booking(Protocol):
    """Slots for one process or for all."""

    async def book(self, tx: Tx, chat_ids: Sequence[int]) -> list[float]:
        """The next slots for these chats, each in how many seconds."""

    async def hold(self, tx: Tx, chat_id: int, seconds: float) -> None:
        """Telegram said ``retry_after`` to a message for this chat."""


def booking(db: Db, limits: Sending) -> Booking:
    return SharedPace(limits) if db.is_shared else OwnPace(limits)


class OwnPace:
    """For the only process: kept in memory."""

    def __init__(self, limits: Sending) -> None:
        self._pace = Pace(limits)

    async def book(self, _: Tx, chat_ids: Sequence[int]) -> list[float]:
        now = _seconds()
        return [self._pace.book(chat_id, now) - now for chat_id in chat_ids]

    async def hold(self, _: Tx, chat_id: int, seconds: float) -> None:
        self._pace.hold(chat_id, seconds, _seconds())


class SharedPace:
    """For all processes on one database: kept there, by its clock."""

    def __init__(self, limits: Sending) -> None:
        self._limits = limits

    async def book(self, tx: Tx, chat_ids: Sequence[int]) -> list[float]:
        if not chat_ids:
            return []
        now, kept = await paces.take(tx, chat_ids)
        pace = Pace(self._limits, kept)
        slots = [pace.book(chat_id, now) - now for chat_id in chat_ids]
        await paces.put_back(tx, pace.kept)
        return slots

    async def hold(self, tx: Tx, chat_id: int, seconds: float) -> None:
        now, kept = await paces.take(tx, [chat_id])
        pace = Pace(self._limits, kept)
        pace.hold(chat_id, seconds, now)
        await paces.put_back(tx, pace.kept)


def _seconds() -> float:
    return asyncio.get_running_loop().time()
