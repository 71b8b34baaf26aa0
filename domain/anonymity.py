"""What may go with a letter whose writer is not named."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.letter_pieces import Attachment, Piece
from domain.refusals import Refusal

CLEANABLE = frozenset({"jpg", "jpeg", "png", "webp", "pdf", "docx", "xlsx", "pptx", "txt"})
"""Endings of documents from which what tells of their maker can be taken."""


class CannotGoAnonymously(Refusal):
    """A voice, a video, or a document that can't be cleaned: it would tell who wrote. Argument: ``count``."""

    text = "cannot-go-anonymously"


def may_go(attachment: Attachment) -> bool:
    """Telegram makes a picture anew, which takes off what the camera wrote; a place is sent for what it says."""
    if attachment.kind == "document":
        return (attachment.file_name or "").rpartition(".")[2].lower() in CLEANABLE
    return attachment.kind in ("photo", "location")


def needs_cleaning(attachment: Attachment) -> bool:
    return attachment.kind not in ("photo", "location")


def betraying(pieces: Iterable[Piece]) -> int:
    """How many attachments would tell who wrote."""
    return sum(piece.attachment is not None and not may_go(piece.attachment) for piece in pieces)


_PHONE = re.compile(r"(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)")


def names_its_writer(text: str, name: str) -> bool:
    """Has an anonymous writer put their own name, or a mobile number, into the words?"""
    return (len(name) > 1 and name in text) or _PHONE.search(text) is not None


def check_anonymous(pieces: Iterable[Piece]) -> None:
    """Raises:
    CannotGoAnonymously
    """
    if count := betraying(pieces):
        raise CannotGoAnonymously(count=count)


def without_betraying(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without attachments that would tell who wrote; the words beside them stay."""
    kept = [replace(piece, attachment=None) if betraying([piece]) else piece for piece in pieces]
    return [piece for piece in kept if not piece.is_empty]
