"""Going on with a letter: the writer adds something, the holder answers; and which letter, when it isn't clear."""

from collections.abc import Sequence

from telegram import Update

from domain.answer_reviews import is_wanted, may_be_asked
from domain.letter_pieces import Piece
from domain.letters import Letter
from handlers.context import Ctx
from handlers.letter_pieces import piece_of
from handlers.reply_offers import REPLY, ask_offered, offered_now, snippet_button
from handlers.steps import StepIsPast, begin_again, must_stand_at, number, or_give_up
from handlers.taking_back import take_back_buttons
from handlers.unsent import or_keep
from handlers.writing import begin_with_pieces
from handlers.writing_words import keep, kept
from services import answer_reviews, letter_links, letters
from services import letter_access as access
from services.letter_course import look_at
from services.letter_parties import holder_named, writer_named
from services.letter_post import topic_of
from services.letters import Receipt
from services.outbox import About, Buttons
from storage import dialogues, people
from storage.letter_lists import open_of_writer

WHICH = "which.letter"


async def go_on(ctx: Ctx, letter_id: int, pieces: Sequence[Piece], *, asks: bool = False) -> None:
    """Send it, and say where it went. ``asks``: the holder wants something of the writer.

    Raises:
        LetterNotFound
        LetterIsWithAnother
        LetterIsClosed: the holder has nothing more to say; the writer always may.
    """
    letter, who = await access.to_see(ctx.tx, letter_id, ctx.person)
    if letter.writer_id == ctx.person.id:
        house = ctx.house
        result = await letter_links.go_on(ctx.tx, letter_id, ctx.person, pieces, house.mailbox, house.committee)
        await _say_followed_up(ctx, result)
    elif is_wanted(ctx.house.mailbox, letter, who, asked=_is_asked_for(ctx, letter_id)):
        await answer_reviews.submit(ctx.tx, letter_id, ctx.person, pieces, ctx.house.mailbox, asks=asks)
        await ctx.say("answer-sent-to-office")
    else:
        answered = await letters.answer(ctx.tx, letter_id, ctx.person, pieces, ctx.house.mailbox, asks=asks)
        named = await writer_named(ctx.tx, answered)
        key = "letter-question-sent" if asks else "letter-answer-sent"
        if (await people.get(ctx.tx, answered.writer_id)).blocked_at is not None:
            key = "letter-answer-waits"
        buttons, about = await take_back_buttons(ctx, letter_id), About(letter_id)
        await ctx.say(key, number=answered.number, who=named, buttons=buttons, about=about)


def _is_asked_for(ctx: Ctx, letter_id: int) -> bool:
    """Did the member ask for the office's look when they began to answer this letter?"""
    return is_asked_about(ctx, letter_id) and bool(ctx.draft.get("review"))


async def _say_followed_up(ctx: Ctx, result: Receipt) -> None:
    key = "letter-follow-up-reopens" if result.is_reopened else "letter-follow-up-sent"
    number_, about = result.letter.number, About(result.letter.id)
    if result.follows is not None:
        key = "letter-follow-up-is-new-held" if result.is_held else "letter-follow-up-is-new"
        old, holder = result.follows.number, result.holder.named
        buttons = await take_back_buttons(ctx, result.letter.id)
        await ctx.say(key, number=number_, old=old, holder=holder, buttons=buttons, about=about)
        return
    if result.is_held:
        await ctx.say("letter-follow-up-held", number=number_, about=about)
        return
    buttons = await take_back_buttons(ctx, result.letter.id)
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
    if ctx.draft.get("offered"):
        await ask_offered(ctx)
        return
    if letter.writer_id != ctx.person.id:
        await _ask_answer(ctx, letter, cancel)
        return
    holder = await holder_named(ctx.tx, letter.desk)
    # The question is the letter's own: who replies to an old one means that letter, whatever is asked meanwhile.
    key = "reply-go-on-now-anonymous" if letter.is_anonymous else "reply-go-on-now"
    await ctx.say(key, number=letter.number, holder=holder, buttons=cancel, about=About(letter.id))


async def _ask_answer(ctx: Ctx, letter: Letter, cancel: Buttons) -> None:
    who, mailbox = await access.actor(ctx.tx, ctx.person), ctx.house.mailbox
    is_first_for_office = is_wanted(mailbox, letter, who, asked=bool(ctx.draft.get("review")))
    may_ask = not is_first_for_office and is_wanted(mailbox, letter, who, asked=True)
    ask = [[ctx.button("button-ask-review", "reply-review")]] if may_ask else []
    key = "reply-ask-now" if ctx.draft.get("asks") else "reply-answer-now"
    if is_first_for_office:
        key = f"{key}-for-office"
    buttons = [*await snippet_button(ctx), *ask, *cancel]
    await ctx.say(key, number=letter.number, buttons=buttons, about=About(letter.id))


async def review_pressed(_: Update, ctx: Ctx) -> None:
    """The office is to look at this answer first."""
    must_stand_at(ctx, REPLY)
    if not may_be_asked(ctx.house.mailbox):
        raise StepIsPast
    await ctx.go(REPLY, review=True)
    await ask_reply(ctx)


async def send_pressed(_: Update, ctx: Ctx) -> None:
    """The words that are offered go out as they are."""
    pieces = offered_now(ctx)
    async with or_give_up(ctx), or_keep(ctx, ctx.draft["letter"], pieces):
        await go_on(ctx, ctx.draft["letter"], pieces, asks=bool(ctx.draft.get("asks")))
        await ctx.finish()


async def take_reply(update: Update, ctx: Ctx) -> None:
    """One message, or an album, of which this is the first piece: the others know their way."""
    piece = piece_of(update)
    async with or_give_up(ctx), or_keep(ctx, ctx.draft["letter"], [piece]):
        await go_on(ctx, ctx.draft["letter"], [piece], asks=bool(ctx.draft.get("asks")))
        await ctx.finish()


def is_asked_about(ctx: Ctx, letter_id: int) -> bool:
    """Is this the letter whose next words are waited for?"""
    return ctx.dialogue is not None and ctx.dialogue.step == REPLY and ctx.draft["letter"] == letter_id


# --- which letter? ----------------------------------------------------------------------------------------------------


async def ask_which(ctx: Ctx, piece: Piece) -> None:
    """Words that may belong to one of several letters: keep them and ask."""
    await ctx.begin(WHICH, {"pieces": [piece.packed()], "album": piece.album})
    await ask_which_letter(ctx)


async def ask_which_letter(ctx: Ctx) -> None:
    await _offer(ctx, "which-letter")


async def _offer(ctx: Ctx, key: str) -> None:
    open_letters = await open_of_writer(ctx.tx, ctx.person.id, access.OFFERED)
    if key == "which-letter" and len(open_letters) == 1:
        key = "which-letter-or-new"
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
