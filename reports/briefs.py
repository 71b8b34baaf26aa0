"""A brief on paper, in the usual form of such a document; its look is ``templates/brief.docx``."""

from collections.abc import Callable, Mapping
from typing import Any

from docxtpl import DocxTemplate

from texts import Text

Say = Callable[[Text], str]

PARTS = ("facts", "analysis", "suggestions")
ORDINALS = ("first", "second", "third")


def fill(_: DocxTemplate, data: Mapping[str, Any], say: Say) -> dict[str, Any]:
    """What stands in it.

    ``data``: kind, number, title, author, committee, day, leader, instructed (words or Texts); facts, analysis,
    suggestions, instruction (paragraphs). A part without words is left out, and the next takes its ordinal.
    """
    plain = {name: (say(value) if isinstance(value, Text) else value) for name, value in data.items()}
    written = [part for part in PARTS if data[part]]
    parts = [
        {"heading": say(Text(f"brief-paper-{ordinal}", part=Text(f"brief-paper-{part}"))), "lines": data[part]}
        for ordinal, part in zip(ORDINALS, written, strict=False)
    ]
    labels = {name: say(Text(f"brief-paper-{name}")) for name in ("author", "committee", "day-label", "instruction")}
    return plain | {"number": plain["number"].strip(), "parts": parts, "label": labels | {"day": labels["day-label"]}}
