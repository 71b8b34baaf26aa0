"""How messages come to be: the same few steps for the bot and for people."""

from collections.abc import Mapping
from typing import Any

from sandbox.errors import NOT_MODIFIED, refusal
from sandbox.world import Person, Room, World

Json = dict[str, Any]

# What makes up a message's content; a copy takes exactly these.
CONTENT = [
    "text",
    "entities",
    "link_preview_options",
    "animation",
    "audio",
    "document",
    "photo",
    "sticker",
    "video",
    "video_note",
    "voice",
    "caption",
    "caption_entities",
    "show_caption_above_media",
    "has_media_spoiler",
    "contact",
    "dice",
    "poll",
    "venue",
    "location",
]
BOT_IS_OUT = {"left": "bot is not a member of the {} chat", "kicked": "bot was kicked from the {} chat"}


def room_of(world: World, chat_id: int | str) -> Room:
    """A chat that the bot may name.

    Raises:
        BotApiError: 400 "chat not found"; 403 where a person never started the bot.
    """
    number = world.find_id(chat_id)
    room = world.rooms.get(number) if number is not None else None
    if room is None and number in world.people:
        raise refusal("bot can't initiate conversation with a user", 403)
    if room is None:
        raise refusal("chat not found")
    return room


def open_room(world: World, chat_id: int | str) -> Room:
    """A chat that the bot may write to.

    Raises:
        BotApiError: as room_of; 403 where a person blocked the bot, or it is not in the group any more.
    """
    room = room_of(world, chat_id)
    if room.type == "private":
        if world.people[room.id].blocked:
            raise refusal("bot was blocked by the user", 403)
        return room
    status = room.members.get(world.bot["id"], "left")
    if status in BOT_IS_OUT:
        raise refusal(BOT_IS_OUT[status].format(room.type), 403)
    return room


def message_of(room: Room, message_id: int, purpose: str) -> Json:
    """A message of the chat. Raises BotApiError 400 "message to <purpose> not found"."""
    message = room.messages.get(message_id)
    if message is None:
        raise refusal(f"message to {purpose} not found")
    return message


def content_of(message: Json) -> Json:
    """What a copy of the message carries. Raises BotApiError 400 for a service message."""
    content = {name: message[name] for name in CONTENT if name in message}
    if not content:
        raise refusal("message can't be copied")
    return content


def envelope(world: World, room: Room, sender: Json) -> Json:
    """Id, date, chat and sender; in a channel the channel itself is the sender."""
    message: Json = {"message_id": next(room.ids), "date": world.clock.unix(), "chat": room.chat}
    if room.type == "channel":
        return message | {"sender_chat": room.chat}
    message["from"] = sender
    return message


def thread_of(room: Room, thread_id: int | None, replied: Json | None) -> Json:
    """The topic fields of a message.

    Raises:
        BotApiError: 400, the topic does not exist.
    """
    if thread_id is None and replied is not None and room.topics:
        thread_id = replied.get("message_thread_id")
    if thread_id is None:
        return {}
    if thread_id not in room.topics:
        raise refusal("message thread not found")
    return {"message_thread_id": thread_id, "is_topic_message": True}


def reply_of(room: Room, reply: Json | None) -> Json | None:
    """The message that ReplyParameters name, without what it answers itself.

    Raises:
        BotApiError: 400, it is gone and `allow_sending_without_reply` is not set.
    """
    if reply is None:
        return None
    replied = room.messages.get(reply["message_id"])
    if replied is None and not reply.get("allow_sending_without_reply"):
        raise refusal("message to be replied not found")
    return shallow(replied) if replied else None


def shallow(message: Json) -> Json:
    """As Telegram shows a message within another one: not again with what it answers or pins."""
    return {name: value for name, value in message.items() if name not in ("reply_to_message", "pinned_message")}


def post_by_bot(world: World, call: Mapping[str, Any], content: Json, room: Room | None = None) -> Json:
    """The bot's message, from the parameters that all send methods share.

    Raises:
        BotApiError: the chat, the topic or the message to reply to is not there.
    """
    room = room or open_room(world, call["chat_id"])
    replied = reply_of(room, call.get("reply_parameters"))
    thread = thread_of(room, call.get("message_thread_id"), replied)
    message = envelope(world, room, world.bot) | thread | content
    if replied is not None:
        message["reply_to_message"] = replied
    if call.get("protect_content"):
        message["has_protected_content"] = True
    markup = call.get("reply_markup")
    if markup is None:
        return world.put(room, message)
    return world.put(room, message | _inline(markup), keyboard=None if "inline_keyboard" in markup else markup)


def _inline(markup: Json) -> Json:
    """An inline keyboard belongs to the message; an empty one is none."""
    return {"reply_markup": markup} if markup.get("inline_keyboard") else {}


def post_by_person(world: World, room: Room, person: Person, content: Json, about: Mapping[str, Any]) -> Json:
    """A person's message, and the bot's update of it. `about` may hold reply_to and thread.

    Raises:
        BotApiError: as for the bot, if the topic or the message to reply to is not there.
    """
    reply_to = about.get("reply_to")
    replied = reply_of(room, {"message_id": reply_to} if reply_to else None)
    message = envelope(world, room, person.user) | thread_of(room, about.get("thread"), replied) | content
    if replied is not None:
        message["reply_to_message"] = replied
    world.put(room, message)
    world.updates.put("channel_post" if room.type == "channel" else "message", message)
    return message


def service(world: World, room: Room, sender: Json, content: Json, *, opens_topic: bool = False) -> Json:
    """A service message, of which bots hear even when they caused it themselves."""
    message = envelope(world, room, sender) | content
    if opens_topic:
        message |= {"message_thread_id": message["message_id"], "is_topic_message": True}
    world.put(room, message)
    world.updates.put("channel_post" if room.type == "channel" else "message", message)
    return message


def replace(world: World, room: Room, message: Json, markup: Json | None) -> Json:
    """Put an edited message in the place of the old one.

    Raises:
        BotApiError: 400, nothing is different.
    """
    old = room.messages[message["message_id"]]
    edited = {name: value for name, value in message.items() if name not in ("reply_markup", "edit_date")}
    edited |= _inline(markup or {})
    if edited == {name: value for name, value in old.items() if name != "edit_date"}:
        raise refusal(NOT_MODIFIED)
    return world.put(room, edited | {"edit_date": world.clock.unix()}, "edited")


def origin_of(message: Json) -> Json:
    """The MessageOrigin of a forwarded message; one forwarded twice keeps its first."""
    if "forward_origin" in message:
        origin: Json = message["forward_origin"]
        return origin
    if "sender_chat" in message:
        channel = {"chat": message["sender_chat"], "message_id": message["message_id"]}
        return {"type": "channel", "date": message["date"]} | channel
    return {"type": "user", "date": message["date"], "sender_user": message["from"]}
