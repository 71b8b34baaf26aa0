"""The file of a chat message."""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import Message

from domain import file_kinds, file_names


@dataclass(frozen=True)
class SentFile:
    """``kind`` as in Telegram's ``send…`` methods; ``album``: the number of the album it belongs to."""

    kind: str
    file_id: str
    file_name: str | None
    album: str | None


def file_of(message: Message, kinds: Sequence[str]) -> SentFile | None:
    """The photo of a message, or its file, if it is of one of these kinds: the first of them that it has.

    Raises:
        FileTooLarge: a document larger than anyone could look into.
    """
    album = message.media_group_id
    if message.photo:
        return SentFile("photo", message.photo[-1].file_id, None, album)
    for kind in kinds:
        if file := getattr(message, kind):
            if kind == "document":
                file_kinds.check_size(file.file_size)
            return SentFile(kind, file.file_id, file_names.cleaned(getattr(file, "file_name", None)), album)
    return None
