"""Groups, forums and channels; who is in them; which commands whom."""

from typing import Any

import pytest

from sandbox.client import Phone, SandboxClient
from sandbox.server import Sandbox
from tests.sandbox.bare_bot import BareBot, Refused

Json = dict[str, Any]


async def test_the_bot_hears_that_it_was_added(bot: BareBot, wang: Phone, sandbox: SandboxClient) -> None:
    group = await sandbox.chat("supergroup", "委员之家", people=[wang])
    (update,) = await bot.updates()
    change = update["my_chat_member"]
    assert (change["chat"]["id"], change["new_chat_member"]["status"]) == (group.id, "administrator")
    assert group.id < -1_000_000_000_000


async def test_a_bot_that_comes_later_finds_itself_in_the_chats(sandbox: SandboxClient, server: Sandbox) -> None:
    group = await sandbox.chat("supergroup", "委员之家")
    async with BareBot(server.url) as late:
        (update,) = await late.updates()
        me = (await late("getMe"))["id"]
        assert update["my_chat_member"]["new_chat_member"]["user"]["id"] == me
        assert (await late("getChatMember", chat_id=group.id, user_id=me))["status"] == "administrator"


async def test_topics_hold_their_messages(bot: BareBot, wang: Phone, sandbox: SandboxClient) -> None:
    forum = await sandbox.chat("supergroup", "委员之家", people=[wang], is_forum=True)
    topic = await bot("createForumTopic", chat_id=forum.id, name="来信")
    thread = topic["message_thread_id"]
    await bot("sendMessage", chat_id=forum.id, message_thread_id=thread, text="第一封")
    letter = await wang.sees("第一封", chat=forum)
    assert letter.thread == thread
    answer = await wang.reply(letter, "我来办")
    assert answer.raw["is_topic_message"]
    await bot("closeForumTopic", chat_id=forum.id, message_thread_id=thread)
    with pytest.raises(Refused, match="TOPIC_NOT_MODIFIED"):
        await bot("closeForumTopic", chat_id=forum.id, message_thread_id=thread)
    await bot("deleteForumTopic", chat_id=forum.id, message_thread_id=thread)
    assert await wang.messages(forum) == []
    with pytest.raises(Refused, match="message thread not found"):
        await bot("sendMessage", chat_id=forum.id, message_thread_id=thread, text="迟了")


async def test_a_post_in_a_channel_has_no_person(bot: BareBot, wang: Phone, sandbox: SandboxClient) -> None:
    channel = await sandbox.chat("channel", "政协之窗", people=[wang], username="jjzx_news")
    await bot.updates()
    post = await wang.say("通知", chat=channel)
    await wang.edit(post, "更正")
    first, second = await bot.updates()
    assert first["channel_post"]["sender_chat"]["title"] == "政协之窗"
    assert "from" not in first["channel_post"]
    assert second["edited_channel_post"]["text"] == "更正"
    assert (await bot("sendMessage", chat_id="@jjzx_news", text="答复"))["chat"]["id"] == channel.id
    forwarded = await bot("forwardMessage", chat_id=wang.id, from_chat_id=channel.id, message_id=post.id)
    assert forwarded["forward_origin"]["type"] == "channel"


async def test_members_come_and_go(bot: BareBot, wang: Phone, li: Phone, sandbox: SandboxClient) -> None:
    group = await sandbox.chat("group", "联络组", people=[wang])
    assert (await bot("getChatMember", chat_id=group.id, user_id=wang.id))["status"] == "creator"
    assert (await bot("getChatMember", chat_id=group.id, user_id=li.id))["status"] == "left"
    await bot("getUpdates", allowed_updates=["chat_member"])
    await li.join(group)
    assert await bot("getChatMemberCount", chat_id=group.id) == 3
    await li.leave(group)
    statuses = [
        update["chat_member"]["new_chat_member"]["status"] for update in await bot.updates() if "chat_member" in update
    ]
    assert statuses == ["member", "left"]


async def test_message_ids_are_shared_by_private_chats_and_own_in_supergroups(
    bot: BareBot, wang: Phone, li: Phone, sandbox: SandboxClient
) -> None:
    mine, yours = await wang.say("一"), await li.start()
    assert yours.id == mine.id + 1
    group = await sandbox.chat("supergroup", "委员之家", people=[wang])
    assert (await wang.say("一", chat=group)).id == 1


def commands(*names: str) -> list[Json]:
    return [{"command": name, "description": name} for name in names]


async def test_each_audience_sees_its_own_commands(bot: BareBot, sandbox: SandboxClient) -> None:
    wang = await sandbox.person("王秀英", language_code="zh")
    li = await sandbox.person("李建国", language_code="en")
    zhou = await sandbox.person("周敏", language_code="zh")
    for phone in (wang, li, zhou):
        await phone.start()
    private = {"type": "all_private_chats"}
    await bot("setMyCommands", commands=commands("default"))
    await bot("setMyCommands", commands=commands("private"), scope=private)
    await bot("setMyCommands", commands=commands("chinese"), scope=private, language_code="zh")
    await bot("setMyCommands", commands=commands("office"), scope={"type": "chat", "chat_id": zhou.id})

    async def seen() -> list[str]:
        shown = (await sandbox.state())["commands"]
        return [shown[str(phone.id)][0]["command"] for phone in (wang, li, zhou)]

    assert await seen() == ["chinese", "private", "office"]
    await bot("deleteMyCommands", scope=private, language_code="zh")
    await bot("deleteMyCommands", scope={"type": "chat", "chat_id": zhou.id})
    assert await seen() == ["private", "private", "private"]
    assert await bot("getMyCommands") == commands("default")


async def test_texts_of_the_bot_fall_back_to_those_without_a_language(bot: BareBot) -> None:
    await bot("setMyDescription", description="Mailbox")
    await bot("setMyDescription", description="委员信箱", language_code="zh")
    assert (await bot("getMyDescription", language_code="zh"))["description"] == "委员信箱"
    assert (await bot("getMyDescription", language_code="de"))["description"] == "Mailbox"
