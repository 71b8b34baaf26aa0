"""Registered contacts (联系对象) of a member: who they are, how many there may be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from domain.refusals import Refusal


class ContactKind(StrEnum):
    """Whom a member keeps in touch with, in the words of the committees' documents."""

    SECTOR = "sector"  # 界别群众
    OTHER = "other"  # 社会群众
    ENTERPRISE = "enterprise"  # 企事业单位
    VILLAGE = "village"  # 村（社区）
    MEMBER = "member"  # 委员
    GRID_WORKER = "grid_worker"  # 网格员


class ContactLimitReached(Refusal):
    """Arguments: ``name`` who was to be added, ``limit`` as text, ``source`` of the rule."""

    text = "contact-limit-reached"


class ContactAlreadyRegistered(Refusal):
    """Argument: ``name``."""

    text = "contact-already-registered"


class ContactHasEnded(Refusal):
    """Arguments: ``name``, ``ended`` (a date)."""

    text = "contact-has-ended"


@dataclass(frozen=True)
class ContactLimit:
    """At most `most` contacts of these `kinds` together; `source` says which rule that is."""

    kinds: frozenset[ContactKind]
    most: int
    source: str


@dataclass(frozen=True)
class Contact:
    """One registered contact; the fields of the registration form. Source: J7, annex."""

    id: int
    member_id: int
    kind: ContactKind
    name: str = field(repr=False)
    registered_on: date
    phone: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    """工作单位或住址: where they work or live."""
    ended_on: date | None = None
    ended_because: str = field(default="", repr=False)
    person_id: int | None = None
    """Who they are in the bridge, once they scanned their service card."""
    replaces_id: int | None = None
    """The contact whose place they took."""

    @property
    def is_active(self) -> bool:
        return self.ended_on is None


def active(contacts: Iterable[Contact]) -> list[Contact]:
    """Those still registered, in the given order."""
    return [contact for contact in contacts if contact.is_active]


def register(existing: Sequence[Contact], new: Contact, limits: Iterable[ContactLimit]) -> Contact:
    """Accept a further contact of the same member.

    Source of Jingjiang's limit of six: J7, 三（一）.

    Raises:
        ContactAlreadyRegistered: the same person, by name and telephone number (either number may be missing).
        ContactLimitReached: the scheme allows no more of this kind.
    """
    held = active(existing)
    if any(_same_person(contact, new) for contact in held):
        raise ContactAlreadyRegistered(name=new.name)
    for limit in limits:
        _check_limit(limit, held, new)
    return new


def end(contact: Contact, on: date, because: str = "") -> Contact:
    """Stop counting a contact from `on`; the visits made stay in the log.

    Raises:
        ContactHasEnded: it was ended before.
    """
    if contact.ended_on is not None:
        raise ContactHasEnded(name=contact.name, ended=contact.ended_on)
    return replace(contact, ended_on=on, ended_because=because)


def take_place(
    existing: Sequence[Contact], old: Contact, new: Contact, limits: Iterable[ContactLimit], because: str
) -> tuple[Contact, Contact]:
    """End a contact and accept another in their place, on one day: the old one as they end, and the new one.

    Raises:
        ContactHasEnded, ContactLimitReached
        ContactAlreadyRegistered: also when the new one is the old one.
    """
    ended = end(old, new.registered_on, because)
    if _same_person(old, new):
        raise ContactAlreadyRegistered(name=new.name)
    others = [contact for contact in existing if contact.id != old.id]
    return ended, replace(register(others, new, limits), replaces_id=old.id)


def _same_person(known: Contact, new: Contact) -> bool:
    """Two people may share a name; their telephone numbers then tell them apart."""
    if known.name != new.name:
        return False
    return not known.phone or not new.phone or known.phone == new.phone


def _check_limit(limit: ContactLimit, held: Sequence[Contact], new: Contact) -> None:
    taken = sum(contact.kind in limit.kinds for contact in held)
    if new.kind in limit.kinds and taken >= limit.most:
        raise ContactLimitReached(name=new.name, limit=str(limit.most), source=limit.source)
