"""What activities make the bot say by itself: a line of the reminder the day before, and afterwards how it was.

An activity is claimed by one conditional update, so a second tick or process finds nothing left to do.
"""

from collections.abc import Sequence
from datetime import timedelta

from domain.activities import Activity, Attendance, Grade
from services.activity_words import answer_buttons, described, key_of
from services.outbox import Button, tell_all
from services.reminders import is_quiet
from services.rounds import Compose, Notice, Rules
from storage import activities, activity_people, due_lines
from storage.db import Db, Tx
from storage.reminders import Addressee
from texts import Text

JUDGED_WITHIN = timedelta(days=7)
"""Nobody is asked about what is longer over: the software's own default."""


async def look(db: Db, house: Rules) -> dict[str, int]:
    """Ask, outside the quiet hours, how it was; how many people were asked."""
    if is_quiet(db.clock(), house):
        return {}
    async with db.read() as tx:
        judge = await activities.to_judge(tx, tx.now - JUDGED_WITHIN)
    asked = 0
    for number in judge:
        async with db.write() as tx:
            asked += await _ask(tx, number)
    return {"asked": asked} if asked else {}


async def remind(db: Db, house: Rules) -> dict[str, int]:
    """Lay down a line for everyone who comes to what is due, outside the quiet hours; how many lines."""
    if is_quiet(db.clock(), house) or not house.settings.activities:
        return {}
    async with db.read() as tx:
        due = await activities.to_remind(tx)
    reminded = 0
    for number in due:
        async with db.write() as tx:
            reminded += await _remind(tx, number, house)
    return {"reminded": reminded} if reminded else {}


async def _remind(tx: Tx, activity_id: int, house: Rules) -> int:
    if not await activities.claim_reminder(tx, activity_id):
        return 0
    coming = [one.person_id for one in await activity_people.all_of(tx, activity_id, Attendance.COMING)]
    # It does not wait: tomorrow it begins.
    today = tx.now.astimezone(house.zone).date()
    about = {"kind": "activity", "period": str(activity_id), "round_id": None, "until_on": today}
    await due_lines.add(tx, [about | {"person_id": person_id} for person_id in coming])
    return len(coming)


async def recall(tx: Tx, people: Sequence[Addressee], house: Rules, period: str) -> Compose:
    """An activity that is still to come, for who still comes."""
    del people
    activity = await activities.get(tx, int(period))
    if activity is None or activity.cancelled_at is not None or activity.begins_at <= tx.now:
        return lambda _: None
    coming = {one.person_id for one in await activity_people.all_of(tx, activity.id, Attendance.COMING)}
    text = Text("activity-reminder", activity=described(activity, house.zone))
    notice = Notice(text, answer_buttons(activity, Attendance.COMING))
    return lambda person: notice if person.person_id in coming else None


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
