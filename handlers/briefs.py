"""/brief: what a person has to do with briefs, one of them with what may be done to it, and the office's decision."""

from collections.abc import Sequence

from telegram import Update

from domain import briefs as rules
from domain.assignments import Assignment
from domain.briefs import AssignmentState, Brief, BriefState
from domain.people import Role
from handlers.brief_writing import begin_writing
from handlers.context import Ctx
from handlers.steps import begin_again, number, or_give_up, words
from services import brief_views as views
from services import briefs
from services.brief_papers import paper
from services.brief_work import office_buttons
from services.outbox import Button, Buttons, Envelope, Lane, Media, media_of, tell
from services.tasks import review_buttons
from storage import answer_files, assignments
from storage import briefs as rows

RETURN = "briefwork.return"


async def brief_command(_: Update, ctx: Ctx) -> None:
    """``/brief``: the list; ``/brief 标题`` begins one."""
    if ctx.rest and ctx.person.roles & {Role.MEMBER, Role.OFFICE}:
        await begin_writing(ctx, title=rules.check_title(" ".join(ctx.rest.split())))
    else:
        await _list(ctx, briefs.NEWEST)


async def list_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the brief before which the page begins."""
    await _list(ctx, number(ctx.args, 0) or briefs.NEWEST)


async def _list(ctx: Ctx, before_id: int) -> None:
    found = await briefs.listed(ctx.tx, ctx.person, before_id)
    shown = found[: briefs.LISTED]
    may_write = bool(ctx.person.roles & {Role.MEMBER, Role.OFFICE})
    buttons = [
        *([Button("brief-button-title", f"brief:{each.id}", args={"title": each.content.title})] for each in shown),
        *([[Button("button-older", f"brief-list:{shown[-1].id}")]] if found[briefs.LISTED :] else []),
        *([[Button("brief-button-new", "brief-new")]] if may_write else []),
    ]
    if shown:
        await ctx.say("briefs-listed", lines=[views.line(each) for each in shown], buttons=buttons)
    else:
        await ctx.say("briefs-none", buttons=buttons)


# --- one brief --------------------------------------------------------------------------------------------------------


async def brief_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the brief."""
    await show(ctx, await briefs.to_see(ctx.tx, number(ctx.args, 0), ctx.person))


async def show(ctx: Ctx, brief: Brief) -> None:
    *before, last = await views.whole(ctx.tx, brief, ctx.person)
    for message in before:
        await ctx.say(message.key, **message.args)
    await ctx.say(last.key, buttons=await _buttons(ctx, brief), **last.args)


async def _buttons(ctx: Ctx, brief: Brief) -> Buttons:
    of, roles = brief.id, ctx.person.roles
    found: list[Sequence[Button]] = []
    if brief.author_id == ctx.person.id and rules.may_be_written(brief):
        found.append(
            [Button("brief-button-hand-in", f"brief-hand-in:{of}"), Button("brief-button-edit", f"brief-edit:{of}")]
        )
    if Role.OFFICE in roles and briefs.may_see(brief, ctx.person) and brief.state in briefs.OF_OFFICE:
        found += office_buttons(brief)
        for task in await assignments.of_brief(ctx.tx, of):
            found += _task_buttons(task)
    elif Role.LEADER in roles and rules.may_follow(brief, BriefState.INSTRUCTED) and brief.state in briefs.OF_LEADERS:
        found.append([Button("brief-button-instruct", f"brief-instruct:{of}")])
    files = [Button("button-show-attachments", f"brief-files:{of}")] if await _media(ctx, brief) else []
    return [*found, [Button("brief-button-paper", f"brief-paper:{of}"), *files]]


def _task_buttons(task: Assignment) -> Buttons:
    if task.waits:
        return [[Button("task-button-link-for", f"task-link:{task.id}", args={"unit": task.unit})]]
    return review_buttons(task) if task.state is AssignmentState.ANSWERED else []


async def paper_pressed(_: Update, ctx: Ctx) -> None:
    """The brief as a Word file. Argument: the brief."""
    brief = await briefs.to_see(ctx.tx, number(ctx.args, 0), ctx.person)
    document = await paper(ctx.tx, brief, ctx.house.committee)
    await ctx.say("brief-file", title=brief.content.title, paper=document)


async def files_pressed(_: Update, ctx: Ctx) -> None:
    """Its attachments, and those of the departments' answers. Argument: the brief."""
    media = await _media(ctx, await briefs.to_see(ctx.tx, number(ctx.args, 0), ctx.person))
    if not media:
        ctx.toast("letter-has-no-attachments")
    await tell(ctx.tx, ctx.person.id, None, media=media, envelope=Envelope(lane=Lane.ANSWER))


async def _media(ctx: Ctx, brief: Brief) -> list[Media]:
    own = [Media(kind, file_id) for kind, file_id in await rows.files(ctx.tx, brief.id)]
    return [*own, *media_of(await answer_files.of_brief(ctx.tx, brief.id))]


async def hand_in_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the brief."""
    brief = await briefs.hand_in(ctx.tx, number(ctx.args, 0), ctx.person, ctx.house.committee)
    await ctx.say("brief-handed-in", title=brief.content.title, number=briefs.number_of(brief))


# --- the office -------------------------------------------------------------------------------------------------------


async def accept_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the brief."""
    brief = await briefs.accept(ctx.tx, number(ctx.args, 0), ctx.person)
    await ctx.say("brief-accepted", title=brief.content.title, buttons=office_buttons(brief))


async def return_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the brief."""
    brief = await briefs.of_office(ctx.tx, number(ctx.args, 0), ctx.person)
    rules.send_back(brief, "")
    await begin_again(ctx, RETURN, {"brief": brief.id})
    await ask_why(ctx)


async def ask_why(ctx: Ctx) -> None:
    brief = await rows.get(ctx.tx, ctx.draft["brief"])
    assert brief is not None
    await ctx.say("brief-return-why", title=brief.content.title, buttons=cancel_button(ctx))


async def take_why(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        brief = await briefs.send_back(ctx.tx, ctx.draft["brief"], ctx.person, words(update))
        await ctx.finish()
        await ctx.say("brief-sent-back", title=brief.content.title)


def cancel_button(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-cancel", "briefwork-cancel")]]
