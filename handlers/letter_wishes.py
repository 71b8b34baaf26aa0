"""What a writer wants of a letter beside writing on: 催一下, and 撤回."""

from collections.abc import Iterator
from contextlib import contextmanager

from telegram import Update

from domain.letters import LetterIsClosed, LetterWasWithdrawn, YourLetterIsClosed, YourLetterWasWithdrawn
from handlers.context import Ctx
from handlers.steps import number
from services import letter_wishes
from services.outbox import About, Button


@contextmanager
def said_to_its_writer() -> Iterator[None]:
    """That a letter is over is said otherwise to who wrote it than to who dealt with it."""
    try:
        yield
    except LetterIsClosed as refusal:
        raise YourLetterIsClosed(**refusal.args_of_text) from None
    except LetterWasWithdrawn as refusal:
        raise YourLetterWasWithdrawn(**refusal.args_of_text) from None


async def urge_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    with said_to_its_writer():
        receipt = await letter_wishes.urge(ctx.tx, number(ctx.args, 0), ctx.person)
    letter = receipt.letter
    await ctx.say("letter-urge-sent", number=letter.number, holder=receipt.holder.named, about=About(letter.id))


async def withdraw_pressed(_: Update, ctx: Ctx) -> None:
    """Is it meant? Argument: the letter."""
    with said_to_its_writer():
        letter = await letter_wishes.check_may_withdraw(ctx.tx, number(ctx.args, 0), ctx.person)
    yes = Button("button-withdraw-yes", does=f"letter-withdraw-yes:{letter.id}")
    no = Button("button-withdraw-no", does=f"letter-open:{letter.id}")
    await ctx.say("letter-withdraw-sure", number=letter.number, buttons=[[yes, no]], about=About(letter.id))


async def withdraw_yes_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    with said_to_its_writer():
        letter = await letter_wishes.withdraw(ctx.tx, number(ctx.args, 0), ctx.person)
    await ctx.revise("letter-withdraw-done", number=letter.number, about=About(letter.id))
