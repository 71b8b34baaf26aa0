"""What a letter is made of: one piece for each message that its writer sent, within the mailbox's limits."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from domain.refusals import Refusal
from domain.settings import Mailbox

TOPIC_CHARACTERS = 30
PART_CHARACTERS = 3500
"""Of a long text in one chat message: Telegram takes 4,096, and the words around it need room."""

_SENTENCE = re.compile(r"[。！？!?；;\n…]+")
_GREETING = re.compile(r"您好|你好|尊敬的|敬爱的|^dear\b|^hello\b|^hi\b", re.IGNORECASE)
_GREETING_CHARACTERS = 16
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


class LetterIsEmpty(Refusal):
    text = "letter-is-empty"


class LetterIsTooLong(Refusal):
    """Arguments: ``limit`` and ``length``, in characters."""

    text = "letter-is-too-long"


class TooManyAttachments(Refusal):
    """Argument: ``limit``."""

    text = "letter-has-too-many-attachments"


@dataclass(frozen=True)
class Attachment:
    """Something that Telegram keeps (``kind`` as in its ``send…`` methods), or a place; or (``kept``) a document of a
    department's answer, which leaves as its clean copy."""

    kind: str
    file_id: str | None = None
    file_name: str | None = field(default=None, repr=False)
    album: str | None = None
    latitude: float | None = field(default=None, repr=False)
    longitude: float | None = field(default=None, repr=False)
    kept: int | None = None


@dataclass(frozen=True)
class Piece:
    """One message as its author sent it, and where it stands in the author's chat, so that an edit finds it."""

    text: str = field(default="", repr=False)
    attachment: Attachment | None = None
    chat_id: int | None = None
    message_id: int | None = None

    @property
    def album(self) -> str | None:
        return self.attachment.album if self.attachment else None

    @property
    def is_empty(self) -> bool:
        return not self.text.strip() and self.attachment is None

    def packed(self) -> dict[str, Any]:
        """As JSON, for a draft."""
        return asdict(self)

    @classmethod
    def unpacked(cls, packed: dict[str, Any]) -> "Piece":
        attachment = packed["attachment"]
        return cls(**packed | {"attachment": Attachment(**attachment) if attachment else None})


def check(pieces: Sequence[Piece], limits: Mailbox) -> None:
    """Is this within one letter's limits?

    Raises:
        LetterIsTooLong
        TooManyAttachments
    """
    length = sum(len(piece.text) for piece in pieces)
    if length > limits.max_letter_characters:
        raise LetterIsTooLong(limit=limits.max_letter_characters, length=length)
    if len(attachments(pieces)) > limits.max_attachments:
        raise TooManyAttachments(limit=limits.max_attachments)


def check_whole(pieces: Sequence[Piece], limits: Mailbox) -> None:
    """Is this a letter that can go out?

    Raises:
        LetterIsEmpty
        LetterIsTooLong
        TooManyAttachments
    """
    if all(piece.is_empty for piece in pieces):
        raise LetterIsEmpty
    check(pieces, limits)


def replaced(pieces: Sequence[Piece], edited: Piece) -> list[Piece] | None:
    """The pieces with the one of the same message exchanged; None when there is none."""
    place = (edited.chat_id, edited.message_id)
    if all((piece.chat_id, piece.message_id) != place for piece in pieces):
        return None
    return [edited if (piece.chat_id, piece.message_id) == place else piece for piece in pieces]


def attachments(pieces: Iterable[Piece]) -> list[Attachment]:
    return [piece.attachment for piece in pieces if piece.attachment]


def whole_text(pieces: Iterable[Piece]) -> str:
    """The text of several messages as one."""
    return "\n".join(piece.text.strip() for piece in pieces if piece.text.strip())


def topic(text: str) -> str:
    """The first sentence that says something, in one line of at most 30 characters; "" when there are no words."""
    sentences = [line for part in _SENTENCE.split(text) if (line := one_line(part))]
    if not sentences:
        return ""
    saying = (line for line in sentences if not (len(line) <= _GREETING_CHARACTERS and _GREETING.search(line)))
    first = next(saying, sentences[0])
    return first if len(first) <= TOPIC_CHARACTERS else first[: TOPIC_CHARACTERS - 1] + "…"


def is_its_topic(pieces: Iterable[Piece]) -> bool:
    """One short sentence: a topic line above it would say the same twice."""
    text = whole_text(pieces)
    return _SENTENCE.sub("", text) == topic(text) != ""


def one_line(text: str) -> str:
    """Without line breaks and the invisible marks that turn the reading direction of what follows."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def parts(text: str, limit: int = PART_CHARACTERS) -> list[str]:
    """The text whole, in parts that fit a message each, cut at line ends and sentences where there are any.

    A character outside the basic plane counts twice, as Telegram counts.
    """
    left, found = text, []
    while _length(left) > limit:
        cut = _cut(left, limit)
        found.append(left[:cut].rstrip())
        left = left[cut:].lstrip("\n")
    return [part for part in [*found, left] if part.strip()] or [""]


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, limit: int) -> int:
    """Where to cut so that what is before fits: after a line or sentence in the second half, else anywhere."""
    end = len(text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", "ignore"))
    best = max(text.rfind(mark, end // 2, end) for mark in "\n。！？!?")
    return best + 1 if best >= 0 else end
