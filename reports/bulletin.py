"""The bulletin as a Word file: what stands in ``bulletin-paper.docx``."""

from collections.abc import Callable, Mapping
from typing import Any

from docxtpl import DocxTemplate

from texts import Text

Say = Callable[[Text], str]


SECTIONS = ("all", "beside", "units", "sectors", "leaders", "months", "duties", "behind")
"""In the order of the template."""
_MAYBE = frozenset({"beside", "leaders", "duties"})
"""Sections that are not there where nothing stands in them."""
_LABELS = (
    *("nobody", "figure", "leader-duties", "leader-visits"),
    *("unit", "sector", "month", "visits", "name", "percent", "owes"),
)


def _numbered(data: Mapping[str, Any], say: Say) -> dict[str, str]:
    """Heads of the sections that are there: where units owe nothing they have none, and no number is left out."""
    there = [name for name in SECTIONS if name not in _MAYBE or data.get(name)]
    return {
        name: say(Text("bulletin-paper-section", number=place, title=Text(f"bulletin-paper-{name}")))
        for place, name in enumerate(there, start=1)
    }


def fill(_: DocxTemplate, data: Mapping[str, Any], say: Say) -> dict[str, Any]:
    """``data``: title, whose, on, figures (label, figure), beside (note, heads, rows: label, cells), heads, units and
    sectors (name, cells), leader_heads, leaders (name, unit, duties, visits, cells), months (month, visits), duties,
    behind (name, unit, percent, owes), more_behind, note. One that waits from before there were
    ``beside`` and ``leaders`` has none."""
    labels = {name.replace("-", "_"): say(Text(f"bulletin-paper-{name}")) for name in _LABELS} | _numbered(data, say)
    more = data["more_behind"]
    return {
        "label": labels,
        "title": say(data["title"]),
        "whose": data["whose"],
        "on": say(Text("totals-picture-on", on=data["on"])),
        "note": say(data["note"]),
        "figures": [{"label": say(one["label"]), "figure": one["figure"]} for one in data["figures"]],
        "beside": _beside(data["beside"], say) if data.get("beside") else None,
        "leader_heads": [say(head) for head in data.get("leader_heads", ())],
        "leaders": [_leader(row, say) for row in data.get("leaders", ())],
        "heads": [say(head) for head in data["heads"]],
        "units": [_row(row, say) for row in data["units"]],
        "sectors": [_row(row, say) for row in data["sectors"]],
        "months": [dict(one) | {"month": _month(one["month"], say)} for one in data["months"]],
        "duties": [say(duty) for duty in data["duties"]],
        "behind": [dict(one) | {"unit": _said(one["unit"], say), "owes": say(one["owes"])} for one in data["behind"]],
        "more_behind": say(Text("bulletin-paper-more-behind", count=str(more))) if more else "",
    }


def _beside(beside: Mapping[str, Any], say: Say) -> dict[str, Any]:
    return {
        "note": say(beside["note"]),
        "heads": [say(head) for head in beside["heads"]],
        "rows": [{"label": say(row["label"]), "cells": row["cells"]} for row in beside["rows"]],
    }


def _leader(row: Mapping[str, Any], say: Say) -> dict[str, Any]:
    return _row(row, say) | {
        "unit": _said(row["unit"], say),
        "duties": say(row["duties"]),
        "visits": say(row["visits"]),
    }


def _row(row: Mapping[str, Any], say: Say) -> dict[str, Any]:
    return {"name": _said(row["name"], say), "cells": row["cells"]}


def _month(number: str, say: Say) -> str:
    return say(Text("bulletin-paper-month-named", month=int(number)))


def _said(value: Text | str, say: Say) -> str:
    return say(value) if isinstance(value, Text) else value
