"""A sheet that boxes and words are put on, and that is read as SVG. Lengths are in pixels, y runs downwards."""

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

FONT = "Noto Sans SC"
_NOT_XML = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CLOSING = "，。、；：！？）》】」』”’…％"
_NARROW = 0.58
"""The width of a Latin letter, in font sizes, rather too much than too little; a Chinese character takes 1."""


def printable(said: str) -> str:
    """The words without signs that XML, and so an SVG or a Word file, may not hold."""
    return _NOT_XML.sub("", said)


def width_of(text: str, size: float) -> float:
    """About how wide a text is."""
    return size * sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else _NARROW for char in text)


def fitted(text: str, size: float, width: float) -> str:
    """The text, or so much of it as there is room for."""
    if width_of(text, size) <= width:
        return text
    while text and width_of(text + "…", size) > width:
        text = text[:-1]
    return text + "…"


def wrapped(text: str, size: float, width: float) -> list[str]:
    """The text in lines that fit, broken between characters where a word is Chinese, at spaces where it is Latin.

    No line begins with a sign that closes what stands before it: the character before goes down with it.
    """
    lines = [""]
    for piece in re.findall(f"[!-~]+ ?|.[{_CLOSING}]*", text):
        if lines[-1] and width_of(lines[-1] + piece.rstrip(), size) > width:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


@dataclass
class Canvas:
    """The sheet. ``svg`` closes it at the height that was used."""

    width: int
    background: str = "#ffffff"
    _parts: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, said: str, size: float, ink: str, *, strong: bool = False) -> None:
        """Words from ``x`` on, standing on ``y``. ``strong`` thickens them: the font has one weight."""
        thick = f' stroke="{ink}" stroke-width="{size * 0.03:.1f}"' if strong else ""
        said = escape(printable(said))
        self._parts.append(f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size:.0f}" fill="{ink}"{thick}>{said}</text>')

    def text_before(self, x: float, y: float, said: str, size: float, ink: str) -> None:
        """Words that end at ``x``."""
        said = escape(printable(said))
        self._parts.append(
            f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size:.0f}" fill="{ink}" text-anchor="end">{said}</text>'
        )

    def text_around(self, x: float, y: float, said: str, size: float, ink: str, *, strong: bool = False) -> None:
        """Words with ``x`` in their middle."""
        thick = f' stroke="{ink}" stroke-width="{size * 0.03:.1f}"' if strong else ""
        said = escape(printable(said))
        self._parts.append(
            f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size:.0f}" fill="{ink}" text-anchor="middle"{thick}>'
            f"{said}</text>"
        )

    def box(self, x: float, y: float, width: float, height: float, fill: str, edge: str = "none") -> None:
        """A box with round corners."""
        self._parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="6" '
            f'fill="{fill}" stroke="{edge}" stroke-width="3"/>'
        )

    def dots(self, x: float, y: float, size: float, rows: Sequence[Sequence[int]], ink: str) -> None:
        """Squares where ``rows`` (as many columns as rows) is not 0, in a square of this ``size``."""
        step = size / len(rows)
        squares = "".join(
            f"M{x + column * step:.2f} {y + row * step:.2f}h{step:.2f}v{step:.2f}h-{step:.2f}z"
            for row, dots in enumerate(rows)
            for column, dot in enumerate(dots)
            if dot
        )
        self._parts.append(f'<path d="{squares}" fill="{ink}" shape-rendering="crispEdges"/>')

    def ring(self, x: float, y: float, radius: float, width: float, part: float, ink: str) -> None:
        """So much of a ring around ``x``, ``y``, from the top on, clockwise; ``radius`` is its outer one."""
        middle = radius - width / 2
        if part >= 1:
            self._parts.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{middle:.1f}" fill="none" stroke="{ink}" '
                f'stroke-width="{width:.1f}"/>'
            )
            return
        angle = 2 * math.pi * part
        end = f"{x + middle * math.sin(angle):.1f} {y - middle * math.cos(angle):.1f}"
        self._parts.append(
            f'<path d="M{x:.1f} {y - middle:.1f}A{middle:.1f} {middle:.1f} 0 {int(part > 0.5)} 1 {end}" '
            f'fill="none" stroke="{ink}" stroke-width="{width:.1f}"/>'
        )

    def line(self, x: float, y: float, to_x: float, ink: str) -> None:
        """A thin line across."""
        self._parts.append(f'<path d="M{x:.0f} {y:.0f}H{to_x:.0f}" stroke="{ink}" stroke-width="2"/>')

    def text_amid(self, x: float, y: float, said: str, size: float, ink: str) -> None:
        """Words with their middle at ``x``."""
        said = escape(printable(said))
        self._parts.append(
            f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size:.0f}" fill="{ink}" text-anchor="middle">{said}</text>'
        )

    def arrow(self, x: float, y: float, to_x: float, to_y: float, ink: str, *, both: bool = False) -> None:
        """A straight line with a head at its end, or at both."""
        self._parts.append(f'<path d="M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}" stroke="{ink}" stroke-width="2"/>')
        self._head(x, y, to_x, to_y, ink)
        if both:
            self._head(to_x, to_y, x, y, ink)

    def _head(self, x: float, y: float, to_x: float, to_y: float, ink: str) -> None:
        long = math.hypot(to_x - x, to_y - y) or 1.0
        dx, dy = (to_x - x) / long * 11, (to_y - y) / long * 11
        back_x, back_y = to_x - dx, to_y - dy
        sides = f"{back_x - dy / 2:.1f} {back_y + dx / 2:.1f}L{back_x + dy / 2:.1f} {back_y - dx / 2:.1f}"
        self._parts.append(f'<path d="M{to_x:.1f} {to_y:.1f}L{sides}z" fill="{ink}"/>')

    def svg(self, height: float) -> str:
        size = f'width="{self.width}" height="{height:.0f}" viewBox="0 0 {self.width} {height:.0f}"'
        ground = f'<rect width="{self.width}" height="{height:.0f}" fill="{self.background}"/>'
        inner = "".join(self._parts)
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONT}">{ground}{inner}</svg>'
