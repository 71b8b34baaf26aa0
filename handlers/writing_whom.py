"""/write, its first question: to whom. By name or part of it, by sector, by township, or to the office to pass on."""

from collections.abc import Sequence

from telegram import Update

from domain.letter_kinds import LetterKind
from domain.people import Member
from handlers.context import Ctx
from handlers.finding import find
from handlers.letter_pieces import piece_of
from handlers.steps import must_stand_at, number
from handlers.writing_words import KIND, NAME, ask_name, keep
from services.buttons import in_pairs
from services.finding import LONGEST_NAME
from services.letter_parties import member_named
from services.letters import MemberDoesNotServe
from services.outbox import Buttons
from storage import people

WHOM = f"{KIND}.whom"
OFFICE = "office"
"""Stands for the office where a button would name a member."""
MAILBOX = "mailbox"
"""The same for a letter that is meant for the office itself."""
_TAG = 12
"""Characters of a sector's or township's name on a button: Telegram leaves room for 64 bytes."""


async def ask_whom(ctx: Ctx) -> None:
    key = "write-kept-to-whom" if ctx.draft.get("pieces") else "write-to-whom"
    by = [ctx.button("button-by-sector", "write-by", "sector"), ctx.button("button-by-unit", "write-by", "unit")]
    await ctx.say(key, buttons=[[ctx.button("button-by-name", "write-by", "name")], by, *_others(ctx)])


def _others(ctx: Ctx) -> Buttons:
    return [
        [ctx.button("button-to-office", "write-choose", OFFICE)],
        [ctx.button("button-to-mailbox", "write-choose", MAILBOX), ctx.button("button-cancel", "write-cancel")],
    ]


async def take_whom(update: Update, ctx: Ctx) -> None:
    """A name to look for; what can't be one is kept for the letter."""
    piece = piece_of(update)
    if piece.attachment is None and len(piece.text) <= LONGEST_NAME and "\n" not in piece.text:
        await look_for(ctx, piece.text)
    elif await keep(ctx, piece, WHOM):
        await ask_whom(ctx)


async def look_for(ctx: Ctx, words: str) -> None:
    """Go on with the member whom the words name, or offer a choice."""
    member = await find(ctx, words, "write-choose", _others(ctx))
    if member is not None:
        await _addressed(ctx, member)


async def by_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: name, sector or unit."""
    must_stand_at(ctx, WHOM)
    match ctx.args:
        case ("sector",):
            await _offer_groups(ctx, "write-which-sector", await people.sectors(ctx.tx))
        case ("unit",):
            await _offer_groups(ctx, "write-which-unit", await people.units(ctx.tx))
        case _:
            await ctx.revise("write-type-a-name", buttons=_others(ctx))


async def _offer_groups(ctx: Ctx, key: str, names: Sequence[str]) -> None:
    buttons = [ctx.button("button-of-group", "write-group", name[:_TAG], name=name) for name in names if name]
    pairs = in_pairs(buttons)
    await ctx.revise(key if pairs else "no-members-yet", buttons=[*pairs, *_others(ctx)])


async def group_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: (the beginning of) a sector's or township's name."""
    must_stand_at(ctx, WHOM)
    await look_for(ctx, ":".join(ctx.args))


async def choose_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the member, the office, or its mailbox. May be changed until the text is begun."""
    must_stand_at(ctx, WHOM, NAME)
    match ctx.args:
        case (str(door),) if door == OFFICE:
            await addressed(ctx, None)
        case (str(door),) if door == MAILBOX:
            await addressed(ctx, None, LetterKind.COMMITTEE)
        case _:
            await addressed(ctx, number(ctx.args, 0))


async def addressed(
    ctx: Ctx, member_id: int | None, kind: LetterKind = LetterKind.ANYONE, *, in_place: bool = True
) -> None:
    """It is clear whom the letter is for (None: the office, as ``kind`` says). ``in_place``: nothing but a question was
    pressed.

    Raises:
        MemberDoesNotServe
    """
    if member_id is None:
        await ctx.go(NAME, to=None, kind=kind.value)
        await ask_name(ctx, in_place=in_place)
    elif member := await people.serving(ctx.tx, member_id):
        await _addressed(ctx, member, in_place=in_place)
    else:
        raise MemberDoesNotServe


async def _addressed(ctx: Ctx, member: Member, *, in_place: bool = True) -> None:
    await ctx.go(NAME, to=member.id, kind=LetterKind.ANYONE.value)
    await ask_name(ctx, member_named(member.name), in_place=in_place)
