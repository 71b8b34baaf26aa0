"""What is written in a letter: submitting it, answering it, going on with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from domain import letter_steps as rules
from domain.absences import Absence
from domain.anonymity import check_anonymous
from domain.floods import TooManyLetters, letters_a_day
from domain.letter_kinds import LetterKind
from domain.letter_numbers import LetterNumber
from domain.letter_pieces import Piece, attachments, check_whole, is_its_topic, topic, whole_text
from domain.letters import OFFICE_DESK, Actor, Desk, EventKind, Letter, Side
from domain.people import Person
from domain.refusals import Refusal
from domain.settings import Committee, Mailbox
from domain.triage import begins_in_triage
from services import group_posts, public_posts
from services import letter_access as access
from services import letter_post as post
from services import letter_watch as watch
from services.absences import Receiver, receiver
from services.letter_parties import (
    OFFICE,
    Holder,
    holder_named,
    holder_of,
    kind_named,
    member_named,
    packed,
    unit_named,
)
from services.outbox import About
from storage import letter_entries, letters, people
from storage.db import Tx
from storage.letter_entries import Entry
from texts import Text

NO_WORDS = Mailbox(urgent_words=())


class MemberDoesNotServe(Refusal):
    """The member chosen has left, or the link is of nobody."""

    text = "member-does-not-serve"


@dataclass(frozen=True)
class NewLetter:
    """A letter about to be submitted. Without ``member_id`` and ``unit_id``: to the office, as what its ``kind`` says;
    ``draft_id``: its dialogue; ``follows``: the settled letter that it goes on with."""

    member_id: int | None
    is_anonymous: bool
    pieces: Sequence[Piece] = field(repr=False)
    draft_id: int | None = None
    kind: LetterKind = LetterKind.ANYONE
    unit_id: int | None = None
    follows: Letter | None = None

    @property
    def desk(self) -> Desk:
        return Desk(self.member_id, self.unit_id)

    @property
    def door(self) -> LetterKind:
        """To a member is to a member; what goes on came by the door of what it goes on with."""
        if self.follows is not None:
            return self.follows.kind
        return self.kind if self.member_id is None else LetterKind.MEMBER

    @property
    def wants_triage(self) -> bool:
        """Must the office find out who shall hold it, where nobody else can?"""
        return begins_in_triage(self.door) if self.follows is None else not self.follows.desk.is_office


@dataclass(frozen=True)
class Receipt:
    """What came of it: which letter, who holds it now, whether it was over before, whose absence sent it there, which
    settled letter it goes on with as a new one, and whether it waits for a look."""

    letter: Letter
    holder: Holder
    is_reopened: bool = False
    away: Absence | None = None
    follows: Letter | None = None
    is_held: bool = False


async def submit(tx: Tx, writer: Person, new: NewLetter, limits: Mailbox, committee: Committee) -> Receipt:
    """Give the letter its number and show it to who holds it. A draft submitted twice is one letter.

    Raises:
        LetterIsEmpty
        LetterIsTooLong
        TooManyAttachments
        MemberDoesNotServe
        CannotGoAnonymously
        TooManyLetters
        YouAreKeptOut
    """
    await watch.check_let_in(tx, writer)
    check_whole(new.pieces, limits)
    if new.is_anonymous:
        check_anonymous(new.pieces)
    if new.member_id is not None and await people.serving(tx, new.member_id) is None:
        raise MemberDoesNotServe
    if new.draft_id is not None and (before := await submitted_before(tx, writer, new.draft_id)):
        return before
    await _check_has_letters_left(tx, writer, limits)
    held = watch.held_words(new.pieces, new.desk, limits)
    to = await receiver(tx, new.member_id) if new.member_id is not None and not held else Receiver(None)
    letter = await _received(tx, writer, new, to, committee, is_held=bool(held))
    entry_id = await _keep(tx, letter, writer, Side.WRITER, new.pieces, is_found=True)
    await _log_submitted(tx, letter, new)
    if held:
        await watch.hold(tx, letter, new.desk, held, was_there=False)
    key = "letter-for-you-short" if is_its_topic(new.pieces) else "letter-for-you"
    opening = await post.opening(tx, key, letter, kind=kind_named(letter.kind))
    holder, messages = await holder_of(tx, letter.desk), post.whole(letter, opening, new.pieces)
    notices = [*_link(letter, new.follows), *await _redirected(tx, letter, to.away)]
    await post.deliver(tx, letter, holder, [*notices, *messages], attachments(new.pieces), entry_id)
    await watch.alarm(tx, letter, writer, new.pieces, limits)
    return Receipt(letter, holder, away=to.away, follows=new.follows, is_held=bool(held))


async def _log_submitted(tx: Tx, letter: Letter, new: NewLetter) -> None:
    """In both letters, where it goes on with another."""
    details: dict[str, Any] = packed(to=new.desk)
    if new.follows is not None:
        details |= {"follows": new.follows.number}
    await letters.log(tx, letter.id, EventKind.SUBMITTED, letter.writer_id, **details)
    if new.follows is not None:
        await letters.log(tx, new.follows.id, EventKind.CONTINUED, letter.writer_id, number=letter.number)


def _link(letter: Letter, old: Letter | None) -> list[Text]:
    return [Text("letter-follows-another", number=letter.number, old=old.number)] if old else []


async def _check_has_letters_left(tx: Tx, writer: Person, limits: Mailbox) -> None:
    """Raises:
    TooManyLetters
    """
    limit = letters_a_day(writer, limits, tx.now)
    if limit and await letters.count_since(tx, writer.id, tx.now - timedelta(days=1)) >= limit:
        raise TooManyLetters(limit=limit)


async def _redirected(tx: Tx, letter: Letter, away: Absence | None) -> list[Text]:
    """Log that the letter goes to someone else while its member is away; why it came, for them to read."""
    if away is None:
        return []
    until = away.until_on
    ends = packed(from_=Desk(away.member_id), to=letter.desk)
    await letters.log(tx, letter.id, EventKind.REDIRECTED, None, **ends, until=until.isoformat())
    absent = await holder_named(tx, Desk(away.member_id))
    return [Text("letter-comes-instead-of", number=letter.number, absent=absent, until=until)]


async def submitted_before(tx: Tx, writer: Person, draft_id: int) -> Receipt | None:
    """The letter that this draft became already, and who holds it now."""
    letter = await letters.of_draft(tx, draft_id, writer.id)
    return Receipt(letter, await holder_of(tx, letter.desk)) if letter else None


async def follow_up(
    tx: Tx, letter_id: int, by: Person, pieces: Sequence[Piece], limits: Mailbox, *, through: Person | None = None
) -> Receipt:
    """The writer goes on (``through`` whoever keys it in for them); a settled letter is open again.

    Raises:
        LetterNotFound: it is not theirs.
        LetterIsEmpty
        LetterIsTooLong
        TooManyAttachments
        CannotGoAnonymously
        YouAreKeptOut
    """
    await watch.check_let_in(tx, by)
    check_whole(pieces, limits)
    letter = await access.of_writer(tx, letter_id, by)
    if letter.is_anonymous:
        check_anonymous(pieces)
    going_on = rules.follow_up(letter, tx.now)
    held = watch.held_words(pieces, letter.desk, limits)
    if held:
        going_on = rules.hand_over(going_on, OFFICE_DESK, tx.now)
    await letters.save(tx, going_on)
    entry_id = await _keep(tx, letter, by, Side.WRITER, pieces)
    if letter.is_over:
        await letters.log(tx, letter.id, EventKind.REOPENED, by.id)
        await group_posts.follow(tx, going_on)
    keyed_in = {"recorder": through.id} if through else {}
    await letters.log(tx, letter.id, EventKind.FOLLOWED_UP, by.id, entry=entry_id, **keyed_in)
    if held:
        await watch.hold(tx, going_on, letter.desk, held, was_there=True)
    await public_posts.refresh(tx, going_on, has_new_words=True)
    opening = await post.opening(tx, "letter-is-open-again" if letter.is_over else "letter-goes-on", letter)
    holder, messages = await holder_of(tx, going_on.desk), post.whole(letter, opening, pieces)
    await post.deliver(tx, going_on, holder, messages, attachments(pieces), entry_id)
    await watch.alarm(tx, going_on, by, pieces, limits)
    return Receipt(going_on, holder, is_reopened=letter.is_over, is_held=bool(held))


async def answer(
    tx: Tx, letter_id: int, by: Person, pieces: Sequence[Piece], limits: Mailbox, *, asks: bool = False
) -> Letter:
    """The holder's word, or the office's, to the writer; ``asks``: a question, and the clock stands until they go on.

    Raises:
        LetterNotFound
        NotYourLetter
        LetterIsWithAnother: it was handed over meanwhile.
        LetterIsClosed
        LetterIsEmpty
        LetterIsTooLong
        TooManyAttachments
    """
    check_whole(pieces, limits)
    letter, who = await access.to_act(tx, letter_id, by)
    say = rules.ask if asks else rules.answer
    answered = say(await seen(tx, letter, who), tx.now)
    await letters.save(tx, answered)
    if letter.is_in_triage:
        await group_posts.close_posts(tx, answered, OFFICE)
    entry_id = await keep_of_holder(tx, letter, who, pieces)
    who_named, unit_id = await author_named(tx, letter, who), rules.speaks_for(letter, who).unit_id
    what = EventKind.ASKED if asks else EventKind.ANSWERED
    await letters.log(tx, letter.id, what, by.id, unit_id=unit_id, entry=entry_id)
    await public_posts.refresh(tx, answered, has_new_words=True)
    opening = Text("letter-asks-you" if asks else "letter-answered", number=letter.number, who=who_named)
    messages, buttons = post.whole(letter, opening, pieces), post.writer_buttons(letter)
    about = About(letter.id, entry_id)
    await post.show(tx, letter.writer_id, messages, attachments(pieces), about=about, buttons=buttons)
    return answered


async def add_to_album(tx: Tx, by: Person, piece: Piece) -> None:
    """A later piece of an album whose first one is in a letter already: it goes the same way, without a word."""
    assert piece.album is not None
    first = await letter_entries.of_album(tx, by.id, piece.album)
    assert first is not None
    letter = await letters.get_to_change(tx, first["letter_id"])
    assert letter is not None
    side = Side(first["side"])
    if letter.is_anonymous and side is Side.WRITER:
        check_anonymous([piece])
    began_id = first["sent_with_id"] or first["id"]
    unit_id = rules.speaks_for(letter, await access.actor(tx, by)).unit_id if side is Side.HOLDER else None
    await letter_entries.add(tx, letter.id, by.id, side, piece, sent_with_id=began_id, unit_id=unit_id)
    others = await post.readers(tx, letter) if side is Side.WRITER else [letter.writer_id]
    for person_id in others:
        await post.show_more(tx, person_id, letter, piece, About(letter.id, began_id))


# --- shared with letter_course ----------------------------------------------------------------------------------------


async def seen(tx: Tx, letter: Letter, who: Actor) -> Letter:
    """The letter, read from now on if this is who holds it."""
    now_read = rules.read(letter) if rules.holds(letter, who) else letter
    if now_read is not letter:
        await letters.save(tx, now_read)
        unit_id = rules.speaks_for(letter, who).unit_id
        await letters.log(tx, letter.id, EventKind.READ, who.person.id, unit_id=unit_id)
    return now_read


async def keep_of_holder(tx: Tx, letter: Letter, who: Actor, pieces: Sequence[Piece]) -> int:
    """Keep what the holder's side wrote, and let the others on that side see it; its first entry."""
    unit_id = rules.speaks_for(letter, who).unit_id
    entry_id = await _keep(tx, letter, who.person, Side.HOLDER, pieces, unit_id)
    named = await author_named(tx, letter, who)
    opening = Text("letter-answered-by-colleague", number=letter.number, who=named)
    messages, about = post.whole(letter, opening, pieces), About(letter.id, entry_id)
    for person_id in (await holder_of(tx, letter.desk)).person_ids:
        if person_id != who.person.id:
            await post.show(tx, person_id, messages, attachments(pieces), about=about)
    return entry_id


