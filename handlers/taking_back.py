"""撤回这条: what one has just written in a letter is taken back."""

from telegram import Update

from handlers.context import Ctx
from handlers.steps import number
from services.outbox import Button, Buttons
from services.taking_back import take_back
from storage import letter_entries


async def take_back_buttons(ctx: Ctx, letter_id: int) -> Buttons:
    """Under «sent»: takes back what this person wrote last."""
    if not ctx.house.mailbox.take_back_within_hours:
        return []
    entry_id = await letter_entries.newest_of(ctx.tx, letter_id, ctx.person.id)
    return [[Button("button-take-back", does=f"take-back:{entry_id}")]]


async def take_back_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the entry."""
    letter = await take_back(ctx.tx, number(ctx.args, 0), ctx.person, ctx.house.mailbox)
    await ctx.revise("taken-back-done", number=letter.number)
