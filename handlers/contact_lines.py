"""A contact as it is shown: its lines, its buttons."""

from collections.abc import Sequence

from domain.contacts import Contact, ContactKind
from handlers.context import Ctx
from services import contacts
from services.contacts import shown_phone
from services.outbox import Button
from services.quota import YearCounts
from services.quota_words import key_of
from texts import Text

REASONS = ("moved", "work", "own-wish")
"""Why a contact ends, as buttons; anything else is typed."""

SHORT_ADDRESS = 40
"""So much of an address is shown in a list."""


def kind_name(kind: ContactKind) -> Text:
    return Text(f"contact-kind-{key_of(kind)}")


async def kinds_of(ctx: Ctx) -> Sequence[ContactKind]:
    """The kinds that the scheme offers this member."""
    return await contacts.kinds_of(ctx.tx, ctx.member, ctx.house.scheme)


def kind_button(kind: ContactKind, does: str) -> Button:
    return Button(f"contact-kind-{key_of(kind)}", does)


def name_button(contact: Contact, known: Sequence[Contact], does: str) -> Button:
    """A button with a contact's name; of namesakes it shows the end of the telephone number too."""
    if contact.phone and sum(other.name == contact.name for other in known) > 1:
        return Button("contact-label-with-phone", does, args={"name": contact.name, "ending": contact.phone[-4:]})
    return Button("contact-label", does, args={"name": contact.name})


def described(contact: Contact, counts: YearCounts | None, place: int | None = None) -> list[Text]:
    """A contact's lines, numbered in a list; with what was reported this year, if that is known."""
    about = {"name": contact.name, "kind": kind_name(contact.kind)}
    lines = [Text("contact-numbered", number=str(place), **about) if place else Text("contact-headed", **about)]
    if contact.phone:
        lines.append(Text("contact-has-phone", phone=shown_phone(contact.phone)))
    if contact.address:
        address = contact.address if place is None else contact.address[:SHORT_ADDRESS]
        lines.append(Text("contact-has-address", address=address))
    if contact.ended_on is not None:
        lines.append(Text("contact-was-ended", ended=contact.ended_on, because=contact.ended_because))
    if counts is not None:
        lines.append(Text("contact-has-visits", visits=str(counts.visits), deeds=str(counts.good_deeds)))
    return lines
