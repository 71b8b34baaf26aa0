"""Words that are ready for an answer: an often-used one filled in, or one that came back. Sent as they are by a press,
or given up for better ones by writing those."""

from collections.abc import Sequence

from telegram import Update

from domain.letter_pieces import Piece, attachments, parts, whole_text
from handlers.context import Ctx
from handlers.snippets import label_of
from handlers.steps import StepIsPast, begin_again, must_stand_at, number
from services import letter_access as access
from services import snippets
from services.letter_course import look_at
from services.outbox import About, Buttons
from storage import snippets as stored
from texts import Text

REPLY = "reply.text"
_ALL = 30
"""Often-used answers under one question."""


async def offer(ctx: Ctx, letter_id: int, pieces: Sequence[Piece], *, asks: bool = False) -> None:
    """Begin an answer, or a question to the writer, with these words."""
    ready = [piece.packed() for piece in pieces]
    await begin_again(ctx, REPLY, {"letter": letter_id, "offered": ready, "asks": asks})
    await ask_offered(ctx)


def offered(ctx: Ctx) -> list[Piece]:
    return [Piece.unpacked(packed) for packed in ctx.draft.get("offered", [])]


async def ask_offered(ctx: Ctx) -> None:
    """The words as they would go out, with the button to send them."""
    pieces = offered(ctx)
    attached = Text("attached", count=count) if (count := len(attachments(pieces))) else ""
    first, *more = parts(whole_text(pieces))
    letter = await access.known(ctx.tx, ctx.draft["letter"])
    for part in [first, *more][:-1]:
        await ctx.say("write-preview-continued", text=part)
    last = more[-1] if more else first
    send = [ctx.button("button-send", "reply-send"), ctx.button("button-cancel", "reply-cancel")]
    words, about = last or Text("see-attachments"), About(letter.id)
    await ctx.say("reply-offered", number=letter.number, text=words, attached=attached, buttons=[send], about=about)


async def snippet_button(ctx: Ctx) -> Buttons:
    """常用语, where there is any."""
    usable = await stored.usable_by(ctx.tx, ctx.person.id)
    return [[ctx.button("button-snippets", "reply-snippets")]] if usable else []


async def snippets_pressed(_: Update, ctx: Ctx) -> None:
    """Which one?"""
    must_stand_at(ctx, REPLY)
    usable = (await snippets.usable(ctx.tx, ctx.person))[:_ALL]
    rows = [[ctx.button(label_of(each), "reply-snippet", each.id, title=each.title)] for each in usable]
    cancel = [ctx.button("button-cancel", "reply-cancel")]
    await ctx.revise("reply-which-snippet", buttons=[*rows, cancel])


async def snippet_pressed(_: Update, ctx: Ctx) -> None:
    """Filled in for this letter. Argument: the snippet."""
    must_stand_at(ctx, REPLY)
    snippet = await snippets.one(ctx.tx, number(ctx.args, 0), ctx.person)
    letter = await look_at(ctx.tx, ctx.draft["letter"], ctx.person)
    who = await access.actor(ctx.tx, ctx.person)
    house = ctx.house
    text = await snippets.fill(ctx.tx, snippet, letter, who, ctx.today, house.committee, house.texts)
    await ctx.go(REPLY, offered=[Piece(text).packed()])
    await ask_offered(ctx)


def offered_now(ctx: Ctx) -> list[Piece]:
    """What a press of «send» sends.

    Raises:
        StepIsPast: nothing is offered.
    """
    must_stand_at(ctx, REPLY)
    pieces = offered(ctx)
    if not pieces:
        raise StepIsPast
    return pieces
