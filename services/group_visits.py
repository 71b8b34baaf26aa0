"""Group visits: called by one, signed in by each; whom a member met there is logged as that member's visit."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain import group_visits as rules
from domain.contacts import Contact, active
from domain.group_visits import GroupVisit, GroupVisitIsOver, GroupVisitUnknown, SignedInAlready, SomeoneSignedIn
from domain.people import Member, Person
from domain.schemes import Scheme
from domain.visits import VisitKind
from services import visits
from services.outbox import Button, Buttons, tell, tell_all
from services.visits import Record, Report
from storage import contacts, group_visits, people
from storage.db import Tx
from texts import Text

CODE_BYTES = 9
MOST_SHOWN = 10


@dataclass(frozen=True)
class Gathering:
    """A group visit with its organiser's name and who signed in: member and how many contacts each met."""

    visit: GroupVisit
    organiser: str
    signed_in: tuple[tuple[Member, int], ...]

    def link(self, bot_name: str) -> str:
        return f"https://t.me/{bot_name}?start=g_{self.visit.code}"


async def call(tx: Tx, by: Person, day: date, note: str) -> Gathering:
    """Call members together for a day."""
    code = secrets.token_urlsafe(CODE_BYTES)
    return await get(tx, await group_visits.add(tx, by.id, day, note, code))


async def get(tx: Tx, group_id: int) -> Gathering:
    """Raises: GroupVisitUnknown."""
    return await _gathering(tx, await group_visits.get(tx, group_id))


async def of_code(tx: Tx, code: str) -> Gathering:
    """Raises: GroupVisitUnknown."""
    return await _gathering(tx, await group_visits.of_code(tx, code))


async def _gathering(tx: Tx, found: GroupVisit | None) -> Gathering:
    if found is None:
        raise GroupVisitUnknown
    signed_in = tuple(await group_visits.signed_in(tx, found.id))
    return Gathering(found, await people.name_of(tx, found.organiser_id), signed_in)


async def of_person(tx: Tx, person: Person) -> list[GroupVisit]:
    """Those the person organised or took part in, the latest first."""
    return await group_visits.of_person(tx, person.id, MOST_SHOWN)


async def invite(tx: Tx, by: Person, group_id: int, like: Member, *, whole_unit: bool) -> int:
    """Tell the members of ``like``'s sector, or of their unit, about it; how many will get it.

    Raises:
        GroupVisitUnknown, NotYourGroupVisit, GroupVisitIsOver
    """
    gathering = await get(tx, group_id)
    rules.check_organiser(gathering.visit, by.id)
    mine = like.unit if whole_unit else like.sector
    others = [one for one in await people.members(tx) if (one.unit if whole_unit else one.sector) == mine]
    asked = [one.person_id for one in others if one.person_id != by.id] if mine else []
    return await tell_all(tx, asked, invitation(gathering), buttons=sign_in_button(group_id))


def invitation(gathering: Gathering) -> Text:
    visit = gathering.visit
    return Text("group-invitation", organiser=gathering.organiser, day=visit.happened_on, note=visit.note)


def sign_in_button(group_id: int) -> Buttons:
    return [[Button("group-button-sign-in", f"group-in:{group_id}")]]


async def sign_in(tx: Tx, member: Member, group_id: int, today: date) -> Gathering:
    """The member is there, and the organiser hears it. Who has not said yet whom they met may press once more.

    Raises:
        GroupVisitUnknown, GroupVisitIsOver, NotToday, SignedInAlready
    """
    await _hold(tx, group_id)
    gathering = await get(tx, group_id)
    rules.check_open(gathering.visit, today)
    if any(one.id == member.id and met for one, met in gathering.signed_in):
        raise SignedInAlready
    if not await group_visits.sign_in(tx, group_id, member.id):
        return gathering
    after = await get(tx, group_id)
    await _tell_organiser(tx, after, member)
    return after


async def _hold(tx: Tx, group_id: int) -> None:
    """Who signs in, and who calls it off, come one after the other."""
    await tx.hold(f"group visit {group_id}")


async def _tell_organiser(tx: Tx, gathering: Gathering, member: Member) -> None:
    """Who came."""
    if gathering.visit.organiser_id != member.person_id:
        came = Text(
            "group-came", member=member.name, day=gathering.visit.happened_on, count=str(len(gathering.signed_in))
        )
        await tell(tx, gathering.visit.organiser_id, came)


async def own_contacts(tx: Tx, member: Member) -> list[Contact]:
    """Whom the member may have met there."""
    return active(await contacts.of_member(tx, member.id))


async def met(
    tx: Tx, member: Member, group_id: int, contact_ids: Sequence[int], scheme: Scheme, today: date
) -> list[Record]:
    """Log a group visit to each of these contacts of the member's own.

    Raises:
        GroupVisitUnknown, NotYourContact, ContactHasEnded, VisitIsLoggedAlready
    """
    visit = (await get(tx, group_id)).visit
    reports = [
        Report(contact_id, VisitKind.GROUP, visit.happened_on, visit.note, group_visit_id=visit.id)
        for contact_id in contact_ids
    ]
    return [await visits.log(tx, member, report, scheme, today) for report in reports]


async def close(tx: Tx, by: Person, group_id: int) -> Gathering:
    """Nobody signs in any more.

    Raises:
        GroupVisitUnknown, NotYourGroupVisit, GroupVisitIsOver
    """
    rules.check_organiser((await get(tx, group_id)).visit, by.id)
    if not await group_visits.end(tx, group_id, cancelled=False):
        raise GroupVisitIsOver
    return await get(tx, group_id)


async def call_off(tx: Tx, by: Person, group_id: int) -> Gathering:
    """It does not take place.

    Raises:
        GroupVisitUnknown, NotYourGroupVisit, GroupVisitIsOver, SomeoneSignedIn
    """
    await _hold(tx, group_id)
    gathering = await get(tx, group_id)
    rules.check_organiser(gathering.visit, by.id)
    if gathering.signed_in:
        raise SomeoneSignedIn
    if not await group_visits.end(tx, group_id, cancelled=True):
        raise GroupVisitIsOver
    return gathering
