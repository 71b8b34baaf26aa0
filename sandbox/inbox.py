"""What one phone has seen of one chat, and what it still waits for."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

from sandbox.message import Message
from sandbox.wire import Wire

Wanted = str | Callable[[Message], bool]


@dataclass(frozen=True, slots=True)
class FoundButton:
    """A button with its full label, and the message that carries it."""

    message: Message
    label: str
    is_reply_keyboard: bool = False


@dataclass(slots=True)
class Inbox:
    """What one phone has seen of one chat: `unseen` holds the bot's messages that no sees() has taken."""

    sandbox: Wire
    chat_id: int
    owner: str
    cursor: int = 0
    unseen: dict[int, Message] = field(default_factory=dict)

    async def refresh(self, wait: float = 0) -> list[Message]:
        """The bot's messages that came or changed since the last time; waits up to `wait` seconds for a change."""
        query = {"chat": self.chat_id, "changed_after": self.cursor, "wait": wait}
        changed = [Message(raw) for raw in await self.sandbox.get("messages", **query)]
        if changed:
            self.cursor = changed[-1].raw["changed"]
        ours = [message for message in changed if message.from_bot]
        self.unseen.update({message.id: message for message in ours})
        return ours

    async def _changes(self, timeout: float) -> AsyncIterator[None]:
        """One turn for each time the chat may look different, until time is up."""
        deadline = asyncio.get_running_loop().time() + timeout
        await self.refresh()
        yield
        while (left := deadline - asyncio.get_running_loop().time()) > 0:
            await self.refresh(left)
            yield

    async def take(self, wanted: Wanted, timeout: float) -> Message:
        """See Phone.sees."""
        fits = wanted if callable(wanted) else lambda message: wanted in message.text
        async for _ in self._changes(timeout):
            for message_id, message in list(self.unseen.items()):
                if fits(message):
                    return self.unseen.pop(message_id)
        what = "a fitting message" if callable(wanted) else repr(wanted)
        raise AssertionError(f"{self.owner} did not see {what} in {timeout} s. {await self.picture()}")

    async def stay_quiet(self, seconds: float) -> None:
        """See Phone.quiet."""
        await self.refresh()
        deadline = asyncio.get_running_loop().time() + seconds
        while (left := deadline - asyncio.get_running_loop().time()) > 0:
            if came := await self.refresh(left):
                raise AssertionError(f"{self.owner} expected silence, but: {came[0]}")

    async def find_button(self, label: str, on: Message | None, timeout: float) -> FoundButton:
        """The newest fitting button, waited for."""
        async for _ in self._changes(timeout):
            messages = [Message(raw) for raw in await self.sandbox.get("messages", chat=self.chat_id)]
            if on is not None:
                messages = [message for message in messages if message.id == on.id]
            if found := _newest_button(messages, label):
                return found
        raise AssertionError(f"{self.owner} found no button {label!r} in {timeout} s. {await self.picture()}")

    async def picture(self) -> str:
        """The end of the chat in words, for a failed expectation."""
        messages = [Message(raw) for raw in await self.sandbox.get("messages", chat=self.chat_id)]
        lines = [f"  {message}" for message in messages[-12:]]
        return f"Chat {self.chat_id} shows:\n" + ("\n".join(lines) or "  nothing")


def _newest_button(messages: list[Message], label: str) -> FoundButton | None:
    """Exact labels anywhere come before labels that only contain the text."""
    for fits in (lambda text: text == label, lambda text: label in text):
        for message in reversed(messages):
            for button in message.buttons:
                if fits(button):
                    return FoundButton(message, button)
            for key in message.keyboard:
                if fits(key):
                    return FoundButton(message, key, is_reply_keyboard=True)
    return None
