"""Raw Bot API updates as a person's phone causes them: every kind of message, well-meant or not, and pressed buttons.

A content is the part of a ``Message`` that says something; ``new``, ``edited`` and ``pressed`` put it into an update
that still lacks its ``update_id``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Json = dict[str, Any]

BOT = {"id": 42, "is_bot": True, "first_name": "连心桥", "username": "lianxin_bot"}


@dataclass(frozen=True)
class Writer:
    """Whose phone: their private chat has their number."""

    id: int
    name: str
    language: str = "zh"
    username: str = ""

    @property
    def user(self) -> Json:
        return self._named | {"is_bot": False, "language_code": self.language}

    @property
    def chat(self) -> Json:
        return self._named | {"type": "private"}

    @property
    def _named(self) -> Json:
        return {"id": self.id, "first_name": self.name} | _with(username=self.username)


# --- contents ---------------------------------------------------------------------------------------------------------


def text(words: str) -> Json:
    """Words; Telegram marks a command at their beginning."""
    if not words.startswith("/"):
        return {"text": words}
    return {"text": words, "entities": [{"type": "bot_command", "offset": 0, "length": len(words.split()[0])}]}


def photo(caption: str = "", album: str = "", name: str = "photo") -> Json:
    sizes = [_file(f"{name}-{side}", width=side, height=side * 3 // 4) for side in (90, 1280)]
    return {"photo": sizes} | _with(caption=caption, media_group_id=album)


def voice() -> Json:
    return {"voice": _file("voice", duration=3, mime_type="audio/ogg")}


def video() -> Json:
    return {"video": _file("video", width=320, height=240, duration=2, mime_type="video/mp4")}


def document(file_name: str = "材料.pdf") -> Json:
    return {"document": _file("document", file_name=file_name, mime_type="application/pdf")}


def sticker() -> Json:
    return {
        "sticker": _file(
            "sticker", type="regular", width=512, height=512, is_animated=False, is_video=False, emoji="👍"
        )
    }


def location(*, is_live: bool = False) -> Json:
    return {"location": {"latitude": 32.02, "longitude": 120.27} | ({"live_period": 900} if is_live else {})}


def contact(name: str = "马三立", phone: str = "+8613800000099") -> Json:
    """A card from the phone book."""
    return {"contact": {"phone_number": phone, "first_name": name}}


def poll() -> Json:
    options = [{"persistent_id": str(n), "text": label, "voter_count": 0} for n, label in enumerate(("行", "不行"))]
    votes = {"options": options, "total_voter_count": 0, "is_closed": False, "is_anonymous": True}
    rules = {"type": "regular", "allows_multiple_answers": False, "allows_revoting": True, "members_only": False}
    return {"poll": {"id": "77", "question": "修不修路灯？"} | votes | rules}


def dice() -> Json:
    return {"dice": {"emoji": "🎲", "value": 4}}


def forwarded(words: str, at: datetime) -> Json:
    """A post of a channel, passed on."""
    channel = {"id": -1001234567890, "type": "channel", "title": "城北镇发布", "username": "chengbei"}
    origin = {"type": "channel", "date": int(at.timestamp()), "chat": channel, "message_id": 5}
    return text(words) | {"forward_origin": origin}


def pinned(content: Json, at: datetime, writer: Writer) -> Json:
    """A service message: nobody speaks."""
    return {"pinned_message": _message(writer, 1, content, at)}


def _file(name: str, **fields: Any) -> Json:
    return {"file_id": f"{name}-id", "file_unique_id": name, "file_size": 1000} | fields


def _with(**fields: str) -> Json:
    return {name: value for name, value in fields.items() if value}


# --- updates ----------------------------------------------------------------------------------------------------------


def new(writer: Writer, message_id: int, content: Json, at: datetime, reply_to: Json | None = None) -> Json:
    """A message to the bot, in private; ``reply_to`` is the message it answers."""
    replied = {"reply_to_message": reply_to} if reply_to else {}
    return {"message": _message(writer, message_id, content, at) | replied}


def edited(writer: Writer, message_id: int, content: Json, at: datetime) -> Json:
    """An own message given another content."""
    return {"edited_message": _message(writer, message_id, content, at) | {"edit_date": int(at.timestamp())}}


def pressed(writer: Writer, data: str, message: Json | None, query_id: str) -> Json:
    """A press of a button under a message of the bot's; None where Telegram shows no message with it."""
    query: Json = {"id": query_id, "from": writer.user, "chat_instance": "7", "data": data}
    return {"callback_query": query | ({"message": message} if message else {})}


def membership(writer: Writer, status: str, at: datetime) -> Json:
    """This person blocks the bot ("kicked") or lets it in again ("member")."""
    was = "member" if status == "kicked" else "kicked"
    change = {"chat": writer.chat, "from": writer.user, "date": int(at.timestamp())}
    return {"my_chat_member": change | {"old_chat_member": _as(was), "new_chat_member": _as(status)}}


def _as(status: str) -> Json:
    return {"user": BOT, "status": status} | ({"until_date": 0} if status == "kicked" else {})


def of_bot(writer: Writer, message_id: int, words: str, at: datetime, keyboard: list[list[Mapping[str, Any]]]) -> Json:
    """A message of the bot's in this person's chat, as a press or a reply carries it."""
    markup = {"reply_markup": {"inline_keyboard": keyboard}} if keyboard else {}
    message = {"message_id": message_id, "date": int(at.timestamp()), "chat": writer.chat, "from": BOT, "text": words}
    return message | markup


def _message(writer: Writer, message_id: int, content: Json, at: datetime) -> Json:
    about = {"message_id": message_id, "date": int(at.timestamp()), "chat": writer.chat, "from": writer.user}
    return about | content
