"""A writer goes on with a letter: in it, or long after its end in a new one that is linked to it."""

from collections.abc import Sequence

from domain import letters as rules
from domain.anonymity import check_anonymous
from domain.letter_numbers import LetterNumber
from domain.letter_pieces import Piece, attachments, check_whole, topic, whole_text
from domain.letters import OFFICE_DESK, Desk, EventKind, Letter, Side
from domain.people import Person
from domain.refusals import Refusal
from domain.settings import Committee, Mailbox
from services import letter_access as access
from services import letter_moves as moves
from services import letter_post as post
from services import letters as letters_
from services.absences import receiver
from services.letter_parties import holder_of, kind_named, packed
from services.letters import Receipt
from storage import letter_entries, letters, people
from storage.db import Tx
from texts import Text


async def go_on(
    tx: Tx, letter_id: int, by: Person, pieces: Sequence[Piece], limits: Mailbox, committee: Committee
) -> Receipt:
    """The writer goes on; a settled letter is open again, or if its end is long ago a new one begins.

    Raises:
        As ``letters.follow_up``.
    """
    letter = await access.of_writer(tx, letter_id, by)
    if rules.goes_on_anew(letter, tx.now, limits.reopen_within_days):
        return await _anew(tx, letter, by, pieces, limits, committee)
    return await letters_.follow_up(tx, letter_id, by, pieces, limits)


async def _anew(
    tx: Tx, old: Letter, by: Person, pieces: Sequence[Piece], limits: Mailbox, committee: Committee
) -> Receipt:
    """A letter of the same kind to the same holder, if they can take it, else to the office."""
    check_whole(pieces, limits)
    if old.is_anonymous:
        check_anonymous(pieces)
    desk = await _desk(tx, old)
    year = tx.now.astimezone(committee.zone).year
    letter = await letters.add(
        tx,
        str(LetterNumber(committee.code, year, await letters.next_running(tx, year))),
        by.id,
        desk.member_id,
        topic(whole_text(pieces)),
        kind=old.kind,
        is_anonymous=old.is_anonymous,
        is_in_triage=desk.is_office and not old.desk.is_office,
        unit_id=desk.unit_id,
        follows_id=old.id,
    )
    entry_ids = [await letter_entries.add(tx, letter.id, by.id, Side.WRITER, piece) for piece in pieces]
    await letters.log(tx, letter.id, EventKind.SUBMITTED, by.id, **packed(to=desk), follows=old.number)
    await letters.log(tx, old.id, EventKind.CONTINUED, by.id, number=letter.number)
    opening = await post.opening(tx, "letter-for-you", letter, kind=kind_named(letter.kind))
    link = Text("letter-follows-another", number=letter.number, old=old.number)
    holder = await holder_of(tx, desk)
    messages = [link, *post.whole(letter, opening, pieces)]
    await post.deliver(tx, letter, holder, messages, attachments(pieces), entry_ids[0])
    return Receipt(letter, holder, follows=old)


async def _desk(tx: Tx, old: Letter) -> Desk:
    """Who had the old one; their stand-in while they are away; else the office."""
    if old.member_id is not None and await people.serving(tx, old.member_id) is not None:
        return Desk((await receiver(tx, old.member_id)).member_id)
    try:
        await moves.check_may_hold(tx, old.desk)
    except Refusal:
        return OFFICE_DESK
    return old.desk
