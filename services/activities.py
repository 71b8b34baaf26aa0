"""Activities: made, changed and called off by who runs them; answered by whom they concern."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain import activities as rules
from domain.activities import (
    CONCERNED,
    Activity,
    ActivityIsCancelled,
    ActivityKind,
    ActivityUnknown,
    Attendance,
    Participant,
)
from domain.people import Member, Person
from domain.reminders import day_before
from services.activity_words import answer_buttons, described
from services.organisers import check_may_hold, run_by
from services.outbox import tell, tell_all
from services.rounds import Rules
from storage import activities, activity_people
from storage.db import Tx
from texts import Text

KEY_BYTES = 32


@dataclass(frozen=True)
class NewActivity:
    kind: ActivityKind
    title: str
    place: str
    begins_at: datetime
    ends_at: datetime
    capacity: int | None = None
    unit_id: int | None = None
    is_open: bool = False


@dataclass(frozen=True)
class Answered:
    """What came of an answer. ``ahead``: how many wait before them, where they wait."""

    activity: Activity
    attendance: Attendance
    ahead: int = 0


# --- who runs it ------------------------------------------------------------------------------------------------------


async def make(tx: Tx, new: NewActivity, by: Person, house: Rules) -> Activity:
    """A new activity; nobody is told until they are invited.

    Raises:
        NotForYourRole
    """
    await check_may_hold(tx, by, new.unit_id)
    return await enter(tx, new, by.id, house)


async def enter(tx: Tx, new: NewActivity, by_id: int, house: Rules) -> Activity:
    """The same, where the right to it was looked at before."""
    activity = Activity(0, made_by_id=by_id, **vars(new))
    number = await activities.add(tx, activity, secrets.token_urlsafe(KEY_BYTES), _remind_at(new.begins_at, house))
    made = await activities.get(tx, number)
    assert made is not None
    return made


def _remind_at(begins_at: datetime, house: Rules) -> datetime:
    return day_before(begins_at, house.settings, house.zone, house.workdays)


async def move(tx: Tx, activity_id: int, by: Person, begins_at: datetime, ends_at: datetime, house: Rules) -> Activity:
    """To another time; who is concerned is told.

    Raises:
        ActivityUnknown, ActivityIsNotYours, ActivityIsCancelled, ActivityHasBegun
    """
    activity = await _ahead(tx, activity_id, by)
    if (activity.begins_at, activity.ends_at) == (begins_at, ends_at):
        return activity
    await activities.move(tx, activity.id, begins_at, ends_at, _remind_at(begins_at, house))
    return await _changed(tx, activity.id, house)


async def alter(tx: Tx, activity_id: int, by: Person, house: Rules, **changes: Any) -> Activity:
    """Another place, capacity, unit_id or is_open. Of another place everyone concerned is told; of more places those
    who waited for one.

    Raises:
        ActivityUnknown, ActivityIsNotYours, ActivityIsCancelled, ActivityHasBegun, NotForYourRole
    """
    activity = await _ahead(tx, activity_id, by)
    if "unit_id" in changes:
        await check_may_hold(tx, by, changes["unit_id"])
    changed = {name: value for name, value in changes.items() if getattr(activity, name) != value}
    if not changed:
        return activity
    await activities.alter(tx, activity.id, **changed)
    if "place" in changed:
        return await _changed(tx, activity.id, house)
    after = await _known(tx, activity.id)
    if "capacity" in changed:
        await _move_up(tx, after, house)
    return after


async def _ahead(tx: Tx, activity_id: int, by: Person) -> Activity:
    activity = await run_by(tx, by, activity_id, locked=True)
    activity.must_be_ahead(tx.now)
    return activity


async def _known(tx: Tx, activity_id: int) -> Activity:
    activity = await activities.get(tx, activity_id)
    if activity is None:
        raise ActivityUnknown
    return activity


async def _changed(tx: Tx, activity_id: int, house: Rules) -> Activity:
    activity = await _known(tx, activity_id)
    for one in await activity_people.all_of(tx, activity.id, *CONCERNED):
        text = Text("activity-was-changed", activity=described(activity, house.zone))
        await tell(tx, one.person_id, text, buttons=answer_buttons(activity, one.attendance))
    return activity


async def call_off(tx: Tx, activity_id: int, by: Person, reason: str, house: Rules) -> Activity:
    """Who is concerned is told, with the reason.

    Raises:
        ActivityUnknown, ActivityIsNotYours, ActivityIsCancelled, ActivityHasBegun
    """
    activity = await _ahead(tx, activity_id, by)
    if not await activities.cancel(tx, activity.id, reason):
        raise ActivityIsCancelled(title=activity.title)
    concerned = [one.person_id for one in await activity_people.all_of(tx, activity.id, *CONCERNED)]
    text = Text("activity-was-called-off", activity=described(activity, house.zone), reason=reason)
    await tell_all(tx, concerned, text)
    return replace(activity, cancelled_at=tx.now, cancelled_because=reason)


# --- whom it concerns -------------------------------------------------------------------------------------------------


async def seen_by(tx: Tx, activity_id: int, person: Person) -> tuple[Activity, Participant | None]:
    """An activity and where this person stands with it.

    Raises:
        ActivityUnknown: there is none, or it is not for them.
    """
    activity = await activities.get(tx, activity_id)
    if activity is None:
        raise ActivityUnknown
    participant = await activity_people.of(tx, activity_id, person.id)
    if participant is None and not activity.is_open:
        raise ActivityUnknown
    return activity, participant


async def come(tx: Tx, activity_id: int, person: Person, member: Member | None) -> Answered:
    """参加: a place, or one on the waiting list.

    Raises:
        ActivityUnknown, ActivityIsCancelled, ActivityHasBegun, NotInvited
    """
    activity, participant = await _locked(tx, activity_id, person)
    taken = await activity_people.taken(tx, activity.id)
    attendance = rules.answered(activity, participant, taken, tx.now)
    await _put(tx, activity, person, member, participant, attendance)
    return Answered(activity, attendance, await _ahead_of(tx, activity, person, attendance))


async def decline(tx: Tx, activity_id: int, person: Person, member: Member | None, house: Rules) -> Answered:
    """不参加: a place that becomes free goes to who waits.

    Raises:
        ActivityUnknown, ActivityIsCancelled, ActivityHasBegun, NotInvited
    """
    activity, participant = await _locked(tx, activity_id, person)
    attendance = rules.declined(activity, participant, tx.now)
    await _put(tx, activity, person, member, participant, attendance)
    await _move_up(tx, activity, house)
    return Answered(activity, attendance)


async def check_leave(tx: Tx, activity_id: int, person: Person) -> Activity:
    """Raises: ActivityUnknown, NotInvited, ActivityIsCancelled, ActivityHasBegun, NothingToTakeLeaveOf."""
    activity, participant = await _locked(tx, activity_id, person)
    rules.check_leave(activity, participant, tx.now)
    return activity


async def take_leave(
    tx: Tx, activity_id: int, person: Person, member: Member | None, reason: str, house: Rules
) -> Activity:
    """请假, with a reason that who runs the activity reads; the place goes to who waits.

    Raises:
        ActivityUnknown, NotInvited, ActivityIsCancelled, ActivityHasBegun, NothingToTakeLeaveOf
    """
    activity = await check_leave(tx, activity_id, person)
    member_id = member.id if member else None
    await activity_people.put(tx, activity.id, person.id, member_id, Attendance.ON_LEAVE, reason)
    news = Text("activity-someone-is-on-leave", name=person.name, title=activity.title, reason=reason)
    await tell(tx, activity.made_by_id, news)
    await _move_up(tx, activity, house)
    return activity


async def _locked(tx: Tx, activity_id: int, person: Person) -> tuple[Activity, Participant | None]:
    activity = await activities.lock(tx, activity_id)
    if activity is None:
        raise ActivityUnknown
    return activity, await activity_people.of(tx, activity.id, person.id)


async def _put(
    tx: Tx, activity: Activity, person: Person, member: Member | None, before: Participant | None, now: Attendance
) -> None:
    if before is None or before.attendance is not now:
        await activity_people.put(tx, activity.id, person.id, member.id if member else None, now)


async def _ahead_of(tx: Tx, activity: Activity, person: Person, attendance: Attendance) -> int:
    if attendance is not Attendance.WAITING:
        return 0
    waiting = rules.moving_up(None, 0, await _waiting(tx, activity))
    return [one.person_id for one in waiting].index(person.id)


async def _waiting(tx: Tx, activity: Activity) -> Sequence[Participant]:
    return await activity_people.all_of(tx, activity.id, Attendance.WAITING)


async def _move_up(tx: Tx, activity: Activity, house: Rules) -> None:
    """Places that are free go to who has waited longest, and they are told."""
    taken = await activity_people.taken(tx, activity.id)
    for one in rules.moving_up(activity.capacity, taken, await _waiting(tx, activity)):
        await activity_people.put(tx, activity.id, one.person_id, one.member_id, Attendance.COMING)
        text = Text("activity-you-moved-up", activity=described(activity, house.zone))
        await tell(tx, one.person_id, text, buttons=answer_buttons(activity, Attendance.COMING))
