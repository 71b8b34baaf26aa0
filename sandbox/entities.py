"""Message entities: UTF-16 offsets, what Telegram finds by itself in a text, and the trimming it does.

An entity is the Bot API's MessageEntity: `{"type", "offset", "length", …}`, offset and length in UTF-16 code units.
"""

import re
from typing import Any

Json = dict[str, Any]

# Styles that Telegram splits and joins freely; the same one twice in a row is one entity.
SPLITTABLE = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
# Nothing is looked for inside these.
OPAQUE = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"})
# Of entities that cover the same text, the outer one comes first.
OUTER_FIRST = ("blockquote", "expandable_blockquote", "pre", "text_link", "text_mention", "date_time")

FOUND_ALONE = re.compile(
    r"(?P<url>(?:https?://|\bt\.me/)[^\s<>\"'，。；、！？（）《》“”]*[^\s<>\"'，。；、！？（）《》“”.,;:!?)\]])"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*[A-Za-z])"
    r"|(?<![\w/])(?P<mention>@[A-Za-z]\w{3,31})\b"
    r"|(?<![\w#])(?P<hashtag>#(?=\w*[^\W\d_])\w+)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{3,31})?)(?![\w/])",
)
TRIGGERS = re.compile(r"[/@#]")


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of the text that an entity covers."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def found_alone(text: str) -> list[Json]:
    """Commands, mentions, hashtags, links and addresses, which Telegram marks without being asked."""
    if not TRIGGERS.search(text):
        return []
    return [_entity(text, found) for found in FOUND_ALONE.finditer(text)]


def _entity(text: str, found: re.Match[str]) -> Json:
    start = utf16_length(text[: found.start()])
    return {"type": found.lastgroup, "offset": start, "length": utf16_length(found.group())}


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """The given entities and those found alone, as far as they do not cross an opaque one."""
    found = found_alone(text)
    if not entities:
        return found
    closed = [entity for entity in entities if entity["type"] in OPAQUE]
    return ordered(entities + [entity for entity in found if not any(_cross(entity, other) for other in closed)])


def _cross(one: Json, other: Json) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])


def ordered(entities: list[Json]) -> list[Json]:
    """Sorted as Telegram sorts them, equal neighbours joined: outer before inner, early before late."""
    joined: list[Json] = []
    for entity in sorted(entities, key=_place):
        if not _join(joined, entity):
            joined.append(entity)
    return sorted(joined, key=_place)


def _place(entity: Json) -> tuple[int, int, int, str]:
    kind = entity["type"]
    rank = OUTER_FIRST.index(kind) if kind in OUTER_FIRST else len(OUTER_FIRST)
    return entity["offset"], -entity["length"], rank, kind


def _join(joined: list[Json], entity: Json) -> bool:
    """Lengthen an earlier entity of the same style that reaches this one."""
    if entity["type"] not in SPLITTABLE:
        return False
    for earlier in reversed(joined):
        reach = earlier["offset"] + earlier["length"]
        if earlier["type"] == entity["type"] and reach >= entity["offset"]:
            earlier["length"] = max(reach, entity["offset"] + entity["length"]) - earlier["offset"]
            return True
    return False


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Without blanks at both ends, as Telegram stores it; the entities are moved and cut to fit."""
    short = text.strip()
    if len(short) == len(text):
        return text, entities
    lead = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(short)
    fitting = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, end)
        if start < stop:
            fitting.append({**entity, "offset": start, "length": stop - start})
    return short, fitting
