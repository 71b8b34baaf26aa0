"""The service card from hand to hand: issued, scanned, each visit checked, a dispute, a stranger, a lost card."""

from sandbox.phone import Phone
from tests.bridge import Bridge
from tests.journeys.test_visits import know


async def issue(bridge: Bridge, phone: Phone) -> str:
    """What the QR code of the newest card in the outbox leads to, as /start takes it."""
    await phone.sees("可打印")
    async with bridge.db.read() as tx:
        rows = await tx.all("SELECT content_json FROM outbox ORDER BY id DESC")
    link: str = next(row["content_json"]["paper"] for row in rows if "paper" in row["content_json"])["data"]["cards"][
        0
    ]["link"]
    return link.partition("?start=")[2]


async def test_a_card_is_scanned_and_every_visit_checked(bridge: Bridge) -> None:
    li, wang = bridge.li, bridge.wang
    await know(bridge, "王秀英", "张三")
    await li.say("/card")
    await li.sees("王秀英：未发卡")
    await li.press("王秀英")
    await li.sees("未发卡")
    await li.press("发卡")
    card = await li.sees("这是给王秀英的服务卡")
    assert card.raw["photo"]
    code = await issue(bridge, li)
    await wang.say(f"/start {code}")
    await wang.sees("您是王秀英本人吗")
    await wang.press("是我本人")
    await wang.sees("还没有走访记录")
    await li.sees("已扫码确认")
    await li.say("/visit 王秀英 昨天 上门 了解就医情况 #实事 送去轮椅")
    asked = await wang.sees("登记了一次对您的走访")
    assert "实事：送去轮椅" in asked.text
    await wang.press("属实")
    await wang.sees("走访属实")
    await li.say("/visit 张三 昨天 上门 问了收成")
    await li.say("/visit 王秀英 上门 送去米面")
    await wang.sees("送去米面")
    await wang.press("有出入")
    await wang.sees("哪里有出入")
    await wang.say("只有米，没有面")
    await wang.sees("已转告李建国委员")
    await li.sees("只有米，没有面")
    await li.press("回复")
    await li.sees("请写给王秀英的说明")
    await li.say("面粉明天送到")
    await wang.sees("面粉明天送到")
    await wang.say("服务卡")
    shown = await wang.sees("有出入")
    assert "问了收成" not in shown.text
    await bridge.later(days=3)
    await bridge.zhou.sees("面粉明天送到")


async def test_a_stranger_and_a_lost_card_get_nothing(bridge: Bridge) -> None:
    li, wang, liu = bridge.li, bridge.wang, bridge.liu
    await know(bridge, "王秀英")
    await li.say("/card")
    await li.sees("未发卡")
    await li.press("全部发卡")
    code = await issue(bridge, li)
    await wang.say(f"/start {code}")
    await wang.sees("本人吗")
    await wang.press("是我本人")
    await wang.sees("联系委员：李建国")
    await liu.say(f"/start {code}")
    await liu.sees("已由另一位确认")
    await li.sees("有另一个人扫了王秀英的服务卡")
    await li.say("/card")
    await li.sees("已送达")
    await li.press("王秀英")
    await li.press("遗失补发")
    await li.sees("旧卡马上作废")
    await li.press("补发，旧卡作废")
    await wang.sees("旧卡已作废")
    await wang.say(f"/start {code}")
    await wang.sees("已挂失作废")
