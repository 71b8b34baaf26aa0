"""A unit or department gives a letter back to who handed it over, with the reason."""

from telegram import Update

from domain.letter_pieces import Piece
from handlers.context import Ctx
from handlers.steps import begin_again, number, or_give_up, words
from handlers.unsent import GOING_BACK, or_keep
from services import letter_back
from services.letter_access import known
from services.letter_parties import holder_named
from services.outbox import About

WHY = "handback.why"


async def pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    letter = await letter_back.check(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, WHY, {"letter": letter.id})
    await ask_why(ctx)


async def ask_why(ctx: Ctx) -> None:
    letter = await known(ctx.tx, ctx.draft["letter"])
    before = await holder_named(ctx.tx, await letter_back.goes_to(ctx.tx, letter))
    cancel = [[ctx.button("button-cancel", "handback-cancel")]]
    await ctx.say("handback-why", number=letter.number, before=before, buttons=cancel)


async def take_why(update: Update, ctx: Ctx) -> None:
    reason = words(update)
    async with or_give_up(ctx), or_keep(ctx, ctx.draft["letter"], [Piece(reason)], GOING_BACK):
        result = await letter_back.hand_back(ctx.tx, ctx.draft["letter"], ctx.person, reason)
        await ctx.finish()
        about = About(result.letter.id)
        await ctx.say("handover-done", number=result.letter.number, holder=result.holder.named, about=about)
