"""Methods that change what was sent: edits, deletions, pins, reactions, closed polls, answers to buttons."""

from typing import Any

from sandbox import formatted
from sandbox.errors import OLD_QUERY, refusal
from sandbox.media import WITH_CAPTION
from sandbox.messages import CONTENT, message_of, open_room, replace, service, shallow
from sandbox.methods import Call, method
from sandbox.methods_send import input_media
from sandbox.world import Room, World

Json = dict[str, Any]

DELETABLE_SECONDS = 48 * 3600
QUERY_SECONDS = 60
MAX_BUNDLE = 100


def _own(world: World, call: Call) -> tuple[Room, Json]:
    """The bot's message that an edit is about.

    Raises:
        BotApiError: 400, it is gone, is not the bot's, or carries a reply keyboard.
    """
    if "chat_id" not in call or "message_id" not in call:
        raise refusal("message identifier is not specified")
    room = open_room(world, call["chat_id"])
    message = message_of(room, call["message_id"], "edit")
    mine = room.type == "channel" or message.get("from", {}).get("id") == world.bot["id"]
    if not mine or "forward_origin" in message or message["message_id"] in room.keyboards:
        raise refusal("message can't be edited")
    return room, message


def _without(message: Json, *names: str) -> Json:
    return {name: value for name, value in message.items() if name not in names}


@method
def edit_message_text(world: World, call: Call) -> Json:
    """Raises BotApiError 400 for a message without text, a broken text, or when nothing is different."""
    room, message = _own(world, call)
    if "text" not in message:
        raise refusal("there is no text in the message to edit")
    if "text" not in call:
        raise refusal("message text is empty")
    edited = _without(message, "text", "entities", "link_preview_options") | formatted.message_text(call, world.users)
    if "link_preview_options" in call:
        edited["link_preview_options"] = call["link_preview_options"]
    return replace(world, room, edited, call.get("reply_markup"))


@method
def edit_message_caption(world: World, call: Call) -> Json:
    """Raises BotApiError 400 for a message that can have no caption, or when nothing is different."""
    room, message = _own(world, call)
    if not WITH_CAPTION & message.keys():
        raise refusal("there is no caption in the message to edit")
    edited = _without(message, "caption", "caption_entities") | formatted.caption(call, world.users)
    return replace(world, room, edited, call.get("reply_markup"))


@method
def edit_message_reply_markup(world: World, call: Call) -> Json:
    """Without reply_markup the buttons go. Raises BotApiError 400 when nothing is different."""
    room, message = _own(world, call)
    return replace(world, room, message, call.get("reply_markup"))


@method
def edit_message_media(world: World, call: Call) -> Json:
    """Raises BotApiError 400 for a message that holds no file."""
    room, message = _own(world, call)
    if not WITH_CAPTION & message.keys():
        raise refusal("there is no media in the message to edit")
    edited = _without(message, *CONTENT) | input_media(world, call, call["media"])
    return replace(world, room, edited, call.get("reply_markup"))


@method
def stop_poll(world: World, call: Call) -> Json:
    """The closed Poll. Raises BotApiError 400 for a message without a poll, or a closed one."""
    room, message = _own(world, call)
    if "poll" not in message:
        raise refusal("message with poll to stop not found")
    if message["poll"]["is_closed"]:
        raise refusal("poll has already been closed")
    poll: Json = message["poll"] | {"is_closed": True}
    replace(world, room, message | {"poll": poll}, call.get("reply_markup"))
    return poll


@method
def delete_message(world: World, call: Call) -> bool:
    """Raises BotApiError 400 for a message that is gone, or older than two days."""
    room = open_room(world, call["chat_id"])
    message = message_of(room, call["message_id"], "delete")
    if message["date"] + DELETABLE_SECONDS < world.clock.unix():
        raise refusal("message can't be deleted for everyone")
    world.delete(room, [call["message_id"]])
    return True


@method
def delete_messages(world: World, call: Call) -> bool:
    """Those that are gone are skipped."""
    room = open_room(world, call["chat_id"])
    if not 1 <= len(call["message_ids"]) <= MAX_BUNDLE:
        raise refusal("too many message identifiers specified")
    young = world.clock.unix() - DELETABLE_SECONDS
    known = [number for number in call["message_ids"] if number in room.messages]
    world.delete(room, [number for number in known if room.messages[number]["date"] >= young])
    return True


@method
def pin_chat_message(world: World, call: Call) -> bool:
    """Pins and says so in the chat. Raises BotApiError 400 "message to pin not found"."""
    room = open_room(world, call["chat_id"])
    message = message_of(room, call["message_id"], "pin")
    if message["message_id"] in room.pinned:
        room.pinned.remove(message["message_id"])
    room.pinned.append(message["message_id"])
    world.events.emit("pinned", chat_id=room.id, message_id=message["message_id"])
    service(world, room, world.bot, {"pinned_message": shallow(message)})
    return True


@method
def unpin_chat_message(world: World, call: Call) -> bool:
    """Without message_id, the one pinned last. Raises BotApiError 400 "message to unpin not found"."""
    room = open_room(world, call["chat_id"])
    message_id = call.get("message_id", room.pinned[-1] if room.pinned else None)
    if message_id not in room.pinned:
        raise refusal("message to unpin not found")
    room.pinned.remove(message_id)
    world.events.emit("pinned", chat_id=room.id, message_id=room.pinned[-1] if room.pinned else None)
    return True


@method
def unpin_all_chat_messages(world: World, call: Call) -> bool:
    """Nothing is pinned afterwards."""
    room = open_room(world, call["chat_id"])
    room.pinned.clear()
    world.events.emit("pinned", chat_id=room.id, message_id=None)
    return True


@method
def set_message_reaction(world: World, call: Call) -> bool:
    """One reaction at most, as for every bot. Raises BotApiError 400 "message to react not found"."""
    room = open_room(world, call["chat_id"])
    message = message_of(room, call["message_id"], "react")
    reactions = call.get("reaction", [])
    if len(reactions) > 1 or any(reaction["type"] != "emoji" for reaction in reactions):
        raise refusal("REACTION_INVALID")
    emoji = reactions[0]["emoji"] if reactions else None
    about = {"chat_id": room.id, "message_id": message["message_id"], "emoji": emoji}
    world.events.emit("reaction", **about | {"from": world.bot})
    return True


@method
def answer_callback_query(world: World, call: Call) -> bool:
    """Raises BotApiError 400 for a query that is unknown, answered already, or a minute old."""
    query = world.queries.pop(call["callback_query_id"], None)
    if query is None or world.clock.unix() - query.asked_at > QUERY_SECONDS:
        raise refusal(OLD_QUERY)
    answer = {name: call[name] for name in ("text", "show_alert", "url") if name in call}
    query.settle(answer)
    world.events.emit("answered", id=call["callback_query_id"], user=query.user_id, **answer)
    return True


@method
def answer_inline_query(world: World, call: Call) -> bool:
    """Raises BotApiError 400 for a query that is unknown or answered already, or more than 50 results."""
    if len(call["results"]) > 50:
        raise refusal("RESULTS_TOO_MUCH")
    query = world.queries.pop(call["inline_query_id"], None)
    if query is None:
        raise refusal(OLD_QUERY)
    query.settle({"results": call["results"]})
    return True
