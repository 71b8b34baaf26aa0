"""The month's reminder from clock to phone, and what the office hears of it."""

from domain.contacts import Contact, ContactKind
from storage import contacts
from storage.people import set_language
from tests.bridge import Bridge
from tests.cast import NOW

SUMMARY = "履职提醒已发完"


async def know(bridge: Bridge, *names: str) -> None:
    """Register contacts of 李建国."""
    async with bridge.db.write() as tx:
        for name in names:
            known = Contact(0, bridge.cast.li_member.id, ContactKind.SECTOR, name, NOW.date())
            await contacts.add(tx, known)


async def test_a_month_later_the_member_is_reminded_and_the_office_hears_who_was_not(bridge: Bridge) -> None:
    await know(bridge, "王秀英", "张三")
    await bridge.zhao.block()
    await bridge.later(days=31)
    reminder = await bridge.li.sees("每月一次的履职提醒")
    assert "走访 6 次" in reminder.text
    assert "王秀英：还差 3 次，还没有走访过" in reminder.text
    await bridge.app.schedule.tick()
    summary = await bridge.zhou.sees(SUMMARY)
    assert "2026年3月" in summary.text
    assert "已送达 1 位" in summary.text
    assert "已停用本机器人 1 位：赵明" in summary.text


async def test_the_reminder_leads_to_the_visit_and_to_the_progress(bridge: Bridge) -> None:
    await know(bridge, "王秀英")
    await bridge.later(days=31)
    reminder = await bridge.li.sees("每月一次的履职提醒")
    await bridge.li.press("履职进度", on=reminder)
    await bridge.li.sees("王秀英")
    await bridge.li.press("记录走访", on=reminder)
    await bridge.li.sees("走访了哪一位")


async def test_the_reminder_comes_once_however_often_the_clock_ticks(bridge: Bridge) -> None:
    await bridge.later(days=31)
    await bridge.li.sees("每月一次的履职提醒")
    await bridge.zhou.sees(SUMMARY)
    for _ in range(3):
        await bridge.app.schedule.tick()
    await bridge.li.quiet()
    await bridge.zhou.quiet()


async def test_the_dates_of_spring_come_two_weeks_before(bridge: Bridge) -> None:
    await know(bridge, "王秀英")
    await bridge.later(days=1)
    reminder = await bridge.li.sees("确定联系对象，递送服务卡")
    assert "2026年3月31日截止，还有 14 天" in reminder.text
    assert "已登记联系对象 1 位，至少还需 4 位" in reminder.text
    await bridge.li.press("联系对象", on=reminder)
    await bridge.li.sees("王秀英")


async def test_a_member_who_reads_english_is_reminded_in_english(bridge: Bridge) -> None:
    async with bridge.db.write() as tx:
        await set_language(tx, bridge.cast.li.id, "en")
    await bridge.later(days=31)
    reminder = await bridge.li.sees("This is your monthly reminder")
    assert "contacts to register: 5" in reminder.text
    assert "31 December 2026" in reminder.text


async def test_a_reminder_is_put_off_until_tomorrow_and_comes_again(bridge: Bridge) -> None:
    await bridge.later(days=31)
    reminder = await bridge.li.sees("每月一次的履职提醒")
    await bridge.li.press("明天再提醒", on=reminder)
    await bridge.li.sees("再提醒您")
    await bridge.li.press("下周再提醒", on=reminder)
    await bridge.later(days=1)
    await bridge.li.sees("每月一次的履职提醒")
