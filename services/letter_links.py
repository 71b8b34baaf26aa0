"""A writer goes on with a letter: in it, or long after its end in a new one that is linked to it."""

from collections.abc import Sequence

from domain import letter_steps as rules
from domain.letter_pieces import Piece
from domain.letters import OFFICE_DESK, Desk, Letter
from domain.people import Person
from domain.refusals import Refusal
from domain.settings import Committee, Mailbox
from services import letter_access as access
from services import letter_moves as moves
from services import letters
from services.letters import NewLetter, Receipt
from storage import people
from storage.db import Tx


async def go_on(
    tx: Tx, letter_id: int, by: Person, pieces: Sequence[Piece], limits: Mailbox, committee: Committee
) -> Receipt:
    """The writer goes on; a settled letter is open again, or if its end is long ago a new one begins.

    Raises:
        As ``letters.follow_up``.
        TooManyLetters
    """
    old = await access.of_writer(tx, letter_id, by)
    if not rules.goes_on_anew(old, tx.now, limits.reopen_within_days):
        return await letters.follow_up(tx, letter_id, by, pieces, limits)
    desk = await _desk(tx, old)
    new = NewLetter(desk.member_id, old.is_anonymous, pieces, unit_id=desk.unit_id, follows=old)
    return await letters.submit(tx, by, new, limits, committee)


async def _desk(tx: Tx, old: Letter) -> Desk:
    """Who had the old one, if they still can; else the office. Their absence is heeded where the letter comes in."""
    if old.member_id is not None:
        return old.desk if await people.serving(tx, old.member_id) is not None else OFFICE_DESK
    try:
        await moves.check_may_hold(tx, old.desk)
    except Refusal:
        return OFFICE_DESK
    return old.desk
