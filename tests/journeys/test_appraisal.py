"""Appraisal from phone to phone."""

from collections.abc import AsyncIterator

import pytest

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
    await li.press("看第 1 条")
    await li.sees("了解就医情况")

    await zhou.say("考核 2026年")
    listed = await zhou.sees("2 位委员")
    assert listed.text.splitlines()[2].startswith("1. 李建国　4 分")
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
