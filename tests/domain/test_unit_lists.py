"""The list of units and their people: its columns, its rows, what is unclear in them."""

import pytest

from domain.lists import HeadingsMissing
from domain.people import DEPARTMENT
from domain.schemes import UnitKind
from domain.unit_lists import Entry, RowKindMissing, RowUnitIsOtherKind, changes, is_one, kind_of, read

HEADINGS = ["单位", "姓名", "单位类别", "手机", "职务", "离任日期"]
MEMBERS = [["姓名", "界别", "手机", "单位"], ["李建国", "农业界", "", "城北镇工委"]]


def faults(*rows: list[str]) -> list[tuple[str, str]]:
    """Row and text key of everything wrong."""
    _, wrong = read([[["单位人员名单"], HEADINGS, *rows]])
    return [(fault.args_of_text["row"], fault.text) for fault in wrong]


def test_a_row_says_who_belongs_to_which_unit_as_what() -> None:
    (entry,), wrong = read([[HEADINGS, ["城北镇 工委", "张 三", "工委", "138 0000 0001", "主任", ""]]])
    assert wrong == []
    assert entry == Entry(2, "城北镇工委", "张三", UnitKind.WORK_COMMITTEE, "13800000001", "主任")


@pytest.mark.parametrize("heading", ["单位", "工委", "部门", "专委会", "承办单位"])
def test_the_unit_stands_under_any_of_its_usual_headings(heading: str) -> None:
    (entry,), _ = read([[["姓名", heading], ["张三", "城北镇工委"]]])
    assert (entry.unit, entry.name) == ("城北镇工委", "张三")


def test_a_list_with_sectors_is_one_of_members() -> None:
    assert is_one([[HEADINGS]])
    assert not is_one([MEMBERS])
    with pytest.raises(HeadingsMissing):
        read([[["姓名", "手机"], ["张三", ""]]])


def test_every_bad_cell_is_named_with_its_row() -> None:
    assert faults(
        ["", "张三", "", "", "", ""],
        ["城北镇工委", "", "", "", "", ""],
        ["城北镇工委", "李四", "什么", "不详", "职" * 41, "46204"],
        ["名" * 41, "王五", "", "", "", ""],
    ) == [
        ("3", "row-unit-missing"),
        ("4", "row-name-missing"),
        ("5", "row-kind-unknown"),
        ("5", "row-phone-not-readable"),
        ("5", "row-post-too-long"),
        ("5", "row-day-not-readable"),
        ("6", "row-unit-is-no-name"),
    ]


@pytest.mark.parametrize(
    ("other", "fault"),
    [
        (["城北镇工委", "张三", "", "", "", ""], "row-twice"),
        (["城北镇工委", "张三", "", "13800000001", "", ""], "row-twice"),
        (["城北镇工委", "张三", "", "13800000002", "", ""], None),
        (["城南镇工委", "张三", "", "", "", ""], "row-in-two-units"),
        (["城南镇工委", "张三", "", "13800000001", "", ""], None),
        (["城南镇工委", "张三", "", "13800000002", "", ""], None),
    ],
)
def test_a_name_twice_is_clear_only_by_its_phones(other: list[str], fault: str | None) -> None:
    first = ["城北镇工委", "张三", "", "13800000001", "", ""]
    assert faults(first, other) == ([("4", fault)] if fault else [])


def test_a_unit_of_two_kinds_is_told_once_for_each_row() -> None:
    said = (("张三", "专委会"), ("李四", ""), ("王五", "部门"))
    assert faults(*(["提案委", name, kind, "", "", ""] for name, kind in said)) == [("5", "row-unit-of-two-kinds")]


@pytest.mark.parametrize(
    ("unit", "said", "known", "kind"),
    [
        ("城北镇工委", None, None, UnitKind.WORK_COMMITTEE),
        ("农业界别组", None, None, UnitKind.SECTOR_GROUP),
        ("提案委", UnitKind.SPECIAL_COMMITTEE, None, UnitKind.SPECIAL_COMMITTEE),
        ("提案委", None, UnitKind.SPECIAL_COMMITTEE, UnitKind.SPECIAL_COMMITTEE),
        ("提案委", UnitKind.SPECIAL_COMMITTEE, UnitKind.WORK_COMMITTEE, UnitKind.SPECIAL_COMMITTEE),
        ("市政管理局", None, DEPARTMENT, DEPARTMENT),
    ],
)
def test_what_a_unit_is(unit: str, said: str | None, known: str | None, kind: str) -> None:
    assert kind_of(Entry(2, unit, "张三", said), known) == kind


def test_a_new_unit_whose_name_says_nothing_needs_its_kind() -> None:
    with pytest.raises(RowKindMissing):
        kind_of(Entry(2, "卫生健康委员会", "张三"), None)


@pytest.mark.parametrize(("said", "known"), [(DEPARTMENT, "work_committee"), ("sector_group", DEPARTMENT)])
def test_a_department_stays_one_and_a_unit_too(said: str, known: str) -> None:
    with pytest.raises(RowUnitIsOtherKind):
        kind_of(Entry(2, "市政管理局", "张三", said), known)


def test_an_empty_cell_changes_nothing() -> None:
    posts = {"城北镇工委": "主任"}
    assert changes(Entry(2, "城北镇工委", "张三"), "13800000001", posts) == []
    said = Entry(2, "城南镇工委", "张三", None, "13800000002", "干事")
    assert changes(said, "13800000001", posts) == ["phone", "joins", "post"]
