"""/tasks: a department's tasks, answered in chat; the office accepts or returns an answer, or makes a one-time link."""

from telegram import Update

from domain.answer_files import MOST_FILES, AnswerFile, TooManyFiles, of_chat
from domain.answer_files import check as check_files
from domain.briefs import check_part
from domain.letter_pieces import attachments, whole_text
from handlers.albums import is_to_be_answered
from handlers.brief_work import calendar
from handlers.briefs import cancel_button
from handlers.context import Ctx
from handlers.letter_pieces import piece_of
from handlers.steps import StepIsPast, begin_again, must_stand_at, number, only_number, or_give_up, words
from handlers.writing_words import kept
from services import brief_views as views
from services import brief_work as work
from services import tasks
from services.brief_work import office_buttons, task_buttons
from services.outbox import Button, Buttons, Envelope, Lane, tell
from storage import assignments, dialogues
from texts import Text

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
    files = len(await tasks.files(ctx.tx, task.assignment.id, ctx.person))
    *before, last = views.for_department(task.brief, task.assignment, files)
    for message in before:
        await ctx.say(message.key, **message.args)
    await ctx.say(last.key, buttons=task_buttons(task.assignment, files=files), **last.args)


async def files_pressed(_: Update, ctx: Ctx) -> None:
    """What goes with the brief. Argument: the task."""
    media = await tasks.files(ctx.tx, number(ctx.args, 0), ctx.person)
    if not media:
        ctx.toast("letter-has-no-attachments")
        return
    await tell(ctx.tx, ctx.person.id, None, media=media, envelope=Envelope(lane=Lane.ANSWER))


async def answer_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the task."""
    task = await tasks.to_answer(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, ANSWER, {"task": task.assignment.id})
    await ask_answer(ctx)


async def ask_answer(ctx: Ctx) -> None:
    task = await tasks.get(ctx.tx, ctx.draft["task"], ctx.person)
    count = len(ctx.draft.get("files", ()))
    files = Text("task-files-so-far", count=count) if count else ""
    text, title = ctx.draft.get("words", ""), task.brief.content.title
    key = "task-answer-in-hand" if text else "task-answer-now"
    await ctx.say(key, title=title, text=text, files=files, buttons=_answer_buttons(ctx))


def _answer_buttons(ctx: Ctx) -> Buttons:
    submit = [[ctx.button("button-submit", "task-submit")]] if ctx.draft.get("words") else []
    return [*submit, *cancel_button(ctx)]


async def take_answer(update: Update, ctx: Ctx) -> None:
    """Files are kept, with what is written under them; words alone are the end of the answer."""
    piece = piece_of(update)
    said = "\n".join(part for part in (ctx.draft.get("words", ""), piece.text) if part)
    check_part(said)
    if piece.attachment is None:
        await _submit(ctx, said)
        return
    file = of_chat(piece.attachment)
    files = [*ctx.draft.get("files", ()), [file.kind, file.name, file.file_id]]
    if len(files) > MOST_FILES:
        raise TooManyFiles(limit=MOST_FILES)
    await ctx.go(ANSWER, files=files, words=said)
    message = update.effective_message
    if message is not None and await is_to_be_answered(ctx, message):
        await ctx.say("task-file-kept" if said else "task-file-kept-now-words", buttons=_answer_buttons(ctx))


async def words_pressed(_: Update, ctx: Ctx) -> None:
    """Words typed without saying what they answer become an answer, to be looked at before it goes out. Argument: the
    task.

    Raises:
        TaskNotFound, TaskHasMovedOn, PartIsTooLong, FileIsNotTaken, TooManyFiles: the words stay where they are.
    """
    assert ctx.dialogue is not None
    task = await tasks.to_answer(ctx.tx, only_number(ctx.args), ctx.person)
    pieces = kept(ctx)
    said = check_part(whole_text(pieces))
    files = [of_chat(attached) for attached in attachments(pieces)]
    check_files(files)
    await dialogues.end(ctx.tx, ctx.dialogue.id)
    packed = [[file.kind, file.name, file.file_id] for file in files]
    await begin_again(ctx, ANSWER, {"task": task.assignment.id, "words": said, "files": packed})
    await ask_answer(ctx)


async def submit_pressed(_: Update, ctx: Ctx) -> None:
    """What is in hand is the answer."""
    must_stand_at(ctx, ANSWER)
    if not ctx.draft.get("words"):
        raise StepIsPast
    await _submit(ctx, ctx.draft["words"])


async def _submit(ctx: Ctx, said: str) -> None:
    files = [AnswerFile(kind, name, file_id) for kind, name, file_id in ctx.draft.get("files", ())]
    async with or_give_up(ctx):
        answered = await tasks.answer(ctx.tx, ctx.draft["task"], ctx.person, said, files)
        await ctx.finish()
        await ctx.say("task-answered", unit=answered.unit, count=len(files))


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
