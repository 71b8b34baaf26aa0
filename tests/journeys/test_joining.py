"""Coming in: greetings, invitations by link, help, language, cancelling, the list of members."""

import re

import pytest

from domain.people import Role
from sandbox.message import Message
from sandbox.phone import Phone
from services import invitations
from storage import people
from tests.bridge import Bridge

LINK = re.compile(r"https://t\.me/\w+\?start=(join_[\w-]{22})")


async def invited(bridge: Bridge, role: str, name: str) -> str:
    """The office invites in one line; what stands after ``?start=``."""
    await bridge.zhou.say(f"/invite {role} {name}")
    return payload_in(await bridge.zhou.sees("请点这个链接"))


def payload_in(message: Message) -> str:
    found = LINK.search(message.text)
    assert found is not None, message.text
    return found[1]


async def newcomer(bridge: Bridge, name: str = "小孙") -> Phone:
    return await bridge.sandbox.person(name)


async def commands_of(bridge: Bridge, phone: Phone) -> list[str]:
    """The names in this phone's own menu of commands."""
    return [command["command"] for command in (await bridge.sandbox.state())["commands"].get(str(phone.id), [])]


# --- greetings --------------------------------------------------------------------------------------------------------


async def test_everyone_is_greeted_with_the_buttons_of_their_role(bridge: Bridge) -> None:
    expected = {
        bridge.wang: [
            *("✉️ 写信给委员", "💡 我要建言", "📂 我的来信", "📅 活动"),
            *("🏠 预约见委员", "👥 委员名单", "⋯ 更多 ›", "❓ 帮助"),
        ],
        bridge.li: [
            *("📥 待办来信", "🚶 记录走访", "📊 履职进度", "🤝 联系对象"),
            *("🤝 走访与日记 ›", "✉️ 来信与信息 ›", "📅 活动与讲堂 ›", "❓ 帮助"),
        ],
        bridge.zhou: [
            *("📥 待办来信", "🗂 分派来信", "🔍 查找来信", "✉️ 来信与信息 ›"),
            *("📅 活动与讲堂 ›", "👥 委员与名册 ›", "📊 统计与通报 ›", "❓ 帮助"),
        ],
    }
    for phone, buttons in expected.items():
        await phone.say("/start")
        assert (await phone.sees("")).buttons == buttons


async def test_a_button_of_the_menu_does_what_its_command_does(bridge: Bridge) -> None:
    for label, told in (("写信给委员", "您想写给哪位委员"), ("委员名单", "请选择界别"), ("帮助", "您可以这样用")):
        await bridge.wang.say("/start")
        await bridge.wang.press(label)
        await bridge.wang.sees(told)


async def test_help_lists_what_one_may_do_and_nothing_else(bridge: Bridge) -> None:
    told = {}
    for phone in (bridge.wang, bridge.li, bridge.zhou):
        await phone.say("/help")
        told[phone] = set(re.findall(r"(?m)^/(\w+)", (await phone.sees("您可以这样用")).text))
    assert {"write", "letters", "members", "help"} <= told[bridge.wang]
    assert not {"visit", "quota", "invite"} & told[bridge.wang]
    assert {"visit", "quota", "contacts", "inbox"} <= told[bridge.li]
    assert "invite" in told[bridge.zhou]
    assert "visit" not in told[bridge.zhou]


async def test_help_shows_a_member_how_a_visit_is_written(bridge: Bridge) -> None:
    await bridge.li.say("帮助")
    assert "走访王秀英 昨天上门" in (await bridge.li.sees("您可以这样用")).text


# --- joining ----------------------------------------------------------------------------------------------------------


async def test_the_office_invites_by_buttons_and_the_member_joins_by_the_link(bridge: Bridge) -> None:
    await bridge.zhou.say("/invite")
    asked = await bridge.zhou.sees("什么身份")
    await bridge.zhou.press("委员", on=asked)
    await bridge.zhou.sees("请发来他（她）的姓名")
    await bridge.zhou.say("孙丽")
    await bridge.zhou.sees("名单里还没有孙丽的界别")
    payload = payload_in(await bridge.zhou.sees("孙丽，政协示例县委员会邀请您"))
    sun = await newcomer(bridge)
    await sun.start(payload)
    welcome = await sun.sees("孙丽，您好！您已加入")
    assert "🚶 记录走访" in welcome.buttons
    await bridge.zhou.sees("孙丽已接受邀请加入")
    await sun.press("记录走访")
    assert {"visit", "quota"} <= set(await commands_of(bridge, sun))


