"""The pictures of totals: a year of visits (``totals-year``), and a bulletin (``bulletin``)."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from reports import charts
from reports.canvas import Canvas, fitted, width_of, wrapped
from reports.charts import INK, QUIET, RULE
from texts import Text

WIDTH, EDGE = 1000, 48
INNER = WIDTH - 2 * EDGE
TITLE, HEAD, BODY = 50, 36, 34
PANEL = "#fdf3e3"

Say = Callable[[Text], str]


def draw_year(data: Mapping[str, Any], say: Say) -> str:
    """SVG. ``data``: title, whose, on (a day), percent (or None), year, months, beside, days (ISO day → visits),
    figures."""
    canvas = Canvas(WIDTH)
    y = _title(canvas, data, say)
    y = _ring_and_figures(canvas, y, data, say)
    y = _months(canvas, y, data["months"], say)
    y = _beside(canvas, y, data, say)
    y = _head(canvas, y, say(Text("totals-picture-days")))
    days = {date.fromisoformat(day): count for day, count in data["days"].items()}
    names = [say(Text("totals-picture-month", month=str(month))) for month in range(1, 13)]
    y = charts.calendar(canvas, EDGE, y, INNER, data["year"], days, names)
    y = charts.legend(canvas, EDGE, y, say(Text("totals-picture-none")), say(Text("totals-picture-many")))
    return canvas.svg(y + 24)


def draw_bulletin(data: Mapping[str, Any], say: Say) -> str:
    """SVG. ``data``: title, whose, on, percent, figures, months, beside; units: name, percent, figure; more_units;
    behind: unit, names, count; behind_count, more_behind; note."""
    canvas = Canvas(WIDTH)
    y = _title(canvas, data, say)
    y = _ring_and_figures(canvas, y, data, say)
    if data["units"]:
        y = _head(canvas, y, say(Text("totals-picture-units")))
        rows = [(_said(unit["name"], say), unit["percent"], unit["figure"]) for unit in data["units"]]
        y = charts.bars(canvas, EDGE, y, INNER, rows)
        if data["more_units"]:
            y = _line(canvas, y, say(Text("totals-more-units", count=str(data["more_units"]))))
    y = _months(canvas, y + 8, data["months"], say)
    y = _beside(canvas, y, data, say)
    y = _behind(canvas, y, data, say)
    return canvas.svg(_note(canvas, y, say(data["note"])))


def _said(value: Text | str, say: Say) -> str:
    return say(value) if isinstance(value, Text) else value


def _title(canvas: Canvas, data: Mapping[str, Any], say: Say) -> float:
    canvas.text(EDGE, 88, fitted(say(data["title"]), TITLE, INNER), TITLE, INK, strong=True)
    on = say(Text("totals-picture-on", on=data["on"]))
    canvas.text(EDGE, 138, fitted(_said(data["whose"], say), HEAD, INNER - width_of(on, 30) - 20), HEAD, QUIET)
    canvas.text_before(WIDTH - EDGE, 138, on, 30, QUIET)
    return 166


def _ring_and_figures(canvas: Canvas, y: float, data: Mapping[str, Any], say: Say) -> float:
    radius = 125
    charts.ring(canvas, EDGE + radius + 10, y + radius + 16, radius, data["percent"], say(Text("totals-picture-done")))
    left, step = EDGE + 2 * radius + 90, (2 * radius + 16) / max(1, len(data["figures"]))
    for place, one in enumerate(data["figures"]):
        base = y + step * (place + 0.5) + 26
        canvas.text(
            left,
            base,
            fitted(say(one["label"]), BODY, WIDTH - EDGE - left - width_of(one["figure"], 44) - 20),
            BODY,
            QUIET,
        )
        canvas.text_before(WIDTH - EDGE, base, one["figure"], 44, INK)
    return y + 2 * radius + 48


def _head(canvas: Canvas, y: float, said: str) -> float:
    canvas.text(EDGE, y + HEAD + 12, said, HEAD, INK, strong=True)
    canvas.line(EDGE, y + HEAD + 30, WIDTH - EDGE, RULE)
    return y + HEAD + 44


def _months(canvas: Canvas, y: float, months: Any, say: Say) -> float:
    if len(months) < 2:
        return y
    y = _head(canvas, y, say(Text("totals-picture-months")))
    values = [(say(Text("totals-picture-month", month=str(one["month"]))), one["visits"]) for one in months]
    return charts.columns(canvas, EDGE, y, INNER, 170, values)


def _beside(canvas: Canvas, y: float, data: Mapping[str, Any], say: Say) -> float:
    """Nothing on a picture that was made before there was any comparison."""
    beside = data.get("beside")
    if not beside:
        return y
    y = _head(canvas, y, say(Text("totals-picture-beside")))
    if beside["rows"]:
        rows: list[charts.Pair] = [
            (say(row["label"]), (row["now"], row["before"]), (row["figures"][0], row["figures"][1]), row["full"])
            for row in beside["rows"]
        ]
        y = charts.pairs(canvas, EDGE, y + 4, INNER, rows, (beside["names"][0], beside["names"][1]))
    for line in wrapped(say(beside["note"]), 30, INNER):
        canvas.text(EDGE, y + 36, line, 30, QUIET)
        y += 44
    return y + 8


def _behind(canvas: Canvas, y: float, data: Mapping[str, Any], say: Say) -> float:
    y = _head(canvas, y, say(Text("totals-picture-behind", count=data["behind_count"])))
    if not data["behind_count"]:
        return _line(canvas, y, say(Text("totals-picture-nobody-behind")))
    for one in data["behind"]:
        said = say(
            Text("totals-picture-behind-unit", unit=one["unit"], names=" ".join(one["names"]), count=one["count"])
        )
        for line in wrapped(said, BODY, INNER):
            y = _line(canvas, y, line)
    if data["more_behind"]:
        y = _line(canvas, y, say(Text("totals-picture-more-behind", count=str(data["more_behind"]))))
    return y


def _line(canvas: Canvas, y: float, said: str) -> float:
    canvas.text(EDGE, y + BODY * 1.15, said, BODY, INK)
    return y + BODY * 1.5


def _note(canvas: Canvas, y: float, note: str) -> float:
    lines = wrapped(note, 28, INNER - 48)
    height = len(lines) * 42 + 36
    canvas.box(EDGE, y + 20, INNER, height, PANEL)
    for place, line in enumerate(lines):
        canvas.text(EDGE + 24, y + 20 + 18 + 42 * place + 30, line, 28, QUIET)
    return y + 20 + height + EDGE
