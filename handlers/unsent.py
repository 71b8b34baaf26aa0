"""Words that a letter takes no more, for it was handed over, settled or withdrawn meanwhile: what has happened is said,
and they stay at hand for another letter: as an answer to its writer, or as the reason for handing that one over. And
words that came without saying what they answer: one of the letters, or one of a department's tasks."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from telegram import Update

from domain.letter_pieces import Piece, attachments, parts, whole_text
from domain.letters import Letter
from domain.refusals import MovedOn, Refusal
from handlers.context import Ctx
from handlers.letter_pieces import piece_of
from handlers.reply_offers import offer
from handlers.routing import DESKS, OFFICE
from handlers.steps import only_number
from handlers.writing_words import keep, kept
from services import letter_access as access
from services import tasks
from services.letter_course import look_at
from services.letter_post import topic_of
from services.outbox import Button
from services.tasks import Task
from storage import dialogues
from texts import Text

KIND = "unsent"
WORDS = f"{KIND}.words"
HANDING_OVER, GOING_BACK = "handover", "handback"
"""What a reason was for."""
_GOES_BY = {None: "unsent-to", HANDING_OVER: "unsent-reason", GOING_BACK: ""}
"""The button that takes the words to another letter."""
NONE = 0
"""In the place of the letter that takes no more words: nobody has said which one is meant."""
_SHOWN = 1000
"""Characters of the words that are shown again: they stand in the chat."""
_OFFERED = 5
"""Other letters at once, and as many tasks."""


@asynccontextmanager
async def or_keep(
    ctx: Ctx, letter_id: int, pieces: Sequence[Piece], reason_for: str | None = None
) -> AsyncIterator[None]:
    """Say what became of the letter, and keep the words of who dealt with it. ``reason_for``: what they explain."""
    try:
        yield
    except MovedOn as refusal:
        if not ctx.person.roles & DESKS:
            raise
        await _keep(ctx, letter_id, pieces, refusal, reason_for)


async def _keep(ctx: Ctx, letter_id: int, pieces: Sequence[Piece], refusal: Refusal, reason_for: str | None) -> None:
    in_hand = ctx.dialogue
    if in_hand is not None and in_hand.kind == KIND and in_hand.draft["letter"] == letter_id:
        # More of an album, or of what was said in return to the same message.
        if any([await keep(ctx, piece, WORDS) for piece in pieces]):
            await ask_words(ctx)
        return
    if in_hand is not None and in_hand.draft.get("letter") == letter_id:
        await ctx.finish()
    album = pieces[-1].album if pieces else None
    packed = [each.packed() for each in pieces]
    await ctx.begin(WORDS, {"letter": letter_id, "pieces": packed, "album": album, "reason_for": reason_for})
    # What waited before waits on: this is asked first.
    ctx.finished = False
    ctx.because = Text(refusal.text, **refusal.args_of_text)
    await ask_words(ctx)


async def offered(update: Update, ctx: Ctx) -> bool:
    """Who deals with letters or tasks writes without saying to which: they are asked. False when nothing lies with
    them.

    Raises:
        CannotBeInALetter
    """
    if not ctx.person.roles & (DESKS - OFFICE):
        return False
    if not await access.lying_with(ctx.tx, ctx.person, 1) and not await tasks.waiting(ctx.tx, ctx.person):
        return False
    piece = piece_of(update)
    await ctx.begin(WORDS, {"letter": NONE, "pieces": [piece.packed()], "album": piece.album})
    await ask_words(ctx)
    return True


async def ask_words(ctx: Ctx) -> None:
    """The words again, and the letters and tasks they might go to instead."""
    pieces = kept(ctx)
    open_tasks = await _tasks(ctx)
    to = [
        [ctx.button("button-letter", _GOES_BY[_reason_for(ctx)], each.id, number=each.number, topic=topic_of(each))]
        for each in await _others(ctx)
    ]
    words = parts(whole_text(pieces), _SHOWN)
    attached = Text("attached", count=count) if (count := len(attachments(pieces))) else ""
    key = _question(ctx, letters=len(to), open_tasks=len(open_tasks))
    to += [_task_button(ctx, each, is_only=key == "words-for-a-task") for each in open_tasks]
    await ctx.say(
        key,
        title=open_tasks[0].brief.content.title if open_tasks else "",
        text=words[0] if words else Text("see-attachments"),
        more="……" if len(words) > 1 else "",
        attached=attached,
        buttons=[*to, [ctx.button("button-not-needed", "unsent-cancel")]],
    )


def _question(ctx: Ctx, *, letters: int, open_tasks: int) -> str:
    """The key of what is asked about the words, by how many may get them."""
    if not letters and not open_tasks:
        return "words-unsent-nowhere"
    if ctx.draft["letter"] != NONE:
        return "reason-unsent" if _reason_for(ctx) else "words-unsent"
    if not open_tasks:
        return "words-for-a-letter"
    return "words-for-a-task" if (letters, open_tasks) == (0, 1) else "words-for-one-of-these"


def _task_button(ctx: Ctx, task: Task, *, is_only: bool) -> list[Button]:
    label, named = ("task-button-answer", {}) if is_only else ("button-task", {"title": task.brief.content.title})
    return [ctx.button(label, "unsent-task", task.assignment.id, **named)]


async def _tasks(ctx: Ctx) -> Sequence[Task]:
    """Only for words of which nobody has said what they answer."""
    return (await tasks.waiting(ctx.tx, ctx.person))[:_OFFERED] if ctx.draft["letter"] == NONE else []


def _reason_for(ctx: Ctx) -> str | None:
    found: str | None = ctx.draft.get("reason_for")
    return found


async def _others(ctx: Ctx) -> list[Letter]:
    """A letter goes back for reasons of its own alone."""
    if _reason_for(ctx) == GOING_BACK:
        return []
    lying = await access.lying_with(ctx.tx, ctx.person, _OFFERED + 1)
    return [each for each in lying if each.id != ctx.draft["letter"]][:_OFFERED]


async def take_words(update: Update, ctx: Ctx) -> None:
    """More of them."""
    if await keep(ctx, piece_of(update), WORDS):
        await ask_words(ctx)


async def to_pressed(_: Update, ctx: Ctx) -> None:
    """They become an answer to another letter, to be looked at before it goes out. Argument: the letter."""
    assert ctx.dialogue is not None
    letter = await look_at(ctx.tx, only_number(ctx.args), ctx.person)
    pieces = kept(ctx)
    await dialogues.end(ctx.tx, ctx.dialogue.id)
    await offer(ctx, letter.id, pieces)
