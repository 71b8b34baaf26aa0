"""Invitation slips: eight to a page, to be cut apart and given to members, each with its own QR code."""

from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import zip_longest
from typing import Any

import segno
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from texts import Text

Say = Callable[[Text], str]


def fill(template: DocxTemplate, data: Mapping[str, Any], say: Say) -> dict[str, Any]:
    """What stands in ``invitation-slips.docx``.

    ``data``: committee, until (a date), and ``slips``: each name, sector, unit, link.
    """
    slips = [
        dict(slip) | {"whose": "，".join(filter(None, (slip["sector"], slip["unit"]))), "code": _code(template, slip)}
        for slip in data["slips"]
    ]
    words = ("title", "scan", "once")
    labels = {name: say(Text(f"slip-{name}")) for name in words}
    labels["until"] = say(Text("slip-until", until=data["until"]))
    pairs = list(zip_longest(slips[::2], slips[1::2]))
    return {"committee": data["committee"], "label": labels, "pairs": pairs}


def _code(template: DocxTemplate, slip: Mapping[str, Any]) -> InlineImage:
    file = BytesIO()
    segno.make_qr(slip["link"], error="m").save(file, kind="png", scale=8, border=0)
    return InlineImage(template, file, width=Mm(32))
