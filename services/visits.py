"""Visits: reported, corrected, withdrawn, shown to who made them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from domain import names
from domain import visits as rules
from domain.contacts import Contact, ContactHasEnded, ContactKind
from domain.days import check_visit_day
from domain.good_deeds import GoodDeed, Promise
from domain.people import Member
from domain.refusals import Refusal
from domain.schemes import Scheme
from domain.visit_lines import (
    check_good_deeds,
)
from domain.visits import UNSAVED, Change, NotYourVisit, Visit, VisitIsWithdrawn, VisitKind
from services import confirmations, contacts
from storage import contacts as stored_contacts
from storage import good_deeds, visits
from storage.db import Tx
from storage.visits import Evidence

MOST_EVIDENCE = 20
AFTERTHOUGHT = timedelta(minutes=15)
"""A photo that comes alone within this time after a visit was reported belongs to it."""
ALBUM = timedelta(hours=1)
"""The pieces of an album arrive one by one; nobody's take longer than this."""


class VisitIsLoggedAlready(Refusal):
    """The very same was reported before: pressed or sent twice. Arguments: ``contact``, ``day``."""

    text = "visit-is-logged-already"


class TooMuchEvidence(Refusal):
    """Argument: ``limit``, as text."""

    text = "visit-has-too-many-photos"


@dataclass(frozen=True)
class Report:
    """What a member says of a visit."""

    contact_id: int
    kind: VisitKind
    day: date
    note: str = field(repr=False)
    good_deeds: tuple[str, ...] = field(default=(), repr=False)
    evidence: tuple[Evidence, ...] = ()
    promises: tuple[Promise, ...] = ()
    group_visit_id: int | None = None
    """The group visit in which it was made."""


@dataclass(frozen=True)
class Record:
    """A visit as it stands in the log, with everything that belongs to it."""

    visit: Visit
    contact: Contact
    deeds: tuple[GoodDeed, ...] = field(default=(), repr=False)
    evidence: tuple[Evidence, ...] = ()

    @property
    def good_deeds(self) -> tuple[str, ...]:
        """What was done, as it was reported with the visit."""
        return tuple(deed.what for deed in self.deeds if deed.promised_on is None)

    @property
    def promises(self) -> tuple[Promise, ...]:
        """What was promised, whether it is kept by now or not."""
        return tuple(Promise(deed.what, deed.due_on) for deed in self.deeds if deed.promised_on and deed.due_on)

    @property
    def report(self) -> Report:
        visit = self.visit
        said = (visit.contact_id, visit.kind, visit.happened_on, visit.note, self.good_deeds)
        return Report(*said, promises=self.promises, group_visit_id=visit.group_visit_id)


# --- what a person typed ----------------------------------------------------------------------------------------------


def usual_kind(contact: Contact) -> VisitKind:
    """How a visit was made when nobody says how: /visit and 走访 mean that one went there."""
    return VisitKind.ENTERPRISE if contact.kind is ContactKind.ENTERPRISE else VisitKind.HOME


def check_evidence(evidence: Sequence[Evidence]) -> None:
    """Raises: TooMuchEvidence."""
    if len(evidence) > MOST_EVIDENCE:
        raise TooMuchEvidence(limit=str(MOST_EVIDENCE))


def named(name: str, known: Sequence[Contact]) -> list[Contact]:
    """The contacts whom a name, a plain part of it or a telephone number names: one, several, or none."""
    if number := phone_in(name):
        return [contact for contact in known if contact.phone == number]
    found = {each for each in names.find(name, [contact.name for contact in known]) if names.is_plain(name, each)}
    return [contact for contact in known if contact.name in found]


def phone_in(typed: str) -> str:
    """The telephone number that was typed in a name's place, as it is stored; "" for anything else."""
    try:
        return contacts.read_phone(typed) if any(map(str.isdigit, typed)) else ""
    except contacts.PhoneIsNotValid:
        return ""


