"""/plan: what is coming, by month: the scheme's calendar and dates, the person's own activities and booked talks."""

import calendar
from datetime import date
from typing import Any

from telegram import Update

from domain.activities import Activity, Attendance
from domain.receptions import Slot
from handlers.context import Ctx
from handlers.steps import StepIsPast
from services import plan
from services.activity_words import span, standing
from services.calendar_files import of_plan
from services.outbox import Button, Buttons
from services.plan import Line, Plan, Talks, readers
from services.receptions import described
from texts import Text

YEARS_AROUND = 1
"""How far the buttons lead from the present year."""
LONGEST_LINE = 60
MOST_TALKS = 30


async def plan_command(_: Update, ctx: Ctx) -> None:
    """``/plan``: this month."""
    await _show_month(ctx, ctx.today.replace(day=1))


async def month_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the month, 2026-03."""
    await _show_month(ctx, _month(ctx))


def _month(ctx: Ctx) -> date:
    """Raises: StepIsPast."""
    try:
        month = date.fromisoformat(f"{ctx.args[0] if ctx.args else ''}-01")
    except ValueError:
        raise StepIsPast from None
    if abs(month.year - ctx.today.year) > YEARS_AROUND:
        raise StepIsPast
    return month


async def _show_month(ctx: Ctx, first: date) -> None:
    seen = await plan.of_month(ctx.tx, ctx.person, ctx.house.rules, first.year, first.month)
    around = {"plan-button-before": _by_months(first, -1), "plan-button-after": _by_months(first, 1)}
    turns = [
        Button(label, f"plan-month:{month:%Y-%m}", args={"month": month.month})
        for label, month in around.items()
        if abs(month.year - ctx.today.year) <= YEARS_AROUND
    ]
    buttons: Buttons = [
        turns,
        [Button("plan-button-year", f"plan-year:{first.year}"), Button("plan-button-ics", f"plan-ics:{first.year}")],
        [Button("plan-button-events", "do-events"), Button("plan-button-reception", "do-reception")],
    ]
    await ctx.revise(_text(ctx, "month"), year=str(first.year), month=first.month, buttons=buttons, **_said(ctx, seen))


def _by_months(first: date, by: int) -> date:
    months = first.year * 12 + first.month - 1 + by
    return date(months // 12, months % 12 + 1, 1)


def _year(ctx: Ctx) -> int:
    """Raises: StepIsPast."""
    typed = ctx.args[0] if ctx.args else ""
    year = int(typed) if typed.isascii() and typed.isdigit() and len(typed) == 4 else 0
    if abs(year - ctx.today.year) > YEARS_AROUND:
        raise StepIsPast
    return year


async def year_pressed(_: Update, ctx: Ctx) -> None:
    """The whole year. Argument: the year."""
    year = _year(ctx)
    seen = await plan.of_year(ctx.tx, ctx.person, ctx.house.rules, year)
    month = ctx.today if ctx.today.year == year else date(year, 1, 1)
    back = [Button("plan-button-month", f"plan-month:{month:%Y-%m}"), Button("plan-button-ics", f"plan-ics:{year}")]
    await ctx.revise(_text(ctx, "year"), year=str(year), buttons=[back], **_said(ctx, seen))


async def ics_pressed(_: Update, ctx: Ctx) -> None:
    """The whole year as a calendar file. Argument: the year."""
    year = _year(ctx)
    seen = await plan.of_year(ctx.tx, ctx.person, ctx.house.rules, year)
    await ctx.say("plan-ics", year=str(year), paper=of_plan(seen, ctx.tx.now))


def _text(ctx: Ctx, of: str) -> str:
    """A constituent's plan has nothing of the committee's."""
    return f"plan-{of}" if readers(ctx.person) else f"plan-own-{of}"


# --- its words --------------------------------------------------------------------------------------------------------


def _said(ctx: Ctx, seen: Plan) -> dict[str, Any]:
    zone = ctx.house.committee.zone
    mine: list[Text] = [
        Text("plan-activity", title=activity.title, when=span(activity.begins_at, activity.ends_at, zone),
             place=activity.place, standing=_standing(ctx, activity, attendance))
        for activity, attendance in seen.activities
    ]  # fmt: skip
    dates = [Text("plan-date", day=on, title=each.title) for on, each in seen.dates]
    lines = [_line(line) for line in seen.lines]
    transferred = Text("plan-is-transferred", of=str(seen.of), year=str(seen.year)) if seen.is_transferred else ""
    return {
        "mine": mine or Text("plan-nothing"),
        "talks": _talks(ctx, seen.talks),
        "dates": dates or Text("plan-nothing"),
        "lines": [*lines, *([transferred] if lines and transferred else [])] or Text("plan-nothing"),
    }


def _talks(ctx: Ctx, talks: Talks) -> Text | str:
    """The booked talks of both sides; nothing where there are none and none is offered."""
    lines = [_talk(ctx, slot) for slot in talks.all[:MOST_TALKS]]
    if (more := len(talks.all) - MOST_TALKS) > 0:
        lines.append(Text("plan-talks-more", count=more))
    if talks.free:
        lines.append(Text("plan-talks-free", count=talks.free))
    return Text("plan-talks", lines=lines) if lines else ""


def _talk(ctx: Ctx, slot: Slot) -> Text:
    """With whom: a member sees who comes and what about."""
    over = Text("plan-is-over") if slot.ends_at <= ctx.tx.now else ""
    said = described(slot, ctx.house.rules)
    if slot.booking is None or slot.booking.person_id == ctx.person.id:
        return Text("plan-talk-mine", slot=said, over=over)
    return Text("plan-talk-held", slot=said, name=slot.booking.name, topic=slot.booking.topic, over=over)


def _standing(ctx: Ctx, activity: Activity, attendance: Attendance) -> Text:
    return Text("plan-is-over") if activity.ends_at <= ctx.tx.now else standing(attendance)


def _line(line: Line) -> Text:
    event = line.event
    key = "plan-line-mine" if line.is_mine else "plan-line"
    return Text(key, when=_months(event.begins, event.ends), title=event.title[:LONGEST_LINE], who=event.who)


def _months(begins: date, ends: date) -> Text:
    """Whole months are named as such."""
    is_whole = begins.day == 1 and ends.day == calendar.monthrange(ends.year, ends.month)[1]
    if not is_whole:
        return Text("plan-days", begins=begins, ends=ends)
    if (begins.year, begins.month) == (ends.year, ends.month):
        return Text("plan-one-month", month=begins.month)
    return Text("plan-months", begins=begins.month, ends=ends.month)
