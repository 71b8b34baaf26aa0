"""Service cards: a member issues them, the contact scans one and says who they are.

Source: J7, 三（二）2. What stands on a card, and its code, are the software's own default.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from domain import cards as rules
from domain.cards import IN_USE, Card, CardHasEnded, CardIsIssued, CardIsLost, CardIsYourOwn, CardState, NoCardInUse
from domain.contacts import Contact
from domain.guesses import WrongCode
from domain.people import Member, Person
from domain.refusals import Refusal
from domain.settings import Cards, Committee
from services import contacts
from services.guesses import must_not_wait
from services.outbox import Button, Paper, Picture, tell
from storage import cards, people
from storage import contacts as stored_contacts
from storage.db import Tx
from texts import Text

CODE_BYTES = 16
PAPER, PICTURE = "service-cards", "service-card"


class CardUnknown(WrongCode):
    text = "card-unknown"


class NoCardsToIssue(Refusal):
    """Every contact has a card, or there is no contact."""

    text = "card-none-to-issue"


class AlreadyAnotherContact(Refusal):
    """The person is another contact of the same member. Arguments: ``member``, ``contact``, who they are."""

    text = "card-you-are-another"


class NoCard(Refusal):
    """Nobody's card was scanned by this person."""

    text = "card-you-have-none"


@dataclass(frozen=True)
class Issued:
    """A fresh card. ``code`` is shown once and kept nowhere."""

    contact: Contact
    code: str = field(repr=False)

    def link(self, bot_name: str) -> str:
        return f"https://t.me/{bot_name}?start=card_{self.code}"


@dataclass(frozen=True)
class Scanned:
    """A card that somebody holds in their hands, and whose it is."""

    card: Card
    contact: Contact
    member: Member


# --- the member -------------------------------------------------------------------------------------------------------


async def of_member(tx: Tx, member: Member) -> list[tuple[Contact, Card | None]]:
    """The contacts registered now, each with their newest card."""
    newest = await cards.latest_of_member(tx, member.id)
    return [(contact, newest.get(contact.id)) for contact in await contacts.of_member(tx, member)]


async def of_contact(tx: Tx, member: Member, contact_id: int) -> tuple[Contact, Card | None]:
    """Raises: NotYourContact."""
    contact = await contacts.own(tx, member, contact_id)
    return contact, await cards.latest(tx, contact.id)


async def issue(tx: Tx, member: Member, contact_id: int) -> Issued:
    """A card for one contact.

    Raises:
        NotYourContact, ContactHasEnded, CardIsIssued
    """
    contact, card = await of_contact(tx, member, contact_id)
    contacts.must_be_active(contact)
    if card is not None and card.state in IN_USE:
        raise CardIsIssued(contact=contact.name)
    return await _issue(tx, contact)


async def issue_all(tx: Tx, member: Member) -> list[Issued]:
    """Cards for all who have none that works.

    Raises:
        NoCardsToIssue
    """
    without = [contact for contact, card in await of_member(tx, member) if card is None or card.state not in IN_USE]
    if not without:
        raise NoCardsToIssue
    return [await _issue(tx, contact) for contact in without]


async def replace(tx: Tx, member: Member, contact_id: int, card_id: int) -> Issued:
    """This card is lost: its code dies, and a new one is made.

    Whoever held the old one may be a stranger, so the new one has to be scanned before visits are asked about again.

    Raises:
        NotYourContact, ContactHasEnded, NoCardInUse
        CardIsIssued: another one has taken its place.
    """
    contact, card = await _in_use(tx, member, contact_id)
    contacts.must_be_active(contact)
    if card.id != card_id:
        raise CardIsIssued(contact=contact.name)
    await _move(tx, card, CardState.LOST, contact)
    await cards.unbind(tx, contact.id)
    if contact.person_id is not None:
        await tell(tx, contact.person_id, Text("card-was-replaced", member=member.name))
    return await _issue(tx, contact)


async def mark_delivered(tx: Tx, member: Member, contact_id: int) -> Contact:
    """The member says that the contact has it.

    Raises:
        NotYourContact, NoCardInUse, CardCanNotBecome
    """
    contact, card = await _in_use(tx, member, contact_id)
    await _move(tx, card, CardState.DELIVERED, contact)
    return contact


async def issue_unseen(tx: Tx, contact: Contact) -> None:
    """A row for a card that came back and was not made here; nobody knows its code."""
    await _issue(tx, contact)


async def _in_use(tx: Tx, member: Member, contact_id: int) -> tuple[Contact, Card]:
    contact, card = await of_contact(tx, member, contact_id)
    if card is None or card.state not in IN_USE:
        raise NoCardInUse(contact=contact.name)
    return contact, card


