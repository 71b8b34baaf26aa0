"""What people do with their phones: write, send, press, edit, delete, forward, react, vote, block, come and go."""

import asyncio
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sandbox import formatted, media
from sandbox.control import UPLOADS, Action
from sandbox.errors import ControlError
from sandbox.files import Upload
from sandbox.messages import content_of, origin_of, post_by_person, shallow
from sandbox.samples import SAMPLES
from sandbox.world import Person, Query, Room, World

Json = dict[str, Any]

USER_FIELDS = ("id", "first_name", "last_name", "username", "language_code", "is_premium")
CHAT_FIELDS = ("id", "type", "title", "username", "is_forum")
CHAT_TYPES = frozenset({"group", "supergroup", "channel"})
LINK_TO_BOT = re.compile(r"^(?:https?://)?t\.me/")


def people(world: World, body: Json) -> Json:
    """A new person. A name is needed, an id is given out."""
    user = {name: body[name] for name in USER_FIELDS if body.get(name) is not None}
    if not user.get("first_name"):
        raise ControlError("a person needs a first_name")
    return world.add_person(user, body.get("label", "")).shown()


def chats(world: World, body: Json) -> Json:
    """A new chat with people in it; the bot is an administrator and hears of it by my_chat_member."""
    if body.get("type") not in CHAT_TYPES or not body.get("title"):
        raise ControlError(f"a chat needs a title and a type of {sorted(CHAT_TYPES)}")
    chat = {name: body[name] for name in CHAT_FIELDS if body.get(name)}
    members = body.get("people", [])
    room = world.add_chat(chat, members)
    bot_id = world.bot["id"]
    room.members[bot_id] = "left"
    world.change_member(room, bot_id, "administrator", world.users[members[0] if members else bot_id])
    return room.chat


def _where(world: World, body: Json) -> tuple[Person, Room]:
    """Who acts, and in which chat: `chat`, or the private one with the bot.

    Raises:
        ControlError: nobody, nowhere, not a member there, or the bot is blocked.
    """
    person = world.person(body["user"])
    chat_id = body.get("chat", person.id)
    room = world.open_private(person) if chat_id == person.id else world.rooms.get(chat_id)
    if room is None or room.members.get(person.id, "left") in ("left", "kicked"):
        raise ControlError(f"{person.user['first_name']} is in no chat {chat_id}")
    if room.type == "private" and person.blocked:
        raise ControlError(f"{person.user['first_name']} has blocked the bot")
    return person, room


def say(world: World, body: Json) -> Json:
    """A text; commands and links in it become entities."""
    person, room = _where(world, body)
    return post_by_person(world, room, person, formatted.message_text({"text": str(body["text"])}, {}), body)


def send(world: World, body: Json) -> Json:
    """A file, place, contact, poll or dice. Without a file a small valid one is made up."""
    person, room = _where(world, body)
    kind = str(body.get("kind"))
    if kind not in media.MAKERS:
        raise ControlError(f"kind is one of {sorted(media.MAKERS)}")
    values = body | {kind: _upload(kind, body)} if kind in media.WITH_FILE else SAMPLES.get(kind, {}) | body
    content = media.content(kind, world.files, values)
    if kind in media.WITH_CAPTION and body.get("caption"):
        content |= formatted.caption({"caption": str(body["caption"])}, {})
    if body.get("media_group_id"):
        content["media_group_id"] = str(body["media_group_id"])
    return post_by_person(world, room, person, content, body)


def _upload(kind: str, body: Json) -> Upload:
    given: Upload | None = body.get(UPLOADS, {}).get("file")
    name, data = SAMPLES[kind]
    if given is None:
        return Upload.of(data, body.get("filename") or name)
    return Upload.of(given.data, body.get("filename") or given.name, given.mime)


def _message(room: Room, body: Json) -> Json:
    message = room.messages.get(body["message"])
    if message is None:
        raise ControlError(f"there is no message {body['message']} in chat {room.id}")
    return message


def edit(world: World, body: Json) -> Json:
    """A person's own message gets another text or caption; the bot gets edited_message."""
    person, room = _where(world, body)
    old = _message(room, body)
    if room.type != "channel" and old["from"]["id"] != person.id:
        raise ControlError("people edit their own messages only")
    dropped = ("text", "entities") if "text" in body else ("caption", "caption_entities")
    new = formatted.message_text(body, {}) if "text" in body else formatted.caption(body, {})
    kept = {name: value for name, value in old.items() if name not in dropped}
    message = world.put(room, kept | new | {"edit_date": world.clock.unix()}, "edited")
    world.updates.put("edited_channel_post" if room.type == "channel" else "edited_message", message)
    return message


def delete(world: World, body: Json) -> Json:
    """Gone from the chat; the bot is not told, as with Telegram."""
    _, room = _where(world, body)
    world.delete(room, [_message(room, body)["message_id"]])
    return {}


def forward(world: World, body: Json) -> Json:
    """A message of any chat that the person is in, with its origin."""
    person, room = _where(world, body)
    _, source_room = _where(world, body | {"chat": body["from_chat"]})
    source = _message(source_room, body)
    content = content_of(source) | {"forward_origin": origin_of(source)}
    return post_by_person(world, room, person, content, {})


