"""Opening an anonymous writer's identity: asked with a reason, consented to by a second person, written down."""

from datetime import timedelta

from domain.letters import Letter, LetterNotFound
from domain.openings import (
    ConsentIsYourOwn,
    LetterIsSigned,
    NobodyToConsent,
    OpenedBefore,
    OpeningIsAsked,
    OpeningIsOver,
    OpeningReasonIsWanted,
)
from domain.people import Person, Role, check_role
from domain.settings import Privacy
from domain.short_words import check_words
from services import letter_access as access
from services import letter_post as post
from services.outbox import About, Button, Envelope, tell
from storage import audit, letters, openings, people
from storage.db import Tx
from storage.openings import Opening
from texts import Text


async def check_may_ask(tx: Tx, letter_id: int, by: Person) -> Letter:
    """May this person ask for the identity behind this letter?

    Raises:
        NotForYourRole, LetterNotFound, LetterIsSigned, NobodyToConsent, OpenedBefore, OpeningIsAsked
    """
    check_role(by, Role.OFFICE)
    letter, _ = await access.to_see(tx, letter_id, by)
    if not letter.is_anonymous:
        raise LetterIsSigned(number=letter.number)
    if not await _others(tx, by):
        raise NobodyToConsent
    before = await openings.standing(tx, letter.id)
    if before is not None and before.opened_at is not None:
        raise OpenedBefore(number=letter.number, day=before.opened_at)
    if before is not None and before.expires_at > tx.now:
        raise OpeningIsAsked(number=letter.number)
    return letter


async def ask(tx: Tx, letter_id: int, by: Person, reason: str, privacy: Privacy) -> Letter:
    """Ask everyone else of the office for consent.

    Raises:
        As check_may_ask; OpeningReasonIsWanted, WordsAreTooLong
    """
    reason = check_words(reason)
    if not reason:
        raise OpeningReasonIsWanted
    # Of two who ask at once the second is told that it is asked already.
    await letters.get_to_change(tx, letter_id)
    letter = await check_may_ask(tx, letter_id, by)
    if (before := await openings.standing(tx, letter.id)) is not None:
        await openings.decide(tx, before.id, None, is_opened=False)
    expires_at = tx.now + timedelta(hours=privacy.opening_waits_hours)
    opening_id = await openings.add(tx, letter.id, by.id, reason, expires_at)
    await audit.add(tx, by.id, "identity-asked", letter=letter.id, opening=opening_id)
    yes_or_no = [
        [
            Button("button-opening-yes", f"identity-yes:{opening_id}"),
            Button("button-opening-no", f"identity-no:{opening_id}"),
        ],
        [Button("button-whole-letter", f"letter-open:{letter.id}")],
    ]
    asked = Text("opening-asked-of-you", number=letter.number, name=by.name, reason=reason, until=expires_at)
    for person_id in await _others(tx, by):
        await tell(tx, person_id, asked, buttons=yes_or_no, envelope=Envelope(about=About(letter.id)))
    return letter


async def consent(tx: Tx, opening_id: int, by: Person, privacy: Privacy) -> Letter:
    """The second person says yes: who asked sees the name; the writer hears of it.

    Raises:
        NotForYourRole, LetterNotFound, ConsentIsYourOwn, OpeningIsOver
    """
    opening, letter = await _waiting(tx, opening_id, by)
    await openings.decide(tx, opening.id, by.id, is_opened=True)
    await audit.add(tx, by.id, "identity-opened", letter=letter.id, opening=opening.id)
    writer = await people.get(tx, letter.writer_id)
    phone = writer.phone or Text("opening-no-phone")
    shown = Text("opening-identity", number=letter.number, name=writer.name, phone=phone, by=by.name)
    await tell(tx, opening.asked_by_id, shown)
    if privacy.tell_writer_of_opening:
        news = Text("opening-told-to-writer", number=letter.number, reason=opening.reason)
        await post.show(tx, letter.writer_id, [news], about=About(letter.id))
    return letter


async def decline(tx: Tx, opening_id: int, by: Person) -> Letter:
    """The second person says no.

    Raises:
        As consent.
    """
    opening, letter = await _waiting(tx, opening_id, by)
    await openings.decide(tx, opening.id, by.id, is_opened=False)
    await audit.add(tx, by.id, "identity-kept", letter=letter.id, opening=opening.id)
    await tell(tx, opening.asked_by_id, Text("opening-declined", number=letter.number, by=by.name))
    return letter


async def _waiting(tx: Tx, opening_id: int, by: Person) -> tuple[Opening, Letter]:
    check_role(by, Role.OFFICE)
    opening = await openings.get_to_change(tx, opening_id)
    letter = await letters.get(tx, opening.letter_id) if opening else None
    if opening is None or letter is None:
        raise LetterNotFound
    if opening.decided_at is not None or opening.expires_at <= tx.now:
        raise OpeningIsOver(number=letter.number)
    if opening.asked_by_id == by.id:
        raise ConsentIsYourOwn
    return opening, letter


async def _others(tx: Tx, by: Person) -> list[int]:
    """Everyone else of the office who can be asked."""
    ids = [each for each in await people.with_role(tx, Role.OFFICE) if each != by.id]
    return [each for each in ids if await people.address(tx, each) is not None]