def perhaps_named(name: str, known: Sequence[Contact]) -> list[Contact]:
    """Whom a mistyped name may have meant, likeliest first."""
    likely = names.closest(name, [contact.name for contact in known])
    return [contact for candidate in likely for contact in known if contact.name == candidate]


# --- use cases --------------------------------------------------------------------------------------------------------


async def log(tx: Tx, member: Member, report: Report, scheme: Scheme, today: date) -> Record:
    """Report a visit.

    Raises:
        NotYourContact, ContactHasEnded, DayIsInTheFuture, DayIsBeforeTheYear, VisitIsLoggedAlready,
        TooManyGoodDeeds, TooMuchEvidence
    """
    contact = await _open_contact(tx, member, report.contact_id)
    check_visit_day(report.day, today, scheme.began(today.year))
    visit = Visit(UNSAVED, member.id, contact.id, report.kind, report.day, report.note, tx.now)
    visit = replace(visit, group_visit_id=report.group_visit_id)
    if await visits.same(tx, visit):
        raise VisitIsLoggedAlready(contact=contact.name, day=report.day)
    record = await _store(tx, visit, contact, report, report.evidence)
    await confirmations.ask(tx, record.visit, contact, member, record.deeds, again=False)
    return record


async def correct(
    tx: Tx, member: Member, visit_id: int, report: Report, scheme: Scheme, today: date, within: timedelta
) -> Record:
    """Put a corrected visit in the place of one reported before; the log keeps both.

    Photos stay with the visit and ``report.evidence`` is added. Where nothing else differs, no new row is made.

    Raises:
        NotYourVisit, VisitIsWithdrawn, TooLateToCorrect, NotYourContact, ContactHasEnded, DayIsInTheFuture,
        DayIsBeforeTheYear, VisitIsLoggedAlready, TooManyGoodDeeds, TooMuchEvidence
    """
    old = await own(tx, member, visit_id)
    change = Change(report.contact_id, report.kind, report.day, report.note)
    _, corrected = rules.correct(old.visit, change, member.id, tx.now, within)
    if replace(report, evidence=(), group_visit_id=old.visit.group_visit_id) == old.report:
        return await attach(tx, member, visit_id, report.evidence, within)
    contact = old.contact
    if report.contact_id != contact.id:
        contact = await _open_contact(tx, member, report.contact_id)
    if report.day != old.visit.happened_on:
        check_visit_day(report.day, today, scheme.began(today.year))
    await _withdraw(tx, visit_id)
    if await visits.same(tx, corrected):
        raise VisitIsLoggedAlready(contact=contact.name, day=report.day)
    is_same = contact.id == old.contact.id
    kept = old.deeds if is_same else ()
    record = await _store(tx, corrected, contact, report, (*old.evidence, *report.evidence), kept)
    if not is_same:
        await confirmations.tell_withdrawn(tx, old.visit, old.contact, member)
    await confirmations.ask(tx, record.visit, contact, member, record.deeds, again=is_same)
    return record


async def withdraw(tx: Tx, member: Member, visit_id: int, within: timedelta) -> Record:
    """Take a visit back, and its good deeds with it; both stay in the log.

    Raises:
        NotYourVisit, VisitIsWithdrawn, TooLateToCorrect
    """
    record = await own(tx, member, visit_id)
    withdrawn = rules.withdraw(record.visit, member.id, tx.now, within)
    await _withdraw(tx, visit_id)
    await confirmations.tell_withdrawn(tx, record.visit, record.contact, member)
    return replace(record, visit=withdrawn)


async def attach(tx: Tx, member: Member, visit_id: int, evidence: Sequence[Evidence], within: timedelta) -> Record:
    """Add photos or a place to a visit.

    Raises:
        NotYourVisit, VisitIsWithdrawn, TooLateToCorrect, TooMuchEvidence
    """
    record = await own(tx, member, visit_id)
    rules.check_may_change(record.visit, member.id, tx.now, within)
    together = (*record.evidence, *evidence)
    check_evidence(together)
    await visits.attach(tx, visit_id, evidence)
    return replace(record, evidence=together)


