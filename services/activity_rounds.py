"""What activities make the bot say by itself: the reminder the day before, and afterwards how it was.

An activity is claimed by one conditional update, so a second tick or process finds nothing left to do.
"""

from datetime import timedelta

from domain.activities import Activity, Attendance, Grade
from services import receptions
from services.activity_words import answer_buttons, described, key_of
from services.outbox import Button, tell_all
from services.reminders import is_quiet
from services.rounds import Rules
from storage import activities, activity_people
from storage.db import Db, Tx
from texts import Text

JUDGED_WITHIN = timedelta(days=7)
"""Nobody is asked about what is longer over: the software's own default."""


async def look(db: Db, house: Rules) -> dict[str, int]:
    """Remind and ask, outside the quiet hours; how many people were told."""
    if is_quiet(db.clock(), house):
        return {}
    async with db.read() as tx:
        remind = await activities.to_remind(tx) if house.settings.activities else []
        judge = await activities.to_judge(tx, tx.now - JUDGED_WITHIN)
    told = {"reminded": 0, "asked": 0, "talks": 0}
    if house.settings.activities:
        told["talks"] = await receptions.remind(db, house)
    for number in remind:
        async with db.write() as tx:
            told["reminded"] += await _remind(tx, number, house)
    for number in judge:
        async with db.write() as tx:
            told["asked"] += await _ask(tx, number)
    return {what: count for what, count in told.items() if count}


async def _remind(tx: Tx, activity_id: int, house: Rules) -> int:
    if not await activities.claim_reminder(tx, activity_id):
        return 0
    activity = await activities.get(tx, activity_id)
    assert activity is not None
    coming = [one.person_id for one in await activity_people.all_of(tx, activity_id, Attendance.COMING)]
    text = Text("activity-reminder", activity=described(activity, house.zone))
    return await tell_all(tx, coming, text, buttons=answer_buttons(activity, Attendance.COMING))


async def _ask(tx: Tx, activity_id: int) -> int:
    if not await activities.claim_judging(tx, activity_id):
        return 0
    activity = await activities.get(tx, activity_id)
    assert activity is not None
    there = [one.person_id for one in await activity_people.all_of(tx, activity_id) if one.signed_in_at is not None]
    text = Text("activity-how-was-it", title=activity.title)
    return await tell_all(tx, there, text, buttons=grade_buttons(activity))


def grade_buttons(activity: Activity) -> list[list[Button]]:
    grades = [Button(f"activity-grade-{key_of(each)}", f"activity-grade:{activity.id}:{each.value}") for each in Grade]
    note = Button("activity-button-suggest", f"activity-note:{activity.id}:suggestion")
    return [grades, [note]]
