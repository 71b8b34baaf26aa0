"""The thread of a letter from phone to phone: albums, what is taken back, notes that the writer never sees."""

import asyncio

from sandbox.phone import Phone
from tests.bridge import Bridge
from tests.journeys.test_letters import write


async def gone(phone: Phone, kind: str) -> None:
    """Messages of this kind go one by one, without a word that could be waited for."""
    async with asyncio.timeout(30):
        while [message for message in await phone.messages() if message.kind == kind]:
            await asyncio.sleep(0.05)


async def test_what_is_taken_back_is_gone_from_the_other_phone(bridge: Bridge) -> None:
    wang, li = bridge.wang, bridge.li
    number = await write(wang, "路灯坏了。")
    letter = await li.sees(number)
    await wang.reply(await wang.last(), "邻居老张也在偷电")
    await li.sees("邻居老张也在偷电")
    await wang.press("撤回这条")
    await wang.sees("已撤回")
    await li.sees("这条内容已由对方撤回")
    await li.press("回复", on=letter)
    await li.send_album("现场照片", "")
    await li.sees("答复已发给王秀英")
    await wang.sees("现场照片")
    pictures = [await wang.sees(lambda message: message.kind == "photo") for _ in range(2)]
    assert len({picture.raw["media_group_id"] for picture in pictures}) == 1
    await li.press("撤回这条")
    await wang.sees("这条内容已由对方撤回")
    await bridge.later(seconds=1)
    await li.sees("已撤回")
    await gone(wang, "photo")


async def test_a_note_stays_at_the_desk_whatever_is_replied_to_it(bridge: Bridge) -> None:
    wang, li, zhou = bridge.wang, bridge.li, bridge.zhou
    number = await write(wang, "路灯坏了。", signed="匿名")
    await li.sees(number)
    await li.press("内部备注")
    await li.sees("来信人看不到")
    await li.say("这户要先电话联系")
    await li.sees("已记下")
    note = await zhou.sees("李建国委员：这户要先电话联系")
    await zhou.reply(note, "同意，我来打电话")
    await zhou.sees("请问要办什么")
    await wang.quiet()
    await li.say(f"/letter {number}")
    await li.sees("这户要先电话联系")
    await wang.say(f"/letter {number}")
    await wang.sees("往来内容")
    assert not [message for message in await wang.messages() if "电话联系" in message.text]


async def test_an_album_that_means_nothing_is_answered_once_and_no_picture_goes_in_silence(bridge: Bridge) -> None:
    wang, li = bridge.wang, bridge.li
    await li.send_album("", "", "")
    await li.sees("请问要办什么")
    await li.quiet()
    number = await write(wang, "路灯坏了。")
    await li.sees(number)
    await li.press("转交")
    await li.say("赵明")
    await li.sees("将转交赵明委员")
    await li.send_album("他熟悉学校", "")
    await li.sees("已转交赵明委员")
    await li.sees("照片或文件没有收下")
    await li.quiet()
