"""Invitations to an activity: members by unit, sector or name, and constituents of the pool in turn."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain import pool as turns
from domain.activities import Activity, Attendance
from domain.people import Member, Person
from domain.pool import NobodyToInvite, Representative
from services.activity_words import answer_buttons, described
from services.organisers import run_by
from services.outbox import tell
from services.rounds import Rules
from storage import activity_people, people, pool
from storage.db import Tx
from texts import Text


@dataclass(frozen=True)
class Invited:
    """``new``: who was not invited before; ``reached``: to how many of them it could be said here."""

    activity: Activity
    new: int
    reached: int


async def _inviting(tx: Tx, activity_id: int, by: Person) -> Activity:
    activity = await run_by(tx, by, activity_id, locked=True)
    activity.must_be_ahead(tx.now)
    return activity


async def invite_members(tx: Tx, activity_id: int, by: Person, members: Sequence[Member], house: Rules) -> Invited:
    """Who is invited already is not told twice.

    Raises:
        ActivityUnknown, ActivityIsNotYours, ActivityIsCancelled, ActivityHasBegun
    """
    activity = await _inviting(tx, activity_id, by)
    new = [one for one in members if await activity_people.invite(tx, activity.id, one.person_id, one.id)]
    return await _tell(tx, activity, [one.person_id for one in new], house)


async def choices(tx: Tx) -> list[Representative]:
    """Everyone of the pool who can be reached."""
    return await pool.everyone(tx)


async def invite_in_turn(
    tx: Tx,
    activity_id: int,
    by: Person,
    count: int,
    house: Rules,
    *,
    sector: str | None = None,
    township: str | None = None,
) -> Invited:
    """The next ``count`` of the pool, of a sector or a township if one is named.

    Raises:
        ActivityUnknown, ActivityIsNotYours, ActivityIsCancelled, ActivityHasBegun, NobodyToInvite
    """
    activity = await _inviting(tx, activity_id, by)
    known = {one.person_id for one in await activity_people.all_of(tx, activity.id)}
    left = [one for one in turns.of_choice(await pool.everyone(tx), sector, township) if one.person_id not in known]
    chosen = turns.in_turn(left, count)
    if not chosen:
        raise NobodyToInvite
    for one in chosen:
        member = await people.member_of(tx, one.person_id)
        member_id = member.id if member else None
        await activity_people.invite(tx, activity.id, one.person_id, member_id, is_from_pool=True)
    return await _tell(tx, activity, [one.person_id for one in chosen], house)


async def _tell(tx: Tx, activity: Activity, person_ids: Sequence[int], house: Rules) -> Invited:
    text = Text("activity-invitation", activity=described(activity, house.zone))
    buttons = answer_buttons(activity, Attendance.INVITED)
    reached = [await tell(tx, person_id, text, buttons=buttons) for person_id in person_ids]
    return Invited(activity, len(person_ids), sum(reached))
