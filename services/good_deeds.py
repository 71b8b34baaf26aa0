"""Promised good deeds: kept, put off, given up, and put to the contact: 属实 or 有出入.

A deed that the contact disputes is owed again. Days and buttons are the software's own default.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from domain import good_deeds as rules
from domain.contacts import Contact
from domain.days import check_visit_day
from domain.good_deeds import (
    REMIND_AFTER,
    REMIND_BEFORE,
    DeedIsPast,
    DeedState,
    GoodDeed,
    NotYourDeed,
    NotYourDeedToJudge,
)
from domain.people import Member, Person
from domain.schemes import Scheme
from services.office import tell_office
from services.outbox import Button, Buttons, tell
from services.reminders import is_quiet
from services.rounds import Compose, Notice, Rules
from storage import contacts, due_lines, good_deeds, people
from storage.db import Db, Tx
from storage.reminders import Addressee
from texts import Text

AGAIN = timedelta(days=7)
"""An overdue promise is reminded of once a week, until it is kept, put off or given up."""
AT_ONCE = 200
"""Promises in one transaction."""
LIST = Button("deed-button-list", "deed-list")


# --- the member -------------------------------------------------------------------------------------------------------


async def own(tx: Tx, member: Member, deed_id: int) -> tuple[GoodDeed, Contact]:
    """One of the member's own deeds, and for whom.

    Raises:
        NotYourDeed
    """
    deed = await good_deeds.get(tx, deed_id)
    if deed is None or deed.member_id != member.id:
        raise NotYourDeed
    return deed, await _contact(tx, deed)


async def open_one(tx: Tx, member: Member, deed_id: int) -> tuple[GoodDeed, Contact]:
    """A promise that is still to be kept.

    Raises:
        NotYourDeed, DeedIsPast
    """
    deed, contact = await own(tx, member, deed_id)
    rules.check_becomes(deed, DeedState.DONE)
    return deed, contact


async def of_member(tx: Tx, member: Member, first: date, last: date) -> tuple[list[GoodDeed], list[GoodDeed]]:
    """What is still to be kept, and what was done between two days."""
    return await good_deeds.open_of(tx, member.id), await good_deeds.between(tx, member.id, first, last)


async def names(tx: Tx, member: Member) -> dict[int, str]:
    """Contact's id → name, of all the member ever registered."""
    return {contact.id: contact.name for contact in await contacts.of_member(tx, member.id)}


async def done(
    tx: Tx, member: Member, deed_id: int, day: date, today: date, scheme: Scheme
) -> tuple[GoodDeed, Contact]:
    """The promise is kept; its contact is asked.

    Raises:
        NotYourDeed, DeedIsPast, DayIsInTheFuture, DayIsBeforeTheYear, DeedIsBeforePromise
    """
    deed, contact = await open_one(tx, member, deed_id)
    check_visit_day(day, today, scheme.began(today.year))
    rules.check_done_on(deed, day)
    if not await good_deeds.move(tx, deed, DeedState.DONE, day):
        raise DeedIsPast
    if contact.person_id is not None:
        await tell(tx, contact.person_id, question(deed, member, day), buttons=choices(deed.id))
    return deed, contact


def question(deed: GoodDeed, member: Member, day: date) -> Text:
    return Text("deed-confirm", member=member.name, deed=deed.what, day=day)


def choices(deed_id: int) -> Buttons:
    return [[Button("confirm-true", f"deed-true:{deed_id}"), Button("confirm-differs", f"deed-differs:{deed_id}")]]


async def put_off(tx: Tx, member: Member, deed_id: int, day: date, today: date) -> tuple[GoodDeed, Contact]:
    """Another day; the contact hears it.

    Raises:
        NotYourDeed, DeedIsPast, PromiseIsPast, PromiseIsTooFar
    """
    deed, contact = await open_one(tx, member, deed_id)
    rules.check_due(day, today)
    if not await good_deeds.put_off(tx, deed, day):
        raise DeedIsPast
    await _tell_contact(tx, contact, Text("deed-was-put-off", member=member.name, deed=deed.what, due=day))
    return deed, contact


async def give_up(tx: Tx, member: Member, deed_id: int, why: str) -> tuple[GoodDeed, Contact]:
    """The promise can't be kept; the contact is told why.

    Raises:
        NotYourDeed, DeedIsPast
    """
    deed, contact = await open_one(tx, member, deed_id)
    if not await good_deeds.give_up(tx, deed):
        raise DeedIsPast
    await _tell_contact(tx, contact, Text("deed-was-given-up", member=member.name, deed=deed.what, why=why))
    return deed, contact


async def _tell_contact(tx: Tx, contact: Contact, text: Text) -> None:
    if contact.person_id is not None:
        await tell(tx, contact.person_id, text)


async def _contact(tx: Tx, deed: GoodDeed) -> Contact:
    contact = await contacts.get(tx, deed.contact_id)
    assert contact is not None
    return contact


# --- the contact ------------------------------------------------------------------------------------------------------


