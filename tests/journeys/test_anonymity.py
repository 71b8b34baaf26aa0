"""An anonymous writer's story: nothing that anybody else was sent tells who it was."""

import json
from typing import Any

from sandbox.client import SandboxClient
from sandbox.files import Stored
from sandbox.phone import Phone
from sandbox.server import Sandbox
from tests.bot.test_cleaning import MARK, pdf, photo
from tests.bridge import Bridge
from tests.journeys.test_letters import number_in

NAME, USERNAME, PHONE = "高秀兰", "gaoxiulan_1958", "13877776666"


async def gao(sandbox: SandboxClient) -> Phone:
    """A constituent whose every trace can be told from everybody else's."""
    phone = await sandbox.person(NAME, username=USERNAME, id=987654321)
    await phone.say("/start")
    await phone.sees("政协示例县委员会")
    return phone


async def begin(writer: Phone, to: str = "李建国") -> None:
    await writer.say(f"/write {to}")
    await writer.sees("您想怎样署名")
    await writer.press("匿名")
    await writer.sees("请把要说的话发过来")


async def submit(writer: Phone) -> str:
    await writer.press("完成")
    await writer.sees("请核对")
    await writer.press("提交")
    return number_in(await writer.sees("已提交"))


async def sent_to_others(sandbox: SandboxClient, writer: Phone) -> list[dict[str, Any]]:
    """Every call of the bot that put something into a chat other than the writer's own."""
    calls = await sandbox.calls()
    return [call for call in calls if call["params"].get("chat_id") not in (None, writer.id)]


async def assert_unknown(sandbox: SandboxClient, server: Sandbox, writer: Phone) -> None:
    """Raises: AssertionError, if anything that another chat was sent names the writer."""
    calls = await sent_to_others(sandbox, writer)
    assert calls
    for call in calls:
        said = json.dumps(call, ensure_ascii=False)
        for trace in (NAME, USERNAME, str(writer.id), PHONE):
            assert trace not in said, said
    for stored in _files(server):
        if stored.upload.name.startswith("SL-"):
            assert MARK not in stored.upload.data


def _files(server: Sandbox) -> list[Stored]:
    return list(server.world.files.by_id.values())


async def test_documents_arrive_without_what_tells_who_made_them(
    bridge: Bridge, sandbox: SandboxClient, server: Sandbox
) -> None:
    writer, li = await gao(sandbox), bridge.li
    await begin(writer)
    await writer.say("村口的路灯坏了。")
    await writer.sees("已记下")
    await writer.send("document", file=photo(), filename=f"{NAME}拍的.jpg")
    await writer.sees("已记下")
    await writer.send("document", file=pdf(photo()), filename=f"{NAME}.pdf")
    await writer.sees("已记下")
    await writer.send("document", file=pdf(), filename="路灯.pdf")
    await writer.sees("已记下")
    number = await submit(writer)
    await li.sees("村口的路灯坏了")
    got = [await li.sees(lambda message: "document" in message.raw) for _ in range(3)]
    assert [message.raw["document"]["file_name"] for message in got] == [
        f"{number}.jpg",
        f"{number}.pdf",
        f"{number}.pdf",
    ]
    # The second time Telegram has the clean copies already.
    uploads = len(_files(server))
    await bridge.zhou.say(f"/letter {number}")
    await bridge.zhou.press("查看附件")
    again = [await bridge.zhou.sees(lambda message: "document" in message.raw) for _ in range(3)]
    assert {message.raw["document"]["file_id"] for message in again} == {m.raw["document"]["file_id"] for m in got}
    assert len(_files(server)) == uploads
    await assert_unknown(sandbox, server, writer)


async def test_what_cannot_be_cleaned_stays_where_it_is_and_both_sides_hear_it(
    bridge: Bridge, sandbox: SandboxClient, server: Sandbox
) -> None:
    writer, li = await gao(sandbox), bridge.li
    await begin(writer)
    await writer.send("voice")
    await writer.sees("没有收下")
    await writer.send("video", caption="路灯是这样闪的")
    await writer.sees("文字已记下")
    await writer.send("document", file=b"%PDF-1.7 broken by a bad line", filename="路灯.pdf")
    await writer.sees("已记下")
    number = await submit(writer)
    await li.sees("路灯是这样闪的")
    await li.sees("附件没有转交")
    await writer.sees(f"来信 {number} 有一个附件没有转交")
    await writer.send("voice", reply_to=await writer.last())
    await writer.sees("没有收下")
    await li.quiet()
    await assert_unknown(sandbox, server, writer)


async def test_a_voice_that_was_there_before_the_choice_is_left_out_when_its_writer_says_so(
    bridge: Bridge, sandbox: SandboxClient
) -> None:
    writer = await gao(sandbox)
    await writer.send("voice")
    await writer.sees("写给谁")
    await writer.say("李建国")
    await writer.sees("您想怎样署名")
    await writer.press("匿名")
    await writer.sees("不能随匿名信发出")
    await writer.press("去掉附件，匿名")
    await writer.sees("请把要说的话发过来")
    await writer.say(f"我叫{NAME}，路灯坏了。")
    await writer.sees("已记下")
    await writer.press("完成")
    await writer.sees("好像写有您的姓名或手机号")
