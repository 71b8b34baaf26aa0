"""The office makes a year's appraisal known, closes it, or takes it back; each asked once more before it is done."""

from telegram import Update

from domain.talks import ListKind
from handlers.appraisal import bench, pressed_year
from handlers.context import Ctx
from services import appraisals, figures
from services.outbox import Button


async def publish_pressed(_: Update, ctx: Ctx) -> None:
    """What publishing now would mean. Argument: the year."""
    made = await appraisals.plan(ctx.tx, bench(ctx), pressed_year(ctx))
    yes = Button("appraisal-button-publish-yes", f"appraisal-publish-yes:{made.year}")
    year, on, until = str(made.year), made.counted_on, made.until_on
    await ctx.say("appraisal-publish-sure", year=year, on=on, until=until, buttons=[[yes]])


async def publish_yes_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the year."""
    made = await appraisals.plan(ctx.tx, bench(ctx), pressed_year(ctx))
    await figures.ask(ctx.tx, figures.PUBLISH, ctx.person.id, year=made.year)
    await ctx.revise("appraisal-being-published", year=str(made.year))


async def files_pressed(_: Update, ctx: Ctx) -> None:
    """A Word file and tables. Argument: the year."""
    await figures.ask(ctx.tx, figures.FILES, ctx.person.id, year=pressed_year(ctx))
    ctx.toast("figures-asked-list")


async def close_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the year."""
    appraisal = await appraisals.check_may_close(ctx.tx, pressed_year(ctx), ctx.today)
    yes = Button("appraisal-button-close-yes", f"appraisal-close-yes:{appraisal.year}")
    await ctx.say("appraisal-close-sure", year=str(appraisal.year), buttons=[[yes]])


async def close_yes_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the year."""
    appraisal = await appraisals.close(ctx.tx, pressed_year(ctx), ctx.person.id, ctx.today)
    lists = [Button(f"picks-button-{kind}", f"pick-list:{appraisal.year}:{kind}:0") for kind in ListKind]
    await ctx.revise("appraisal-closed", year=str(appraisal.year), buttons=[lists])


async def withdraw_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the year."""
    appraisal = await appraisals.standing(ctx.tx, pressed_year(ctx))
    yes = Button("appraisal-button-withdraw-yes", f"appraisal-withdraw-yes:{appraisal.year}")
    await ctx.say("appraisal-withdraw-sure", year=str(appraisal.year), buttons=[[yes]])


async def withdraw_yes_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the year."""
    appraisal = await appraisals.withdraw(ctx.tx, pressed_year(ctx), ctx.person.id)
    await ctx.revise("appraisal-withdrawn", year=str(appraisal.year))
