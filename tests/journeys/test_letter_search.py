"""Finding letters on the phone: written, handed on, found again by each who may."""

from tests.bridge import Bridge
from tests.journeys.test_letters import write


async def test_a_letter_is_found_by_two_characters_and_opened(bridge: Bridge) -> None:
    wang, li, zhou = bridge.wang, bridge.li, bridge.zhou
    number = await write(wang, "村口的路灯坏了。", "已经三个星期，老人晚上不敢出门。")
    await li.sees(number)
    await li.say("/search 老人")
    results = await li.sees("查找：老人")
    assert "老人晚上不敢出门" in results.text
    await li.press(f"{number} 村口的路灯坏了", on=results)
    assert "三个星期" in (await li.sees("状态：已阅")).text
    await zhou.press("🔍 查找来信")
    await zhou.sees("您想找哪封来信")
    await zhou.say("王秀英 路灯 已阅")
    assert number in (await zhou.sees("查找：王秀英 路灯 已阅")).text
    await bridge.zhao.say("查找 路灯")
    await bridge.zhao.sees("没有找到")


async def test_an_anonymous_letter_is_found_by_its_words_and_not_by_its_writer(bridge: Bridge) -> None:
    number = await write(bridge.wang, "河道里有死鱼", signed="匿名")
    await bridge.li.sees(number)
    for phone in (bridge.li, bridge.zhou):
        await phone.say("/search 死鱼")
        found = await phone.sees("查找：死鱼")
        assert "匿名群众" in found.text
        assert "王秀英" not in found.text
        await phone.say("/search 王秀英")
        assert number not in (await phone.sees("没有找到")).text
