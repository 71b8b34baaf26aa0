"""What people read has no trace of the machine, no key of a text, is in their language and shows marks as typed."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from tests.house import HOUSE
from tests.phones import Answer, Shown

FAULT_WORDS = re.compile(r"Traceback|Error\b|Exception|\bNull\b|<class|Text\(|\{ ?\$|datetime\.|\$text")
CHINESE, LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{2}")
AS_TYPED = {"粗": "<b>粗</b>", "星": "*星*"}
"""Characters of the inputs that stand between marks, which have to come back as they were typed."""


@cache
def keys() -> re.Pattern[str]:
    """Any key of the texts, as a word of its own."""
    dashed = sorted(key for key in HOUSE.texts.keys if "-" in key)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, dashed))})(?![\w-])")


def check_clear(words: str, language: str) -> None:
    assert words.strip()
    assert "\u202e" not in words, "the rest of the line is turned around"
    assert language == "en" or "None" not in words
    assert not FAULT_WORDS.search(words), words
    assert not keys().search(words), words
    assert CHINESE.search(words) if language == "zh" else language == "en", words


def check_shown(shown: Shown, language: str) -> None:
    """What was rendered is what its reader can read. (Telegram's limits were checked when it was sent.)"""
    check_clear(shown.words, language)
    assert all(button["text"].strip() for button in shown.buttons)
    for inner, marked in AS_TYPED.items():
        assert inner not in shown.words or marked in shown.words, shown.words


def check_answer(answer: Answer, language: str, *, at_most: int = 2) -> None:
    assert 1 <= len(answer.words) <= at_most, answer.words
    # A channel is spoken to in the committee's language.
    private = [one for chat, several in answer.others.items() if chat > 0 for one in several]
    for shown in (*answer.messages, *private):
        if shown.language:
            assert shown.language == language
            check_shown(shown, language)
    if answer.toast:
        check_clear(answer.toast, language)
        assert language == "zh" or LATIN.search(answer.toast), answer.toast


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Say of which of several a test failed."""
    try:
        yield
    except AssertionError as error:
        error.add_note(f"at: {name}")
        raise
