"""What exists in the sandbox: people, chats, messages, the bot, and everything they share.

Messages are Bot API objects as the bot sees them and are never changed in place: an edit puts a new one in the old
one's place, so what was handed out before stays as it was.
"""

import asyncio
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sandbox.clock import Clock
from sandbox.errors import ControlError
from sandbox.events import Bell, Events
from sandbox.faults import Faults
from sandbox.files import Files
from sandbox.limits import Limits
from sandbox.profile import Profile
from sandbox.updates import Updates

Json = dict[str, Any]

KEPT_MESSAGES = 10_000
KEPT_CALLS = 10_000
FIRST_USER_ID = 1001
FIRST_GROUP_ID = -1_000_000_000_001


@dataclass(slots=True)
class Person:
    """Somebody with a phone. `user` is the Bot API's User."""

    user: Json
    label: str = ""
    blocked: bool = False

    @property
    def id(self) -> int:
        return int(self.user["id"])

    def shown(self) -> Json:
        """User with `label` and `blocked`."""
        return self.user | {"label": self.label, "blocked": self.blocked}


@dataclass(slots=True)
class Room:
    """A chat. `members` gives each user's ChatMember status, `changes` the number of each message's last change."""

    chat: Json
    ids: Iterator[int]
    members: dict[int, str]
    messages: dict[int, Json] = field(default_factory=dict)
    keyboards: dict[int, Json] = field(default_factory=dict)
    changes: dict[int, int] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    topics: dict[int, Json] = field(default_factory=dict)
    closed_topics: set[int] = field(default_factory=set)
    reactions: dict[tuple[int, int], str | None] = field(default_factory=dict)
    bell: Bell = field(default_factory=Bell)

    @property
    def id(self) -> int:
        return int(self.chat["id"])

    @property
    def type(self) -> str:
        return str(self.chat["type"])

    def shown(self, message_id: int) -> Json:
        """The message as the control interface gives it: with `keyboard`, if one came along, and `changed`."""
        extras: Json = {"changed": self.changes[message_id]}
        if message_id in self.keyboards:
            extras["keyboard"] = self.keyboards[message_id]
        return self.messages[message_id] | extras

    def put(self, message: Json, change: int) -> None:
        """Store or replace a message; only the newest 10,000 are kept."""
        message_id = message["message_id"]
        self.messages[message_id] = message
        self.changes.pop(message_id, None)
        self.changes[message_id] = change
        if len(self.messages) > KEPT_MESSAGES:
            self.forget(next(iter(self.messages)))
        self.bell.ring()

    def forget(self, message_id: int) -> None:
        """Remove a message and what belongs to it."""
        for store in (self.messages, self.keyboards, self.changes):
            store.pop(message_id, None)
        if message_id in self.pinned:
            self.pinned.remove(message_id)

    def changed_after(self, change: int) -> list[Json]:
        """Messages that came or changed since, in that order."""
        recent = []
        for message_id in reversed(self.changes):
            if self.changes[message_id] <= change:
                break
            recent.append(self.shown(message_id))
        return recent[::-1]


@dataclass(slots=True)
class Query:
    """A pressed button that waits for answerCallbackQuery (or an inline query that waits for answerInlineQuery)."""

    user_id: int
    asked_at: int
    answer: asyncio.Future[Json]

    def settle(self, answer: Json) -> None:
        """Hand the bot's answer to whoever waits for it."""
        if not self.answer.done():
            self.answer.set_result(answer)


