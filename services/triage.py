"""The office's triage: one letter after another that nobody holds yet, given to a member, kept, or returned."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain import triage as rules
from domain.letter_kinds import Mark
from domain.letter_pieces import parts
from domain.letter_steps import check_open
from domain.letters import Desk, EventKind, Letter, LetterNotFound, Side
from domain.matters import LetterIsMerged
from domain.moderation import NotHeld
from domain.people import Member, NotForYourRole, Person, Role, check_role
from domain.refusals import Refusal
from domain.short_words import check_words
from domain.triage import ClaimIsYourOwn, LetterIsForOffice, LetterIsTaken, Suggestion
from services import group_posts, public_posts
from services import letter_moves as moves
from services import letter_post as post
from services import matters as gathering
from services.group_posts import Place
from services.letter_parties import OFFICE, holder_named, writer_named
from services.letters import Receipt
from services.outbox import About
from storage import absences, letter_entries, letter_holds, letters, matters, people, triage
from storage.db import Tx
from storage.letter_holds import Hold
from texts import Text

CARD_CHARACTERS = 1500
"""Of a letter's text on its card."""


class ReasonIsWanted(Refusal):
    """A letter is not returned without a word."""

    text = "triage-reason-is-wanted"


@dataclass(frozen=True)
class Card:
    """A letter in triage as the office decides on it. ``text`` is its beginning, ``is_more`` whether there is more."""

    letter: Letter
    who: Text
    text: str
    is_more: bool
    attachments: int
    waiting: int
    suggestions: Sequence[Suggestion]
    held: Hold | None = None
    held_for: Text | None = None


async def next_card(tx: Tx, by: Person, after_id: int | None = None) -> Card | None:
    """The oldest letter in triage, or the next one after a letter; None when there is no more.

    Raises:
        NotForYourRole
    """
    check_role(by, Role.OFFICE)
    after = await letters.get(tx, after_id) if after_id is not None else None
    letter = await triage.waiting(tx, after)
    return await _card(tx, letter) if letter else None


async def card(tx: Tx, letter_id: int, by: Person) -> Card:
    """The card of this letter.

    Raises:
        NotForYourRole
        LetterNotFound
        LetterIsTaken, LetterIsForOffice, LetterIsClosed, LetterWasReturned
    """
    check_role(by, Role.OFFICE)
    letter = await letters.get(tx, letter_id)
    if letter is None or not letter.is_in_triage:
        await _refuse(tx, letter)
    assert letter is not None
    return await _card(tx, letter)


async def _card(tx: Tx, letter: Letter) -> Card:
    entries = await letter_entries.of_letter(tx, letter.id)
    written = "\n".join(entry.text for entry in entries if entry.side is Side.WRITER)
    text, *more = parts(written, CARD_CHARACTERS)
    held = await letter_holds.of_letter(tx, letter.id)
    return Card(
        letter,
        await writer_named(tx, letter),
        text,
        bool(more) or any(entry.side is Side.HOLDER for entry in entries),
        sum(len(entry.attachments) for entry in entries),
        await triage.count(tx),
        rules.suggest(written, await _free_members(tx, letter), await triage.loads(tx)),
        held,
        await holder_named(tx, held.desk) if held else None,
    )


async def _free_members(tx: Tx, letter: Letter) -> list[Member]:
    """All who serve, are not away, can be reached, and did not write the letter themselves; of an anonymous letter its
    writer as well, whom the office would otherwise miss among them."""
    away, reached = await absences.away_now(tx), await people.reached(tx)
    known_writer = None if letter.is_anonymous else letter.writer_id
    return [
        member
        for member in await people.members(tx)
        if member.id not in away and member.person_id in reached and member.person_id != known_writer
    ]


# --- who shall hold it ------------------------------------------------------------------------------------------------


async def assign(tx: Tx, letter_id: int, by: Person, member_id: int) -> Receipt:
    """A member holds a letter from triage from now on. Of two who press at once one is told who was quicker.

    Raises:
        NotForYourRole
        MemberDoesNotServe, MemberIsAway
        LetterNotFound
        LetterIsTaken, LetterIsForOffice, LetterIsClosed, LetterWasReturned
    """
    check_role(by, Role.OFFICE)
    await moves.check_may_hold(tx, Desk(member_id))
    letter = await _taken(tx, letter_id)
    return await _assigned(tx, letter, member_id, by)


