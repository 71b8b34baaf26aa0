"""Which letter is meant, and whether this person may see it or act on it."""

from dataclasses import dataclass, field
from datetime import datetime

from domain.letter_numbers import LetterNumber, only_number_in
from domain.letter_steps import desks, may_act, may_see
from domain.letters import OFFICE_DESK, Actor, EventKind, Letter, LetterIsWithAnother, LetterNotFound, NotYourLetter
from domain.people import UNIT_ROLES, Person, Role
from domain.settings import Committee
from services.letter_parties import holder_named, unpacked
from storage import letter_entries, letter_lists, letters, people, relays, units
from storage.db import Tx

OFFERED = 8
"""As many open letters are offered when it is not clear which one is meant."""


_TAKES_AWAY = frozenset({EventKind.HANDED_OVER, EventKind.BACK_TO_TRIAGE, EventKind.HELD})
"""Events after which someone who held the letter does not any more."""


@dataclass(frozen=True)
class Meant:
    """What a message goes on with: a letter, or an album of which a piece is in a letter already."""

    letter_id: int | None = None
    is_album: bool = False


async def actor(tx: Tx, person: Person) -> Actor:
    """The person with the membership they have and the units they belong to."""
    member = await people.member_of(tx, person.id) if Role.MEMBER in person.roles else None
    own = await units.of_person(tx, person.id) if person.roles & UNIT_ROLES else []
    return Actor(person, member, frozenset(unit.id for unit in own))


async def to_see(tx: Tx, letter_id: int, by: Person) -> tuple[Letter, Actor]:
    """A letter for its writer, its holder or the office to look at.

    Raises:
        LetterNotFound
        LetterIsWithAnother: they held it once.
    """
    letter, who = await letters.get(tx, letter_id), await actor(tx, by)
    if letter is None:
        raise LetterNotFound
    if not may_see(letter, who):
        await _refuse(tx, letter, who, LetterNotFound())
    return letter, who


async def to_act(tx: Tx, letter_id: int, by: Person) -> tuple[Letter, Actor]:
    """A letter for its holder (or the office) to do something to; kept from others meanwhile.

    Raises:
        LetterNotFound
        LetterIsWithAnother: they held it once, and the refusal names who holds it now.
        NotYourLetter
    """
    letter, who = await letters.get_to_change(tx, letter_id), await actor(tx, by)
    if letter is None:
        raise LetterNotFound
    if not may_act(letter, who):
        await _refuse(tx, letter, who, NotYourLetter())
    return letter, who


async def known(tx: Tx, letter_id: int) -> Letter:
    """A letter that is known to exist, for a question about it that must not fail."""
    letter = await letters.get(tx, letter_id)
    assert letter is not None
    return letter


async def of_writer(tx: Tx, letter_id: int, by: Person) -> Letter:
    """A letter for its writer to go on with.

    Raises:
        LetterNotFound
    """
    letter = await letters.get_to_change(tx, letter_id)
    if letter is None or letter.writer_id != by.id:
        raise LetterNotFound
    return letter


async def numbered(tx: Tx, typed: str, by: Person, committee: Committee) -> Letter:
    """The letter of a number as people type it.

    Raises:
        NotALetterNumber
        LetterNotFound: or not for this person.
        LetterIsWithAnother
    """
    number = LetterNumber.parse(typed, committee.code, tx.now.astimezone(committee.zone).year)
    letter = await letters.numbered(tx, str(number))
    if letter is None:
        raise LetterNotFound
    await to_see(tx, letter.id, by)
    return letter


@dataclass(frozen=True)
class RepliedTo:
    """A message that was replied to; ``text`` when it is one of ours and nothing else was being asked."""

    chat_id: int
    message_id: int
    text: str = field(default="", repr=False)


async def meant_by(tx: Tx, by: Person, album: str | None, replied_to: RepliedTo | None) -> Meant | None:
    """Which letter a message belongs to: its album's, or the one that the message it replies to shows."""
    if album and await letter_entries.of_album(tx, by.id, album):
        return Meant(is_album=True)
    if replied_to is None:
        return None
    if shown := await relays.find(tx, replied_to.chat_id, replied_to.message_id):
        return Meant(letter_id=shown["letter_id"])
    # Who is quick replies before the message they reply to is marked as sent: then its words tell.
    number = only_number_in(replied_to.text)
    letter = await letters.numbered(tx, number) if number else None
    return Meant(letter_id=letter.id) if letter else None


async def under_way(tx: Tx, by: Person) -> list[Letter]:
    """The open letters that a writer's next words may belong to: none unless one of them has been answered or was
    returned."""
    found = await letter_lists.open_of_writer(tx, by.id, OFFERED)
    return found if any(letter.answered_at is not None or letter.is_over for letter in found) else []


async def _refuse(tx: Tx, letter: Letter, who: Actor, otherwise: Exception) -> None:
    """Say who holds the letter now to one who held it before.

    Raises:
        LetterIsWithAnother
    """
    if await held_until(tx, letter, who):
        raise LetterIsWithAnother(number=letter.number, holder=await holder_named(tx, letter.desk))
    raise otherwise


async def held_until(tx: Tx, letter: Letter, who: Actor) -> datetime | None:
    """When it was taken from their hands, the last time; None when it never was in them."""
    own = desks(who)
    if not own:
        return None
    moments: list[datetime] = [
        event["happened_at"]
        for event in await letters.events(tx, letter.id)
        if event["kind"] in _TAKES_AWAY and unpacked(event["details_json"], "from") in own
    ]
    return max(moments, default=None)


async def lying_with(tx: Tx, by: Person, limit: int) -> list[Letter]:
    """Unsettled letters on this person's desks: a member's, their units', the office's; the oldest of each first."""
    who = await actor(tx, by)
    sits_at = [*desks(who), *([OFFICE_DESK] if who.is_office else [])]
    lying = [letter for desk in sits_at for letter in await letter_lists.open_with(tx, desk, 0, limit)]
    return lying[:limit]
