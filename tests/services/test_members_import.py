"""The office's list is taken over whole or not at all, and a second time it updates."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.lists import HeadingsMissing, NobodyListed, SheetsSeveral
from domain.people import Role, Standing
from domain.refusals import Refusal
from domain.roster import read
from domain.terms import Session
from services.members_import import Imported, ImportRefused, draft, take_over
from storage import people, roster, sessions
from storage.db import Tx
from tests.cast import Cast

HEADINGS = ["序号", "姓名", "界别", "联系方式", "政协工委", "类别", "常委", "职务", "届中加入日期", "离任日期"]


def sheet(*rows: Sequence[str]) -> list[list[list[str]]]:
    """A file of one sheet, with a title above the headings and a number before each row."""
    return [[["示例县政协委员名单"], HEADINGS, *([str(n), *row] for n, row in enumerate(rows, start=1))]]


async def take(tx: Tx, *rows: Sequence[str]) -> Imported:
    return await take_over(tx, sheet(*rows), language="zh")


async def refused(tx: Tx, *rows: Sequence[str]) -> list[tuple[str, str]]:
    """Row and text key of everything that was refused."""
    with pytest.raises(ImportRefused) as refusal:
        await take(tx, *rows)
    return [(fault.args_of_text["row"], fault.text) for fault in refusal.value.faults]


SUN = ("孙丽", "医卫界", "13800000001", "城东镇工委", "特邀委员", "", "")
HE = ("何涛", "经济界", "13800000002", "", "", "√", "副主席")


async def test_members_come_with_all_that_their_row_says(tx: Tx, cast: Cast) -> None:
    assert await take(tx, SUN, HE) == Imported(added=2, updated=0, unchanged=0, elsewhere=2)
    found = {member.name: member for member in await people.members(tx)}
    sun, he = found["孙丽"], found["何涛"]
    assert (sun.sector, sun.unit, sun.standing) == ("医卫界", "城东镇工委", Standing.SPECIAL)
    assert (he.sector, he.unit, he.standing) == ("经济界", "", Standing.REGULAR)
    assert (sun.is_standing_committee, he.is_standing_committee) == (False, True)
    assert (await people.get(tx, he.person_id)).roles == {Role.MEMBER, Role.LEADER}
    assert (await people.get(tx, sun.person_id)).phone == "13800000001"


async def test_the_same_file_again_changes_nothing(tx: Tx, cast: Cast) -> None:
    await take(tx, SUN, HE)
    assert await take(tx, SUN, HE) == Imported(added=0, updated=0, unchanged=2, elsewhere=2)


async def test_a_second_file_updates_who_is_known_by_name(tx: Tx, cast: Cast) -> None:
    changed = ("李建国", "科技界", "13800000009", "城南街道工委", "委员", "是", "")
    assert await take(tx, changed) == Imported(added=0, updated=1, unchanged=0, elsewhere=1)
    li = await people.member_of(tx, cast.li.id)
    assert li is not None
    assert (li.id, li.sector, li.unit, li.is_standing_committee) == (
        cast.li_member.id,
        "科技界",
        "城南街道工委",
        True,
    )


async def test_an_empty_cell_changes_nothing_of_what_is_known(tx: Tx, cast: Cast) -> None:
    await take(tx, SUN)
    await take(tx, ("孙丽", "医卫界", "", "", "", "", ""))
    (sun,) = await people.members_named(tx, "孙丽")
    assert (sun.unit, sun.standing) == ("城东镇工委", Standing.SPECIAL)
    assert (await people.get(tx, sun.person_id)).phone == "13800000001"


async def test_who_was_invited_by_name_gets_the_sector_from_the_list(tx: Tx, cast: Cast) -> None:
    number = await people.add(tx, "孙丽", "zh")
    await people.add_member(tx, number, "", "", Standing.REGULAR)
    assert (await take(tx, SUN)).updated == 1
    member = await people.member_of(tx, number)
    assert member is not None
    assert member.sector == "医卫界"


async def test_two_of_one_name_are_told_apart_by_their_phones(tx: Tx, cast: Cast) -> None:
    one, other = ("王伟", "经济界", "13800000011"), ("王伟", "教育界", "13800000022")
    assert (await take(tx, one, other)).added == 2
    assert await take(tx, ("王伟", "科技界", "13800000011"), other) == Imported(0, 1, 1, 2)
    assert {known.sector for known in await roster.known(tx, "王伟")} == {"科技界", "教育界"}
    assert await refused(tx, ("王伟", "科技界", "")) == [("3", "row-means-several")]


async def test_a_constituent_of_a_members_name_is_not_made_one(tx: Tx, cast: Cast) -> None:
    await take(tx, ("王秀英", "农业界", "", "", "", "", ""))
    assert (await people.get(tx, cast.wang.id)).roles == frozenset()


async def test_one_bad_row_keeps_the_whole_file_out(tx: Tx, cast: Cast) -> None:
    assert await refused(tx, SUN, ("何涛", "", "", "", "", "", "")) == [("4", "row-sector-missing")]
    assert await people.members_named(tx, "孙丽") == []


async def test_every_bad_row_is_named_with_its_reasons(tx: Tx, cast: Cast) -> None:
    rows = (
        ("", "经济界", "13800000002", "", "", "", ""),
        ("何涛", "经济界", "电话不详", "", "退休委员", "大概", ""),
        ("名" * 41, "经济界", "", "", "", "", ""),
        SUN,
        SUN,
    )
    assert await refused(tx, *rows) == [
        ("3", "row-name-missing"),
        ("4", "row-phone-not-readable"),
        ("4", "row-standing-unknown"),
        ("4", "row-neither-yes-nor-no"),
        ("5", "row-name-too-long"),
        ("7", "row-twice"),
    ]


async def test_a_member_who_had_left_serves_again_when_on_the_list(tx: Tx, cast: Cast) -> None:
    await tx.run("UPDATE members SET left_on = :day WHERE id = :id", day=tx.now.date(), id=cast.li_member.id)
    assert (await take(tx, ("李建国", "农业界", "", "", "", "", ""))).updated == 1
    assert "李建国" in [member.name for member in await people.members(tx)]


async def test_the_import_is_written_down(tx: Tx, cast: Cast) -> None:
    await take(tx, SUN)
    row = await tx.one("SELECT action, details_json FROM audit")
    assert row == {
        "action": "imported-members",
        "details_json": {"added": 1, "updated": 0, "unchanged": 0, "elsewhere": 2, "left": 0},
    }


# --- joining and leaving ----------------------------------------------------------------------------------------------

BLANK = ("", "", "", "", "")


async def test_who_joins_in_mid_term_begins_on_that_day(tx: Tx, cast: Cast) -> None:
    await take(tx, ("孙丽", "医卫界", *BLANK, "2026年3月2日"), ("何涛", "经济界", *BLANK, ""))
    found = {member.name: (member.began_on, member.joined_on) for member in await people.members(tx)}
    assert found["孙丽"] == (date(2026, 3, 2), date(2026, 3, 2))
    assert found["何涛"] == (tx.now.date(), None)


async def test_a_row_with_a_day_of_leaving_ends_the_membership_and_its_rights(tx: Tx, cast: Cast) -> None:
    await people.grant(tx, cast.li.id, Role.LEADER)
    assert (await take(tx, ("李建国", "农业界", *BLANK, "", "2026-03-16"))) == Imported(0, 0, 0, 1, left=1)
    li = await people.member_of(tx, cast.li.id)
    assert li is not None
    assert li.left_on == date(2026, 3, 16)
    assert (await people.get(tx, cast.li.id)).roles == frozenset()
    assert "李建国" not in [member.name for member in await people.members(tx)]


async def test_who_left_and_comes_back_is_the_same_member(tx: Tx, cast: Cast) -> None:
    await take(tx, ("李建国", "农业界", *BLANK, "", "2026-03-10"))
    assert (await take(tx, ("李建国", "农业界", *BLANK, "", ""))).updated == 1
    li = await people.member_of(tx, cast.li.id)
    assert li is not None
    assert (li.id, li.left_on) == (cast.li_member.id, None)
    assert (await people.get(tx, cast.li.id)).roles == {Role.MEMBER}


@pytest.mark.parametrize(
    ("name", "joined", "left", "fault"),
    [
        ("李建国", "", "2026-03-17", "row-left-in-the-future"),
        ("孙丽", "", "2026-03-01", "row-left-unknown"),
        ("李建国", "2026-03-05", "2026-03-04", "row-left-before-joining"),
        ("孙丽", "46204", "", "row-day-not-readable"),
        ("孙丽", "去年", "", "row-day-not-readable"),
        ("孙丽", "2026-02-30", "", "row-day-not-readable"),
        ("0", "", "", "row-name-is-no-name"),
    ],
)
async def test_what_a_row_can_t_mean_is_told(tx: Tx, cast: Cast, name: str, joined: str, left: str, fault: str) -> None:
    assert await refused(tx, (name, "农业界", *BLANK, joined, left)) == [("3", fault)]


WITH_SESSIONS = ["姓名", "界别", "任职日期", "届", "次"]


async def begin(tx: Tx, *rows: Sequence[str]) -> list[date | None]:
    """On which day each of these rows' members began, after the list was taken over."""
    await take_over(tx, [[WITH_SESSIONS, *map(list, rows)]], language="zh")
    found = {member.name: member.began_on for member in await people.members(tx)}
    return [found[row[0]] for row in rows]


