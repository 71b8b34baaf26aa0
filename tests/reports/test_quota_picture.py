"""The picture of the year: every word and box on it, nothing clipped, the same on every machine."""

import struct
import zoneinfo
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

import pytest

from reports import pictures
from reports.canvas import fitted, width_of, wrapped
from texts import LANGUAGES, Text, Texts

TEXTS = Texts.load(zoneinfo.ZoneInfo("Asia/Shanghai"))
VISITS, DEEDS = Text("quota-counts-visits"), Text("quota-counts-good-deeds")
NAMES = ("王秀英", "张三", "李四海", "江苏恒力液压科技有限公司", "赵桂兰", "欧阳建国")


def bar(label: Text, done: int, required: int) -> dict[str, Any]:
    return {"label": label, "done": done, "required": required, "figure": f"{done}/{required}"}


def picture_of(names: tuple[str, ...], **differently: Any) -> dict[str, Any]:
    rows = [
        {"name": name, "bars": [bar(VISITS, place % 5, 3), bar(DEEDS, place % 2, 1)]}
        for place, name in enumerate(names)
    ]
    return {
        "title": Text("quota-picture-title", year="2026"),
        "until": None,
        "rows": rows,
        "own": [bar(Text("quota-counts-people"), 7, 10)],
        "note": Text("quota-all-done"),
    } | differently


def words_of(data: Mapping[str, Any], language: str = "zh") -> list[str]:
    svg = ElementTree.fromstring(pictures.svg("quota", language, data, TEXTS))
    return [element.text or "" for element in svg.iter() if element.tag.endswith("text")]


def size_of(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 6, 15, 31])
def test_a_picture_of_any_number_of_contacts_is_as_wide_as_a_phone_and_not_too_high(language: str, count: int) -> None:
    names = tuple(f"王{chr(0x4E00 + place)}" for place in range(count))
    width, height = size_of(pictures.draw("quota", language, picture_of(names), TEXTS))
    assert width == 1000
    assert height < 3000


def test_every_name_and_figure_stands_on_the_picture() -> None:
    words = words_of(picture_of(NAMES))
    for said in ("2026年履职进度", "王秀英", "欧阳建国", "走访", "实事", "4/3", "0/1", "7/10", "走访不同的人"):
        assert said in words
    assert "今年的任务已全部完成，谢谢您！" in words


def test_a_long_name_is_set_in_two_lines_and_a_very_long_one_ends_in_dots() -> None:
    words = words_of(picture_of(("江苏恒力液压科技有限公司", "长" * 50)))
    assert "".join(words).count("江苏恒力液压科技") == 1
    assert "有限公司" in words
    assert any(word.endswith("…") for word in words)


def test_more_contacts_than_fit_are_counted() -> None:
    words = words_of(picture_of(tuple(f"王{chr(0x4E00 + place)}" for place in range(33))))
    assert "另有 3 位，没有列出。" in words


def test_without_contacts_it_says_so() -> None:
    assert "还没有登记联系对象" in words_of(picture_of(()))


def test_what_people_typed_cannot_break_the_picture() -> None:
    words = words_of(picture_of(("<b>&\x00\x0b王", "😀\ud800三")))
    assert "<b>&王" in words
    pictures.draw("quota", "zh", picture_of(("<b>&\x00王", "😀三")), TEXTS)


def test_many_owed_become_one_long_bar_inside_its_column() -> None:
    data = picture_of(("王秀英",), own=[bar(VISITS, 30, 60)])
    svg = ElementTree.fromstring(pictures.svg("quota", "zh", data, TEXTS))
    boxes = [element for element in svg.iter() if element.tag.endswith("rect")]
    assert all(float(box.get("x", 0)) + float(box.get("width", 0)) <= 1000 for box in boxes)


def test_the_picture_is_the_same_each_time() -> None:
    assert pictures.draw("quota", "zh", picture_of(NAMES), TEXTS) == pictures.draw(
        "quota", "zh", picture_of(NAMES), TEXTS
    )


def test_chinese_letters_count_full_width_and_latin_ones_little_more_than_half() -> None:
    assert width_of("王三", 10) == 20
    assert width_of("ab", 10) == pytest.approx(11.6)
    assert fitted("王秀英", 10, 30) == "王秀英"
    assert fitted("王秀英兰", 10, 30) == "王秀…"
    assert wrapped("good deeds left", 10, 60) == ["good deeds", "left"]
    assert wrapped("王秀英兰", 10, 20) == ["王秀", "英兰"]
