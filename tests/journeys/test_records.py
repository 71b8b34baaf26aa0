"""A letter from a reception day, from phone to phone: keyed in, answered, told by phone, claimed."""

import re

from tests.bridge import Bridge
from tests.journeys.test_letters import number_in


async def test_a_letter_of_a_reception_day_is_told_by_phone_until_its_writer_claims_it(bridge: Bridge) -> None:
    wang, li, zhou = bridge.wang, bridge.li, bridge.zhou
    await zhou.say("代录")
    await zhou.say("吴奶奶")
    await zhou.sees("请发送吴奶奶的电话")
    await zhou.say("不记得")
    await zhou.sees("没有看懂这个电话号码")
    await zhou.say("138 0000 0077")
    await zhou.press("接待日")
    await zhou.press("匿名")
    await zhou.say("李建国")
    await zhou.sees("来信人：吴奶奶，13800000077（接待日）")
    await zhou.say("楼道灯不亮")
    await zhou.sees("已记下")
    await zhou.press("提交")
    number = number_in(await zhou.sees("已提交"))
    slip = await zhou.sees("来信回执")
    found = re.search(r"验证码：(\d{4} \d{4})", slip.text)
    assert found is not None
    letter = await li.sees(number)
    assert "来信人：匿名群众" in letter.text
    await li.reply(letter, "明天换灯")
    await zhou.sees("请电话告知")
    await zhou.press("已告知")
    await zhou.press("补充来信人的话")
    await zhou.sees("又说了什么")
    await zhou.say("她说二楼也不亮")
    await zhou.press("提交")
    await zhou.sees(f"已补充到来信 {number}")
    assert "匿名群众" in (await li.sees("二楼也不亮")).text
    await wang.say("认领来信")
    await wang.say(number)
    await wang.sees("电话号码")
    await wang.say("13800000077")
    await wang.sees("验证码")
    await wang.say("0000 0000")
    await wang.sees("对不上")
    await wang.say(f"/claim {number} 13800000077 {found[1]}")
    await wang.sees("已归到您名下")
    await wang.press("查看全文")
    assert "明天换灯" in (await wang.sees("往来内容")).text
    await zhou.sees("已由来信人本人认领")
    await li.reply(letter, "换好了")
    await wang.sees("换好了")
    for phone in (li, zhou):
        assert not [message for message in await phone.messages() if "王秀英" in message.text]
