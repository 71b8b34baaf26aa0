"""Letters from phone to phone: written, answered, gone on with, handed over, settled, judged."""

import re

from domain.people import member_code
from sandbox.message import Message
from sandbox.phone import Phone
from tests.bridge import Bridge

NUMBER = re.compile(r"SL-2026-\d{6}")


async def write(writer: Phone, *texts: str, to: str = "李建国", signed: str = "实名") -> str:
    """Write a letter by commands and buttons; its number."""
    await writer.say(f"/write {to}")
    await writer.sees("您想怎样署名")
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


# --- writing ----------------------------------------------------------------------------------------------------------


async def test_an_anonymous_letter_with_an_album_arrives_without_a_name_and_is_confirmed_once(bridge: Bridge) -> None:
    wang, li = bridge.wang, bridge.li
    await wang.say("/write 李建国")
    await wang.press("匿名")
    await wang.sees("请把要说的话发过来")
    await wang.send_album("桥栏杆断了", "", "")
    await wang.sees("已记下")
    await wang.quiet()
    await wang.press("完成")
    assert "附件：3 个" in (await wang.sees("请核对")).text
    await wang.press("提交")
    number = number_in(await wang.sees("已提交"))
    letter = await li.sees(number)
    assert "来信人：匿名群众" in letter.text
    for _ in range(3):
        assert (await li.sees(lambda message: message.kind == "photo")).text == ""
    await li.say("/inbox")
    assert "匿名群众" in (await li.sees("您的待办来信")).text
    await li.press(number)
    assert "王秀英" not in (await li.sees("状态：已阅")).text


async def test_a_member_is_found_by_sector_and_by_a_slip_of_the_pen(bridge: Bridge) -> None:
    wang = bridge.wang
    await wang.say("/write")
    await wang.press("按界别找")
    await wang.press("教育界")
    await wang.sees("写给：赵明委员")
    await wang.press("取消")
    await wang.sees("已经取消")
    await wang.say("写信 李建军")
    await wang.sees("您是不是要找")
    await wang.press("李建国（农业界）")
    await wang.sees("写给：李建国委员")


async def test_whoever_opens_a_members_own_link_writes_to_that_member(bridge: Bridge) -> None:
    await bridge.zhao.say("我的写信码")
    shown = await bridge.zhao.sees("这是您的写信码")
    assert shown.raw["photo"]
    code = shown.text.rpartition("?start=")[2]
    assert code == f"m_{member_code(bridge.cast.zhao_member.id)}"
    await bridge.wang.start(code)
    await bridge.wang.sees("写给：赵明委员")


async def test_words_typed_before_write_are_kept_for_the_letter(bridge: Bridge) -> None:
    wang = bridge.wang
    await wang.say("村口的路灯坏了，老人晚上不敢出门。")
    await wang.sees("您的话已经记下")
    await wang.say("李建国")
    await wang.press("实名")
    await wang.sees("已记下（共 1 条）")
    await wang.press("完成")
    assert "老人晚上不敢出门" in (await wang.sees("请核对")).text


async def test_write_over_a_half_written_letter_loses_nothing(bridge: Bridge) -> None:
    wang = bridge.wang
    await wang.say("/write 李建国")
    await wang.press("实名")
    await wang.say("路灯坏了")
    await wang.sees("已记下")
    await wang.say("/write 赵明")
    await wang.sees("还没有写完")
    await wang.press("继续写")
    await wang.sees("已记下（共 1 条）")
    await wang.press("完成")
    assert "写给：李建国委员" in (await wang.sees("请核对")).text
    await wang.say("/write 赵明")
    await wang.press("重新写")
    await wang.sees("写给：赵明委员")


async def test_an_edit_of_the_draft_changes_the_preview_and_an_edit_of_the_letter_is_told(bridge: Bridge) -> None:
    wang, li = bridge.wang, bridge.li
    await wang.say("/write 李建国")
    await wang.press("实名")
    said = await wang.say("路灯坏了")
    await wang.press("完成")
    await wang.sees("请核对")
    await wang.edit(said, "两盏路灯坏了")
    assert "两盏路灯坏了" in (await wang.sees("请核对")).text
    await wang.press("提交")
    letter = await li.sees("两盏路灯坏了")
    await wang.edit(said, "三盏路灯坏了")
    changed = await li.sees("有修改")
    assert "王秀英改为：\n\n三盏路灯坏了" in changed.text
    assert changed.reply_to is not None
    assert changed.reply_to.id == letter.id
    await wang.sees("已转告对方")


async def test_a_long_letter_arrives_whole(bridge: Bridge) -> None:
    long = "这条路年年修年年坏。" * 380
    await write(bridge.wang, long, long[:3000])
    assert (await bridge.li.sees("来信人：王秀英")).text.count("年年修") > 100
    await bridge.li.sees("续）")


# --- the course of a letter -------------------------------------------------------------------------------------------


