"""Three letters about one lamp, from phone to phone: merged, a brief, an instruction, a department, and back again."""

import re
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from sandbox.client import SandboxClient
from sandbox.phone import Phone
from tests.bridge import Bridge, open_bridge
from tests.journeys.test_letters import write
from tests.postgres import free_port

LINK = re.compile(r"http://\S+/answer/\S+")


@pytest.fixture
async def bridge(sandbox: SandboxClient, url: str) -> AsyncIterator[Bridge]:
    """A house whose pages are reached from outside."""
    port = free_port()
    web = {"port": port, "page_url": f"http://127.0.0.1:{port}"}
    async with open_bridge(sandbox, url, web=web) as house:
        yield house


async def merged(bridge: Bridge, ma: Phone) -> None:
    """李建国 finds what is alike and gathers it; each writer is told."""
    wang, li, zhao = bridge.wang, bridge.li, bridge.zhao
    first = await write(wang, "城北村村口的路灯坏了半个月。")
    second = await write(zhao, "城北村村口路灯不亮，孩子害怕。")
    third = await write(ma, "村口路灯坏了，请来修。", signed="匿名")
    await li.say(f"/similar {first}")
    found = await li.sees(f"与来信 {first} 相似")
    assert "匿名群众" in found.text
    await li.press(f"并入 {second}")
    await li.sees("已并入")
    await li.say(f"/similar {first}")
    await li.sees("这封信已和别的来信一并办理")
    await li.press(f"把 {third} 并进来")
    await li.sees("来信 3 封")
    for phone, number in ((wang, first), (zhao, second), (ma, third)):
        assert "编号不变" in (await phone.sees(f"您的来信 {number} 和反映同一件事")).text


async def written(bridge: Bridge) -> None:
    li = bridge.li
    await li.press("写成信息")
    await li.sees("要写哪一种")
    await li.press("社情民意信息")
    await li.sees("请发送标题")
    await li.press("用“")
    await li.sees("请写情况")
    await li.press("引用原文")
    await li.sees("问题分析")
    await li.press("跳过")
    await li.sees("请写建议")
    await li.say("请市政部门尽快修好，并明确谁来管。")
    whole = await li.sees("请核对")
    assert whole.text.count("匿名群众（2026年3月16日来信）") == 3
    await li.press("报送")
    await li.sees("〔2026〕第1号")


async def given_to_department(bridge: Bridge) -> None:
    zhou, chen, liu = bridge.zhou, bridge.chen, bridge.liu
    await zhou.sees("收到社情民意信息")
    await zhou.press("查看")
    await zhou.sees("已报送")
    await zhou.press("采用")
    await zhou.sees("已采用")
    await zhou.press("送领导批示")
    await zhou.sees("已送 1 位领导")
    await chen.sees("反映人：李建国委员")
    await chen.press("批示")
    await chen.say("请市政管理局一周内修好。")
    await zhou.sees("有批示")
    await zhou.press("查看")
    await zhou.sees("已批示")
    await zhou.press("交办")
    await zhou.sees("交给哪些单位")
    await zhou.press("市政管理局")
    await zhou.sees("已选：市政管理局")
    await zhou.press("完成")
    await zhou.sees("哪天前答复")
    await zhou.press("15 个工作日")
    await zhou.sees("已交办")
    task = await liu.sees("交办件")
    assert "请市政管理局一周内修好" in task.text
    assert "2026年4月7日前答复" in task.text


async def carried_back(bridge: Bridge) -> None:
    zhou = bridge.zhou
    await zhou.sees("市政管理局答复了")
    await zhou.press("审核通过")
    await zhou.sees("已审核通过")
    await zhou.press("反馈给来信人")
    await zhou.sees("3 封来信")


async def test_three_letters_about_one_lamp_go_to_a_department_and_back_to_all_three(bridge: Bridge) -> None:
    wang, li, zhao, zhou, liu = bridge.wang, bridge.li, bridge.zhao, bridge.zhou, bridge.liu
    ma = await bridge.sandbox.person("马三立")
    await ma.say("/start")
    await ma.sees(lambda message: True)
    await merged(bridge, ma)
    await written(bridge)
    await given_to_department(bridge)
    await bridge.later(days=23)
    await liu.sees("催办")
    await liu.press("答复")
    await liu.sees("请发送对")
    for _ in range(2):
        await liu.send("photo", media_group_id="77")
    await liu.sees("已收到附件")
    await liu.say("路灯已于4月9日修好。")
    await liu.sees("和附件 2 个")
    await zhou.sees(lambda message: message.kind == "photo")
    await carried_back(bridge)
    for phone in (wang, zhao, ma):
        await phone.sees("有结果了")
        await phone.sees("4月9日修好")
        await phone.sees("这个结果您满意吗")
        await phone.sees(lambda message: message.kind == "photo")
    await ma.press("基本满意")
    await wang.press("不满意")
    await wang.sees("哪里不满意")
    await wang.say("修好两天又灭了。")
    await wang.sees("退给承办单位再办一次")
    again = await liu.sees("退回重办")
    assert "修好两天又灭了" in again.text
    await zhou.say("/brief")
    await zhou.sees("已交办")
    await zhou.press("城北村村口路灯")
    await zhou.press("链接：市政管理局")
    link = LINK.search((await zhou.sees("/answer/")).text)
    assert link is not None
    async with ClientSession() as browser, browser.post(link[0], data={"answer": "换了新线路和新灯。"}) as answered:
        assert answered.status == 200
    await carried_back(bridge)
    for phone in (wang, zhao, ma):
        await phone.sees("换了新线路和新灯")
        await phone.press("满意", on=await phone.sees("重新办过了"))
        await phone.sees("已记下：满意")
    await li.sees("已办结")
    for phone in (li, zhao, zhou, bridge.chen, liu):
        assert not [message for message in await phone.messages() if "马三立" in str(message.raw)]
