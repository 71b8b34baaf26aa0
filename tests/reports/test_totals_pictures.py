"""Pictures of totals: rings, bars, columns, calendars; every word inside the sheet, the same as SVG and PNG."""

import math
import re
import zoneinfo
from collections.abc import Mapping
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest

from reports import charts, pictures
from reports.canvas import Canvas, width_of, wrapped
from texts import LANGUAGES, Text, Texts

TEXTS = Texts.load(zoneinfo.ZoneInfo("Asia/Shanghai"))
FIGURES = [{"label": Text("totals-visits"), "figure": "2,924"}, {"label": Text("totals-people"), "figure": "1,081"}]
YEAR: dict[str, Any] = {
    "title": Text("totals-picture-year", year="2026"),
    "whose": Text("totals-whose-all"),
    "on": date(2026, 11, 16),
    "percent": 64,
    "year": 2026,
    "months": [{"month": month, "visits": 10 * month} for month in range(1, 12)],
    "days": {"2026-01-01": 1, "2026-11-16": 8},
    "figures": FIGURES,
    "beside": {
        "note": Text("totals-compared-with", period=Text("totals-period-year", year="2025"), on=date(2025, 11, 16)),
        "names": ["2026", "2025"],
        "rows": [
            {"label": Text("totals-percent"), "now": 64, "before": 70, "figures": ["64", "70"], "full": 100},
            {"label": Text("totals-visits"), "now": 2924, "before": 1310, "figures": ["2,924", "1,310"], "full": 0},
            {"label": Text("totals-days"), "now": None, "before": 3, "figures": ["–", "3"], "full": 0},
        ],
    },
}
UNITS = [
    {"name": "城北镇工委", "percent": 100, "figure": "100%"},
    {"name": "经济开发区暨高新技术产业园区政协工作委员会", "percent": 40, "figure": "40%"},
    {"name": Text("totals-no-unit"), "percent": None, "figure": "–"},
]
BULLETIN: dict[str, Any] = {
    "title": Text("bulletin-title", period=Text("totals-period-month", year="2026", number="3")),
    "whose": "政协示例县委员会",
    "on": date(2026, 3, 31),
    "percent": 64,
    "figures": FIGURES,
    "units": UNITS,
    "more_units": 2,
    "months": YEAR["months"][:3],
    "beside": {"note": Text("totals-nothing-before"), "rows": []},
    "behind": [{"unit": "城北镇工委", "names": ["李建国", "赵明"], "count": 9}],
    "behind_count": 9,
    "more_behind": 0,
    "note": Text("bulletin-note"),
}
BOTH = {"totals-year": YEAR, "bulletin": BULLETIN}


def elements(name: str, data: Mapping[str, Any], tag: str, language: str = "zh") -> list[ElementTree.Element]:
    svg = ElementTree.fromstring(pictures.svg(name, language, data, TEXTS))
    return [element for element in svg.iter() if element.tag.endswith(tag)]


def words(name: str, data: Mapping[str, Any]) -> list[str]:
    return [element.text or "" for element in elements(name, data, "text")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BOTH)
def test_every_word_and_box_is_inside_a_sheet_as_wide_as_a_phone(name: str, language: str) -> None:
    for text in elements(name, BOTH[name], "text", language):
        x, wide = float(text.get("x", 0)), width_of(text.text or "", float(text.get("font-size", 0)))
        left = x - wide * {"end": 1.0, "middle": 0.5}.get(text.get("text-anchor", ""), 0.0)
        assert left >= 0, text.text
        assert left + wide <= 1000, text.text
        # On a phone 360 pixels wide a letter of 28 is 10 pixels high.
        assert float(text.get("font-size", 0)) >= 28, text.text
    for box in elements(name, BOTH[name], "rect", language):
        assert float(box.get("x", 0)) + float(box.get("width", 0)) <= 1000
    drawn = pictures.draw(name, language, BOTH[name], TEXTS)
    assert drawn[:8] == b"\x89PNG\r\n\x1a\n"
    assert drawn == pictures.draw(name, language, BOTH[name], TEXTS)


