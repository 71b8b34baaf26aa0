"""/write, from the signature on: in whose name, the words in as many messages as it takes, a look at the whole, out."""

from typing import Any

from telegram import Update

from domain.anonymity import CannotGoAnonymously, betraying, names_its_writer, without_betraying
from domain.letter_kinds import LetterKind
from domain.letter_pieces import Piece, TooManyAttachments, attachments, check, check_whole, parts, whole_text
from domain.letters import Desk
from handlers.context import Ctx
from handlers.letter_pieces import piece_of
from handlers.steps import StepIsPast, must_stand_at, number
from services import letters
from services.letter_parties import addressee_named, holder_named
from services.letter_post import go_on_button
from services.letters import NewLetter, Receipt
from services.outbox import About, Button, Buttons
from texts import Text

KIND = "writing"
NAME, TEXT, PREVIEW = f"{KIND}.name", f"{KIND}.text", f"{KIND}.preview"


# --- the draft --------------------------------------------------------------------------------------------------------


def kept(ctx: Ctx) -> list[Piece]:
    """What has been written so far."""
    return [Piece.unpacked(packed) for packed in ctx.draft.get("pieces", [])]


async def keep(ctx: Ctx, piece: Piece, step: str) -> bool:
    """Put a message into the draft, and be at this step. False when there is nothing (more) to say about it.

    An album comes in pieces, and is answered once.

    Raises:
        LetterIsTooLong
        TooManyAttachments
    """
    pieces = [*kept(ctx), piece]
    try:
        check(pieces, ctx.house.mailbox)
    except TooManyAttachments as refusal:
        if piece.album is None:
            raise
        await _refuse_rest_of_album(ctx, piece.album, refusal)
        return False
    is_later_piece = piece.album is not None and piece.album == ctx.draft.get("album")
    await ctx.go(step, pieces=[each.packed() for each in pieces], album=piece.album)
    return not is_later_piece


async def _refuse_rest_of_album(ctx: Ctx, album: str, refusal: TooManyAttachments) -> None:
    if ctx.draft.get("refused_album") == album:
        return
    assert ctx.dialogue is not None
    await ctx.go(ctx.dialogue.step, refused_album=album)
    await ctx.say(refusal.text, **refusal.args_of_text)


def new_letter(ctx: Ctx) -> NewLetter:
    """The letter that the draft would become."""
    assert ctx.dialogue is not None
    return NewLetter(ctx.draft["to"], ctx.draft["anonymous"], kept(ctx), ctx.dialogue.id, _kind(ctx))


def _kind(ctx: Ctx) -> LetterKind:
    return LetterKind(ctx.draft["kind"])


async def _whom(ctx: Ctx) -> Text:
    return await addressee_named(ctx.tx, ctx.draft["to"], _kind(ctx))


# --- in whose name ----------------------------------------------------------------------------------------------------


async def ask_name(ctx: Ctx, whom: Text | None = None, *, in_place: bool = False) -> None:
    """With the name, or without? ``in_place`` of the question before, so that its buttons are gone."""
    signatures = [
        ctx.button("button-named", "write-as", "named"),
        ctx.button("button-anonymous", "write-as", "anonymous"),
    ]
    choice = [signatures, [ctx.button("button-cancel", "write-cancel")]]
    whom = whom or await _whom(ctx)
    say = ctx.revise if in_place else ctx.say
    await say("write-named-or-anonymous", whom=whom, name=ctx.person.name, buttons=choice)


async def take_name(update: Update, ctx: Ctx) -> None:
    """Someone writes on before they have chosen: nothing of it is lost."""
    if await keep(ctx, piece_of(update), NAME):
        ctx.because = Text("write-kept-before-name")
        await ask_name(ctx)


