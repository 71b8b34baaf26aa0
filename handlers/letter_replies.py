"""Going on with a letter: the writer adds something, the holder answers; and which letter, when it isn't clear."""

from collections.abc import Sequence

from telegram import Update

from domain.letter_pieces import Piece
from domain.letters import Letter
from handlers.context import Ctx
from handlers.letter_over import or_give_up
from handlers.letter_pieces import piece_of
from handlers.steps import begin_again, number
from handlers.taking_back import take_back_buttons
from handlers.writing import begin_with_pieces
from handlers.writing_words import keep, kept
from services import letter_access as access
from services import letter_links, letters
from services.letter_course import look_at
from services.letter_parties import holder_named, writer_named
from services.letter_post import topic_of
from services.letters import Receipt
from services.outbox import About, Buttons
from storage import dialogues
from storage.letter_lists import open_of_writer

REPLY, WHICH = "reply.text", "which.letter"


async def go_on(ctx: Ctx, letter_id: int, pieces: Sequence[Piece], *, asks: bool = False) -> None:
    """Send it, and say where it went. ``asks``: the holder wants something of the writer.

    Raises:
        LetterNotFound
        LetterIsWithAnother
        LetterIsClosed: the holder has nothing more to say; the writer always may.
    """
    letter, _ = await access.to_see(ctx.tx, letter_id, ctx.person)
    if letter.writer_id == ctx.person.id:
        house = ctx.house
        result = await letter_links.go_on(ctx.tx, letter_id, ctx.person, pieces, house.mailbox, house.committee)
        await _say_followed_up(ctx, result)
    else:
        answered = await letters.answer(ctx.tx, letter_id, ctx.person, pieces, ctx.house.mailbox, asks=asks)
        who = await writer_named(ctx.tx, answered)
        key = "letter-question-sent" if asks else "letter-answer-sent"
        buttons, about = await take_back_buttons(ctx, letter_id), About(letter_id)
        await ctx.say(key, number=answered.number, who=who, buttons=buttons, about=about)


async def _say_followed_up(ctx: Ctx, result: Receipt) -> None:
    key = "letter-follow-up-reopens" if result.is_reopened else "letter-follow-up-sent"
    number_, about = result.letter.number, About(result.letter.id)
    if result.is_held:
        await ctx.say("letter-follow-up-held", number=number_, about=about)
        return
    buttons = await take_back_buttons(ctx, result.letter.id)
    if result.follows is not None:
        old, holder = result.follows.number, result.holder.named
        await ctx.say("letter-follow-up-is-new", number=number_, old=old, holder=holder, buttons=buttons, about=about)
        return
    if result.holder.is_reached:
        await ctx.say(key, number=number_, holder=result.holder.named, buttons=buttons, about=about)
    else:
        await ctx.say(f"{key}-member-absent", number=number_, buttons=buttons, about=about)


# --- 回复 and 继续说: the next message is for this letter -------------------------------------------------------------


async def answer_pressed(_: Update, ctx: Ctx) -> None:
    """The holder is going to answer. Argument: the letter."""
    letter = await look_at(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, REPLY, {"letter": letter.id})
    await ask_reply(ctx)


async def ask_pressed(_: Update, ctx: Ctx) -> None:
    """The holder is going to ask the writer something. Argument: the letter."""
    letter = await look_at(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, REPLY, {"letter": letter.id, "asks": True})
    await ask_reply(ctx)


async def go_on_pressed(_: Update, ctx: Ctx) -> None:
    """The writer has more to say. Argument: the letter."""
    letter = await access.of_writer(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, REPLY, {"letter": letter.id})
    await ask_reply(ctx)


async def ask_reply(ctx: Ctx) -> None:
    letter = await access.known(ctx.tx, ctx.draft["letter"])
    cancel = [[ctx.button("button-cancel", "reply-cancel")]]
    if letter.writer_id != ctx.person.id:
        await ctx.say(
            "reply-ask-now" if ctx.draft.get("asks") else "reply-answer-now", number=letter.number, buttons=cancel
        )
        return
    holder = await holder_named(ctx.tx, letter.desk)
    await ctx.say("reply-go-on-now", number=letter.number, holder=holder, buttons=cancel)


async def take_reply(update: Update, ctx: Ctx) -> None:
    """One message, or an album, of which this is the first piece: the others know their way."""
    piece = piece_of(update)
    async with or_give_up(ctx):
        await go_on(ctx, ctx.draft["letter"], [piece], asks=bool(ctx.draft.get("asks")))
        await ctx.finish()


async def close_question(ctx: Ctx, letter_id: int) -> None:
    """The answer came as a reply to the letter itself: it is not waited for any more."""
    if ctx.dialogue is not None and ctx.dialogue.step == REPLY and ctx.draft["letter"] == letter_id:
        await ctx.finish()


# --- which letter? ----------------------------------------------------------------------------------------------------


async def ask_which(ctx: Ctx, piece: Piece) -> None:
    """Words that may belong to one of several letters: keep them and ask."""
    await ctx.begin(WHICH, {"pieces": [piece.packed()], "album": piece.album})
    await ask_which_letter(ctx)


async def ask_which_letter(ctx: Ctx) -> None:
    await _offer(ctx, "which-letter")


async def _offer(ctx: Ctx, key: str) -> None:
    open_letters = await open_of_writer(ctx.tx, ctx.person.id, access.OFFERED)
    await ctx.say(key, buttons=_which_buttons(ctx, open_letters))


def _which_buttons(ctx: Ctx, open_letters: Sequence[Letter]) -> Buttons:
    which = [
        [ctx.button("button-letter", "which-letter", each.id, number=each.number, topic=topic_of(each))]
        for each in open_letters
    ]
    return [*which, [ctx.button("button-write-new-letter", "which-new")], [ctx.button("button-cancel", "which-cancel")]]


async def take_which(update: Update, ctx: Ctx) -> None:
    """Someone writes on before choosing: it goes the same way."""
    if await keep(ctx, piece_of(update), WHICH):
        await _offer(ctx, "which-letter-piece-kept")


async def which_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    pieces = kept(ctx)
    await go_on(ctx, number(ctx.args, 0), pieces)
    await ctx.finish()


async def which_new_pressed(_: Update, ctx: Ctx) -> None:
    """None of them: a new letter."""
    assert ctx.dialogue is not None
    pieces = kept(ctx)
    await dialogues.end(ctx.tx, ctx.dialogue.id)
    await begin_with_pieces(ctx, pieces)
