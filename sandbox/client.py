"""A client of a running sandbox: people with phones, for tests, the demo's tour and benchmarks.

    async with SandboxClient(url) as sandbox:
        wang = await sandbox.person("王秀英", label="群众")
        await wang.say("/start")
        welcome = await wang.sees("欢迎")
        await wang.press("写信")

Talks HTTP only; the server may be in this process or in another. Chats are given as a `Chat`, a `Phone` (its private
chat) or a number; without one, the phone's private chat with the bot is meant.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Self

from aiohttp import ClientSession, ClientTimeout, FormData, TCPConnector

from sandbox.message import Message, Pressed

Json = dict[str, Any]
Wanted = str | Callable[[Message], bool]

PATIENCE = 5.0


class SandboxError(Exception):
    """The sandbox refused a control call: its sentence."""


@dataclass(frozen=True, slots=True)
class Chat:
    """A group, supergroup or channel."""

    id: int
    title: str
    raw: Json = field(repr=False)


class SandboxClient:
    """One connection to a sandbox. Use it as an async context manager."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")

    async def __aenter__(self) -> Self:
        self.http = ClientSession(self.url, timeout=ClientTimeout(total=120), connector=TCPConnector(limit=0))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.close()

    async def get(self, call: str, **query: Any) -> Any:
        """`GET /control/<call>`; arguments that are None are left out."""
        given = {name: str(value) for name, value in query.items() if value is not None}
        return await self._ask("GET", call, params=given)

    async def post(self, call: str, **body: Any) -> Any:
        """`POST /control/<call>`; arguments that are None are left out."""
        return await self._ask("POST", call, json={name: value for name, value in body.items() if value is not None})

    async def _ask(self, method: str, call: str, **how: Any) -> Any:
        async with self.http.request(method, f"/control/{call}", **how) as response:
            answer = await response.json()
        if response.status != 200:
            raise SandboxError(answer["error"])
        return answer

    async def person(self, name: str, label: str = "", username: str | None = None, **user: Any) -> "Phone":
        """A new person, who has not started the bot yet. `user` takes any field of Telegram's User."""
        about = {"language_code": "zh-hans"} | user
        raw = await self.post("people", first_name=name, label=label, username=username, **about)
        return Phone(self, raw)

    async def chat(
        self, type: str, title: str, people: Iterable["Phone"] = (), is_forum: bool | None = None, **chat: Any
    ) -> Chat:
        """A new "group", "supergroup" or "channel". The first of the people owns it; the bot is its administrator."""
        members = [phone.id for phone in people]
        raw = await self.post("chats", type=type, title=title, people=members, is_forum=is_forum, **chat)
        return Chat(raw["id"], title, raw)

    async def advance(self, **time: float) -> datetime:
        """Move the clock on: `advance(days=31)`, any argument of timedelta. The sandbox's time afterwards."""
        return await self._clock(advance=timedelta(**time).total_seconds())

    async def set_clock(self, moment: datetime) -> datetime:
        """Make it `moment` (aware)."""
        return await self._clock(at=moment.isoformat())

    async def reset_clock(self) -> datetime:
        """Back to real time."""
        return await self._clock(reset=True)

    async def now(self) -> datetime:
        """The sandbox's time."""
        return datetime.fromisoformat((await self.get("clock"))["now"])

    async def _clock(self, **body: Any) -> datetime:
        return datetime.fromisoformat((await self.post("clock", **body))["now"])

    async def faults(self, seed: int = 0, rules: Iterable[Json] = ()) -> None:
        """Let things go wrong as README.md describes; no rules: nothing goes wrong any more."""
        await self.post("faults", seed=seed, rules=list(rules))

    async def limits(self, on: bool, **rates: float) -> None:
        """Switch Telegram's limits on or off; rates are overall_per_second, chat_per_second, group_per_minute."""
        await self.post("limits", on=on, **rates)

    async def calls(self, method: str | None = None, after: int = 0) -> list[Json]:
        """The bot's calls, oldest first: `{"n", "at", "method", "params", "status", "error"?}`."""
        calls: list[Json] = await self.get("calls", method=method, after=after)
        return calls

    async def state(self) -> Json:
        """Everything at once: people, chats, the last messages, commands."""
        state: Json = await self.get("state")
        return state

    async def waiting(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return int((await self.get("updates"))["waiting"])

    async def reset(self) -> None:
        """Everything forgotten."""
        await self.post("reset")

    async def file(self, file_id: str) -> bytes:
        """The bytes of a file."""
        async with self.http.get(f"/control/file/{file_id}") as response:
            if response.status != 200:
                raise SandboxError(f"there is no file {file_id}")
            return await response.read()

    async def upload(self, call: str, data: bytes, fields: Json) -> Any:
        """A control call with a file."""
        form = FormData()
        form.add_field("file", data, filename=fields.get("filename") or "file.bin")
        for name, value in fields.items():
            if value is not None:
                form.add_field(name, str(value))
        return await self._ask("POST", call, data=form)


class Phone:
    """A person's phone. What it says goes to the private chat with the bot unless `chat` is given."""

    def __init__(self, sandbox: SandboxClient, raw: Json) -> None:
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

    def _inbox(self, chat: "Place") -> "Inbox":
        chat_id = self._chat_id(chat)
        return self._inboxes.setdefault(chat_id, Inbox(self.sandbox, chat_id, self.name))

    async def _act(self, call: str, chat: "Place", **body: Any) -> Message:
        return Message(await self.sandbox.post(call, user=self.id, chat=self._chat_id(chat), **body))


Place = Chat | Phone | int | None


@dataclass(frozen=True, slots=True)
class FoundButton:
    """A button with its full label, and the message that carries it."""

    message: Message
    label: str
    is_reply_keyboard: bool = False


@dataclass(slots=True)
class Inbox:
    """What one phone has seen of one chat: `unseen` holds the bot's messages that no sees() has taken."""

    sandbox: SandboxClient
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
