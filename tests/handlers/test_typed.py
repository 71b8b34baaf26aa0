"""What is left of a text or a name when that is gone which nobody sees."""

from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, User

from handlers.typed import NAMELESS, name_of, typed


def message(**content: str) -> Message:
    return Message(1, datetime(2026, 3, 16, tzinfo=UTC), Chat(1, "private"), **content)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize("text", ["", "  \n", "\u200b", "\u3164\u2800", "\u202e \u2066"])
def test_a_message_of_which_nothing_can_be_seen_says_nothing(text: str) -> None:
    assert typed(message(text=text)) == ""


@pytest.mark.parametrize("text", ["您好", "👨\u200d👩\u200d👧", "مرحبا", "第一行\n第二行"])
def test_whatever_can_be_seen_stays_as_it_was_typed(text: str) -> None:
    assert typed(message(text=f" {text}\n")) == text


def test_words_under_a_photo_count_as_words() -> None:
    assert typed(message(caption="路灯坏了")) == "路灯坏了"


def test_a_mark_that_would_turn_the_rest_of_our_sentence_is_left_out() -> None:
    assert typed(message(text="\u202e秀英王")) == "秀英王"
    assert name_of(User(1, "\u202e秀英", False, last_name="王")) == "秀英 王"


def test_who_has_an_invisible_name_goes_by_the_user_name_or_a_dash() -> None:
    assert name_of(User(1, "\u3164", False, username="xiuying")) == "xiuying"
    assert name_of(User(1, "\u3164", False)) == NAMELESS
