"""The one place that turns a picture's name and data into SVG, for pages, and into PNG, for chats."""

from collections.abc import Callable, Mapping
from typing import Any

import pylopdf_fonts_zh_cn
import resvg_py

from reports import cards, letter_code, quota, sign_in, totals
from reports.canvas import FONT
from texts import Text, Texts

Say = Callable[[Text], str]
"""A text in the reader's language."""

DRAWERS: Mapping[str, Callable[[Mapping[str, Any], Say], str]] = {
    "letter-code": letter_code.draw,
    "quota": quota.draw,
    "service-card": cards.draw,
    "sign-in": sign_in.draw,
    "totals-year": totals.draw_year,
    "bulletin": totals.draw_bulletin,
}
"""Every picture by its name."""


def svg(name: str, language: str, data: Mapping[str, Any], texts: Texts) -> str:
    """The picture as SVG. ``data`` is what its drawer says it takes; it may hold Texts.

    Raises:
        KeyError: there is no picture of that name.
    """
    return DRAWERS[name](data, lambda text: texts.plain(language, text))


def draw(name: str, language: str, data: Mapping[str, Any], texts: Texts) -> bytes:
    """The picture as PNG.

    Raises:
        KeyError: there is no picture of that name.
    """
    return png(svg(name, language, data, texts))


def png(drawn: str) -> bytes:
    """An SVG as PNG, the same on every machine: the font comes with the software, the machine's are not asked."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawn,
            skip_system_fonts=True,
            font_files=[str(pylopdf_fonts_zh_cn.sans_path())],
            font_family=FONT,
            sans_serif_family=FONT,
        )
    )
