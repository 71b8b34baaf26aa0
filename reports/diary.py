"""The year's diary and the yearly summary as Word files: what stands in ``diary.docx`` and ``yearly-summary.docx``."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from texts import Text

Say = Callable[[Text], str]

PICTURE_WIDTH = Mm(105)


def fill(template: DocxTemplate, data: Mapping[str, Any], say: Say) -> dict[str, Any]:
    """What stands in ``diary.docx``.

    ``data``: committee, member, sector, unit, year; ``months``: number, counts, days: on, lines: text, photos (file
    ids); ``fetched``: file id → picture; ``left_out``: how many photos there was no room for.
    """
    months = [_month(template, month, data["fetched"], say) for month in data["months"]]
    left_out = say(Text("diary-paper-left-out", count=str(data["left_out"]))) if data["left_out"] else ""
    words = ("title", "member", "sector", "unit", "contents", "empty")
    labels = {name: say(Text(f"diary-paper-{name}", year=data["year"])) for name in words}
    return dict(data) | {"months": months, "left_out": left_out, "label": labels}


def _month(template: DocxTemplate, month: Mapping[str, Any], fetched: Mapping[str, bytes], say: Say) -> dict[str, Any]:
    name = say(Text("diary-paper-month", month=str(month["number"])))
    days = [
        {"on": say(day["on"]), "lines": [_line(template, line, fetched, say) for line in day["lines"]]}
        for day in month["days"]
    ]
    return {"name": name, "counts": say(month["counts"]), "days": days}


def _line(template: DocxTemplate, line: Mapping[str, Any], fetched: Mapping[str, bytes], say: Say) -> dict[str, Any]:
    pictures = [
        InlineImage(template, BytesIO(fetched[file_id]), width=PICTURE_WIDTH)
        for file_id in line["photos"]
        if file_id in fetched
    ]
    return {"paragraphs": say(line["text"]).splitlines(), "pictures": pictures}


def fill_summary(_: DocxTemplate, data: Mapping[str, Any], say: Say) -> dict[str, Any]:
    """What stands in ``yearly-summary.docx``.

    ``data``: committee, member, sector, unit, year, words; ``figures``: label, figure; ``deeds``; ``source``.
    """
    figures = [{"label": say(one["label"]), "figure": say(one["figure"])} for one in data["figures"]]
    names = ("title", "member", "sector", "unit", "done", "deeds", "words", "none", "sign")
    labels = {name: say(Text(f"summary-paper-{name}", year=data["year"])) for name in names}
    written = {"figures": figures, "deeds": [say(deed) for deed in data["deeds"]]}
    return dict(data) | written | {"label": labels, "paragraphs": data["words"].splitlines()}