class World:
    """Everything, and the few operations that all parts share."""

    def __init__(self, bot_username: str, token: str | None = None, *, check_updates: bool = False) -> None:
        self.bot_username = bot_username
        self.given_token = token
        self.clock = Clock()
        self.events = Events()
        self.updates = Updates(check=check_updates)
        self.forget()

    def forget(self) -> None:
        """As new: nobody, nothing. Update ids and event numbers go on, watchers and a poller stay connected."""
        self.token = self.given_token
        self.people: dict[int, Person] = {}
        self.users: dict[int, Json] = {}
        self.rooms: dict[int, Room] = {}
        self.names: dict[str, int] = {}
        self.queries: dict[str, Query] = {}
        self.calls: deque[Json] = deque(maxlen=KEPT_CALLS)
        self.call_count = 0
        self.change_count = 0
        self.files = Files()
        self.faults = Faults()
        self.limits = Limits()
        self.profile = Profile()
        self.user_ids, self.group_ids = count(FIRST_USER_ID), count(FIRST_GROUP_ID, -1)
        self.shared_ids = count(1)
        self.query_ids = count(1)
        self.updates.drop()
        self.bot: Json = {"id": 1, "is_bot": True, "first_name": "连心桥", "username": self.bot_username}
        self.users[1] = self.bot
        self.names[self.bot_username.lower()] = 1
        if self.token:
            self.adopt(self.token)

    def adopt(self, token: str) -> None:
        """From now on the bot is the one with this token (`digits:letters`)."""
        self.token = token
        old_id, new_id = self.bot["id"], int(token.partition(":")[0])
        # In place: updates and messages that were made before the bot came hold this very object.
        self.bot["id"] = new_id
        self.users[new_id] = self.users.pop(old_id)
        self.names[self.bot_username.lower()] = new_id
        for room in self.rooms.values():
            room.members[new_id] = room.members.pop(old_id)

    def me(self) -> Json:
        """What getMe answers: the bot's User with what only getMe says."""
        return self.bot | {
            "first_name": self.profile.text("name", "") or self.bot["first_name"],
            "can_join_groups": True,
            "can_read_all_group_messages": True,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
            "can_manage_bots": False,
            "supports_guest_queries": False,
            "supports_join_request_queries": False,
        }

    def add_person(self, user: Json, label: str) -> Person:
        """A new person; `id` is given out where the user has none.

        Raises:
            ControlError: the id or the username is taken.
        """
        user_id = user.get("id") or next(number for number in self.user_ids if number not in self.users)
        self._claim(user_id, user.get("username"))
        person = Person({"id": user_id, "is_bot": False, **user}, label)
        self.people[user_id] = person
        self.users[user_id] = person.user
        self.events.emit("person", person=person.shown())
        return person

    def _claim(self, new_id: int, username: str | None) -> None:
        if new_id in self.users or new_id in self.rooms:
            raise ControlError(f"id {new_id} is taken")
        if username and self.names.setdefault(username.lower(), new_id) != new_id:
            raise ControlError(f"username {username} is taken")

    def person(self, user_id: Any) -> Person:
        """Raises ControlError for a stranger."""
        person = self.people.get(user_id)
        if person is None:
            raise ControlError(f"there is no person with id {user_id}")
        return person

    def open_private(self, person: Person) -> Room:
        """The person's chat with the bot, begun now if need be."""
        room = self.rooms.get(person.id)
        if room is None:
            names = ("id", "first_name", "last_name", "username")
            chat = {name: person.user[name] for name in names if name in person.user} | {"type": "private"}
            room = self._add_room(chat, self.shared_ids, {person.id: "member", self.bot["id"]: "member"})
        return room

    def add_chat(self, chat: Json, people: list[int]) -> Room:
        """A new group, supergroup or channel: the first of the people owns it, the bot is its administrator."""
        chat_id = chat.get("id") or next(number for number in self.group_ids if number not in self.rooms)
        self._claim(chat_id, chat.get("username"))
        members = {self.person(user_id).id: "member" for user_id in people}
        members |= {people[0]: "creator"} if people else {}
        ids = self.shared_ids if chat["type"] == "group" else count(1)
        return self._add_room({"id": chat_id} | chat, ids, members | {self.bot["id"]: "administrator"})

    def _add_room(self, chat: Json, ids: Iterator[int], members: dict[int, str]) -> Room:
        room = self.rooms[chat["id"]] = Room(chat, ids, members)
        self.events.emit("chat", chat=chat)
        return room

    def find_id(self, chat_id: int | str) -> int | None:
        """The number of a chat given as a number or as "@username"."""
        return chat_id if isinstance(chat_id, int) else self.names.get(chat_id.removeprefix("@").lower())

    def put(self, room: Room, message: Json, kind: str = "message", keyboard: Json | None = None) -> Json:
        """Store a new or edited message and tell the watchers (`kind`: "message" or "edited")."""
        if keyboard is not None:
            room.keyboards[message["message_id"]] = keyboard
        self.change_count += 1
        room.put(message, self.change_count)
        shown = message if keyboard is None else message | {"keyboard": keyboard}
        self.events.emit(kind, chat_id=room.id, message=shown)
        return message

    def delete(self, room: Room, message_ids: list[int]) -> None:
        """Remove messages and tell the watchers."""
        for message_id in message_ids:
            room.forget(message_id)
        room.bell.ring()
        self.events.emit("deleted", chat_id=room.id, message_ids=message_ids)

    def member(self, room: Room, user_id: int) -> Json:
        """The ChatMember object of a user in a chat; who never was in it has left."""
        return self.profile.chat_member(room.members.get(user_id, "left"), room.type, self.users[user_id])

    def change_member(self, room: Room, user_id: int, status: str, by: Json) -> None:
        """Somebody comes or goes; the bot hears of itself as my_chat_member, of others as chat_member."""
        old = self.member(room, user_id)
        room.members[user_id] = status
        change = {"chat": room.chat, "from": by, "date": self.clock.unix(), "old_chat_member": old}
        change["new_chat_member"] = self.member(room, user_id)
        self.updates.put("my_chat_member" if user_id == self.bot["id"] else "chat_member", change)