async def test_staff_is_asked_for_their_unit_and_finds_its_letters(bridge: Bridge) -> None:
    await bridge.zhou.say("/invite 工作人员 孙丽")
    await bridge.zhou.press("城北镇工委", on=await bridge.zhou.sees("孙丽在哪个单位工作"))
    payload = payload_in(await bridge.zhou.sees("请点这个链接"))
    sun = await newcomer(bridge)
    await sun.start(payload)
    assert "📥 待办来信" in (await sun.sees("孙丽，您好")).buttons
    await sun.say("待办")
    await sun.sees("城北镇工委现在没有待办的来信")


async def test_a_link_is_used_up_and_says_so_kindly_to_its_owner(bridge: Bridge) -> None:
    payload = await invited(bridge, "委员", "孙丽")
    sun, other = await newcomer(bridge), await newcomer(bridge, "路人")
    await sun.start(payload)
    await sun.sees("您已加入")
    await sun.start(payload)
    await sun.sees("您已经加入了")
    await other.start(payload)
    await other.sees("已经有人用过了")


async def test_a_link_that_is_too_old_or_wrong_is_one_clear_sentence(bridge: Bridge) -> None:
    payload = await invited(bridge, "委员", "孙丽")
    await bridge.later(days=31)
    for code, told in (
        (payload, "到期"),
        ("join_nonsense", "无效"),
        ("card_7", "无效"),
        ("m_zzzzzzzzzzz", "失效"),
        ("🐟", "失效"),
    ):
        await bridge.wang.start(code)
        await bridge.wang.sees(told)


async def test_the_office_trying_its_own_link_is_told_to_pass_it_on(bridge: Bridge) -> None:
    payload = await invited(bridge, "委员", "孙丽")
    await bridge.zhou.start(payload)
    await bridge.zhou.sees("请把链接转发给本人")
    sun = await newcomer(bridge)
    await sun.start(payload)
    await sun.sees("孙丽，您好")


async def test_a_constituent_who_becomes_a_member_keeps_letters_and_dialogue(bridge: Bridge) -> None:
    payload = await invited(bridge, "委员", "孙丽")
    sun = await newcomer(bridge)
    await sun.say("/write 李建国")
    await sun.press("实名")
    await sun.sees("请把要说的话发过来")
    await sun.start(payload)
    await sun.sees("孙丽，您好")
    await sun.say("路灯坏了")
    await sun.sees("已记下")
    await sun.press("完成")
    assert "孙丽" in (await sun.sees("请核对")).text


async def test_a_link_from_the_command_line_makes_someone_the_office(bridge: Bridge) -> None:
    async with bridge.db.write() as tx:
        made = await invitations.create(tx, Role.OFFICE, "", None, valid_days=30, language="zh")
    boss = await newcomer(bridge, "新主任")
    await boss.start(f"join_{made.code}")
    assert "👥 委员与名册 ›" in (await boss.sees("身份是：政协办公室")).buttons
    await boss.say("/invite 委员 孙丽")
    await boss.sees("请点这个链接")


@pytest.mark.parametrize("typed", ["/invite 大王 孙丽", "/invite 委员 😀", "/invite 委员 " + "长" * 60])
async def test_what_can_not_be_invited_is_one_sentence(bridge: Bridge, typed: str) -> None:
    await bridge.zhou.say(typed)
    await bridge.zhou.sees("请")
    async with bridge.db.read() as tx:
        assert await tx.value("SELECT COUNT(*) FROM invitations") == 0


async def test_only_the_office_invites(bridge: Bridge) -> None:
    for phone in (bridge.wang, bridge.li, bridge.chen, bridge.liu):
        await phone.say("/invite 委员 孙丽")
        await phone.sees("不对您的身份开放")


async def test_a_name_that_is_no_name_leaves_the_question_open(bridge: Bridge) -> None:
    await bridge.zhou.say("/invite 委员")
    await bridge.zhou.sees("姓名")
    await bridge.zhou.say("😀😀")
    await bridge.zhou.sees("请写一个姓名")
    await bridge.zhou.send("sticker")
    await bridge.zhou.sees("文字")
    await bridge.zhou.say("孙丽")
    payload_in(await bridge.zhou.sees("请点这个链接"))


# --- language, cancelling, the list -----------------------------------------------------------------------------------


