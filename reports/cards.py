"""The service card (联系群众服务卡): as a picture for a chat, and on paper, four to a page.

No document says what stands on the card: its fields are the software's own default.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import zip_longest
from typing import Any

import segno
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from reports.canvas import Canvas, fitted, wrapped
from texts import Text

Say = Callable[[Text], str]

VISITS_ON_PAPER = 4
"""Empty lines for visits: a committee asks for three a year, and one may come on top."""

WIDTH, EDGE, QR = 720, 40, 250
INK, PALE, ACCENT = "#1f2933", "#5f6b76", "#a61b1b"


def draw(data: Mapping[str, Any], say: Say) -> str:
    """The card as SVG.

    ``data``: committee, member, sector, contact (names), phone ("": none), link (what the code leads to).
    """
    canvas = Canvas(WIDTH)
    canvas.box(8, 8, WIDTH - 16, 464, "#ffffff", ACCENT)
    canvas.text(EDGE, 72, fitted(say(Text("card-paper-title")), 34, WIDTH - 2 * EDGE), 34, ACCENT, strong=True)
    canvas.text(EDGE, 112, fitted(data["committee"], 24, WIDTH - 2 * EDGE), 24, PALE)
    canvas.line(EDGE, 134, WIDTH - EDGE, ACCENT)
    room = WIDTH - 3 * EDGE - QR
    fields = ["member", *(["phone"] if data.get("phone") else []), "sector", "contact"]
    step = 246 // len(fields)
    for place, field in enumerate(fields):
        top = 172 + place * step
        canvas.text(EDGE, top, say(Text(f"card-paper-{field}")), 20, PALE)
        canvas.text(EDGE, top + 32, fitted(data[field] or "–", 28, room), 28, INK)
    canvas.dots(WIDTH - EDGE - QR, 156, QR, matrix(data["link"]), INK)
    for place, line in enumerate(wrapped(say(Text("card-paper-scan")), 20, WIDTH - 2 * EDGE)[:2]):
        canvas.text(EDGE, 432 + place * 26, line, 20, PALE)
    return canvas.svg(480)


def matrix(link: str) -> list[list[int]]:
    """The QR code's squares, 1 for a dark one; M: it may be a bit dirty."""
    return [[int(dot) for dot in row] for row in segno.make_qr(link, error="m").matrix]


def fill(template: DocxTemplate, data: Mapping[str, Any], say: Say) -> dict[str, Any]:
    """What stands in ``service-cards.docx``.

    ``data``: committee, and ``cards``: each member, sector, contact (names), phone, link.
    """
    cards: list[Any] = [dict(card) | {"code": _picture(template, card["link"])} for card in data["cards"]]
    pairs = list(zip_longest(cards[::2], cards[1::2]))
    words = ("title", "member", "phone", "sector", "contact", "scan", "day", "what", "sign")
    labels = {name: say(Text(f"card-paper-{name}")) for name in words}
    lines = list(range(VISITS_ON_PAPER))
    return {"committee": data["committee"], "pairs": pairs, "lines": lines, "label": labels}


def _picture(template: DocxTemplate, link: str) -> InlineImage:
    file = BytesIO()
    segno.make_qr(link, error="m").save(file, kind="png", scale=8, border=0)
    return InlineImage(template, file, width=Mm(30))
