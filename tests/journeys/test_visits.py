"""Contacts, visits and progress from phone to phone: in one line, by buttons, with slips of the finger."""

from sandbox.phone import Phone
from services import contacts, schemes
from services.contacts import Particulars
from tests.bridge import Bridge
from tests.cast import NOW

JINGJIANG = schemes.load("jingjiang-2014")


async def know(bridge: Bridge, *names: str) -> None:
    """Register contacts of 李建国."""
    async with bridge.db.write() as tx:
        for name in names:
            wanted = Particulars(name, JINGJIANG.contact_kinds[0])
            await contacts.register(tx, bridge.cast.li_member, wanted, JINGJIANG, NOW.date())


async def press_all(phone: Phone, *labels: str) -> None:
    for label in labels:
        await phone.press(label)


async def test_a_contact_is_added_step_by_step_and_a_visit_logged_in_one_line(bridge: Bridge) -> None:
    li = bridge.li
    await li.say("/contacts")
    await li.sees("还没有登记联系对象")
    await li.press("添加联系对象")
    await li.sees("请写联系对象的姓名")
    await li.say("王秀英")
    await li.sees("王秀英属于哪一类")
    await li.press("界别群众")
    await li.sees("电话")
    await li.say("12345")
    await li.sees("不是有效的电话号码")
    await li.say("１３８ ００００ ００００")
    await li.sees("工作单位或住址")
    await li.press("跳过")
    added = await li.sees("已登记联系对象")
    assert "138 0000 0000" in added.text
    await li.say("/visit 王秀英 昨天 上门 帮助联系大病救助 #实事 送去轮椅")
    logged = await li.sees("已登记：")
    assert "2026年3月15日" in logged.text
    assert "上门" in logged.text
    assert "实事：送去轮椅" in logged.text
    assert "走访 2 次" in logged.text
    assert "实事 1 件" not in logged.text


async def test_a_visit_is_logged_step_by_step_with_a_photo_and_a_place(bridge: Bridge) -> None:
    li = bridge.li
    await know(bridge, "王秀英", "张三")
    await li.say("走访")
    await li.sees("走访了哪一位")
    await li.press("王秀英")
    await li.sees("哪一天")
    await li.press("昨天")
    await li.sees("怎样走访")
    await li.press("上门")
    await li.sees("走访了解到什么")
    await li.say("了解就医情况")
    await li.sees("办了什么实事")
    await li.say("送去轮椅")
    await li.sees("还有就接着写")
    await li.press("完成")
    await li.sees("请核对")
    await li.send_photo()
    await li.sees("照片、文件：1 份")
    await li.send("location", latitude=32.0, longitude=120.25)
    preview = await li.sees("位置：1 处")
    assert "实事：送去轮椅" in preview.text
    await li.press("提交")
    logged = await li.sees("已登记：")
    assert "了解就医情况" in logged.text
    assert "照片、文件：1 份" in logged.text


async def test_a_misspelt_contact_is_asked_for_and_the_rest_of_the_line_is_kept(bridge: Bridge) -> None:
    li = bridge.li
    await know(bridge, "王秀英", "张三")
    await li.say("/visit 王秀音 昨天 上门 了解就医情况")
    asked = await li.sees("您是不是想写")
    assert asked.buttons[0] == "王秀英"
    await li.press("王秀英", on=asked)
    logged = await li.sees("已登记：")
    assert "王秀英　2026年3月15日　上门" in logged.text
    assert "了解就医情况" in logged.text


async def test_a_contact_not_registered_yet_is_registered_and_the_visit_goes_on_by_itself(bridge: Bridge) -> None:
    li = bridge.li
    await li.say("/visit 钱多 前天 上门 看望老人")
    await li.sees("您的联系对象里没有“钱多”")
    await li.press("登记“钱多”为联系对象")
    await li.sees("钱多属于哪一类")
    await li.press("界别群众")
    await li.press("跳过")
    await li.sees("工作单位或住址")
    await li.press("跳过")
    await li.sees("已登记联系对象")
    logged = await li.sees("已登记：")
    assert "钱多　2026年3月14日" in logged.text


async def test_a_day_to_come_is_refused_and_only_the_day_is_asked_again(bridge: Bridge) -> None:
    li = bridge.li
    await know(bridge, "王秀英")
    await li.say("/visit 王秀英 明天 上门 了解就医情况 #实事 送去轮椅")
    asked = await li.sees("还没有到")
    assert "哪一天走访的" in asked.text
    await li.say("下周三")
    await li.sees("还没有到")
    await li.say("随便写的")
    await li.sees("没看懂这个日期")
    await li.send_photo()
    await li.sees("收到了")
    await li.say("2025年12月31日")
    await li.sees("不在本年度内")
    await li.say("３．５")
    logged = await li.sees("已登记：")
    assert "2026年3月5日" in logged.text
    assert "送去轮椅" in logged.text
    assert "照片、文件：1 份" in logged.text


