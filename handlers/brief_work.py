"""A brief's way in chat: a leader's instruction, the departments, the office's own result, the result carried back."""

import re
from datetime import date

from telegram import Update

from domain.briefs import check_part
from domain.days import parse_day_ahead
from domain.people import Role
from domain.refusals import Refusal
from handlers.briefs import cancel_button
from handlers.context import Ctx
from handlers.steps import StepIsPast, begin_again, must_stand_at, number, or_give_up, words
from services import brief_feedback
from services import brief_work as work
from services.brief_work import Calendar, Given
from services.briefs import open_button
from services.buttons import in_pairs
from services.outbox import Button, Buttons
from storage import briefs as rows
from storage import units
from texts import Text

LEADER, INSTRUCTION, DEPARTMENTS, DAY, RESULT = (
    f"briefwork.{step}" for step in ("leader", "instruction", "departments", "day", "result")
)
DEPARTMENT_KIND = "department"


class DepartmentNameIsLong(Refusal):
    """Argument: ``limit``."""

    text = "brief-department-name-is-long"


class DayIsUnclear(Refusal):
    """Argument: ``typed``."""

    text = "brief-day-is-unclear"


async def _title(ctx: Ctx) -> str:
    brief = await rows.get(ctx.tx, ctx.draft["brief"])
    assert brief is not None
    return brief.content.title


# --- 批示 -------------------------------------------------------------------------------------------------------------


async def leaders_pressed(_: Update, ctx: Ctx) -> None:
    """Show it to the leaders. Argument: the brief."""
    reached = await work.to_leaders(ctx.tx, number(ctx.args, 0), ctx.person)
    await ctx.say("brief-shown-to-leaders", count=str(reached))


async def instruct_pressed(_: Update, ctx: Ctx) -> None:
    """A leader writes an instruction, or the office keys one in. Argument: the brief."""
    brief = await work.check_may_instruct(ctx.tx, number(ctx.args, 0), ctx.person)
    is_leader = Role.LEADER in ctx.person.roles
    await begin_again(ctx, INSTRUCTION if is_leader else LEADER, {"brief": brief.id})
    await (ask_instruction if is_leader else ask_leader)(ctx)


async def ask_leader(ctx: Ctx) -> None:
    await ctx.say("brief-which-leader", title=await _title(ctx), buttons=cancel_button(ctx))


async def take_leader(update: Update, ctx: Ctx) -> None:
    await ctx.go(INSTRUCTION, leader=work.check_leader(words(update)))
    await ask_instruction(ctx)


async def ask_instruction(ctx: Ctx) -> None:
    await ctx.say("brief-instruction-now", title=await _title(ctx), buttons=cancel_button(ctx))


