"""The end as the writer sees it: it is solved, and did it help?"""

from telegram import Update

from domain.letters import Grade
from handlers.context import Ctx
from handlers.letter_wishes import said_to_its_writer
from handlers.steps import StepIsPast, begin_again, number, or_give_up, words
from services import letter_access as access
from services.letter_course import add_words, grade, solved
from services.letter_post import go_on_button
from services.outbox import About
from services.publications import ask_once
from texts import Text

WORDS = "grade.words"


async def solved_pressed(_: Update, ctx: Ctx) -> None:
    """The writer says that the matter is solved; the question whether it helped follows. Argument: the letter."""
    with said_to_its_writer():
        await solved(ctx.tx, number(ctx.args, 0), ctx.person)


async def grade_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the letter, the grade."""
    given = ctx.args[1] if len(ctx.args) > 1 else ""
    if given not in {each.value for each in Grade}:
        raise StepIsPast
    graded = await grade(ctx.tx, number(ctx.args, 0), ctx.person, Grade(given))
    await begin_again(ctx, WORDS, {"letter": graded.id, "grade": given})
    await ask_words(ctx)


async def ask_words(ctx: Ctx) -> None:
    skip = [[ctx.button("button-skip", "grade-skip")]]
    key = "grade-words-now-not" if _was_no_help(ctx) else "grade-words-now"
    await ctx.say(key, grade=Text(f"grade-{ctx.draft['grade']}"), buttons=skip)


def _was_no_help(ctx: Ctx) -> bool:
    return bool(ctx.draft["grade"] == Grade.NOT)


async def take_words(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        was_no_help = _was_no_help(ctx)
        letter = await add_words(ctx.tx, ctx.draft["letter"], ctx.person, words(update))
        await ctx.finish()
        if was_no_help:
            about = About(letter.id)
            await ctx.say("grade-words-thanks-not", number=letter.number, buttons=[[go_on_button(letter)]], about=about)
        else:
            await ctx.say("grade-words-thanks")
        await ask_once(ctx.tx, letter, ctx.house.channels)


async def skip_pressed(_: Update, ctx: Ctx) -> None:
    given, letter = Text(f"grade-{ctx.draft['grade']}"), await access.known(ctx.tx, ctx.draft["letter"])
    was_no_help = _was_no_help(ctx)
    await ctx.finish()
    if was_no_help:
        about = About(letter.id)
        await ctx.revise("grade-thanks-not", number=letter.number, buttons=[[go_on_button(letter)]], about=about)
    else:
        await ctx.revise("grade-thanks", grade=given)
    await ask_once(ctx.tx, letter, ctx.house.channels)
