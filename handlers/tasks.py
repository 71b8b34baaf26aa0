"""/tasks: a department's tasks, answered in chat; the office accepts or returns an answer, or makes a one-time link."""

from telegram import Update

from domain.briefs import check_part
from handlers.brief_work import calendar
from handlers.briefs import cancel_button
from handlers.context import Ctx
from handlers.letter_over import or_give_up
from handlers.steps import begin_again, number, words
from services import brief_views as views
from services import brief_work as work
from services import tasks
from services.brief_work import office_buttons, task_buttons
from services.outbox import Button
from storage import assignments

ANSWER, RETURN = "briefwork.answer", "briefwork.answer-return"


async def tasks_command(_: Update, ctx: Ctx) -> None:
    """``/tasks``: what waits for the department, then what is done."""
    found = await tasks.mine(ctx.tx, ctx.person)
    lines = [views.task_line(each.assignment, each.brief, ctx.today) for each in found]
    buttons = [
        [Button("brief-button-title", f"task:{each.assignment.id}", args={"title": each.brief.content.title})]
        for each in found
    ]
    if found:
        await ctx.say("tasks-listed", lines=lines, buttons=buttons)
    else:
        await ctx.say("tasks-none")


async def task_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the task."""
    task = await tasks.get(ctx.tx, number(ctx.args, 0), ctx.person)
    *before, last = views.for_department(task.brief, task.assignment)
    for message in before:
        await ctx.say(message.key, **message.args)
    buttons = task_buttons(task.assignment) if task.assignment.waits else ()
    await ctx.say(last.key, buttons=buttons, **last.args)


async def answer_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the task."""
    task = await tasks.to_answer(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, ANSWER, {"task": task.assignment.id})
    await ask_answer(ctx)


async def ask_answer(ctx: Ctx) -> None:
    task = await tasks.get(ctx.tx, ctx.draft["task"], ctx.person)
    await ctx.say("task-answer-now", title=task.brief.content.title, buttons=cancel_button(ctx))


async def take_answer(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        answered = await tasks.answer(ctx.tx, ctx.draft["task"], ctx.person, check_part(words(update)))
        await ctx.finish()
        await ctx.say("task-answered", unit=answered.unit)


# --- the office -------------------------------------------------------------------------------------------------------


async def accept_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the task."""
    brief, task = await work.accept_answer(ctx.tx, number(ctx.args, 0), ctx.person)
    await ctx.say("task-accepted", unit=task.unit, title=brief.content.title, buttons=office_buttons(brief))


async def return_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the task."""
    task = await work.check_may_review(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, RETURN, {"task": task.id})
    await ask_why(ctx)


async def ask_why(ctx: Ctx) -> None:
    task = await assignments.get(ctx.tx, ctx.draft["task"])
    assert task is not None
    await ctx.say("task-return-why", unit=task.unit, buttons=cancel_button(ctx))


async def take_why(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        due_on = calendar(ctx).due(ctx.today)
        task = await work.return_answer(ctx.tx, ctx.draft["task"], ctx.person, words(update), due_on)
        await ctx.finish()
        await ctx.say("task-sent-back", unit=task.unit, due=due_on)


async def link_pressed(_: Update, ctx: Ctx) -> None:
    """A link for a department without an account. Argument: the task."""
    days = ctx.house.briefs.link_valid_days
    link, task = await tasks.make_link(ctx.tx, number(ctx.args, 0), ctx.person, ctx.house.page_url, days)
    await ctx.say("task-link-made", unit=task.unit, days=str(days))
    # A message of its own, so that it can be passed on as it is.
    await ctx.say(
        "task-link-to-forward", committee=ctx.house.committee.name, unit=task.unit, due=task.due_on, link=link
    )