async def as_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: named or anonymous. It may be changed as long as the text is being written."""
    must_stand_at(ctx, NAME, TEXT)
    is_anonymous, pieces = ctx.args[:1] == ("anonymous",), kept(ctx)
    if is_anonymous and betraying(pieces):
        if ctx.args[1:2] != ("without",):
            await _ask_to_leave_out(ctx, betraying(pieces))
            return
        pieces = without_betraying(pieces)
    await ctx.go(TEXT, anonymous=is_anonymous, pieces=[piece.packed() for piece in pieces])
    await ask_text(ctx, in_place=True)


async def _ask_to_leave_out(ctx: Ctx, count: int) -> None:
    """What would tell who wrote is left out when its writer says so, and not before."""
    choice = [
        [ctx.button("button-leave-out", "write-as", "anonymous", "without")],
        [ctx.button("button-named", "write-as", "named"), ctx.button("button-cancel", "write-cancel")],
    ]
    await ctx.revise("write-leave-out", count=count, buttons=choice)


def signature(ctx: Ctx) -> Text:
    return Text("button-anonymous") if ctx.draft["anonymous"] else Text("writer-named", name=ctx.person.name)


# --- the words --------------------------------------------------------------------------------------------------------


def _writing_buttons(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-done", "write-done"), ctx.button("button-cancel", "write-cancel")]]


async def ask_text(ctx: Ctx, *, in_place: bool = False) -> None:
    """The letter itself; what is there already counts."""
    say = ctx.revise if in_place else ctx.say
    if pieces := kept(ctx):
        await say("write-piece-kept", count=len(pieces), buttons=_writing_buttons(ctx))
        return
    whom = await _whom(ctx)
    key = "write-text-now-anonymous" if ctx.draft["anonymous"] else "write-text-now"
    await say(key, whom=whom, signed=signature(ctx), buttons=_writing_buttons(ctx))


async def take_text(update: Update, ctx: Ctx) -> None:
    """One more message of the letter; one sent over the preview goes in as well."""
    piece = piece_of(update)
    if ctx.draft.get("anonymous") and betraying([piece]):
        await _keep_words(ctx, piece)
    elif await keep(ctx, piece, TEXT):
        await ask_text(ctx)


async def _keep_words(ctx: Ctx, piece: Piece) -> None:
    """Of a video or a file that would tell who wrote, the words beside it.

    Raises:
        CannotGoAnonymously: there are none.
    """
    words = without_betraying([piece])
    if not words:
        raise CannotGoAnonymously(count=1)
    await keep(ctx, words[0], TEXT)
    await ctx.say("words-are-kept-without-file", buttons=_writing_buttons(ctx))


async def done_pressed(_: Update, ctx: Ctx) -> None:
    """All is written: show the whole.

    Raises:
        LetterIsEmpty
    """
    must_stand_at(ctx, TEXT, PREVIEW)
    check_whole(kept(ctx), ctx.house.mailbox)
    await ctx.go(PREVIEW)
    await ask_preview(ctx)


async def more_pressed(_: Update, ctx: Ctx) -> None:
    """Back from the preview to writing."""
    must_stand_at(ctx, PREVIEW, TEXT)
    await ctx.go(TEXT)
    await ask_text(ctx)


# --- the whole, and out it goes ---------------------------------------------------------------------------------------


async def ask_preview(ctx: Ctx) -> None:
    """The letter as it will go out, whole, with the buttons under its end."""
    pieces = kept(ctx)
    first, *more = parts(whole_text(pieces))
    whom = await _whom(ctx)
    words = {
        "whom": whom,
        "signed": signature(ctx),
        "count": len(attachments(pieces)),
        "text": first or Text("no-words"),
    }
    messages = [Text("write-preview", **words), *(Text("write-preview-continued", text=part) for part in more)]
    *before, last = messages
    if ctx.draft["anonymous"] and names_its_writer(whole_text(pieces), ctx.person.name):
        before = [Text("write-preview-names-you"), *before]
    for message in before:
        await ctx.say(message.key, **message.args)
    await ctx.say(last.key, **last.args, buttons=_preview_buttons(ctx))


def _preview_buttons(ctx: Ctx) -> Buttons:
    return [
        [ctx.button("button-submit", "write-submit"), ctx.button("button-cancel", "write-cancel")],
        [ctx.button("button-add-more", "write-more")],
    ]


async def submit_pressed(update: Update, ctx: Ctx) -> None:
    """Out it goes. Pressed again, the same number is the answer.

    Raises:
        StepIsPast: the letter was cancelled.
    """
    draft_id = number(ctx.args, 0)
    draft = await ctx.take_in_hand(draft_id)
    if draft is None or draft.kind != KIND:
        await _say_submitted_before(ctx, draft_id)
    elif draft.step != PREVIEW:
        # More was written since this preview: it is shown again before anything goes out.
        await done_pressed(update, ctx)
    else:
        result = await letters.submit(ctx.tx, ctx.person, new_letter(ctx), ctx.house.mailbox, ctx.house.committee)
        await ctx.finish()
        await _say_submitted(ctx, result)


async def _say_submitted(ctx: Ctx, result: Receipt) -> None:
    about = About(result.letter.id)
    buttons = [[go_on_button(result.letter), Button("menu-letters", "do-letters")]]
    said: dict[str, Any] = {"number": result.letter.number, "holder": result.holder.named}
    if result.is_held:
        await ctx.revise("letter-submitted-held", about=about, number=result.letter.number, buttons=buttons)
        return
    if result.away is not None:
        absent = await holder_named(ctx.tx, Desk(result.away.member_id))
        said |= {"absent": absent, "until": result.away.until_on}
        await ctx.revise("letter-submitted-member-away", about=about, buttons=buttons, **said)
        return
    key = "letter-submitted" if result.holder.is_reached else "letter-submitted-member-absent"
    await ctx.revise(key, about=about, buttons=buttons, **said)


async def _say_submitted_before(ctx: Ctx, draft_id: int) -> None:
    before = await letters.submitted_before(ctx.tx, ctx.person, draft_id)
    if before is None:
        raise StepIsPast
    ctx.toast("letter-submitted-before", number=before.letter.number, holder=before.holder.named)
