"""Every offered method is called once, rightly, and its result is of the published type (the server checks)."""

from dataclasses import dataclass
from typing import Any

import pytest

from sandbox.client import Phone, SandboxClient
from sandbox.methods import HANDLERS
from sandbox.samples import png
from tests.sandbox.bare_bot import BareBot, keyboard

Json = dict[str, Any]


@dataclass
class Stage:
    """What the calls below refer to."""

    wang: int
    forum: int
    said: int
    text: int
    photo: int
    poll: int
    topic: int
    file_id: str
    query: str
    inline: str

    def fill(self, params: Json) -> Json:
        """Parameters with $names replaced."""
        return {name: self.value(value) for name, value in params.items()}

    def value(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self.value(item) for item in value]
        return getattr(self, value[1:]) if isinstance(value, str) and value.startswith("$") else value


@pytest.fixture
async def stage(bot: BareBot, wang: Phone, sandbox: SandboxClient) -> Stage:
    forum = await sandbox.chat("supergroup", "委员之家", people=[wang], is_forum=True)
    said = await wang.say("村口的路灯坏了")
    text = await bot("sendMessage", chat_id=wang.id, text="收到", reply_markup=keyboard("提交"))
    photo = await bot("sendPhoto", chat_id=wang.id, photo=png())
    poll = await bot("sendPoll", chat_id=wang.id, question="哪天？", options=[{"text": "周三"}, {"text": "周五"}])
    topic = await bot("createForumTopic", chat_id=forum.id, name="来信")
    await bot.updates()
    await sandbox.post("press", user=wang.id, message=text["message_id"], button="提交")
    await sandbox.post("inline", user=wang.id, query="路灯")
    asked = {
        kind: payload["id"] for update in await bot.updates() for kind, payload in update.items() if kind != "update_id"
    }
    return Stage(
        wang=wang.id,
        forum=forum.id,
        said=said.id,
        text=text["message_id"],
        photo=photo["message_id"],
        poll=poll["message_id"],
        topic=topic["message_thread_id"],
        file_id=photo["photo"][-1]["file_id"],
        query=asked["callback_query"],
        inline=asked["inline_query"],
    )


PLACE = {"latitude": 32.0, "longitude": 120.2}
ALBUM = [
    {"type": "photo", "media": "attach://one"},
    {"type": "video", "media": "attach://two", "caption": "<b>二</b>", "parse_mode": "HTML"},
]
ARTICLE = {"type": "article", "id": "1", "title": "路灯", "input_message_content": {"message_text": "路灯"}}
SCOPE = {"type": "all_private_chats"}
IN_WANG: Json = {"chat_id": "$wang"}
IN_FORUM: Json = {"chat_id": "$forum"}
IN_TOPIC: Json = IN_FORUM | {"message_thread_id": "$topic"}

