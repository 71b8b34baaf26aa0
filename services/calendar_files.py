"""Calendar files (.ics) of one activity and of a person's whole plan; ``reports.calendars`` writes them."""

from datetime import datetime

from domain.activities import Activity, Attendance
from domain.receptions import Slot
from services.activity_words import key_of
from services.outbox import Paper
from services.plan import Plan
from texts import Text

PAPER = "calendar"


def of_activity(activity: Activity, now: datetime) -> Paper:
    return Paper(PAPER, {"made_at": now, "events": [_activity(activity)]}, f"活动-{activity.id}.ics")


def of_plan(plan: Plan, now: datetime) -> Paper:
    """The scheme's lines and dates as whole days, and the activities that they come to or are invited to."""
    lines = [
        {
            "uid": f"calendar-{line.event.begins:%Y%m%d}-{place}",
            "title": line.event.title,
            "begins": line.event.begins,
            "ends": line.event.ends,
            "about": line.event.who,
        }
        for place, line in enumerate(plan.lines)
    ]
    dates = [
        {"uid": f"date-{on.year}-{each.name}", "title": each.title, "begins": on, "ends": on, "about": each.what}
        for on, each in plan.dates
    ]
    mine = [
        _activity(activity)
        for activity, attendance in plan.activities
        if attendance in (Attendance.COMING, Attendance.INVITED, Attendance.WAITING)
    ]
    talks = [_talk(slot) for slot in plan.talks.all]
    events = [*lines, *dates, *mine, *talks]
    return Paper(PAPER, {"made_at": now, "events": events}, f"履职计划-{plan.year}.ics")


def _talk(slot: Slot) -> dict[str, object]:
    """With no constituent's name: calendars on phones are often shared, or lie at somebody else's."""
    return {
        "uid": f"talk-{slot.id}",
        "title": Text(f"slot-kind-{key_of(slot.kind)}"),
        "begins": slot.begins_at,
        "ends": slot.ends_at,
        "place": slot.place,
        "about": Text("slot-with", member=slot.host),
    }


def _activity(activity: Activity) -> dict[str, object]:
    return {
        "uid": f"activity-{activity.id}",
        "title": activity.title,
        "begins": activity.begins_at,
        "ends": activity.ends_at,
        "place": activity.place,
        "about": Text("activity-by-office") if not activity.unit else activity.unit,
    }
