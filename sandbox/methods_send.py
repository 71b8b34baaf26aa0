"""Methods that send: text, files, places, polls, albums, copies and forwards."""

from collections.abc import Iterable
from typing import Any

from sandbox import formatted, media
from sandbox.errors import refusal
from sandbox.messages import content_of, message_of, open_room, origin_of, post_by_bot, room_of
from sandbox.methods import BY_LOWER_NAME, HANDLERS, Call, Handler, method
from sandbox.world import Room, World

Json = dict[str, Any]

ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
ALBUM = range(2, 11)
MAX_BUNDLE = 100
# Documents and audio are sent as albums of their own kind only.
ALBUM_ALONE = frozenset({"document", "audio"})


@method
def send_message(world: World, call: Call) -> Json:
    """Raises BotApiError for an empty, too long or broken text, or a chat that cannot be written to."""
    room = open_room(world, call["chat_id"])
    content = formatted.message_text(call, world.users)
    if "link_preview_options" in call:
        content["link_preview_options"] = call["link_preview_options"]
    return post_by_bot(world, call, content, room)


def _sender(kind: str) -> Handler:
    """The method that sends one kind of content."""

    def send(world: World, call: Call) -> Json:
        room = open_room(world, call["chat_id"])
        return post_by_bot(world, call, _content(world, call, kind, call), room)

    return send


def _content(world: World, call: Call, kind: str, given: Json) -> Json:
    """The content fields of one kind, with its caption."""
    values = given | {kind: call.file(given[kind])} if kind in media.WITH_FILE else given
    content = media.content(kind, world.files, values)
    if kind in media.WITH_CAPTION:
        content |= formatted.caption(given, world.users)
        content |= {name: True for name in ("show_caption_above_media",) if given.get(name)}
        content |= {"has_media_spoiler": True} if given.get("has_spoiler") else {}
    return content


HANDLERS.update({BY_LOWER_NAME[f"send{kind.replace('_', '')}"]: _sender(kind) for kind in media.MAKERS})


@method
def send_media_group(world: World, call: Call) -> list[Json]:
    """An album: its messages share a media_group_id.

    Raises:
        BotApiError: 400, not 2–10 items, or kinds that do not go together.
    """
    items = call["media"]
    if len(items) not in ALBUM:
        raise refusal("media group must include 2-10 items")
    kinds = {item["type"] for item in items}
    if len(kinds) > 1 and kinds & ALBUM_ALONE:
        raise refusal(f"{next(iter(kinds & ALBUM_ALONE))} can't be mixed with other media types")
    room = open_room(world, call["chat_id"])
    group = {"media_group_id": str(world.updates.next_id * 1000 + next(world.query_ids))}
    contents = [input_media(world, call, item) | group for item in items]
    return [post_by_bot(world, call, content, room) for content in contents]


def input_media(world: World, call: Call, item: Json) -> Json:
    """The content that an InputMedia describes."""
    kind = item["type"]
    return _content(world, call, kind, item | {kind: item["media"]})


@method
def copy_message(world: World, call: Call) -> Json:
    """Raises BotApiError 400 "message to copy not found", or for a service message."""
    room = open_room(world, call["chat_id"])
    source = _source(world, call, call["message_id"], "copy")
    return _id(post_by_bot(world, call, _recaptioned(world, call, content_of(source)), room))


def _recaptioned(world: World, call: Call, content: Json) -> Json:
    """A new caption replaces the old one; an empty one removes it."""
    if "caption" not in call:
        return content
    kept = {name: value for name, value in content.items() if name not in ("caption", "caption_entities")}
    return kept | formatted.caption(call, world.users)


@method
def copy_messages(world: World, call: Call) -> list[Json]:
    """Messages that are gone or cannot be copied are left out; raises only when none is left."""
    room = open_room(world, call["chat_id"])
    sources = _sources(world, call, "copy")
    bare = {"caption": ""} if call.get("remove_caption") else {}
    contents = [_recaptioned(world, Call(call.method, call | bare, {}), content_of(source)) for source in sources]
    return [_id(post_by_bot(world, call, content, room)) for content in contents]


@method
def forward_message(world: World, call: Call) -> Json:
    """Raises BotApiError 400 "message to forward not found", or for a service message."""
    return forward(world, call, open_room(world, call["chat_id"]), _source(world, call, call["message_id"], "forward"))


@method
def forward_messages(world: World, call: Call) -> list[Json]:
    """As copyMessages, with the origin shown."""
    room = open_room(world, call["chat_id"])
    return [_id(forward(world, call, room, source)) for source in _sources(world, call, "forward")]


def forward(world: World, call: Call, room: Room, source: Json) -> Json:
    """The bot's message with what `source` holds and where it comes from."""
    return post_by_bot(world, call, content_of(source) | {"forward_origin": origin_of(source)}, room)


def _source(world: World, call: Call, message_id: int, purpose: str) -> Json:
    source = message_of(room_of(world, call["from_chat_id"]), message_id, purpose)
    if source.get("has_protected_content"):
        raise refusal(f"message can't be {purpose.replace('copy', 'copi')}ed")
    return source


def _sources(world: World, call: Call, purpose: str) -> Iterable[Json]:
    room, message_ids = room_of(world, call["from_chat_id"]), call["message_ids"]
    if not 1 <= len(message_ids) <= MAX_BUNDLE or message_ids != sorted(set(message_ids)):
        raise refusal("message identifiers must be in a strictly increasing order")
    found = [room.messages[message_id] for message_id in message_ids if message_id in room.messages]
    usable = [message for message in found if not message.get("has_protected_content")]
    if not usable:
        raise refusal(f"there are no messages to {purpose}")
    return usable


def _id(message: Json) -> Json:
    return {"message_id": message["message_id"]}


@method
def send_chat_action(world: World, call: Call) -> bool:
    """Raises BotApiError 400 for an action that Telegram does not know."""
    room = open_room(world, call["chat_id"])
    if call["action"] not in ACTIONS:
        raise refusal("wrong parameter action in request")
    world.events.emit("action", chat_id=room.id, action=call["action"])
    return True
