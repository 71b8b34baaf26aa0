"""A dialogue about a letter, a brief or an objection that meanwhile went its own way."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from domain.briefs import BriefHasMovedOn, BriefNotFound, NothingToJudge, StepIsNeeded, TaskHasMovedOn, TaskNotFound
from domain.letters import (
    LetterIsClosed,
    LetterIsNotSettled,
    LetterIsWithAnother,
    LetterNotFound,
    LetterWasReturned,
    LetterWasWithdrawn,
    NotYourLetter,
)
from domain.matters import LetterIsMerged
from domain.objections import NothingToObjectTo, ObjectionIsDecided, ObjectionIsMade, ObjectionsAreOver
from domain.publications import NoConsent
from domain.records import RecordEndedLongAgo, WriterHasIt
from domain.talks import PickUnknown
from domain.triage import LetterIsForOffice, LetterIsTaken
from handlers.context import Ctx

OVER = (
    LetterIsClosed,
    LetterIsNotSettled,
    LetterIsWithAnother,
    LetterIsTaken,
    LetterIsForOffice,
    LetterIsMerged,
    LetterWasReturned,
    LetterWasWithdrawn,
    LetterNotFound,
    NotYourLetter,
    BriefHasMovedOn,
    BriefNotFound,
    StepIsNeeded,
    TaskHasMovedOn,
    TaskNotFound,
    NothingToJudge,
    NoConsent,
    RecordEndedLongAgo,
    WriterHasIt,
    NothingToObjectTo,
    ObjectionIsDecided,
    ObjectionIsMade,
    ObjectionsAreOver,
    PickUnknown,
)


@asynccontextmanager
async def or_give_up(ctx: Ctx) -> AsyncIterator[None]:
    """Say that the letter was settled, handed over or opened again, and end the dialogue.

    Any other refusal lets a person try again. These would hold them fast, refusing whatever they say next.
    """
    try:
        yield
    except OVER as refusal:
        await ctx.finish()
        await ctx.say(refusal.text, **refusal.args_of_text)
