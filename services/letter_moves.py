"""A letter gets another holder: the new one sees all of it, the old one and the writer are told."""

from domain import letter_steps as rules
from domain.letters import AlreadyWithThem, Desk, EventKind, Letter
from domain.people import Person
from domain.refusals import Refusal
from services import answer_reviews, public_posts
from services import letter_access as access
from services import letter_post as post
from services import letter_views as views
from services.absences import check_is_here
from services.group_posts import Place, close_posts
from services.letter_parties import holder_named, holder_of, packed
from services.letters import MemberDoesNotServe, Receipt
from services.outbox import About
from storage import letter_entries, letters, people, units
from storage.db import Tx
from texts import Text


class UnitHasNobody(Refusal):
    """Nobody of it has joined, or all block us: a letter would lie there unseen. Argument: ``unit``."""

    text = "unit-has-nobody"


class UnitIsUnknown(Refusal):
    text = "unit-is-unknown"


async def check_may_hold(tx: Tx, desk: Desk) -> None:
    """May someone give them a letter now? The office is always there.

    Raises:
        MemberDoesNotServe, MemberIsAway
        UnitIsUnknown, UnitHasNobody
    """
    if desk.unit_id is not None:
        await _check_unit(tx, desk.unit_id)
    if desk.member_id is None:
        return
    if await people.serving(tx, desk.member_id) is None:
        raise MemberDoesNotServe
    await check_is_here(tx, desk.member_id)


async def _check_unit(tx: Tx, unit_id: int) -> None:
    unit = await units.get(tx, unit_id)
    if unit is None:
        raise UnitIsUnknown
    if not (await holder_of(tx, Desk(unit_id=unit_id))).is_reached:
        raise UnitHasNobody(unit=unit.name)


async def move(
    tx: Tx,
    letter: Letter,
    to: Desk,
    by: Person,
    why: EventKind,
    reason: str = "",
    pressed: Place | None = None,
) -> Receipt:
    """Give a letter, kept from others by now, to someone else's desk. ``pressed``: in the group.

    Raises:
        LetterIsClosed
        LetterWasReturned
        AlreadyWithThem
    """
    moved = await _moved(tx, letter, to)
    await letters.save(tx, moved)
    speaks = rules.speaks_for(letter, await access.actor(tx, by))
    ends = packed(from_=letter.desk, to=to)
    await letters.log(tx, letter.id, why, by.id, unit_id=speaks.unit_id, **ends, reason=reason)
    await public_posts.refresh(tx, moved)
    result = Receipt(moved, await holder_of(tx, to))
    await _deliver_thread(tx, result, letter.desk, reason)
    await _tell_who_holds_it(tx, result, letter.desk, by)
    await close_posts(tx, moved, result.holder.named, pressed)
    await answer_reviews.letter_went_on(tx, moved)
    return result


async def _moved(tx: Tx, letter: Letter, to: Desk) -> Letter:
    try:
        return rules.hand_over(letter, to, tx.now)
    except AlreadyWithThem:
        raise AlreadyWithThem(number=letter.number, holder=await holder_named(tx, to)) from None


async def _deliver_thread(tx: Tx, result: Receipt, before: Desk, reason: str) -> None:
    """The new holder gets all that was written so far, with all that came with it."""
    letter = result.letter
    thread = await letter_entries.of_letter(tx, letter.id)
    why = Text("because", reason=reason) if reason else ""
    came_from = await holder_named(tx, before)
    opening = await post.opening(tx, "letter-handed-to-you", letter, before=came_from, because=why)
    messages = [opening, *await views.thread(tx, letter, thread)]
    attached = [each for entry in thread for each in entry.attachments]
    await post.deliver(tx, letter, result.holder, messages, attached, thread[0].id)


async def _tell_who_holds_it(tx: Tx, result: Receipt, before: Desk, by: Person) -> None:
    letter = result.letter
    key = "letter-is-now-with" if result.holder.is_reached else "letter-is-now-with-absent-member"
    news = Text(key, number=letter.number, holder=result.holder.named)
    await post.show(tx, letter.writer_id, [news], about=About(letter.id))
    await post.tell_holders(
        tx,
        letter,
        before,
        Text("letter-was-handed-over", number=letter.number, holder=result.holder.named),
        but=by.id,
    )