def check_may_change(record: Record, member: Member, at: datetime, within: timedelta) -> None:
    """Raises: NotYourVisit, VisitIsWithdrawn, TooLateToCorrect."""
    rules.check_may_change(record.visit, member.id, at, within)


def may_change(record: Record, at: datetime, within: timedelta) -> bool:
    """Does it stand, and is there still time to change it?"""
    return rules.counts(record.visit) and rules.may_correct(record.visit, at, within)


async def own(tx: Tx, member: Member, visit_id: int) -> Record:
    """One of the member's own visits, whether it stands or not.

    Raises:
        NotYourVisit
    """
    visit = await visits.get(tx, visit_id)
    if visit is None or visit.member_id != member.id:
        raise NotYourVisit
    return await _record(tx, visit)


async def deeds_of(tx: Tx, visit: Visit) -> list[GoodDeed]:
    """What was done for the contact and promised, as reported with a visit."""
    return await good_deeds.of_visit(tx, visit.id)


async def latest(tx: Tx, member: Member, limit: int, offset: int = 0) -> list[Record]:
    """The member's visits that stand, the last made first, without good deeds and photos."""
    known = {contact.id: contact for contact in await stored_contacts.of_member(tx, member.id)}
    found = await visits.latest(tx, member.id, limit, offset)
    return [Record(visit, known[visit.contact_id]) for visit in found]


async def of_album(tx: Tx, member: Member, album: str) -> Record | None:
    """The visit that the first piece of this album was attached to."""
    visit = await visits.with_album(tx, member.id, album, tx.now - ALBUM)
    return await _record(tx, visit) if visit else None


async def just_logged(tx: Tx, member: Member) -> Record | None:
    """The visit that a photo sent right now, without a word, belongs to."""
    visit = await visits.last_logged(tx, member.id, tx.now - AFTERTHOUGHT)
    return await _record(tx, visit) if visit else None


async def _record(tx: Tx, visit: Visit) -> Record:
    contact = await stored_contacts.get(tx, visit.contact_id)
    assert contact is not None
    deeds = await good_deeds.of_visit(tx, visit.id)
    return Record(visit, contact, tuple(deeds), tuple(await visits.evidence_of(tx, visit.id)))


async def _open_contact(tx: Tx, member: Member, contact_id: int) -> Contact:
    contact = await contacts.own(tx, member, contact_id)
    if contact.ended_on is not None:
        raise ContactHasEnded(name=contact.name, ended=contact.ended_on)
    return contact


async def _store(
    tx: Tx,
    visit: Visit,
    contact: Contact,
    report: Report,
    evidence: tuple[Evidence, ...],
    before: Sequence[GoodDeed] = (),
) -> Record:
    """``before``: the deeds of the visit that this one corrects; what became of their promises stays."""
    check_good_deeds((*report.good_deeds, *report.promises))
    check_evidence(evidence)
    stored = replace(visit, id=await visits.add(tx, visit))
    await good_deeds.add(tx, stored, report.good_deeds, report.promises)
    await _carry_over(tx, stored, before)
    await visits.attach(tx, stored.id, evidence)
    return Record(stored, contact, tuple(await good_deeds.of_visit(tx, stored.id)), evidence)


async def _carry_over(tx: Tx, visit: Visit, before: Sequence[GoodDeed]) -> None:
    promised = {deed.what: deed for deed in before if deed.promised_on is not None}
    for deed in await good_deeds.of_visit(tx, visit.id):
        if deed.promised_on is not None and deed.what in promised:
            await good_deeds.carry_over(tx, deed.id, promised[deed.what])


async def _withdraw(tx: Tx, visit_id: int) -> None:
    if not await visits.withdraw(tx, visit_id):
        raise VisitIsWithdrawn
