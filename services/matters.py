"""Gathering letters about one matter: shown, merged, taken out again; the writers are told what it means for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain import triage as triage_rules
from domain.absences import MemberIsAway
from domain.letter_steps import may_act
from domain.letters import Desk, EventKind, Letter, LetterState, LetterWasReturned
from domain.matters import LetterIsInMatter, LetterIsInNoMatter, LetterIsTheSame, Matter, MatterNotFound
from domain.people import NotForYourRole, Person
from services import letter_access as access
from services import letter_moves as moves
from services import letter_post as post
from services import public_posts
from services.group_posts import close_posts
from services.letter_parties import OFFICE
from services.letters import MemberDoesNotServe
from services.likeness import similar
from services.outbox import About
from storage import letters, matters, triage
from storage.db import Tx
from texts import Text

LISTED = 12
"""Matters in one message."""


@dataclass(frozen=True)
class Alike:
    """A letter, the matter it is in, and letters that may be about the same, each with the matter that it is in."""

    letter: Letter
    matter: Matter | None
    others: Sequence[tuple[Letter, Matter | None]]


@dataclass(frozen=True)
class Gathered:
    """A matter as one person sees it: ``hidden`` of its letters are not theirs to see."""

    matter: Matter
    letters: Sequence[Letter]
    hidden: int = 0


async def alike(tx: Tx, letter_id: int, by: Person) -> Alike:
    """
    Raises:
        LetterNotFound, NotYourLetter, LetterIsWithAnother
    """
    letter, who = await access.to_act(tx, letter_id, by)
    matter = await matters.of_letter(tx, letter.id)
    found = [(each, await matters.of_letter(tx, each.id)) for each in await similar(tx, letter, who)]
    return Alike(letter, matter, [each for each in found if not matter or each[1] != matter])


async def gathered(tx: Tx, matter_id: int, by: Person) -> Gathered:
    """A matter, for who may act on one of its letters.

    Raises:
        MatterNotFound
    """
    matter, who = await matters.get(tx, matter_id), await access.actor(tx, by)
    everyone = await matters.letters_of(tx, matter_id) if matter else []
    shown = [letter for letter in everyone if may_act(letter, who)]
    if matter is None or not (shown or who.is_office):
        raise MatterNotFound
    return Gathered(matter, shown, len(everyone) - len(shown))


async def newest(tx: Tx, by: Person) -> list[tuple[Matter, int]]:
    """The newest matters: all for the office, for a member those with a letter of theirs.

    Raises:
        NotForYourRole
    """
    who = await access.actor(tx, by)
    if not who.is_office and who.member is None:
        raise NotForYourRole
    return await matters.newest(tx, None if who.is_office or who.member is None else who.member.id, LISTED)


# --- merged and taken out ---------------------------------------------------------------------------------------------


async def merge(tx: Tx, letter_id: int, with_id: int, by: Person) -> Matter:
    """Gather a letter with another, or into the matter in which that one is. From triage it goes to who holds that one.

    Raises:
        LetterNotFound, NotYourLetter, LetterIsWithAnother
        LetterIsTheSame, LetterIsInMatter, LetterWasReturned
    """
    if letter_id == with_id:
        raise LetterIsTheSame
    # In one order, so that two who merge crosswise wait for each other once.
    seen = {number: (await access.to_act(tx, number, by))[0] for number in sorted((letter_id, with_id))}
    letter, lead = seen[letter_id], seen[with_id]
    _check_not_returned(letter, lead)
    if before := await matters.of_letter(tx, letter.id):
        raise LetterIsInMatter(number=letter.number, title=before.title)
    matter = await matters.of_letter(tx, lead.id) or await _begun(tx, lead, by)
    await _join(tx, matter, letter, by)
    await _out_of_triage(tx, letter, lead, by)
    return matter


def _check_not_returned(*several: Letter) -> None:
    for letter in several:
        if letter.state is LetterState.RETURNED:
            raise LetterWasReturned(number=letter.number)


async def _begun(tx: Tx, lead: Letter, by: Person) -> Matter:
    matter = await matters.add(tx, lead.topic or lead.number, by.id)
    await _join(tx, matter, lead, by)
    return matter


async def _join(tx: Tx, matter: Matter, letter: Letter, by: Person) -> None:
    if not await matters.join(tx, matter.id, letter.id, by.id):
        raise LetterIsInMatter(number=letter.number, title=matter.title)
    await letters.log(tx, letter.id, EventKind.MERGED, by.id, matter=matter.id)
    news = Text("letter-was-merged", number=letter.number)
    await post.show(tx, letter.writer_id, [news], about=About(letter.id))


async def _out_of_triage(tx: Tx, letter: Letter, lead: Letter, by: Person) -> None:
    """One decision for the whole matter: a letter in triage goes where the leading one is, or waits with it."""
    if not letter.is_in_triage:
        return
    await triage.take(tx, letter.id)
    kept = triage_rules.keep(letter)
    if lead.desk.is_office or not await _goes_to(tx, kept, lead.desk, by):
        await close_posts(tx, kept, OFFICE)
        await public_posts.refresh(tx, kept)


async def _goes_to(tx: Tx, letter: Letter, desk: Desk, by: Person) -> bool:
    """Give a letter to who holds the leading one; False when they are away or gone."""
    try:
        await moves.check_may_hold(tx, desk)
    except (MemberIsAway, MemberDoesNotServe, moves.UnitHasNobody):
        return False
    await moves.move(tx, letter, desk, by, EventKind.ASSIGNED)
    return True


async def follow(tx: Tx, lead: Letter, by: Person) -> None:
    """A letter was assigned from triage: those of its matter that waited with it go the same way."""
    matter = await matters.of_letter(tx, lead.id)
    if matter is None or lead.desk.is_office:
        return
    for seen in await matters.letters_of(tx, matter.id):
        each = await letters.get_to_change(tx, seen.id) if seen.id != lead.id else None
        # Its writer may have ended it meanwhile, or somebody taken it out.
        if each and each.desk.is_office and not each.is_over and await matters.of_letter(tx, each.id) == matter:
            await moves.move(tx, each, lead.desk, by, EventKind.ASSIGNED)


async def take_out(tx: Tx, letter_id: int, by: Person) -> Matter:
    """A letter goes its own way again; its writer is told.

    Raises:
        LetterNotFound, NotYourLetter, LetterIsWithAnother
        LetterIsInNoMatter
    """
    letter, _ = await access.to_act(tx, letter_id, by)
    matter = await matters.of_letter(tx, letter.id)
    if matter is None or not await matters.leave(tx, letter.id):
        raise LetterIsInNoMatter(number=letter.number)
    await letters.log(tx, letter.id, EventKind.TAKEN_OUT, by.id, matter=matter.id)
    news = Text("letter-was-taken-out", number=letter.number)
    await post.show(tx, letter.writer_id, [news], about=About(letter.id))
    return matter
