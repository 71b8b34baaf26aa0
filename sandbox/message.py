"""A message as a phone shows it, and the answer to a pressed button."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

FILES = ("document", "voice", "audio", "video", "video_note", "animation", "sticker")
OTHERS = ("location", "venue", "contact", "poll", "dice")


@dataclass(frozen=True, slots=True)
class Message:
    """`raw` is the Bot API's Message, with `keyboard` (reply keyboard) and `changed` added by the control interface."""

    raw: Json = field(repr=False)

    @property
    def id(self) -> int:
        """message_id."""
        return int(self.raw["message_id"])

    @property
    def chat_id(self) -> int:
        """Of the chat it stands in."""
        return int(self.raw["chat"]["id"])

    @property
    def thread(self) -> int | None:
        """message_thread_id of its topic."""
        return self.raw.get("message_thread_id")

    @property
    def text(self) -> str:
        """The text or the caption; "" where there is none."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def kind(self) -> str:
        """ "text", "photo", "document", …, or "service"."""
        return next(
            (name for name in ("photo", "animation", *FILES, "venue", *OTHERS, "text") if name in self.raw), "service"
        )

    @property
    def from_bot(self) -> bool:
        """Written by the bot; in a channel, where nobody signs, everything may be."""
        return bool(self.raw.get("from", {"is_bot": True})["is_bot"])

    @property
    def sender(self) -> str:
        """First name of the writer, or the channel's title."""
        if "from" in self.raw:
            return str(self.raw["from"]["first_name"])
        return str(self.raw["chat"].get("title", ""))

    @property
    def reply_to(self) -> "Message | None":
        """The message that this one answers."""
        replied = self.raw.get("reply_to_message")
        return Message(replied) if replied else None

    @property
    def rows(self) -> list[list[Json]]:
        """The inline keyboard: rows of InlineKeyboardButton."""
        rows: list[list[Json]] = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[str]:
        """Labels of the inline buttons, row by row."""
        return [button["text"] for row in self.rows for button in row]

    @property
    def keyboard(self) -> list[str]:
        """Labels of the reply keyboard that came with it."""
        rows = self.raw.get("keyboard", {}).get("keyboard", [])
        return [button["text"] for row in rows for button in row]

    @property
    def file_id(self) -> str | None:
        """Of the file it carries; of a photo, the largest size."""
        if "photo" in self.raw:
            return str(self.raw["photo"][-1]["file_id"])
        return next((str(self.raw[name]["file_id"]) for name in FILES if name in self.raw), None)

    def __str__(self) -> str:
        """As one line: #12 连心桥: 您好 [写信] [帮助]."""
        kind = "" if self.kind == "text" else f"({self.kind}) "
        buttons = "".join(f" [{label}]" for label in (*self.buttons, *self.keyboard))
        return f"#{self.id} {self.sender}: {kind}{self.text}{buttons}"


@dataclass(frozen=True, slots=True)
class Pressed:
    """The bot's answer to a press: a note at the top (`text`), an alert, or an address to open."""

    text: str | None
    show_alert: bool = False
    url: str | None = None
