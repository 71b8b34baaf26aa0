"""Rings, bars, columns and calendars of a year, as parts of a picture: each says where the next part may begin."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from reports.canvas import Canvas, fitted, width_of

INK, QUIET, RULE = "#1f2328", "#5b636b", "#e3e6e9"
DONE, BEGUN, LOW, EMPTY = "#1e7d4f", "#d9730d", "#a61b1b", "#e9ecef"
BEFORE = "#8a98a6"
"""Of the year before."""
HEAT = ("#e9ecef", "#b7dfc6", "#74c191", "#34955f", "#12603a")
"""From no visit to many."""


Pair = tuple[str, tuple[int | None, int | None], tuple[str, str], int]
"""Label; this year's value and the one before, None: no figure; both as they are read; what fills the width, if it is
more than both."""


def colour(percent: int) -> str:
    """Of a share that is done: all, a half and more, less."""
    return DONE if percent >= 100 else BEGUN if percent >= 50 else LOW


def ring(canvas: Canvas, x: float, y: float, radius: float, percent: int | None, label: str) -> None:
    """A ring around ``x``, ``y``, filled clockwise from the top, with the figure in it; a dash where there is none."""
    canvas.ring(x, y, radius, radius * 0.2, 1.0, EMPTY)
    if percent:
        canvas.ring(x, y, radius, radius * 0.2, min(percent, 100) / 100, colour(percent))
    said = "–" if percent is None else f"{percent}%"
    size = radius * 0.5
    canvas.text_around(x, y + size * 0.25, said, size, INK, strong=True)
    small = radius * 0.24
    canvas.text_around(x, y + size * 0.25 + small * 1.5, label, small, QUIET)


def bars(
    canvas: Canvas, x: float, y: float, width: float, rows: Sequence[tuple[str, int | None, str]], size: float = 34
) -> float:
    """A line each: name, bar of so many percent (None: no bar), figure. Returns where the next part may begin."""
    names = min(width * 0.42, max((width_of(name, size) for name, _, _ in rows), default=0) + 16)
    figures = max((width_of(figure, size) for _, _, figure in rows), default=0) + 16
    room, height = width - names - figures, size * 1.75
    for name, percent, figure in rows:
        canvas.text(x, y + height / 2 + size / 3, fitted(name, size, names - 12), size, INK)
        if percent is not None:
            top = y + height / 2 - size * 0.4
            canvas.box(x + names, top, room, size * 0.8, EMPTY)
            if percent:
                canvas.box(x + names, top, max(12.0, room * min(percent, 100) / 100), size * 0.8, colour(percent))
        canvas.text_before(x + width, y + height / 2 + size / 3, figure, size, INK)
        y += height
    return y


def pairs(
    canvas: Canvas, x: float, y: float, width: float, rows: Sequence[Pair], names: tuple[str, str], size: float = 34
) -> float:
    """Two bars for each figure, this year's above the one before; the longer of the two fills the
    width, but for shares.

    ``names``: of the two years.
    """
    left = x
    for name, fill in zip(names, (DONE, BEFORE), strict=True):
        canvas.box(left, y + 6, size * 0.8, size * 0.8, fill)
        canvas.text(left + size * 1.1, y + size, name, size, QUIET)
        left += size * 1.1 + width_of(name, size) + 36
    y += size * 1.5
    for label, values, figures, full in rows:
        figure = " / ".join(figures)
        canvas.text(x, y + size, fitted(label, size, width - width_of(figure, size) - 20), size, INK)
        canvas.text_before(x + width, y + size, figure, size, INK)
        y += size * 1.35
        longest = max(full, *(value or 0 for value in values)) or 1
        for value, fill in zip(values, (DONE, BEFORE), strict=True):
            canvas.box(x, y, width, 18, EMPTY)
            if value:
                canvas.box(x, y, max(12.0, width * value / longest), 18, fill)
            y += 24
        y += 14
    return y


def columns(
    canvas: Canvas, x: float, y: float, width: float, height: float, values: Sequence[tuple[str, int]], size: float = 30
) -> float:
    """Standing columns with their figure above and their name below; the highest fills the height."""
    highest = max((value for _, value in values), default=0) or 1
    step = width / max(1, len(values))
    foot = y + size * 1.4 + height
    for place, (name, value) in enumerate(values):
        tall, middle = height * value / highest, x + step * (place + 0.5)
        wide = min(step * 0.6, 90)
        if value:
            canvas.box(middle - wide / 2, foot - tall, wide, tall, DONE)
        said = f"{value:,}"
        small = min(size, size * step * 0.95 / max(1.0, width_of(said, size)))
        canvas.text_around(middle, foot - tall - 8, said, small, INK)
        canvas.text_around(middle, foot + size * 1.3, name, size, QUIET)
    canvas.line(x, foot, x + width, RULE)
    return foot + size * 1.8


def calendar(
    canvas: Canvas, x: float, y: float, width: float, year: int, days: Mapping[date, int], names: Sequence[str]
) -> float:
    """Two half-years, one below the other: a column a week, a square a day, darker the more there was.

    ``names``: of the twelve months.
    """
    highest = max(days.values(), default=0)
    for first, last in ((date(year, 1, 1), date(year, 6, 30)), (date(year, 7, 1), date(year, 12, 31))):
        y = _half(canvas, (x, y, width), (first, last), days, highest, names) + 24
    return y


def _half(
    canvas: Canvas,
    at: tuple[float, float, float],
    span: tuple[date, date],
    days: Mapping[date, int],
    highest: int,
    names: Sequence[str],
) -> float:
    (x, y, width), (first, last) = at, span
    monday = first - timedelta(days=first.weekday())
    step = width / ((last - monday).days // 7 + 1)
    size, day = 28, first
    while day <= last:
        column, row = (day - monday).days // 7, day.weekday()
        if day.day == 1:
            canvas.text(x + column * step, y + size, names[day.month - 1], size, QUIET)
        canvas.box(
            x + column * step + 1.5,
            y + size * 1.5 + row * step + 1.5,
            step - 3,
            step - 3,
            shade(days.get(day, 0), highest),
        )
        day += timedelta(days=1)
    return y + size * 1.5 + 7 * step


def shade(count: int, highest: int) -> str:
    """A day's colour: by quarters of the busiest day's visits."""
    return HEAT[0] if not count else HEAT[min(4, -(-4 * count // highest))]


def legend(canvas: Canvas, x: float, y: float, few: str, many: str) -> float:
    """What the shades of a calendar mean."""
    size = 28
    canvas.text(x, y + size, few, size, QUIET)
    at = x + width_of(few, size) + 12
    for fill in HEAT:
        canvas.box(at, y + 2, size, size, fill)
        at += size + 8
    canvas.text(at + 6, y + size, many, size, QUIET)
    return y + size * 1.8
