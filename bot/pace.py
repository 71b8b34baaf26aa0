"""When the next message may leave: evenly, as Telegram publishes its limits, and never before ``retry_after``."""

from pydantic import PositiveFloat

from domain.settings import Section

REMEMBERED_CHATS = 10_000


class Sending(Section):
    """Messages that may leave: overall, to one private chat, to one group."""

    overall_per_second: PositiveFloat = 28
    chat_per_second: PositiveFloat = 1
    group_per_minute: PositiveFloat = 18


class Pace:
    """Slots in time (seconds of a monotonic clock). Telegram's group and channel ids are negative."""

    def __init__(self, limits: Sending) -> None:
        self._gap = 1 / limits.overall_per_second
        self._chat_gap = 1 / limits.chat_per_second
        self._group_gap = 60 / limits.group_per_minute
        self._next = 0.0
        self._chats: dict[int, float] = {}
        self._held: dict[int, float] = {}

    def book(self, chat_id: int, now: float) -> float:
        """Take the next slot for this chat; when it is."""
        slot = max(now, self._next, self._chats.get(chat_id, 0.0))
        self._next = max(now, self._next) + self._gap
        self._chats[chat_id] = slot + (self._chat_gap if chat_id > 0 else self._group_gap)
        if len(self._chats) > REMEMBERED_CHATS:
            self._chats = {chat: free for chat, free in self._chats.items() if free > now}
        return slot

    def hold(self, chat_id: int, seconds: float, now: float) -> None:
        """Telegram said ``retry_after``, and not whether it means this chat or everything: when a second chat hears it
        while a first is still held, it means everything."""
        self._held = {chat: until for chat, until in self._held.items() if until > now and chat != chat_id}
        if self._held:
            self._next = max(self._next, now + seconds)
        self._held[chat_id] = self._chats[chat_id] = now + seconds
