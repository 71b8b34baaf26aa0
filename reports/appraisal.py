"""An appraisal as a Word file: what stands in ``appraisal-paper.docx``."""

from collections.abc import Callable, Mapping
from typing import Any

from docxtpl import DocxTemplate

from texts import Text

Say = Callable[[Text], str]

_LABELS = ("place", "name", "sector", "unit", "total", "share", "state", "nobody")


def fill(_: DocxTemplate, data: Mapping[str, Any], say: Say) -> dict[str, Any]:
    """``data``: title, whose, status, basis, members (place, name, sector, unit, points, percent), rules (title, each),
    honours and talks (None where there is no list yet; else rule, rows: name, unit, points, percent, state)."""
    there = ["points", *(name for name in ("rules", "honours", "talks") if data[name])]
    numbered = {name: _head(place, name, say) for place, name in enumerate(there, start=1)}
    return {
        "label": {name: say(Text(f"appraisal-head-{name}")) for name in _LABELS} | numbered,
        "title": say(data["title"]),
        "whose": data["whose"],
        "on": say(data["status"]),
        "basis": say(data["basis"]),
        "members": [_row(row, say) for row in data["members"]],
        "rules": [say(rule) for rule in data["rules"]],
        **_list("honours", data["honours"], say),
        **_list("talks", data["talks"], say),
    }


def _head(place: int, name: str, say: Say) -> str:
    return say(Text("bulletin-paper-section", number=place, title=Text(f"appraisal-paper-{name}")))


def _list(name: str, found: Mapping[str, Any] | None, say: Say) -> dict[str, Any]:
    rows = [_row(row, say) for row in found["rows"]] if found else []
    return {f"{name}_shown": bool(found), f"{name}_rule": say(found["rule"]) if found else "", name: rows}


def _row(row: Mapping[str, Any], say: Say) -> dict[str, Any]:
    return {name: say(cell) if isinstance(cell, Text) else cell for name, cell in row.items()}