async def press(world: World, body: Json) -> Json:
    """A button below a message: waits up to `wait` seconds for the bot to answer."""
    person, room = _where(world, body)
    message = _message(room, body)
    button = _button(message, body)
    if "url" in button:
        return _open(world, person, button["url"])
    if "callback_data" not in button:
        raise ControlError(f"the sandbox cannot press such a button: {button}")
    query_id, query = _ask(world, person)
    data = button["callback_data"]
    payload = {"id": query_id, "from": person.user, "message": shallow(message), "data": data}
    world.updates.put("callback_query", payload | {"chat_instance": str(room.id)})
    world.events.emit("pressed", chat_id=room.id, message_id=message["message_id"], user=person.id, data=data)
    return await _answer(query_id, query, body)


def _button(message: Json, body: Json) -> Json:
    """By `data`, or by `button`: the label, exactly or in part."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons: list[Json] = [button for row in rows for button in row]
    if "data" in body:
        wanted = [button for button in buttons if button.get("callback_data") == body["data"]]
    else:
        label = body["button"]
        wanted = [button for button in buttons if button["text"] == label]
        wanted += [button for button in buttons if label in button["text"]]
    if not wanted:
        labels = [button["text"] for button in buttons]
        raise ControlError(f"message {message['message_id']} has no such button, but {labels}")
    return wanted[0]


def _open(world: World, person: Person, url: str) -> Json:
    """A link to the bot itself acts as its /start; any other is only given back."""
    place = urlsplit(LINK_TO_BOT.sub("", url))
    start = parse_qs(place.query).get("start")
    if LINK_TO_BOT.match(url) and place.path.lower() == world.bot_username.lower():
        say(world, {"user": person.id, "text": f"/start {start[0]}" if start else "/start"})
    return {"id": "", "answered": True, "url": url}


def _ask(world: World, person: Person) -> tuple[str, Query]:
    query_id = str(next(world.query_ids) + (world.bot["id"] << 20))
    query = Query(person.id, world.clock.unix(), asyncio.get_running_loop().create_future())
    world.queries[query_id] = query
    return query_id, query


async def _answer(query_id: str, query: Query, body: Json) -> Json:
    if wait := float(body.get("wait", 0)):
        await asyncio.wait({query.answer}, timeout=wait)
    answered = query.answer.done()
    return {"id": query_id, "answered": answered} | (query.answer.result() if answered else {})


async def inline(world: World, body: Json) -> Json:
    """An inline query (`@bot text` in any chat): the bot's results, if it answers within `wait` seconds."""
    person = world.person(body["user"])
    query_id, query = _ask(world, person)
    asked = {"id": query_id, "from": person.user, "query": body["query"], "offset": body.get("offset", "")}
    world.updates.put("inline_query", asked)
    return await _answer(query_id, query, body)


def react(world: World, body: Json) -> Json:
    """An emoji on a message; null takes it back."""
    person, room = _where(world, body)
    message, emoji = _message(room, body), body.get("emoji")
    old = room.reactions.get((message["message_id"], person.id))
    about = {"chat_id": room.id, "message_id": message["message_id"], "emoji": emoji}
    world.events.emit("reaction", **about | {"from": person.user})
    room.reactions[message["message_id"], person.id] = emoji
    change = {"chat": room.chat, "message_id": message["message_id"], "user": person.user, "date": world.clock.unix()}
    change |= {"old_reaction": _reaction(old), "new_reaction": _reaction(emoji)}
    world.updates.put("message_reaction", change)
    return {}


def _reaction(emoji: str | None) -> list[Json]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []


def vote(world: World, body: Json) -> Json:
    """A vote in a poll, by option numbers; the bot gets poll_answer (unless anonymous) and poll."""
    person, room = _where(world, body)
    message = _message(room, body)
    poll, options = message["poll"], body["options"]
    counted = [
        option | {"voter_count": option["voter_count"] + (number in options)}
        for number, option in enumerate(poll["options"])
    ]
    poll = poll | {"options": counted, "total_voter_count": poll["total_voter_count"] + 1}
    message = world.put(room, message | {"poll": poll}, "edited")
    chosen = {"option_ids": options, "option_persistent_ids": [str(number) for number in options]}
    if not poll["is_anonymous"]:
        world.updates.put("poll_answer", {"poll_id": poll["id"], "user": person.user} | chosen)
    world.updates.put("poll", poll)
    return message


def block(world: World, body: Json) -> Json:
    """The bot is told, and may not write any more."""
    return _set_blocked(world, world.person(body["user"]), True)


def unblock(world: World, body: Json) -> Json:
    """The bot is told, and may write again."""
    return _set_blocked(world, world.person(body["user"]), False)


def _set_blocked(world: World, person: Person, blocked: bool) -> Json:
    if person.blocked != blocked:
        person.blocked = blocked
        room = world.open_private(person)
        world.change_member(room, world.bot["id"], "kicked" if blocked else "member", person.user)
        world.events.emit("blocked", user=person.id, blocked=blocked)
    return person.shown()


def join(world: World, body: Json) -> Json:
    """A person (or the bot, by its id) comes into a group or channel; `status` may make it an administrator."""
    return _move(world, body, body.get("status", "member"))


def leave(world: World, body: Json) -> Json:
    """A person (or the bot, by its id) goes; `status` "kicked" is being thrown out."""
    return _move(world, body, body.get("status", "left"))


def _move(world: World, body: Json, status: str) -> Json:
    room = world.rooms[body["chat"]]
    user = world.users[body["user"]]
    by = world.users[body["by"]] if "by" in body else user
    world.change_member(room, user["id"], status, by)
    return world.member(room, user["id"])


CALLS: Mapping[tuple[str, str], Action] = {
    ("POST", function.__name__): function
    for function in (
        people, chats, say, send, edit, delete, forward, press, inline, react, vote, block, unblock, join, leave
    )
}  # fmt: skip