async def assign_to(tx: Tx, letter_id: int, by: Person, desk: Desk, reason: str = "") -> Receipt:
    """As ``assign``, to a unit or a department as well, with the reason: 转单位.

    Raises:
        As assign.
        UnitIsUnknown, UnitHasNobody
        WordsAreTooLong
    """
    check_role(by, Role.OFFICE)
    reason = check_words(reason)
    await moves.check_may_hold(tx, desk)
    letter = await _taken(tx, letter_id)
    receipt = await moves.move(tx, letter, desk, by, EventKind.ASSIGNED, reason)
    await gathering.follow(tx, receipt.letter, by)
    return receipt


async def release(tx: Tx, letter_id: int, by: Person) -> Receipt:
    """A letter that was held for a look goes to whom it was for.

    Raises:
        NotForYourRole
        MemberDoesNotServe, MemberIsAway
        LetterNotFound
        NotHeld
        LetterIsTaken, LetterIsForOffice, LetterIsClosed, LetterWasReturned
    """
    check_role(by, Role.OFFICE)
    letter = await _taken(tx, letter_id)
    held = await letter_holds.of_letter(tx, letter_id)
    if held is None:
        raise NotHeld(number=letter.number)
    await moves.check_may_hold(tx, held.desk)
    return await moves.move(tx, letter, held.desk, by, EventKind.RELEASED)


async def check_is_with_office(tx: Tx, letter_id: int, by: Person) -> None:
    """Can the office still give it to someone?

    Raises:
        NotForYourRole
        LetterNotFound
        LetterIsTaken, LetterIsClosed, LetterWasReturned
    """
    check_role(by, Role.OFFICE)
    letter = await letters.get(tx, letter_id)
    if letter is None or not letter.desk.is_office:
        await _refuse(tx, letter)
    assert letter is not None
    check_open(letter)


async def assign_of_office(tx: Tx, letter_id: int, by: Person, member_id: int) -> Receipt:
    """As ``assign``, also for a letter that the office keeps.

    Raises:
        As assign, but for LetterIsForOffice.
    """
    check_role(by, Role.OFFICE)
    await moves.check_may_hold(tx, Desk(member_id))
    letter = await letters.get_to_change(tx, letter_id)
    if letter is None or not letter.desk.is_office:
        await _refuse(tx, letter)
    assert letter is not None
    return await _assigned(tx, letter, member_id, by)


async def _assigned(tx: Tx, letter: Letter, member_id: int, by: Person) -> Receipt:
    """The member holds it, and what was merged with it and waited."""
    receipt = await moves.move(tx, letter, Desk(member_id), by, EventKind.ASSIGNED)
    await gathering.follow(tx, receipt.letter, by)
    return receipt


async def keep(tx: Tx, letter_id: int, by: Person) -> Letter:
    """The office deals with it itself; the writer is told.

    Raises:
        NotForYourRole
        LetterNotFound
        LetterIsTaken, LetterIsForOffice, LetterIsClosed, LetterWasReturned
    """
    check_role(by, Role.OFFICE)
    letter = rules.keep(await _taken(tx, letter_id))
    await letters.log(tx, letter.id, EventKind.KEPT, by.id)
    news = Text("letter-is-kept", number=letter.number)
    await post.show(tx, letter.writer_id, [news], about=About(letter.id))
    await group_posts.close_posts(tx, letter, OFFICE)
    await public_posts.refresh(tx, letter)
    return letter


async def send_back(tx: Tx, letter_id: int, by: Person, reason: str) -> Letter:
    """Back to its writer, who is told why and may go on with it.

    Raises:
        NotForYourRole
        ReasonIsWanted, WordsAreTooLong
        LetterNotFound
        LetterIsTaken, LetterIsForOffice, LetterIsClosed, LetterWasReturned
    """
    check_role(by, Role.OFFICE)
    reason = check_words(reason)
    if not reason:
        raise ReasonIsWanted
    returned = rules.send_back(await _taken(tx, letter_id), tx.now)
    await letters.save(tx, returned)
    await letters.log(tx, returned.id, EventKind.RETURNED, by.id, reason=reason)
    await public_posts.refresh(tx, returned)
    news = Text("letter-returned", number=returned.number, reason=reason)
    await post.show(tx, returned.writer_id, [news], about=About(returned.id), buttons=post.returned_buttons(returned))
    await group_posts.close_posts(tx, returned, OFFICE)
    return returned


