"""``/stats``: a section for each audience; whoever belongs to several sees several."""

from collections.abc import Awaitable, Callable

from telegram import Update

from domain.people import Role
from handlers.context import Ctx
from handlers.routing import EVERYONE, may
from services import statistics
from services.outbox import Button
from texts import Text


async def _public(ctx: Ctx) -> Text:
    return await statistics.public_section(ctx.tx, ctx.house.committee.zone)


Section = Callable[[Ctx], Awaitable[Text]]

SECTIONS: tuple[tuple[frozenset[Role], Section], ...] = ((EVERYONE, _public),)
"""Whose section, and what it says; a message each, in this order."""


async def stats_command(_: Update, ctx: Ctx) -> None:
    *before, last = [await say(ctx) for who, say in SECTIONS if may(ctx.person.roles, who)]
    for section in before:
        await ctx.say(section.key, **section.args)
    await ctx.say(last.key, **last.args, buttons=[[Button("menu-write", "do-write")]])
