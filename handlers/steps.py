"""What the steps of dialogues have in common: a question, words for an answer, a button that may be late."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from telegram import Update

from domain.refusals import MovedOn, Refusal
from handlers.context import Ctx
from handlers.typed import typed
from services.outbox import Buttons
from storage import dialogues
from texts import Text


class WordsAreWanted(Refusal):
    """A sticker, a photo or a poll where a text is asked for."""

    text = "answer-in-words"


class StepIsPast(Refusal):
    """A button of an earlier step of the dialogue in hand."""

    text = "step-is-over"


@dataclass(frozen=True)
class Prompt:
    """A question, and the answers that can be pressed."""

    text: Text
    buttons: Buttons = ()


def words(update: Update) -> str:
    """What the person wrote.

    Raises:
        WordsAreWanted
    """
    message = update.effective_message
    text = typed(message) if message else ""
    if not text:
        raise WordsAreWanted
    return text


def number(args: Sequence[str], place: int) -> int:
    """A button's argument as a number; 0, which nothing has, when it is none."""
    typed = args[place] if place < len(args) else ""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else 0


def only_number(args: Sequence[str]) -> int:
    """The number that is a button's one argument; 0 when there is more or less."""
    return number(args, 0) if len(args) == 1 else 0


async def begin_again(ctx: Ctx, step: str, draft: dict[str, Any]) -> None:
    """Start a dialogue of a single step; an unanswered one of its kind gives way, for nothing was typed in it."""
    waiting = await ctx.under_way(step.partition(".")[0])
    if waiting is not None:
        await dialogues.end(ctx.tx, waiting.id)
    await ctx.begin(step, draft)


async def cancel(_: Update, ctx: Ctx) -> None:
    """The dialogue in hand is given up."""
    await ctx.finish()
    await ctx.revise("cancelled")


@asynccontextmanager
async def or_give_up(ctx: Ctx) -> AsyncIterator[None]:
    """Say what has become of what the dialogue is about, and end it."""
    try:
        yield
    except MovedOn as refusal:
        await ctx.finish()
        await ctx.say(refusal.text, **refusal.args_of_text)


def must_stand_at(ctx: Ctx, *steps: str) -> None:
    """Refuse a button of a step that is answered already: pressed twice, or an old one.

    Raises:
        StepIsPast
    """
    if ctx.dialogue is None or ctx.dialogue.step not in steps:
        raise StepIsPast


async def put(ctx: Ctx, prompt: Prompt, *, because: Text | None = None, anew: bool = False) -> None:
    """Ask: in the message whose button was pressed, or in a new one. ``because`` goes before the question."""
    text = Text("said-and-asked", said=because, asked=prompt.text) if because else prompt.text
    show = ctx.say if anew else ctx.revise
    await show(text.key, buttons=prompt.buttons, **text.args)
