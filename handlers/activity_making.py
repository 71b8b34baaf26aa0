"""/activity: what I hold, and a new one step by step: kind, title, time, place, capacity."""

from datetime import datetime

from telegram import Update

from domain import activities as limits
from domain.activities import Activity, ActivityKind
from domain.activity_times import parse_when
from domain.people import Role
from domain.refusals import Refusal
from handlers.activity_desk import show_desk
from handlers.context import Ctx
from handlers.steps import StepIsPast, must_stand_at, words
from services import activities, contacts, organisers, unit_quota
from services.activities import NewActivity
from services.activity_words import kind_name, span
from services.buttons import in_pairs
from services.outbox import Button, Buttons
from storage import activities as stored
from texts import Text

KIND, TITLE, WHEN, PLACE, CAPACITY = (f"activity.{step}" for step in ("kind", "title", "when", "place", "capacity"))
SHOWN = 8
OFFERED_PLACES = (20, 50, 100)


class ActivityKindIsUnclear(Refusal):
    text = "activity-kind-unclear"


# --- what I hold ------------------------------------------------------------------------------------------------------


async def activity_command(_: Update, ctx: Ctx) -> None:
    """``/activity``: what this person's office or units hold, the newest first."""
    await organisers.own_unit(ctx.tx, ctx.person)
    listed = await _held(ctx)
    lines = [_line(ctx, activity) for activity in listed]
    buttons = [[Button("activity-button-desk", f"activity-desk:{one.id}", args={"title": one.title})] for one in listed]
    new = [Button("activity-button-new", "activity-new"), Button("activity-button-plan", "do-plan")]
    units = [Button("activity-button-units", "activity-units")]
    await ctx.revise("activity-list", lines=lines or Text("activity-none-yet"), buttons=[*buttons, new, units])


async def units_pressed(_: Update, ctx: Ctx) -> None:
    """What the scheme asks of units this year, and what is done: the office's all, else the person's own."""
    only = [unit.id for unit in await organisers.choices(ctx.tx, ctx.person)]
    standings = await unit_quota.of_units(ctx.tx, ctx.house.rules, ctx.today.year, only)
    lines = [unit_quota.words(one) for one in standings] or Text("unit-quota-none")
    back = [[Button("button-back", "do-activity")]]
    await ctx.revise("unit-quota-heading", year=str(ctx.today.year), lines=lines, buttons=back)


async def _held(ctx: Ctx) -> list[Activity]:
    if Role.OFFICE in ctx.person.roles:
        return await stored.newest(ctx.tx, SHOWN)
    unit_ids = await organisers.unit_ids(ctx.tx, ctx.person)
    return await stored.run_by(ctx.tx, ctx.person.id, unit_ids, SHOWN)


def _line(ctx: Ctx, activity: Activity) -> Text:
    when = span(activity.begins_at, activity.ends_at, ctx.house.committee.zone)
    key = "activity-line-cancelled" if activity.cancelled_at else "activity-line"
    return Text(key, title=activity.title, when=when)


# --- a new one --------------------------------------------------------------------------------------------------------


async def new_pressed(_: Update, ctx: Ctx) -> None:
    """One that was begun goes on where it was."""
    await organisers.own_unit(ctx.tx, ctx.person)
    waiting = await ctx.under_way("activity")
    if waiting is None:
        await ctx.begin(KIND)
        await ask_kind(ctx)
        return
    ctx.dialogue = waiting
    await ctx.go(waiting.step)
    await _ASK[waiting.step](ctx)


