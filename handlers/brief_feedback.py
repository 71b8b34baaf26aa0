"""What a writer says of the result that was carried back: 满意, 基本满意, or 不满意 and why."""

from telegram import Update

from domain.briefs import Verdict
from handlers.brief_work import calendar
from handlers.context import Ctx
from handlers.steps import StepIsPast, begin_again, number, or_give_up, words
from services import brief_feedback
from texts import Text

WHY = "judge.words"


async def judge_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the brief, the letter, the verdict."""
    given = ctx.args[2] if len(ctx.args) > 2 else ""
    brief, letter = await brief_feedback.to_judge(ctx.tx, number(ctx.args, 0), number(ctx.args, 1), ctx.person)
    if given not in set(Verdict):
        raise StepIsPast
    if Verdict(given) is Verdict.NOT:
        await begin_again(ctx, WHY, {"brief": brief.id, "letter": letter.id})
        await ask_why(ctx)
        return
    await brief_feedback.judge(ctx.tx, brief.id, letter.id, ctx.person, Verdict(given))
    await ctx.say("verdict-thanks", verdict=Text(f"verdict-{given}"))


async def ask_why(ctx: Ctx) -> None:
    await ctx.say("verdict-why", buttons=[[ctx.button("button-cancel", "judge-cancel")]])


async def take_why(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        draft, why = ctx.draft, words(update)
        due_on = calendar(ctx).due(ctx.today)
        goes_back = await brief_feedback.judge(
            ctx.tx, draft["brief"], draft["letter"], ctx.person, Verdict.NOT, why, due_on
        )
        await ctx.finish()
        if goes_back:
            await ctx.say("verdict-goes-back", due=due_on)
        else:
            await ctx.say("verdict-thanks", verdict=Text("verdict-not"))
