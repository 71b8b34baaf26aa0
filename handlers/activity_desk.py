"""The desk of who runs an activity: how it stands, who comes, the code on the spot, changes, calling it off."""

from telegram import Update

from domain.activities import Activity, Attendance, NoteKind, read_capacity
from domain.activity_times import parse_when
from domain.people import Role
from handlers.context import Ctx
from handlers.steps import StepIsPast, begin_again, number, or_give_up, words
from services import activities, activity_sign_in, contacts, organisers, sign_in_screens
from services.activity_words import described, key_of
from services.buttons import page_of
from services.outbox import Button, Buttons
from storage import activity_people
from storage.activity_people import Named
from texts import Text

ALTER, CALL_OFF = "activityalter.value", "activitycalloff.why"
PAGE = 30
NOTES_SHOWN = 15
ALTERED = ("when", "place", "capacity")


async def _own(ctx: Ctx) -> Activity:
    """The activity that the pressed button names.

    Raises:
        ActivityUnknown, ActivityIsNotYours
    """
    return await organisers.run_by(ctx.tx, ctx.person, number(ctx.args, 0))


# --- the card ---------------------------------------------------------------------------------------------------------


async def desk_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the activity."""
    await show_desk(ctx, await _own(ctx))


async def show_desk(ctx: Ctx, activity: Activity, *, heading: Text | None = None) -> None:
    """How it stands, and what can be done with it."""
    cancelled = Text("activity-cancelled-because", reason=activity.cancelled_because)
    await ctx.revise(
        "activity-desk",
        heading=heading or (cancelled if activity.cancelled_at else ""),
        activity=described(activity, ctx.house.committee.zone),
        open=Text("activity-is-open" if activity.is_open else "activity-is-closed"),
        standing=await activity_sign_in.standing(ctx.tx, activity),
        buttons=_buttons(ctx, activity),
    )


def _buttons(ctx: Ctx, activity: Activity) -> Buttons:
    seen, back = [_button(activity, "people", 0), _button(activity, "notes")], Button("button-back", "do-activity")
    spot = [_button(activity, "qr"), Button("activity-button-speech", f"activity-note:{activity.id}:speech")]
    if activity.cancelled_at is not None:
        return [seen, [back]]
    if activity.begins_at <= ctx.tx.now:
        return [spot, seen, [back]]
    opening = ("close", 0) if activity.is_open else ("open", 1)
    return [
        [_button(activity, "invite"), _button(activity, "pool")],
        [
            Button(f"activity-button-{opening[0]}", f"activity-open:{activity.id}:{opening[1]}"),
            _button(activity, "unit"),
        ],
        [Button(f"activity-button-alter-{what}", f"activity-alter:{activity.id}:{what}") for what in ALTERED],
        spot,
        seen,
        [_button(activity, "call-off"), back],
    ]


def _button(activity: Activity, what: str, *args: int) -> Button:
    return Button(f"activity-button-{what}", ":".join([f"activity-{what}", str(activity.id), *map(str, args)]))


async def open_pressed(_: Update, ctx: Ctx) -> None:
    """Open to all, or for the invited alone. Arguments: the activity, 1 or 0."""
    activity_id, is_open = number(ctx.args, 0), number(ctx.args, 1) == 1
    activity = await activities.alter(ctx.tx, activity_id, ctx.person, ctx.house.rules, is_open=is_open)
    await show_desk(ctx, activity)


async def unit_pressed(_: Update, ctx: Ctx) -> None:
    """Whose it is: which unit? Or the unit itself. Arguments: the activity, and the unit (0: the office)."""
    activity = await _own(ctx)
    choices = await organisers.choices(ctx.tx, ctx.person)
    if len(ctx.args) < 2:
        buttons = [
            [Button("activity-button-of-unit", f"activity-unit:{activity.id}:{one.id}", args={"unit": one.name})]
            for one in choices
        ]
        office = (
            [[Button("activity-by-office", f"activity-unit:{activity.id}:0")]]
            if Role.OFFICE in ctx.person.roles
            else []
        )
        back = [Button("button-back", f"activity-desk:{activity.id}")]
        await ctx.revise("activity-whose", title=activity.title, buttons=[*office, *buttons, back])
        return
    unit_id = number(ctx.args, 1) or None
    if unit_id is not None and unit_id not in [one.id for one in choices]:
        raise StepIsPast
    await show_desk(ctx, await activities.alter(ctx.tx, activity.id, ctx.person, ctx.house.rules, unit_id=unit_id))


# --- who comes, what was said -----------------------------------------------------------------------------------------


async def people_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the activity, how many to skip."""
    activity, start = await _own(ctx), number(ctx.args, 1)
    everyone = await activity_people.named(ctx.tx, activity.id)
    shown, more = page_of(everyone, start, PAGE, f"activity-people:{activity.id}")
    back = [Button("button-back", f"activity-desk:{activity.id}")]
    lines = [_person(one) for one in shown] or Text("activity-nobody-yet")
    await ctx.revise("activity-people", title=activity.title, lines=lines, buttons=[*more, back])


