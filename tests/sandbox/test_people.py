"""What people do, and what the bot hears of it."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from sandbox.client import Phone, SandboxClient, SandboxError
from sandbox.media import MAKERS
from sandbox.server import Sandbox
from tests.sandbox.bare_bot import BareBot, keyboard


async def test_a_deep_link_is_a_start_with_a_payload(bot: BareBot, li: Phone) -> None:
    await li.start("join_ABC")
    (update,) = await bot.updates()
    message = update["message"]
    assert message["text"] == "/start join_ABC"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert (message["chat"]["id"], message["chat"]["type"]) == (li.id, "private")
    assert message["from"]["language_code"] == "zh-hans"


async def test_a_button_that_links_to_the_bot_starts_it(bot: BareBot, wang: Phone) -> None:
    link = {"inline_keyboard": [[{"text": "写信", "url": "https://t.me/lianxin_bot?start=m_7"}]]}
    await bot("sendMessage", chat_id=wang.id, text="服务卡", reply_markup=link)
    pressed = await wang.press("写信")
    assert pressed.url == "https://t.me/lianxin_bot?start=m_7"
    assert (await bot.updates())[0]["message"]["text"] == "/start m_7"


@pytest.mark.parametrize("kind", sorted(MAKERS))
async def test_every_kind_is_sent_without_further_ado(bot: BareBot, wang: Phone, kind: str) -> None:
    sent = await wang.send(kind)
    assert sent.kind == kind
    (update,) = await bot.updates()
    assert update["message"] == {name: value for name, value in sent.raw.items() if name != "changed"}


async def test_a_bot_that_is_blocked_hears_of_it(bot: BareBot, wang: Phone) -> None:
    await wang.block()
    with pytest.raises(SandboxError, match="王秀英 has blocked the bot"):
        await wang.say("在吗")
    await wang.unblock()
    statuses = [update["my_chat_member"]["new_chat_member"]["status"] for update in await bot.updates()]
    assert statuses == ["kicked", "member"]


async def test_an_edited_message_is_told_with_its_new_text(bot: BareBot, wang: Phone) -> None:
    said = await wang.say("路灯坏了")
    photo = await wang.send_photo("旧")
    await wang.edit(said, "路灯修好了")
    await wang.edit(photo, "新")
    text, caption = (await bot.updates())[2:]
    assert text["edited_message"]["text"] == "路灯修好了"
    assert text["edited_message"]["message_id"] == said.id
    assert caption["edited_message"]["caption"] == "新"


async def test_a_forward_shows_its_origin(bot: BareBot, wang: Phone, li: Phone, sandbox: SandboxClient) -> None:
    group = await sandbox.chat("group", "联络组", people=[li, wang])
    said = await li.say("请转告", chat=group)
    await bot.updates()
    await wang.forward(said)
    (update,) = await bot.updates()
    assert update["message"]["forward_origin"]["sender_user"]["id"] == li.id


async def test_a_deleted_message_is_gone(bot: BareBot, wang: Phone) -> None:
    said = await wang.say("写错了")
    await wang.delete(said)
    assert said.id not in [message.id for message in await wang.messages()]


async def test_a_vote_is_counted_and_told(bot: BareBot, wang: Phone) -> None:
    options = [{"text": "周三"}, {"text": "周五"}]
    await bot("sendPoll", chat_id=wang.id, question="哪天？", options=options, is_anonymous=False)
    poll = await wang.sees(lambda message: message.kind == "poll")
    voted = await wang.vote(poll, 1)
    assert [option["voter_count"] for option in voted.raw["poll"]["options"]] == [0, 1]
    answer, counts = await bot.updates()
    assert answer["poll_answer"]["option_ids"] == [1]
    assert counts["poll"]["total_voter_count"] == 1


async def test_a_press_waits_for_its_answer(bot: BareBot, wang: Phone) -> None:
    await bot("sendMessage", chat_id=wang.id, text="确认？", reply_markup=keyboard("提交", "取消"))
    press = asyncio.create_task(wang.press("提交"))
    (update,) = await bot("getUpdates", offset=bot.offset, timeout=5)
    query = update["callback_query"]
    assert (query["data"], query["from"]["id"], query["message"]["text"]) == ("提交", wang.id, "确认？")
    assert not press.done()
    await bot("answerCallbackQuery", callback_query_id=query["id"], text="已提交", show_alert=True)
    answer = await press
    assert (answer.text, answer.show_alert) == ("已提交", True)


async def test_an_inline_query_brings_results(bot: BareBot, wang: Phone, sandbox: SandboxClient) -> None:
    asked = asyncio.create_task(sandbox.post("inline", user=wang.id, query="路灯", wait=5))
    (update,) = await bot("getUpdates", offset=bot.offset, timeout=5)
    article = {"type": "article", "id": "1", "title": "路灯", "input_message_content": {"message_text": "路灯"}}
    await bot("answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=[article])
    assert (await asked)["results"] == [article]


async def test_the_clock_moves_and_says_so(server: Sandbox, sandbox: SandboxClient, bot: BareBot, wang: Phone) -> None:
    heard: list[timedelta] = []
    server.on_clock(lambda clock: heard.append(clock.offset))
    now = await sandbox.advance(days=31)
    assert abs(now - datetime.now(UTC) - timedelta(days=31)) < timedelta(seconds=60)
    assert heard == [timedelta(days=31)]
    assert abs(server.clock.now() - now) < timedelta(seconds=60)
    said = await wang.say("下个月")
    assert abs(said.raw["date"] - now.timestamp()) < 5
    moment = datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert abs(await sandbox.set_clock(moment) - moment) < timedelta(seconds=60)
    assert abs(await sandbox.reset_clock() - datetime.now(UTC)) < timedelta(seconds=60)
    assert abs(await sandbox.now() - datetime.now(UTC)) < timedelta(seconds=60)


@pytest.mark.parametrize(
    ("call", "body", "said"),
    [
        ("say", {"user": 5, "text": "x"}, "there is no person with id 5"),
        ("say", {"text": "x"}, "'user' is missing"),
        ("say", {"user": 1001, "chat": -5, "text": "x"}, "王秀英 is in no chat -5"),
        ("say", {"user": 1001, "text": " "}, "message text is empty"),
        ("send", {"user": 1001, "kind": "love"}, "kind is one of"),
        ("press", {"user": 1001, "message": 99, "button": "x"}, "there is no message 99"),
        ("press", {"user": 1001, "message": 1, "button": "x"}, "message 1 has no such button"),
        ("people", {"label": "x"}, "a person needs a first_name"),
        ("people", {"first_name": "x", "id": 1001}, "id 1001 is taken"),
        ("people", {"first_name": "x", "username": "WangXiuying"}, "username WangXiuying is taken"),
        ("chats", {"type": "village", "title": "x"}, "a chat needs a title and a type"),
        ("clock", {"at": "2026-01-01T00:00:00"}, "a moment needs its zone"),
        ("dance", {}, "there is no POST /control/dance"),
    ],
)
@pytest.mark.usefixtures("wang")
async def test_what_people_cannot_do_is_said(
    sandbox: SandboxClient, call: str, body: dict[str, str | int], said: str
) -> None:
    with pytest.raises(SandboxError, match=said):
        await sandbox.post(call, **body)


async def test_reset_forgets_everyone_but_not_the_count_of_updates(
    bot: BareBot, wang: Phone, sandbox: SandboxClient
) -> None:
    await wang.say("一")
    before = (await bot.updates())[-1]["update_id"]
    await sandbox.reset()
    assert (await sandbox.state())["people"] == []
    again = await sandbox.person("王秀英")
    await again.start()
    assert (await bot.updates())[-1]["update_id"] == before + 1


async def test_calls_are_noted_with_their_outcome(bot: BareBot, wang: Phone, sandbox: SandboxClient) -> None:
    await bot("sendPhoto", chat_id=wang.id, photo=(await sandbox.file((await wang.send_photo()).file_id or "")))
    (call,) = await sandbox.calls("sendPhoto")
    assert (call["status"], call["params"]["chat_id"]) == (200, str(wang.id))
    assert call["params"]["photo"].startswith("<photo.png: ")
    assert await sandbox.calls("sendPhoto", after=call["n"]) == []
