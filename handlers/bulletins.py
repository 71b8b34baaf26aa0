"""/bulletin: a month's, quarter's or year's figures as a picture and files, looked at and then sent on."""

from telegram import Update

from domain.totals import parse_period
from handlers.context import Ctx
from handlers.steps import only_number
from services import bulletins, figures
from services.outbox import Button, Buttons
from services.totals_words import named

PERIODS = ("month", "last-month", "quarter", "last-quarter", "year", "last-year")
BUTTONS: Buttons = [
    [Button(f"bulletin-button-{name}", f"bulletin-of:{name.replace('-', ':')}") for name in PERIODS[at : at + 2]]
    for at in range(0, len(PERIODS), 2)
]


async def command(_: Update, ctx: Ctx) -> None:
    """``/bulletin``, with the period in the same line or asked for by buttons."""
    if not ctx.rest:
        await ctx.say("bulletin-which", buttons=BUTTONS)
        return
    await _make(ctx, ctx.rest)


async def of_pressed(_: Update, ctx: Ctx) -> None:
    await _make(ctx, " ".join(ctx.args))


async def _make(ctx: Ctx, words: str) -> None:
    period = parse_period(words, ctx.today)
    await figures.ask(ctx.tx, figures.BULLETIN, ctx.person.id, period=period.code)
    await ctx.say("bulletin-asked", period=named(period))


async def send_pressed(_: Update, ctx: Ctx) -> None:
    """To all members."""
    bulletin = await bulletins.release(ctx.tx, only_number(ctx.args))
    await figures.ask(ctx.tx, figures.SEND, ctx.person.id, bulletin=bulletin.id)
    await ctx.say("bulletin-goes-out")


async def post_pressed(_: Update, ctx: Ctx) -> None:
    """Into the members' group."""
    await bulletins.post(ctx.tx, only_number(ctx.args), ctx.house.channels, ctx.house.committee.language)
    await ctx.say("bulletin-posted")
