"""审阅答复: the office looks at a member's answer before it goes out; the member goes on with one that came back."""

from telegram import Update

from domain.answer_reviews import AnswerIsDecided
from domain.letter_pieces import attachments
from handlers.context import Ctx
from handlers.reply_offers import offer
from handlers.steps import begin_again, only_number, words
from services import answer_reviews as reviews
from services.letter_course import look_at
from services.letter_post import topic_of
from services.outbox import Button, Envelope, Lane, media_of, tell

WHY, TEXT = "answerreturn.why", "answerreword.text"


# --- the office -------------------------------------------------------------------------------------------------------


async def reviews_command(_: Update, ctx: Ctx) -> None:
    """``/reviews``: the answers that wait, a button each."""
    found = await reviews.waiting(ctx.tx, ctx.person)
    rows = [
        [
            Button(
                "button-letter",
                does=f"answer-show:{draft.id}",
                args={"number": letter.number, "topic": topic_of(letter)},
            )
        ]
        for draft, letter in found
    ]
    await ctx.say("answers-to-look-at" if found else "answers-to-look-at-none", buttons=rows)


async def show_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the answer."""
    await _show(ctx, only_number(ctx.args))


async def _show(ctx: Ctx, draft_id: int) -> None:
    messages, draft = await reviews.card(ctx.tx, draft_id, ctx.person)
    *before, last = messages
    for message in before:
        await ctx.say(message.key, **message.args)
    await ctx.say(last.key, buttons=reviews.buttons(draft), **last.args)
    if media := media_of(attachments(draft.pieces)):
        await tell(ctx.tx, ctx.person.id, None, media=media, envelope=Envelope(lane=Lane.ANSWER))


async def approve_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the answer."""
    why_not = await reviews.approve(ctx.tx, only_number(ctx.args), ctx.person, ctx.house.mailbox)
    if why_not is None:
        await ctx.revise("answer-approved-done")
    else:
        await ctx.revise("answer-can-not-go-out")


async def return_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the answer."""
    await _begin(ctx, WHY)
    await ask_why(ctx)


async def reword_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the answer."""
    await _begin(ctx, TEXT)
    await ask_text(ctx)


async def _begin(ctx: Ctx, step: str) -> None:
    _, draft = await reviews.card(ctx.tx, only_number(ctx.args), ctx.person)
    await begin_again(ctx, step, {"answer": draft.id})


async def ask_why(ctx: Ctx) -> None:
    await ctx.say("answer-return-why", buttons=[[ctx.button("button-cancel", "answerreturn-cancel")]])


async def ask_text(ctx: Ctx) -> None:
    await ctx.say("answer-reword-now", buttons=[[ctx.button("button-cancel", "answerreword-cancel")]])


async def take_why(update: Update, ctx: Ctx) -> None:
    reason = words(update)
    try:
        await reviews.send_back(ctx.tx, ctx.draft["answer"], ctx.person, reason)
    except AnswerIsDecided as refusal:
        await _give_up(ctx, refusal)
        return
    await ctx.finish()
    await ctx.say("answer-returned-done")


async def take_text(update: Update, ctx: Ctx) -> None:
    text = words(update)
    try:
        draft = await reviews.reword(ctx.tx, ctx.draft["answer"], ctx.person, text, ctx.house.mailbox)
    except AnswerIsDecided as refusal:
        await _give_up(ctx, refusal)
        return
    await ctx.finish()
    await _show(ctx, draft.id)


async def _give_up(ctx: Ctx, refusal: AnswerIsDecided) -> None:
    """A colleague was quicker: the dialogue would refuse whatever is said next."""
    await ctx.finish()
    await ctx.say(refusal.text, **refusal.args_of_text)


# --- the member -------------------------------------------------------------------------------------------------------


async def again_pressed(_: Update, ctx: Ctx) -> None:
    """The words that came back are offered again. Argument: the answer."""
    draft = await reviews.returned(ctx.tx, only_number(ctx.args), ctx.person)
    await look_at(ctx.tx, draft.letter_id, ctx.person)
    await offer(ctx, draft.letter_id, draft.pieces, asks=draft.is_question)
