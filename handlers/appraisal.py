"""/appraisal: points of the year, what each rests on; the list for the office, leaders and people of a unit."""

from telegram import Update

from domain.people import Role
from domain.totals import EARLIEST, PeriodKind, PeriodUnknown, parse_period
from handlers.context import Ctx
from handlers.steps import number
from services import appraisal, appraisal_words, figures
from services.appraisal import AppraisalIsNotYours, Bench, Sheet
from services.organisers import OrganiserHasNoUnit
from services.outbox import Button
from services.totals import Scope


def bench(ctx: Ctx) -> Bench:
    return Bench(ctx.house.rules, ctx.house.appraisal)


async def command(_: Update, ctx: Ctx) -> None:
    """``/appraisal``, or of a year: ``/appraisal 2025``. A member's own at once; a list when it is counted."""
    year = await _year(ctx)
    scope = await appraisal.scope_of(ctx.tx, ctx.person)
    if scope is None and ctx.membership is None:
        raise OrganiserHasNoUnit
    if ctx.membership is not None and (own := await _own(ctx, year, is_all=scope is None)):
        await _show(ctx, own)
    if scope is not None:
        await _list(ctx, scope, year, 0)


async def _own(ctx: Ctx, year: int, *, is_all: bool) -> Sheet | None:
    """A member's own points; of who came after the year that is shown to others, this year's, unless they asked for it.

    Raises:
        AppraisalIsNotYours: they have none, and that ``is_all`` there is to say.
    """
    try:
        return await appraisal.sheet(ctx.tx, bench(ctx), year, ctx.member.id)
    except AppraisalIsNotYours:
        if not ctx.rest and year != ctx.today.year:
            return await _own(ctx, ctx.today.year, is_all=is_all)
        if is_all:
            raise
    return None


async def _year(ctx: Ctx) -> int:
    """Raises: PeriodUnknown."""
    if not ctx.rest:
        return await appraisal.year_of_interest(ctx.tx, ctx.today)
    period = parse_period(ctx.rest, ctx.today)
    if period.kind is not PeriodKind.YEAR:
        raise PeriodUnknown(words=ctx.rest)
    return period.year


async def list_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the year, the page from 0 on."""
    scope = await appraisal.scope_of(ctx.tx, ctx.person)
    if scope is None:
        raise AppraisalIsNotYours
    await _list(ctx, scope, pressed_year(ctx), number(ctx.args, 1))


async def _list(ctx: Ctx, scope: Scope, year: int, page: int) -> None:
    packed = figures.packed(scope)
    wanted = {"scope": packed, "year": year, "page": page, "roles": sorted(ctx.person.roles)}
    await figures.ask(ctx.tx, figures.APPRAISAL, ctx.person.id, **wanted)
    if ctx.pressed:
        ctx.toast("figures-asked-list")
    else:
        await ctx.say("figures-asked-list")


async def of_pressed(_: Update, ctx: Ctx) -> None:
    """A member's table. Arguments: the year, the member."""
    await _show(ctx, await _pressed_sheet(ctx))


async def _show(ctx: Ctx, sheet: Sheet) -> None:
    is_own = sheet.standing.member.person_id == ctx.person.id
    text = appraisal_words.table(sheet, ctx.house.scheme, is_own=is_own)
    adds = await appraisal_words.add_buttons(ctx.tx, sheet) if Role.OFFICE in ctx.person.roles and not is_own else []
    member_id = str(sheet.standing.member.member_id)
    years = appraisal_words.year_buttons("appraisal-of", member_id, sheet.year, ctx.today)
    await ctx.revise(text.key, buttons=[*appraisal_words.line_buttons(sheet), *adds, years], **text.args)


async def line_pressed(_: Update, ctx: Ctx) -> None:
    """What a line rests on. Arguments: the year, the member, the line's name, the page from 0 on."""
    sheet = await _pressed_sheet(ctx)
    name = ctx.args[2] if len(ctx.args) > 2 else ""
    opened = await appraisal.opened(ctx.tx, bench(ctx), sheet, name, ctx.person)
    text, buttons = await appraisal_words.evidence(ctx.tx, opened, number(ctx.args, 3), ctx.person)
    is_own = sheet.standing.member.person_id == ctx.person.id
    if is_own and sheet.is_open(ctx.today) and opened.objection is None:
        buttons = [[Button("objection-button-new", f"objection-new:{sheet.year}:{name}")], *buttons]
    await ctx.revise(text.key, buttons=buttons, **text.args)


async def _pressed_sheet(ctx: Ctx) -> Sheet:
    """Raises: AppraisalIsNotYours."""
    member_id = number(ctx.args, 1)
    await appraisal.check_may_see(ctx.tx, member_id, ctx.person, ctx.membership)
    return await appraisal.sheet(ctx.tx, bench(ctx), pressed_year(ctx), member_id)


def pressed_year(ctx: Ctx) -> int:
    """The year of a button of ours, or this one."""
    year = number(ctx.args, 0)
    return year if EARLIEST <= year <= ctx.today.year else ctx.today.year
