"""Words that hold a letter for a look, and words that can't wait."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from domain.refusals import Refusal


class YouAreKeptOut(Refusal):
    """Arguments: ``until`` (a day) and ``reason``."""

    text = "you-are-kept-out"


class BanHow(Refusal):
    """A line without a person, a reason or a day."""

    text = "block-how"


class BanDayIsPast(Refusal):
    text = "block-day-is-past"


class NobodyToBan(Refusal):
    """Argument: ``name``."""

    text = "block-nobody"


class SeveralToBan(Refusal):
    """Arguments: ``name``, ``count``."""

    text = "block-several"


class CannotBeBanned(Refusal):
    """Someone with a role in the committee."""

    text = "block-not-for-roles"


class BanIsOver(Refusal):
    text = "block-is-over"


class NotHeld(Refusal):
    """The letter is not held for a look any more. Argument: ``number``."""

    text = "letter-is-not-held"


def found(text: str, words: Sequence[str]) -> list[str]:
    """Which of the words stand in the text, whatever stands between their characters or how wide they are."""
    if not words:
        return []
    plain = _plain(text)
    return [word for word in words if (sought := _known_plain(word)) and sought in plain]


def _plain(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


_known_plain = lru_cache(maxsize=1024)(_plain)
"""For the words of the configuration, which are always the same."""


def parse_line(line: str) -> tuple[str, str, str]:
    """``王秀英 多次辱骂 至 4月1日`` → who, why, until when; what is not said is "".

    A reason may hold 至 as well: the last one with something behind it counts.
    """
    who, _, rest = line.strip().partition(" ")
    reason, mark, until = rest.rpartition("至")
    return (who, reason.strip(), until.strip()) if mark else (who, rest.strip(), "")
