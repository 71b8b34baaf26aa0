"""/studios: members' studios with address and whose; organisers add and close them."""

from telegram import Update

from handlers.context import Ctx
from handlers.routing import ORGANISERS
from handlers.steps import begin_again, only_number, words
from services import organisers, studios
from services.outbox import Button, Buttons
from storage.studios import Studio
from texts import Text

LINE = "studio.line"
MOST = 30


async def studios_command(_: Update, ctx: Ctx) -> None:
    listed = (await studios.listed(ctx.tx))[:MOST]
    close: Buttons = [
        [Button("studio-button-close", f"studio-close:{one.id}", args={"name": one.name})]
        for one in listed
        if ctx.person.roles & ORGANISERS and await studios.may_close(ctx.tx, one, ctx.person)
    ]
    add = [[Button("studio-button-add", "studio-add")]] if ctx.person.roles & ORGANISERS else []
    lines = [Text("studio-line", studio=_described(one)) for one in listed] or Text("studios-none")
    await ctx.revise("studios-list", lines=lines, buttons=[*close, *add])


def _described(studio: Studio) -> Text:
    whose = studio.member or studio.unit or Text("activity-by-office")
    return Text("studio-described", name=studio.name, address=studio.address, whose=whose)


async def add_pressed(_: Update, ctx: Ctx) -> None:
    await organisers.own_unit(ctx.tx, ctx.person)
    await begin_again(ctx, LINE, {})
    await ask_line(ctx)


async def ask_line(ctx: Ctx) -> None:
    await ctx.say("studio-what", buttons=[[ctx.button("button-cancel", "studio-cancel")]])


async def take_line(update: Update, ctx: Ctx) -> None:
    studio = await studios.add(ctx.tx, words(update), ctx.person, ctx.today)
    await ctx.finish()
    await ctx.say("studio-is-added", studio=_described(studio), buttons=[[Button("studio-button-all", "do-studios")]])


async def close_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the studio."""
    studio = await studios.close(ctx.tx, only_number(ctx.args), ctx.person, ctx.today)
    await ctx.revise("studio-is-closed", name=studio.name)
