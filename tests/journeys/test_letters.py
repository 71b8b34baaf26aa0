"""Letters from phone to phone: written, answered, gone on with, handed over, settled, judged."""

import re

from sandbox.message import Message
from sandbox.phone import Phone
from tests.journeys.conftest import Bridge

NUMBER = re.compile(r"SL-2026-\d{6}")


async def write(writer: Phone, *texts: str, to: str = "李建国", signed: str = "实名") -> str:
    """Write a letter by commands and buttons; its number."""
    await writer.say(f"/write {to}")
    await writer.press(signed)
    for text in texts:
        await writer.say(text)
        await writer.sees("已记下")
    await writer.press("完成")
    await writer.sees("请核对")
    await writer.press("提交")
    return number_in(await writer.sees("已提交"))


def number_in(message: Message) -> str:
    found = NUMBER.search(message.text)
    assert found is not None, message.text
    return found[0]


async def test_a_letter_is_written_answered_gone_on_with_settled_and_judged(bridge: Bridge) -> None:
    wang, li = bridge.wang, bridge.li
    number = await write(wang, "村口的路灯坏了。", "已经三个星期，老人晚上不敢出门。")
    letter = await li.sees(number)
    assert "来信人：王秀英" in letter.text
    assert "村口的路灯坏了。\n已经三个星期" in letter.text
    await li.press("回复")
    await li.sees("请写您对来信")
    await li.say("我明天去看看。")
    await li.sees("答复已发给王秀英")
    answer = await wang.sees("李建国委员回复了您的来信")
    assert "我明天去看看。" in answer.text
    await wang.reply(answer, "谢谢，请走西边那条路。")
    await wang.sees("已补充到来信")
    more = await li.sees("请走西边那条路")
    await li.reply(more, "修好了。")
    await wang.sees("修好了")
    await li.press("办结", on=letter)
    await li.sees("可以写几句办理结果")
    await li.say("路灯已换新。")
    await wang.sees("路灯已换新。")
    await wang.press("有帮助")
    await wang.sees("请再写一句话")
    await wang.say("多谢委员")
    await wang.sees("已经记下")
    await li.sees("有帮助")
    await li.sees("多谢委员")


async def test_submitting_twice_makes_one_letter_and_answers_with_its_number(bridge: Bridge) -> None:
    wang = bridge.wang
    await wang.say("/write 李建国")
    await wang.press("实名")
    await wang.say("路灯坏了")
    await wang.press("完成")
    preview = await wang.sees("请核对")
    await wang.press("提交", on=preview)
    number = number_in(await wang.sees("已提交"))
    async with bridge.db.read() as tx:
        assert await tx.value("SELECT COUNT(*) FROM letters") == 1
        (row,) = await tx.all("SELECT number FROM letters")
    assert row["number"] == number
