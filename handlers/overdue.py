"""/overdue: who is behind, for the office and the people of a unit, and reminding them."""

from telegram import Update

from handlers.context import Ctx
from handlers.steps import number, only_number
from services import figures
from services.organisers import OrganiserHasNoUnit
from services.overdue import NotYoursToRemind
from services.totals import Scope
from texts import Text


async def command(_: Update, ctx: Ctx) -> None:
    await _list(ctx, 0)


async def page_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the page, from 0 on."""
    await _list(ctx, number(ctx.args, 0))


async def _list(ctx: Ctx, page: int) -> None:
    await figures.ask(ctx.tx, figures.OVERDUE, ctx.person.id, scope=figures.packed(await _scope(ctx)), page=page)
    await _say(ctx, Text("figures-asked-list"))


async def _say(ctx: Ctx, text: Text) -> None:
    """Over a list a line that vanishes is enough; a command is answered with a message."""
    if ctx.pressed:
        ctx.toast(text.key, **text.args)
    else:
        await ctx.say(text.key, **text.args)


async def _scope(ctx: Ctx) -> Scope:
    """Raises: OrganiserHasNoUnit."""
    scope = await figures.scope_of(ctx.tx, ctx.person.id, ctx.person.roles)
    if scope is None:
        raise OrganiserHasNoUnit
    return scope


async def remind_all_pressed(_: Update, ctx: Ctx) -> None:
    await figures.ask(ctx.tx, figures.REMIND, ctx.person.id, scope=figures.packed(await _scope(ctx)))
    ctx.toast("overdue-being-reminded")


async def remind_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the member's number.

    Raises: NotYoursToRemind.
    """
    member_id = only_number(ctx.args)
    if not await figures.may_see(ctx.tx, await _scope(ctx), member_id):
        raise NotYoursToRemind
    await figures.ask(ctx.tx, figures.REMIND, ctx.person.id, scope=figures.packed(Scope(member_id=member_id)))
    ctx.toast("overdue-being-reminded")
