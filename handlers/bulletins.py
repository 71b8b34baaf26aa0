"""/bulletin: a month's, quarter's or year's figures as a picture and files, looked at and then sent on."""

from telegram import Update

from domain.totals import parse_period
from handlers.context import Ctx
from handlers.steps import number
from services import bulletins, figures
from services.outbox import Button, Buttons
from services.totals_words import named
from storage.bulletins import Way

AGAIN = "again"
"""In a button: send it although one of its period went out."""
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
    """To all members. Arguments: the bulletin; ``again``: although one of its period went out."""
    of = number(ctx.args, 0)
    if await _asked_whether_again(ctx, of, Way.MEMBERS, "bulletin-send"):
        return
    bulletin = await bulletins.release(ctx.tx, of)
    await figures.ask(ctx.tx, figures.SEND, ctx.person.id, bulletin=bulletin.id)
    await ctx.say("bulletin-goes-out")


async def post_pressed(_: Update, ctx: Ctx) -> None:
    """Into the members' group. Arguments: as for ``send_pressed``."""
    of = number(ctx.args, 0)
    if await _asked_whether_again(ctx, of, Way.GROUP, "bulletin-post"):
        return
    await bulletins.post(ctx.tx, of, ctx.house.channels, ctx.house.committee.language)
    await ctx.say("bulletin-posted")


async def _asked_whether_again(ctx: Ctx, of: int, way: Way, route: str) -> bool:
    """One of the same period went out before: say so, with a button to send this one as well. False: it may go."""
    before = None if ctx.args[1:] == (AGAIN,) else await bulletins.out_before(ctx.tx, of, way)
    if before is None:
        return False
    await ctx.say(before.key, buttons=[[Button("bulletin-button-again", f"{route}:{of}:{AGAIN}")]], **before.args)
    return True
