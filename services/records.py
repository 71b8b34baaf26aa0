"""Letters keyed in for someone, and claimed by them later with the number, their phone and a code.

Nobody is looked up by the phone: who keys in a letter is not told whether its owner writes to us already.
"""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain import records as rules
from domain.letter_kinds import LetterKind
from domain.letter_numbers import LetterNumber
from domain.letter_pieces import Piece
from domain.letter_steps import holds
from domain.letters import EventKind, Letter
from domain.people import Person, Role, check_role
from domain.phones import normalised
from domain.records import Channel, ClaimIsForTheWriter, CodeIsRenewed, RecordIsClaimed, RecordNotFound
from domain.settings import Committee, Mailbox
from services import guesses, letters
from services import letter_access as access
from services.letters import NewLetter, Receipt
from services.outbox import Button, tell
from storage import letters as stored
from storage import people, records
from storage.db import Tx
from storage.records import Record
from texts import Text


@dataclass(frozen=True)
class NewRecord:
    """A letter about to be keyed in. ``member_id`` and ``kind`` as in ``NewLetter``."""

    name: str = field(repr=False)
    phone: str = field(repr=False)
    channel: Channel
    is_anonymous: bool
    member_id: int | None
    kind: LetterKind
    pieces: Sequence[Piece] = field(repr=False)


@dataclass(frozen=True)
class Slip:
    """What the writer is handed: the letter's number and a code that is kept nowhere, good until ``until``."""

    receipt: Receipt | None
    record_id: int
    number: str
    code: str = field(repr=False)
    until: datetime

    @property
    def version(self) -> int:
        """Tells this code from those before and after it."""
        return int(self.until.timestamp())


async def record(tx: Tx, by: Person, new: NewRecord, limits: Mailbox, committee: Committee) -> Slip:
    """Submit a letter in someone's name, who is made known for this letter alone.

    Raises:
        NotForYourRole
        As letters.submit.
    """
    check_role(by, Role.MEMBER, Role.OFFICE)
    writer = await people.get(tx, await people.add(tx, new.name, committee.language))
    # Where the pieces stand in the chat of who keyed them in is no way back to their writer.
    pieces = [Piece(piece.text, piece.attachment) for piece in new.pieces]
    submitted = NewLetter(new.member_id, new.is_anonymous, pieces, None, new.kind)
    receipt = await letters.submit(tx, writer, submitted, limits, committee)
    letter = receipt.letter
    await stored.log(tx, letter.id, EventKind.RECORDED, by.id, channel=new.channel.value)
    code, until = _new_code(), tx.now + timedelta(days=limits.claim_within_days)
    record_id = await records.add(
        tx, letter.id, writer.id, by.id, new.channel.value, new.phone, _hash(letter.number, code), until
    )
    return Slip(receipt, record_id, letter.number, code, until)


async def new_code(tx: Tx, record_id: int, version: int, by: Person, limits: Mailbox) -> Slip:
    """Another code in the place of this version, for a slip that was lost or is too old.

    Raises:
        RecordNotFound: or it is neither theirs nor are they of the office.
        RecordIsClaimed
        CodeIsRenewed: pressed twice, or on an old slip.
    """
    found = await records.get(tx, record_id)
    if found is None or (found.by_id != by.id and Role.OFFICE not in by.roles):
        raise RecordNotFound
    letter = await access.known(tx, found.letter_id)
    if found.claimed_at is not None:
        raise RecordIsClaimed(number=letter.number)
    if int(found.valid_until_at.timestamp()) != version:
        raise CodeIsRenewed(number=letter.number)
    code, until = _new_code(), tx.now + timedelta(days=limits.claim_within_days)
    await records.renew(tx, found.id, _hash(letter.number, code), until)
    return Slip(None, found.id, letter.number, code, until)


# --- claiming ---------------------------------------------------------------------------------------------------------


async def claim(tx: Tx, by: Person, typed: tuple[str, str, str], committee: Committee) -> Letter | None:
    """The writer makes a letter theirs, by its number, their phone and the code. None when the three do not fit: that
    is kept as a try, and which of them is wrong is not told.

    Raises:
        TooManyWrongCodes
        ClaimIsForTheWriter
    """
    await guesses.must_not_wait(tx, by)
    found = await _fitting(tx, typed, committee)
    if isinstance(found, Record):
        return await _hand_to(tx, found, by)
    if by.telegram_id is not None:
        await guesses.note(tx, by.telegram_id)
    if found is not None:
        await records.count_try(tx, found)
    return None


async def _fitting(tx: Tx, typed: tuple[str, str, str], committee: Committee) -> Record | int | None:
    """The record that these three open; else the id of the one that they were tried on, or None."""
    number, phone, code = typed
    year = tx.now.astimezone(committee.zone).year
    letter = await stored.numbered(tx, str(LetterNumber.parse(number, committee.code, year)))
    found = await records.of_letter(tx, letter.id) if letter else None
    if letter is None or found is None or found.claimed_at is not None:
        return None
    fits = hmac.compare_digest(_hash(letter.number, rules.digits_of(code)), found.code_hash)
    if fits and normalised(phone) == found.phone and rules.is_open(found.valid_until_at, found.tries, tx.now):
        return found
    return found.id


async def _hand_to(tx: Tx, found: Record, by: Person) -> Letter:
    letter = await access.known(tx, found.letter_id)
    if by.id == found.by_id or holds(letter, await access.actor(tx, by)):
        raise ClaimIsForTheWriter
    await records.hand_to(tx, found, by.id)
    await stored.log(tx, letter.id, EventKind.WRITER_CAME, by.id)
    await tell(tx, found.by_id, Text("record-was-claimed", number=letter.number))
    return await access.known(tx, letter.id)


def open_button(letter: Letter) -> Button:
    return Button("button-whole-letter", does=f"letter-open:{letter.id}")


def _new_code() -> str:
    return f"{secrets.randbelow(10**rules.CODE_DIGITS):0{rules.CODE_DIGITS}d}"


def _hash(number: str, code: str) -> str:
    return hashlib.sha256(f"{number} {code}".encode()).hexdigest()
