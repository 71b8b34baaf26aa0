"""On the spot and after: signing in by the code of the minute, speeches and suggestions, and how it was."""

from dataclasses import dataclass

from domain import activities as rules
from domain import sign_in
from domain.activities import Activity, Attendance, Grade, NoteKind
from domain.people import Member, Person
from domain.sign_in import SignInCodeIsOld
from services.activities import seen_by
from services.organisers import may_run, run_by
from services.outbox import Picture
from storage import activities, activity_people
from storage.db import Tx
from texts import Text

PICTURE = "sign-in"


@dataclass(frozen=True)
class SignedIn:
    """``again``: they had signed in before; ``is_late``: it had begun."""

    activity: Activity
    again: bool
    is_late: bool


async def code_picture(tx: Tx, activity_id: int, by: Person, bot_name: str) -> tuple[Activity, Picture]:
    """The code of this minute, to be shown on the spot.

    Raises:
        ActivityUnknown, ActivityIsNotYours, ActivityIsCancelled, SignInIsTooEarly, SignInIsOver
    """
    activity = await run_by(tx, by, activity_id)
    sign_in.check_time(activity, tx.now)
    return activity, await picture_of(tx, activity, bot_name)


async def picture_of(tx: Tx, activity: Activity, bot_name: str) -> Picture:
    """The code of this minute."""
    key = await activities.sign_in_key(tx, activity.id)
    code = sign_in.code(key, activity.id, sign_in.minute_of(tx.now))
    link = f"https://t.me/{bot_name}?start=s_{code}"
    return Picture(PICTURE, {"title": activity.title, "place": activity.place, "link": link, "at": tx.now})


async def sign_in_by(tx: Tx, code: str, person: Person, member: Member | None) -> SignedIn:
    """They scanned the code. Who waited, declined or is on leave and came nevertheless has come.

    Raises:
        SignInCodeIsOld, NotInvited, ActivityIsCancelled, SignInIsTooEarly, SignInIsOver
    """
    number = sign_in.activity_of(code)
    activity = await activities.lock(tx, number) if number is not None else None
    if activity is None:
        raise SignInCodeIsOld
    sign_in.check_code(code, await activities.sign_in_key(tx, activity.id), activity.id, tx.now)
    participant = await activity_people.of(tx, activity.id, person.id)
    rules.check_is_for(activity, participant)
    sign_in.check_time(activity, tx.now)
    if participant is None or participant.attendance is not Attendance.COMING:
        await activity_people.put(tx, activity.id, person.id, member.id if member else None, Attendance.COMING)
    is_new = await activity_people.sign_in(tx, activity.id, person.id)
    return SignedIn(activity, not is_new, tx.now > activity.begins_at)


async def check_may_note(tx: Tx, activity_id: int, person: Person) -> Activity:
    """Who runs it, and whom it concerns, may write down what was said.

    Raises:
        ActivityUnknown, ActivityIsCancelled
    """
    activity = await activities.get(tx, activity_id)
    if activity is None or not await may_run(tx, person, activity):
        activity, _ = await seen_by(tx, activity_id, person)
    activity.must_stand()
    return activity


async def note(tx: Tx, activity_id: int, person: Person, kind: NoteKind, words: str) -> Activity:
    """Raises: ActivityUnknown, ActivityIsCancelled."""
    activity = await check_may_note(tx, activity_id, person)
    await activity_people.add_note(tx, activity.id, person.id, kind, words)
    return activity


async def judge(tx: Tx, activity_id: int, person: Person, grade: Grade) -> Activity:
    """How it was, by who signed in; said again, the last word counts.

    Raises:
        ActivityUnknown, ActivityIsCancelled, ActivityIsNotOverYet, WasNotThere
    """
    activity, participant = await seen_by(tx, activity_id, person)
    rules.check_may_judge(activity, participant, tx.now)
    await activity_people.grade(tx, activity.id, person.id, grade)
    return activity


async def standing(tx: Tx, activity: Activity) -> Text:
    """How an activity stands, in numbers."""
    counts = activity_people.counted(await activity_people.all_of(tx, activity.id))
    grades = {grade.value: counts.grades[grade] for grade in Grade}
    figures = {name: getattr(counts, name) for name in ("invited", "coming", "waiting", "declined", "on_leave")}
    return Text(
        "activity-standing",
        capacity=Text("activity-places", count=activity.capacity) if activity.capacity else Text("activity-no-limit"),
        signed_in=counts.signed_in,
        judged=Text("activity-judged", **grades) if sum(grades.values()) else "",
        **figures,
    )