async def mark(tx: Tx, letter_id: int, by: Person, label: Mark | None) -> Letter:
    """Put a label on a letter, or take it off. The writer does not see it.

    Raises:
        NotForYourRole
        LetterNotFound
        LetterIsClosed, LetterWasReturned
    """
    check_role(by, Role.OFFICE)
    letter = await letters.get_to_change(tx, letter_id)
    if letter is None:
        raise LetterNotFound
    check_open(letter)
    if letter.mark is label:
        return letter
    marked = replace(letter, mark=label)
    await letters.save(tx, marked)
    await letters.log(tx, letter.id, EventKind.MARKED, by.id, mark=label.value if label else "")
    return marked


# --- the members' group -----------------------------------------------------------------------------------------------


async def post_to_group(tx: Tx, letter_id: int, by: Person, chat_id: int | None, language: str) -> bool:
    """Show a letter from triage to the members' group. False when it is there already.

    Raises:
        NotForYourRole
        NoMembersGroup
        LetterNotFound
        LetterIsPrivate
        LetterIsTaken, LetterIsForOffice, LetterIsClosed, LetterWasReturned
    """
    check_role(by, Role.OFFICE)
    if chat_id is None:
        raise group_posts.NoMembersGroup
    letter = await letters.get_to_change(tx, letter_id)
    if letter is None or not letter.is_in_triage:
        await _refuse(tx, letter)
    assert letter is not None
    if await group_posts.is_posted(tx, letter):
        return False
    await group_posts.post(tx, letter, by, chat_id, language)
    return True


async def claim(tx: Tx, letter_id: int, by: Person, pressed: Place | None = None) -> Receipt:
    """A member takes a letter that was posted to the group. Exactly one does, even when two press at once.

    Raises:
        NotForYourRole
        LetterNotFound: or it was never posted.
        ClaimIsYourOwn
        LetterIsTaken, LetterIsForOffice, LetterIsClosed, LetterWasReturned, LetterIsPrivate
    """
    member = await people.member_of(tx, by.id)
    if member is None or member.left_on is not None:
        raise NotForYourRole
    letter = await letters.get(tx, letter_id)
    if letter is None or not await group_posts.was_posted(tx, letter):
        raise LetterNotFound
    if letter.writer_id == by.id:
        raise ClaimIsYourOwn
    letter = await _taken(tx, letter_id)
    rules.check_may_be_posted(letter)
    return await moves.move(tx, letter, Desk(member.id), by, EventKind.CLAIMED, pressed=pressed)


# --- who was quicker --------------------------------------------------------------------------------------------------


async def _taken(tx: Tx, letter_id: int) -> Letter:
    """The letter, taken out of triage by this one alone and kept from others.

    Raises:
        LetterNotFound
        LetterIsTaken, LetterIsForOffice, LetterIsClosed, LetterWasReturned
    """
    is_first = await triage.take(tx, letter_id)
    letter = await letters.get_to_change(tx, letter_id)
    if letter is None or not is_first:
        await _refuse(tx, letter)
    assert letter is not None
    return letter


async def _refuse(tx: Tx, letter: Letter | None) -> None:
    """Say what became of a letter that is not in triage (any more).

    Raises:
        LetterNotFound
        LetterIsMerged
        LetterIsTaken, LetterIsForOffice, LetterIsClosed, LetterWasReturned
    """
    if letter is None:
        raise LetterNotFound
    check_open(letter)
    if matter := await matters.of_letter(tx, letter.id):
        holder = await holder_named(tx, letter.desk)
        raise LetterIsMerged(number=letter.number, title=matter.title, holder=holder)
    if letter.desk.is_office:
        raise LetterIsForOffice(number=letter.number)
    raise LetterIsTaken(number=letter.number, holder=await holder_named(tx, letter.desk))
