"""异议: a member objects to a line of their points, the office decides with a reason."""

from decimal import Decimal

from telegram import Update

from domain.appraisal import shown
from domain.objections import parse_points
from handlers.appraisal import bench, pressed_year
from handlers.context import Ctx
from handlers.steps import begin_again, number, only_number, or_give_up, words
from services import objections
from services.appraisal_words import said_of
from services.objections import Case
from services.outbox import Button
from texts import Text

WORDS, POINTS, REASON = "objection.words", "objectionwork.points", "objectionwork.reason"


# --- the member -------------------------------------------------------------------------------------------------------


async def new_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the year, the line's name."""
    year, name = pressed_year(ctx), ctx.args[1] if len(ctx.args) > 1 else ""
    line = (await objections.to_object(ctx.tx, bench(ctx), year, name, ctx.member)).line(name)
    about = {"title": line.rule.title, "points": shown(line.points)}
    await begin_again(ctx, WORDS, {"year": year, "line": name} | about)
    await ask_words(ctx)


async def ask_words(ctx: Ctx) -> None:
    cancel = [[ctx.button("button-cancel", "objection-cancel")]]
    await ctx.say("objection-words", title=ctx.draft["title"], points=ctx.draft["points"], buttons=cancel)


async def take_words(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        draft = ctx.draft
        await objections.make(ctx.tx, bench(ctx), draft["year"], draft["line"], ctx.member, words(update))
        await ctx.finish()
        await ctx.say("objection-is-in", title=draft["title"])


# --- the office -------------------------------------------------------------------------------------------------------


async def list_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the year."""
    year = pressed_year(ctx)
    cases = await objections.of_year(ctx.tx, year)
    lines = [_line(place, one) for place, one in enumerate(cases, start=1)]
    each = [
        Button("objection-button-one", f"objection:{one.objection.id}", args={"number": str(place)})
        for place, one in enumerate(cases, start=1)
    ]
    rows = [each[at : at + 4] for at in range(0, len(each), 4)]
    await ctx.say("objections-listed" if lines else "objections-none", year=str(year), lines=lines, buttons=rows)


def _line(place: int, one: Case) -> Text:
    verdict = one.objection.verdict
    state = Text(f"objection-state-{verdict.value if verdict else 'waits'}")
    member = one.sheet.standing.member.name
    return Text("objection-entry", place=str(place), name=member, title=one.line.rule.title, state=state)


async def show_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the objection."""
    one = await objections.case(ctx.tx, only_number(ctx.args))
    member, line, year = one.sheet.standing.member, one.line, one.sheet.year
    said = said_of(one.objection)
    rests = Button("objection-button-evidence", f"appraisal-line:{year}:{member.member_id}:{line.rule.name}:0")
    await ctx.say(
        "objection-shown",
        name=member.name,
        year=str(year),
        title=line.rule.title,
        points=shown(line.points),
        said=said,
        buttons=[[rests], *_verdicts(one)],
    )


def _verdicts(one: Case) -> list[list[Button]]:
    if one.objection.decided_at is not None:
        return []
    number = one.objection.id
    uphold = Button("objection-button-uphold", f"objection-uphold:{number}")
    return [[uphold, Button("objection-button-refuse", f"objection-refuse:{number}")]]


async def uphold_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the objection."""
    one = await objections.to_decide(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, POINTS, {"objection": one.objection.id})
    await ask_points(ctx)


async def refuse_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the objection."""
    one = await objections.to_decide(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, REASON, {"objection": one.objection.id})
    await ask_reason(ctx)


async def ask_points(ctx: Ctx) -> None:
    one = await objections.case(ctx.tx, ctx.draft["objection"])
    await ctx.say("objection-points", title=one.line.rule.title, points=shown(one.line.points), buttons=_cancel(ctx))


async def take_points(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        one = await objections.to_decide(ctx.tx, ctx.draft["objection"], ctx.person)
        points = parse_points(words(update), one.line.rule, one.line.points)
        await ctx.go(REASON, points=shown(points))
        await ask_reason(ctx)


async def ask_reason(ctx: Ctx) -> None:
    one = await objections.case(ctx.tx, ctx.draft["objection"])
    points = ctx.draft.get("points")
    verdict = Text("objection-to-uphold", points=points) if points else Text("objection-to-refuse")
    await ctx.say("objection-reason", title=one.line.rule.title, verdict=verdict, buttons=_cancel(ctx))


async def take_reason(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        given = ctx.draft.get("points")
        points = Decimal(given) if given else None
        one = await objections.decide(ctx.tx, ctx.draft["objection"], ctx.person, points, words(update))
        await ctx.finish()
        await ctx.say("objection-decided", name=one.sheet.standing.member.name, title=one.line.rule.title)


def _cancel(ctx: Ctx) -> list[list[Button]]:
    return [[ctx.button("button-cancel", "objectionwork-cancel")]]
