"""Methods that tell about chats, and the topics of forums."""

from typing import Any

from sandbox.errors import refusal
from sandbox.messages import message_of, open_room, room_of, service
from sandbox.methods import HANDLERS, Call, Handler, method
from sandbox.profile import ADMINISTRATORS
from sandbox.world import Room, World

Json = dict[str, Any]

ICON_COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)
GIFTS = ["unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"]
PERMISSIONS = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
]


@method
def get_chat(world: World, call: Call) -> Json:
    """ChatFullInfo. Raises BotApiError 400 "chat not found"."""
    room = room_of(world, call["chat_id"])
    info: Json = room.chat | {
        "accent_color_id": room.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    if room.type in ("group", "supergroup"):
        info["permissions"] = dict.fromkeys(PERMISSIONS, True)
    if room.pinned:
        info["pinned_message"] = message_of(room, room.pinned[-1], "show")
    return info


@method
def get_chat_member(world: World, call: Call) -> Json:
    """Raises BotApiError 400 for a user nobody knows."""
    room = room_of(world, call["chat_id"])
    if call["user_id"] not in world.users:
        raise refusal("invalid user_id specified")
    return world.member(room, call["user_id"])


@method
def get_chat_member_count(world: World, call: Call) -> int:
    """The bot counts too."""
    return len(_present(room_of(world, call["chat_id"])))


@method
def get_chat_administrators(world: World, call: Call) -> list[Json]:
    """Owner and administrators without other bots. Raises BotApiError 400 in a private chat."""
    room = room_of(world, call["chat_id"])
    if room.type == "private":
        raise refusal("there are no administrators in the private chat")
    return [world.member(room, user_id) for user_id in _present(room) if room.members[user_id] in ADMINISTRATORS]


def _present(room: Room) -> list[int]:
    return [user_id for user_id, status in room.members.items() if status not in ("left", "kicked")]


@method
def leave_chat(world: World, call: Call) -> bool:
    """The bot is out until a person adds it again."""
    room = open_room(world, call["chat_id"])
    if room.type == "private":
        raise refusal("chat member status can't be changed in private chats")
    world.change_member(room, world.bot["id"], "left", world.bot)
    return True


def _forum(world: World, call: Call) -> Room:
    room = open_room(world, call["chat_id"])
    if not room.chat.get("is_forum"):
        raise refusal("the chat is not a forum")
    if room.members[world.bot["id"]] not in ADMINISTRATORS:
        raise refusal("not enough rights to manage topics")
    return room


def _topic(world: World, call: Call) -> tuple[Room, int]:
    room = _forum(world, call)
    thread_id: int = call["message_thread_id"]
    if thread_id not in room.topics:
        raise refusal("message thread not found")
    return room, thread_id


@method
def create_forum_topic(world: World, call: Call) -> Json:
    """The ForumTopic; its id is that of the service message that opens it.

    Raises:
        BotApiError: 400, the chat is no forum, the bot is no administrator of it, or Telegram has no such colour.
    """
    room = _forum(world, call)
    color = call.get("icon_color", ICON_COLORS[0])
    if color not in ICON_COLORS:
        raise refusal("TOPIC_ICON_COLOR_INVALID")
    created = {"name": call["name"], "icon_color": color}
    opening = service(world, room, world.bot, {"forum_topic_created": created}, opens_topic=True)
    topic = room.topics[opening["message_id"]] = {"message_thread_id": opening["message_id"], **created}
    return topic


@method
def edit_forum_topic(world: World, call: Call) -> bool:
    """Raises BotApiError 400 for an unknown topic or when nothing is different."""
    room, thread_id = _topic(world, call)
    topic, changes = room.topics[thread_id], {name: call[name] for name in ("name",) if name in call}
    if topic | changes == topic:
        raise refusal("TOPIC_NOT_MODIFIED")
    room.topics[thread_id] = topic | changes
    return _say_in_topic(world, room, thread_id, {"forum_topic_edited": changes})


@method
def close_forum_topic(world: World, call: Call) -> bool:
    """Raises BotApiError 400 for an unknown or closed topic."""
    room, thread_id = _topic(world, call)
    if thread_id in room.closed_topics:
        raise refusal("TOPIC_NOT_MODIFIED")
    room.closed_topics.add(thread_id)
    return _say_in_topic(world, room, thread_id, {"forum_topic_closed": {}})


@method
def reopen_forum_topic(world: World, call: Call) -> bool:
    """Raises BotApiError 400 for an unknown or open topic."""
    room, thread_id = _topic(world, call)
    if thread_id not in room.closed_topics:
        raise refusal("TOPIC_NOT_MODIFIED")
    room.closed_topics.remove(thread_id)
    return _say_in_topic(world, room, thread_id, {"forum_topic_reopened": {}})


def _say_in_topic(world: World, room: Room, thread_id: int, content: Json) -> bool:
    thread = {"message_thread_id": thread_id, "is_topic_message": True}
    service(world, room, world.bot, thread | content)
    return True


@method
def delete_forum_topic(world: World, call: Call) -> bool:
    """The topic and all its messages are gone."""
    room, thread_id = _topic(world, call)
    del room.topics[thread_id]
    room.closed_topics.discard(thread_id)
    inside = [number for number, message in room.messages.items() if message.get("message_thread_id") == thread_id]
    world.delete(room, [thread_id, *inside])
    return True


@method
def unpin_all_forum_topic_messages(world: World, call: Call) -> bool:
    """Nothing of this topic is pinned afterwards."""
    room, thread_id = _topic(world, call)
    return _unpin(world, room, thread_id)


@method
def unpin_all_general_forum_topic_messages(world: World, call: Call) -> bool:
    """Nothing outside of topics is pinned afterwards."""
    return _unpin(world, _forum(world, call), None)


def _unpin(world: World, room: Room, thread_id: int | None) -> bool:
    room.pinned = [number for number in room.pinned if room.messages[number].get("message_thread_id") != thread_id]
    world.events.emit("pinned", chat_id=room.id, message_id=room.pinned[-1] if room.pinned else None)
    return True


@method
def edit_general_forum_topic(world: World, call: Call) -> bool:
    """The general topic gets another name."""
    service(world, _forum(world, call), world.bot, {"forum_topic_edited": {"name": call["name"]}})
    return True


def _general(said: str) -> Handler:
    """A method about the general topic, which shows there as one service message."""

    def act(world: World, call: Call) -> bool:
        service(world, _forum(world, call), world.bot, {said: {}})
        return True

    return act


HANDLERS.update(
    {
        "closeGeneralForumTopic": _general("forum_topic_closed"),
        "reopenGeneralForumTopic": _general("forum_topic_reopened"),
        "hideGeneralForumTopic": _general("general_forum_topic_hidden"),
        "unhideGeneralForumTopic": _general("general_forum_topic_unhidden"),
    }
)


@method
def get_forum_topic_icon_stickers(_world: World, _call: Call) -> list[Json]:
    """The sandbox has no stickers of its own."""
    return []
