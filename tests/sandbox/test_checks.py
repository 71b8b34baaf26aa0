"""Each mistake of a bot gets the answer that Telegram gives."""

import json
from io import BytesIO
from typing import Any

import pytest

from sandbox.client import Phone, SandboxClient
from sandbox.samples import png
from tests.sandbox.bare_bot import BareBot, Refused, keyboard

HUNDRED_AND_ONE = {"inline_keyboard": [[{"text": "x", "callback_data": str(n)}] for n in range(101)]}

MISTAKES: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"text": ""}, "Bad Request: message text is empty"),
    ("sendMessage", {"text": "  \n "}, "Bad Request: message text is empty"),
    ("sendMessage", {"text": "<b> </b>", "parse_mode": "HTML"}, "Bad Request: message text is empty"),
    ("sendMessage", {}, "Bad Request: message text is empty"),
    ("sendMessage", {"text": "字" * 4097}, "Bad Request: message is too long"),
    ("sendMessage", {"text": "😀" * 2049}, "Bad Request: message is too long"),
    ("sendMessage", {"text": "x", "parse_mode": "BBCode"}, "Bad Request: unsupported parse_mode"),
    ("sendMessage", {"text": "<b>x", "parse_mode": "HTML"}, "Bad Request: can't parse entities: Can't find end tag"),
    ("sendMessage", {"text": "x", "txt": "x"}, 'Bad Request: unknown parameter "txt"'),
    ("sendMessage", {"text": "x", "disable_notification": "maybe"}, "Bad Request: wrong parameter"),
    ("sendMessage", {"text": "x", "message_thread_id": "one"}, "Bad Request: wrong parameter"),
    ("sendMessage", {"text": "x", "message_thread_id": 5}, "Bad Request: message thread not found"),
    ("sendMessage", {"text": "x", "reply_markup": "{"}, "can't parse JSON"),
    ("sendMessage", {"text": "x", "reply_markup": {"inline_keyboard": [{}]}}, "Array of InlineKeyboardButton expected"),
    ("sendMessage", {"text": "x", "reply_markup": keyboard("x" * 65)}, "Bad Request: BUTTON_DATA_INVALID"),
    ("sendMessage", {"text": "x", "reply_markup": keyboard("字" * 22)}, "Bad Request: BUTTON_DATA_INVALID"),
    ("sendMessage", {"text": "x", "reply_markup": keyboard(" ")}, "the text of the button is empty"),
    ("sendMessage", {"text": "x", "reply_markup": HUNDRED_AND_ONE}, "Bad Request: REPLY_MARKUP_TOO_LONG"),
    ("sendMessage", {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x"}]]}}, "buttons are unallowed"),
    (
        "sendMessage",
        {
            "text": "x",
            "reply_markup": {"inline_keyboard": [[{"text": "x", "url": "http://a.b", "callback_data": "x"}]]},
        },
        "exactly one optional field",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", "url": "a"}]]}},
        "Wrong HTTP URL",
    ),
    ("sendMessage", {"text": "x", "reply_markup": {"keybord": []}}, 'wrong parameter "reply_markup"'),
    ("sendMessage", {"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
    ("sendMessage", {"text": "x", "chat_id": 999}, "Bad Request: chat not found"),
    ("sendMessage", {"text": "x", "chat_id": "@nobody"}, "Bad Request: chat not found"),
    ("sendPhoto", {}, "Bad Request: there is no photo in the request"),
    ("sendPhoto", {"photo": "no-such-file"}, "Bad Request: wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {"photo": "https://example.org/a.png"}, "Bad Request: failed to get HTTP URL content"),
    ("sendPhoto", {"photo": b"no picture"}, "Bad Request: IMAGE_PROCESS_FAILED"),
    ("sendPhoto", {"photo": png(2100, 100)}, "Bad Request: PHOTO_INVALID_DIMENSIONS"),
    ("sendPhoto", {"photo": png(), "caption": "字" * 1025}, "Bad Request: message caption is too long"),
    ("sendPhoto", {"photo": png(), "stray": b"x"}, 'unknown parameter "stray"'),
    ("sendDocument", {"document": b""}, "Bad Request: file must be non-empty"),
    ("sendMediaGroup", {"media": [{"type": "photo", "media": "x"}]}, "must include 2-10 items"),
    ("sendMediaGroup", {"media": [{"type": "gif", "media": "x"}] * 2}, 'wrong parameter "media"'),
    ("sendLocation", {"latitude": 95, "longitude": 0}, "wrong latitude or longitude"),
    ("sendLocation", {"latitude": "north", "longitude": 0}, "Float expected"),
    ("sendDice", {"emoji": "🎻"}, "Bad Request: wrong dice emoji"),
    ("sendPoll", {"question": "?", "options": [{"text": "字" * 101}]}, "poll options length must not exceed 100"),
    ("sendChatAction", {"action": "sleeping"}, "Bad Request: wrong parameter action in request"),
    ("editMessageText", {"message_id": 999, "text": "x"}, "Bad Request: message to edit not found"),
    ("editMessageText", {"message_id": 1, "text": "x"}, "Bad Request: message can't be edited"),
    ("editMessageText", {"text": "x"}, "Bad Request: message identifier is not specified"),
    ("deleteMessage", {"message_id": 999}, "Bad Request: message to delete not found"),
    ("copyMessage", {"from_chat_id": 1001, "message_id": 999}, "Bad Request: message to copy not found"),
    ("forwardMessage", {"from_chat_id": 1001, "message_id": 999}, "Bad Request: message to forward not found"),
    ("forwardMessages", {"from_chat_id": 1001, "message_ids": [999]}, "there are no messages to forward"),
    ("copyMessages", {"from_chat_id": 1001, "message_ids": [2, 1]}, "strictly increasing order"),
    ("pinChatMessage", {"message_id": 999}, "Bad Request: message to pin not found"),
    ("unpinChatMessage", {}, "Bad Request: message to unpin not found"),
    ("createForumTopic", {"name": "x"}, "Bad Request: the chat is not a forum"),
    ("getChatMember", {"user_id": 999}, "Bad Request: invalid user_id specified"),
    ("getChatAdministrators", {}, "there are no administrators in the private chat"),
]


@pytest.mark.parametrize(("method", "params", "said"), MISTAKES)
async def test_a_mistake_is_named(bot: BareBot, wang: Phone, method: str, params: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused) as refused:
        await bot(method, **{"chat_id": wang.id} | params)
    assert said in str(refused.value)
    assert refused.value.code == 400


@pytest.mark.usefixtures("wang")
@pytest.mark.parametrize(
    ("method", "params", "said"),
    [
        ("answerCallbackQuery", {"callback_query_id": "1"}, "Bad Request: query is too old"),
        ("answerInlineQuery", {"inline_query_id": "1", "results": []}, "Bad Request: query is too old"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "字" * 201}, "Bad Request: MESSAGE_TOO_LONG"),
        ("setMyCommands", {"commands": [{"command": "Write", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "w" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "w", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 5}}, "Bad Request: chat not found"),
        ("setMyCommands", {"commands": [], "scope": {"type": "galaxy"}}, 'wrong parameter "scope"'),
        ("getFile", {"file_id": "x"}, "Bad Request: invalid file_id"),
        ("setWebhook", {"url": "ftp://x"}, "Bad Request: bad webhook: An HTTPS URL must be provided"),
        ("setWebhook", {"url": "https://x", "secret_token": "字"}, "unallowed characters"),
        ("sendGame", {"chat_id": 1, "game_short_name": "x"}, "the sandbox does not offer sendGame"),
    ],
)
async def test_a_mistake_without_a_chat_is_named(bot: BareBot, method: str, params: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        await bot(method, **params)


async def test_a_method_that_does_not_exist_is_not_found(bot: BareBot) -> None:
    with pytest.raises(Refused, match="Not Found") as refused:
        await bot("sendLove")
    assert refused.value.code == 404


async def test_the_name_of_a_method_may_be_written_in_any_case(bot: BareBot) -> None:
    assert await bot("GETME") == await bot("getMe")


async def test_only_the_first_token_is_the_bots(bot: BareBot, server: Any) -> None:
    await bot("getMe")
    async with BareBot(server.url, "700002:other") as other:
        with pytest.raises(Refused, match="Unauthorized") as refused:
            await other("getMe")
    assert refused.value.code == 401
    async with BareBot(server.url, "nonsense") as other:
        with pytest.raises(Refused, match="Not Found"):
            await other("getMe")


async def test_a_person_who_blocked_the_bot_cannot_be_written_to(bot: BareBot, wang: Phone) -> None:
    await wang.block()
    with pytest.raises(Refused, match="Forbidden: bot was blocked by the user") as refused:
        await bot("sendMessage", chat_id=wang.id, text="在吗")
    assert refused.value.code == 403
    await wang.unblock()
    assert await bot("sendMessage", chat_id=wang.id, text="在吗")


async def test_a_person_who_never_started_the_bot_cannot_be_written_to(bot: BareBot, li: Phone) -> None:
    with pytest.raises(Refused, match="Forbidden: bot can't initiate conversation with a user"):
        await bot("sendMessage", chat_id=li.id, text="您好")


async def test_a_bot_that_left_a_group_cannot_write_there(bot: BareBot, sandbox: SandboxClient, wang: Phone) -> None:
    group = await sandbox.chat("group", "联络组", people=[wang])
    assert await bot("leaveChat", chat_id=group.id)
    with pytest.raises(Refused, match="Forbidden: bot is not a member of the group chat"):
        await bot("sendMessage", chat_id=group.id, text="您好")


async def test_an_unchanged_edit_is_refused_and_a_changed_one_taken(bot: BareBot, wang: Phone) -> None:
    sent = await bot("sendMessage", chat_id=wang.id, text="一", reply_markup=keyboard("提交"))
    same = {"chat_id": wang.id, "message_id": sent["message_id"], "text": "一", "reply_markup": keyboard("提交")}
    with pytest.raises(Refused, match="message is not modified"):
        await bot("editMessageText", **same)
    edited = await bot("editMessageText", **same | {"text": "二"})
    assert edited["text"] == "二"
    assert "edit_date" in edited


async def test_parameters_come_as_query_form_multipart_or_json(bot: BareBot, wang: Phone) -> None:
    address = f"{bot.url}/bot{bot.token}/sendMessage"
    params = {"chat_id": str(wang.id), "text": "您好", "disable_notification": "true"}
    nested = {"chat_id": wang.id, "text": "您好", "reply_markup": keyboard("提交")}
    ways: list[dict[str, Any]] = [
        {"params": params},
        {"data": params},
        {"json": params},
        {"json": nested},
        {"data": params | {"reply_markup": json.dumps(keyboard("提交"))}},
    ]
    for way in ways:
        async with bot.http.post(address, **way) as response:
            assert (await response.json())["result"]["text"] == "您好", way
    async with bot.http.get(address, params=params) as response:
        assert response.status == 200


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        ("application/json", b"{", "Bad Request: can't parse JSON object"),
        ("application/json", b"[]", "Bad Request: can't parse JSON object"),
        ("application/json", b'{"text": "\xff"}', "Bad Request: strings must be encoded in UTF-8"),
        ("application/x-www-form-urlencoded", b"text=\xff", "Bad Request: strings must be encoded in UTF-8"),
    ],
)
async def test_a_broken_body_is_named(bot: BareBot, kind: str, body: bytes, said: str) -> None:
    address = f"{bot.url}/bot{bot.token}/sendMessage"
    async with bot.http.post(address, data=body, headers={"Content-Type": kind}) as response:
        assert await response.json() == {"ok": False, "error_code": 400, "description": said}


async def test_a_body_that_is_too_large_is_refused(bot: BareBot) -> None:
    body = BytesIO(bytes(52 << 20))
    async with bot.http.post(f"{bot.url}/bot{bot.token}/sendDocument", data=body) as response:
        assert (await response.json())["error_code"] == 413


async def test_a_photo_that_is_too_large_is_refused(bot: BareBot, wang: Phone) -> None:
    with pytest.raises(Refused, match="file is too big") as refused:
        await bot("sendPhoto", chat_id=wang.id, photo=png() + bytes(11 << 20))
    assert refused.value.code == 413


async def test_a_button_is_too_old_to_answer_after_a_minute(bot: BareBot, sandbox: SandboxClient, wang: Phone) -> None:
    sent = await bot("sendMessage", chat_id=wang.id, text="一", reply_markup=keyboard("提交"))
    await sandbox.post("press", user=wang.id, message=sent["message_id"], button="提交")
    query = (await bot.updates())[0]["callback_query"]
    await sandbox.advance(minutes=2)
    with pytest.raises(Refused, match="query is too old"):
        await bot("answerCallbackQuery", callback_query_id=query["id"])


async def test_a_message_is_not_deleted_after_two_days(bot: BareBot, sandbox: SandboxClient, wang: Phone) -> None:
    sent = await bot("sendMessage", chat_id=wang.id, text="一")
    await sandbox.advance(hours=49)
    with pytest.raises(Refused, match="message can't be deleted for everyone"):
        await bot("deleteMessage", chat_id=wang.id, message_id=sent["message_id"])
