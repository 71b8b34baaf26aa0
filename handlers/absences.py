"""请假 and 回来: until when a member is away, and who stands in."""

from datetime import date, timedelta

from telegram import Update

from domain.absences import AwayLine, parse_until
from handlers.context import Ctx
from handlers.finding import find
from handlers.steps import StepIsPast, begin_again, must_stand_at, words
from handlers.steps import number as number_in
from services import absences
from services.buttons import in_pairs
from services.letter_parties import member_named
from services.outbox import Buttons
from texts import Text

DAY, STAND_IN = "away.day", "away.stand-in"
OFFERED_DAYS = (2, 6, 13, 29)
"""Days from today: three days, one week, two weeks, thirty days."""


async def away_command(_: Update, ctx: Ctx) -> None:
    """``/away``, or in one line: ``/away 至 3月20日 代理 李建国``."""
    if ctx.rest:
        await _take_line(ctx, AwayLine.parse(ctx.rest, ctx.today))
        return
    waiting = await ctx.under_way("away")
    if waiting is None:
        await ctx.begin(DAY)
        await ask_day(ctx)
        return
    ctx.dialogue = waiting
    await ctx.go(waiting.step)
    await (ask_day if waiting.step == DAY else ask_stand_in)(ctx)


async def _take_line(ctx: Ctx, line: AwayLine) -> None:
    if line.stand_in is None:
        await _set(ctx, line.until_on, None)
        return
    await begin_again(ctx, STAND_IN, {"until": line.until_on.isoformat()})
    await _who(ctx, line)


async def _who(ctx: Ctx, line: AwayLine) -> None:
    if line.stand_in:
        await _look_for(ctx, line.stand_in)
    else:
        await ask_stand_in(ctx)


# --- until when -------------------------------------------------------------------------------------------------------


async def ask_day(ctx: Ctx) -> None:
    days = [ctx.today + timedelta(days=ahead) for ahead in OFFERED_DAYS]
    buttons = [ctx.button("button-until", "away-until", day.isoformat(), day=day) for day in days]
    pairs = in_pairs(buttons)
    await ctx.say("away-until-when", buttons=[*pairs, *_cancel(ctx)])


def _cancel(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-cancel", "away-cancel")]]


async def take_day(update: Update, ctx: Ctx) -> None:
    """A day, or the whole line."""
    line = AwayLine.parse(words(update), ctx.today)
    await _until(ctx, line.until_on)
    await _who(ctx, line)


async def until_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the day."""
    must_stand_at(ctx, DAY, STAND_IN)
    try:
        day = date.fromisoformat(ctx.args[0] if ctx.args else "")
    except ValueError:
        raise StepIsPast from None
    await _until(ctx, parse_until(day.isoformat(), ctx.today))
    await ask_stand_in(ctx)


async def _until(ctx: Ctx, day: date) -> None:
    await ctx.go(STAND_IN, until=day.isoformat())


# --- who stands in ----------------------------------------------------------------------------------------------------


async def ask_stand_in(ctx: Ctx) -> None:
    await ctx.revise("away-who-stands-in", until=_day(ctx), buttons=_others(ctx))


def _others(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-no-stand-in", "away-alone"), ctx.button("button-cancel", "away-cancel")]]


def _day(ctx: Ctx) -> date:
    return date.fromisoformat(ctx.draft["until"])


async def take_stand_in(update: Update, ctx: Ctx) -> None:
    await _look_for(ctx, words(update))


async def _look_for(ctx: Ctx, name: str) -> None:
    member = await find(ctx, name, "away-by", _others(ctx))
    if member is not None:
        await _end_with(ctx, member.id)


async def by_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the member who stands in."""
    must_stand_at(ctx, STAND_IN)
    await _end_with(ctx, number_in(ctx.args, 0))


async def alone_pressed(_: Update, ctx: Ctx) -> None:
    """Nobody: letters go to the office."""
    must_stand_at(ctx, STAND_IN)
    await _end_with(ctx, None)


async def _end_with(ctx: Ctx, stand_in_id: int | None) -> None:
    day = _day(ctx)
    # What is refused may be tried again: the dialogue ends only when it is done.
    await _set(ctx, day, stand_in_id)
    await ctx.finish()


async def _set(ctx: Ctx, day: date, stand_in_id: int | None) -> None:
    away = await absences.go_away(ctx.tx, ctx.member, day, stand_in_id, ctx.house.committee.zone)
    stand_in = member_named(away.stand_in.name) if away.stand_in else Text("away-nobody-stands-in")
    await ctx.revise("away-is-set", until=day, stand_in=stand_in, count=away.letters)


# --- 回来 -------------------------------------------------------------------------------------------------------------


async def back_command(_: Update, ctx: Ctx) -> None:
    """``/back``: before the time."""
    await ctx.say("away-is-over", count=await absences.come_back(ctx.tx, ctx.member))
