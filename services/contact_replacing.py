"""A contact gives place to another in one step, with a reason. That, and who hears of it, are the software's own."""

from dataclasses import dataclass, replace
from datetime import date

from domain import contacts as rules
from domain.cards import IN_USE
from domain.contacts import Contact
from domain.forms import FormState
from domain.people import Member, Role
from domain.schemes import Scheme
from services import contacts
from services.contacts import Particulars
from services.outbox import tell_all
from storage import cards, forms, people, units
from storage import contacts as stored
from storage.db import Tx
from texts import Text


@dataclass(frozen=True)
class Replaced:
    """``old_has_card``: one is still in the old contact's hands. ``form_is_old``: the year's form names the old one."""

    old: Contact
    new: Contact
    old_has_card: bool
    form_is_old: bool


async def check(tx: Tx, member: Member, old_id: int, wanted: Particulars, scheme: Scheme, today: date) -> None:
    """Could `replace_contact` do this?

    Raises:
        NotYourContact, KindIsNotOffered, ContactHasEnded, ContactAlreadyRegistered, ContactLimitReached
    """
    await _pair(tx, member, old_id, wanted, "", scheme, today)


async def replace_contact(
    tx: Tx, member: Member, old_id: int, wanted: Particulars, because: str, scheme: Scheme, today: date
) -> Replaced:
    """End a contact and register another in their place: both, or neither.

    The old one's visits stay in the log, and the code of their card dies with the contact. They are told, where they
    had scanned it; and so is whom the scheme names.

    Raises:
        What `check` raises.
    """
    await contacts.hold(tx, member)
    old, new = await _pair(tx, member, old_id, wanted, because, scheme, today)
    await stored.save(tx, old)
    new = replace(new, id=await stored.add(tx, new))
    card = await cards.latest(tx, old.id)
    form = await forms.latest(tx, member.id, today.year)
    await contacts.tell_ended(tx, member, old)
    await _tell_committee(tx, member, old, new, scheme)
    return Replaced(
        old,
        new,
        old_has_card=card is not None and card.state in IN_USE,
        form_is_old=form is not None and form.state is not FormState.RETURNED,
    )


async def _pair(
    tx: Tx, member: Member, old_id: int, wanted: Particulars, because: str, scheme: Scheme, today: date
) -> tuple[Contact, Contact]:
    """The old one as they end, and the new one, not stored yet."""
    old = await contacts.own(tx, member, old_id)
    new = await contacts.unsaved(tx, member, wanted, scheme, today)
    held = await contacts.of_member(tx, member)
    return rules.take_place(held, old, new, await contacts.limits_of(tx, member, scheme), because)


async def _tell_committee(tx: Tx, member: Member, old: Contact, new: Contact, scheme: Scheme) -> None:
    told = await _told(tx, member, scheme)
    about = {"member": member.name, "sector": member.sector or "–", "unit": member.unit or "–"}
    text = Text("contact-replaced-for-office", old=old.name, new=new.name, because=old.ended_because, **about)
    await tell_all(tx, told, text)


async def _told(tx: Tx, member: Member, scheme: Scheme) -> list[int]:
    """The people who hear of it."""
    if scheme.replacing_is_told_to == "nobody":
        return []
    of_unit = await units.reached_people(tx, member.unit) if scheme.replacing_is_told_to == "unit" else []
    return of_unit or await people.with_role(tx, Role.OFFICE)
