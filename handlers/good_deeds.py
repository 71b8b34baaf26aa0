"""/deeds: what the member promised and what is done; and the contact's word on a promise kept."""

from datetime import date, timedelta

from telegram import Update

from domain.days import parse_day, parse_day_ahead
from domain.good_deeds import GoodDeed
from handlers.context import Ctx
from handlers.steps import Prompt, begin_again, must_stand_at, number, put, words
from handlers.visits import DayIsNotUnderstood
from services import contacts, good_deeds
from services.good_deeds import LIST
from services.outbox import Button
from texts import Text

MOST = 12
"""Promises with a button, and deeds done, in one message."""
DONE_DAYS = {"visit-day-today": 0, "visit-day-yesterday": 1, "visit-day-before": 2}
LATER_DAYS = {"deed-button-in-a-week": 7, "deed-button-in-two-weeks": 14, "deed-button-in-a-month": 30}


# --- the member -------------------------------------------------------------------------------------------------------


async def command(_: Update, ctx: Ctx) -> None:
    await put(ctx, await _list(ctx))


async def _list(ctx: Ctx) -> Prompt:
    scheme, year = ctx.house.scheme, ctx.today.year
    promised, done = await good_deeds.of_member(ctx.tx, ctx.member, scheme.began(year), scheme.ends(year))
    called = await good_deeds.names(ctx.tx, ctx.member)

    def lines(deeds: list[GoodDeed]) -> list[Text]:
        return [good_deeds.line(deed, called[deed.contact_id], ctx.today) for deed in deeds]

    text = Text(
        "deeds-list",
        year=str(year),
        promised=lines(promised[:MOST]) or [Text("deeds-none-promised")],
        count=str(len(done)),
        done=lines(done[-MOST:]) or [Text("deeds-none-done")],
    )
    shown = [_label(deed, called[deed.contact_id]) for deed in promised[:MOST]]
    return Prompt(text, [*([button] for button in shown), [Button("visit-button-log", "visit-new")]])


def _label(deed: GoodDeed, contact: str) -> Button:
    return Button("deed-label", f"deed-show:{deed.id}", args={"contact": contact, "deed": deed.what[:12]})


async def show_pressed(_: Update, ctx: Ctx) -> None:
    deed, contact = await good_deeds.own(ctx.tx, ctx.member, number(ctx.args, 0))
    text = Text("deed-shown", line=good_deeds.line(deed, contact.name, ctx.today), notes=_notes(deed))
    if deed.withdrawn_at is not None:
        text = Text("deed-shown-given-up", contact=contact.name, deed=deed.what)
    if not deed.is_open or deed.withdrawn_at is not None:
        await put(ctx, Prompt(text, [[LIST]]))
        return
    done = Button("deed-button-done", f"deed-done:{deed.id}")
    later, drop = (
        Button("deed-button-later", f"deed-later:{deed.id}"),
        Button("deed-button-drop", f"deed-drop:{deed.id}"),
    )
    await put(ctx, Prompt(text, [[done], [later, drop], [LIST]]))


def _notes(deed: GoodDeed) -> list[Text]:
    return [Text("deed-dispute-was", words=deed.dispute)] if deed.dispute else []


async def done_pressed(_: Update, ctx: Ctx) -> None:
    await _begin(ctx, "deed.done")


async def later_pressed(_: Update, ctx: Ctx) -> None:
    await _begin(ctx, "deed.later")


async def drop_pressed(_: Update, ctx: Ctx) -> None:
    await _begin(ctx, "deed.why")


async def _begin(ctx: Ctx, step: str) -> None:
    deed, contact = await good_deeds.open_one(ctx.tx, ctx.member, number(ctx.args, 0))
    await begin_again(ctx, step, {"deed_id": deed.id, "contact": contact.name, "deed": deed.what})
    await ask(ctx)


async def ask(ctx: Ctx) -> None:
    """The question of the step in hand."""
    assert ctx.dialogue is not None
    cancel = [ctx.button("button-cancel", "deed-cancel")]
    about = {"contact": ctx.draft["contact"], "deed": ctx.draft["deed"]}
    days: dict[str, date] = {}
    if ctx.dialogue.step == "deed.done":
        days = {label: ctx.today - timedelta(days=ago) for label, ago in DONE_DAYS.items()}
    elif ctx.dialogue.step == "deed.later":
        days = {label: ctx.today + timedelta(days=ahead) for label, ahead in LATER_DAYS.items()}
    buttons = [ctx.button(label, "deed-day", day.isoformat()) for label, day in days.items()]
    key = ctx.dialogue.step.replace("deed.", "deed-ask-")
    await put(ctx, Prompt(Text(key, **about), [*([buttons] if buttons else []), cancel]), anew=True)


async def take_done(update: Update, ctx: Ctx) -> None:
    await _done(ctx, parse_day(words(update), ctx.today))


async def take_later(update: Update, ctx: Ctx) -> None:
    await _later(ctx, parse_day_ahead(words(update), ctx.today))


async def day_pressed(_: Update, ctx: Ctx) -> None:
    """A day's button, of either question."""
    must_stand_at(ctx, "deed.done", "deed.later")
    assert ctx.dialogue is not None
    day = parse_day(ctx.args[0] if ctx.args else "", ctx.today)
    await (_done(ctx, day) if ctx.dialogue.step == "deed.done" else _later(ctx, day))


async def _done(ctx: Ctx, day: date | None) -> None:
    if day is None:
        raise DayIsNotUnderstood
    scheme = ctx.house.scheme
    deed, contact = await good_deeds.done(ctx.tx, ctx.member, ctx.draft["deed_id"], day, ctx.today, scheme)
    await ctx.finish()
    key = "deed-done-and-asked" if contact.person_id is not None else "deed-done"
    await ctx.revise(key, contact=contact.name, deed=deed.what, day=day, buttons=[[LIST]])


async def _later(ctx: Ctx, day: date | None) -> None:
    if day is None:
        raise DayIsNotUnderstood
    deed, contact = await good_deeds.put_off(ctx.tx, ctx.member, ctx.draft["deed_id"], day, ctx.today)
    await ctx.finish()
    await ctx.revise("deed-put-off", contact=contact.name, deed=deed.what, due=day, buttons=[[LIST]])


async def take_why(update: Update, ctx: Ctx) -> None:
    why = contacts.read_line(words(update))
    deed, contact = await good_deeds.give_up(ctx.tx, ctx.member, ctx.draft["deed_id"], why)
    await ctx.finish()
    await ctx.say("deed-given-up", contact=contact.name, deed=deed.what, buttons=[[LIST]])


# --- the contact ------------------------------------------------------------------------------------------------------


async def true_pressed(_: Update, ctx: Ctx) -> None:
    deed = await good_deeds.confirm(ctx.tx, number(ctx.args, 0), ctx.person)
    await ctx.revise("deed-thanks", deed=deed.what)


async def differs_pressed(_: Update, ctx: Ctx) -> None:
    deed, _contact = await good_deeds.to_judge(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, "deeddispute.words", {"deed_id": deed.id})
    await ask_words(ctx)


async def ask_words(ctx: Ctx) -> None:
    await ctx.say("dispute-ask-words", buttons=[[ctx.button("button-cancel", "deeddispute-cancel")]])


async def take_words(update: Update, ctx: Ctx) -> None:
    said = contacts.read_line(words(update))
    member = await good_deeds.dispute(ctx.tx, ctx.draft["deed_id"], ctx.person, said)
    await ctx.finish()
    await ctx.say("deed-dispute-is-noted", member=member.name, days=str(ctx.house.visits.dispute_open_days))
