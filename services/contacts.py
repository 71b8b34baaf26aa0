"""A member's registered contacts: add, change, end. A member sees and changes only their own."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import phonenumbers

from domain import contacts as rules
from domain.contacts import Contact, ContactKind, ContactLimit
from domain.names import is_name
from domain.people import Member
from domain.refusals import Refusal
from domain.schemes import Scheme
from domain.short_words import check_length, says_something
from services.outbox import Button, tell
from services.quota import duties_of
from storage import contacts
from storage.db import Tx
from texts import Text

REGION = "CN"
LONGEST_NAME = 50
LONGEST_LINE = 200
UNSAVED = 0


class NotYourContact(Refusal):
    """There is no such contact among this member's."""

    text = "contact-is-not-yours"


class NameIsMissing(Refusal):
    """What was typed is no name: it has no letter in it, or it is a sentence."""

    text = "contact-name-is-missing"


class NameIsTooLong(Refusal):
    """Arguments: ``limit`` and ``length`` in characters, as text."""

    text = "contact-name-is-too-long"


class LineIsTooLong(Refusal):
    """An address or a reason. Arguments: ``limit`` and ``length`` in characters, as text."""

    text = "contact-line-is-too-long"


class LineIsEmpty(Refusal):
    text = "contact-line-is-empty"


class PhoneIsNotValid(Refusal):
    """Argument: ``typed``."""

    text = "contact-phone-is-not-valid"


class KindIsNotOffered(Refusal):
    """The scheme offers this member no contacts of this kind."""

    text = "contact-kind-is-not-offered"


class ContactsAreFull(Refusal):
    """No kind of contact has a place left. Arguments: ``limit`` as text, ``source``."""

    text = "contacts-are-full"


class NamesakeLacksPhone(Refusal):
    """Two of one name are told apart by their telephone numbers, and the first has none. Argument: ``name``."""

    text = "contact-namesake-lacks-phone"


@dataclass(frozen=True)
class Particulars:
    """What the registration form asks of a contact. Source: J7, annex."""

    name: str = field(repr=False)
    kind: ContactKind
    phone: str = field(default="", repr=False)
    address: str = field(default="", repr=False)


# --- what a person typed ----------------------------------------------------------------------------------------------


def read_name(typed: str) -> str:
    """A name in one spelling.

    Raises:
        NameIsMissing, NameIsTooLong
    """
    if not is_name(typed.strip()):
        raise NameIsMissing
    name = one_line(typed)
    check_length(name, LONGEST_NAME, NameIsTooLong)
    return name


def read_line(typed: str) -> str:
    """An address, or a reason.

    Raises:
        LineIsEmpty, LineIsTooLong
    """
    line = one_line(typed)
    if not says_something(line):
        raise LineIsEmpty
    check_length(line, LONGEST_LINE, LineIsTooLong)
    return line


def read_phone(typed: str) -> str:
    """A telephone number as it is stored, ``+8613800000000``.

    Raises:
        PhoneIsNotValid
    """
    try:
        number = phonenumbers.parse(typed, REGION)
    except phonenumbers.NumberParseException:
        raise PhoneIsNotValid(typed=one_line(typed)[:40]) from None
    if not phonenumbers.is_valid_number(number):
        raise PhoneIsNotValid(typed=one_line(typed)[:40])
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def shown_phone(phone: str) -> str:
    """A stored number as one reads it in China: ``138 0000 0000``."""
    try:
        number = phonenumbers.parse(phone, REGION)
    except phonenumbers.NumberParseException:
        return phone
    here = number.country_code == phonenumbers.country_code_for_region(REGION)
    style = phonenumbers.PhoneNumberFormat.NATIONAL if here else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


def one_line(typed: str) -> str:
    """What was typed, without line breaks and the invisible signs that turn the direction of what follows."""
    visible = "".join(char for char in typed if unicodedata.category(char) != "Cf")
    return re.sub(r"\s+", " ", visible).strip()


# --- use cases --------------------------------------------------------------------------------------------------------


async def of_member(tx: Tx, member: Member) -> list[Contact]:
    """Those registered now, in the order of their registration."""
    return rules.active(await contacts.of_member(tx, member.id))


async def own(tx: Tx, member: Member, contact_id: int) -> Contact:
    """One of the member's own contacts, ended or not.

    Raises:
        NotYourContact
    """
    contact = await contacts.get(tx, contact_id)
    if contact is None or contact.member_id != member.id:
        raise NotYourContact
    return contact


def must_be_active(contact: Contact) -> None:
    """Raises: ContactHasEnded."""
    rules.end(contact, contact.registered_on)


async def check_room(tx: Tx, member: Member, scheme: Scheme) -> None:
    """Is there a place for one more, of whatever kind? Asked before anything is typed.

    Raises:
        ContactsAreFull
    """
    held = await of_member(tx, member)
    limits = scheme.contact_limits(*await duties_of(tx, member))
    full = [limit for limit in limits if sum(contact.kind in limit.kinds for contact in held) >= limit.most]
    if set(await kinds_of(tx, member, scheme)) <= {kind for limit in full for kind in limit.kinds}:
        raise ContactsAreFull(limit=str(full[0].most), source=full[0].source)


