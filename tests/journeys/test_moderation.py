"""The office looks first, keeps someone out, and two of it open an identity: from phone to phone."""

from collections.abc import AsyncIterator

import pytest

from domain.people import Role
from sandbox.client import SandboxClient
from sandbox.server import Sandbox
from storage import people
from tests.bridge import NO_LIMITS, Bridge, open_bridge
from tests.journeys.test_anonymity import NAME, assert_unknown, begin, gao, submit
from tests.journeys.test_letters import write


@pytest.fixture
async def watched(sandbox: SandboxClient, url: str) -> AsyncIterator[Bridge]:
    """A house that looks at some words first, and where 陈主席 is of the office as well."""
    mailbox = NO_LIMITS | {"held_words": ["骗子"], "hotline": "0523-12345", "newcomer_messages_per_minute": 30}
    async with open_bridge(sandbox, url, mailbox=mailbox) as house:
        async with house.db.write() as tx:
            await people.grant(tx, house.cast.chen.id, Role.OFFICE)
        yield house


async def test_an_anonymous_letter_is_held_let_go_and_its_writer_opened_by_two(
    watched: Bridge, sandbox: SandboxClient, server: Sandbox
) -> None:
    writer, li, zhou, chen = await gao(sandbox), watched.li, watched.zhou, watched.chen
    await begin(writer)
    await writer.say("修路的是骗子，还说要杀人。")
    await writer.sees("已记下")
    number = await submit(writer)
    await writer.sees("110")
    alarm = await zhou.sees("紧急来信")
    assert number in alarm.text
    await li.quiet()
    await zhou.say("/triage")
    assert "先看后转" in (await zhou.sees(f"待分派 {number}")).text
    await zhou.press("放行")
    await li.sees("修路的是骗子")
    await assert_unknown(sandbox, server, writer)
    await zhou.say(f"/letter {number}")
    await zhou.press("申请查看署名")
    await zhou.sees("请写明原因")
    await zhou.say("信里有人说要杀人")
    await zhou.sees("已请办公室其他同志")
    await assert_unknown(sandbox, server, writer)
    await chen.press("同意")
    await chen.sees("您已同意")
    assert NAME in (await zhou.sees("的来信人")).text
    await writer.sees("已被查看")


async def test_someone_kept_out_keeps_their_rights_and_comes_back(watched: Bridge) -> None:
    wang, zhou = watched.wang, watched.zhou
    number = await write(wang, "路灯坏了。")
    await zhou.say("/block")
    await zhou.press("停用一个人")
    await zhou.sees("停用谁")
    await zhou.say(number)
    await zhou.sees("为什么停用")
    await zhou.say("反复辱骂")
    await zhou.sees("停用到哪一天")
    await zhou.press("至2026年3月22日")
    await zhou.sees("已停用")
    await wang.sees("原因：反复辱骂")
    await wang.say("/write 李建国")
    await wang.sees("政协办公室已暂停您在这里来信")
    await wang.say("/help")
    await wang.sees("/write")
    await zhou.say("/block")
    await zhou.press("恢复")
    await wang.sees("您可以继续来信了")
    await wang.say("/write 李建国")
    await wang.sees("您想怎样署名")


async def test_a_flood_is_paused_once_and_what_is_not_taken_is_counted(watched: Bridge) -> None:
    wang = watched.wang
    for at in range(33):
        await wang.say(f"第{at}条")
    await wang.sees("您发得太快了")
    await watched.later(minutes=3)
    await wang.say("/help")
    await wang.sees("消息没有收下")
    await wang.sees("/write")
    warned = [each for each in await wang.messages() if each.from_bot and "您发得太快了" in each.text]
    assert len(warned) == 1


async def test_someone_reads_their_data_is_forgotten_and_comes_again_as_somebody_new(
    watched: Bridge, sandbox: SandboxClient
) -> None:
    writer = await gao(sandbox)
    await write(writer, "路灯坏了。")
    await writer.say("/mydata")
    file = await writer.sees(lambda message: "document" in message.raw)
    assert file.raw["document"]["file_name"] == "mydata.html"
    await writer.say("/forget")
    asked = await writer.sees("还没办结")
    await writer.press("撤回来信，现在删除", on=asked)
    await writer.sees("您的资料已经删除")
    assert "撤回了来信" in (await watched.li.sees("撤回了来信")).text
    again = await writer.press("撤回来信，现在删除", on=asked)
    assert "不用再按" in (again.text or "")
    await writer.say("/letters")
    await writer.sees("还没有")
