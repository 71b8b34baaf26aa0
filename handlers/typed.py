"""The words of a message, as far as anything of them can be seen."""

from telegram import Message, User

from domain.visible import visible

NAMELESS = "—"
"""For who goes by a name of which nothing can be seen."""


def typed(message: Message) -> str:
    """The text, or the words under a picture, without the space around; "" when there is nothing to be seen.

    Telegram takes a message of Hangul fillers or zero-width signs for one that says something.
    """
    return visible(message.text or message.caption or "")


def name_of(user: User) -> str:
    """The name that someone goes by at Telegram, on one line. A deleted account has none."""
    return " ".join(visible(user.full_name or "").split()) or user.username or NAMELESS
