"""Each visit is put to the contact it was made to: 属实 or 有出入. A dispute goes to the member, later to the office.

Source: J7, 三（三）1. Days and buttons are the software's own default.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from domain import confirmations as rules
from domain.confirmations import Confirmation, How, NothingIsDisputed, NotYourVisitToJudge, Verdict, VisitIsJudged
from domain.contacts import Contact
from domain.good_deeds import GoodDeed
from domain.people import Member, Person
from domain.visit_lines import shortened
from domain.visits import NotYourVisit, Visit, VisitIsWithdrawn, counts
from services.deed_words import told
from services.office import tell_office
from services.outbox import Button, Buttons, tell
from services.quota_words import key_of
from storage import confirmations, contacts, good_deeds, people, visits
from storage.db import Db, Tx
from texts import Text

AT_ONCE = 50
"""Disputes shown to the office in one transaction."""


# --- put to the contact -----------------------------------------------------------------------------------------------


async def ask(
    tx: Tx, visit: Visit, contact: Contact, member: Member, deeds: Sequence[GoodDeed], *, again: bool
) -> None:
    """Ask the contact, if they scanned their card; ``again``: the visit was corrected."""
    if contact.person_id is not None:
        key = "confirm-visit-corrected" if again else "confirm-visit"
        await tell(tx, contact.person_id, question(visit, member, deeds, key), buttons=choices(visit.id))


def question(visit: Visit, member: Member, deeds: Sequence[GoodDeed], key: str = "confirm-visit") -> Text:
    lines = [Text("visit-line-note", note=shortened(visit.note)), *map(told, deeds)]
    return Text(key, member=member.name, day=visit.happened_on, kind=kind_name(visit), lines=lines)


def kind_name(visit: Visit) -> Text:
    return Text(f"visit-kind-{key_of(visit.kind)}")


def choices(visit_id: int) -> Buttons:
    return [
        [Button("confirm-true", f"confirm-true:{visit_id}"), Button("confirm-differs", f"confirm-differs:{visit_id}")]
    ]


async def tell_withdrawn(tx: Tx, visit: Visit, contact: Contact, member: Member) -> None:
    """The contact need not answer any more."""
    if contact.person_id is not None:
        about = {"member": member.name, "day": visit.happened_on, "kind": kind_name(visit)}
        await tell(tx, contact.person_id, Text("confirm-withdrawn", **about))


# --- the contact says -------------------------------------------------------------------------------------------------


async def to_judge(tx: Tx, visit_id: int, person: Person, verdict: Verdict) -> tuple[Visit, Contact]:
    """A visit on which this person may say that.

    Raises:
        NotYourVisitToJudge, VisitIsWithdrawn, VisitIsJudged
    """
    visit, contact = await of_contact(tx, visit_id, person)
    rules.check_judges(await confirmations.get(tx, visit_id), verdict)
    return visit, contact


async def of_contact(tx: Tx, visit_id: int, person: Person) -> tuple[Visit, Contact]:
    """A visit that was made to this person, and stands.

    Raises:
        NotYourVisitToJudge, VisitIsWithdrawn
    """
    visit = await visits.get_to_change(tx, visit_id)
    contact = await contacts.get(tx, visit.contact_id) if visit else None
    if visit is None or contact is None or contact.person_id != person.id:
        raise NotYourVisitToJudge
    if not counts(visit):
        raise VisitIsWithdrawn
    return visit, contact


async def confirm(tx: Tx, visit_id: int, person: Person) -> Visit:
    """属实, at once or after the member answered a dispute. Raises what `to_judge` raises."""
    visit, contact = await to_judge(tx, visit_id, person, Verdict.TRUE)
    before = await confirmations.get(tx, visit_id)
    await _say(tx, Confirmation(visit_id, How.BY_CONTACT, Verdict.TRUE, tx.now), person, before)
    await good_deeds.confirm_of_visit(tx, visit_id)
    if before is not None:
        settled = Text("dispute-is-settled", contact=contact.name, day=visit.happened_on)
        await tell(tx, await _person_of(tx, visit), settled)
    return visit


async def dispute(tx: Tx, visit_id: int, person: Person, words: str) -> Visit:
    """有出入, and what differs: the member hears it first. Raises what `to_judge` raises."""
    visit, contact = await to_judge(tx, visit_id, person, Verdict.DISPUTED)
    await _say(tx, Confirmation(visit_id, How.BY_CONTACT, Verdict.DISPUTED, tx.now, words), person, None)
    await _tell_disputed(tx, visit, contact, words)
    return visit


async def say_from_paper(tx: Tx, visit: Visit | None, verdict: Verdict, words: str, by: Person) -> None:
    """What a paper card says of a visit, keyed in by staff; a dispute goes the way of any other.

    Raises:
        VisitIsJudged: it is no more open (or was never, ``visit`` is None).
    """
    before = await confirmations.get(tx, visit.id) if visit else None
    if visit is None or not counts(visit):
        raise VisitIsJudged
    rules.check_judges(before, verdict)
    await _say(tx, Confirmation(visit.id, How.BY_STAFF_FROM_PAPER, verdict, tx.now, words), by, before)
    if verdict is Verdict.TRUE:
        await good_deeds.confirm_of_visit(tx, visit.id)
        return
    contact = await contacts.get(tx, visit.contact_id)
    assert contact is not None
    await _tell_disputed(tx, visit, contact, words)


async def _tell_disputed(tx: Tx, visit: Visit, contact: Contact, words: str) -> None:
    about = {"contact": contact.name, "day": visit.happened_on, "kind": kind_name(visit), "note": shortened(visit.note)}
    correct = Button("dispute-button-correct", f"visit-change:{visit.id}")
    answer = Button("button-answer", f"dispute-answer:{visit.id}")
    came = Text("dispute-came", words=words, **about)
    await tell(tx, await _person_of(tx, visit), came, buttons=[[correct, answer]])


async def _say(tx: Tx, said: Confirmation, person: Person, before: Confirmation | None) -> None:
    if not await confirmations.say(tx, said, person.id, before):
        raise VisitIsJudged


async def _person_of(tx: Tx, visit: Visit) -> int:
    return (await people.member(tx, visit.member_id)).person_id


# --- the member, and the office ---------------------------------------------------------------------------------------


async def disputed(tx: Tx, member: Member, visit_id: int) -> tuple[Visit, Contact, Confirmation]:
    """An open dispute about one of the member's visits.

    Raises:
        NotYourVisit, VisitIsWithdrawn, NothingIsDisputed
    """
    visit = await visits.get(tx, visit_id)
    if visit is None or visit.member_id != member.id:
        raise NotYourVisit
    if not counts(visit):
        raise VisitIsWithdrawn
    said = await confirmations.get(tx, visit_id)
    if said is None or said.verdict is not Verdict.DISPUTED:
        raise NothingIsDisputed
    contact = await contacts.get(tx, visit.contact_id)
    assert contact is not None
    return visit, contact, said


async def answer(tx: Tx, member: Member, visit_id: int, words: str) -> Contact:
    """The member answers a dispute; the contact may say 属实 now. Raises what `disputed` raises."""
    visit, contact, _ = await disputed(tx, member, visit_id)
    await confirmations.answer(tx, visit_id, words)
    if contact.person_id is not None:
        told = Text("dispute-was-answered", member=member.name, day=visit.happened_on, words=words)
        true = [[Button("confirm-true", f"confirm-true:{visit_id}")]]
        await tell(tx, contact.person_id, told, buttons=true)
    return contact


async def show_overdue(db: Db, open_days: int) -> dict[str, int]:
    """Show the office the disputes that stayed open that long, each once; how many."""
    async with db.write() as tx:
        overdue = await confirmations.take_overdue(tx, tx.now - timedelta(days=open_days), AT_ONCE)
        for visit_id in overdue:
            await tell_office(tx, await _for_office(tx, visit_id, open_days))
    return {"disputes": len(overdue)} if overdue else {}


async def _for_office(tx: Tx, visit_id: int, open_days: int) -> Text:
    visit, said = await visits.get(tx, visit_id), await confirmations.get(tx, visit_id)
    assert visit is not None
    assert said is not None
    contact, member = await contacts.get(tx, visit.contact_id), await people.member(tx, visit.member_id)
    assert contact is not None
    names = {"member": member.name, "contact": contact.name, "day": visit.happened_on, "kind": kind_name(visit)}
    answered = Text("dispute-answer-was", words=said.answer) if said.answer else Text("dispute-has-no-answer")
    return Text(
        "dispute-for-office",
        note=shortened(visit.note),
        words=said.words,
        answer=answered,
        days=str(open_days),
        **names,
    )


# --- the card as its contact sees it ----------------------------------------------------------------------------------


async def of_visit(tx: Tx, visit: Visit) -> Confirmation | None:
    """What was said of a visit; None: nothing yet."""
    return await confirmations.get(tx, visit.id)


def how_confirmed(said: Confirmation | None) -> Text:
    """In words: by the contact, by staff from paper, by nobody, or disputed."""
    if said is None:
        return Text("visit-said-by-nobody")
    if said.verdict is Verdict.DISPUTED:
        return Text("visit-said-disputed", words=said.words)
    return Text(f"visit-said-true-{key_of(said.how)}")


async def counted(tx: Tx, member: Member, first: date, last: date) -> dict[str, int]:
    """How many of a member's visits of these days are confirmed, by whom: ``by_contact``, ``by_staff_from_paper``."""
    found = await confirmations.counts_of_member(tx, member.id, first, last)
    return {how.value: found.get(how, 0) for how in How}


async def of_card(tx: Tx, contact: Contact, limit: int) -> list[tuple[Visit, Confirmation | None]]:
    """The contact's visits that stand, the last first, each with what was said of it."""
    said = await confirmations.of_contact(tx, contact.id)
    return [(visit, said.get(visit.id)) for visit in await visits.of_contact(tx, contact.id, limit)]
