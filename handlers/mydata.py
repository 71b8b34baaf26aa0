"""/mydata and /forget: everybody's rights, which nobody is kept from."""

from telegram import Update

from handlers.context import Ctx
from handlers.steps import StepIsPast, number
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
        choice = [
            [Button("button-forget-all", f"forget-all:{ctx.person.id}")],
            [Button("button-forget-later", "forget-no")],
        ]
        await ctx.say("forget-open-letters", count=len(still_open), numbers=numbers, days=days, buttons=choice)
        return
    choice = [[Button("button-forget", f"forget-yes:{ctx.person.id}"), Button("button-forget-not", "forget-no")]]
    await ctx.say("forget-sure", days=days, buttons=choice)


async def yes_pressed(_: Update, ctx: Ctx) -> None:
    """Nothing is open, and the person is sure. Argument: who they were when they were asked."""
    _must_be_the_same(ctx)
    await forgetting.forget(ctx.tx, ctx.person, taking_back=False)


async def all_pressed(_: Update, ctx: Ctx) -> None:
    """Open letters are taken back, and all goes. Argument: as for ``yes_pressed``."""
    _must_be_the_same(ctx)
    await forgetting.forget(ctx.tx, ctx.person, taking_back=True)


def _must_be_the_same(ctx: Ctx) -> None:
    """Pressed a second time, it is somebody new who presses: there is nothing to forget.

    Raises:
        StepIsPast
    """
    if number(ctx.args, 0) != ctx.person.id:
        raise StepIsPast


async def no_pressed(_: Update, ctx: Ctx) -> None:
    await ctx.revise("forget-not-now")