async def test_a_member_begins_with_their_session_or_on_the_day_that_is_written(tx: Tx, cast: Cast) -> None:
    for session in (Session(14, 1, date(2021, 12, 20)), Session(15, 1, date(2026, 1, 8))):
        await sessions.save(tx, session)
    new = (
        ("孙丽", "医卫界", "", "15", "1"),
        ("何涛", "经济界", "", "第十五届", ""),
        ("钱进", "经济界", "2026-3-2", "15", ""),
    )
    assert await begin(tx, *new) == [date(2026, 1, 8), date(2026, 1, 8), date(2026, 3, 2)]
    # 李建国 began on a day within the fourteenth: that is no news, the fifteenth is.
    assert await begin(tx, ("李建国", "农业界", "", "14", "一次")) == [date(2022, 1, 10)]
    assert await begin(tx, ("李建国", "农业界", "", "15", "")) == [date(2026, 1, 8)]
    assert await begin(tx, ("李建国", "农业界", "", "", "")) == [date(2026, 1, 8)]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (("孙丽", "医卫界", "", "16", ""), "row-session-unknown"),
        (("孙丽", "医卫界", "", "15", "9"), "row-session-unknown"),
        (("孙丽", "医卫界", "", "上届", ""), "row-session-not-readable"),
        (("孙丽", "医卫界", "", "15", "0"), "row-session-not-readable"),
        (("孙丽", "医卫界", "去年", "", ""), "row-day-not-readable"),
    ],
)
async def test_a_session_nobody_recorded_or_can_read_is_told(
    tx: Tx, cast: Cast, row: Sequence[str], fault: str
) -> None:
    await sessions.save(tx, Session(15, 1, date(2026, 1, 8)))
    with pytest.raises(ImportRefused) as refusal:
        await begin(tx, row)
    assert [(one.args_of_text["row"], one.text) for one in refusal.value.faults] == [("2", fault)]


