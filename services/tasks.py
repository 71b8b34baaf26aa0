"""A department's side: its tasks in chat, and the one-time link that answers one without an account."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain import assignments as rules
from domain.answer_files import AnswerFile
from domain.answer_files import check as check_files
from domain.assignments import Assignment
from domain.briefs import Brief, BriefEvent, TaskHasMovedOn, TaskNotFound
from domain.people import Person, Role, check_role
from domain.refusals import Refusal
from services import brief_steps
from services.brief_work import move, of_task
from services.briefs import tell_office_of
from services.outbox import Button, Buttons, Media, media_of
from storage import answer_files, assignments, audit, briefs, units
from storage.db import Tx
from texts import Text

LISTED = 10
CODE_BYTES = 16
"""128 random bits."""


class AnswerIsEmpty(Refusal):
    text = "task-answer-is-empty"


class LinkIsOver(Refusal):
    """Used, replaced, past its end, or never made: not told apart."""

    text = "task-link-is-over"


class LinkIsFresh(Refusal):
    """The button was pressed twice: the link just shown goes on working."""

    text = "task-link-is-fresh"


class NoPageAddress(Refusal):
    """The server is not set up to be reached from outside."""

    text = "task-link-needs-an-address"


@dataclass(frozen=True)
class Task:
    """A department's task with the brief it is about."""

    assignment: Assignment
    brief: Brief


async def mine(tx: Tx, by: Person) -> Sequence[Task]:
    """Of all departments that this person belongs to, what waits for them first.

    Raises:
        NotForYourRole
    """
    check_role(by, Role.DEPARTMENT)
    found = await assignments.of_units(tx, [unit.id for unit in await units.of_person(tx, by.id)], LISTED)
    return [await _with_brief(tx, each) for each in found]


async def waiting(tx: Tx, by: Person) -> Sequence[Task]:
    """What this person's departments have to answer, the newest first; nothing for everyone else."""
    if Role.DEPARTMENT not in by.roles:
        return []
    return [each for each in await mine(tx, by) if each.assignment.waits]


async def get(tx: Tx, task_id: int, by: Person) -> Task:
    """A task of their own department.

    Raises:
        TaskNotFound: or another department's.
    """
    task = await assignments.get(tx, task_id)
    theirs = {unit.id for unit in await units.of_person(tx, by.id)} if Role.DEPARTMENT in by.roles else set()
    if task is None or task.unit_id not in theirs:
        raise TaskNotFound
    return await _with_brief(tx, task)


async def files(tx: Tx, task_id: int, by: Person) -> list[Media]:
    """What goes with the brief of a task.

    Raises:
        TaskNotFound
    """
    task = await get(tx, task_id, by)
    return [Media(kind, file_id) for kind, file_id in await briefs.files(tx, task.brief.id)]


async def to_answer(tx: Tx, task_id: int, by: Person) -> Task:
    """Raises: TaskNotFound, TaskHasMovedOn: it is not their turn."""
    task = await get(tx, task_id, by)
    if not task.assignment.waits:
        raise TaskHasMovedOn(unit=task.assignment.unit, state=task.assignment.state.value)
    return task


async def answer(tx: Tx, task_id: int, by: Person, words: str, files: Sequence[AnswerFile] = ()) -> Assignment:
    """The office gets it with what goes with it, to accept or to return it.

    Raises:
        TaskNotFound, TaskHasMovedOn, AnswerIsEmpty, PartIsTooLong
        TooManyFiles
    """
    return await _answered(tx, await get(tx, task_id, by), words, files, by)


async def _answered(tx: Tx, task: Task, words: str, files: Sequence[AnswerFile], by: Person | None) -> Assignment:
    words = words.strip()
    if not words:
        raise AnswerIsEmpty
    check_files(files)
    assignment, brief = task.assignment, task.brief
    answered = rules.answer(assignment, words, tx.now)
    await move(tx, assignment, answered)
    await brief_steps.taken(tx, brief.id, BriefEvent.ANSWERED, by.id if by else None, unit=assignment.unit_id)
    await answer_files.replace(tx, assignment.id, files)
    attached = await answer_files.of_assignment(tx, assignment.id)
    notice = Text("task-answer-came-in", unit=assignment.unit, title=brief.content.title, text=words)
    await tell_office_of(tx, brief, notice, review_buttons(answered), media_of(attached))
    return answered


def review_buttons(task: Assignment) -> Buttons:
    return [
        [
            Button("task-button-accept", f"task-accept:{task.id}"),
            Button("button-send-back", f"task-return:{task.id}"),
        ]
    ]


async def _with_brief(tx: Tx, task: Assignment) -> Task:
    brief = await briefs.get(tx, task.brief_id)
    assert brief is not None
    return Task(task, brief)


# --- the one-time link ------------------------------------------------------------------------------------------------


async def make_link(tx: Tx, task_id: int, by: Person, page_url: str, valid_days: int) -> tuple[str, Assignment]:
    """The address of a page on which a department answers without an account: shown once, an earlier one is over.

    Raises:
        NotForYourRole, TaskNotFound, TaskHasMovedOn
        NoPageAddress, LinkIsFresh
    """
    _, task = await of_task(tx, task_id, by)
    if not task.waits:
        raise TaskHasMovedOn(unit=task.unit, state=task.state.value)
    if not page_url:
        raise NoPageAddress
    code = secrets.token_urlsafe(CODE_BYTES)
    if not await assignments.set_link(tx, task.id, _hash(code), tx.now + timedelta(days=valid_days)):
        raise LinkIsFresh
    await audit.add(tx, by.id, "task-link-made", task=task.id)
    return f"{page_url.rstrip('/')}/answer/{code}", task


async def of_link(tx: Tx, code: str) -> Task:
    """Raises: LinkIsOver."""
    task = await assignments.of_link(tx, _hash(code))
    if task is None or not task.waits:
        raise LinkIsOver
    return await _with_brief(tx, task)


async def answer_by_link(tx: Tx, code: str, words: str, files: Sequence[AnswerFile] = ()) -> Assignment:
    """The link is over with it.

    Raises:
        LinkIsOver, AnswerIsEmpty, PartIsTooLong
        TooManyFiles, FilesAreTooLarge
    """
    try:
        return await _answered(tx, await of_link(tx, code), words, files, None)
    except TaskHasMovedOn:
        raise LinkIsOver from None


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
