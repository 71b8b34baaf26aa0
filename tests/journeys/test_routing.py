"""Letters finding their way from phone to phone: the mailbox, triage, the members' group, a member who is away."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from sandbox.client import SandboxClient
from sandbox.phone import Chat
from tests.bridge import Bridge, open_bridge
from tests.journeys.test_letters import number_in, write


@pytest.fixture
async def group(sandbox: SandboxClient) -> Chat:
    return await sandbox.chat("supergroup", "委员群")


@pytest.fixture
async def grouped(sandbox: SandboxClient, url: str, group: Chat) -> AsyncIterator[Bridge]:
    """A house with a members' group, in which the members and 周敏 are."""
    async with open_bridge(sandbox, url, channels={"members_chat_id": group.id}) as house:
        for phone in (house.li, house.zhao, house.zhou):
            await phone.join(group)
        yield house


async def to_office(bridge: Bridge, words: str) -> str:
    wang = bridge.wang
    await wang.say("/write")
    await wang.press("交给政协办公室代转")
    await wang.press("实名")
    await wang.sees("请把要说的话发过来")
    await wang.say(words)
    await wang.sees("已记下")
    await wang.press("完成")
    await wang.sees("请核对")
    await wang.press("提交")
    return number_in(await wang.sees("已提交"))


async def test_the_office_gives_out_one_letter_after_another(bridge: Bridge) -> None:
    wang, zhou = bridge.wang, bridge.zhou
    lamp, school = await to_office(bridge, "城北的路灯坏了。"), await to_office(bridge, "学校门口很挤。")
    await zhou.sees(school)
    await zhou.say("/triage")
    card = await zhou.sees(f"待分派 {lamp}")
    assert "李建国（农业界）：信中提到“城北”，在办 0 封" in card.text
    await zhou.press("分派给李建国", on=card)
    await wang.sees("已转交李建国委员")
    await bridge.li.sees(lamp)
    card = await zhou.sees(f"待分派 {school}")
    await zhou.press("退回", on=card)
    await zhou.sees("将退回来信人")
    await zhou.say("请写明是哪所学校")
    returned = await wang.sees("原因：请写明是哪所学校")
    await zhou.sees("现在没有待分派的来信")
    await wang.reply(returned, "城南小学")
    await zhou.sees("城南小学")
    await zhou.say(f"/assign {school} 赵明")
    await zhou.sees("已分派给赵明委员")
    await wang.sees("已转交赵明委员")


async def test_a_suggestion_goes_to_the_committee_and_waits_for_nobody_to_be_found(bridge: Bridge) -> None:
    wang, zhou = bridge.wang, bridge.zhou
    await wang.say("我要建言 每个村设一个意见箱")
    assert "写给：我要建言" in (await wang.sees("您想怎样署名")).text
    await wang.press("匿名")
    await wang.sees("已记下")
    await wang.press("完成")
    await wang.sees("请核对")
    await wang.press("提交")
    number = number_in(await wang.sees("已提交"))
    assert "我要建言" in (await zhou.sees(number)).text
    await zhou.say("/triage")
    await zhou.sees("现在没有待分派的来信")


async def test_one_member_takes_a_letter_in_the_group_and_the_others_see_who(grouped: Bridge, group: Chat) -> None:
    number = await to_office(grouped, "我是王秀英，公交站没有站牌。")
    await grouped.zhou.say("/triage")
    await grouped.zhou.press("发到委员群")
    post = await grouped.li.sees("来信待认领", chat=group)
    assert "王秀英" not in post.text
    await grouped.zhou.press("认领", chat=group)
    await grouped.li.press("认领", chat=group)
    await grouped.li.sees(f"来信 {number} 已由李建国委员办理", chat=group)
    letter = await grouped.li.sees("转交给您")
    assert number in letter.text
    await grouped.wang.sees("已转交李建国委员")
    async with grouped.db.read() as tx:
        assert await tx.value("SELECT COUNT(*) FROM letters WHERE member_id = :li", li=grouped.cast.li_member.id) == 1


async def test_in_a_group_with_topics_a_letter_is_one_and_two_who_press_at_once_are_told_apart(
    sandbox: SandboxClient, url: str
) -> None:
    forum = await sandbox.chat("supergroup", "委员群", is_forum=True)
    async with open_bridge(sandbox, url, channels={"members_chat_id": forum.id}) as house:
        for phone in (house.li, house.zhao, house.zhou):
            await phone.join(forum)
        number = await to_office(house, "公交站没有站牌。")
        await house.zhou.say("/triage")
        await house.zhou.press("发到委员群")
        post = await house.li.sees("来信待认领", chat=forum)
        assert post.thread is not None
        said = await asyncio.gather(house.li.press("认领", on=post), house.zhao.press("认领", on=post))
        toasts = sorted((str(pressed.text) for pressed in said), key=len)
        assert [number in toast for toast in toasts] == [True, True]
        assert ["由您办理了" in toast for toast in toasts].count(True) == 1
        taken = await house.zhou.sees(f"来信 {number} 已由", chat=forum)
        assert (taken.thread, taken.buttons) == (post.thread, [])
        await house.zhou.sees(lambda message: "forum_topic_closed" in message.raw, chat=forum)


async def test_while_a_member_is_away_the_stand_in_has_the_letters(bridge: Bridge) -> None:
    wang, li, zhao = bridge.wang, bridge.li, bridge.zhao
    await li.say("/away 至 3月20日 代理 赵明")
    await li.sees("已登记请假至2026年3月20日")
    await zhao.sees("请您代办")
    await write(wang, "路灯坏了。")
    assert "李建国委员请假至2026年3月20日，来信先由赵明委员办理" in (await wang.last()).text
    await zhao.sees("路灯坏了")
    await li.say("回来")
    await li.sees("欢迎回来")
    await write(wang, "井盖丢了。")
    await li.sees("井盖丢了")


async def test_a_letter_comes_back_by_itself_from_a_member_who_blocks_the_bot(bridge: Bridge) -> None:
    await bridge.li.block()
    number = await write(bridge.wang, "路灯坏了。")
    await bridge.zhou.sees("请代为转达")
    await bridge.later(days=8)
    await bridge.wang.sees("一直没有联系上李建国委员")
    await bridge.zhou.sees("回到待分派")
    await bridge.zhou.say("/triage")
    await bridge.zhou.sees(f"待分派 {number}")
