"""Totals from phone to phone: figures for each, who is behind reminded, a bulletin looked at and sent on."""

from bot.render import EXCEL, WORD
from domain.people import Role
from storage import people
from tests.bridge import Bridge
from tests.journeys.test_visits import know


async def test_the_office_sees_who_is_behind_reminds_them_and_publishes_the_month(bridge: Bridge) -> None:
    li, zhao, zhou = bridge.li, bridge.zhao, bridge.zhou
    await know(bridge, "王秀英")
    await li.say("/visit 王秀英 上门 了解就医情况 #实事 送去轮椅")
    await li.say("统计")
    own = await li.sees("我的2026年履职统计")
    assert "走访（次）：1" in own.text
    assert "城南街道工委" not in own.text
    await li.press("看图")
    assert "photo" in (await li.sees("2026年履职统计图")).raw
    assert "没有上年同期的记录" in own.text
    # [totals] show_place is off.
    assert "完成率排第" not in own.text
    await bridge.chen.say("统计")
    await bridge.chen.sees("还没有列入委员名册")
    async with bridge.db.write() as tx:
        await people.grant(tx, bridge.cast.li.id, Role.LEADER)
    await li.say("统计")
    assert "界别群众：联系 1 个，走访 1 次" in (await li.sees("我作为主席会议成员的2026年任务")).text
    await zhou.say("/stats")
    await zhou.sees("正在汇总")
    everyone = await zhou.sees("全体委员")
    assert "委员（人）：2" in everyone.text
    assert "走访（次）：1" in everyone.text
    assert "李建国" in (await zhou.sees("主席会议成员（1 位）")).text

    await zhou.say("未完成")
    listed = await zhou.sees("进度落后：1 位")
    assert "赵明　0%　联系对象 0/5" in listed.text
    assert "李建国" not in listed.text
    await zhou.press("提醒赵明")
    await zhao.sees("今年的履职任务还没有完成")
    await zhou.sees("已提醒 1 位")
    await zhou.press("提醒全部 1 位")
    await zhou.sees("七天内已经提醒过")

    await zhou.say("通报 春天")
    await zhou.sees("没看懂")
    await zhou.say("通报")
    await zhou.press("本月")
    paper = await zhou.sees("2026年3月履职情况通报（Word）")
    assert paper.raw["document"]["mime_type"] == WORD
    assert paper.raw["document"]["file_name"] == "履职情况通报-2026-03.docx"
    book = await zhou.sees("Excel")
    assert book.raw["document"]["mime_type"] == EXCEL
    assert "photo" in (await zhou.sees("请您先看")).raw
    assert "还没有设置委员群" in ((await zhou.press("发到委员群")).text or "")
    await zhou.press("发给全体委员")
    await li.sees("2026年3月履职情况通报")
    assert "photo" in (await zhao.sees("2026年3月履职情况通报")).raw
    assert "已经发过了" in ((await zhou.press("发给全体委员")).text or "")
