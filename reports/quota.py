"""The picture of a member's year: a line for each contact, with a box for everything owed, filled when it is done.

Data: ``title``, ``until`` (or None) and ``note`` are Texts; ``rows``: ``[{"name", "bars": [bar, …]}]``, ``own``: bars.
A bar is ``{"label": Text, "done": n, "required": n, "figure": "2/3"}``; 0 required means that no figure is set.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reports.canvas import Canvas, fitted, width_of, wrapped
from texts import Text

WIDTH = 1000
EDGE = 48
NAMES = 330
"""How far the column of names reaches."""
ROW = 92
SMALL_ROW = 74
MANY = 10
"""From here on rows are lower, so that the picture stays readable on a phone."""
MOST_ROWS = 30
BOX = 40
GAP = 8
PADDING = 30

TITLE, NAME, FIGURE, HEAD, NOTE = 54, 42, 40, 34, 38
INK, QUIET, RULE = "#1f2328", "#5b636b", "#e3e6e9"
DONE, BEGUN, OPEN_EDGE, OPEN = "#1e7d4f", "#d9730d", "#aab2b9", "#f4f5f6"
PANEL = "#fdf3e3"

Say = Callable[[Text], str]
Bar = Mapping[str, Any]


def draw(data: Mapping[str, Any], say: Say) -> str:
    """The picture as SVG."""
    canvas = Canvas(WIDTH)
    y = _title(canvas, say(data["title"]), say(data["until"]) if data["until"] else "")
    rows = data["rows"]
    columns = _columns(rows, say)
    y = _head(canvas, y, columns) if rows else _nobody(canvas, y, say)
    for row in rows[:MOST_ROWS]:
        y = _row(canvas, y, row, columns, say, SMALL_ROW if len(rows) > MANY else ROW)
    if len(rows) > MOST_ROWS:
        y = _more(canvas, y, say(Text("quota-more", count=str(len(rows) - MOST_ROWS))))
    if rows and data["own"]:
        y = _head_of_own(canvas, y, say)
    for bar in data["own"]:
        y = _own(canvas, y, bar, say)
    return canvas.svg(_note(canvas, y, say(data["note"])))


def _title(canvas: Canvas, title: str, until: str) -> float:
    canvas.text(EDGE, 92, title, TITLE, INK, strong=True)
    canvas.text_before(WIDTH - EDGE, 92, until, HEAD, QUIET)
    return 132


def _columns(rows: Sequence[Mapping[str, Any]], say: Say) -> dict[str, tuple[float, float]]:
    """What is counted → where its column begins and how wide it is. Wider where more is owed."""
    needed: dict[str, float] = {}
    for row in rows:
        for bar in row["bars"]:
            label = say(bar["label"])
            boxes = max(1, bar["required"]) * (BOX + GAP) + _room_for_figure(bar)
            needed[label] = max(needed.get(label, 0), boxes, width_of(label, HEAD) + GAP)
    room, total, x = WIDTH - EDGE - NAMES, sum(needed.values()) or 1, float(NAMES)
    columns = {}
    for label, wanted in needed.items():
        columns[label] = (x, room * wanted / total)
        x += columns[label][1]
    return columns


def _head(canvas: Canvas, y: float, columns: Mapping[str, tuple[float, float]]) -> float:
    for label, (x, width) in columns.items():
        canvas.text(x, y + HEAD, fitted(label, HEAD, width), HEAD, QUIET)
    canvas.line(EDGE, y + HEAD + 20, WIDTH - EDGE, RULE)
    return y + HEAD + 20


def _nobody(canvas: Canvas, y: float, say: Say) -> float:
    canvas.text(EDGE, y + ROW / 2 + NAME / 3, say(Text("quota-picture-nobody")), NAME, QUIET)
    return y + ROW


def _row(
    canvas: Canvas,
    y: float,
    row: Mapping[str, Any],
    columns: Mapping[str, tuple[float, float]],
    say: Say,
    height: float,
) -> float:
    _name(canvas, y, row["name"], height)
    for bar in row["bars"]:
        x, width = columns[say(bar["label"])]
        _bar(canvas, x, y + height / 2, width, bar)
    canvas.line(EDGE, y + height, WIDTH - EDGE, RULE)
    return y + height


def _name(canvas: Canvas, y: float, name: str, height: float) -> None:
    """On one line, or smaller on two; what doesn't fit even so ends in dots."""
    room, small = NAMES - EDGE - 24, NAME * 0.72
    if width_of(name, NAME) <= room:
        canvas.text(EDGE, y + height / 2 + NAME / 3, name, NAME, INK)
        return
    first = wrapped(name, small, room)[0]
    rest = name.removeprefix(first).strip()
    lines = [first, fitted(rest, small, room)] if rest else [first]
    for place, line in enumerate(lines):
        middle = y + height / 2 + (place - (len(lines) - 1) / 2) * small * 1.1
        canvas.text(EDGE, middle + small / 3, line, small, INK)


