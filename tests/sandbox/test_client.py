"""The client: what a phone sees, once, and what it says when it does not."""

import asyncio

import pytest

from sandbox.client import Phone
from tests.sandbox.bare_bot import BareBot, keyboard


async def test_each_message_is_seen_once_in_any_order(bot: BareBot, wang: Phone) -> None:
    for text in ("来信已收到", "编号 JJ-2026-000001", "来信已转交"):
        await bot("sendMessage", chat_id=wang.id, text=text)
    assert (await wang.sees("编号")).text == "编号 JJ-2026-000001"
    assert (await wang.sees("来信")).text == "来信已收到"
    assert (await wang.sees("来信")).text == "来信已转交"
    with pytest.raises(AssertionError, match=r"王秀英 did not see '来信' in 0.05 s"):
        await wang.sees("来信", timeout=0.05)


async def test_a_message_is_waited_for(bot: BareBot, wang: Phone) -> None:
    waiting = asyncio.create_task(wang.sees(lambda message: message.buttons == ["提交"]))
    await asyncio.sleep(0.05)
    await bot("sendMessage", chat_id=wang.id, text="别的")
    await bot("sendMessage", chat_id=wang.id, text="确认？", reply_markup=keyboard("提交"))
    assert (await waiting).text == "确认？"


async def test_an_edited_message_is_seen_again(bot: BareBot, wang: Phone) -> None:
    sent = await bot("sendMessage", chat_id=wang.id, text="未读")
    await wang.sees("未读")
    await bot("editMessageText", chat_id=wang.id, message_id=sent["message_id"], text="已读")
    assert (await wang.sees("已读")).id == sent["message_id"]


async def test_what_is_not_seen_is_reported_with_the_chat(bot: BareBot, wang: Phone) -> None:
    await bot("sendMessage", chat_id=wang.id, text="您好", reply_markup=keyboard("写信", "帮助"))
    with pytest.raises(AssertionError) as failed:
        await wang.press("提交", timeout=0.05)
    assert "王秀英 found no button '提交'" in str(failed.value)
    assert "连心桥: 您好 [写信] [帮助]" in str(failed.value)


async def test_an_exact_label_comes_before_a_newer_one_that_contains_it(bot: BareBot, wang: Phone) -> None:
    await bot("sendMessage", chat_id=wang.id, text="旧", reply_markup=keyboard("回复"))
    await bot("sendMessage", chat_id=wang.id, text="新", reply_markup=keyboard("✉️ 回复全部"))
    for label, expected in (("回复", "旧"), ("全部", "新")):
        press = asyncio.create_task(wang.press(label))
        (update,) = await bot("getUpdates", offset=bot.offset, timeout=5)
        bot.offset = update["update_id"] + 1
        await bot("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])
        await press
        assert update["callback_query"]["message"]["text"] == expected


async def test_a_button_of_one_message_is_pressed_there(bot: BareBot, wang: Phone) -> None:
    await bot("sendMessage", chat_id=wang.id, text="旧", reply_markup=keyboard("回复"))
    old = await wang.sees("旧")
    await bot("sendMessage", chat_id=wang.id, text="新", reply_markup=keyboard("回复"))
    press = asyncio.create_task(wang.press("回复", on=old))
    (update,) = await bot("getUpdates", offset=bot.offset, timeout=5)
    await bot("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])
    await press
    assert update["callback_query"]["message"]["message_id"] == old.id


async def test_a_press_without_an_answer_fails(bot: BareBot, wang: Phone) -> None:
    await bot("sendMessage", chat_id=wang.id, text="确认？", reply_markup=keyboard("提交"))
    with pytest.raises(AssertionError, match="the bot did not answer 王秀英's press of '提交'"):
        await wang.press("提交", timeout=0.1)


async def test_a_key_of_the_reply_keyboard_is_said(bot: BareBot, wang: Phone) -> None:
    await bot("sendMessage", chat_id=wang.id, text="选", reply_markup={"keyboard": [[{"text": "写信"}]]})
    await wang.press("写信")
    assert (await bot.updates())[0]["message"]["text"] == "写信"


async def test_silence_is_kept_or_broken(bot: BareBot, wang: Phone) -> None:
    await bot("sendMessage", chat_id=wang.id, text="早先的")
    await wang.say("我自己")
    await wang.quiet(0.05)
    breaking = asyncio.create_task(wang.quiet(20))
    while not breaking.done():
        await bot("sendMessage", chat_id=wang.id, text="打扰了")
        await asyncio.sleep(0.05)
    with pytest.raises(AssertionError, match=r"王秀英 expected silence, but: .*打扰了"):
        await breaking
    assert (await wang.last()).text == "打扰了"
