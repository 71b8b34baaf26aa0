"""From a message in the outbox to one call of the Bot API."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.api import Upload
from texts import Texts, unpack

Rows = list[list[dict[str, Any]]]
Draw = Callable[[str, str, Mapping[str, Any]], bytes]
"""Name of a picture or paper, language and data → PNG or .docx."""

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {"html": "text/html", "docx": WORD, "xlsx": EXCEL, "ics": "text/calendar"}
"""Of a document, by the ending of its name."""


def call(chat_id: int, content: Mapping[str, Any], texts: Texts, draw: Draw) -> tuple[str, dict[str, Any]]:
    """Method and parameters for an outbox row's ``content``."""
    params: dict[str, Any] = {"chat_id": chat_id}
    if "thread" in content:
        params["message_thread_id"] = content["thread"]
    if "replies_to" in content:
        params["reply_parameters"] = {"message_id": content["replies_to"], "allow_sending_without_reply": True}
    if "commands" in content:
        return "setMyCommands", _commands(chat_id, content, texts)
    if "deletes" in content:
        return "deleteMessage", params | {"message_id": content["deletes"]}
    if "media" in content:
        return _media(content["media"], params)
    return _message(content, params, texts, draw)


def _message(
    content: Mapping[str, Any], params: dict[str, Any], texts: Texts, draw: Draw
) -> tuple[str, dict[str, Any]]:
    language = content["language"]
    said = texts.render(language, unpack(content["text"]))
    if content["buttons"]:
        params["reply_markup"] = {"inline_keyboard": _keyboard(content["buttons"], texts, language)}
    params |= {"parse_mode": "HTML"}
    if picture := content.get("picture"):
        drawn = Upload("photo.png", draw(picture["name"], language, unpack(picture["data"])), "image/png")
        if "edits" in content:
            return "editMessageMedia", _in_place(params | {"message_id": content["edits"]}, said, drawn)
        return "sendPhoto", params | {"photo": drawn, "caption": said}
    if paper := content.get("paper"):
        written = draw(paper["name"], language, unpack(paper["data"]) | {"fetched": paper.get("fetched", {})})
        return "sendDocument", params | {
            "document": Upload(paper["file_name"], written, _type_of(paper["file_name"])),
            "caption": said,
        }
    params |= {"text": said, "link_preview_options": {"is_disabled": True}}
    if "edits" in content:
        return "editMessageText", params | {"message_id": content["edits"]}
    return "sendMessage", params


def _in_place(params: dict[str, Any], said: str, drawn: Upload) -> dict[str, Any]:
    """Another picture in a message that shows one."""
    media = {"type": "photo", "media": "attach://photo", "caption": said, "parse_mode": params.pop("parse_mode")}
    return params | {"media": media, "photo": drawn}


def _type_of(file_name: str) -> str:
    return TYPES[file_name.rpartition(".")[2]]


def _keyboard(rows: Rows, texts: Texts, language: str) -> list[list[dict[str, str]]]:
    return [[_button(button, texts, language) for button in row] for row in rows]


def _button(button: Mapping[str, Any], texts: Texts, language: str) -> dict[str, str]:
    label = texts.plain(language, unpack(button["label"]))
    if "url" in button:
        return {"text": label, "url": button["url"]}
    return {"text": label, "callback_data": button["does"]}


_SINGLE = {
    "photo": "sendPhoto",
    "voice": "sendVoice",
    "video": "sendVideo",
    "video_note": "sendVideoNote",
    "audio": "sendAudio",
    "document": "sendDocument",
    "animation": "sendAnimation",
    "sticker": "sendSticker",
}


def _media(pieces: list[dict[str, Any]], params: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    if len(pieces) > 1:
        return "sendMediaGroup", params | _album(pieces)
    (piece,) = pieces
    if piece["kind"] == "location":
        return "sendLocation", params | {"latitude": piece["latitude"], "longitude": piece["longitude"]}
    return _SINGLE[piece["kind"]], params | {piece["kind"]: piece.get("upload") or piece["file_id"]}


def _album(pieces: list[dict[str, Any]]) -> dict[str, Any]:
    uploads = {f"file{at}": piece["upload"] for at, piece in enumerate(pieces) if "upload" in piece}
    media = [
        {"type": piece["kind"], "media": f"attach://file{at}" if "upload" in piece else piece["file_id"]}
        for at, piece in enumerate(pieces)
    ]
    return {"media": media, **uploads}


def _commands(chat_id: int, content: Mapping[str, Any], texts: Texts) -> dict[str, Any]:
    return {
        "commands": [
            {"command": entry["command"], "description": texts.plain(content["language"], unpack(entry["text"]))}
            for entry in content["commands"]
        ],
        "scope": {"type": "chat", "chat_id": chat_id},
    }
