"""A letter judged and made public: from its end to the channel, and taken out of it again."""

from sandbox.client import SandboxClient
from sandbox.message import Message
from sandbox.phone import Chat, Phone
from tests.bridge import Bridge, open_bridge
from tests.journeys.test_letters import write


async def test_a_letter_is_judged_made_public_followed_and_taken_down(sandbox: SandboxClient, url: str) -> None:
    channel = await sandbox.chat("channel", "公开栏")
    async with open_bridge(sandbox, url, channels={"public_chat_id": channel.id}) as bridge:
        wang, zhou = bridge.wang, bridge.zhou
        await wang.join(channel)
        number = await settled_letter(bridge)
        await bridge.later(days=7)
        await wang.sees("不会再问")
        await bridge.later(days=8)
        await wang.press("有些帮助")
        await wang.press("跳过")
        await wang.sees("可以公开吗")
        await wang.press("同意公开，不写名字")
        await zhou.sees(f"来信 {number} 的来信人同意公开")
        first = await publish(zhou, wang, channel)
        assert "13800000001" not in first.text
        assert "有些帮助" in first.text
        ((button,),) = first.raw["reply_markup"]["inline_keyboard"]
        assert button["url"].endswith("?start=write")
        await wang.start("write")
        await wang.sees("您想写给哪位委员")
        await wang.say("/cancel")
        again = await follow_up(bridge, channel)
        await wang.press("有帮助")
        judged = await wang.sees("评判结果\n有帮助", chat=channel)
        assert first.id == again.id == judged.id
        await wang.press("跳过")
        await wang.say(f"/letter {number}")
        await wang.press("公开设置")
        await wang.press("收回同意")
        emptied = await wang.sees("已撤下", chat=channel)
        assert emptied.id == first.id
        assert "路灯" not in emptied.text
        await zhou.sees("收回了公开的同意")


async def settled_letter(bridge: Bridge) -> str:
    number = await write(bridge.wang, "村口的路灯坏了，我的电话13800000001")
    await bridge.li.reply(await bridge.li.sees(number), "已请供电所修好")
    await bridge.wang.sees("已请供电所修好")
    await settle(bridge)
    return number


async def settle(bridge: Bridge) -> None:
    await bridge.li.press("办结")
    await bridge.li.sees("可以写几句办理结果")
    await bridge.li.press("办结")
    await bridge.wang.sees("这次办理对您有帮助吗")


async def publish(zhou: Phone, reader: Phone, channel: Chat) -> Message:
    """周敏 looks it over, changes the answer and lets it through; the post."""
    await zhou.say("公开")
    card = await zhou.sees("公开稿")
    assert "电话：13800000001" in card.text
    await zhou.press("修改答复")
    await zhou.sees("把全文发过来")
    await zhou.say("供电所三天内修好")
    card = await zhou.sees("供电所三天内修好")
    await zhou.press("公开", on=card)
    await zhou.sees("已发到公开频道")
    return await reader.sees("供电所三天内修好", chat=channel)


async def follow_up(bridge: Bridge, channel: Chat) -> Message:
    """王秀英 goes on, 李建国 settles it again; the post in between."""
    await bridge.wang.press("继续说")
    await bridge.wang.sees("请写您想对来信")
    await bridge.wang.say("又不亮了")
    post = await bridge.wang.sees("正在继续办理", chat=channel)
    await bridge.li.sees("重新打开")
    await settle(bridge)
    await bridge.wang.sees("已请来信人评判", chat=channel)
    return post


async def test_a_post_deleted_by_hand_is_not_put_there_again(sandbox: SandboxClient, url: str) -> None:
    channel = await sandbox.chat("channel", "公开栏")
    async with open_bridge(sandbox, url, channels={"public_chat_id": channel.id}) as bridge:
        wang, zhou = bridge.wang, bridge.zhou
        await wang.join(channel)
        await zhou.join(channel, status="administrator")
        number = await settled_letter(bridge)
        await wang.say(f"/letter {number}")
        await wang.press("公开设置")
        await wang.press("同意公开，写上我的名字")
        post = await publish(zhou, wang, channel)
        assert "来信人：王秀英" in post.text
        await zhou.delete(post)
        await wang.press("有帮助")
        await zhou.sees("已不在公开频道里")
        assert not [message for message in await wang.messages(channel) if "路灯" in message.text]
