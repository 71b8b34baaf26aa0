"""The code of the minute for signing in, as large as a phone held up can show it."""

from collections.abc import Callable, Mapping
from typing import Any

from reports.canvas import Canvas, fitted
from reports.cards import ACCENT, EDGE, INK, PALE, matrix
from texts import Text

WIDTH, QR = 720, 560


def draw(data: Mapping[str, Any], say: Callable[[Text], str]) -> str:
    """SVG. ``data``: title, place, link (what the code leads to), at (the moment it was made)."""
    canvas = Canvas(WIDTH)
    room = WIDTH - 2 * EDGE
    canvas.text(EDGE, 70, fitted(data["title"], 36, room), 36, ACCENT, strong=True)
    canvas.text(EDGE, 112, fitted(data["place"], 24, room), 24, PALE)
    canvas.dots((WIDTH - QR) / 2, 150, QR, matrix(data["link"]), INK)
    canvas.text(EDGE, 770, fitted(say(Text("sign-in-picture", at=data["at"])), 26, room), 26, INK)
    return canvas.svg(810)
