"""What the bot says about itself: commands by scope and language, names, descriptions, menu buttons, its rights."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
Scope = tuple[str, int | None, int | None]

DEFAULT: Scope = ("default", None, None)
# In which order a client looks for commands, by kind of chat. (Telegram: "Determining list of commands".)
PRIVATE_ORDER = ("chat", "all_private_chats", "default")
GROUP_ORDER = ("chat_member", "chat_administrators", "chat", "all_chat_administrators", "all_group_chats", "default")
FOR_ADMINISTRATORS = frozenset({"chat_administrators", "all_chat_administrators"})
ADMINISTRATORS = frozenset({"creator", "administrator"})
RIGHTS = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
]
RIGHTS_BY_TYPE = {
    "channel": ["can_post_messages", "can_edit_messages"],
    "supergroup": ["can_pin_messages", "can_manage_topics"],
    "group": ["can_pin_messages"],
}


@dataclass(slots=True)
class Profile:
    """Commands by (scope, language), texts by (name, language), menu buttons by chat (None: for everyone)."""

    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)

    def text(self, name: str, language: str) -> str:
        """The bot's own text in a language, or the one for every other language."""
        return self.texts.get((name, language)) or self.texts.get((name, ""), "")

    def commands_for(self, user: Json, chat: Json, status: str) -> list[Json]:
        """The commands that a user with this status sees in a chat, the narrowest scope first."""
        language = user.get("language_code", "")
        for scope in _scopes(user["id"], chat, status):
            for tongue in (language, "") if language else ("",):
                if (scope, tongue) in self.commands:
                    return self.commands[scope, tongue]
        return []

    def chat_member(self, status: str, chat_type: str, user: Json) -> Json:
        """ChatMember of any status; an administrator may do everything."""
        member: Json = {"status": status, "user": user}
        if status == "creator":
            member["is_anonymous"] = False
        if status == "kicked":
            member["until_date"] = 0
        if status == "administrator":
            member |= {"can_be_edited": False, "is_anonymous": False}
            member |= dict.fromkeys(RIGHTS + RIGHTS_BY_TYPE.get(chat_type, []), True)
        return member


def scope_of(given: Json | None) -> Scope:
    """A BotCommandScope as a key: (type, chat_id, user_id)."""
    if given is None:
        return DEFAULT
    return given["type"], given.get("chat_id"), given.get("user_id")


def _scopes(user_id: int, chat: Json, status: str) -> Iterator[Scope]:
    order = PRIVATE_ORDER if chat["type"] == "private" else GROUP_ORDER
    for kind in order:
        if kind not in FOR_ADMINISTRATORS or status in ADMINISTRATORS:
            yield kind, chat["id"] if "chat" in kind and "all" not in kind else None, _user(kind, user_id)


def _user(kind: str, user_id: int) -> int | None:
    return user_id if kind == "chat_member" else None
