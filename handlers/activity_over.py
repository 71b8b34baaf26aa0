"""A dialogue about an activity, order or slot that meanwhile went its own way."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from domain.activities import (
    ActivityHasBegun,
    ActivityIsCancelled,
    ActivityIsNotYours,
    ActivityUnknown,
    NothingToTakeLeaveOf,
    NotInvited,
)
from domain.receptions import SlotIsPast, SlotIsTaken, SlotUnknown
from handlers.context import Ctx
from services.rounds import Rules

OVER = (
    ActivityHasBegun,
    ActivityIsCancelled,
    ActivityIsNotYours,
    ActivityUnknown,
    NothingToTakeLeaveOf,
    NotInvited,
    SlotIsPast,
    SlotIsTaken,
    SlotUnknown,
)


def rules(ctx: Ctx) -> Rules:
    """What the committee has set, as services want it."""
    house = ctx.house
    return Rules(house.scheme, house.reminders, house.committee.zone, house.workdays)


@asynccontextmanager
async def or_give_up(ctx: Ctx) -> AsyncIterator[None]:
    """Say what has happened to it, and end the dialogue: any other refusal lets a person try again."""
    try:
        yield
    except OVER as refusal:
        await ctx.finish()
        await ctx.say(refusal.text, **refusal.args_of_text)