def _room_for_figure(bar: Bar) -> float:
    return width_of(bar["figure"], FIGURE) + 3 * GAP


def _bar(canvas: Canvas, x: float, middle: float, width: float, bar: Bar) -> None:
    """Boxes and ``2/3``; one long bar where so many boxes don't fit; the number alone where no figure is set."""
    room = width - _room_for_figure(bar)
    end = x
    if bar["required"]:
        draw_in = _boxes if bar["required"] * (BOX + GAP) <= room else _long_bar
        end = draw_in(canvas, x, middle - BOX / 2, room, bar) + GAP
    canvas.text(end, middle + FIGURE / 3, bar["figure"], FIGURE, INK)


def _colour(bar: Bar) -> str:
    return DONE if bar["done"] >= bar["required"] else BEGUN


def _boxes(canvas: Canvas, x: float, y: float, _room: float, bar: Bar) -> float:
    for place in range(bar["required"]):
        fill, edge = (_colour(bar), _colour(bar)) if place < bar["done"] else (OPEN, OPEN_EDGE)
        canvas.box(x + place * (BOX + GAP), y, BOX, BOX, fill, edge)
    return x + int(bar["required"]) * (BOX + GAP)


def _long_bar(canvas: Canvas, x: float, y: float, room: float, bar: Bar) -> float:
    length = room - GAP
    canvas.box(x, y, length, BOX, OPEN, OPEN_EDGE)
    if bar["done"]:
        canvas.box(x, y, length * min(1.0, bar["done"] / bar["required"]), BOX, _colour(bar), _colour(bar))
    return x + room


def _more(canvas: Canvas, y: float, said: str) -> float:
    canvas.text(EDGE, y + ROW / 2 + HEAD / 3, said, HEAD, QUIET)
    return y + ROW


def _head_of_own(canvas: Canvas, y: float, say: Say) -> float:
    canvas.text(EDGE, y + HEAD + 20, say(Text("quota-picture-in-all")), HEAD, QUIET)
    return y + HEAD + 20


def _own(canvas: Canvas, y: float, bar: Bar, say: Say) -> float:
    """A quota of the member as a whole; a long label stands above its boxes."""
    label, top = say(bar["label"]), y
    if width_of(label, NAME) > NAMES - EDGE:
        canvas.text(EDGE, y + HEAD + 16, fitted(label, HEAD, WIDTH - 2 * EDGE), HEAD, INK)
        top += HEAD + 10
    else:
        canvas.text(EDGE, y + ROW / 2 + NAME / 3, label, NAME, INK)
    _bar(canvas, NAMES, top + ROW / 2, WIDTH - EDGE - NAMES, bar)
    return top + ROW


def _note(canvas: Canvas, y: float, note: str) -> float:
    """What is left, on a panel at the foot."""
    lines = [part for line in note.splitlines() for part in wrapped(line, NOTE, WIDTH - 2 * EDGE - 2 * PADDING)]
    height = len(lines) * NOTE * 1.5 + 44
    canvas.box(EDGE, y + 24, WIDTH - 2 * EDGE, height, PANEL)
    for place, line in enumerate(lines):
        canvas.text(EDGE + PADDING, y + 24 + 22 + NOTE * (1.5 * place + 1.1), line, NOTE, INK)
    return y + 24 + height + EDGE
