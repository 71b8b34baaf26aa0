"""/write: the ways into a letter, and what becomes of one that is half-way."""

from collections.abc import Mapping, Sequence
from typing import Any

from telegram import Update

from domain.anonymity import check_anonymous
from domain.letter_kinds import LetterKind
from domain.letter_pieces import Piece, check, replaced
from domain.names import may_call_someone, without_title
from domain.people import Member
from handlers.context import Ctx
from handlers.letter_pieces import piece_of
from handlers.routing import Prompt
from handlers.steps import number
from handlers.writing_whom import WHOM, addressed, ask_whom, look_for
from handlers.writing_words import KIND, NAME, PREVIEW, TEXT, ask_name, ask_preview, ask_text, keep
from services.letters import MemberDoesNotServe
from storage import dialogues, people

WITH_PIECES = (KIND, "which", "record", "recordadd", "unsent")
"""The kinds of dialogues whose drafts hold pieces of a letter."""

ASK: Mapping[str, Prompt] = {WHOM: ask_whom, NAME: ask_name, TEXT: ask_text, PREVIEW: ask_preview}


async def write_command(_: Update, ctx: Ctx) -> None:
    """``/write``, or with the name of whom it is for (and even the letter itself) in the same line."""
    await _begin(ctx, {"wanted": ctx.rest, "wanted_id": None, "wanted_kind": None})


async def suggest_command(_: Update, ctx: Ctx) -> None:
    """``/suggest``: 我要建言, to the committee; the words may follow in the same line."""
    await _begin(ctx, {"wanted": ctx.rest, "wanted_id": None, "wanted_kind": LetterKind.SUGGESTION.value})


async def write_to(_: Update, ctx: Ctx, member_id: int) -> None:
    """A letter to this member: a deep link ``m_CODE``, or a button under a list.

    Raises:
        MemberDoesNotServe
    """
    if await people.serving(ctx.tx, member_id) is None:
        raise MemberDoesNotServe
    await _begin(ctx, {"wanted": "", "wanted_id": member_id, "wanted_kind": None})


async def write_to_pressed(update: Update, ctx: Ctx) -> None:
    """The button «write to this member» under a list. Argument: the member."""
    await write_to(update, ctx, number(ctx.args, 0))


async def begin_with(update: Update, ctx: Ctx) -> None:
    """Words said with nothing in hand become the beginning of a letter; the question is who it is for. A member's name
    alone says that.

    Raises:
        CannotBeInALetter
    """
    piece = piece_of(update)
    found = await ctx.finder.find(piece.text)
    if piece.attachment is None and found.members and may_call_someone(without_title(piece.text)):
        await ctx.begin(WHOM)
        await look_for(ctx, piece)
    else:
        await begin_with_pieces(ctx, [piece], found.alike)


async def begin_with_pieces(ctx: Ctx, pieces: Sequence[Piece], alike: Sequence[Member] = ()) -> None:
    """A letter that has words already, but nobody it is for. ``alike``: whom they mention."""
    await ctx.begin(WHOM, {"pieces": [piece.packed() for piece in pieces], "album": pieces[-1].album})
    await ask_whom(ctx, alike)


# --- half-way ---------------------------------------------------------------------------------------------------------


async def _begin(ctx: Ctx, wanted: dict[str, Any]) -> None:
    """Start, unless a letter with words in it is half-way: then ask what to do with that one first."""
    half = await ctx.under_way(KIND)
    if half is not None and half.draft.get("pieces"):
        ctx.dialogue = half
        await ctx.go(half.step, **wanted)
        choice = [[ctx.button("button-go-on-writing", "write-resume"), ctx.button("button-write-anew", "write-anew")]]
        await ctx.say("write-half-written", count=len(half.draft["pieces"]), buttons=choice)
        return
    if half is not None:
        await dialogues.end(ctx.tx, half.id)
    await _begin_anew(ctx, wanted)


async def _begin_anew(ctx: Ctx, wanted: dict[str, Any]) -> None:
    await ctx.begin(WHOM)
    if wanted["wanted_kind"] is not None:
        if wanted["wanted"]:
            await ctx.go(WHOM, pieces=[Piece(wanted["wanted"]).packed()])
        await addressed(ctx, None, LetterKind(wanted["wanted_kind"]), in_place=False)
    elif wanted["wanted_id"] is not None:
        await addressed(ctx, wanted["wanted_id"], in_place=False)
    elif wanted["wanted"]:
        await look_for(ctx, Piece(wanted["wanted"]))
    else:
        await ask_whom(ctx)


async def resume_pressed(_: Update, ctx: Ctx) -> None:
    """Go on with the letter that is half-way; words that came with the command go in as well."""
    assert ctx.dialogue is not None
    step, said = ctx.dialogue.step, ctx.draft.get("wanted", "")
    await ctx.go(step, wanted="")
    if said and not may_call_someone(without_title(said)):
        # The preview that is shown lacks them: its button must not send what nobody has looked over.
        step = TEXT if step == PREVIEW else step
        await keep(ctx, Piece(said), step)
    await ASK[step](ctx)


async def anew_pressed(_: Update, ctx: Ctx) -> None:
    """Throw the half-written one away, for that was the question."""
    assert ctx.dialogue is not None
    wanted = {"wanted": "", "wanted_id": None, "wanted_kind": None}
    wanted |= {name: ctx.draft[name] for name in wanted if name in ctx.draft}
    await dialogues.end(ctx.tx, ctx.dialogue.id)
    await _begin_anew(ctx, wanted)


# --- edited while it is written ---------------------------------------------------------------------------------------


async def edited_in_draft(ctx: Ctx, edited: Piece) -> bool:
    """A message that is in a half-written letter was edited: the draft follows. False when it is in none.

    Raises:
        LetterIsTooLong
        CannotGoAnonymously
    """
    for kind in WITH_PIECES:
        half = await ctx.under_way(kind)
        pieces = replaced([Piece.unpacked(each) for each in half.draft.get("pieces", [])], edited) if half else None
        if half is not None and pieces is not None:
            await _amend(ctx, half, pieces)
            return True
    return False


async def _amend(ctx: Ctx, half: dialogues.Dialogue, pieces: Sequence[Piece]) -> None:
    check(pieces, ctx.house.mailbox)
    if half.draft.get("anonymous"):
        check_anonymous(pieces)
    amended = await dialogues.amend(ctx.tx, half, half.draft | {"pieces": [each.packed() for each in pieces]})
    if half.step == PREVIEW:
        ctx.dialogue = amended
        await ask_preview(ctx)
    else:
        await ctx.say("draft-is-changed")