async def test_a_visit_is_corrected_then_withdrawn_and_after_a_week_stands_as_it_is(bridge: Bridge) -> None:
    li = bridge.li
    await know(bridge, "王秀英")
    await li.say("/visit 王秀英 昨天 上门 了解就医情况")
    await li.sees("已登记：")
    await press_all(li, "修改", "改日期", "前天")
    await li.sees("2026年3月14日")
    await li.press("提交")
    corrected = await li.sees("已更正")
    assert "2026年3月14日" in corrected.text
    await li.press("撤回", on=corrected)
    await li.press("是")
    await li.sees("已撤回2026年3月14日对王秀英的走访")
    await li.say("/visit 王秀英 昨天 上门 了解就医情况")
    logged = await li.sees("已登记：")
    bridge.clock.move(days=8)
    pressed = await li.press("撤回", on=logged)
    assert pressed.text is not None
    assert "之前更改" in pressed.text


async def test_photos_find_their_visit_by_reply_by_button_and_right_afterwards(bridge: Bridge) -> None:
    li = bridge.li
    await know(bridge, "王秀英", "张三")
    await li.send_photo("/visit 王秀英 昨天 上门 了解就医情况")
    first = await li.sees("照片、文件：1 份")
    await li.say("/visit 张三 今天 随访 通报修路进展")
    await li.sees("已登记：")
    await li.send_photo(reply_to=first)
    assert "对王秀英的走访，现有照片、位置共 2 份" in (await li.sees("已加到")).text
    await li.send_photo()
    assert "对张三的走访，现有照片、位置共 1 份" in (await li.sees("已加到")).text
    await li.press("补照片", on=first)
    await li.sees("请发走访王秀英的照片或位置")
    await li.say("没有照片")
    await li.sees("请发照片或位置")
    await li.send_album("", "", "")
    assert "共 3 份" in (await li.sees("已加到")).text
    await li.press("完成")
    assert "照片、文件：5 份" in (await li.sees("照片、文件")).text


async def test_progress_is_shown_in_bars_and_as_a_picture(bridge: Bridge) -> None:
    li = bridge.li
    await know(bridge, "王秀英", "张三")
    await li.say("/visit 王秀英 昨天 上门 了解就医情况 #实事 送去轮椅")
    await li.sees("已登记：")
    await li.say("进度")
    shown = await li.sees("2026年履职进度")
    assert "■□□ 走访 1/3　■ 实事 1/1" in shown.text
    assert "走访 5 次" in shown.text
    assert "联系对象 3 位" in shown.text
    await li.press("看图")
    picture = await li.sees("2026年履职进度图")
    assert picture.kind == "photo"


async def test_a_contact_is_replaced_in_one_go_and_the_office_reads_by_whom_and_why(bridge: Bridge) -> None:
    li, zhou = bridge.li, bridge.zhou
    await know(bridge, "王秀英", "张三")
    await li.say("/contacts")
    await li.press("王秀英")
    await li.press("更换")
    await li.sees("请写明原因")
    await li.press("已搬走")
    await li.sees("由谁接替王秀英")
    await li.say("孙桂兰")
    await li.press("社会群众")
    await li.say("12345")
    await li.sees("不是有效的电话号码")
    await li.say("13900000012")
    await li.sees("工作单位或住址")
    await li.press("跳过")
    done = await li.sees("已更换联系对象")
    assert "孙桂兰" in done.text
    assert "139 0000 0012" in done.text
    told = await zhou.sees("委员更换联系对象")
    assert "王秀英 → 孙桂兰" in told.text
    assert "已搬走" in told.text
    await li.say("联系对象 更换 张三 赵强 13900000013 城东村")
    await li.sees("更换联系对象张三")
    await li.say("调到外地工作")
    await li.press("界别群众")
    await li.sees("赵强")
    await li.say("联系对象")
    listed = await li.sees("今年更换或结束")
    assert "张三 → 赵强" in listed.text
    assert "调到外地工作" in listed.text


async def test_the_seventh_contact_is_refused_with_its_reason_before_anything_is_typed(bridge: Bridge) -> None:
    li = bridge.li
    await know(bridge, "王一", "王二", "王三", "王四", "王五", "王六")
    await li.say("/contacts")
    await li.sees("您的联系对象")
    pressed = await li.press("添加联系对象")
    assert pressed.text is not None
    assert "按规定最多联系 6 位" in pressed.text
    assert "靖协发〔2014〕7号" in pressed.text
    await li.press("王六")
    await li.press("结束联系")
    await li.sees("结束与王六的联系")
    await li.press("已搬走")
    await li.sees("已结束与王六的联系")
    await li.say("/contacts 添加 钱多 13800000000 城北村")
    await li.sees("钱多属于哪一类")
    await li.press("社会群众")
    added = await li.sees("已登记联系对象")
    assert "138 0000 0000" in added.text
    assert "城北村" in added.text


async def test_nobody_sees_or_changes_another_member_s_visits(bridge: Bridge) -> None:
    li, zhao = bridge.li, bridge.zhao
    await know(bridge, "王秀英")
    await li.say("/visit 王秀英 昨天 上门 了解就医情况")
    await li.sees("已登记：")
    await zhao.say("/visits")
    assert "还没有登记走访" in (await zhao.sees("走访")).text
    await bridge.wang.say("/visit 王秀英 昨天 上门 了解就医情况")
    await bridge.wang.sees("不对您的身份开放")
