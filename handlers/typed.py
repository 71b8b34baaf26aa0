"""The words of a message, as far as anything of them can be seen."""

from telegram import Message, User

_SHOWS_NOTHING = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_TURNS_WHAT_FOLLOWS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the writing direction: shown within a sentence of ours, they would turn its rest as well."""
_UNSEEN = dict.fromkeys(map(ord, _SHOWS_NOTHING + _TURNS_WHAT_FOLLOWS))

NAMELESS = "—"
"""For who goes by a name of which nothing can be seen."""


def typed(message: Message) -> str:
    """The text, or the words under a picture, without the space around; "" when there is nothing to be seen.

    Telegram takes a message of Hangul fillers or zero-width signs for one that says something.
    """
    return _visible(message.text or message.caption or "")


def name_of(user: User) -> str:
    """The name that someone goes by at Telegram, on one line. A deleted account has none."""
    return " ".join(_visible(user.full_name or "").split()) or user.username or NAMELESS


def _visible(text: str) -> str:
    text = text.translate(_UNSEEN).strip()
    return text if any(char.isprintable() and not char.isspace() for char in text) else ""
