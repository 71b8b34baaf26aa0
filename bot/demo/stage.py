"""The stage of the tour: actors who say and see things with real phones, and a transcript of all of it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any, TypeVar

from sandbox.client import Chat, Message, Phone
from texts import Text, Texts

LANGUAGE = "zh"
PATIENCE = 30.0
"""Seconds until something that has not come counts as not seen."""
SHOWN_INSTEAD = 4
INDENT = "    "

Story = TypeVar("Story")


class NotSeen(Exception):
    """What should have been in a chat was not. ``wanted`` is what; ``instead`` is the end of that chat."""

    def __init__(self, who: str, wanted: str, instead: list[str]) -> None:
        super().__init__(f"{who}: {wanted}")
        self.who = who
        self.wanted = wanted
        self.instead = instead


@dataclass
class Stage:
    """Where the transcript goes, and who takes part: ``stage["王秀英"]``."""

    phones: Mapping[str, Phone]
    texts: Texts
    zone: tzinfo
    out: Callable[[str], None] = field(default=lambda line: print(line, flush=True))

    def __getitem__(self, name: str) -> "Actor":
        return Actor(self, self.phones[name])

    def plain(self, key: str, **args: Any) -> str:
        """A text as people read it; of a button, its label."""
        return self.texts.plain(LANGUAGE, Text(key, **args))

    def day(self, moment: datetime) -> str:
        """Its day as people read it."""
        return self.plain("tour-day", day=moment.astimezone(self.zone).date())

    def tell(self, key: str, **args: Any) -> None:
        """A line of the transcript, or several."""
        self.out(self.plain(key, **args))

    async def perform(self, number: int, title: str, scene: Callable[[Story], Awaitable[None]], story: Story) -> bool:
        """Play one step and say whether it was seen; what was there instead, if not."""
        self.out("")
        self.tell("tour-step", number=str(number), title=Text(title))
        try:
            await scene(story)
        except NotSeen as missing:
            self.tell("tour-not-seen", who=missing.who, wanted=missing.wanted, instead=missing.instead)
            return False
        self.tell("tour-seen")
        return True


@dataclass(frozen=True)
class Actor:
    """One person of the story. What they do and see is in the transcript."""

    stage: Stage
    phone: Phone

    @property
    def name(self) -> str:
        return self.phone.name

    async def says(self, text: str) -> Message:
        self._did(text)
        return await self.phone.say(text)

    async def replies(self, message: Message, text: str) -> Message:
        """As one answers a message in a chat: with it quoted."""
        self._did(self.stage.plain("tour-reply", text=text))
        return await self.phone.reply(message, text)

    async def sends_photo(self, caption: str, photo: bytes) -> Message:
        self._did(self.stage.plain("tour-photo", caption=caption))
        return await self.phone.send_photo(caption, photo, filename="photo.png")

    async def presses(self, key: str, on: Message | None = None) -> None:
        """Press the newest button whose label is the text ``key``.

        Raises:
            NotSeen: there is none, or the bot does not answer.
        """
        await self.presses_name(self.stage.plain(key), on)

    async def presses_name(self, label: str, on: Message | None = None) -> None:
        """The same, by what stands on the button.

        Raises:
            NotSeen
        """
        self._did(f"[{label}]")
        try:
            pressed = await self.phone.press(label, on, timeout=PATIENCE)
        except AssertionError:
            raise NotSeen(self.name, f"[{label}]", await self._end_of_chat()) from None
        if pressed.text:
            self._saw(pressed.text)

    async def blocks(self) -> None:
        self.stage.tell("tour-blocks", name=self.name)
        await self.phone.block()

    async def opens(self, key: str, on: Message) -> None:
        """Press a button that leads to the bot by a link, as a phone follows it.

        Raises:
            NotSeen: there is none.
        """
        label = self.stage.plain(key)
        self._did(f"[{label}]")
        links = [button.get("url", "") for row in on.rows for button in row if button["text"] == label]
        if not links or "?start=" not in links[0]:
            raise NotSeen(self.name, f"[{label}]", [self._quoted(on)])
        await self.phone.start(links[0].partition("?start=")[2])

    async def scans(self, link: str) -> None:
        """Hold the camera on a QR code that leads to the bot."""
        self._did(self.stage.plain("tour-scan"))
        await self.phone.start(link.partition("?start=")[2])

    async def sees(
        self, *words: str, never: str | None = None, kind: str | None = None, chat: Chat | None = None
    ) -> Message:
        """The oldest message not yet seen that has all these words; ``kind`` as in ``Message.kind``; ``chat``: a group
        or channel.

        Raises:
            NotSeen: none came, or it has the word that must ``never`` be in it.
        """

        def fits(message: Message) -> bool:
            return all(word in _read(message) for word in words) and kind in (None, message.kind)

        try:
            message = await self.phone.sees(fits, chat=chat, timeout=PATIENCE)
        except AssertionError:
            raise NotSeen(self.name, self._listed(words, kind), await self._end_of_chat(chat)) from None
        self._saw(_described(message, self.stage), chat)
        if never is not None and never in _read(message):
            raise NotSeen(self.name, self.stage.plain("tour-without", word=never), [self._quoted(message)])
        return message

    async def has_never_seen(self, word: str) -> None:
        """Nothing in the whole chat tells this.

        Raises:
            NotSeen
        """
        telling = [self._quoted(each) for each in await self.phone.messages() if word in str(each.raw)]
        if telling:
            raise NotSeen(self.name, self.stage.plain("tour-without", word=word), telling[:SHOWN_INSTEAD])
        self.stage.tell("tour-nowhere", name=self.name, word=word)

    def _listed(self, words: tuple[str, ...], kind: str | None) -> str:
        return "、".join([*words, *([self.stage.plain(f"tour-kind-{kind}")] if kind else [])])

    def _did(self, what: str) -> None:
        self.stage.out(f"{self.name} ▸ {_indented(what, INDENT * 2)}")

    def _saw(self, what: str, chat: Chat | None = None) -> None:
        bot, where = self.stage.plain("tour-bot"), chat.title if chat else self.name
        self.stage.out(f"{INDENT}{bot} → {where}：{_indented(what, INDENT * 2)}")

    async def _end_of_chat(self, chat: Chat | None = None) -> list[str]:
        return [self._quoted(each) for each in (await self.phone.messages(chat))[-SHOWN_INSTEAD:]]

    def _quoted(self, message: Message) -> str:
        who = self.stage.plain("tour-bot") if message.from_bot else message.sender
        return f"{INDENT}{who}：{_indented(_described(message, self.stage), INDENT * 2)}"


def _read(message: Message) -> str:
    """All that a person can read of a message."""
    return "\n".join([message.text, *message.buttons])


def _described(message: Message, stage: Stage) -> str:
    """A message in words: a picture is named, buttons stand in brackets, row by row."""
    picture = [stage.plain("tour-picture")] if message.kind == "photo" else []
    rows = [" ".join(f"[{button['text']}]" for button in row) for row in message.rows]
    return "\n".join(part for part in [*picture, message.text, *rows] if part)


def _indented(text: str, by: str) -> str:
    """Every line but the first moved to the right; empty lines left out."""
    first, *others = [line for line in text.split("\n") if line.strip()] or [""]
    return "\n".join([first, *(by + line for line in others)])