async def _move(tx: Tx, card: Card, state: CardState, contact: Contact) -> None:
    rules.check_becomes(card, state, contact.name)
    if not await cards.move(tx, card, state):
        raise rules.CardCanNotBecome(contact=contact.name)


async def _issue(tx: Tx, contact: Contact) -> Issued:
    code = secrets.token_urlsafe(CODE_BYTES)
    await cards.add(tx, contact.id, _hash(code))
    return Issued(contact, code)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


# --- as a file --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Printer:
    """What every card says beside its own: whose committee's, where its code leads, how the member is reached."""

    committee: Committee
    bot_name: str
    phone: str = field(default="", repr=False)
    """As it is read; "": it does not stand on the card."""

    def fields(self, member: Member, issued: Issued) -> dict[str, str]:
        names = {"member": member.name, "sector": member.sector, "contact": issued.contact.name}
        return names | {"phone": self.phone, "link": issued.link(self.bot_name)}


async def printer(tx: Tx, member: Member, committee: Committee, bot_name: str, rules: Cards) -> Printer:
    """With the member's number, where it is known and the committee wants it there."""
    known = (await people.get(tx, member.person_id)).phone if rules.member_phone else None
    return Printer(committee, bot_name, contacts.shown_phone(known) if known else "")


def picture(member: Member, issued: Issued, by: Printer) -> Picture:
    """The card to be passed on in a chat."""
    return Picture(PICTURE, {"committee": by.committee.name} | by.fields(member, issued))


def paper(member: Member, issued: Sequence[Issued], by: Printer) -> Paper:
    """Cards to be printed, four to a page."""
    data = {"committee": by.committee.name, "cards": [by.fields(member, one) for one in issued]}
    whose = issued[0].contact.name if len(issued) == 1 else member.name
    return Paper(PAPER, data, f"服务卡-{whose}.docx")


# --- the contact ------------------------------------------------------------------------------------------------------


async def scan(tx: Tx, code: str, person: Person) -> Scanned:
    """Somebody opened a card's link.

    Raises:
        CardUnknown, CardIsLost, CardHasEnded, CardIsYourOwn, TooManyWrongCodes
    """
    await must_not_wait(tx, person)
    card = await cards.find(tx, _hash(code))
    if card is None:
        raise CardUnknown
    if card.state is CardState.LOST:
        raise CardIsLost
    contact = await stored_contacts.get(tx, card.contact_id)
    assert contact is not None
    member = await people.member(tx, contact.member_id)
    if not contact.is_active or member.left_on is not None:
        raise CardHasEnded(member=member.name)
    if member.person_id == person.id:
        raise CardIsYourOwn(contact=contact.name)
    return Scanned(card, contact, member)


async def refuse_second(tx: Tx, scanned: Scanned, person: Person) -> bool:
    """Is the contact somebody else already? Then the member is told that this card was scanned again.

    No Refusal: it would undo what the member is told.
    """
    if scanned.contact.person_id in (None, person.id):
        return False
    await tell(tx, scanned.member.person_id, Text("card-scanned-by-another", contact=scanned.contact.name))
    return True


async def confirm(tx: Tx, code: str, person: Person) -> Scanned | None:
    """本人: from now on this person is that contact. None when somebody else is; the member is told.

    Raises:
        CardUnknown, CardIsLost, CardHasEnded, CardIsYourOwn, AlreadyAnotherContact
    """
    scanned = await scan(tx, code, person)
    if await refuse_second(tx, scanned, person):
        return None
    contact = scanned.contact
    if contact.person_id == person.id:
        return scanned
    await _check_is_nobody_else(tx, scanned, person)
    if not await cards.bind(tx, contact.id, person.id):
        return None
    # The contact's row is ours now: meanwhile the card may have been called lost, or the contact ended.
    scanned = await scan(tx, code, person)
    if scanned.card.state is CardState.ISSUED:
        await _move(tx, scanned.card, CardState.DELIVERED, contact)
    log_it = [[Button("visit-button-log", f"visit-with:{contact.id}")]]
    await tell(tx, scanned.member.person_id, Text("card-was-confirmed", contact=contact.name), buttons=log_it)
    return scanned


async def _check_is_nobody_else(tx: Tx, scanned: Scanned, person: Person) -> None:
    """One person is one contact of a member: a phone passed round would confirm for everyone."""
    for contact in await stored_contacts.of_member(tx, scanned.member.id):
        if contact.person_id == person.id and contact.is_active:
            raise AlreadyAnotherContact(member=scanned.member.name, contact=contact.name)


async def held_by(tx: Tx, person: Person) -> list[tuple[Contact, Member]]:
    """Whose contact this person is.

    Raises:
        NoCard
    """
    found = [await stored_contacts.get(tx, number) for number in await cards.contacts_of_person(tx, person.id)]
    if not found:
        raise NoCard
    return [(contact, await people.member(tx, contact.member_id)) for contact in found if contact]
