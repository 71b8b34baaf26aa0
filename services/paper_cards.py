"""Service cards on paper, keyed in at year's end: which visits stand on the card, which do not, which were not logged.

Source: J7, 三（三）1: contacts send their cards, on which they recorded each visit, to the office or the work committee
by 30 November. How the card is keyed in is the software's own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from domain.cards import IN_USE, Card, CardState
from domain.confirmations import Confirmation, Verdict
from domain.contacts import Contact
from domain.days import check_visit_day
from domain.people import Member, NotForYourRole, Person, Role, check_role
from domain.refusals import Refusal
from domain.schemes import Scheme
from domain.visit_lines import VisitLine
from domain.visits import UNSAVED, Visit, VisitKind
from services import cards, confirmations
from services.outbox import Button, tell
from services.visits import VisitIsLoggedAlready, usual_kind
from storage import audit, contacts, people, units, visits
from storage import cards as stored_cards
from storage import confirmations as stored
from storage.db import Tx
from texts import Text

MOST_VISITS = 20
"""Of one contact in one year: as many as one message has buttons for."""
NOBODY = "某"
"""Stands in for the contact, whom a line of the card does not name."""


class ContactUnknown(Refusal):
    text = "paper-contact-unknown"


class DayIsMissing(Refusal):
    """A visit on the card without its day."""

    text = "paper-day-is-missing"


@dataclass(frozen=True)
class PaperVisit:
    """A visit that stands on the card and was not logged."""

    day: date
    kind: VisitKind
    note: str = field(repr=False)


@dataclass(frozen=True)
class Sheet:
    """A contact's card of this year, beside what was logged."""

    member: Member
    contact: Contact
    card: Card | None
    visits: tuple[tuple[Visit, Confirmation | None], ...]
    """The year's, the earliest first."""

    @property
    def open_visits(self) -> list[Visit]:
        """Those that the card may still confirm."""
        return [visit for visit, said in self.visits if said is None or said.verdict is Verdict.DISPUTED]


@dataclass(frozen=True)
class Returns:
    """Whose cards came back this year."""

    contacts: int
    issued: int
    returned: int
    missing: tuple[tuple[Member, tuple[Contact, ...]], ...]
    """Members with those of their contacts whose card has not come back."""


# --- seen -------------------------------------------------------------------------------------------------------------


async def _units_of(tx: Tx, by: Person) -> frozenset[str] | None:
    """The units whose cards this person takes; None: everybody's.

    Raises:
        NotForYourRole
    """
    if Role.OFFICE in by.roles:
        return None
    check_role(by, Role.STAFF)
    return frozenset(unit.name for unit in await units.of_person(tx, by.id))


async def returns(tx: Tx, by: Person, year: int, zone: ZoneInfo) -> Returns:
    """Of everyone who serves, in a year on the committee's clock; for the staff of a unit, of their unit's members.

    Raises:
        NotForYourRole
    """
    mine = await _units_of(tx, by)
    members = [member for member in await people.members(tx) if mine is None or member.unit in mine]
    newest = await stored_cards.latest_of_all(tx)
    of_member: dict[int, list[Contact]] = {}
    for contact in await contacts.of_all(tx):
        if _is_awaited(contact, newest.get(contact.id), year, zone):
            of_member.setdefault(contact.member_id, []).append(contact)
    asked = [contact for member in members for contact in of_member.get(member.id, ())]
    back = {contact.id for contact in asked if _is_back(newest.get(contact.id), year, zone)}
    missing = (
        (member, tuple(contact for contact in of_member.get(member.id, ()) if contact.id not in back))
        for member in members
    )
    return Returns(
        contacts=len(asked),
        issued=sum(contact.id in newest for contact in asked),
        returned=len(back),
        missing=tuple((member, still) for member, still in missing if still),
    )


def _is_awaited(contact: Contact, card: Card | None, year: int, zone: ZoneInfo) -> bool:
    """Everyone registered; and who ended this year, whose card has to come back nevertheless."""
    if contact.ended_on is None:
        return True
    had_card = card is not None and (card.state in IN_USE or _is_back(card, year, zone))
    return contact.ended_on.year == year and had_card


def _is_back(card: Card | None, year: int, zone: ZoneInfo) -> bool:
    return card is not None and card.returned_at is not None and card.returned_at.astimezone(zone).year == year


