"""/mydata and /forget: everybody's rights, which nobody is kept from."""

from telegram import Update

from handlers.context import Ctx
from services import forgetting, mydata
from services.outbox import Button


async def mydata_command(_: Update, ctx: Ctx) -> None:
    """``/mydata``: all that is stored about the person, as a file."""
    await mydata.give(ctx.tx, ctx.person, ctx.house.committee.name)


async def forget_command(_: Update, ctx: Ctx) -> None:
    """``/forget``: what would go and what would stay; nothing goes before the person says so."""
    still_open = await forgetting.open_letters(ctx.tx, ctx.person)
    days = ctx.house.retention.forgotten_letters_days
    if still_open:
        numbers = "、".join(letter.number for letter in still_open[:10])
        choice = [[Button("button-forget-all", "forget-all")], [Button("button-forget-later", "forget-no")]]
        await ctx.say("forget-open-letters", count=len(still_open), numbers=numbers, days=days, buttons=choice)
        return
    choice = [[Button("button-forget", "forget-yes"), Button("button-forget-not", "forget-no")]]
    await ctx.say("forget-sure", days=days, buttons=choice)


async def yes_pressed(_: Update, ctx: Ctx) -> None:
    """Nothing is open, and the person is sure."""
    await forgetting.forget(ctx.tx, ctx.person, taking_back=False)


async def all_pressed(_: Update, ctx: Ctx) -> None:
    """Open letters are taken back, and all goes."""
    await forgetting.forget(ctx.tx, ctx.person, taking_back=True)


async def no_pressed(_: Update, ctx: Ctx) -> None:
    await ctx.revise("forget-not-now")
