"""A period beside the same part of earlier years, in words and rows: in the chat, on pictures, in files.

What was never recorded is no zero: where nothing is held of the year before, that is said instead of a figure.
"""

from collections.abc import Sequence
from typing import Any

from domain.totals import Figures
from services.totals import Totals
from services.totals_words import CELLS, Cell, cells, figure_name, named, said
from texts import Text

ON_PICTURES = ("percent", "visits", "people", "good-deeds", "answered")
FULL = {"percent": 100}
"""What fills the width of a figure's bars; of all others the greater of the two."""


def before(counted: Totals) -> Figures | None:
    """The same part of the year before; None where nothing is held of it."""
    return counted.earlier[0].figures if counted.earlier else None


def note(counted: Totals) -> Text:
    """What it is compared with, and how much of that was recorded."""
    if not counted.earlier:
        return Text("totals-nothing-before")
    last = counted.earlier[0]
    if last.since is not None:
        return Text("totals-partly-before", period=named(last.period), on=last.on, since=last.since)
    return Text("totals-compared-with", period=named(last.period), on=last.on)


def on_picture(counted: Totals) -> dict[str, Any]:
    """``note``; and, where something is held, ``names`` of the two, and ``rows``: label, now, before (numbers or None),
    figures (both as they are read), full."""
    last = before(counted)
    if last is None:
        return {"note": note(counted), "rows": []}
    both = [(name, CELLS[name](counted.all), CELLS[name](last)) for name in ON_PICTURES]
    return {
        "note": note(counted),
        "names": [str(counted.period.year), str(counted.period.year - 1)],
        "rows": [
            {
                "label": figure_name(name),
                "now": now,
                "before": then,
                "figures": [said(now), said(then)],
                "full": FULL.get(name, 0),
            }
            for name, now, then in both
        ],
    }


def on_paper(counted: Totals) -> dict[str, Any]:
    """``note``; and, where something is held, ``heads`` of the columns, and ``rows``: label and cells as they are
    read."""
    if not counted.earlier:
        return {"note": note(counted), "heads": [], "rows": []}
    return {
        "note": note(counted),
        "heads": heads(counted),
        "rows": [{"label": label, "cells": _said(row)} for label, row in rows(counted)],
    }


def _said(row: Sequence[Cell]) -> list[str]:
    """The difference has its sign."""
    *years, change = row
    return [*(said(cell) for cell in years), f"{change:+,}" if change else said(change)]


def heads(counted: Totals) -> list[Text]:
    """Of each year, the newest first; and, where the year before is held, of the difference to it."""
    years = [(counted.period, counted.on), *((one.period, one.on) for one in counted.earlier)]
    change = [Text("totals-head-change")] if before(counted) else []
    return [*(Text("totals-head-until", period=named(period), on=on) for period, on in years), *change]


def rows(counted: Totals) -> list[tuple[Text, list[Cell]]]:
    """Every figure: what it is, and its cells by ``heads``."""
    columns = [cells(figures) for figures in (counted.all, *(one.figures for one in counted.earlier))]
    by_name = zip(CELLS, zip(*columns, strict=True), strict=True)
    return [(figure_name(name), [*row, *_change(row, before(counted))]) for name, row in by_name]


def _change(row: Sequence[Cell], last: Figures | None) -> list[Cell]:
    if last is None:
        return []
    now, then = row[0], row[1]
    return [None if now is None or then is None else now - then]
