"""Answers from phone to phone: often-used ones, and those that the office looks at first."""

from collections.abc import AsyncIterator

import pytest

from sandbox.client import SandboxClient
from tests.bridge import Bridge, open_bridge
from tests.journeys.test_letters import write


@pytest.fixture
async def bridge(sandbox: SandboxClient, url: str) -> AsyncIterator[Bridge]:
    async with open_bridge(sandbox, url, mailbox={"review_answers": "always"}) as house:
        yield house


async def test_an_answer_comes_back_is_written_anew_with_an_often_used_one_and_goes_out(bridge: Bridge) -> None:
    wang, li, zhou = bridge.wang, bridge.li, bridge.zhou
    await zhou.say("常用语")
    await zhou.press("新增（大家公用）")
    await zhou.say("已办理")
    await zhou.sees("请发送“已办理”的内容")
    await zhou.say("{姓名}，您好")
    await zhou.sees("“姓名”这个记号不能用")
    await zhou.say("{称呼}，您好！来信 {编号} 的事已办理。")
    await zhou.sees("“已办理”已保存")
    number = await write(wang, "路灯坏了。")
    await li.reply(await li.sees(number), "随便修修")
    await li.sees("已送政协办公室审阅")
    await zhou.sees("随便修修")
    await zhou.press("退给委员")
    await zhou.say("请说清楚")
    await zhou.sees("已退给委员")
    await li.sees("意见：请说清楚")
    await li.press("再写一次")
    await li.sees("随便修修")
    await li.press("取消")
    await li.press("回复")
    await li.sees("先送政协办公室审阅")
    await li.press("常用语")
    await li.press("已办理（公用）")
    await li.sees(f"王秀英，您好！来信 {number} 的事已办理。")
    await li.press("发送")
    await li.sees("已送政协办公室审阅")
    await zhou.say("/reviews")
    await zhou.press(number)
    await zhou.press("同意发出")
    answer = await wang.sees("李建国委员回复了您的来信")
    assert f"来信 {number} 的事已办理" in answer.text
    assert not [message for message in await wang.messages() if "随便" in message.text]
