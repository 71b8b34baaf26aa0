"""A member's own code for letters, as it hangs on a door or lies on a desk."""

from collections.abc import Callable, Mapping
from typing import Any

from reports.canvas import Canvas, fitted
from reports.cards import ACCENT, EDGE, INK, PALE, matrix
from texts import Text

WIDTH, QR = 720, 480


def draw(data: Mapping[str, Any], say: Callable[[Text], str]) -> str:
    """SVG. ``data``: committee, member, sector (names), link (what the code leads to)."""
    canvas = Canvas(WIDTH)
    room = WIDTH - 2 * EDGE
    title = say(Text("letter-code-picture", member=data["member"]))
    canvas.text(EDGE, 76, fitted(title, 38, room), 38, ACCENT, strong=True)
    canvas.text(EDGE, 118, fitted(data["committee"], 24, room), 24, PALE)
    canvas.text(EDGE, 154, fitted(data["sector"], 24, room), 24, PALE)
    canvas.dots((WIDTH - QR) / 2, 190, QR, matrix(data["link"]), INK)
    canvas.text(EDGE, 722, fitted(say(Text("letter-code-scan")), 26, room), 26, INK)
    canvas.text(EDGE, 760, fitted(data["link"].removeprefix("https://"), 22, room), 22, PALE)
    return canvas.svg(800)
