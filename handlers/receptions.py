"""/reception: times with a member, to be booked; a member's own, offered and taken back."""

from telegram import Update

from domain.activity_times import parse_when
from domain.receptions import Slot, SlotKind
from handlers.context import Ctx
from handlers.steps import StepIsPast, begin_again, only_number, or_give_up, words
from services import contacts, receptions
from services.activity_words import key_of
from services.outbox import Button, Buttons
from texts import Text

OFFER, TOPIC = "slot.line", "booking.topic"
PLAN = Button("plan-button-mine", "do-plan")


async def reception_command(_: Update, ctx: Ctx) -> None:
    """``/reception``: what can be booked, and what this person has booked."""
    mine, free = await receptions.booked_by(ctx.tx, ctx.person), await receptions.free(ctx.tx)
    lines = [Text("slot-line", slot=_said(ctx, slot)) for slot in mine]
    release = [[_button(ctx, "slot-button-release", f"slot-release:{slot.id}", slot)] for slot in mine]
    book: Buttons = [[_button(ctx, "slot-button-book", f"slot-book:{slot.id}", slot)] for slot in free]
    own = [[Button("slot-button-mine", "slot-mine")]] if ctx.membership else []
    await ctx.revise(
        "slots-list",
        mine=lines or Text("slots-none-booked"),
        free=Text("slots-to-book") if free else Text("slots-none-free"),
        buttons=[*release, *book, [Button("slot-button-studios", "do-studios"), PLAN], *own],
    )


def _said(ctx: Ctx, slot: Slot) -> Text:
    return receptions.described(slot, ctx.house.rules)


def _button(ctx: Ctx, label: str, does: str, slot: Slot) -> Button:
    at = slot.begins_at.astimezone(ctx.house.committee.zone)
    return Button(
        label,
        does,
        args={"day": Text("a-day-this-year", month=at.month, day=at.day), "at": f"{at:%H:%M}", "member": slot.host},
    )


# --- booking ----------------------------------------------------------------------------------------------------------


async def book_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the slot."""
    slot = await receptions.check_may_book(ctx.tx, only_number(ctx.args), ctx.person)
    await begin_again(ctx, TOPIC, {"slot": slot.id, "host": slot.host})
    await ask_topic(ctx)


async def ask_topic(ctx: Ctx) -> None:
    cancel = [[ctx.button("button-cancel", "booking-cancel")]]
    await ctx.say("booking-what-about", member=ctx.draft["host"], buttons=cancel)


async def take_topic(update: Update, ctx: Ctx) -> None:
    topic = contacts.read_line(words(update))
    async with or_give_up(ctx):
        slot = await receptions.book(ctx.tx, ctx.draft["slot"], ctx.person, topic, ctx.house.rules)
        await ctx.finish()
        release = [_button(ctx, "slot-button-release", f"slot-release:{slot.id}", slot)]
        await ctx.say("booking-is-made", slot=_said(ctx, slot), buttons=[release, [PLAN]])


async def release_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the slot."""
    slot = await receptions.release(ctx.tx, only_number(ctx.args), ctx.person, ctx.house.rules)
    await ctx.revise("booking-is-released", slot=_said(ctx, slot))


# --- the member -------------------------------------------------------------------------------------------------------


async def mine_pressed(_: Update, ctx: Ctx) -> None:
    """What this member offers."""
    offered = await receptions.offered(ctx.tx, ctx.member)
    lines = [_own_line(ctx, slot) for slot in offered]
    cancel: Buttons = [[_button(ctx, "slot-button-take-back", f"slot-cancel:{slot.id}", slot)] for slot in offered]
    add = [Button(f"slot-button-add-{key_of(kind)}", f"slot-add:{kind.value}") for kind in SlotKind]
    await ctx.revise("slots-mine", lines=lines or Text("slots-none-offered"), buttons=[*cancel, add])


def _own_line(ctx: Ctx, slot: Slot) -> Text:
    if slot.booking is None:
        return Text("slot-line-free", slot=_said(ctx, slot))
    return Text("slot-line-booked", slot=_said(ctx, slot), name=slot.booking.name, topic=slot.booking.topic)


async def add_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: reception_day or duty_room."""
    kind = ctx.args[0] if ctx.args else ""
    if kind not in tuple(SlotKind):
        raise StepIsPast
    await begin_again(ctx, OFFER, {"kind": kind})
    await ask_offer(ctx)


async def ask_offer(ctx: Ctx) -> None:
    cancel = [[ctx.button("button-cancel", "slot-give-up")]]
    await ctx.say("slot-which-time", kind=Text(f"slot-kind-{key_of(ctx.draft['kind'])}"), buttons=cancel)


async def take_offer(update: Update, ctx: Ctx) -> None:
    when = parse_when(words(update), ctx.tx.now, ctx.house.committee.zone)
    place = contacts.read_line(when.rest) if when.rest else ""
    kind = SlotKind(ctx.draft["kind"])
    count = await receptions.offer(ctx.tx, ctx.member, kind, place, when.begins_at, when.ends_at, ctx.house.rules)
    await ctx.finish()
    await ctx.say("slots-are-offered", count=count, buttons=[[Button("slot-button-mine", "slot-mine")]])


async def cancel_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the slot."""
    slot = await receptions.cancel(ctx.tx, only_number(ctx.args), ctx.member, ctx.house.rules)
    mine = [[Button("slot-button-mine", "slot-mine")]]
    await ctx.revise("slot-is-taken-back", slot=_said(ctx, slot), buttons=mine)
