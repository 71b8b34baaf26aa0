"""A unit or department gives a letter back: to the member who handed it over, else to the office."""

from domain.letters import OFFICE_DESK, Desk, EventKind, Letter, NotYourLetter
from domain.people import Person
from domain.refusals import Refusal
from domain.short_words import check_words
from services import letter_access as access
from services import letter_moves as moves
from services.letter_course import look_at
from services.letter_parties import unpacked
from services.letters import Receipt
from storage import letters
from storage.db import Tx


class ReasonIsWanted(Refusal):
    """Who had it before must know why it comes back."""

    text = "handback-reason-is-wanted"


async def check(tx: Tx, letter_id: int, by: Person) -> Letter:
    """An open letter that lies with this person's unit; read from now on.

    Raises:
        LetterNotFound, LetterIsWithAnother, NotYourLetter
        LetterIsClosed, LetterWasReturned
    """
    letter = await look_at(tx, letter_id, by)
    if letter.unit_id not in (await access.actor(tx, by)).unit_ids:
        raise NotYourLetter
    return letter


async def goes_to(tx: Tx, letter: Letter) -> Desk:
    """The member from whom the unit has it, if they can take it back; else the office."""
    came = [event["details_json"] for event in await letters.events(tx, letter.id) if _brought(event, letter)]
    before = unpacked(came[-1], "from") if came else OFFICE_DESK
    if before.member_id is None:
        return OFFICE_DESK
    try:
        await moves.check_may_hold(tx, before)
    except Refusal:
        return OFFICE_DESK
    return before


def _brought(event: dict[str, object], letter: Letter) -> bool:
    details = event["details_json"]
    return isinstance(details, dict) and letter.unit_id is not None and details.get("to_unit") == letter.unit_id


async def hand_back(tx: Tx, letter_id: int, by: Person, reason: str) -> Receipt:
    """Give it back; the writer and who gets it are told.

    Raises:
        As ``check``.
        ReasonIsWanted, WordsAreTooLong
    """
    reason = check_words(reason)
    if not reason:
        raise ReasonIsWanted
    letter = await check(tx, letter_id, by)
    return await moves.move(tx, letter, await goes_to(tx, letter), by, EventKind.HANDED_OVER, reason)
