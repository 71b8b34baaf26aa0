"""Telegram's MarkdownV2, made into entities by the same rules as HTML, with the same kind of refusals."""

import re
from dataclasses import dataclass, field
from typing import Any

from sandbox.entities import ordered, utf16_length
from sandbox.html import refused

Json = dict[str, Any]

# Longer marks first: "__" is underline, "_" italic.
MARKS = {"||": "spoiler", "__": "underline", "*": "bold", "_": "italic", "~": "strikethrough"}
RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
NAMES = {"spoiler": "Spoiler", "underline": "Underline", "bold": "Bold", "italic": "Italic"} | {
    "strikethrough": "Strikethrough",
    "text_link": "TextUrl",
}
LINK_TARGET = re.compile(r"\]\(((?:\\.|[^)\\])*)\)", re.DOTALL)
CODE = re.compile(r"(`)((?:\\.|[^`\\])*)`", re.DOTALL)
PRE = re.compile(r"```(?:([\w+-]*)\n)?((?:\\.|(?!```).)*)```", re.DOTALL)
ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(slots=True)
class Parser:
    """One pass over the text; `stack` holds (entity type, UTF-16 offset, position) of what is open."""

    text: str
    parts: list[str] = field(default_factory=list)
    offset: int = 0
    stack: list[tuple[str, int, int]] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)
    quote: int | None = None

    def run(self) -> tuple[str, list[Json]]:
        """The plain text and its entities."""
        position = 0
        while position < len(self.text):
            position = self.step(position)
        self.end_quote()
        if self.stack:
            kind, _, at = self.stack[-1]
            raise refused(f"Can't find end of {NAMES[kind]} entity at byte offset {self.byte(at)}")
        return "".join(self.parts), ordered(self.entities)

    def step(self, at: int) -> int:
        """Take what stands here; the position after it."""
        character = self.text[at]
        if self.at_line_start(at) and self.line_start(character):
            return at + 1
        if character == "\\" and at + 1 < len(self.text) and ord(self.text[at + 1]) < 127:
            return self.add(self.text[at + 1], at + 2)
        if character == "`":
            return self.code(at)
        if character in "[]":
            return self.link(at, character)
        for mark, kind in MARKS.items():
            if self.text.startswith(mark, at):
                return self.mark(at, mark, kind)
        if character in RESERVED:
            raise refused(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")
        return self.add(character, at + 1)

    def add(self, plain: str, position: int) -> int:
        self.parts.append(plain)
        self.offset += utf16_length(plain)
        return position

    def at_line_start(self, at: int) -> bool:
        return at == 0 or self.text[at - 1] == "\n"

    def line_start(self, character: str) -> bool:
        """Begin, carry on or end a block quotation; True where the ">" is taken."""
        if character != ">":
            self.end_quote()
            return False
        if self.quote is None:
            self.quote = self.offset
        return True

    def end_quote(self) -> None:
        if self.quote is not None and self.offset > self.quote:
            self.append("blockquote", self.quote)
        self.quote = None

    def append(self, kind: str, start: int, **details: str) -> None:
        if self.offset > start:
            self.entities.append({"type": kind, "offset": start, "length": self.offset - start, **details})

    def mark(self, at: int, mark: str, kind: str) -> int:
        if self.stack and self.stack[-1][0] == kind:
            self.append(kind, self.stack.pop()[1])
        else:
            self.stack.append((kind, self.offset, at))
        return at + len(mark)

    def code(self, at: int) -> int:
        kind, pattern = ("pre", PRE) if self.text.startswith("```", at) else ("code", CODE)
        found = pattern.match(self.text, at)
        if found is None:
            raise refused(f"Can't find end of {kind.capitalize()} entity at byte offset {self.byte(at)}")
        start = self.offset
        self.add(ESCAPED.sub(r"\1", found.group(2)), 0)
        language = found.group(1) if kind == "pre" else None
        self.append(kind, start, **({"language": language} if language else {}))
        return found.end()

    def link(self, at: int, character: str) -> int:
        if character == "[":
            self.stack.append(("text_link", self.offset, at))
            return at + 1
        if not self.stack or self.stack[-1][0] != "text_link":
            raise refused("Character ']' is reserved and must be escaped with the preceding '\\'")
        found = LINK_TARGET.match(self.text, at)
        _, start, _ = self.stack.pop()
        if found is None:
            return at + 1
        self.append("text_link", start, url=ESCAPED.sub(r"\1", found.group(1)))
        return found.end()

    def byte(self, at: int) -> int:
        return len(self.text[:at].encode())


def parse(text: str) -> tuple[str, list[Json]]:
    """The plain text and the entities of a MarkdownV2 text.

    Raises:
        BotApiError: 400, in Telegram's words.
    """
    return Parser(text).run()
