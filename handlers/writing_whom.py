"""/write, its first question: to whom. By name or part of it, by sector, by township, or to the office to pass on.

Who has something to say does not wait to be asked for it: what names nobody is kept for the letter.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from domain.letter_kinds import LetterKind
from domain.letter_pieces import Piece
from domain.names import may_call_someone, without_title
from domain.people import Member
from domain.small_talk import is_greeting, is_opening, is_thanks
from handlers.context import Ctx
from handlers.finding import choose_from, find, offer
from handlers.letter_pieces import piece_of
from handlers.steps import StepIsPast, must_stand_at, number
from handlers.writing_words import KIND, NAME, ask_name, keep
from services.buttons import in_pairs
from services.finding import Found
from services.letter_parties import member_named
from services.letters import MemberDoesNotServe
from services.outbox import Button, Buttons
from storage import people

WHOM = f"{KIND}.whom"
OFFICE = "office"
"""Stands for the office where a button would name a member."""
MAILBOX = "mailbox"
"""The same for a letter that is meant for the office itself."""
_LONGEST_SLIP = 6
"""Characters of a name with something wrong in it; a sentence that resembles one is longer."""
_AFTER_NAME = re.compile(r"[\s，,。：:、]+")
_TAG = 12
"""Characters of a sector's or township's name on a button: Telegram leaves room for 64 bytes."""


async def ask_whom(ctx: Ctx, alike: Sequence[Member] = ()) -> None:
    """``alike``: who may have been meant by what was said."""
    key = "write-kept-to-whom" if (pieces := ctx.draft.get("pieces")) else "write-to-whom"
    by_name = [ctx.button("button-by-name", "write-by", "name")]
    choice = [*choose_from(ctx, alike, "write-choose"), by_name, _by(ctx), *_others(ctx)]
    await ctx.say(key, count=len(pieces or ()), buttons=choice)


def _by(ctx: Ctx) -> list[Button]:
    return [ctx.button("button-by-sector", "write-by", "sector"), ctx.button("button-by-unit", "write-by", "unit")]


def _others(ctx: Ctx) -> Buttons:
    return [
        [ctx.button("button-to-office", "write-choose", OFFICE)],
        [ctx.button("button-to-mailbox", "write-choose", MAILBOX), ctx.button("button-cancel", "write-cancel")],
    ]


async def take_whom(update: Update, ctx: Ctx) -> None:
    """A name to look for; what can't be one is kept for the letter."""
    piece = piece_of(update)
    if piece.attachment is None and (is_greeting(piece.text) or is_thanks(piece.text) or is_opening(piece.text)):
        await ask_whom(ctx)
    elif piece.attachment is None:
        await look_for(ctx, piece)
    elif await keep(ctx, piece, WHOM):
        await ask_whom(ctx)


async def look_for(ctx: Ctx, said: Piece) -> None:
    """Go on with the member whom the words name, or offer a choice. Words after a name, and words that are no name, are
    kept for the letter."""
    name, rest = await _parted(ctx, said.text)
    found = await ctx.finder.find(name)
    if rest or not _may_be_name(name, found):
        if not await keep(ctx, replace(said, text=rest or name), WHOM):
            return
    elif not found.members:
        await ctx.go(WHOM, unfound=said.packed())
    if len(found.members) == 1:
        await _addressed(ctx, found.members[0])
    elif _may_be_name(name, found):
        words = [] if found.members or rest else [[ctx.button("button-words-of-letter", "write-words")]]
        ways = [] if found.members else [_by(ctx)]
        await offer(ctx, name, found, "write-choose", [*words, *ways, *_others(ctx)])
    else:
        await ask_whom(ctx, found.alike)


def _may_be_name(words: str, found: Found) -> bool:
    is_slip = bool(found.alike) and len(words) <= _LONGEST_SLIP
    return bool(found.members) or is_slip or may_call_someone(without_title(words))


async def _parted(ctx: Ctx, words: str) -> tuple[str, str]:
    """The name that the words begin with, and the rest; all of the words where they begin with no member's name."""
    name, *rest = _AFTER_NAME.split(words.strip(), maxsplit=1)
    is_of_both = bool(rest) and bool(rest[0]) and may_call_someone(without_title(name))
    if not is_of_both or (await ctx.finder.find(words)).members:
        return words, ""
    return (name, rest[0]) if (await ctx.finder.find(name)).members else (words, "")


async def words_pressed(_: Update, ctx: Ctx) -> None:
    """What named nobody was meant for the letter.

    Raises:
        StepIsPast
    """
    must_stand_at(ctx, WHOM)
    if (unfound := ctx.draft.get("unfound")) is None:
        raise StepIsPast
    await ctx.go(WHOM, unfound=None)
    await keep(ctx, Piece.unpacked(unfound), WHOM)
    await ask_whom(ctx)


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
    member = await find(ctx, ":".join(ctx.args), "write-choose", _others(ctx))
    if member is not None:
        await _addressed(ctx, member)


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
