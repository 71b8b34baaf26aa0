"""The end as the writer sees it: it is solved, and did it help?"""

from telegram import Update

from domain.letters import Grade
from handlers.context import Ctx
from handlers.steps import StepIsPast, begin_again, number, or_give_up, words
from services import letter_access as access
from services.letter_course import add_words, grade, solved
from services.publications import ask_once
from texts import Text

WORDS = "grade.words"


async def solved_pressed(_: Update, ctx: Ctx) -> None:
    """The writer says that the matter is solved; the question whether it helped follows. Argument: the letter."""
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
    await ctx.say("grade-words-now", grade=Text(f"grade-{ctx.draft['grade']}"), buttons=skip)


async def take_words(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        letter = await add_words(ctx.tx, ctx.draft["letter"], ctx.person, words(update))
        await ctx.finish()
        await ctx.say("grade-words-thanks")
        await ask_once(ctx.tx, letter, ctx.house.channels)


async def skip_pressed(_: Update, ctx: Ctx) -> None:
    given, letter = Text(f"grade-{ctx.draft['grade']}"), await access.known(ctx.tx, ctx.draft["letter"])
    await ctx.finish()
    await ctx.revise("grade-thanks", grade=given)
    await ask_once(ctx.tx, letter, ctx.house.channels)
