"""Letters as their writers see them: the list, one letter's course; and messages that go on with a letter."""

from collections.abc import Sequence

from telegram import Message, Update

from domain.briefs import SourceKind
from domain.letter_steps import holds, may_act
from domain.letters import Actor, Grade, Letter
from handlers import visit_lines
from handlers.context import Ctx
from handlers.letter_pieces import piece_of
from handlers.letter_replies import ask_which, go_on, is_asked_about, take_reply
from handlers.said_buttons import is_said, said_of
from handlers.steps import number
from handlers.unsent import or_keep
from handlers.writing import edited_in_draft
from services import answer_reviews, letter_edits, letter_notes, letters
from services import letter_access as access
from services.letter_course import opened
from services.letter_post import (
    grade_buttons,
    holder_buttons,
    note_button,
    office_buttons,
    returned_buttons,
    topic_of,
    wish_buttons,
    writer_buttons,
)
from services.letter_views import NEWEST, Page, course, written_by
from services.outbox import About, Button, Buttons, Envelope, Lane, media_of, tell
from services.publications import letter_buttons
from storage import letter_lists
from storage.letter_lists import open_of_writer

_OF_WRITER = ("button-urge", "button-withdraw", "button-solved", *(f"grade-{each.value}" for each in Grade))
"""Buttons that a writer has under a letter."""

# --- lists ------------------------------------------------------------------------------------------------------------


async def letters_command(_: Update, ctx: Ctx) -> None:
    """``/letters``: what one wrote, newest first."""
    page = await written_by(ctx.tx, ctx.person, ctx.house.committee.zone)
    if not page.letters:
        await ctx.say("my-letters-none", buttons=[[Button("menu-write", "do-write")]])
        return
    await ctx.say("my-letters", lines=page.lines, buttons=_list_buttons(page, NEWEST))


