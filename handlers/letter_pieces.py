"""From a chat message to a piece of a letter."""

from telegram import Message, Update

from domain import file_kinds, file_names
from domain.letter_pieces import Attachment, Piece
from domain.refusals import Refusal
from handlers.typed import typed

# A GIF comes as a document too, so animations are looked for first.
_FILES = ("animation", "voice", "video", "video_note", "audio", "document")


class CannotBeInALetter(Refusal):
    """A sticker, a contact (it would name an anonymous writer), a poll, a game …"""

    text = "cannot-be-in-a-letter"


def piece_of(update: Update) -> Piece:
    """The message (or what it was edited to) as a piece of a letter.

    Raises:
        CannotBeInALetter, FileTooLarge
    """
    message = update.effective_message
    assert message is not None
    piece = Piece(
        text=typed(message),
        attachment=_attachment(message),
        chat_id=message.chat.id,
        message_id=message.message_id,
    )
    if piece.is_empty:
        raise CannotBeInALetter
    return piece


def _attachment(message: Message) -> Attachment | None:
    album = message.media_group_id
    if message.photo:
        return Attachment("photo", message.photo[-1].file_id, album=album)
    for kind in _FILES:
        if file := getattr(message, kind):
            if kind == "document":
                file_kinds.check_size(file.file_size)
            return Attachment(kind, file.file_id, file_names.cleaned(getattr(file, "file_name", None)), album)
    if message.location:
        return Attachment("location", latitude=message.location.latitude, longitude=message.location.longitude)
    return None
