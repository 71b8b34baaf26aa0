"""Each kind of picture as it was looked at: a change of one shows here, and the PNG shows what the SVG says.

After a change that is meant, run this with ``LIANXIN_SHOW=folder``, look at the pictures that it writes there, and keep
their SVG with ``LIANXIN_KEEP=1``.
"""

import os
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from reports import charts, pictures
from reports.canvas import Canvas
from tests.reports.test_quota_picture import NAMES, picture_of
from tests.reports.test_totals_pictures import BULLETIN, TEXTS, YEAR

KEPT = Path(__file__).parent / "pictures"
WIDTH = 1000


def ring(canvas: Canvas) -> float:
    for place, percent in enumerate((None, 0, 7, 50, 64, 99, 100)):
        charts.ring(canvas, 75 + 142 * place, 90, 62, percent, "完成率")
    return 180


def bars(canvas: Canvas) -> float:
    rows = [
        ("城北镇工委", 100, "100%"),
        ("经济开发区暨高新技术产业园区政协工作委员会", 40, "40%"),
        ("未分单位", None, "–"),
    ]
    return charts.bars(canvas, 48, 20, 904, [*rows, ("城南街道工委", 0, "0%")])


def columns(canvas: Canvas) -> float:
    values = [(f"{month}月", 123 * month * (month % 3)) for month in range(1, 13)]
    return charts.columns(canvas, 48, 20, 904, 170, values)


def pairs(canvas: Canvas) -> float:
    rows: list[charts.Pair] = [
        ("完成率（%）", (65, 63), ("65", "63"), 100),
        ("走访（次）", (482, 960), ("482", "960"), 0),
        ("首次答复用时（天，中位数）", (None, 3), ("–", "3"), 0),
        ("已答复（封）", (0, 0), ("0", "0"), 0),
    ]
    return charts.pairs(canvas, 48, 20, 904, rows, ("2026", "2025"))


def calendar(canvas: Canvas) -> float:
    days = {date(2026, 1, 1) + timedelta(days=number): number % 9 for number in range(0, 320, 2)}
    y = charts.calendar(canvas, 48, 20, 904, 2026, days, [f"{month}月" for month in range(1, 13)])
    return charts.legend(canvas, 48, y, "没有", "多")


KINDS: Mapping[str, Callable[[Canvas], float]] = {
    "ring": ring,
    "bars": bars,
    "columns": columns,
    "pairs": pairs,
    "calendar": calendar,
}
WHOLE: Mapping[str, Mapping[str, Any]] = {"quota": picture_of(NAMES), "totals-year": YEAR, "bulletin": BULLETIN}


def drawn(name: str) -> str:
    if name in WHOLE:
        return pictures.svg(name, "zh", WHOLE[name], TEXTS)
    canvas = Canvas(WIDTH)
    return canvas.svg(KINDS[name](canvas) + 24)


@pytest.mark.parametrize("name", [*KINDS, *WHOLE])
def test_a_picture_is_the_one_that_was_looked_at(name: str) -> None:
    svg, kept = drawn(name), KEPT / f"{name}.svg"
    if folder := os.environ.get("LIANXIN_SHOW"):
        (Path(folder) / f"{name}.png").write_bytes(pictures.png(svg))
    if os.environ.get("LIANXIN_KEEP"):
        kept.write_text(svg, "utf-8")
    assert svg == kept.read_text("utf-8")


@pytest.mark.parametrize("name", [*[kind for kind in KINDS if kind != "ring"], *WHOLE])
def test_the_png_has_every_box_of_the_svg_in_its_place_and_colour(name: str) -> None:
    svg = drawn(name)
    root = ElementTree.fromstring(svg)
    image = Image.open(BytesIO(pictures.png(svg))).convert("RGB")
    assert image.size == (int(root.get("width", 0)), int(root.get("height", 0)))
    boxes = [_box(each) for each in root.iter() if each.tag.endswith("rect") and each.get("x")]
    assert len(boxes) > 2
    for x, y, wide, high, _ in boxes:
        # Away from round corners, and at the end, where no words stand.
        at = x + max(wide / 2, wide - 9), y + high / 2
        ink = [fill for left, top, w, h, fill in boxes if left <= at[0] < left + w and top <= at[1] < top + h][-1]
        assert image.getpixel((int(at[0]), int(at[1]))) == _rgb(ink), at


def _box(rect: ElementTree.Element) -> tuple[float, float, float, float, str]:
    x, y, wide, high = (float(rect.get(name, 0)) for name in ("x", "y", "width", "height"))
    return x, y, wide, high, rect.get("fill", "")


def _rgb(ink: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(ink.removeprefix("#")))


@pytest.mark.parametrize("percent", [25, 50, 75])
def test_the_png_s_ring_is_filled_as_far_as_its_share(percent: int) -> None:
    canvas = Canvas(200)
    charts.ring(canvas, 100, 100, 90, percent, "完成率")
    image = Image.open(BytesIO(pictures.png(canvas.svg(200)))).convert("RGB")
    done, empty = _rgb(charts.colour(percent)), _rgb(charts.EMPTY)
    for turned, (x, y) in {12: (150, 38), 37: (150, 162), 62: (50, 162), 87: (50, 38)}.items():
        assert image.getpixel((x, y)) == (done if turned < percent else empty), turned
