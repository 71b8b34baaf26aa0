"""/report: the yearly summary as it stands, the member's own words to it, and the Word file."""

from telegram import Update

from handlers.context import Ctx
from handlers.steps import Prompt, begin_again, number, put, words
from services import yearly_summary
from services.forms import Desk
from services.outbox import Button, Buttons
from services.summary_handing import hand_in
from services.yearly_summary import Summary
from texts import Text

SHORT, MOST_DEEDS = 600, 8
"""Characters of the member's words, and deeds, in the message."""


async def command(_: Update, ctx: Ctx) -> None:
    """``/report``: this year's; in January and February last year's can be chosen."""
    await put(ctx, _shown(ctx, await _of(ctx, ctx.today.year)))


async def year_pressed(_: Update, ctx: Ctx) -> None:
    await put(ctx, _shown(ctx, await _of(ctx, _year(ctx))))


def _year(ctx: Ctx) -> int:
    """The year of the pressed button: this one or the last."""
    return ctx.today.year - 1 if number(ctx.args, 0) == ctx.today.year - 1 else ctx.today.year


async def _of(ctx: Ctx, year: int) -> Summary:
    house = ctx.house
    return await yearly_summary.of_member(ctx.tx, ctx.member, year, house.scheme, house.committee.zone)


def _shown(ctx: Ctx, summary: Summary) -> Prompt:
    year = summary.year
    other = year - 1 if year == ctx.today.year else ctx.today.year
    lines = [Text("summary-line", what=what, figure=figure) for what, figure in summary.figures]
    deeds = [Text("summary-deeds-are", lines=list(summary.deeds[:MOST_DEEDS]))] if summary.deeds else []
    written = Text("summary-words-are", words=summary.words[:SHORT]) if summary.words else Text("summary-no-words")
    handed = Text("summary-was-handed-in", at=summary.handed_in_at) if summary.handed_in_at else ""
    text = Text("summary-shown", year=str(year), lines=lines, deeds=deeds, written=written, handed=handed)
    file = Button("summary-button-file", f"report-file:{year}")
    return Prompt(
        text,
        [
            [Button("summary-button-write", f"report-write:{year}"), file],
            *(_hand_in(year) if summary.words else []),
            [Button("summary-button-year", f"report-year:{other}", args={"year": str(other)})],
        ],
    )


def _hand_in(year: int) -> Buttons:
    """The diary is the member's own: it goes along only where they say so."""
    return [
        [
            Button("summary-button-hand-in", f"report-hand-in:{year}"),
            Button("summary-button-hand-in-both", f"report-hand-in:{year}:diary"),
        ]
    ]


async def hand_in_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the year, and ``diary`` where that goes along."""
    desk = Desk(ctx.house.scheme, ctx.house.committee)
    with_diary = "diary" in ctx.args[1:]
    receipt = await hand_in(ctx.tx, ctx.member, _year(ctx), desk, with_diary=with_diary)
    to = receipt.unit or Text("form-by-office")
    await ctx.revise("summary-receipt", year=str(_year(ctx)), at=receipt.at, to=to)


async def file_pressed(_: Update, ctx: Ctx) -> None:
    summary = await _of(ctx, _year(ctx))
    paper = yearly_summary.paper(summary, ctx.member, ctx.house.committee.name)
    await ctx.say("summary-file", year=str(summary.year), paper=paper)


async def write_pressed(_: Update, ctx: Ctx) -> None:
    await begin_again(ctx, "summary.words", {"year": _year(ctx)})
    await ask_words(ctx)


async def ask_words(ctx: Ctx) -> None:
    cancel = [[ctx.button("button-cancel", "summary-cancel")]]
    await ctx.say("summary-ask-words", year=str(ctx.draft["year"]), buttons=cancel)


async def take_words(update: Update, ctx: Ctx) -> None:
    year = ctx.draft["year"]
    await yearly_summary.write(ctx.tx, ctx.member, year, words(update))
    await ctx.finish()
    await put(ctx, _shown(ctx, await _of(ctx, year)))