async def test_a_letter_is_handed_over_and_an_old_button_says_so(bridge: Bridge) -> None:
    wang, li, zhao = bridge.wang, bridge.li, bridge.zhao
    number = await write(wang, "学校门口没有路灯")
    letter = await li.sees(number)
    await li.press("转交")
    await li.say("赵明")
    await li.sees("将转交赵明委员")
    await li.say("他熟悉学校")
    await li.sees("已转交赵明委员")
    await wang.sees("已转交赵明委员办理")
    handed = await zhao.sees("转交给您")
    assert "原因：他熟悉学校" in handed.text
    await zhao.sees("学校门口没有路灯")
    stale = await li.press("回复", on=letter)
    assert stale.text == f"来信 {number} 已转交赵明委员办理，您不用再处理。"
    await zhao.press("转交")
    await zhao.press("转给政协办公室")
    await zhao.press("提交")
    await bridge.zhou.sees("转交给您")


async def test_words_after_an_answer_go_to_the_open_letter_or_it_is_asked_which(bridge: Bridge) -> None:
    wang, li, zhao = bridge.wang, bridge.li, bridge.zhao
    first = await write(wang, "路灯坏了")
    await li.reply(await li.sees(first), "明天修")
    await wang.sees("明天修")
    await wang.say("谢谢委员")
    await wang.sees(f"已补充到来信 {first}")
    second = await write(wang, "斑马线看不清", to="赵明")
    await wang.say("今天又差点出事")
    await wang.sees("要补充到哪一封来信")
    await wang.say("就在校门口")
    await wang.sees("也已记下")
    await wang.press(second)
    await wang.sees(f"已补充到来信 {second}")
    assert "今天又差点出事\n就在校门口" in (await zhao.sees("有补充")).text


async def test_the_writer_says_it_is_solved_and_later_opens_it_again(bridge: Bridge) -> None:
    wang, li = bridge.wang, bridge.li
    number = await write(wang, "路灯坏了")
    await li.reply(await li.sees(number), "修好了")
    await wang.sees("修好了")
    await wang.press("已解决")
    question = await wang.sees("这次办理对您有帮助吗")
    await li.sees("已经解决")
    await wang.press("没有帮助")
    await wang.press("跳过")
    await li.sees("没有帮助")
    await wang.reply(question, "又坏了")
    await wang.sees("已重新打开")
    await li.sees("重新打开")
    await wang.say(f"/letter {number.lower()}")
    course = await wang.sees("状态：已重新打开")
    assert "来信重新打开" in course.text
    await wang.say("我的来信")
    assert number in (await wang.sees("您的来信")).text


async def test_a_letter_closed_while_its_holder_was_writing_does_not_hold_them_fast(bridge: Bridge) -> None:
    wang, li = bridge.wang, bridge.li
    number = await write(wang, "路灯坏了")
    await li.reply(await li.sees(number), "明天修")
    await wang.sees("明天修")
    await li.press("回复")
    await li.sees("请写您对来信")
    await wang.press("已解决")
    await li.sees("已经解决")
    await li.say("还有一句")
    await li.sees("已经办结")
    await li.say("/inbox")
    await li.sees("现在没有待办的来信")


async def test_the_office_passes_on_what_was_given_to_it(bridge: Bridge) -> None:
    wang, zhou = bridge.wang, bridge.zhou
    await wang.say("/write")
    await wang.press("交给政协办公室代转")
    await wang.press("实名")
    await wang.say("想反映路灯的事")
    await wang.press("完成")
    await wang.press("提交")
    assert "收信：政协办公室" in (await wang.sees("已提交")).text
    await zhou.sees("想反映路灯的事")
    await zhou.say("待办")
    await zhou.sees("政协办公室的待办来信")
    await zhou.press("转交")
    await zhou.say("农业")
    await zhou.sees("将转交李建国委员")
    await zhou.press("提交")
    await bridge.li.sees("转自：政协办公室")


async def test_an_album_in_answer_is_confirmed_once_and_arrives_whole(bridge: Bridge) -> None:
    wang, li = bridge.wang, bridge.li
    await write(wang, "路灯坏了")
    await li.press("回复")
    await li.sees("请写您对来信")
    await li.send_album("现场照片", "")
    await li.sees("答复已发给王秀英")
    await li.quiet()
    await wang.sees("现场照片")
    for _ in range(2):
        await wang.sees(lambda message: message.kind == "photo")


async def test_the_writer_hears_honestly_of_a_member_who_blocks_the_bot(bridge: Bridge) -> None:
    await bridge.li.block()
    await bridge.wang.say("/write 李建国")
    await bridge.wang.press("实名")
    await bridge.wang.say("路灯坏了")
    await bridge.wang.press("完成")
    await bridge.wang.press("提交")
    assert "委员尚未开通" in (await bridge.wang.sees("已提交")).text
    await bridge.zhou.sees("请代为转达")
    await bridge.zhou.sees("路灯坏了")
