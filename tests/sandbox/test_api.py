"""bot-api.json, the checker that reads it, and the script that makes it."""

import json
from pathlib import Path
from typing import Any

import pytest

from sandbox.api import METHODS, TYPES, MismatchError, check_value
from sandbox.make_api import convert, to_text

USER = {"id": 7, "is_bot": False, "first_name": "王秀英"}
CHAT = {"id": 7, "type": "private"}
MESSAGE = {"message_id": 1, "date": 0, "chat": CHAT}


def test_every_type_that_is_named_is_described() -> None:
    plain = {"String", "Integer", "Float", "Boolean", "True", "InputFile"}
    named = {
        kind
        for item in (*METHODS.values(), *TYPES.values())
        for kinds in item.get("fields", {}).values()
        for kind in kinds
    }
    assert {name.replace("Array of ", "") for name in named} <= TYPES.keys() | plain


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (USER, "User"),
        (MESSAGE, "Message"),
        (MESSAGE | {"pinned_message": MESSAGE}, "Message"),
        ({"status": "member", "user": USER}, "ChatMember"),
        ({"type": "user", "date": 0, "sender_user": USER}, "MessageOrigin"),
        ([[{"text": "x"}]], "Array of Array of KeyboardButton"),
        ({"latitude": 1, "longitude": 2.5}, "Location"),
    ],
)
def test_a_right_value_passes(value: Any, kind: str) -> None:
    check_value(value, [kind])


@pytest.mark.parametrize(
    ("value", "kind", "problem"),
    [
        ({"id": 7, "is_bot": False}, "User", "first_name: User needs it"),
        (USER | {"age": 70}, "User", "age: User has no such field"),
        (USER | {"id": "7"}, "User", "id: Integer expected, str given"),
        (USER | {"id": True}, "User", "id: Integer expected, bool given"),
        (USER | {"first_name": "\ud83d"}, "User", "first_name: strings must be encoded in UTF-8"),
        (MESSAGE | {"photo": [{}]}, "Message", "photo.0.file_id: PhotoSize needs it"),
        ({"status": "asleep", "user": USER}, "ChatMember", "one of .* expected"),
        ({"text": "x" * 101, "voter_count": 0, "persistent_id": "0"}, "PollOption", "text: 1-100 characters expected"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(value: Any, kind: str, problem: str) -> None:
    with pytest.raises(MismatchError, match=problem):
        check_value(value, [kind])


def test_the_data_are_made_from_the_published_description() -> None:
    status = {
        "name": "status",
        "types": ["String"],
        "required": True,
        "description": "Always “creator”, always “creator”",
    }
    text = {
        "name": "text",
        "types": ["String"],
        "required": True,
        "description": "1-4096 characters after entities parsing",
    }
    source = {
        "version": "Bot API 0",
        "methods": {"sendMessage": {"returns": ["Message"], "fields": [text]}},
        "types": {"ChatMemberOwner": {"fields": [status]}},
    }
    made = json.loads(to_text(convert(source)))
    assert made["methods"]["sendMessage"] == {
        "fields": {"text": ["String"]},
        "required": ["text"],
        "returns": ["Message"],
        "sizes": {"text": [1, 4096, "parsed"]},
    }
    assert made["types"]["ChatMemberOwner"]["const"] == {"status": "creator"}


def test_the_kept_data_hold_the_sizes_that_the_checks_rely_on() -> None:
    kept = json.loads((Path(__file__).parents[2] / "sandbox" / "bot-api.json").read_text("utf-8"))
    assert kept["methods"]["sendMessage"]["sizes"]["text"] == [1, 4096, "parsed"]
    assert kept["methods"]["sendPhoto"]["sizes"]["caption"] == [0, 1024, "parsed"]
    assert kept["types"]["InlineKeyboardButton"]["sizes"]["callback_data"] == [1, 64, "bytes"]