async def test_comparing_a_list_changes_nothing_and_says_what_would(tx: Tx, cast: Cast) -> None:
    rows = sheet(SUN, ("李建国", "科技界", *BLANK, "", ""), ("赵明", "教育界", *BLANK, "", "2026-03-01"))
    planned = await draft(tx, rows)
    assert [(step.outcome, step.changed) for step in planned.steps] == [
        ("added", ()),
        ("updated", ("sector",)),
        ("left", ("left_on",)),
    ]
    assert await people.members_named(tx, "孙丽") == []
    assert await take_over(tx, rows, language="zh") == planned.result


def test_lists_on_two_sheets_are_not_guessed_at() -> None:
    one = [["姓名", "界别"], ["李建国", "农业界"]]
    with pytest.raises(SheetsSeveral) as refusal:
        read([one, [["说明"]], one])
    assert refusal.value.args_of_text == {"places": "1、3"}
    assert names([[["姓名", "界别"]], [["说明"]], one]) == ["李建国"]


# --- what a sheet may look like ---------------------------------------------------------------------------------------


def names(sheets: list[list[list[str]]]) -> list[str]:
    entries, faults = read(sheets)
    assert faults == []
    return [entry.name for entry in entries]


def test_the_list_may_be_on_any_sheet_and_below_a_title() -> None:
    assert names([[["说明"]], [[], ["", "二〇二六年"], ["界 别", "姓\n名"], ["农业界", "李建国"], ["", ""], []]]) == [
        "李建国"
    ]