async def check_namesake(tx: Tx, member: Member, name: str) -> bool:
    """Does the member have a contact of this name, so that the telephone number must tell the two apart?

    Raises:
        NamesakeLacksPhone
    """
    namesakes = [contact for contact in await of_member(tx, member) if contact.name == name]
    if any(not contact.phone for contact in namesakes):
        raise NamesakeLacksPhone(name=name)
    return bool(namesakes)


async def check(tx: Tx, member: Member, wanted: Particulars, scheme: Scheme, today: date) -> Contact:
    """The contact that `register` would add.

    Raises:
        KindIsNotOffered, ContactAlreadyRegistered, ContactLimitReached
    """
    new = await unsaved(tx, member, wanted, scheme, today)
    return rules.register(await of_member(tx, member), new, await limits_of(tx, member, scheme))


async def kinds_of(tx: Tx, member: Member, scheme: Scheme) -> tuple[ContactKind, ...]:
    """The kinds of contacts that the scheme offers this member."""
    return scheme.kinds_for(*await duties_of(tx, member))


async def unsaved(tx: Tx, member: Member, wanted: Particulars, scheme: Scheme, today: date) -> Contact:
    """A contact as it would be registered.

    Raises:
        KindIsNotOffered
    """
    if wanted.kind not in await kinds_of(tx, member, scheme):
        raise KindIsNotOffered
    return Contact(UNSAVED, member.id, wanted.kind, wanted.name, today, wanted.phone, wanted.address)


async def register(tx: Tx, member: Member, wanted: Particulars, scheme: Scheme, today: date) -> Contact:
    """Add a contact. Raises what `check` raises."""
    await hold(tx, member)
    new = await check(tx, member, wanted, scheme, today)
    return replace(new, id=await contacts.add(tx, new))


async def hold(tx: Tx, member: Member) -> None:
    """Of two who change the same member's contacts at once the second sees what the first did."""
    await tx.hold(f"contacts {member.id}")


async def own_sector_hint(tx: Tx, member: Member, new: Contact, scheme: Scheme) -> Text | None:
    """Where the scheme wants mainly the member's own sector: a word when the others have become more than those."""
    if scheme.own_sector_first is None or new.kind is ContactKind.SECTOR:
        return None
    held = await of_member(tx, member)
    own = sum(contact.kind is ContactKind.SECTOR for contact in held)
    if len(held) - own <= own:
        return None
    source = scheme.cite(scheme.own_sector_first.source)
    return Text("contact-own-sector-first", own=own, others=len(held) - own, source=source)


async def change(tx: Tx, member: Member, contact_id: int, scheme: Scheme, **changes: Any) -> Contact:
    """Correct what is known of a contact: ``name``, ``kind``, ``phone``, ``address``.

    Raises:
        NotYourContact, ContactHasEnded, KindIsNotOffered, ContactAlreadyRegistered, ContactLimitReached
    """
    await hold(tx, member)
    contact = await own(tx, member, contact_id)
    must_be_active(contact)
    changed = replace(contact, **changes)
    others = [other for other in await of_member(tx, member) if other.id != contact.id]
    limits: Sequence[ContactLimit] = ()
    if changed.kind is not contact.kind:
        if changed.kind not in await kinds_of(tx, member, scheme):
            raise KindIsNotOffered
        limits = await limits_of(tx, member, scheme)
    await contacts.save(tx, rules.register(others, changed, limits))
    return changed


async def end(tx: Tx, member: Member, contact_id: int, today: date, because: str) -> Contact:
    """Stop counting a contact; the visits made stay in the log.

    Raises:
        NotYourContact, ContactHasEnded
    """
    await hold(tx, member)
    ended = rules.end(await own(tx, member, contact_id), today, because)
    await contacts.save(tx, ended)
    await tell_ended(tx, member, ended)
    return ended


async def tell_ended(tx: Tx, member: Member, ended: Contact) -> None:
    """Who scanned their service card reads that it is over, and that they may still write. The reason stays here."""
    if ended.person_id is None:
        return
    write = Button("card-button-write", f"write-to:{member.id}")
    await tell(tx, ended.person_id, Text("card-is-over", member=member.name, contact=ended.name), buttons=[[write]])


async def past_of_year(tx: Tx, member: Member, year: int) -> list[tuple[Contact, Contact | None]]:
    """Those who ended in a year, in their order, each with who took their place."""
    known = await contacts.of_member(tx, member.id)
    successor = {contact.replaces_id: contact for contact in known if contact.replaces_id}
    ended = [contact for contact in known if contact.ended_on is not None and contact.ended_on.year == year]
    return [(contact, successor.get(contact.id)) for contact in ended]


async def limits_of(tx: Tx, member: Member, scheme: Scheme) -> Sequence[ContactLimit]:
    """How many of which kinds this member may have."""
    return scheme.contact_limits(*await duties_of(tx, member))