def _person(one: Named) -> Text:
    participant = one.participant
    if participant.signed_in_at is not None:
        return Text("activity-person-was-there", name=one.name, at=participant.signed_in_at)
    if participant.attendance is Attendance.ON_LEAVE:
        return Text("activity-person-on-leave", name=one.name, reason=participant.reason)
    return Text("activity-person", name=one.name, standing=Text(f"attendance-{key_of(participant.attendance)}"))


async def notes_pressed(_: Update, ctx: Ctx) -> None:
    """Speeches and suggestions, the latest. Argument: the activity."""
    activity = await _own(ctx)
    notes = (await activity_people.notes(ctx.tx, activity.id))[-NOTES_SHOWN:]
    lines = [Text(f"activity-noted-{note.kind.value}", name=note.name, words=note.words) for note in notes]
    back = [Button("button-back", f"activity-desk:{activity.id}")]
    await ctx.revise("activity-notes", title=activity.title, lines=lines or Text("activity-no-notes"), buttons=[back])


async def qr_pressed(_: Update, ctx: Ctx) -> None:
    """The code of this minute, as a picture of its own: words can't be put in place of a picture. Argument: the
    activity."""
    await sign_in_screens.show(ctx.tx, number(ctx.args, 0), ctx.person, ctx.house.bot_name)


# --- changes ----------------------------------------------------------------------------------------------------------


async def alter_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the activity, what (when, place, capacity)."""
    activity, what = await _own(ctx), ctx.args[1] if len(ctx.args) > 1 else ""
    if what not in ALTERED:
        raise StepIsPast
    activity.must_be_ahead(ctx.tx.now)
    await begin_again(ctx, ALTER, {"activity": activity.id, "title": activity.title, "what": what})
    await ask_alter(ctx)


async def ask_alter(ctx: Ctx) -> None:
    cancel = [[ctx.button("button-cancel", "activityalter-cancel")]]
    await ctx.say(f"activity-alter-{ctx.draft['what']}", title=ctx.draft["title"], buttons=cancel)


async def take_alter(update: Update, ctx: Ctx) -> None:
    typed, house = words(update), ctx.house.rules
    what, of = ctx.draft["what"], ctx.draft["activity"]
    async with or_give_up(ctx):
        if what == "when":
            when = parse_when(typed, ctx.tx.now, house.zone)
            activity = await activities.move(ctx.tx, of, ctx.person, when.begins_at, when.ends_at, house)
        elif what == "place":
            activity = await activities.alter(ctx.tx, of, ctx.person, house, place=contacts.read_line(typed))
        else:
            activity = await activities.alter(ctx.tx, of, ctx.person, house, capacity=read_capacity(typed))
        await ctx.finish()
        await show_desk(ctx, activity, heading=Text("activity-is-changed"))


async def call_off_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the activity."""
    activity = await _own(ctx)
    activity.must_be_ahead(ctx.tx.now)
    await begin_again(ctx, CALL_OFF, {"activity": activity.id, "title": activity.title})
    await ask_why(ctx)


async def ask_why(ctx: Ctx) -> None:
    cancel = [[ctx.button("button-back", "activitycalloff-cancel")]]
    await ctx.say("activity-call-off-why", title=ctx.draft["title"], buttons=cancel)


async def take_why(update: Update, ctx: Ctx) -> None:
    reason = contacts.read_line(words(update))
    async with or_give_up(ctx):
        activity = await activities.call_off(ctx.tx, ctx.draft["activity"], ctx.person, reason, ctx.house.rules)
        await ctx.finish()
        await ctx.say("activity-is-called-off", title=activity.title)


# --- speeches and suggestions -----------------------------------------------------------------------------------------

NOTE = "activitynote.words"


async def note_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the activity, speech or suggestion."""
    kind = ctx.args[1] if len(ctx.args) > 1 else ""
    if kind not in tuple(NoteKind):
        raise StepIsPast
    activity = await activity_sign_in.check_may_note(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, NOTE, {"activity": activity.id, "title": activity.title, "kind": kind})
    await ask_note(ctx)


async def ask_note(ctx: Ctx) -> None:
    cancel = [[ctx.button("button-cancel", "activitynote-cancel")]]
    await ctx.say(f"activity-note-{ctx.draft['kind']}", title=ctx.draft["title"], buttons=cancel)


async def take_note(update: Update, ctx: Ctx) -> None:
    said, kind = contacts.read_line(words(update)), NoteKind(ctx.draft["kind"])
    async with or_give_up(ctx):
        activity = await activity_sign_in.note(ctx.tx, ctx.draft["activity"], ctx.person, kind, said)
        await ctx.finish()
        await ctx.say("activity-is-noted", title=activity.title)
