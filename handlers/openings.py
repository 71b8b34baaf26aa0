"""查看署名: two people of the office open the identity behind an anonymous letter."""

from telegram import Update

from handlers.context import Ctx
from handlers.steps import begin_again, number, only_number, words
from services import letter_access as access
from services import openings
from services.outbox import About

WHY = "identity.why"


async def ask_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    letter = await openings.check_may_ask(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, WHY, {"letter": letter.id})
    await ask_why(ctx)


async def ask_why(ctx: Ctx) -> None:
    letter = await access.known(ctx.tx, ctx.draft["letter"])
    cancel = [[ctx.button("button-cancel", "identity-cancel")]]
    await ctx.say("opening-why", number=letter.number, hours=ctx.house.privacy.opening_waits_hours, buttons=cancel)


async def take_why(update: Update, ctx: Ctx) -> None:
    letter = await openings.ask(ctx.tx, ctx.draft["letter"], ctx.person, words(update), ctx.house.privacy)
    await ctx.finish()
    await ctx.say("opening-is-asked", number=letter.number, about=About(letter.id))


async def yes_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the request."""
    letter = await openings.consent(ctx.tx, only_number(ctx.args), ctx.person, ctx.house.privacy)
    await ctx.revise("opening-you-consented", number=letter.number, about=About(letter.id))


async def no_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the request."""
    letter = await openings.decline(ctx.tx, only_number(ctx.args), ctx.person)
    await ctx.revise("opening-you-declined", number=letter.number, about=About(letter.id))
