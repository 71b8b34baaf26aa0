"""A letter gets another holder: the new one sees all of it, the old one and the writer are told."""

from typing import Any

from domain import letters as rules
from domain.letters import AlreadyWithThem, EventKind, Letter
from domain.people import Person
from services import letter_post as post
from services import letter_views as views
from services import public_posts
from services.absences import check_is_here
from services.group_posts import Place, close_posts
from services.letter_parties import holder_named, holder_of
from services.letters import MemberDoesNotServe, Receipt
from services.outbox import About
from storage import letter_entries, letters, people
from storage.db import Tx
from texts import Text


async def check_may_hold(tx: Tx, member_id: int | None) -> None:
    """May someone give them a letter now? The office (None) is always there.

    Raises:
        MemberDoesNotServe
        MemberIsAway
    """
    if member_id is None:
        return
    if await people.serving(tx, member_id) is None:
        raise MemberDoesNotServe
    await check_is_here(tx, member_id)


async def move(
    tx: Tx,
    letter: Letter,
    to_member_id: int | None,
    by: Person,
    why: EventKind,
    reason: str = "",
    pressed: Place | None = None,
) -> Receipt:
    """Give a letter, kept from others by now, to another member or to the office (None). ``pressed``: in the group.

    Raises:
        LetterIsClosed
        LetterWasReturned
        AlreadyWithThem
    """
    moved = await _moved(tx, letter, to_member_id)
    await letters.save(tx, moved)
    details: dict[str, Any] = {"from": letter.member_id, "to": to_member_id, "reason": reason}
    await letters.log(tx, letter.id, why, by.id, **details)
    await public_posts.refresh(tx, moved)
    result = Receipt(moved, await holder_of(tx, to_member_id))
    await _deliver_thread(tx, result, letter.member_id, reason)
    await _tell_who_holds_it(tx, result, letter.member_id, by)
    await close_posts(tx, moved, result.holder.named, pressed)
    return result


async def _moved(tx: Tx, letter: Letter, to_member_id: int | None) -> Letter:
    try:
        return rules.hand_over(letter, to_member_id, tx.now)
    except AlreadyWithThem:
        raise AlreadyWithThem(number=letter.number, holder=await holder_named(tx, to_member_id)) from None


async def _deliver_thread(tx: Tx, result: Receipt, from_member_id: int | None, reason: str) -> None:
    """The new holder gets all that was written so far, with all that came with it."""
    letter = result.letter
    thread = await letter_entries.of_letter(tx, letter.id)
    why = Text("because", reason=reason) if reason else ""
    key, before = "letter-handed-to-you", await holder_named(tx, from_member_id)
    opening = await post.opening(tx, key, letter, before=before, because=why)
    messages = [opening, *await views.thread(tx, letter, thread)]
    attached = [each for entry in thread for each in entry.attachments]
    await post.deliver(tx, letter, result.holder, messages, attached, thread[0].id)


async def _tell_who_holds_it(tx: Tx, result: Receipt, from_member_id: int | None, by: Person) -> None:
    letter = result.letter
    key = "letter-is-now-with" if result.holder.is_reached else "letter-is-now-with-absent-member"
    news = Text(key, number=letter.number, holder=result.holder.named)
    await post.show(tx, letter.writer_id, [news], about=About(letter.id))
    await post.tell_holders(
        tx,
        letter,
        from_member_id,
        Text("letter-was-handed-over", number=letter.number, holder=result.holder.named),
        but=by.id,
    )