CALLS: dict[str, Json] = {
    "getMe": {},
    "getUpdates": {"limit": 5, "timeout": 0},
    "setWebhook": {"url": ""},
    "deleteWebhook": {},
    "getWebhookInfo": {},
    "logOut": {},
    "close": {},
    "sendMessage": IN_WANG
    | {"text": "<b>您好</b>", "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}},
    "sendPhoto": IN_WANG | {"photo": png(900, 600), "caption": "路灯 #实事", "has_spoiler": True},
    "sendDocument": IN_WANG | {"document": b"text", "protect_content": True},
    "sendVoice": IN_WANG | {"voice": b"ogg", "duration": 3},
    "sendVideo": IN_WANG | {"video": b"mp4"},
    "sendVideoNote": IN_WANG | {"video_note": b"mp4"},
    "sendAudio": IN_WANG | {"audio": b"mp3", "performer": "王"},
    "sendAnimation": IN_WANG | {"animation": b"mp4"},
    "sendSticker": IN_WANG | {"sticker": png(512, 512), "emoji": "👍"},
    "sendLocation": IN_WANG | PLACE,
    "sendVenue": IN_WANG | PLACE | {"title": "委员之家", "address": "人民路1号"},
    "sendContact": IN_WANG | {"phone_number": "+8613800000000", "first_name": "王秀英"},
    "sendDice": IN_WANG | {"emoji": "🎯"},
    "sendPoll": IN_FORUM
    | {"question": "哪天？", "options": [{"text": "周三"}, {"text": "周五"}], "is_anonymous": False},
    "sendMediaGroup": IN_WANG | {"media": ALBUM, "one": png(), "two": b"mp4"},
    "copyMessage": IN_FORUM | {"from_chat_id": "$wang", "message_id": "$photo", "caption": "路灯"},
    "copyMessages": IN_FORUM | {"from_chat_id": "$wang", "message_ids": ["$said", "$photo"], "remove_caption": True},
    "forwardMessage": IN_FORUM | {"from_chat_id": "$wang", "message_id": "$said"},
    "forwardMessages": IN_FORUM | {"from_chat_id": "$wang", "message_ids": ["$said", "$photo"]},
    "sendChatAction": IN_WANG | {"action": "typing"},
    "editMessageText": IN_WANG | {"message_id": "$text", "text": "改过"},
    "editMessageCaption": IN_WANG | {"message_id": "$photo", "caption": "改过"},
    "editMessageReplyMarkup": IN_WANG | {"message_id": "$text", "reply_markup": keyboard("办结")},
    "editMessageMedia": IN_WANG
    | {"message_id": "$photo", "media": {"type": "photo", "media": "attach://one"}, "one": png(9, 9)},
    "stopPoll": IN_WANG | {"message_id": "$poll"},
    "deleteMessage": IN_WANG | {"message_id": "$text"},
    "deleteMessages": IN_WANG | {"message_ids": ["$text", "$photo"]},
    "answerCallbackQuery": {"callback_query_id": "$query", "text": "收到"},
    "answerInlineQuery": {"inline_query_id": "$inline", "results": [ARTICLE]},
    "setMessageReaction": IN_WANG | {"message_id": "$said", "reaction": [{"type": "emoji", "emoji": "👍"}]},
    "pinChatMessage": IN_WANG | {"message_id": "$said"},
    "unpinAllChatMessages": IN_WANG,
    "getFile": {"file_id": "$file_id"},
    "getChat": IN_FORUM,
    "getChatMember": IN_FORUM | {"user_id": "$wang"},
    "getChatMemberCount": IN_FORUM,
    "getChatAdministrators": IN_FORUM,
    "leaveChat": IN_FORUM,
    "setMyCommands": {"commands": [{"command": "write", "description": "写信"}], "scope": SCOPE, "language_code": "zh"},
    "getMyCommands": {"scope": SCOPE},
    "deleteMyCommands": {"scope": SCOPE},
    "setMyName": {"name": "连心桥"},
    "getMyName": {},
    "setMyDescription": {"description": "委员信箱"},
    "getMyDescription": {"language_code": "zh"},
    "setMyShortDescription": {"short_description": "委员信箱"},
    "getMyShortDescription": {},
    "setChatMenuButton": IN_WANG | {"menu_button": {"type": "commands"}},
    "getChatMenuButton": IN_WANG,
    "createForumTopic": IN_FORUM | {"name": "走访", "icon_color": 9367192},
    "editForumTopic": IN_TOPIC | {"name": "改名"},
    "closeForumTopic": IN_TOPIC,
    "deleteForumTopic": IN_TOPIC,
    "unpinAllForumTopicMessages": IN_TOPIC,
    "unpinAllGeneralForumTopicMessages": IN_FORUM,
    "editGeneralForumTopic": IN_FORUM | {"name": "总"},
    "closeGeneralForumTopic": IN_FORUM,
    "reopenGeneralForumTopic": IN_FORUM,
    "hideGeneralForumTopic": IN_FORUM,
    "unhideGeneralForumTopic": IN_FORUM,
    "getForumTopicIconStickers": {},
}
# What has to be called before, for these to be right.
FIRST: dict[str, tuple[str, Json]] = {
    "reopenForumTopic": ("closeForumTopic", IN_TOPIC),
    "unpinChatMessage": ("pinChatMessage", IN_WANG | {"message_id": "$said"}),
}
CALLS |= {"reopenForumTopic": IN_TOPIC, "unpinChatMessage": IN_WANG}


def test_every_offered_method_is_called_here() -> None:
    assert CALLS.keys() == HANDLERS.keys()


@pytest.mark.parametrize("method", sorted(CALLS))
async def test_a_result_is_of_the_published_type(bot: BareBot, stage: Stage, method: str) -> None:
    if method in FIRST:
        before, params = FIRST[method]
        await bot(before, **stage.fill(params))
    assert await bot(method, **stage.fill(CALLS[method])) is not None
