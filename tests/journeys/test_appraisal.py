"""Appraisal from phone to phone."""

from collections.abc import AsyncIterator

import pytest

from bot.render import EXCEL, WORD
from sandbox.client import SandboxClient
from tests.bridge import Bridge, open_bridge
from tests.journeys.test_visits import know


@pytest.fixture
async def bridge(sandbox: SandboxClient, url: str) -> AsyncIterator[Bridge]:
    """A committee that gives the example's points."""
    async with open_bridge(sandbox, url, appraisal={"example_points": True}) as opened:
        yield opened


async def test_points_open_to_what_they_rest_on(bridge: Bridge) -> None:
    li, zhou, chen = bridge.li, bridge.zhou, bridge.chen
    await know(bridge, "王秀英")
    await li.say("/visit 王秀英 上门 了解就医情况 #实事 送去轮椅")
    await li.sees("送去轮椅")
    await li.say("考核")
    own = await li.sees("我的2026年履职考核")
    assert "得分：4 分" in own.text
    assert "2. 走访联系对象：1 次，1 分" in own.text
    assert "计分表是示例，没有文件依据" in own.text
    await li.press("2 走访联系对象")
    rests = await li.sees("每次 1 分，最多 20 分")
    assert "1. 2026年3月16日　上门　王秀英" in rests.text
    await li.press("看 1")
    await li.sees("了解就医情况")

    await zhou.say("考核 2026年")
    listed = await zhou.sees("2 位委员")
    assert "\n1. 李建国　4 分" in listed.text
    await zhou.press("李建国")
    await zhou.sees("李建国：2026年履职考核")
    await zhou.press("2 走访联系对象")
    assert "王秀英" in (await zhou.sees("每次 1 分")).text
    await chen.say("/appraisal")
    await chen.sees("2 位委员")
    await chen.press("李建国")
    await chen.sees("李建国：2026年履职考核")
    await chen.press("2 走访联系对象")
    assert "王秀英" not in (await chen.sees("每次 1 分")).text


async def test_points_are_made_known_objected_to_and_decided(bridge: Bridge) -> None:
    li, zhou = bridge.li, bridge.zhou
    await know(bridge, "王秀英")
    await li.say("/visit 王秀英 上门 了解就医情况 #实事 送去轮椅")
    await li.sees("送去轮椅")
    await zhou.say("考核")
    await zhou.sees("还没有公布")
    await zhou.press("📣 公布考核")
    await zhou.sees("2026年3月30日前可以提异议。")
    await zhou.press("确认公布")
    await zhou.sees("2026年考核已公布，共 2 位委员")
    await zhou.sees("已发给 2 位委员")
    await li.sees("您的得分是 4 分")
    await li.press("看得分和依据")
    await li.sees("已公布")
    await li.press("12 履职日记")
    await li.sees("这一项还没有记录")
    await li.press("✋ 有异议")
    await li.sees("“履职日记”现在得 0 分")
    await li.say("三月写了两篇，记在本子上")
    await li.sees("已交政协办公室")

    await zhou.sees("三月写了两篇")
    await zhou.press("答复")
    await zhou.sees("现在得 0 分")
    await zhou.press("成立")
    await zhou.sees("改为多少分")
    await zhou.say("七分")
    await zhou.sees("没看懂")
    await zhou.say("7")
    await zhou.sees("最多 6 分")
    await zhou.say("1")
    await zhou.sees("请写理由")
    await zhou.say("看过本子")
    await zhou.sees("已答复李建国")
    await li.sees("这一项改为 1 分，总分 5 分")
    await zhou.say("考核")
    listed = await zhou.sees("已公布，按2026年3月16日的记录")
    assert "1. 李建国　5 分" in listed.text
    assert "过了那天才能结束" in ((await zhou.press("结束考核")).text or "")
    await bridge.later(days=15)
    await zhou.press("结束考核")
    await zhou.press("确认结束")
    await zhou.sees("不再变动")
    await zhou.press("💬 教育谈话")
    assert "1. 赵明　0 分　完成 0%（建议，待定）" in (await zhou.sees("全年任务没有完成")).text
    await zhou.press("列入赵明")
    await zhou.sees("赵明　0 分　完成 0%（已列入）")
    await zhou.press("记谈话：赵明")
    await zhou.sees("请用一行写")
    await zhou.say("昨天 陈主席；谈了走访太少的原因")
    await zhou.sees("已记下2026年3月30日与赵明的谈话")
    await zhou.say("考核")
    await zhou.sees("已结束")
    await zhou.press("📄 Word 和 Excel")
    assert (await zhou.sees("履职考核（Word）")).raw["document"]["mime_type"] == WORD
    assert (await zhou.sees("履职考核表（Excel）")).raw["document"]["mime_type"] == EXCEL
    await zhou.press("2025年")
    await zhou.sees("2025年履职考核：2 位委员")
