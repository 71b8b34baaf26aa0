"""The list of units and their people is taken over whole or not at all, and a second time it updates."""

from collections.abc import Sequence
from datetime import date

import pytest

from domain.people import DEPARTMENT, Role
from domain.schemes import UnitKind
from services import invitations
from services.bulk_invitations import NobodyToInvite, invite_unit_people
from services.members_import import ImportRefused
from services.units_import import Imported, take_over
from storage import people, units
from storage.db import Row, Tx
from tests.cast import Cast

TODAY = date(2026, 3, 16)
HEADINGS = ["单位", "姓名", "单位类别", "手机", "职务", "离任日期"]
SUN = ("城北镇工委", "孙平", "", "13800000001", "主任", "")
QIAN = ("提案委", "钱芳", "专委会", "", "", "")
MA = ("水务局", "马良", "部门", "13800000003", "科长", "")


def sheets(*rows: Sequence[str]) -> list[list[list[str]]]:
    return [[HEADINGS, *(list(row) for row in rows)]]


async def take(tx: Tx, *rows: Sequence[str]) -> Imported:
    return await take_over(tx, sheets(*rows), language="zh", today=TODAY)


async def refused(tx: Tx, *rows: Sequence[str]) -> list[tuple[str, str]]:
    with pytest.raises(ImportRefused) as refusal:
        await take(tx, *rows)
    return [(fault.args_of_text["row"], fault.text) for fault in refusal.value.faults]


async def rolls(tx: Tx) -> dict[str, list[Row]]:
    """Unit → its people."""
    return {unit["name"]: list(await units.roll(tx, unit["id"])) for unit in await units.counted(tx)}


async def test_units_come_with_their_people_and_what_these_may_do(tx: Tx, cast: Cast) -> None:
    assert await take(tx, SUN, QIAN, MA) == Imported(added=3, updated=0, unchanged=0, left=0, units=2)
    kinds = {unit["name"]: unit["kind"] for unit in await units.counted(tx)}
    assert kinds["提案委"] == UnitKind.SPECIAL_COMMITTEE
    assert kinds["水务局"] == DEPARTMENT
    (sun,) = (await rolls(tx))["城北镇工委"]
    assert (sun["name"], sun["phone"], sun["post"], sun["is_joined"]) == ("孙平", "13800000001", "主任", False)
    (ma,) = (await rolls(tx))["水务局"]
    assert (await people.get(tx, sun["id"])).roles == {Role.STAFF}
    assert (await people.get(tx, ma["id"])).roles == {Role.DEPARTMENT}


async def test_a_second_list_updates_and_an_empty_cell_changes_nothing(tx: Tx, cast: Cast) -> None:
    await take(tx, SUN, QIAN, MA)
    assert await take(tx, SUN, QIAN, MA) == Imported(0, 0, 3, 0, 0)
    assert await take(tx, ("城北镇工委", "孙平", "", "", "", "")) == Imported(0, 0, 1, 0, 0)
    done = await take(
        tx, ("城北镇工委", "孙平", "", "13800000009", "副主任", ""), ("提案委", "孙平", "", "13800000009", "", "")
    )
    assert done == Imported(0, 2, 0, 0, 0)
    (sun,) = (await rolls(tx))["城北镇工委"]
    assert (sun["phone"], sun["post"]) == ("13800000009", "副主任")
    assert {one["name"] for one in (await rolls(tx))["提案委"]} == {"钱芳", "孙平"}


async def test_one_new_person_of_two_units_is_one_person(tx: Tx, cast: Cast) -> None:
    await take(tx, SUN, ("城南街道工委", "孙平", "", "13800000001", "委员", ""))
    both = await rolls(tx)
    assert both["城北镇工委"][0]["id"] == both["城南街道工委"][0]["id"]
    assert (both["城北镇工委"][0]["post"], both["城南街道工委"][0]["post"]) == ("主任", "委员")


async def test_a_member_who_works_in_a_unit_stays_one_person(tx: Tx, cast: Cast) -> None:
    assert (await take(tx, ("城北镇工委", "李建国", "", "", "主任", ""))).updated == 1
    assert (await people.get(tx, cast.li.id)).roles == {Role.MEMBER, Role.STAFF}


async def test_a_constituent_of_the_same_name_is_not_made_one_of_a_unit(tx: Tx, cast: Cast) -> None:
    await take(tx, ("城北镇工委", "王秀英", "", "", "", ""))
    assert (await people.get(tx, cast.wang.id)).roles == frozenset()


async def test_who_leaves_a_unit_may_do_its_work_no_more(tx: Tx, cast: Cast) -> None:
    await take(tx, SUN, ("提案委", "孙平", "专委会", "13800000001", "", ""))
    (sun,) = (await rolls(tx))["城北镇工委"]
    left = ("城北镇工委", "孙平", "", "", "", "2026-03-01")
    assert (await take(tx, left)).left == 1
    assert (await people.get(tx, sun["id"])).roles == {Role.STAFF}
    assert (await take(tx, ("提案委", "孙平", "", "", "", "2026-03-01"))).left == 1
    assert (await people.get(tx, sun["id"])).roles == frozenset()
    assert await refused(tx, left) == [("2", "row-left-unknown")]
    assert await refused(tx, ("提案委", "钱芳", "专委会", "", "", "2026-04-01")) == [("2", "row-left-in-the-future")]


async def test_one_bad_row_keeps_the_whole_list_out(tx: Tx, cast: Cast) -> None:
    bad = ("卫生健康委", "何涛", "", "", "", "")
    assert await refused(tx, SUN, bad, ("市政管理局", "何苗", "工委", "", "", "")) == [
        ("3", "row-kind-missing"),
        ("4", "row-unit-is-other-kind"),
    ]
    assert (await rolls(tx))["城北镇工委"] == []


async def test_the_people_of_units_are_invited_in_bulk(tx: Tx, cast: Cast) -> None:
    await take(tx, SUN, ("提案委", "孙平", "专委会", "13800000001", "", ""), QIAN, MA)
    slips = await invite_unit_people(tx, cast.zhou, valid_days=14)
    whose = [(slip.name, slip.unit) for slip in slips]
    assert whose == [("孙平", "城北镇工委 主任"), ("钱芳", "提案委"), ("马良", "水务局 科长")]
    (again,) = await invite_unit_people(tx, cast.zhou, valid_days=14, roles={Role.DEPARTMENT})
    assert again.name == "马良"
    joined = await invitations.redeem(tx, slips[0].code, cast.wang)
    assert joined.person.name == "孙平"
    assert joined.person.roles == {Role.STAFF}
    assert [unit.name for unit in await units.of_person(tx, joined.person.id)] == ["城北镇工委", "提案委"]
    (sun,) = (await rolls(tx))["城北镇工委"]
    assert (sun["post"], sun["is_joined"]) == ("主任", True)
    with pytest.raises(NobodyToInvite):
        await invite_unit_people(tx, cast.zhou, valid_days=14, unit="城北镇工委")
