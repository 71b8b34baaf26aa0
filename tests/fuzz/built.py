"""Whole updates built from the published types: any field that Telegram may send, for anyone, in any chat."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from handlers.routes import ROUTES
from handlers.routing import Command, Press
from sandbox.api import ARRAY, TYPES
from tests.updates import Json

PEOPLE = (*range(1001, 1010), 42, 777000, 5_000_000_001)
"""The town's people, the bot itself, Telegram's own service, a stranger."""
CHATS = (*PEOPLE, -1, -1001234567890, -1009999999999)
NUMBERS = st.one_of(st.integers(-3, 12), st.integers(-(2**52), 2**52))
MOMENTS = st.integers(0, 2**31 - 1)
"""Of 32 bits, as Telegram counts moments and durations, in seconds."""

COMMANDS = tuple(route.name for route in ROUTES if isinstance(route, Command))
WORDS = tuple(word for route in ROUTES if isinstance(route, Command) for word in route.words)
PRESSES = tuple(route.name for route in ROUTES if isinstance(route, Press))

LINES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ("", " ", "\u200b", "王秀英", "/", "/@", "‮مرحبا", "👍👨\u200d👩", "<b>&", "9" * 400, "很长\n" * 900)
    ),
    st.builds("/{} {}".format, st.sampled_from(COMMANDS), st.text(max_size=20)),
    st.builds("{} {}".format, st.sampled_from(WORDS), st.text(max_size=20)),
    st.builds("/start {}_{}".format, st.sampled_from(("join", "m", "card", "s", "x")), st.text("Ab9_-", max_size=24)),
)
DATA = st.builds(
    lambda name, args: ":".join((name, *args))[:64],
    st.sampled_from(PRESSES),
    st.lists(st.one_of(st.integers(-1, 9).map(str), st.text(max_size=6)), max_size=4),
).filter(lambda data: len(data.encode()) <= 64)

NAMED: Mapping[str, SearchStrategy[Any]] = {
    "text": LINES,
    "caption": LINES,
    "data": DATA,
    "date": MOMENTS,
    "language_code": st.sampled_from(("zh", "zh-hans", "en", "de", "x", "")),
    "media_group_id": st.sampled_from(("9", "10")),
    "message_id": st.integers(0, 300),
    "file_name": st.one_of(
        st.text(max_size=20), st.sampled_from(("../../etc/passwd", "名单.xlsx", "a" * 200 + ".pdf"))
    ),
    "latitude": st.floats(-90, 90),
    "longitude": st.floats(-180, 180),
}
"""Fields whose values decide where an update goes: for these chance alone would try nothing but nonsense."""
OFTEN: Mapping[str, frozenset[str]] = {
    "Message": frozenset({"text", "from"}),
    "CallbackQuery": frozenset({"data", "message"}),
    "Chat": frozenset({"first_name"}),
}
KINDS = tuple(sorted(TYPES["Update"]["fields"].keys() - {"update_id"}))
USUAL = ("message", "callback_query", "edited_message", "my_chat_member")
DEEPEST = 5

PLAIN: Mapping[str, SearchStrategy[Any]] = {
    "String": st.text(max_size=30),
    "Integer": NUMBERS,
    "Float": st.floats(-1e6, 1e6),
    "Boolean": st.booleans(),
}


@st.composite
def update(draw: DrawFn, kinds: tuple[str, ...] = KINDS) -> Json:
    """An update of one of these kinds, without its number."""
    kind = draw(st.sampled_from(kinds))
    return {kind: value(draw, tuple(TYPES["Update"]["fields"][kind]), kind, 0)}


def value(draw: DrawFn, types: tuple[str, ...], name: str, depth: int) -> Any:
    """Something of one of these types, for a field of this name."""
    one = draw(st.sampled_from(types))
    if one.startswith(ARRAY):
        count = draw(st.integers(0, 2 if depth < DEEPEST else 0))
        return [value(draw, (one.removeprefix(ARRAY),), name, depth + 1) for _ in range(count)]
    if one in PLAIN:
        return draw(_plain(one, name))
    item = TYPES[one]
    if "subtypes" in item:
        return value(draw, tuple(item["subtypes"]), name, depth)
    return _object(draw, one, item, depth)


def _plain(kind: str, name: str) -> SearchStrategy[Any]:
    if kind == "Integer" and re.search(r"(date|time|_at|duration|period|delay|timestamp)$", name):
        return MOMENTS
    return NAMED.get(name, PLAIN[kind])


def _object(draw: DrawFn, name: str, item: Json, depth: int) -> Json:
    fields, required = item.get("fields", {}), set(item.get("required", ()))
    optional = sorted(fields.keys() - required)
    if optional and depth < DEEPEST:
        often = OFTEN.get(name, frozenset())
        required |= {field for field in sorted(often) if draw(st.integers(0, 9)) < 8}
        required |= set(draw(st.lists(st.sampled_from(optional), max_size=3 if depth < 2 else 1, unique=True)))
    made = {field: value(draw, tuple(fields[field]), field, depth + 1) for field in sorted(required)}
    made |= {field: _of_size(made[field], size) for field, size in item.get("sizes", {}).items() if field in made}
    made |= item.get("const", {})
    return FITTED[name](draw, made) if name in FITTED else made


def _of_size(words: str, size: list[Any]) -> str:
    """As long as Telegram says that it is: cut, or filled up."""
    least, most, unit = size
    fitting = words.encode()[:most].decode(errors="ignore") if unit == "bytes" else words[:most]
    return fitting.ljust(least, "x")


def _chat(draw: DrawFn, chat: Json) -> Json:
    number = draw(st.sampled_from(CHATS))
    return chat | {"id": number, "type": "private" if number > 0 else draw(st.sampled_from(("group", "supergroup")))}


def _user(draw: DrawFn, user: Json) -> Json:
    return user | {"id": draw(st.sampled_from(PEOPLE))}


def _message(draw: DrawFn, message: Json) -> Json:
    """In a private chat nobody speaks but its owner (and the bot)."""
    chat = message["chat"]
    if chat["type"] == "private" and "from" in message and draw(st.integers(0, 9)):
        message["from"] = message["from"] | {"id": chat["id"]}
    if "text" in message:
        message["entities"] = _entities(draw, message["text"]) or message.get("entities", [])
    return message


def _entities(draw: DrawFn, words: str) -> list[Json]:
    """Telegram marks a command at the beginning."""
    if not words.startswith("/") or not words.split():
        return []
    return [{"type": "bot_command", "offset": 0, "length": len(words.split()[0])}]


def _query(draw: DrawFn, query: Json) -> Json:
    return query | {"id": f"q{query['id']}"}


FITTED: Mapping[str, Callable[[DrawFn, Json], Json]] = {
    "Chat": _chat,
    "User": _user,
    "Message": _message,
    "CallbackQuery": _query,
}
