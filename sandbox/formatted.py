"""A text with its entities, from what a call carries: parse_mode or given entities, trimmed, measured, completed."""

from collections.abc import Callable, Mapping
from typing import Any

from sandbox import html, markdown
from sandbox.entities import trimmed, utf16_length, with_found
from sandbox.errors import refusal

Json = dict[str, Any]
Parse = Callable[[str], tuple[str, list[Json]]]

PARSERS: Mapping[str, Parse] = {"html": html.parse, "markdownv2": markdown.parse}
MAX_TEXT = 4096
MAX_CAPTION = 1024


def parsed(text: str, parse_mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """Plain text and entities, by the named mode or as given.

    Raises:
        BotApiError: 400 for broken markup or a mode that Telegram (or, for old Markdown, the sandbox) does not know.
    """
    if parse_mode is None:
        return trimmed(text, entities or [])
    parse = PARSERS.get(parse_mode.lower())
    if parse is None:
        raise refusal("unsupported parse_mode")
    return trimmed(*parse(text))


def message_text(call: Mapping[str, Any], people: Mapping[int, Json]) -> Json:
    """`{"text", "entities"?}` of a message to be sent.

    Raises:
        BotApiError: 400, broken markup, nothing left to send, or more than 4096 UTF-16 units.
    """
    text, entities = parsed(call["text"], call.get("parse_mode"), call.get("entities"))
    if not text:
        raise refusal("message text is empty")
    if utf16_length(text) > MAX_TEXT:
        raise refusal("message is too long")
    return _fields("text", "entities", text, entities, people)


def caption(call: Mapping[str, Any], people: Mapping[int, Json]) -> Json:
    """`{"caption", "caption_entities"?}`, or nothing where there is no caption.

    Raises:
        BotApiError: 400, broken markup or more than 1024 UTF-16 units.
    """
    given = call.get("caption")
    if not given:
        return {}
    text, entities = parsed(given, call.get("parse_mode"), call.get("caption_entities"))
    if utf16_length(text) > MAX_CAPTION:
        raise refusal("message caption is too long")
    return _fields("caption", "caption_entities", text, entities, people) if text else {}


def _fields(name: str, entities_name: str, text: str, entities: list[Json], people: Mapping[int, Json]) -> Json:
    complete = with_found(text, _with_users(entities, people))
    return {name: text, entities_name: complete} if complete else {name: text}


def _with_users(entities: list[Json], people: Mapping[int, Json]) -> list[Json]:
    """Mentions by id get their user; one of a stranger is dropped, as Telegram does."""
    known = []
    for entity in entities:
        user_id = entity.pop("user_id", None)
        if user_id is None:
            known.append(entity)
        elif user_id in people:
            known.append({**entity, "user": people[user_id]})
    return known
