"""补充来信人的话: who keyed in a letter adds what its writer says later, on paper or by phone, until they claim it."""

from telegram import Update

from handlers.context import Ctx
from handlers.letter_pieces import piece_of
from handlers.steps import must_stand_at, only_number, or_give_up
from handlers.writing_words import keep, kept
from services import record_adding
from services.outbox import About
from storage import dialogues

KIND = "recordadd"
TEXT = f"{KIND}.text"


async def add_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the record. One that is half-way in hand goes on."""
    record_id = only_number(ctx.args)
    letter = await record_adding.check(ctx.tx, record_id, ctx.person, ctx.house.mailbox)
    half = await ctx.under_way(KIND)
    if half is not None and half.draft["record"] == record_id:
        ctx.dialogue = await dialogues.move(ctx.tx, half, half.step, half.draft)
    else:
        await ctx.begin(TEXT, {"record": record_id, "number": letter.number})
    await ask_text(ctx)


async def ask_text(ctx: Ctx) -> None:
    """What was taken down so far, and what may still be added."""
    buttons = [[ctx.button("button-submit", "recordadd-submit"), ctx.button("button-cancel", "recordadd-cancel")]]
    if pieces := kept(ctx):
        await ctx.say("record-piece-kept", count=len(pieces), buttons=buttons)
    else:
        await ctx.say("record-add-now", number=ctx.draft["number"], buttons=buttons)


async def take_text(update: Update, ctx: Ctx) -> None:
    """Words, or a photo of the paper; in as many messages as it takes."""
    if await keep(ctx, piece_of(update), TEXT):
        await ask_text(ctx)


async def submit_pressed(_: Update, ctx: Ctx) -> None:
    """It goes to who holds the letter."""
    must_stand_at(ctx, TEXT)
    async with or_give_up(ctx):
        receipt = await record_adding.add(ctx.tx, ctx.draft["record"], ctx.person, kept(ctx), ctx.house.mailbox)
        await ctx.finish()
        key = "record-added-held" if receipt.is_held else "record-added"
        about = About(receipt.letter.id)
        await ctx.revise(key, number=receipt.letter.number, holder=receipt.holder.named, about=about)
