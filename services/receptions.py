"""Reception days and duty rooms: a member offers times, people book them, either side may cancel, both are told."""

from collections.abc import Sequence
from datetime import datetime

from domain import receptions as rules
from domain.people import Member, Person
from domain.receptions import NotYourBooking, Slot, SlotIsTaken, SlotKind, SlotNeedsPlace, SlotsOverlap, SlotUnknown
from domain.reminders import day_before
from services.activity_words import key_of, span
from services.outbox import Button, tell
from services.reminders import is_quiet
from services.rounds import Compose, Notice, Rules
from storage import due_lines, receptions
from storage.db import Db, Tx
from storage.reminders import Addressee
from texts import Text

SHOWN = 10


def described(slot: Slot, house: Rules) -> Text:
    """What, with whom, when, where."""
    return Text(
        "slot-described",
        kind=Text(f"slot-kind-{key_of(slot.kind)}"),
        member=slot.host,
        when=span(slot.begins_at, slot.ends_at, house.zone),
        place=slot.place,
    )


# --- the member -------------------------------------------------------------------------------------------------------


async def offer(
    tx: Tx, member: Member, kind: SlotKind, place: str, begins_at: datetime, ends_at: datetime, house: Rules
) -> int:
    """Times to be booked, one talk after another; how many.

    Raises:
        SlotNeedsPlace, SlotsAreTooMany, SlotsOverlap
    """
    if not place:
        raise SlotNeedsPlace
    talks = rules.talks(begins_at, ends_at)
    for there in await receptions.between(tx, member.id, begins_at, ends_at):
        raise SlotsOverlap(begins=there.begins_at)
    for begins, ends in talks:
        remind = day_before(begins, house.settings, house.zone, house.workdays)
        await receptions.add(tx, kind, member.id, place, begins, ends, remind)
    return len(talks)


async def offered(tx: Tx, member: Member) -> list[Slot]:
    return await receptions.of_member(tx, member.id, 2 * SHOWN)


async def cancel(tx: Tx, slot_id: int, member: Member, house: Rules) -> Slot:
    """The member takes a time back; who had booked it is told.

    Raises:
        SlotUnknown: there is none of theirs, or it was cancelled.
    """
    slot = await receptions.lock(tx, slot_id)
    if slot is None or slot.member_id != member.id or not await receptions.cancel(tx, slot.id):
        raise SlotUnknown
    if slot.booking is not None:
        again = [[Button("slot-button-others", "do-reception")]]
        await tell(tx, slot.booking.person_id, Text("slot-was-cancelled", slot=described(slot, house)), buttons=again)
    return slot


# --- who comes --------------------------------------------------------------------------------------------------------


async def free(tx: Tx) -> Sequence[Slot]:
    return await receptions.free(tx, SHOWN)


async def booked_by(tx: Tx, person: Person) -> list[Slot]:
    return await receptions.of_guest(tx, person.id)


async def check_may_book(tx: Tx, slot_id: int, person: Person) -> Slot:
    """Raises: SlotUnknown, SlotIsYourOwn, SlotIsPast, SlotIsTaken, BookingsAreTooMany."""
    held = len(await booked_by(tx, person))
    return rules.check_may_book(await receptions.lock(tx, slot_id), person.id, held, tx.now)


async def book(tx: Tx, slot_id: int, person: Person, topic: str, house: Rules) -> Slot:
    """The time is theirs, and the member is told who comes and what about.

    Raises:
        SlotUnknown, SlotIsYourOwn, SlotIsPast, SlotIsTaken, BookingsAreTooMany
    """
    slot = await check_may_book(tx, slot_id, person)
    if not await receptions.book(tx, slot.id, person.id, topic):
        raise SlotIsTaken
    news = Text("slot-was-booked", slot=described(slot, house), name=person.name, topic=topic)
    await tell(tx, slot.host_id, news, buttons=[[Button("slot-button-cancel", f"slot-cancel:{slot.id}")]])
    return slot


async def release(tx: Tx, slot_id: int, person: Person, house: Rules) -> Slot:
    """Who booked it does not come; the member is told, and the time is free again.

    Raises:
        NotYourBooking
    """
    slot = await receptions.lock(tx, slot_id)
    booking = slot.booking if slot else None
    is_theirs = booking is not None and booking.person_id == person.id
    if slot is None or booking is None or not is_theirs or not await receptions.release(tx, booking.id):
        raise NotYourBooking
    await tell(tx, slot.host_id, Text("slot-was-released", slot=described(slot, house), name=person.name))
    return slot


# --- the day before ---------------------------------------------------------------------------------------------------


async def remind(db: Db, house: Rules) -> dict[str, int]:
    """Lay down a line for both sides of each booked talk that is due, outside the quiet hours; how many lines."""
    if is_quiet(db.clock(), house) or not house.settings.activities:
        return {}
    async with db.read() as tx:
        due = await receptions.to_remind(tx)
    told = 0
    for one in due:
        async with db.write() as tx:
            slot = await receptions.lock(tx, one.id)
            if slot is None or slot.booking is None or not await receptions.claim_reminder(tx, slot.id):
                continue
            today = tx.now.astimezone(house.zone).date()
            about = {"kind": "talk", "period": str(slot.id), "round_id": None, "until_on": today}
            both = (slot.host_id, slot.booking.person_id)
            await due_lines.add(tx, [about | {"person_id": person_id} for person_id in both])
            told += len(both)
    return {"talks": told} if told else {}


async def recall(tx: Tx, people: Sequence[Addressee], house: Rules, period: str) -> Compose:
    """A talk that is still to come, for its two sides."""
    del people
    slot = await receptions.get(tx, int(period))
    if slot is None or slot.booking is None or slot.begins_at <= tx.now:
        return lambda _: None
    both = {slot.host_id, slot.booking.person_id}
    notice = Notice(Text("slot-reminder", slot=described(slot, house)))
    return lambda person: notice if person.person_id in both else None