def test_the_bulletin_shows_completion_by_unit_months_and_who_is_behind() -> None:
    shown = words("bulletin", BULLETIN)
    for said in ("2026年3月履职情况通报", "64%", "2,924", "城北镇工委", "100%", "未分单位", "1月", "30"):
        assert said in shown
    assert "进度落后的委员：9 位" in shown
    assert "城北镇工委 9 位：李建国 赵明" in shown
    assert "另有 2 个单位，没有列出。" in shown


def test_this_year_stands_beside_the_one_before_in_bars_as_long_as_their_share() -> None:
    shown = words("totals-year", YEAR)
    for said in ("与上年同期相比", "2026", "2025", "64 / 70", "2,924 / 1,310", "– / 3"):
        assert said in shown
    boxes = [box for box in elements("totals-year", YEAR, "rect") if box.get("height") == "18.0"]
    filled = [float(box.get("width", 0)) for box in boxes if box.get("fill") != charts.EMPTY]
    assert [round(wide / 904, 2) for wide in filled] == [0.64, 0.7, 1.0, 0.45, 1.0]
    assert [box.get("fill") for box in boxes].count(charts.DONE) == 2


def test_nothing_to_compare_with_is_said_and_a_bulletin_from_before_is_drawn_as_it_was() -> None:
    assert "没有上年同期的记录，无法比较。" in words("bulletin", BULLETIN)
    before = {name: value for name, value in BULLETIN.items() if name != "beside"}
    assert "与上年同期相比" not in words("bulletin", before)


def test_no_line_begins_with_a_sign_that_closes_what_stands_before_it() -> None:
    said = "完成率：规定的联系对象、走访、实事等，已完成的占应完成的多少。已过几个月（不满的不算），就算落后。"
    for width in range(120, 900, 17):
        lines = wrapped(said, 28, width)
        assert "".join(lines) == said
        assert not [line for line in lines if line[0] in "，。、：）"]
        assert max(width_of(line, 28) for line in lines) <= max(width, 28 * 3)


def test_nobody_behind_is_said() -> None:
    assert "没有，谢谢大家！" in words("bulletin", BULLETIN | {"behind": [], "behind_count": 0})


def test_without_figures_there_is_a_dash_and_an_empty_year_can_be_drawn() -> None:
    empty = YEAR | {"percent": None, "days": {}, "months": [{"month": 1, "visits": 0}], "figures": []}
    assert "–" in words("totals-year", empty)
    pictures.draw("totals-year", "zh", empty, TEXTS)


def test_the_calendar_has_a_square_a_day_darker_where_there_was_more() -> None:
    fills = [box.get("fill") for box in elements("totals-year", YEAR, "rect")]
    squares = fills[-365 - len(charts.HEAT) : -len(charts.HEAT)]
    assert len([fill for fill in squares if fill in charts.HEAT]) == 365
    assert squares[0] == charts.HEAT[1]
    assert squares[date(2026, 11, 16).timetuple().tm_yday - 1] == charts.HEAT[4]
    assert [charts.shade(count, 8) for count in (0, 1, 2, 3, 8)] == [charts.HEAT[place] for place in (0, 1, 1, 2, 4)]


@pytest.mark.parametrize("percent", [1, 25, 50, 75, 99])
def test_a_ring_ends_where_its_share_ends(percent: int) -> None:
    canvas = Canvas(400)
    charts.ring(canvas, 200, 200, 100, percent, "完成率")
    found = re.search(r'<path d="M200.0 110.0A90.0 90.0 0 ([01]) 1 ([\d.]+) ([\d.]+)"', canvas.svg(400))
    assert found
    large, x, y = found[1], float(found[2]), float(found[3])
    turned = math.atan2(x - 200, 200 - y) % (2 * math.pi) / (2 * math.pi)
    assert turned * 100 == pytest.approx(percent, abs=0.2)
    assert large == str(int(percent > 50))


def test_a_full_ring_and_an_empty_one() -> None:
    full, empty = Canvas(400), Canvas(400)
    charts.ring(full, 200, 200, 100, 100, "完成率")
    charts.ring(empty, 200, 200, 100, 0, "完成率")
    assert charts.DONE in full.svg(400)
    assert empty.svg(400).count("<circle") == 1
