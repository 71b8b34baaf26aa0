"""python-telegram-bot, as it is, with its own updater and HTTP client, cannot tell the sandbox from Telegram."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Update
from telegram.error import BadRequest, Forbidden
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from sandbox.client import SandboxClient
from sandbox.samples import png
from sandbox.server import Sandbox

Context = ContextTypes.DEFAULT_TYPE
Echo = Application[Any, Any, Any, Any, Any, Any]


async def start(update: Update, context: Context) -> None:
    assert update.message is not None
    button = InlineKeyboardButton("✅ 提交", callback_data="submit")
    greeting = f"<b>您好</b>，{context.args}"
    await update.message.reply_text(greeting, parse_mode="HTML", reply_markup=InlineKeyboardMarkup([[button]]))


async def pressed(update: Update, _: Context) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("收到", show_alert=True)
    await update.callback_query.edit_message_text("已提交")


async def echo(update: Update, _: Context) -> None:
    message = update.effective_message
    assert message is not None
    if message.photo:
        file = await message.photo[-1].get_file()
        data = bytes(await file.download_as_bytearray())
        await message.reply_photo(data, caption=message.caption)
    else:
        await message.reply_text(message.text or "?", do_quote=True)


@pytest.fixture
async def echo_bot(server: Sandbox) -> AsyncIterator[Echo]:
    builder = Application.builder().token("123:abc").base_url(f"{server.url}/bot")
    app: Echo = builder.base_file_url(f"{server.url}/file/bot").build()
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CallbackQueryHandler(pressed))
    app.add_handler(MessageHandler(filters.ALL, echo))
    async with app:
        assert app.updater is not None
        await app.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        await app.start()
        yield app
        await app.updater.stop()
        await app.stop()


@pytest.mark.usefixtures("echo_bot")
async def test_an_echo_bot_talks_presses_and_edits(sandbox: SandboxClient) -> None:
    wang = await sandbox.person("王秀英")
    await wang.start("m_7")
    greeting = await wang.sees("您好")
    assert greeting.raw["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    assert "['m_7']" in greeting.text
    answer = await wang.press("提交")
    assert (answer.text, answer.show_alert) == ("收到", True)
    assert (await wang.sees("已提交")).id == greeting.id


@pytest.mark.usefixtures("echo_bot")
async def test_an_echo_bot_downloads_a_photo_and_sends_it_back(sandbox: SandboxClient) -> None:
    wang = await sandbox.person("王秀英")
    picture = png(40, 30, (200, 10, 10))
    sent = await wang.send_photo("村口", file=picture)
    back = await wang.sees("村口")
    assert back.kind == "photo"
    assert back.file_id == sent.file_id
    assert await sandbox.file(back.file_id or "") == picture


async def test_the_library_gets_its_own_exceptions(echo_bot: Echo, sandbox: SandboxClient) -> None:
    wang = await sandbox.person("王秀英")
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await echo_bot.bot.send_message(wang.id, "您好")
    with pytest.raises(BadRequest, match="Chat not found"):
        await echo_bot.bot.send_message(5, "您好")


async def test_the_library_sends_every_kind(echo_bot: Echo, sandbox: SandboxClient) -> None:
    wang = await sandbox.person("王秀英")
    await wang.start()
    bot, chat, data = echo_bot.bot, wang.id, png()
    await bot.send_media_group(chat, [InputMediaPhoto(data, caption="一"), InputMediaPhoto(png(9, 9))])
    await bot.send_document(chat, data, filename="材料.docx")
    await bot.send_voice(chat, b"OggS")
    await bot.send_video(chat, b"mp4", width=10, height=10)
    await bot.send_location(chat, 32.0, 120.2)
    poll = await bot.send_poll(chat, "哪天方便？", ["周三", "周五"])
    await bot.stop_poll(chat, poll.message_id)
    kinds = [message.kind for message in await wang.messages() if message.from_bot and message.kind != "text"]
    assert kinds == ["photo", "photo", "document", "voice", "video", "location", "poll"]


async def test_the_library_sets_itself_up(echo_bot: Echo) -> None:
    bot = echo_bot.bot
    await bot.set_my_commands([("write", "写信")], language_code="zh")
    assert [command.command for command in await bot.get_my_commands(language_code="zh")] == ["write"]
    await bot.set_my_description("连心桥")
    assert (await bot.get_my_description()).description == "连心桥"
    assert (await bot.get_me()).username == "lianxin_bot"
    assert (await bot.get_webhook_info()).url == ""