def test_a_name_set_wide_is_one_name() -> None:
    assert names([[["姓名", "界别"], ["王 芳", "农业界"], ["王　芳霞", "农业界"], ["Li  Lei", "农业界"]]]) == [
        "王芳",
        "王芳霞",
        "Li Lei",
    ]


def test_headings_may_carry_a_note_and_stand_in_any_order() -> None:
    entries, _ = read([[["手机（必填）", "界别：", "委员姓名"], ["138 0000 0001", "农业界", "李建国"]]])
    assert (entries[0].name, entries[0].phone, entries[0].sector) == ("李建国", "13800000001", "农业界")


def test_a_place_of_work_is_not_taken_for_the_work_committee() -> None:
    entries, _ = read([[["姓名", "界别", "工作单位"], ["李建国", "农业界", "某农场"]]])
    assert entries[0].unit == ""


def test_a_vice_secretary_is_no_leader() -> None:
    entries, _ = read(
        [[["姓名", "界别", "职务"], ["甲", "x", "副秘书长"], ["乙", "x", "常委、秘书长"], ["丙", "x", "工会主席"]]]
    )
    assert [entry.is_leader for entry in entries] == [False, True, False]
    assert [entry.is_standing_committee for entry in entries] == [None, True, None]


@pytest.mark.parametrize(
    ("sheets", "refusal"),
    [
        ([], HeadingsMissing),
        ([[]], HeadingsMissing),
        ([[["姓名", "电话"], ["李建国", "1"]]], HeadingsMissing),
        ([[["姓名", "界别"]]], NobodyListed),
        ([[["姓名", "界别"], ["", " "]]], NobodyListed),
    ],
)
def test_a_file_without_a_list_is_refused(sheets: list[list[list[str]]], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        read(sheets)


def test_the_missing_headings_are_named() -> None:
    with pytest.raises(HeadingsMissing) as refusal:
        read([[["姓名", "电话"], ["李建国", "1"]]])
    assert refusal.value.args_of_text == {"lacking": "界别"}


@given(st.lists(st.lists(st.text(max_size=8), max_size=8), max_size=8))
def test_any_cells_are_read_or_refused_row_by_row(rows: list[list[str]]) -> None:
    try:
        entries, faults = read([[HEADINGS, *rows]])
    except NobodyListed:
        return
    wrong = {fault.args_of_text["row"] for fault in faults}
    filled = [number for number, row in enumerate(rows, start=2) if any(cell.strip() for cell in row)]
    assert {str(entry.row) for entry in entries} | wrong == {str(number) for number in filled}
