"""An activity from the first word to the last judgement, and a talk on a reception day, with the clock moved."""

from sandbox.phone import Phone
from tests.bridge import Bridge


async def press_all(phone: Phone, *labels: str) -> None:
    for label in labels:
        await phone.press(label)


async def the_code(bridge: Bridge) -> str:
    """What the newest sign-in picture leads to, as /start takes it."""
    async with bridge.db.read() as tx:
        rows = await tx.all("SELECT content_json FROM outbox ORDER BY id DESC")
    link: str = next(row["content_json"]["picture"]["data"]["link"] for row in rows if "picture" in row["content_json"])
    return link.partition("?start=")[2]


async def test_an_activity_from_invitation_to_judgement(bridge: Bridge) -> None:
    zhou, li, zhao, wang = bridge.zhou, bridge.li, bridge.zhao, bridge.wang
    await wang.say("群众代表库")
    await wang.sees("轮流邀请您")
    await wang.press("同意加入")
    await wang.sees("哪个界别")
    await wang.press("农业界")
    await wang.sees("哪个乡镇")
    await wang.say("城北镇")
    await wang.sees("欢迎加入群众代表库")
    # The office holds a consultation with two places.
    await zhou.say("组织活动")
    await zhou.sees("还没有活动")
    await zhou.press("新建活动")
    await zhou.sees("哪一类活动")
    await zhou.press("主题协商")
    await zhou.sees("叫什么名称")
    await zhou.say("村口路灯协商会")
    await zhou.sees("什么时间")
    await zhou.say("下周一定")
    await zhou.sees("看不出是什么时间")
    await zhou.say("3月18日 下午2点到4点")
    await zhou.sees("14:00–16:00")
    await zhou.say("城北村村委会")
    await zhou.sees("最多多少人")
    await zhou.say("2")
    await zhou.sees("活动已建好")
    await press_all(zhou, "邀请委员", "全体委员")
    await zhou.sees("新邀请 2 人")
    await press_all(zhou, "返回", "邀请群众代表", "全部（1 人）", "5 人")
    await zhou.sees("新邀请 1 人")
    # Two places for three: the last one waits, and moves up when one takes leave.
    for phone in (li, zhao, wang):
        await phone.sees("邀请您参加")
    await li.press("参加")
    await li.sees("您已报名参加")
    await zhao.press("参加")
    await zhao.sees("您已报名参加")
    await wang.press("参加")
    await wang.sees("候补名单")
    await zhao.press("请假")
    await zhao.sees("原因是什么")
    await zhao.say("外出开会")
    await zhao.sees("已为您请假")
    await wang.sees("有空位了")
    await zhou.sees("赵明请假")
    await li.press("存入日历")
    assert (await li.sees("日历文件")).raw["document"]["file_name"].endswith(".ics")
    # The day before at nine; then the doors, with a code that is soon too old.
    await bridge.later(hours=23)
    await li.sees("提醒您")
    await wang.sees("提醒您")
    await zhao.quiet()
    await bridge.later(hours=28, minutes=30)
    await zhou.say("/activity")
    await zhou.press("村口路灯协商会")
    await zhou.press("签到二维码")
    shown = await zhou.sees("每分钟更换")
    assert shown.raw["photo"]
    first = await the_code(bridge)
    await li.start(first)
    await li.sees("签到成功")
    await bridge.later(minutes=33)
    await wang.start(first)
    await wang.sees("签到码已经过时")
    # Nobody pressed anything: the picture has changed in its place.
    assert (await zhou.sees("每分钟更换")).id == shown.id
    await wang.start(await the_code(bridge))
    await wang.sees("活动已于")
    await wang.press("写建议")
    await wang.sees("发言或建议")
    await wang.say("路灯换成太阳能的")
    await wang.sees("已记下")
    await bridge.chen.start(await the_code(bridge))
    await bridge.chen.sees("只限受邀的人")
    # Afterwards.
    await bridge.later(hours=2, minutes=30)
    for phone in (li, wang):
        await phone.sees("您觉得这次活动怎么样")
        await phone.press("满意")
        await phone.sees("谢谢您的评议")
    await zhou.say("/activity")
    await zhou.press("村口路灯协商会")
    desk = await zhou.sees("已签到 2 人")
    assert "满意 2" in desk.text
    await zhou.press("记发言")
    await zhou.sees("谁说了什么")
    await zhou.say("李建国：灯杆由村里看护")
    await zhou.sees("已记下")
    await zhou.press("发言和建议", on=desk)
    notes = await zhou.sees("路灯换成太阳能的")
    assert "发言（周敏记）：李建国：灯杆由村里看护" in notes.text
    await li.say("履职计划")
    await li.sees("村口路灯协商会")


async def test_a_talk_on_a_reception_day_is_booked_and_taken_back(bridge: Bridge) -> None:
    li, wang = bridge.li, bridge.wang
    await li.say("/reception")
    await li.press("我的接待时间")
    await li.press("登记接待日")
    await li.sees("请发送时间和地点")
    await li.say("3月20日 9:00-10:00")
    await li.sees("请写上地点")
    await li.say("3月20日 9:00-10:00 城北社区")
    await li.sees("已登记 2 段时间")
    await wang.say("接待日")
    await wang.press("3月20日 09:00　李建国")
    await wang.sees("想谈什么事")
    await wang.say("问大病医保")
    await wang.sees("预约好了")
    await li.sees("问大病医保")
    await li.say("/plan")
    assert "王秀英，想谈“问大病医保”" in (await li.sees("接待和预约")).text
    await wang.press("我的安排")
    assert "李建国委员" in (await wang.sees("接待和预约")).text
    await li.press("取消这段时间")
    await wang.sees("委员取消了您预约的时间")
