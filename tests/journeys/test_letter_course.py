"""A letter's course from phone to phone: chased, urged, asked about, withdrawn, opened again, linked."""

from domain.people import Role
from storage import people, units
from tests.bridge import Bridge
from tests.journeys.test_letters import write


async def staff_of_north(bridge: Bridge) -> None:
    """陈主席's phone belongs to the staff of 李建国's unit."""
    async with bridge.db.write() as tx:
        await people.grant(tx, bridge.cast.chen.id, Role.STAFF)
        unit = await units.named(tx, "城北镇工委")
        assert unit is not None
        await units.join(tx, bridge.cast.chen.id, unit.id)


async def test_a_letter_is_chased_from_member_to_unit_to_office_and_its_course_tells_it(bridge: Bridge) -> None:
    wang, li = bridge.wang, bridge.li
    await staff_of_north(bridge)
    number = await write(wang, "村口的路灯坏了。")
    await li.sees(number)
    # Monday's letter: five workdays, the last is the next Monday.
    await bridge.later(days=4)
    await li.sees("前答复")
    await bridge.later(days=4)
    late = await li.sees("已过答复期限")
    await wang.say("/letters")
    await wang.press(number)
    await wang.sees("往来内容")
    await wang.press("催一下")
    await wang.sees("已替您催办")
    await li.sees("来信人催办")
    await wang.press("催一下")
    await bridge.later(days=2)
    assert "路灯" not in (await bridge.chen.sees("请帮助催促")).text
    await bridge.later(days=4)
    await bridge.zhou.sees("多次提醒仍未处理")
    await li.press("请来信人补充", on=late)
    await li.sees("期限暂停计算")
    await li.say("是哪一盏？")
    await wang.reply(await wang.sees("想请您补充"), "第三盏")
    await li.sees("第三盏")
    await wang.say(f"/letter {number}")
    course = (await wang.sees("往来内容")).text
    for told in ("已提醒办理人", "已提醒所在单位", "已提醒政协办公室", "催办", "请来信人补充"):
        assert told in course
    assert "期限将到" not in course


async def test_a_letter_goes_to_a_department_and_is_settled_with_an_outcome_then_linked(bridge: Bridge) -> None:
    wang, li, liu = bridge.wang, bridge.li, bridge.liu
    number = await write(wang, "井盖不见了。")
    await li.press("转交", on=await li.sees(number))
    await li.press("转给单位或部门")
    await li.press("市政管理局", on=await li.sees("转给哪个单位"))
    await li.say("属于市政")
    await wang.sees("已转交市政管理局办理")
    letter = await liu.sees("转交给您")
    assert "原因：属于市政" in letter.text
    await liu.press("办结")
    await liu.press("部分解决", on=await liu.sees("请点一个办理结果"))
    settled = await wang.sees("已由市政管理局办结（部分解决）")
    await bridge.later(days=61)
    await wang.reply(settled, "又不见了。")
    await wang.sees("两封信已关联")
    await liu.sees(f"接续来信 {number}")


async def test_a_letter_is_withdrawn_after_a_question_and_opened_again(bridge: Bridge) -> None:
    wang, li = bridge.wang, bridge.li
    number = await write(wang, "路灯坏了")
    letter = await li.sees(number)
    await wang.say("/letters")
    await wang.press(number)
    await wang.press("撤回来信")
    await wang.press("确定撤回", on=await wang.sees("确定要撤回"))
    done = await wang.sees("已撤回。")
    await li.sees("撤回了来信")
    await li.press("回复", on=letter)
    await wang.reply(done, "还是请帮忙看看")
    await wang.sees("已重新打开")
    await li.sees("还是请帮忙看看")