async def contacts_of(
    tx: Tx, by: Person, member: Member, year: int, zone: ZoneInfo
) -> list[tuple[Contact, Card | None]]:
    """The member's contacts whose card may come in this year, each with their newest card.

    Raises:
        NotForYourRole: the member is not of this person's unit.
    """
    await _check_may(tx, by, member)
    newest = await stored_cards.latest_of_member(tx, member.id)
    known = [(contact, newest.get(contact.id)) for contact in await contacts.of_member(tx, member.id)]
    return [(contact, card) for contact, card in known if _is_awaited(contact, card, year, zone)]


async def _check_may(tx: Tx, by: Person, member: Member) -> None:
    mine = await _units_of(tx, by)
    if mine is not None and member.unit not in mine:
        raise NotForYourRole


async def sheet(tx: Tx, by: Person, contact_id: int, scheme: Scheme, year: int) -> Sheet:
    """Raises: ContactUnknown, NotForYourRole."""
    contact = await contacts.get(tx, contact_id)
    if contact is None:
        raise ContactUnknown
    member = await people.member(tx, contact.member_id)
    await _check_may(tx, by, member)
    said = await stored.of_contact(tx, contact.id)
    known = await visits.of_contact(tx, contact.id, MOST_VISITS)
    shown = [one for one in reversed(known) if scheme.began(year) <= one.happened_on <= scheme.ends(year)]
    together = tuple((visit, said.get(visit.id)) for visit in shown)
    return Sheet(member, contact, await stored_cards.latest(tx, contact.id), together)


def read_visit(typed: str, contact: Contact, today: date, scheme: Scheme) -> PaperVisit:
    """A line of the card: ``3月5日 上门 送去种子``.

    Raises:
        DayIsMissing, NoteIsMissing, NoteIsTooLong, NoSuchDay, DayIsInTheFuture, DayIsBeforeTheYear
    """
    line = VisitLine.parse(f"{NOBODY} {typed}", today)
    if line.day is None:
        raise DayIsMissing
    check_visit_day(line.day, today, scheme.began(today.year))
    return PaperVisit(line.day, line.kind or usual_kind(contact), line.note)


# --- keyed in ---------------------------------------------------------------------------------------------------------


async def key_in(
    tx: Tx,
    by: Person,
    seen: Sheet,
    marks: Mapping[int, bool],
    extra: Sequence[PaperVisit],
    not_on_card: str,
) -> None:
    """Take the card: what stands on it is confirmed, what was logged and does not is disputed, what was not logged is
    entered; the card is back, and the member told.

    ``marks``: visit → does it stand on the card; ``not_on_card``: the words of such a dispute.

    Raises:
        VisitIsJudged: somebody was faster.
        VisitIsLoggedAlready
    """
    open_visits = {visit.id: visit for visit in seen.open_visits}
    for visit_id, is_on_card in marks.items():
        verdict = Verdict.TRUE if is_on_card else Verdict.DISPUTED
        await confirmations.say_from_paper(tx, open_visits.get(visit_id), verdict, not_on_card, by)
    for one in extra:
        await _enter(tx, by, seen, one)
    await _take_back(tx, seen)
    on_card = sum(marks.values())
    counts = {"on_card": str(on_card), "off_card": str(len(marks) - on_card), "extra": str(len(extra))}
    told = Text("paper-was-keyed", contact=seen.contact.name, **counts)
    await tell(tx, seen.member.person_id, told, buttons=[[Button("visit-button-list", "visit-list:0")]])
    await audit.add(tx, by.id, "card-keyed", contact_id=seen.contact.id, visits=len(marks), extra=len(extra))


async def _enter(tx: Tx, by: Person, seen: Sheet, one: PaperVisit) -> None:
    """A visit that only the card knows: it is logged for the member, by staff, and confirmed by the card."""
    contact = seen.contact
    visit = Visit(UNSAVED, seen.member.id, contact.id, one.kind, one.day, one.note, tx.now, keyed_by_id=by.id)
    if await visits.same(tx, visit):
        raise VisitIsLoggedAlready(contact=contact.name, day=one.day)
    entered = await visits.get(tx, await visits.add(tx, visit))
    await confirmations.say_from_paper(tx, entered, Verdict.TRUE, "", by)


async def _take_back(tx: Tx, seen: Sheet) -> None:
    """The card is here. One that the bridge never printed gets its row now."""
    card = seen.card
    if card is None or card.state is CardState.LOST:
        await cards.issue_unseen(tx, seen.contact)
        card = await stored_cards.latest(tx, seen.contact.id)
    if card is not None and card.state in IN_USE:
        await stored_cards.move(tx, card, CardState.RETURNED)
