"""Lists as offices really keep them: what is no person is left out, what can't be read right is refused."""

from datetime import date

import pytest

from domain import unit_lists
from domain.lists import HeadingTwice, NobodyListed
from domain.roster import Entry, read

HEADINGS = ["序号", "姓名", "界别", "手机"]
ZHANG = ["1", "张三", "农业界", "13800000001"]


def entries(*rows: list[str]) -> list[Entry]:
    """Of a list without a fault."""
    found, faults = read([list(rows)])
    assert [(type(fault).__name__, fault.args_of_text) for fault in faults] == []
    return found


@pytest.mark.parametrize(
    "row",
    [
        ["合计", "1人", "", ""],
        ["", "合 计", "1", ""],
        ["城北镇工委", "小计", "1人", ""],
        ["共计 1 人", "", "", ""],
        ["Total", "1", "", ""],
        ["", "制表人：周敏", "", ""],
        ["", "", "", "填表日期：2026年3月1日"],
        ["备注：名单以统战部为准", "", "", ""],
        ["注:增补委员另列", "", "", ""],
        ["", " ", "", ""],
    ],
)
def test_sums_and_notes_are_nobody(row: list[str]) -> None:
    assert [entry.name for entry in entries(HEADINGS, ZHANG, row)] == ["张三"]
    with pytest.raises(NobodyListed):
        read([[HEADINGS, row]])


@pytest.mark.parametrize("name", ["合作", "Totalova", "注意", "计小明", "日期红"])
def test_a_person_is_not_taken_for_a_sum(name: str) -> None:
    assert [entry.name for entry in entries(HEADINGS, ["1", name, "农业界", ""])] == [name]


def test_headings_in_two_storeys_are_both_read() -> None:
    rows = [
        ["姓名", "界别", "联系方法", ""],
        ["姓名", "界别", "办公室", "手机"],  # As a cell merged over both is read.
        ["张三", "农业界", "84890000", "13800000001"],
    ]
    assert [(entry.row, entry.name, entry.phone) for entry in entries(*rows)] == [(3, "张三", "13800000001")]
    rows[1][:2] = ["", ""]  # As a .csv has it.
    assert [(entry.row, entry.name, entry.phone) for entry in entries(*rows)] == [(3, "张三", "13800000001")]


def test_headings_that_stand_on_each_page_again_are_nobody() -> None:
    li = ["2", "李四", "医卫界", ""]
    assert [entry.name for entry in entries(HEADINGS, ZHANG, HEADINGS, li)] == ["张三", "李四"]


def test_a_row_without_a_name_is_told_though_a_word_in_it_is_a_heading_elsewhere() -> None:
    _, faults = unit_lists.read([[["单位", "姓名"], ["城北镇工委", "张三"], ["工委", ""]]])
    assert [fault.args_of_text["row"] for fault in faults] == ["3"]


def test_two_lists_side_by_side_are_refused_and_not_read_by_half() -> None:
    with pytest.raises(HeadingTwice) as refusal:
        read([[[*HEADINGS, *HEADINGS], [*ZHANG, "2", "李四", "医卫界", ""]]])
    assert refusal.value.args_of_text == {"heading": "姓名"}
    with pytest.raises(HeadingTwice):
        unit_lists.read([[["单位", "姓名", "单位", "姓名"], ["城北镇工委", "张三", "城南街道工委", "李四"]]])


@pytest.mark.parametrize(
    "typed",
    ["2026-3-5", "2026年3月5日", "2026年3月5号", "2026.03.05", "20260305", "2026/3/5 0:00", "２０２６年３月５日"],
)
def test_a_day_is_read_as_offices_write_it(typed: str) -> None:
    (entry,) = entries([*HEADINGS, "届中加入日期"], [*ZHANG, typed])
    assert entry.joined_on == date(2026, 3, 5)


def test_words_set_wide_are_one_word() -> None:
    (entry,) = entries([*HEADINGS, "政协工委"], ["1", "张　三", "农 业 界", "", "城北镇　工委"])
    assert (entry.name, entry.sector, entry.unit) == ("张三", "农业界", "城北镇工委")


def test_two_numbers_in_a_cell_are_told_in_one_line() -> None:
    _, (fault,) = read([[HEADINGS, ["1", "张三", "农业界", "13800000001\n13900000002"]]])
    assert fault.args_of_text == {"row": "2", "typed": "13800000001 13900000002"}