async def letters_page_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter before which the page begins."""
    before_id = number(ctx.args, 0) or NEWEST
    page = await written_by(ctx.tx, ctx.person, ctx.house.committee.zone, before_id)
    await ctx.revise("my-letters", lines=page.lines, buttons=_list_buttons(page, before_id))


def _list_buttons(page: Page, before_id: int) -> Buttons:
    newest = [Button("button-newest", f"letters-page:{NEWEST}")] if before_id != NEWEST else []
    older = [Button("button-older", f"letters-page:{page.next}")] if page.next else []
    return [*open_buttons(page.letters), *([[*newest, *older]] if newest or older else [])]


def open_buttons(listed: Sequence[Letter]) -> Buttons:
    """One letter, one button."""
    return [
        [Button("button-letter", f"letter-open:{each.id}", args={"number": each.number, "topic": topic_of(each)})]
        for each in listed
    ]


# --- one letter -------------------------------------------------------------------------------------------------------


async def letter_command(update: Update, ctx: Ctx) -> None:
    """``/letter 编号``: the whole course; without a number the list."""
    if not ctx.rest:
        await letters_command(update, ctx)
        return
    letter = await access.numbered(ctx.tx, ctx.rest, ctx.person, ctx.house.committee)
    await _show(ctx, letter.id)


async def open_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    await _show(ctx, number(ctx.args, 0))


async def _show(ctx: Ctx, letter_id: int) -> None:
    letter, who = await opened(ctx.tx, letter_id, ctx.person)
    seen = await course(ctx.tx, letter, ctx.person)
    *before, last = seen.messages
    about = About(letter.id)
    for message in before:
        await ctx.say(message.key, **message.args, about=about)
    files = [[Button("button-show-attachments", f"letter-files:{letter.id}")]] if seen.attachments else []
    public = await letter_buttons(ctx.tx, letter, ctx.person, ctx.house.channels)
    buttons = [*_next_steps(letter, who), *public, *files, *_identity(letter, who)]
    await ctx.say(last.key, **last.args, about=about, buttons=buttons)
    if (notes := await letter_notes.shown_to(ctx.tx, letter, ctx.person)) is not None:
        await ctx.say(notes.key, **notes.args)


def _identity(letter: Letter, who: Actor) -> Buttons:
    """The office may ask who wrote anonymously."""
    asks = who.is_office and letter.is_anonymous and letter.writer_id != who.person.id
    return [[Button("button-open-identity", f"identity-ask:{letter.id}")]] if asks else []


def _next_steps(letter: Letter, who: Actor) -> Buttons:
    """What this person can do with the letter now."""
    is_writer = letter.writer_id == who.person.id
    if letter.is_over:
        return _under(letter) if is_writer else [[note_button(letter)]]
    mine = _under(letter) if is_writer else []
    if not may_act(letter, who):
        return mine
    buttons = holder_buttons(letter) if holds(letter, who) else office_buttons(letter)
    make = Button("brief-button-make", f"brief-of:{SourceKind.LETTER}:{letter.id}")
    similar = [[Button("button-similar", f"similar:{letter.id}"), make]] if who.member or who.is_office else []
    return [*mine, *buttons, *similar]


async def files_pressed(_: Update, ctx: Ctx) -> None:
    """All attachments of a letter again. Argument: the letter."""
    letter, _who = await opened(ctx.tx, number(ctx.args, 0), ctx.person)
    media = media_of((await course(ctx.tx, letter, ctx.person)).attachments)
    if not media:
        ctx.toast("letter-has-no-attachments")
    envelope = Envelope(lane=Lane.ANSWER, about=About(letter.id))
    await tell(ctx.tx, ctx.person.id, None, media=media, envelope=envelope)


# --- messages that belong to a letter ---------------------------------------------------------------------------------


async def is_reply_to_letter(update: Update, ctx: Ctx) -> bool:
    """Does the message reply to one that shows a letter, or go on with an album that began in one?"""
    return await _meant(update, ctx) is not None


async def reply_taken(update: Update, ctx: Ctx) -> None:
    """Take such a message: from the writer it goes on with the letter, from its holder it answers.

    Raises:
        CannotBeInALetter
        LetterIsWithAnother
        LetterIsClosed
    """
    meant = await _meant(update, ctx)
    piece = piece_of(update)
    if meant is not None and meant.letter_id is not None:
        if is_asked_about(ctx, meant.letter_id):
            # It is what was waited for: an answer, or a question to the writer.
            await take_reply(update, ctx)
        else:
            async with or_keep(ctx, meant.letter_id, [piece]):
                await go_on(ctx, meant.letter_id, [piece])
    elif not await answer_reviews.add_to_album(ctx.tx, ctx.person, piece):
        await letters.add_to_album(ctx.tx, ctx.person, piece)


async def continues(update: Update, ctx: Ctx) -> bool:
    """Take words said with nothing in hand after an answer: they go to the one open letter, or it is asked which.
    False when no letter is under way."""
    under_way = await access.under_way(ctx.tx, ctx.person)
    if len(under_way) == 1:
        await go_on(ctx, under_way[0].id, [piece_of(update)])
    elif under_way:
        await ask_which(ctx, piece_of(update))
    return bool(under_way)


async def said_under_letter(ctx: Ctx, words: str) -> str:
    """What the button of a letter's writer does whose words were typed: 催一下, 已解决, 有帮助 …

    The list of letters where it isn't clear which one is meant; "" when these are no such words.
    """
    if not is_said(ctx, words, _OF_WRITER):
        return ""
    under_way = await open_of_writer(ctx.tx, ctx.person.id, 2)
    newest = await letter_lists.written_by(ctx.tx, ctx.person.id, NEWEST, 1)
    letters_meant = under_way if len(under_way) == 1 else newest if not under_way else []
    buttons = [row for each in letters_meant for row in _under(each)]
    meant = said_of(ctx, words, buttons)
    return meant.does if meant else "do-letters"


def _under(letter: Letter) -> Buttons:
    """For its writer."""
    if letter.is_over:
        return grade_buttons(letter) if letter.is_settled else returned_buttons(letter)
    return [*writer_buttons(letter), *wish_buttons(letter)]


async def may_continue(update: Update, ctx: Ctx) -> bool:
    """As ``continues``, while nobody has answered yet: it may be another matter, so it is asked."""
    found = await open_of_writer(ctx.tx, ctx.person.id, 1)
    if found:
        await ask_which(ctx, piece_of(update))
    return bool(found)


async def edited(update: Update, ctx: Ctx) -> None:
    """An edited message: a letter's other side is told, a draft follows, and it is said when nothing comes of it.

    Raises:
        CannotBeInALetter
        LetterIsTooLong
    """
    piece = piece_of(update)
    if piece.attachment and piece.attachment.kind == "location":
        # A live location moves on by itself; the letter keeps the place that it was sent from.
        return
    edit = await letter_edits.edit(ctx.tx, ctx.person, piece, ctx.house.mailbox)
    if edit is not None:
        over = "letter-edit-for-office" if edit.letter.is_over else "letter-edit-held"
        await ctx.say(over if edit.is_held else "letter-edit-sent", number=edit.letter.number)
    elif await answer_reviews.edit(ctx.tx, ctx.person, piece, ctx.house.mailbox):
        await ctx.say("draft-is-changed")
    elif not await edited_in_draft(ctx, piece) and not await letter_edits.is_kept(ctx.tx, piece):
        await visit_lines.edited(update, ctx)


async def _meant(update: Update, ctx: Ctx) -> access.Meant | None:
    message = update.effective_message
    assert message is not None
    album = message.media_group_id
    if await answer_reviews.has_album(ctx.tx, ctx.person, album):
        return access.Meant(is_album=True)
    replied_to = _replied_to(ctx, message.reply_to_message) if message.reply_to_message else None
    return await access.meant_by(ctx.tx, ctx.person, album, replied_to)


def _replied_to(ctx: Ctx, message: Message) -> access.RepliedTo:
    is_ours = message.from_user is not None and message.from_user.is_bot
    # A reply to a question of a dialogue answers that question, whatever letter it mentions.
    text = (message.text or "") if is_ours and ctx.dialogue is None else ""
    return access.RepliedTo(ctx.chat_id, message.message_id, text)
