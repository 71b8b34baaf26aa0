"""/pool: a constituent joins the representatives' pool (群众代表库), by consent, or leaves it."""

import hashlib

from telegram import Update

from domain.pool import AlreadyInPool
from domain.refusals import Refusal
from handlers.context import Ctx
from handlers.steps import StepIsPast, begin_again, must_stand_at, only_number, words
from services import contacts, pool
from services.buttons import in_pairs
from services.outbox import Button, Buttons
from storage import people
from texts import Text

SECTOR, TOWNSHIP = "pool.sector", "pool.township"
LONGEST_NAME = 20


class PoolNameIsTooLong(Refusal):
    """A sector or a township. Argument: ``limit``, as text."""

    text = "pool-name-too-long"


async def pool_command(_: Update, ctx: Ctx) -> None:
    """``/pool``: what it is, and whether this person is in it."""
    mine = await pool.of_person(ctx.tx, ctx.person)
    if mine is None:
        await ctx.revise("pool-what-it-is", buttons=[[Button("pool-button-agree", "pool-join")]])
        return
    leave = [[Button("pool-button-leave", f"pool-leave:{mine.id}")]]
    await ctx.revise("pool-you-are-in", sector=mine.sector, township=mine.township, buttons=leave)


async def join_pressed(_: Update, ctx: Ctx) -> None:
    """同意加入: which sector, which township?"""
    if await pool.of_person(ctx.tx, ctx.person) is not None:
        raise AlreadyInPool
    await begin_again(ctx, SECTOR, {})
    await ask_sector(ctx)


def _cancel(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-cancel", "pool-cancel")]]


async def ask_sector(ctx: Ctx) -> None:
    sectors = [sector for sector in await people.sectors(ctx.tx) if sector]
    buttons = [ctx.button("activity-button-of-unit", "pool-sector", _tag(name), unit=name) for name in sectors]
    none = [ctx.button("pool-no-sector", "pool-sector", "none")]
    await ctx.revise("pool-which-sector", buttons=[*in_pairs(buttons), none, *_cancel(ctx)])


def _tag(name: str) -> str:
    """A sector in a button: a name may be too long for Telegram's 64 bytes."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]


async def sector_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the sector's tag, or none."""
    must_stand_at(ctx, SECTOR)
    typed = ctx.args[0] if ctx.args else ""
    if typed == "none":
        await _sector(ctx, ctx.house.texts.plain(ctx.house.committee.language, Text("pool-no-sector")))
        return
    sector = next((name for name in await people.sectors(ctx.tx) if name and _tag(name) == typed), None)
    if sector is None:
        raise StepIsPast
    await _sector(ctx, sector)


async def take_sector(update: Update, ctx: Ctx) -> None:
    await _sector(ctx, _name(words(update)))


def _name(typed: str) -> str:
    """Raises: PoolNameIsTooLong."""
    name = contacts.read_line(typed)
    if len(name) > LONGEST_NAME:
        raise PoolNameIsTooLong(limit=str(LONGEST_NAME))
    return name


async def _sector(ctx: Ctx, sector: str) -> None:
    await ctx.go(TOWNSHIP, sector=sector)
    await ask_township(ctx)


async def ask_township(ctx: Ctx) -> None:
    await ctx.revise("pool-which-township", sector=ctx.draft["sector"], buttons=_cancel(ctx))


async def take_township(update: Update, ctx: Ctx) -> None:
    township, sector = _name(words(update)), ctx.draft["sector"]
    if await pool.of_person(ctx.tx, ctx.person) is None:
        await pool.join(ctx.tx, ctx.person, sector, township)
    await ctx.finish()
    await ctx.say("pool-joined", sector=sector, township=township)


async def leave_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: this person's place in the pool."""
    mine = await pool.of_person(ctx.tx, ctx.person)
    if mine is not None and mine.id != only_number(ctx.args):
        raise StepIsPast
    await pool.leave(ctx.tx, ctx.person)
    await ctx.revise("pool-left", buttons=[[Button("pool-button-agree", "pool-join")]])
