"""/quota: what a member has done this year and still owes, in text bars and as a picture."""

from telegram import Update

from handlers.context import Ctx
from handlers.steps import Prompt, put
from services import confirmations, quota
from services.outbox import Button, Buttons
from services.quota_words import picture, progress_text

BUTTONS: Buttons = [
    [Button("quota-button-picture", "quota-picture")],
    [Button("visit-button-log", "visit-new"), Button("visit-button-list", "visit-list:0")],
    [Button("contact-button-list", "contacts")],
]


async def command(_: Update, ctx: Ctx) -> None:
    await _show(ctx)


async def pressed(_: Update, ctx: Ctx) -> None:
    await _show(ctx)


async def _show(ctx: Ctx) -> None:
    scheme = ctx.house.scheme
    standing = await quota.progress_of(ctx.tx, ctx.member, scheme, ctx.today)
    counts = await quota.counts_of_year(ctx.tx, ctx.member, scheme, ctx.today)
    first, last = scheme.began(ctx.today.year), scheme.ends(ctx.today.year)
    said = await confirmations.counted(ctx.tx, ctx.member, first, last)
    await put(ctx, Prompt(progress_text(standing, scheme, counts, said), BUTTONS), anew=True)


async def pressed_picture(_: Update, ctx: Ctx) -> None:
    scheme = ctx.house.scheme
    standing = await quota.progress_of(ctx.tx, ctx.member, scheme, ctx.today)
    counts = await quota.counts_of_year(ctx.tx, ctx.member, scheme, ctx.today)
    await ctx.say("quota-picture-caption", year=str(standing.year), picture=picture(standing, scheme, counts))
