"""A brief as each side sees it, in messages that Telegram takes. No writer of a letter is in any of them."""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.assignments import Assignment
from domain.briefs import Brief, SourceKind, Verdict
from domain.people import Person, Role
from services.briefs import author_of, kind_of, number_of, state_of
from services.letter_views import Block, packed
from storage import assignments, brief_feedback, briefs, letters, matters
from storage.db import Tx
from texts import Text

_AROUND = 80


async def whole(tx: Tx, brief: Brief, viewer: Person) -> list[Text]:
    """For its author, the office and leaders: what it says, and how far it has come."""
    told = {"title": brief.content.title, "number": number_of(brief), "kind": kind_of(brief)}
    head = Text("brief-head", state=state_of(brief), author=await author_of(tx, brief), **told)
    sees_letters = viewer.id == brief.author_id or Role.OFFICE in viewer.roles
    made_of = await _sources(tx, brief) if sees_letters else []
    files = [Text("brief-files", count=str(count))] if (count := len(await briefs.files(tx, brief.id))) else []
    blocks: list[Block] = [(2 * _AROUND, head), *_content(brief), *map(_block, [*made_of, *files])]
    if brief.reason:
        blocks.append(_block(Text("brief-reason", reason=brief.reason)))
    blocks += _instruction(brief)
    blocks += [_task_block(task) for task in await assignments.of_brief(tx, brief.id)]
    if brief.result:
        blocks.append(_block(Text("brief-result", text=brief.result)))
    blocks += map(_block, _verdicts(await brief_feedback.verdicts(tx, brief.id)))
    return packed(blocks)


def for_department(brief: Brief, task: Assignment, files: int) -> list[Text]:
    """What a department is given: the brief, how many files go with it, the instruction, the deadline; not who wrote
    about it."""
    head = Text(
        "task-head",
        title=brief.content.title,
        number=number_of(brief),
        kind=kind_of(brief),
        unit=task.unit,
        due=task.due_on,
        state=task_state(task),
    )
    blocks: list[Block] = [(2 * _AROUND, head), *_content(brief), *_instruction(brief)]
    if files:
        blocks.append(_block(Text("brief-files", count=files)))
    if task.reason:
        blocks.append(_block(Text("task-reason", reason=task.reason)))
    if task.answer:
        blocks.append(_block(Text("task-own-answer", text=task.answer)))
    return packed(blocks)


def task_state(task: Assignment) -> Text:
    return Text(f"task-state-{task.state.value}")


def line(brief: Brief) -> Text:
    told = {"title": brief.content.title, "number": number_of(brief)}
    return Text("brief-line", kind=kind_of(brief), state=state_of(brief), **told)


def task_line(task: Assignment, brief: Brief, today: date) -> Text:
    late = Text("task-is-late") if task.waits and task.due_on < today else ""
    return Text("task-line", title=brief.content.title, due=task.due_on, state=task_state(task), late=late)


# --- parts ------------------------------------------------------------------------------------------------------------


def _content(brief: Brief) -> list[Block]:
    content = brief.content
    parts = {"facts": content.facts, "analysis": content.analysis, "suggestions": content.suggestions}
    return [_block(Text(f"brief-part-{name}", text=text)) for name, text in parts.items() if text]


def _instruction(brief: Brief) -> list[Block]:
    if not brief.instruction:
        return []
    told = {"leader": brief.instructed_by, "on": brief.instructed_at}
    return [_block(Text("brief-instruction", text=brief.instruction, **told))]


def _task_block(task: Assignment) -> Block:
    told = {"unit": task.unit, "due": task.due_on, "state": task_state(task)}
    return _block(Text("brief-task-answered", text=task.answer, **told) if task.answer else Text("brief-task", **told))


def _block(text: Text) -> Block:
    return _AROUND + sum(len(arg.encode("utf-16-le")) // 2 for arg in text.args.values() if isinstance(arg, str)), text


async def _sources(tx: Tx, brief: Brief) -> list[Text]:
    told = []
    for source in await briefs.sources(tx, brief.id):
        if source.kind is SourceKind.LETTER and (letter := await letters.get(tx, source.id)):
            told.append(Text("brief-source-letter", number=letter.number))
        elif source.kind is SourceKind.MATTER and (matter := await matters.get(tx, source.id)):
            count = str(len(await matters.letters_of(tx, matter.id)))
            told.append(Text("brief-source-matter", title=matter.title, count=count))
        elif source.kind is SourceKind.DIARY:
            told.append(Text("brief-source-diary"))
    return told


def _verdicts(given: Sequence[Verdict | None]) -> Iterable[Text]:
    if not given:
        return []
    counts = {verdict.value: str(given.count(verdict)) for verdict in Verdict}
    return [Text("brief-verdicts", told=str(len(given)), **counts)]
