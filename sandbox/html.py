"""Telegram's HTML: `parse("<b>字</b>")` is `("字", [{"type": "bold", "offset": 0, "length": 1}])`.

Refuses what Telegram refuses, in its words, with offsets in UTF-8 bytes:
"Bad Request: can't parse entities: Unsupported start tag "h1" at byte offset 0".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.entities import ordered, utf16_length, utf16_slice
from sandbox.errors import BotApiError, refusal

Json = dict[str, Any]

STYLES: Mapping[str, str] = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?")
SPECIAL = re.compile(r"[<&]")
START_TAG = re.compile(r"<([^\s>]*)")
ATTRIBUTE = re.compile(r"\s*([^\s=>]*)\s*(?:(=)\s*(?:\"([^\"]*)(?:\"|\Z)|'([^']*)(?:'|\Z)|([A-Za-z0-9.-]*)))?")
END_TAG = re.compile(r"</([^\s>]*)\s*(>?)")
USER_LINK = re.compile(r"tg://user\?id=(\d+)")


@dataclass(slots=True)
class Open:
    """A tag that waits for its end."""

    tag: str
    attributes: dict[str, str]
    offset: int


@dataclass(slots=True)
class Parser:
    """One pass over the text; `parts` is what is left without tags, `offset` its length in UTF-16 units."""

    text: str
    parts: list[str] = field(default_factory=list)
    offset: int = 0
    stack: list[Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def run(self) -> tuple[str, list[Json]]:
        """The plain text and its entities."""
        position = 0
        while found := SPECIAL.search(self.text, position):
            self.add(self.text[position : found.start()])
            position = self.step(found.start())
        self.add(self.text[position:])
        if self.stack:
            raise refused(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        return "".join(self.parts), ordered(self.entities)

    def step(self, at: int) -> int:
        """Take the tag or character reference that begins here; the position after it."""
        if self.text[at] == "&":
            return self.reference(at)
        return self.end_tag(at) if self.text.startswith("</", at) else self.start_tag(at)

    def add(self, plain: str) -> None:
        self.parts.append(plain)
        self.offset += utf16_length(plain)

    def reference(self, at: int) -> int:
        found = REFERENCE.match(self.text, at)
        character = decoded(found) if found else None
        if found is None or character is None:
            self.add("&")
            return at + 1
        self.add(character)
        return found.end()

    def start_tag(self, at: int) -> int:
        found = START_TAG.match(self.text, at)
        name = found.group(1).lower() if found else ""
        position = at + 1 + len(name)
        if position >= len(self.text):
            raise self.refused("Unclosed start tag", at)
        if name not in STYLES:
            raise self.refused(f'Unsupported start tag "{name}"', at)
        attributes, position = self.attributes(name, at, position)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self.refused('Tag "span" must have class "tg-spoiler"', at)
        self.stack.append(Open(name, attributes, self.offset))
        return position

    def attributes(self, tag: str, at: int, position: int) -> tuple[dict[str, str], int]:
        """The attributes of a start tag and the position after its ">"."""
        attributes: dict[str, str] = {}
        while True:
            position = len(self.text) - len(self.text[position:].lstrip())
            if position >= len(self.text):
                raise self.refused("Unclosed start tag", at)
            if self.text[position] == ">":
                return attributes, position + 1
            position = self.attribute(tag, at, position, attributes)

    def attribute(self, tag: str, at: int, position: int, attributes: dict[str, str]) -> int:
        found = ATTRIBUTE.match(self.text, position)
        if found is None or not found.group(1):
            raise self.refused(f'Empty attribute name in the tag "{tag}"', at)
        name, equals, double, single, token = found.groups()
        if found.end() >= len(self.text):
            raise self.refused("Unclosed start tag", at)
        if not equals and tag != "blockquote":
            raise self.refused(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', at)
        if token is not None and self.text[found.end()] not in " \t\r\n>":
            raise self.refused("Unexpected end of name token", found.start(5))
        value = next((part for part in (double, single, token) if part is not None), "")
        attributes[name.lower()] = REFERENCE.sub(lambda match: decoded(match) or match.group(), value)
        return found.end()

    def end_tag(self, at: int) -> int:
        found = END_TAG.match(self.text, at)
        if not self.stack:
            raise self.refused("Unexpected end tag", at)
        if found is None or not found.group(2):
            raise self.refused("Unclosed end tag", at)
        opened, name = self.stack.pop(), found.group(1).lower()
        if name and name != opened.tag:
            raise refused(
                f'Unmatched end tag at byte offset {self.byte(at)}, expected "</{opened.tag}>", found "</{name}>"'
            )
        self.close(opened)
        return found.end()

    def close(self, opened: Open) -> None:
        """Make the entity of a finished tag, if it covers anything and says enough."""
        length = self.offset - opened.offset
        details = self.details(opened, length) if length else None
        if details is None:
            return
        entity = {"type": STYLES[opened.tag], "offset": opened.offset, "length": length, **details}
        inner = self.entities[-1] if self.entities else None
        if opened.tag == "pre" and inner and inner == {**entity, "type": "code", "language": inner.get("language")}:
            inner["type"] = "pre"
            return
        self.entities.append(entity)
        self.drop_language(opened)

    def details(self, opened: Open, length: int) -> Json | None:
        """A link without an address is the address."""
        if opened.tag == "a" and not opened.attributes.get("href"):
            return _link(utf16_slice("".join(self.parts), opened.offset, length))
        return entity_of(opened)

    def drop_language(self, opened: Open) -> None:
        """`language` belongs to code inside pre only."""
        if opened.tag == "code" and not any(outer.tag == "pre" for outer in self.stack):
            self.entities[-1].pop("language", None)

    def byte(self, at: int) -> int:
        return len(self.text[:at].encode())

    def refused(self, problem: str, at: int) -> BotApiError:
        return refused(f"{problem} at byte offset {self.byte(at)}")


def entity_of(opened: Open) -> Json | None:
    """The fields that a tag adds to its entity; None where Telegram drops the entity."""
    match opened.tag:
        case "a":
            return _link(opened.attributes["href"])
        case "code":
            language = opened.attributes.get("class", "").removeprefix("language-")
            return {"language": language} if language else {}
        case "blockquote":
            return {"type": "expandable_blockquote"} if "expandable" in opened.attributes else {}
        case "tg-emoji":
            emoji = opened.attributes.get("emoji-id", "")
            return {"custom_emoji_id": emoji} if emoji.isdigit() else None
        case "tg-time":
            unix = opened.attributes.get("unix", "")
            return {"unix_time": int(unix)} if unix.isdigit() else None
        case _:
            return {}


def _link(url: str) -> Json | None:
    if user := USER_LINK.fullmatch(url):
        return {"type": "text_mention", "user_id": int(user.group(1))}
    if re.fullmatch(r"[a-z]+://\S+|[\w-]+(\.[\w-]+)+(/\S*)?", url) is None:
        return None
    return {"url": url if "://" in url else f"http://{url}/" if "/" not in url else f"http://{url}"}


def decoded(found: re.Match[str]) -> str | None:
    """The character of a reference; None where it names none."""
    hexadecimal, decimal, name = found.groups()
    if name:
        return CHARACTERS[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000 else None


def refused(problem: str) -> BotApiError:
    """Telegram's sentence about entities it cannot parse."""
    return refusal(f"can't parse entities: {problem}")


def parse(text: str) -> tuple[str, list[Json]]:
    """The plain text and the entities of an HTML text.

    A link `tg://user?id=7` becomes a text_mention with `user_id`, for the caller to replace by `user` or to drop.

    Raises:
        BotApiError: 400, in Telegram's words.
    """
    if SPECIAL.search(text) is None:
        return text, []
    return Parser(text).run()
