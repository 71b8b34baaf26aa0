"""Departments are reminded of their deadlines, by day only; after a while the office hears as well."""

from collections.abc import Mapping
from datetime import timedelta

from domain.assignments import CHASES, Assignment, chase_due
from domain.briefs import BriefEvent
from services import brief_steps
from services.brief_work import task_buttons, tell_department
from services.briefs import tell_office_of
from services.outbox import Button
from services.reminders import is_quiet
from services.rounds import Rules
from storage import assignments, briefs
from storage.db import Db, Tx
from texts import Text

CHUNK = 100
AHEAD = timedelta(days=21)
"""More than the workdays of the earliest chase can take, over the longest holidays."""


async def chase(db: Db, rules: Rules) -> Mapping[str, int]:
    """Send what is due now, each once; how many."""
    now = db.clock()
    if is_quiet(now, rules):
        return {}
    sent, last_id, more = 0, 0, True
    while more:
        async with db.read() as tx:
            found = await assignments.waiting(tx, now.astimezone(rules.zone).date() + AHEAD, last_id, CHUNK)
        for task in found:
            place = chase_due(task, now, rules.settings.hour, rules.zone, rules.workdays)
            if place is not None:
                async with db.write() as tx:
                    sent += await _chase(tx, task, place, rules)
        more = len(found) == CHUNK
        last_id = found[-1].id if found else 0
    return {"chases": sent} if sent else {}


async def _chase(tx: Tx, task: Assignment, place: int, rules: Rules) -> bool:
    """False when another process was quicker, or it was answered meanwhile."""
    if not await assignments.claim_chase(tx, task, place):
        return False
    brief = await briefs.get(tx, task.brief_id)
    assert brief is not None
    await brief_steps.taken(tx, brief.id, BriefEvent.CHASED, None, unit=task.unit_id, chase=place)
    is_late = tx.now.astimezone(rules.zone).date() > task.due_on
    told = {"title": brief.content.title, "unit": task.unit, "due": task.due_on}
    notice = Text("task-chase-late" if is_late else "task-chase-soon", **told)
    buttons = [[Button("task-button-open", f"task:{task.id}")], *task_buttons(task)]
    reached = await tell_department(tx, task, [notice], buttons)
    link = [[Button("task-button-link", f"task-link:{task.id}")]]
    if not reached:
        await tell_office_of(tx, brief, Text("task-chase-please-pass-on", **told), link)
    elif CHASES[place].tells_office:
        await tell_office_of(tx, brief, Text("task-chase-for-office", **told), link)
    return True
