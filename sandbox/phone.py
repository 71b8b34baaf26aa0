"""A person's phone, driven over the control interface."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from sandbox.inbox import Inbox, Wanted
from sandbox.message import Message, Pressed
from sandbox.wire import Wire

Json = dict[str, Any]

PATIENCE = 30.0
"""Seconds: a machine may be busy with other things."""


@dataclass(frozen=True, slots=True)
class Chat:
    """A group, supergroup or channel."""

    id: int
    title: str
    raw: Json = field(repr=False)


class Phone:
    """A person's phone. What it says goes to the private chat with the bot unless `chat` is given."""

    def __init__(self, sandbox: Wire, raw: Json) -> None:
        self.sandbox = sandbox
        self.raw = raw
        self.id: int = raw["id"]
        self.name: str = raw["first_name"]
        self._inboxes: dict[int, Inbox] = {}

    def __repr__(self) -> str:
        return f"<Phone of {self.name}, {self.id}>"

    async def say(
        self, text: str, chat: "Place" = None, reply_to: Message | None = None, thread: int | None = None
    ) -> Message:
        """Write a text; `thread` is a topic's message_thread_id."""
        return await self._act("say", chat, text=text, reply_to=reply_to and reply_to.id, thread=thread)

    async def start(self, payload: str = "") -> Message:
        """Open the bot by its link, with or without a payload."""
        return await self.say(f"/start {payload}".strip())

    async def reply(self, message: Message, text: str) -> Message:
        """Answer a message, where it stands."""
        return await self.say(text, chat=message.chat_id, reply_to=message, thread=message.thread)

    async def send(
        self,
        kind: str,
        chat: "Place" = None,
        file: bytes | None = None,
        filename: str | None = None,
        reply_to: Message | None = None,
        **fields: Any,
    ) -> Message:
        """Send a photo, document, voice, video, sticker, location, poll, …; without `file` a small valid one.

        `fields`: caption, media_group_id, thread, and those of the kind (latitude, phone_number, options, …).
        """
        about = fields | {"kind": kind, "filename": filename, "reply_to": reply_to and reply_to.id}
        if file is None:
            return await self._act("send", chat, **about)
        about |= {"user": self.id, "chat": self._chat_id(chat)}
        return Message(await self.sandbox.upload("send", file, about))

    async def send_photo(self, caption: str | None = None, file: bytes | None = None, **how: Any) -> Message:
        """Send a picture."""
        return await self.send("photo", file=file, caption=caption, **how)

    async def send_album(self, *captions: str, kind: str = "photo", **how: Any) -> list[Message]:
        """Send several at once: one for each caption ("" for none), sharing a media_group_id."""
        how["media_group_id"] = f"{self.id}{asyncio.get_running_loop().time():.6f}".replace(".", "")
        return [await self.send(kind, caption=caption or None, **how) for caption in captions]

    async def edit(self, message: Message, text: str) -> Message:
        """Give an own message another text (or caption)."""
        name = "text" if "text" in message.raw else "caption"
        return await self._act("edit", message.chat_id, message=message.id, **{name: text})

    async def delete(self, message: Message) -> None:
        """Remove a message."""
        await self.sandbox.post("delete", user=self.id, chat=message.chat_id, message=message.id)

    async def forward(self, message: Message, chat: "Place" = None) -> Message:
        """Forward a message of any chat this person is in."""
        return await self._act("forward", chat, from_chat=message.chat_id, message=message.id)

    async def react(self, message: Message, emoji: str | None) -> None:
        """Put an emoji on a message, or (None) take it back."""
        await self.sandbox.post("react", user=self.id, chat=message.chat_id, message=message.id, emoji=emoji)

    async def vote(self, message: Message, *options: int) -> Message:
        """Vote in a poll, by option numbers."""
        return await self._act("vote", message.chat_id, message=message.id, options=list(options))

    async def block(self) -> None:
        """Block the bot."""
        await self.sandbox.post("block", user=self.id)

    async def unblock(self) -> None:
        """Let the bot write again."""
        await self.sandbox.post("unblock", user=self.id)

    async def join(self, chat: Chat, status: str = "member") -> None:
        """Come into a chat."""
        await self.sandbox.post("join", user=self.id, chat=chat.id, status=status)

    async def leave(self, chat: Chat) -> None:
        """Go out of a chat."""
        await self.sandbox.post("leave", user=self.id, chat=chat.id)

    async def press(
        self, label: str, on: Message | None = None, chat: "Place" = None, timeout: float = PATIENCE
    ) -> Pressed:
        """Press the newest button with this label (else: one whose label contains it), once there is one.

        A label of the reply keyboard is said, as Telegram does. Waits until the bot has answered.

        Raises:
            AssertionError: no such button in time, or no answer; with what the chat shows.
        """
        inbox = self._inbox(on.chat_id if on else chat)
        found = await inbox.find_button(label, on, timeout)
        if found.is_reply_keyboard:
            await self.say(found.label, chat=inbox.chat_id)
            return Pressed(None)
        where = {"user": self.id, "chat": inbox.chat_id, "message": found.message.id}
        answer = await self.sandbox.post("press", **where, button=found.label, wait=timeout)
        if not answer["answered"]:
            raise AssertionError(f"the bot did not answer {self.name}'s press of {found.label!r} in {timeout} s")
        return Pressed(answer.get("text"), answer.get("show_alert", False), answer.get("url"))

    async def sees(self, wanted: Wanted = "", chat: "Place" = None, timeout: float = PATIENCE) -> Message:
        """The oldest message of the bot, not seen by an earlier sees(), that has this text (or fits the predicate).

        An edited message counts as a new one, with its new text.

        Raises:
            AssertionError: none came in time; with what the chat shows.
        """
        return await self._inbox(chat).take(wanted, timeout)

    async def quiet(self, seconds: float = 0.3, chat: "Place" = None) -> None:
        """Raises AssertionError if the bot writes or edits anything here within `seconds` from now."""
        await self._inbox(chat).stay_quiet(seconds)

    async def messages(self, chat: "Place" = None) -> list[Message]:
        """All messages of a chat, oldest first."""
        return [Message(raw) for raw in await self.sandbox.get("messages", chat=self._chat_id(chat))]

    async def last(self, chat: "Place" = None) -> Message:
        """The newest message. Raises IndexError in an empty chat."""
        return (await self.messages(chat))[-1]

    def _chat_id(self, chat: "Place") -> int:
        return self.id if chat is None else chat if isinstance(chat, int) else chat.id

    def _inbox(self, chat: "Place") -> Inbox:
        chat_id = self._chat_id(chat)
        return self._inboxes.setdefault(chat_id, Inbox(self.sandbox, chat_id, self.name))

    async def _act(self, call: str, chat: "Place", **body: Any) -> Message:
        return Message(await self.sandbox.post(call, user=self.id, chat=self._chat_id(chat), **body))


Place = Chat | Phone | int | None