async def take_instruction(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        leader = ctx.draft.get("leader", "")
        brief = await work.instruct(ctx.tx, ctx.draft["brief"], ctx.person, words(update), leader)
        await ctx.finish()
        is_office = Role.OFFICE in ctx.person.roles
        buttons = work.office_buttons(brief) if is_office else ()
        await ctx.say("brief-instruction-kept", title=brief.content.title, buttons=buttons)


# --- 交办 -------------------------------------------------------------------------------------------------------------


async def assign_pressed(_: Update, ctx: Ctx) -> None:
    """To which departments? Argument: the brief."""
    brief = await work.check_may_assign(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, DEPARTMENTS, {"brief": brief.id, "units": []})
    await ask_departments(ctx)


async def ask_departments(ctx: Ctx) -> None:
    known = await work.departments(ctx.tx)
    chosen = ctx.draft["units"]
    choice = [
        ctx.button(
            "brief-button-chosen" if unit.id in chosen else "brief-button-unit", "assign-to", unit.id, unit=unit.name
        )
        for unit in known
    ]
    new = ctx.draft.get("new")
    add = [[ctx.button("brief-button-new-unit", "assign-new", unit=new)]] if new else []
    done = [[ctx.button("button-done", "assign-done")]] if chosen else []
    rows_: Buttons = in_pairs(choice)
    names = "、".join(unit.name for unit in known if unit.id in chosen)
    said = Text("brief-chosen-units", units=names) if names else ""
    buttons = [*rows_, *add, *done, *cancel_button(ctx)]
    await ctx.revise("brief-which-departments", title=await _title(ctx), chosen=said, buttons=buttons)


async def take_departments(update: Update, ctx: Ctx) -> None:
    """Names, one or several; one that nobody knows may be added."""
    known = {unit.name: unit.id for unit in await work.departments(ctx.tx)}
    chosen, new = list(ctx.draft["units"]), None
    for name in filter(None, (" ".join(part.split()) for part in re.split("[、，,；;\n]", words(update)))):
        if name in known:
            chosen.append(known[name])
        elif len(name) > work.LONGEST_NAME:
            raise DepartmentNameIsLong(limit=work.LONGEST_NAME)
        else:
            new = name
    await ctx.go(DEPARTMENTS, units=sorted(set(chosen)), new=new)
    await ask_departments(ctx)


async def to_pressed(_: Update, ctx: Ctx) -> None:
    """Choose a department, or take it back. Argument: the department."""
    must_stand_at(ctx, DEPARTMENTS)
    unit_id = number(ctx.args, 0)
    if unit_id not in {unit.id for unit in await work.departments(ctx.tx)}:
        raise StepIsPast
    await ctx.go(DEPARTMENTS, units=sorted(set(ctx.draft["units"]) ^ {unit_id}))
    await ask_departments(ctx)


async def new_unit_pressed(_: Update, ctx: Ctx) -> None:
    """The department just typed is entered."""
    must_stand_at(ctx, DEPARTMENTS)
    name = ctx.draft.get("new")
    if not name:
        raise StepIsPast
    unit = await units.add(ctx.tx, name, DEPARTMENT_KIND)
    await ctx.go(DEPARTMENTS, units=sorted({*ctx.draft["units"], unit.id}), new=None)
    await ask_departments(ctx)


async def done_pressed(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, DEPARTMENTS)
    if not ctx.draft["units"]:
        raise work.NoDepartmentChosen
    await ctx.go(DAY)
    await ask_day(ctx)


async def ask_day(ctx: Ctx) -> None:
    due = calendar(ctx).due(ctx.today)
    settings = ctx.house.briefs
    usual = ctx.button("brief-button-usual-day", "assign-due", day=due, days=settings.answer_within_workdays)
    await ctx.say("brief-which-day", title=await _title(ctx), buttons=[[usual], *cancel_button(ctx)])


def calendar(ctx: Ctx) -> Calendar:
    return Calendar(ctx.house.briefs, ctx.house.committee.zone, ctx.house.workdays)


async def take_day(update: Update, ctx: Ctx) -> None:
    typed = words(update)
    day = parse_day_ahead(typed, ctx.today)
    if day is None:
        raise DayIsUnclear(typed=typed[:20])
    await _assign(ctx, work.check_day(day, ctx.today))


async def due_pressed(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, DAY)
    await _assign(ctx, calendar(ctx).due(ctx.today))


async def _assign(ctx: Ctx, due_on: date) -> None:
    async with or_give_up(ctx):
        given = await work.assign(ctx.tx, ctx.draft["brief"], ctx.person, ctx.draft["units"], due_on, ctx.today)
        title = await _title(ctx)
        await ctx.finish()
        lines = [_given_line(each) for each in given]
        links = [
            [Button("task-button-link-for", f"task-link:{each.task.id}", args={"unit": each.task.unit})]
            for each in given
        ]
        await ctx.revise("brief-assigned", title=title, due=due_on, lines=lines, buttons=links)


def _given_line(given: Given) -> Text:
    key = "brief-given-reached" if given.reached else "brief-given-not-reached"
    return Text(key, unit=given.task.unit)


# --- without a department, and back to the writers --------------------------------------------------------------------


async def conclude_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the brief."""
    brief = await work.check_may_conclude(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, RESULT, {"brief": brief.id})
    await ask_result(ctx)


async def ask_result(ctx: Ctx) -> None:
    await ctx.say("brief-result-now", title=await _title(ctx), buttons=cancel_button(ctx))


async def take_result(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        brief = await work.conclude(ctx.tx, ctx.draft["brief"], ctx.person, check_part(words(update)))
        await ctx.finish()
        await ctx.say("brief-result-kept", title=brief.content.title, buttons=work.office_buttons(brief))


async def carry_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the brief."""
    brief, count = await brief_feedback.carry_back(ctx.tx, number(ctx.args, 0), ctx.person)
    key = "brief-carried-back" if count else "brief-carried-back-to-nobody"
    told = {"count": str(count)} if count else {}
    await ctx.say(key, title=brief.content.title, buttons=open_button(brief), **told)  # type: ignore[arg-type]  # arguments of the text
