"""The office updates its list of members from its chat."""

from pathlib import Path

from tests.bridge import Bridge
from tests.reports.test_sheets import write_xlsx

HEADINGS: list[object] = ["姓名", "界别", "手机", "政协工委", "离任日期"]


async def test_a_list_sent_to_the_bot_is_shown_mended_and_imported(bridge: Bridge, tmp_path: Path) -> None:
    zhou = bridge.zhou
    await zhou.say("名册")
    await zhou.sees("在任 2 位")
    bad = write_xlsx(tmp_path / "bad.xlsx", [HEADINGS, ["孙丽", "", 13800000001, "城东镇工委", ""]])
    await zhou.send("document", file=bad.read_bytes(), filename="名单.xlsx")
    refused = await zhou.sees("什么都没有写入")
    assert "第 2 行：缺界别" in refused.text
    good: list[list[object]] = [
        HEADINGS,
        ["孙丽", "医卫界", 13800000001, "城东镇工委", ""],
        ["赵明", "教育界", "", "", "2026-03-10"],
    ]
    file = write_xlsx(tmp_path / "good.xlsx", good).read_bytes()
    await zhou.send("document", file=file, filename="名单.xlsx")
    shown = await zhou.sees("新增 1 位，更新 0 位，离任 1 位")
    assert "第 2 行　新增 孙丽（医卫界，城东镇工委）" in shown.text
    assert "第 3 行　赵明离任：2026年3月10日" in shown.text
    await zhou.press("确认导入")
    await zhou.sees("已导入")
    await zhou.say("名册")
    await zhou.sees("在任 2 位，已加入“连心桥” 1 位")
    await zhou.say("/invite")
    await zhou.press("全部未加入的委员")
    slips = await zhou.sees("1 位委员还没有加入")
    assert slips.raw["document"]["file_name"] == "邀请单.docx"
    await bridge.zhao.say("/contacts")
    await bridge.zhao.sees("不对您的身份开放")


async def test_units_and_their_people_come_by_a_list_and_are_invited_by_slips(bridge: Bridge, tmp_path: Path) -> None:
    zhou = bridge.zhou
    headings: list[object] = ["单位", "姓名", "单位类别", "手机", "职务"]
    bad = write_xlsx(tmp_path / "bad.xlsx", [headings, ["卫生健康委", "孙平", "", "", ""]])
    await zhou.send("document", file=bad.read_bytes(), filename="单位.xlsx")
    refused = await zhou.sees("什么都没有写入")
    assert "第 2 行：卫生健康委是新单位" in refused.text
    good: list[list[object]] = [
        headings,
        ["卫生健康委", "孙平", "承办单位", 13800000001, "科长"],
        ["城北镇工委", "何涛", "", "", "主任"],
    ]
    await zhou.send("document", file=write_xlsx(tmp_path / "u.xlsx", good).read_bytes(), filename="单位.xlsx")
    shown = await zhou.sees("单位人员名单")
    assert "新单位：卫生健康委（承办单位）" in shown.text
    await zhou.press("确认导入")
    await zhou.sees("人员新增 2 位")
    await zhou.press("单位和人员")
    await zhou.sees("城北镇工委（政协工委）：1 人，已加入 0")
    await zhou.press("城北镇工委")
    await zhou.sees("何涛　主任")
    await zhou.press("邀请未加入的")
    slips = await zhou.sees("1 位单位人员还没有加入")
    assert slips.raw["document"]["file_name"] == "邀请单.docx"
