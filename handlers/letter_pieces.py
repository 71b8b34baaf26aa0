"""From a chat message to a piece of a letter."""

from telegram import Message, Update

from domain.letter_pieces import Attachment, Piece
from domain.refusals import Refusal
from handlers.sent_files import file_of
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
    if sent := file_of(message, _FILES):
        return Attachment(sent.kind, sent.file_id, sent.file_name, sent.album)
    if message.location:
        return Attachment("location", latitude=message.location.latitude, longitude=message.location.longitude)
    return None
