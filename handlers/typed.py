"""The words of a message, as far as anything of them can be seen."""

from telegram import Message

_BLANK = dict.fromkeys(map(ord, "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"))
"""Letters and signs that show nothing; Telegram takes a message of them for one that says something."""


def typed(message: Message) -> str:
    """The text, or the words under a picture, without the space around; "" when there is nothing to be seen."""
    text = (message.text or message.caption or "").translate(_BLANK).strip()
    return text if any(char.isprintable() and not char.isspace() for char in text) else ""
