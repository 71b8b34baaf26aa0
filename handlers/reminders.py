"""The two buttons under a reminder: again tomorrow, again next week."""

from telegram import Update

from handlers.context import Ctx
from handlers.steps import number
from services import gathering

DAYS = frozenset({1, 7})


async def later_pressed(_: Update, ctx: Ctx) -> None:
    days = number(ctx.args, 1)
    day = await gathering.put_off(ctx.tx, ctx.person, number(ctx.args, 0), days if days in DAYS else 1, ctx.house.rules)
    await ctx.say("reminder-will-come-again", day=day)
