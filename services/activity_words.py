"""An activity in words, and the buttons under it for those whom it concerns."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.activities import Activity, ActivityKind, Attendance
from services.outbox import Button, Buttons
from texts import Text


def key_of(code: str) -> str:
    """``activity_day`` → ``activity-day``."""
    return code.replace("_", "-")


def kind_name(kind: ActivityKind) -> Text:
    return Text(f"activity-kind-{key_of(kind)}")


def span(begins_at: datetime, ends_at: datetime, zone: ZoneInfo) -> Text:
    """From when to when; the day once where it is one."""
    begins, ends = begins_at.astimezone(zone), ends_at.astimezone(zone)
    if begins.date() == ends.date():
        return Text("when-on-a-day", day=begins.date(), begins=f"{begins:%H:%M}", ends=f"{ends:%H:%M}")
    return Text("when-over-days", begins=begins_at, ends=ends_at)


def described(activity: Activity, zone: ZoneInfo) -> Text:
    """What it is, when, where, whose."""
    return Text(
        "activity-described",
        title=activity.title,
        kind=kind_name(activity.kind),
        when=span(activity.begins_at, activity.ends_at, zone),
        place=activity.place,
        unit=activity.unit or Text("activity-by-office"),
    )


def answer_buttons(activity: Activity, attendance: Attendance | None) -> Buttons:
    """What someone may press who stands so with it."""
    number = activity.id
    yes = Button("activity-button-yes", f"activity-yes:{number}")
    no = Button("activity-button-no", f"activity-no:{number}")
    leave = Button("activity-button-leave", f"activity-leave:{number}")
    file = Button("activity-button-ics", f"activity-ics:{number}")
    if attendance is Attendance.COMING:
        return [[leave, file]]
    if attendance is Attendance.WAITING:
        return [[no]]
    if attendance is Attendance.DECLINED or attendance is Attendance.ON_LEAVE:
        return [[yes]]
    return [[yes, no], [leave]] if attendance is Attendance.INVITED else [[yes]]


def standing(attendance: Attendance | None) -> Text:
    return Text(f"activity-you-are-{key_of(attendance)}" if attendance else "activity-you-may-come")