async def test_the_language_is_changed_by_a_button_and_the_menu_with_it(bridge: Bridge) -> None:
    await bridge.li.say("/language")
    await bridge.li.press("English")
    await bridge.li.sees("in English")
    await bridge.li.say("/start")
    assert "📥 Inbox" in (await bridge.li.sees("Welcome, member")).buttons
    commands = (await bridge.sandbox.state())["commands"][str(bridge.li.id)]
    assert "List of members" in [command["description"] for command in commands]
    await bridge.li.say("/language zh")
    await bridge.li.sees("以后用中文")


async def test_cancelling_says_what_was_cancelled(bridge: Bridge) -> None:
    await bridge.zhou.say("/cancel")
    await bridge.zhou.sees("没有正在办的事")
    await bridge.zhou.say("/invite")
    await bridge.zhou.sees("什么身份")
    await bridge.zhou.say("取消")
    await bridge.zhou.sees("已取消：邀请")


async def test_a_half_written_letter_is_thrown_away_only_after_a_question(bridge: Bridge) -> None:
    wang = bridge.wang
    await wang.say("/write 李建国")
    await wang.press("实名")
    await wang.say("路灯坏了")
    await wang.sees("已记下")
    await wang.say("/cancel")
    asked = await wang.sees("要放弃已经写好的内容吗")
    await wang.press("继续", on=asked)
    await wang.sees("写信继续")
    await wang.say("已经三个星期")
    await wang.sees("共 2 条")
    await wang.say("/cancel")
    again = await wang.sees("要放弃已经写好的内容吗")
    await wang.press("放弃", on=again)
    await wang.sees("已取消：写信")
    await wang.say("/cancel")
    await wang.sees("没有正在办的事")


async def test_the_list_of_members_is_read_by_sector_and_leads_to_a_letter(bridge: Bridge) -> None:
    await bridge.wang.say("/members")
    listed = await bridge.wang.sees("请选择界别")
    assert listed.buttons == ["农业界（1）", "教育界（1）"]
    await bridge.wang.press("农业界（1）")
    await bridge.wang.sees("李建国（农业界，城北镇工委）")
    await bridge.wang.press("写信给李建国")
    await bridge.wang.sees("写给：李建国")


async def test_the_list_is_searched_by_a_word(bridge: Bridge) -> None:
    await bridge.wang.say("/members 城南")
    await bridge.wang.sees("赵明（教育界，城南街道工委）")
    await bridge.wang.say("/members 周润发")
    await bridge.wang.sees("没有找到“周润发”")


# --- words without a question -----------------------------------------------------------------------------------------


async def test_words_said_into_the_blue_begin_a_letter_and_are_kept(bridge: Bridge) -> None:
    await bridge.wang.say("我们村口的路灯坏了三个星期")
    await bridge.wang.sees("您的话已经记下")
    await bridge.wang.say("李建国")
    await bridge.wang.press("实名")
    await bridge.wang.press("完成")
    assert "我们村口的路灯坏了三个星期" in (await bridge.wang.sees("请核对")).text


async def test_members_and_the_office_get_their_menu(bridge: Bridge) -> None:
    for phone in (bridge.li, bridge.zhou):
        await phone.say("你好")
        assert "📥 待办来信" in (await phone.sees("请问要办什么")).buttons
    await bridge.li.press("📅 活动与讲堂 ›")
    assert "🗓 履职计划" in (await bridge.li.sees("请选择")).buttons
    await bridge.li.press("‹ 返回")
    assert "📥 待办来信" in (await bridge.li.sees("请选择")).buttons


@pytest.mark.parametrize("kind", ["sticker", "poll", "contact", "dice"])
async def test_what_is_no_letter_gets_one_gentle_sentence(bridge: Bridge, kind: str) -> None:
    await bridge.wang.send(kind)
    await bridge.wang.sees("这样的内容我还看不懂")


async def test_a_chinese_command_word_in_a_letter_is_a_word_of_the_letter(bridge: Bridge) -> None:
    await bridge.wang.say("/write 李建国")
    await bridge.wang.press("实名")
    await bridge.wang.say("取消 我的低保以后，家里很困难")
    await bridge.wang.sees("已记下")


async def test_nobody_is_two_people_after_joining(bridge: Bridge) -> None:
    payload = await invited(bridge, "委员", "孙丽")
    sun = await newcomer(bridge)
    await sun.say("/start")
    await sun.sees("您好")
    await sun.start(payload)
    await sun.sees("孙丽，您好")
    async with bridge.db.read() as tx:
        rows = await tx.all("SELECT id FROM people WHERE telegram_id = :id", id=sun.id)
        assert len(rows) == 1
        assert (await people.get(tx, rows[0]["id"])).name == "孙丽"
