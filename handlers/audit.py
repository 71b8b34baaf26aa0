"""/audit: who of the office did what, the newest first."""

import re
from collections.abc import Collection

from telegram import Update

from handlers.context import Ctx
from handlers.steps import number
from services import audit
from services.audit import NEWEST, Line
from services.outbox import Button
from texts import Text


async def audit_command(_: Update, ctx: Ctx) -> None:
    await _show(ctx, NEWEST)


async def page_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the row that the page is before."""
    await _show(ctx, number(ctx.args, 0))


async def _show(ctx: Ctx, before_id: int) -> None:
    lines, next_id = await audit.page(ctx.tx, before_id)
    more = [[Button("button-more", does=f"audit-page:{next_id}")]] if next_id else []
    if not lines:
        await ctx.revise("audit-empty")
        return
    await ctx.revise("audit-page", lines=[_line(ctx, line) for line in lines], buttons=more)


def _line(ctx: Ctx, line: Line) -> Text:
    who: str | Text = line.who or Text("audit-nobody" if line.who is not None else "audit-command-line")
    return Text("audit-line", at=line.at, who=who, what=words_for(line.action, ctx.house.texts.keys))


def words_for(action: str, keys: Collection[str]) -> Text:
    """press:triage-to → its own words, those of all that begins with triage, or those for anything."""
    about = re.split(r"[-.]", action.rpartition(":")[2])[0]
    tried = ("audited-" + re.sub(r"[:.]", "-", action), f"audited-about-{about}")
    return Text(next((key for key in tried if key in keys), "audited-other"))
