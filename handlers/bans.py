"""/block: the office keeps someone out until a day, sees who is kept out, and lets them in again."""

from datetime import date, timedelta

from telegram import Update

from domain.days import parse_day_ahead
from domain.moderation import BanHow, parse_line
from domain.short_words import check_words
from handlers.context import Ctx
from handlers.steps import StepIsPast, begin_again, must_stand_at, number, words
from services import bans
from services.buttons import in_pairs
from services.outbox import Button, Buttons
from storage.bans import Ban
from texts import Text

WHOM, WHY, UNTIL = "block.whom", "block.why", "block.until"
OFFERED_DAYS = (6, 29, 89, 364)
"""Days from today: a week, thirty days, ninety, a year."""


async def block_command(_: Update, ctx: Ctx) -> None:
    """``/block``: who is kept out; or in one line ``/block 姓名或编号 原因 至 日期``."""
    if ctx.rest:
        await _begin(ctx, *parse_line(ctx.rest))
        return
    standing = await bans.standing(ctx.tx, ctx.person)
    lift = [[Button("button-let-in", f"block-lift:{ban.id}", args={"who": bans.named_of(ban)})] for ban in standing]
    lines = [_line(ban) for ban in standing]
    anew = [Button("button-keep-out", "block-new")]
    await ctx.say("block-list" if standing else "block-list-empty", lines=lines, buttons=[*lift, anew])


def _line(ban: Ban) -> Text:
    return Text("block-line", who=bans.named_of(ban), until=ban.ends_at - timedelta(minutes=1), reason=ban.reason)


async def new_pressed(_: Update, ctx: Ctx) -> None:
    await begin_again(ctx, WHOM, {})
    await ask_whom(ctx)


async def _begin(ctx: Ctx, who: str, reason: str, until: str) -> None:
    """As far as one line goes; what it lacks is asked."""
    await begin_again(ctx, WHOM, {})
    await _take_whom(ctx, who)
    if reason:
        await ctx.go(UNTIL, reason=check_words(reason))
    if reason and until:
        await _take_until(ctx, until)
    else:
        await (ask_until if reason else ask_why)(ctx)


def _cancel(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-cancel", "block-cancel")]]


async def ask_whom(ctx: Ctx) -> None:
    await ctx.say("block-whom", buttons=_cancel(ctx))


async def take_whom(update: Update, ctx: Ctx) -> None:
    """A name, a letter's number, or the whole line."""
    who, reason, until = parse_line(words(update))
    if reason and until:
        await _begin(ctx, who, reason, until)
        return
    await _take_whom(ctx, words(update))
    await ask_why(ctx)


async def _take_whom(ctx: Ctx, who: str) -> None:
    """Only what was typed is kept: a person's number would tell that two who are meant are one."""
    await bans.meant(ctx.tx, who, ctx.person, ctx.house.committee)
    await ctx.go(WHY, whom=who)


async def _whom(ctx: Ctx) -> tuple[int, int | None]:
    return await bans.meant(ctx.tx, ctx.draft.get("whom", ""), ctx.person, ctx.house.committee)


async def ask_why(ctx: Ctx) -> None:
    who = await bans.named(ctx.tx, *await _whom(ctx))
    await ctx.say("block-why", who=who, buttons=_cancel(ctx))


async def take_why(update: Update, ctx: Ctx) -> None:
    await ctx.go(UNTIL, reason=check_words(words(update)))
    await ask_until(ctx)


async def ask_until(ctx: Ctx) -> None:
    days = [ctx.today + timedelta(days=ahead) for ahead in OFFERED_DAYS]
    buttons = [ctx.button("button-until", "block-until", day.isoformat(), day=day) for day in days]
    pairs = in_pairs(buttons)
    await ctx.say("block-until-when", buttons=[*pairs, *_cancel(ctx)])


async def take_until(update: Update, ctx: Ctx) -> None:
    await _take_until(ctx, words(update))


async def _take_until(ctx: Ctx, typed: str) -> None:
    day = parse_day_ahead(typed.removeprefix("至").strip(), ctx.today)
    if day is None:
        raise BanHow
    await _keep_out(ctx, day)


async def until_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the day."""
    must_stand_at(ctx, UNTIL)
    try:
        day = date.fromisoformat(ctx.args[0] if ctx.args else "")
    except ValueError:
        raise StepIsPast from None
    await _keep_out(ctx, day)


async def _keep_out(ctx: Ctx, until: date) -> None:
    reason, zone = ctx.draft["reason"], ctx.house.committee.zone
    who = await bans.keep_out(ctx.tx, *await _whom(ctx), ctx.person, reason, until, zone)
    await ctx.finish()
    await ctx.say("block-done", who=who, until=until)


async def lift_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the ban."""
    ban = await bans.let_in(ctx.tx, number(ctx.args, 0), ctx.person)
    await ctx.revise("block-lifted", who=bans.named_of(ban))
