"""Objections to points that the office leaves waiting: a line of its day's message, then one each week."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from domain.objections import Objection, chased_on
from domain.people import Role
from services.objections import Case, case
from services.outbox import Button
from services.reminders import is_quiet
from services.rounds import Compose, Notice, Rules
from storage import appraisals, due_lines, people, reminders
from storage.db import Db, Tx
from storage.reminders import Addressee
from texts import Text

OBJECTIONS = "objections"
MOST = 10
"""Objections that one message names."""


async def remind(db: Db, rules: Rules) -> dict[str, int]:
    """Lay down a line for each of the office when an objection has waited `[reminders] objection_days`, or a week more.

    Not before `[reminders] hour`, not in the quiet hours, and with `workdays_only` on workdays.
    """
    local = db.clock().astimezone(rules.zone)
    today, settings = local.date(), rules.settings
    is_day_off = settings.workdays_only and not rules.workdays.is_workday(today)
    if not settings.objection_days or is_day_off or local.hour < settings.hour or is_quiet(db.clock(), rules):
        return {}
    async with db.read() as tx:
        if not await _is_due(tx, rules, today):
            return {}
    async with db.write() as tx:
        if not await reminders.claim_once(tx, OBJECTIONS, today.isoformat()):
            return {}
        about = {"kind": OBJECTIONS, "period": today.isoformat(), "round_id": None, "until_on": None}
        office = await people.with_role(tx, Role.OFFICE)
        await due_lines.add(tx, [about | {"person_id": person_id} for person_id in office])
    return {OBJECTIONS: len(office)}


async def _is_due(tx: Tx, rules: Rules, today: date) -> bool:
    """Is there one whose day has come since the office was last reminded?"""
    waiting, after_days = await appraisals.waiting_objections(tx), rules.settings.objection_days
    days = [chased_on(_made_on(one, rules), today, after_days) for one in waiting]
    last = await reminders.last_of(tx, OBJECTIONS)
    return any(day and (last is None or last < day.isoformat()) for day in days)


def _made_on(objection: Objection, rules: Rules) -> date:
    return objection.made_at.astimezone(rules.zone).date()


async def recall(tx: Tx, people_told: Sequence[Addressee], rules: Rules, period: str) -> Compose:
    """All that have waited so long and wait still; nobody is asked to decide about their own."""
    del people_told, period
    today = tx.now.astimezone(rules.zone).date()
    by = today - timedelta(days=rules.settings.objection_days)
    late = [one for one in await appraisals.waiting_objections(tx) if _made_on(one, rules) <= by]
    cases = [await case(tx, one.id) for one in late]
    return lambda person: _notice([one for one in cases if _member(one) != person.person_id], rules)


def _member(one: Case) -> int:
    return one.sheet.standing.member.person_id


def _notice(cases: Sequence[Case], rules: Rules) -> Notice | None:
    if not cases:
        return None
    lines = [_line(one, rules) for one in cases[:MOST]]
    if len(cases) > MOST:
        lines.append(Text("reminder-objections-more", count=len(cases) - MOST))
    words = Text("reminder-objections", days=str(rules.settings.objection_days), lines=lines)
    by_year = Counter(one.sheet.year for one in cases)
    lists = [
        [Button("objection-button-list", f"objection-list:{year}", args={"count": str(count)})]
        for year, count in by_year.items()
    ]
    return Notice(words, lists)


def _line(one: Case, rules: Rules) -> Text:
    name, title = one.sheet.standing.member.name, one.line.rule.title
    return Text("reminder-objection", name=name, title=title, on=_made_on(one.objection, rules))
