"""Letters keyed in for someone: they came on paper, by phone or at a reception day. Their writers may claim them."""

from datetime import datetime
from enum import StrEnum

from domain.refusals import MovedOn, Refusal

CODE_DIGITS = 8
TRIES_OF_A_LETTER = 10
"""Wrong tries by anyone, after which a code is worth nothing: one in ten million is let in by guessing."""


class Channel(StrEnum):
    """How a letter came."""

    PAPER = "paper"
    PHONE = "phone"
    RECEPTION = "reception"


class NameIsWanted(Refusal):
    text = "record-name-is-wanted"


class AnswerByButton(Refusal):
    text = "record-press-a-button"


class CodeIsRenewed(Refusal):
    """An old slip's button. Argument: ``number``."""

    text = "record-code-is-renewed"


class PhoneIsNotUnderstood(Refusal):
    text = "record-phone-is-not-understood"


class RecordNotFound(Refusal):
    text = "record-not-found"


class RecordIsClaimed(Refusal):
    """Its writer has it: no code is needed any more. Argument: ``number``."""

    text = "record-is-claimed"


class WriterHasIt(MovedOn):
    """Its writer has claimed it, and goes on with it alone. Argument: ``number``."""

    text = "record-is-with-its-writer"


class RecordEndedLongAgo(MovedOn):
    """What is to be said now is another letter. Argument: ``number``."""

    text = "record-ended-long-ago"


class ClaimIsForTheWriter(Refusal):
    """Who keyed it in, or deals with it, is not who wrote it."""

    text = "claiming-is-for-the-writer"


def as_read(code: str) -> str:
    """In two groups: ``4821 7730``."""
    return f"{code[:4]} {code[4:]}"


def digits_of(typed: str) -> str:
    """The digits of a code as people type it, full width and with whatever stands between."""
    return "".join(str(int(char)) for char in typed if char.isdecimal())


def is_open(valid_until: datetime, tries: int, now: datetime) -> bool:
    """Is the code still worth something?"""
    return now <= valid_until and tries < TRIES_OF_A_LETTER
