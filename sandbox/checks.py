"""Each call of the bot, checked against the published methods before anything is done.

`read_call` turns raw parameters (strings of a form, or JSON values) into values of the published types, or raises the
400 that Telegram gives. One difference is meant: Telegram ignores a parameter it does not know, the sandbox refuses it,
so that a misspelt one is seen.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sandbox.api import METHODS, Json, MismatchError, check_of, check_size
from sandbox.errors import BotApiError, refusal
from sandbox.files import Upload

Read = Callable[[Any], Any]

# What Telegram says when the parameter is missing or empty; others get a general sentence.
MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "from_chat_id": "chat_id is empty",
    "user_id": "invalid user_id specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "voice": "there is no voice in the request",
    "video": "there is no video in the request",
    "audio": "there is no audio in the request",
    "animation": "there is no animation in the request",
    "sticker": "there is no sticker in the request",
    "video_note": "there is no video note in the request",
    "action": 'wrong parameter "action" in request',
}

# What Telegram says when a value is too long or too short, by type (or method) and field.
WRONG_SIZE = {
    ("InlineKeyboardButton", "callback_data"): "BUTTON_DATA_INVALID",
    ("BotCommand", "command"): "BOT_COMMAND_INVALID",
    ("BotCommand", "description"): "BOT_COMMAND_DESCRIPTION_INVALID",
    ("answerCallbackQuery", "text"): "MESSAGE_TOO_LONG",
    ("createForumTopic", "name"): "TOPIC_TITLE_EMPTY",
    ("sendPoll", "question"): "poll question length must not exceed 300",
    ("InputPollOption", "text"): "poll options length must not exceed 100",
    ("setWebhook", "secret_token"): "secret token is too long",
}
BOOLEANS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}
MAX_BUTTONS = 100


@cache
def readers(method: str) -> Mapping[str, Read]:
    """For each published parameter of the method, the function that reads it."""
    return {name: _reader(tuple(types)) for name, types in METHODS[method].get("fields", {}).items()}


def read_call(method: str, raw: Mapping[str, Any]) -> Json:
    """The call's parameters as values of their published types.

    Raises:
        BotApiError: 400, for the first parameter that is unknown, missing, of a wrong type or size.
    """
    fields = readers(method)
    params = {}
    for name, value in raw.items():
        if name not in fields:
            raise refusal(f'unknown parameter "{name}" of {method} (Telegram ignores it, the sandbox does not)')
        if value != "" or name == "url":
            params[name] = _read(method, name, fields[name], value)
    _require(method, params)
    return params


def _require(method: str, params: Json) -> None:
    for name in METHODS[method].get("required", ()):
        if name not in params:
            raise refusal(MISSING.get(name, f'parameter "{name}" is required'))


def _read(method: str, name: str, read: Read, value: Any) -> Any:
    sizes = METHODS[method].get("sizes", {})
    try:
        value = read(value)
        if name in sizes:
            check_size(value, sizes[name])
    except MismatchError as error:
        raise _as_refusal(error.within(name, method)) from None
    return value


def _as_refusal(error: MismatchError) -> BotApiError:
    if error.kind == "utf8":
        return refusal("strings must be encoded in UTF-8")
    if error.kind == "size" and (sentence := WRONG_SIZE.get((error.owner, error.field))):
        return refusal(sentence)
    return refusal(f'wrong parameter "{error.path[0]}" in request: {error}')


def _reader(types: tuple[str, ...]) -> Read:
    simple = READERS.get(types)
    if simple is not None:
        return simple
    check = check_of(types)
    has_keyboard = "InlineKeyboardMarkup" in types

    def read(value: Any) -> Any:
        value = _from_json(value)
        check(value)
        if has_keyboard:
            _check_keyboard(value)
        return value

    return read


def _from_json(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise MismatchError("can't parse JSON") from None


def _check_keyboard(markup: Json) -> None:
    """Telegram's rules for inline keyboards that the types do not carry."""
    rows = markup.get("inline_keyboard", ())
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise refusal("REPLY_MARKUP_TOO_LONG")
    for row in rows:
        for button in row:
            _check_button(button)


def _check_button(button: Json) -> None:
    actions = button.keys() - {"text", "style", "icon_custom_emoji_id"}
    if not button["text"].strip():
        raise refusal("can't parse inline keyboard button: the text of the button is empty")
    if not actions:
        raise refusal("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise refusal("can't parse inline keyboard button: exactly one optional field must be used")
    url = button.get("url")
    if url is not None and not url.startswith(("http://", "https://", "tg://", "t.me/")):
        raise refusal(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _string(value: Any) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    check_of(("String",))(value)
    return str(value)


def _integer(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    try:
        return int(value if isinstance(value, str) else "")
    except ValueError:
        raise MismatchError(f"Integer expected, {value!r} given") from None


def _float(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    try:
        return float(value if isinstance(value, str) else "")
    except ValueError:
        raise MismatchError(f"Float expected, {value!r} given") from None


def _boolean(value: Any) -> bool:
    known = BOOLEANS.get(str(value).lower())
    if known is None:
        raise MismatchError(f"Boolean expected, {value!r} given")
    return known


def _chat_id(value: Any) -> int | str:
    try:
        return _integer(value)
    except MismatchError:
        return _string(value)


def _file(value: Any) -> Upload | str:
    return value if isinstance(value, Upload) else _string(value)


def _upload(value: Any) -> Upload:
    if not isinstance(value, Upload):
        raise MismatchError("InputFile expected: a file part of multipart/form-data")
    return value


READERS: Mapping[tuple[str, ...], Read] = {
    ("String",): _string,
    ("Integer",): _integer,
    ("Float",): _float,
    ("Boolean",): _boolean,
    ("Integer", "String"): _chat_id,
    ("InputFile", "String"): _file,
    ("InputFile",): _upload,
}
