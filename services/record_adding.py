"""What the writer of a letter that was keyed in says later: who keyed it in adds it, until the writer claims it."""

from collections.abc import Sequence

from domain import letter_steps as rules
from domain.letter_pieces import Piece
from domain.letters import Letter
from domain.people import Person, Role
from domain.records import RecordEndedLongAgo, RecordNotFound, WriterHasIt
from domain.settings import Mailbox
from services import letter_access as access
from services import letters
from services.letters import Receipt
from storage import people, records
from storage.db import Tx
from storage.records import Record


async def check(tx: Tx, record_id: int, by: Person, limits: Mailbox) -> Letter:
    """The letter to which this person may add.

    Raises:
        RecordNotFound: or it is neither theirs nor are they of the office.
        WriterHasIt
        RecordEndedLongAgo
    """
    return (await _found(tx, record_id, by, limits))[1]


async def add(tx: Tx, record_id: int, by: Person, pieces: Sequence[Piece], limits: Mailbox) -> Receipt:
    """The letter goes on in its writer's words; the log keeps who keyed them in.

    Raises:
        As ``check``.
        As ``letters.follow_up``.
    """
    record, letter = await _found(tx, record_id, by, limits)
    writer = await people.get(tx, record.writer_id)
    # Where the pieces stand in the chat of who keyed them in is no way back to their writer.
    said = [Piece(piece.text, piece.attachment) for piece in pieces]
    return await letters.follow_up(tx, letter.id, writer, said, limits, through=by)


async def _found(tx: Tx, record_id: int, by: Person, limits: Mailbox) -> tuple[Record, Letter]:
    record = await records.get(tx, record_id)
    if record is None or (record.by_id != by.id and Role.OFFICE not in by.roles):
        raise RecordNotFound
    letter = await access.known(tx, record.letter_id)
    if record.claimed_at is not None:
        raise WriterHasIt(number=letter.number)
    if rules.goes_on_anew(letter, tx.now, limits.reopen_within_days):
        raise RecordEndedLongAgo(number=letter.number)
    return record, letter
