"""内部备注: a word among those who deal with a letter, under it."""

from telegram import Update

from handlers.context import Ctx
from handlers.steps import begin_again, number, or_give_up, words
from services import letter_access as access
from services import letter_notes
from services.letter_post import topic_of

WORDS = "note.words"


async def note_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    letter = await letter_notes.check_may_note(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, WORDS, {"letter": letter.id})
    await ask_words(ctx)


async def ask_words(ctx: Ctx) -> None:
    # Without the letter's number: a reply to this question must never find its way to the letter.
    letter = await access.known(ctx.tx, ctx.draft["letter"])
    await ctx.say("note-words-now", topic=topic_of(letter), buttons=[[ctx.button("button-cancel", "note-cancel")]])


async def take_words(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        letter = await letter_notes.add(ctx.tx, ctx.draft["letter"], ctx.person, words(update))
        await ctx.finish()
        await ctx.say("note-kept", topic=topic_of(letter))
