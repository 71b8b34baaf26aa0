"""What the bot sends: files with one identity, albums, copies, forwards, replies, keyboards."""

from typing import Any

import pytest

from sandbox.client import Phone, SandboxClient
from sandbox.samples import png
from tests.sandbox.bare_bot import BareBot, Refused, keyboard

Json = dict[str, Any]


async def test_a_file_is_downloaded_as_it_was_sent(bot: BareBot, wang: Phone) -> None:
    sent = await wang.send("document", file="来信全文".encode(), filename="来信.txt", caption="全文")
    (update,) = await bot.updates()
    document = update["message"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("来信.txt", "text/plain")
    assert document["file_id"] == sent.file_id
    file = await bot("getFile", file_id=document["file_id"])
    assert (await bot.download(file["file_path"])).decode() == "来信全文"


async def test_one_content_has_one_identity(bot: BareBot, wang: Phone) -> None:
    first = await bot("sendPhoto", chat_id=wang.id, photo=png())
    second = await bot("sendPhoto", chat_id=wang.id, photo=png())
    other = await bot("sendPhoto", chat_id=wang.id, photo=png(10, 10))
    assert first["photo"] == second["photo"]
    assert first["photo"] != other["photo"]
    again = await bot("sendPhoto", chat_id=wang.id, photo=first["photo"][-1]["file_id"])
    assert again["photo"] == first["photo"]


async def test_a_file_is_sent_again_only_as_what_it_is(bot: BareBot, wang: Phone) -> None:
    photo = await bot("sendPhoto", chat_id=wang.id, photo=png())
    with pytest.raises(Refused, match="can't use file of type Photo as Document"):
        await bot("sendDocument", chat_id=wang.id, document=photo["photo"][0]["file_id"])


async def test_a_large_photo_has_a_thumbnail_first(bot: BareBot, wang: Phone) -> None:
    sizes = (await bot("sendPhoto", chat_id=wang.id, photo=png(1280, 640)))["photo"]
    assert [(size["width"], size["height"]) for size in sizes] == [(320, 160), (1280, 640)]
    assert sizes[0]["file_unique_id"] != sizes[1]["file_unique_id"]


async def test_an_album_shares_its_group(bot: BareBot, wang: Phone) -> None:
    media = [{"type": "photo", "media": "attach://a", "caption": "一"}, {"type": "photo", "media": "attach://b"}]
    sent = await bot("sendMediaGroup", chat_id=wang.id, media=media, a=png(), b=png(20, 20))
    assert sent[0]["media_group_id"] == sent[1]["media_group_id"]
    assert [message.get("caption") for message in sent] == ["一", None]
    mixed = [{"type": "photo", "media": "attach://a"}, {"type": "document", "media": "attach://b"}]
    with pytest.raises(Refused, match="can't be mixed"):
        await bot("sendMediaGroup", chat_id=wang.id, media=mixed, a=png(), b=b"x")


async def test_a_persons_album_arrives_with_its_group(bot: BareBot, wang: Phone) -> None:
    await wang.send_album("路灯", "", "")
    updates = await bot.updates()
    assert len({update["message"]["media_group_id"] for update in updates}) == 1
    assert [update["message"].get("caption") for update in updates] == ["路灯", None, None]


async def test_a_copy_names_nobody_and_a_forward_its_first_sender(
    bot: BareBot, wang: Phone, li: Phone, sandbox: SandboxClient
) -> None:
    await li.start()
    said = await wang.say("村口的路灯坏了")
    source = {"from_chat_id": wang.id, "message_id": said.id}
    await bot("copyMessage", chat_id=li.id, **source)
    copy = await li.sees("路灯")
    assert copy.sender == "连心桥"
    assert "forward_origin" not in copy.raw
    forwarded = await bot("forwardMessage", chat_id=li.id, **source)
    twice = await bot("forwardMessage", chat_id=wang.id, from_chat_id=li.id, message_id=forwarded["message_id"])
    assert twice["forward_origin"]["sender_user"]["id"] == wang.id


async def test_a_protected_message_is_neither_copied_nor_forwarded(bot: BareBot, wang: Phone) -> None:
    sent = await bot("sendMessage", chat_id=wang.id, text="保密", protect_content=True)
    for method, said in (("copyMessage", "can't be copied"), ("forwardMessage", "can't be forwarded")):
        with pytest.raises(Refused, match=said):
            await bot(method, chat_id=wang.id, from_chat_id=wang.id, message_id=sent["message_id"])


async def test_a_reply_shows_what_it_answers(bot: BareBot, wang: Phone) -> None:
    said = await wang.say("在吗")
    sent = await bot("sendMessage", chat_id=wang.id, text="在", reply_parameters={"message_id": said.id})
    assert sent["reply_to_message"]["text"] == "在吗"
    gone = {"message_id": 999, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await bot("sendMessage", chat_id=wang.id, text="在", reply_parameters=gone)


async def test_an_edit_without_buttons_takes_the_buttons_away(bot: BareBot, wang: Phone) -> None:
    sent = await bot("sendMessage", chat_id=wang.id, text="一", reply_markup=keyboard("提交"))
    edited = await bot("editMessageText", chat_id=wang.id, message_id=sent["message_id"], text="二")
    assert "reply_markup" not in edited


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(bot: BareBot, wang: Phone) -> None:
    markup = {"keyboard": [[{"text": "写信"}, {"text": "来信"}]], "resize_keyboard": True}
    sent = await bot("sendMessage", chat_id=wang.id, text="选一个", reply_markup=markup)
    assert "reply_markup" not in sent
    assert (await wang.sees("选一个")).keyboard == ["写信", "来信"]
    with pytest.raises(Refused, match="message can't be edited"):
        await bot("editMessageText", chat_id=wang.id, message_id=sent["message_id"], text="二")


async def test_a_text_has_no_caption_and_a_photo_no_text(bot: BareBot, wang: Phone) -> None:
    text = await bot("sendMessage", chat_id=wang.id, text="一")
    photo = await bot("sendPhoto", chat_id=wang.id, photo=png())
    with pytest.raises(Refused, match="there is no caption in the message to edit"):
        await bot("editMessageCaption", chat_id=wang.id, message_id=text["message_id"], caption="x")
    with pytest.raises(Refused, match="there is no text in the message to edit"):
        await bot("editMessageText", chat_id=wang.id, message_id=photo["message_id"], text="x")


async def test_a_pin_is_told_to_all_and_kept(bot: BareBot, wang: Phone) -> None:
    said = await wang.say("置顶")
    await bot.updates()
    await bot("pinChatMessage", chat_id=wang.id, message_id=said.id)
    (update,) = await bot.updates()
    assert update["message"]["pinned_message"]["message_id"] == said.id
    assert (await bot("getChat", chat_id=wang.id))["pinned_message"]["message_id"] == said.id
    await bot("unpinChatMessage", chat_id=wang.id)
    assert "pinned_message" not in await bot("getChat", chat_id=wang.id)