async def to_judge(tx: Tx, deed_id: int, person: Person) -> tuple[GoodDeed, Contact]:
    """A deed of which this person may say whether it was done.

    Raises:
        NotYourDeedToJudge, DeedIsPast, DeedIsJudged
    """
    deed = await good_deeds.get(tx, deed_id)
    contact = await _contact(tx, deed) if deed else None
    if deed is None or contact is None or contact.person_id != person.id:
        raise NotYourDeedToJudge
    rules.check_judged(deed)
    return deed, contact


async def confirm(tx: Tx, deed_id: int, person: Person) -> GoodDeed:
    """属实. Raises what `to_judge` raises."""
    deed, contact = await to_judge(tx, deed_id, person)
    if not await good_deeds.move(tx, deed, DeedState.CONFIRMED):
        raise rules.DeedIsJudged
    member = await people.member(tx, deed.member_id)
    await tell(tx, member.person_id, Text("deed-was-confirmed", contact=contact.name, deed=deed.what))
    return deed


async def dispute(tx: Tx, deed_id: int, person: Person, words: str) -> Member:
    """有出入: it is owed again, and the member hears why; whose member that is. Raises what `to_judge` raises."""
    deed, contact = await to_judge(tx, deed_id, person)
    if not await good_deeds.reopen(tx, deed, words):
        raise rules.DeedIsJudged
    member = await people.member(tx, deed.member_id)
    came = Text("deed-was-disputed", contact=contact.name, deed=deed.what, words=words)
    await tell(tx, member.person_id, came, buttons=[[Button("deed-button-open", f"deed-show:{deed.id}")]])
    return member


async def show_overdue(db: Db, open_days: int) -> dict[str, int]:
    """Show the office what contacts dispute of good deeds, once, when nobody settled it in so many days."""
    async with db.write() as tx:
        overdue = await good_deeds.take_disputed(tx, tx.now - timedelta(days=open_days), AT_ONCE)
        for deed in overdue:
            member, contact = await people.member(tx, deed.member_id), await _contact(tx, deed)
            about = {"member": member.name, "contact": contact.name, "deed": deed.what, "words": deed.dispute}
            await tell_office(tx, Text("deed-for-office", days=str(open_days), **about))
    return {"deeds": len(overdue)} if overdue else {}


# --- reminders --------------------------------------------------------------------------------------------------------


async def remind(db: Db, rules: Rules) -> dict[str, int]:
    """Lay down a line for members with promises: two days before their day, the day after it, each week from then on.

    Nothing is begun before `[reminders] hour`, nor in the quiet hours.
    """
    now = db.clock()
    local = now.astimezone(rules.zone)
    if not rules.settings.promises or local.hour < rules.settings.hour or is_quiet(now, rules):
        return {}
    async with db.read() as tx:
        if not await good_deeds.any_open(tx, local.date() + REMIND_BEFORE):
            return {}
    async with db.write() as tx:
        told = await _remind(tx, local.date())
    return {"promises": told} if told else {}


async def _remind(tx: Tx, today: date) -> int:
    # The hours of two days differ by what the clock is put forward: a week is not to become eight days.
    late = await good_deeds.take_late(tx, today - REMIND_AFTER, tx.now - AGAIN + timedelta(hours=2), AT_ONCE)
    coming = await good_deeds.take_coming(tx, today, today + REMIND_BEFORE, AT_ONCE)
    serving = [await people.serving(tx, member_id) for member_id in {deed.member_id for deed in (*late, *coming)}]
    about = {"kind": "promises", "period": today.isoformat(), "round_id": None, "until_on": None}
    lines = [about | {"person_id": member.person_id} for member in serving if member]
    await due_lines.add(tx, lines)
    return len(lines)


async def recall(tx: Tx, people_told: Sequence[Addressee], rules: Rules, period: str) -> Compose:
    """All that each has promised until the day after tomorrow, or before, and not done."""
    del period
    today = tx.now.astimezone(rules.zone).date()
    notices = {each.person_id: await _notice(tx, each.person_id, today) for each in people_told}
    return lambda person: notices.get(person.person_id)


async def _notice(tx: Tx, person_id: int, today: date) -> Notice | None:
    member = await people.member_of(tx, person_id)
    deeds = await good_deeds.open_of(tx, member.id) if member else []
    due = [deed for deed in deeds if deed.due_on and deed.due_on <= today + REMIND_BEFORE]
    if member is None or not due:
        return None
    called = await names(tx, member)
    lines = [line(deed, called[deed.contact_id], today) for deed in due]
    return Notice(Text("reminder-promises", lines=lines), [[LIST]])


def line(deed: GoodDeed, contact: str, today: date) -> Text:
    """A promise or a deed with its day and state."""
    about = {"contact": contact, "deed": deed.what}
    if not deed.is_open:
        return Text(f"deed-line-{deed.state.value}", on=deed.done_on, **about)
    key = "deed-line-overdue" if deed.is_overdue(today) else "deed-line-promised"
    return Text(key, due=deed.due_on, **about)