def _cancel(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-cancel", "activity-give-up")]]


async def ask_kind(ctx: Ctx) -> None:
    kinds = [ctx.button(kind_name(kind).key, "activity-kind", kind.value) for kind in ActivityKind]
    await ctx.revise("activity-which-kind", buttons=[*in_pairs(kinds), *_cancel(ctx)])


async def take_kind(update: Update, ctx: Ctx) -> None:
    typed = words(update)
    names = {kind: ctx.house.texts.plain(ctx.person.language, kind_name(kind)) for kind in ActivityKind}
    named = [kind for kind, name in names.items() if typed == name] or [
        kind for kind, name in names.items() if len(typed) > 1 and typed in name
    ]
    if len(named) != 1:
        raise ActivityKindIsUnclear
    await _kind(ctx, named[0])


async def kind_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the kind."""
    must_stand_at(ctx, KIND)
    code = ctx.args[0] if ctx.args else ""
    if code not in tuple(ActivityKind):
        raise StepIsPast
    await _kind(ctx, ActivityKind(code))


async def _kind(ctx: Ctx, kind: ActivityKind) -> None:
    await ctx.go(TITLE, kind=kind.value)
    await ask_title(ctx)


async def ask_title(ctx: Ctx) -> None:
    kind = kind_name(ActivityKind(ctx.draft["kind"]))
    untitled = [ctx.button("activity-button-untitled", "activity-untitled")]
    await ctx.revise("activity-which-title", kind=kind, buttons=[untitled, *_cancel(ctx)])


async def take_title(update: Update, ctx: Ctx) -> None:
    await _title(ctx, limits.read_title(contacts.read_line(words(update))))


async def untitled_pressed(_: Update, ctx: Ctx) -> None:
    """Its kind is name enough."""
    must_stand_at(ctx, TITLE)
    kind = kind_name(ActivityKind(ctx.draft["kind"]))
    await _title(ctx, ctx.house.texts.plain(ctx.house.committee.language, kind))


async def _title(ctx: Ctx, title: str) -> None:
    await ctx.go(WHEN, title=title)
    await ask_when(ctx)


async def ask_when(ctx: Ctx) -> None:
    await ctx.revise("activity-when", buttons=_cancel(ctx))


async def take_when(update: Update, ctx: Ctx) -> None:
    when = parse_when(words(update), ctx.tx.now, ctx.house.committee.zone)
    await ctx.go(PLACE, begins=when.begins_at.isoformat(), ends=when.ends_at.isoformat())
    await ask_place(ctx)


async def ask_place(ctx: Ctx) -> None:
    begins, ends = _span(ctx)
    when = span(begins, ends, ctx.house.committee.zone)
    await ctx.revise("activity-where", when=when, buttons=_cancel(ctx))


def _span(ctx: Ctx) -> tuple[datetime, datetime]:
    return datetime.fromisoformat(ctx.draft["begins"]), datetime.fromisoformat(ctx.draft["ends"])


async def take_place(update: Update, ctx: Ctx) -> None:
    await ctx.go(CAPACITY, place=contacts.read_line(words(update)))
    await ask_capacity(ctx)


async def ask_capacity(ctx: Ctx) -> None:
    numbers = [ctx.button("activity-places", "activity-capacity", count, count=count) for count in OFFERED_PLACES]
    no_limit = [ctx.button("activity-no-limit", "activity-capacity", 0)]
    await ctx.revise("activity-how-many", buttons=[numbers, no_limit, *_cancel(ctx)])


async def take_capacity(update: Update, ctx: Ctx) -> None:
    await _make(ctx, limits.read_capacity(words(update)))


async def capacity_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: how many; 0: no limit."""
    must_stand_at(ctx, CAPACITY)
    await _make(ctx, limits.read_capacity(ctx.args[0] if ctx.args else ""))


async def _make(ctx: Ctx, capacity: int | None) -> None:
    draft, (begins, ends) = ctx.draft, _span(ctx)
    unit_id = await organisers.own_unit(ctx.tx, ctx.person)
    new = NewActivity(ActivityKind(draft["kind"]), draft["title"], draft["place"], begins, ends, capacity, unit_id)
    activity = await activities.make(ctx.tx, new, ctx.person, ctx.house.rules)
    await ctx.finish()
    await show_desk(ctx, activity, heading=Text("activity-is-made"))


_ASK = {KIND: ask_kind, TITLE: ask_title, WHEN: ask_when, PLACE: ask_place, CAPACITY: ask_capacity}