async def author_named(tx: Tx, letter: Letter, who: Actor) -> Text:
    """A member by name; who speaks for a unit or the office by its name."""
    return await holder_named(tx, rules.speaks_for(letter, who))


def author_of(entry: Entry) -> Text:
    """The same of an entry on the holder's side."""
    if entry.unit is not None:
        return unit_named(entry.unit)
    return member_named(entry.author_name) if entry.author_member_id is not None else OFFICE


async def _keep(
    tx: Tx,
    letter: Letter,
    author: Person,
    side: Side,
    pieces: Sequence[Piece],
    unit_id: int | None = None,
    *,
    is_found: bool = False,
) -> int:
    """Keep each message as an entry, written in a unit's name or not; the first one's id."""
    first, *more = pieces
    how: dict[str, Any] = {"unit_id": unit_id, "is_found": is_found}
    first_id = await letter_entries.add(tx, letter.id, author.id, side, first, **how)
    for piece in more:
        await letter_entries.add(tx, letter.id, author.id, side, piece, sent_with_id=first_id, **how)
    return first_id


async def _received(
    tx: Tx, writer: Person, new: NewLetter, to: Receiver, committee: Committee, *, is_held: bool
) -> Letter:
    # The number comes last of what may fail, so that few wait for its row.
    year = tx.now.astimezone(committee.zone).year
    number = LetterNumber(committee.code, year, await letters.next_running(tx, year))
    unit_id = None if is_held else new.unit_id
    is_with_office = to.member_id is None and unit_id is None
    return await letters.add(
        tx,
        str(number),
        writer.id,
        to.member_id,
        topic(whole_text(new.pieces)),
        kind=new.door,
        is_in_triage=is_with_office and (is_held or to.away is not None or new.wants_triage),
        is_anonymous=new.is_anonymous,
        draft_id=new.draft_id,
        unit_id=unit_id,
        follows_id=new.follows.id if new.follows else None,
        texts=[piece.text for piece in new.pieces],
    )
