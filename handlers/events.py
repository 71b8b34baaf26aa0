"""/events: what is coming, and what those whom it concerns say: 参加, 不参加, 请假, sign-in, how it was."""

from typing import Any

from telegram import Update

from domain.activities import Activity, Attendance, Grade
from handlers.context import Ctx
from handlers.steps import StepIsPast, begin_again, number, only_number, or_give_up, words
from services import activities, activity_sign_in, contacts, pool
from services.activities import Answered
from services.activity_rounds import grade_buttons
from services.activity_words import answer_buttons, described, span, standing
from services.calendar_files import of_activity
from services.outbox import Button, Buttons
from storage import activities as stored
from storage import activity_people
from texts import Text

LEAVE = "activityleave.why"
SHOWN = 10
NOT_ANSWERED = (None, Attendance.INVITED, Attendance.WAITING)
PLAN = Button("plan-button-mine", "do-plan")


async def events_command(_: Update, ctx: Ctx) -> None:
    """``/events``: what is coming that this person may see."""
    listed = await stored.open_to(ctx.tx, ctx.person.id, SHOWN)
    lines = [await _line(ctx, activity) for activity in listed]
    buttons: Buttons = [
        [Button("activity-button-desk", f"activity-show:{one.id}", args={"title": one.title})] for one in listed
    ]
    is_in_pool = await pool.of_person(ctx.tx, ctx.person) is not None
    more = [Button("pool-button-mine" if is_in_pool else "pool-button-join", "do-pool")]
    await ctx.revise("events-list", lines=lines or Text("events-none"), buttons=[*buttons, [*more, PLAN]])


async def _line(ctx: Ctx, activity: Activity) -> Text:
    participant = await activity_people.of(ctx.tx, activity.id, ctx.person.id)
    when = span(activity.begins_at, activity.ends_at, ctx.house.committee.zone)
    where_i_stand = standing(participant.attendance if participant else None)
    return Text("events-line", title=activity.title, when=when, place=activity.place, standing=where_i_stand)


async def show_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the activity."""
    activity, participant = await activities.seen_by(ctx.tx, only_number(ctx.args), ctx.person)
    was_there = participant is not None and participant.signed_in_at is not None
    await _show(ctx, activity, participant.attendance if participant else None, was_there=was_there)


async def _show(
    ctx: Ctx, activity: Activity, attendance: Attendance | None, ahead: int = 0, *, was_there: bool = False
) -> None:
    where_i_stand = Text("activity-you-wait-behind", count=ahead) if ahead else standing(attendance)
    if ctx.tx.now >= activity.begins_at and attendance in NOT_ANSWERED:
        where_i_stand = Text("activity-went-by" if ctx.tx.now >= activity.ends_at else "activity-is-under-way")
    if was_there:
        where_i_stand = Text("activity-you-were-there")
    if activity.cancelled_at is not None:
        where_i_stand = Text("activity-cancelled-because", reason=activity.cancelled_because)
    back = [Button("button-back", "do-events")]
    what = described(activity, ctx.house.committee.zone)
    buttons = [*_buttons(ctx, activity, attendance, was_there=was_there), back]
    await ctx.revise("activity-shown", activity=what, standing=where_i_stand, buttons=buttons)


def _buttons(ctx: Ctx, activity: Activity, attendance: Attendance | None, *, was_there: bool) -> Buttons:
    if activity.cancelled_at is not None:
        return []
    if ctx.tx.now < activity.begins_at:
        return answer_buttons(activity, attendance)
    grades = grade_buttons(activity)
    # Under way a suggestion; when it is over a grade as well, from who was there.
    return grades if was_there and ctx.tx.now >= activity.ends_at else grades[1:]


# --- answers ----------------------------------------------------------------------------------------------------------


async def yes_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the activity."""
    await _say(ctx, await activities.come(ctx.tx, only_number(ctx.args), ctx.person, ctx.membership))


async def no_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the activity."""
    answer = await activities.decline(ctx.tx, only_number(ctx.args), ctx.person, ctx.membership, ctx.house.rules)
    await _say(ctx, answer)


async def _say(ctx: Ctx, answer: Answered) -> None:
    await _show(ctx, answer.activity, answer.attendance, answer.ahead)


async def leave_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the activity."""
    activity = await activities.check_leave(ctx.tx, only_number(ctx.args), ctx.person)
    await begin_again(ctx, LEAVE, {"activity": activity.id, "title": activity.title})
    await ask_leave(ctx)


async def ask_leave(ctx: Ctx) -> None:
    cancel = [[ctx.button("button-cancel", "activityleave-cancel")]]
    await ctx.say("activity-leave-why", title=ctx.draft["title"], buttons=cancel)


async def take_leave(update: Update, ctx: Ctx) -> None:
    reason = contacts.read_line(words(update))
    async with or_give_up(ctx):
        activity = await activities.take_leave(
            ctx.tx, ctx.draft["activity"], ctx.person, ctx.membership, reason, ctx.house.rules
        )
        await ctx.finish()
        await ctx.say("activity-leave-taken", title=activity.title)


async def ics_pressed(_: Update, ctx: Ctx) -> None:
    """A calendar file of one activity. Argument: the activity."""
    activity, _participant = await activities.seen_by(ctx.tx, only_number(ctx.args), ctx.person)
    activity.must_stand()
    await ctx.say("activity-ics", title=activity.title, paper=of_activity(activity, ctx.tx.now))


async def grade_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the activity, the grade."""
    code = ctx.args[1] if len(ctx.args) > 1 else ""
    if code not in tuple(Grade):
        raise StepIsPast
    activity = await activity_sign_in.judge(ctx.tx, number(ctx.args, 0), ctx.person, Grade(code))
    note = [[Button("activity-button-suggest", f"activity-note:{activity.id}:suggestion")]]
    grade = Text(f"activity-grade-{code}")
    await ctx.revise("activity-is-judged", title=activity.title, grade=grade, buttons=note)


# --- on the spot ------------------------------------------------------------------------------------------------------


async def scanned(_: Update, ctx: Ctx, code: str) -> None:
    """``/start s_CODE``: the code on the spot."""
    signed = await activity_sign_in.sign_in_by(ctx.tx, code, ctx.person, ctx.membership)
    key = "sign-in-again" if signed.again else "sign-in-late" if signed.is_late else "sign-in-done"
    suggest = [[Button("activity-button-suggest", f"activity-note:{signed.activity.id}:suggestion")]]
    begun: dict[str, Any] = {"begins": signed.activity.begins_at} if key == "sign-in-late" else {}
    await ctx.say(key, title=signed.activity.title, buttons=suggest, **begun)
