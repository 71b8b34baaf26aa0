"""The registration form from phone to phone: seen, fetched, handed in, returned, corrected, accepted."""

from bot.render import WORD
from tests.bridge import Bridge
from tests.journeys.test_visits import know, press_all


async def test_a_form_is_handed_in_returned_corrected_and_accepted(bridge: Bridge) -> None:
    li, zhou = bridge.li, bridge.zhou
    await know(bridge, "王秀英", "张三", "李四")
    await li.say("登记表")
    shown = await li.sees("登记表")
    assert "联系对象至少 5 位，现有 3 位" in shown.text
    assert "2026年4月15日" in shown.text
    await li.press("领取文件")
    file = await li.sees("可打印")
    assert file.raw["document"]["file_name"] == "登记表-李建国.docx"
    assert file.raw["document"]["mime_type"] == WORD
    await li.press("报送")
    await li.sees("报送回执")
    came = await zhou.sees("收到登记表")
    assert came.raw["document"]["file_name"] == "登记表-李建国.docx"
    await zhou.press("退回")
    await zhou.sees("为什么退回")
    await zhou.say("请补足五位")
    await zhou.sees("已退回李建国的登记表")
    await li.sees("原因：请补足五位")
    await know(bridge, "赵五", "孙桂兰")
    await li.say("/form")
    await li.press("报送")
    await li.sees("登记联系对象 5 位")
    await zhou.sees("联系对象 5 位")
    await zhou.press("收下")
    await zhou.sees("已收下李建国的登记表")
    receipt = await li.sees("收表回执")
    assert "政协办公室（周敏）已于2026年" in receipt.text
    await li.say("/form")
    await li.sees("政协办公室（周敏）于")
    await zhou.say("/forms")
    listed = await zhou.sees("已收下 1")
    assert "赵明" in listed.text
    assert "李建国" not in listed.text
    await zhou.press("按单位领取")
    await zhou.press("城北镇工委")
    paper = await zhou.sees("每人一页，可打印")
    assert paper.raw["document"]["mime_type"] == WORD
    await press_all(zhou, "报送情况")
    await zhou.say("/forms")
    await zhou.press("登记纸质表")
    await zhou.press("赵明")
    await zhou.press("已收到")
    await zhou.sees("已登记收到赵明的纸质登记表")
    await bridge.zhao.sees("表上的联系对象请在这里也登记")
