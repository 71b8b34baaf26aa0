"""What a writer wants of a letter beside writing on: 催一下, and 撤回."""

from telegram import Update

from handlers.context import Ctx
from handlers.steps import number
from services import letter_wishes
from services.outbox import About, Button


async def urge_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    receipt = await letter_wishes.urge(ctx.tx, number(ctx.args, 0), ctx.person)
    letter = receipt.letter
    await ctx.say("letter-urge-sent", number=letter.number, holder=receipt.holder.named, about=About(letter.id))


async def withdraw_pressed(_: Update, ctx: Ctx) -> None:
    """Is it meant? Argument: the letter."""
    letter = await letter_wishes.check_may_withdraw(ctx.tx, number(ctx.args, 0), ctx.person)
    yes = Button("button-withdraw-yes", does=f"letter-withdraw-yes:{letter.id}")
    no = Button("button-withdraw-no", does=f"letter-open:{letter.id}")
    await ctx.say("letter-withdraw-sure", number=letter.number, buttons=[[yes, no]], about=About(letter.id))


async def withdraw_yes_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    letter = await letter_wishes.withdraw(ctx.tx, number(ctx.args, 0), ctx.person)
    await ctx.revise("letter-withdraw-done", number=letter.number, about=About(letter.id))
