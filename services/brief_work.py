"""A brief on its way through leader and departments: instructed, assigned, answered, reviewed, or concluded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from domain import assignments as task_rules
from domain import briefs as rules
from domain.assignments import Assignment
from domain.briefs import AssignmentState, Brief, BriefEvent, BriefNotFound, BriefState, TaskHasMovedOn, TaskNotFound
from domain.people import Person, Role, Unit, check_role
from domain.refusals import Refusal
from domain.settings import Briefs
from domain.workdays import Workdays
from services import brief_steps
from services.brief_views import for_department, whole
from services.briefs import (
    BriefReasonIsWanted,
    may_see,
    moved_on,
    of_office,
    tell_author,
    tell_office_of,
)
from services.letter_course import check_words
from services.outbox import Button, Buttons, tell
from storage import assignments, briefs, people, units
from storage.db import Tx
from texts import Text

LONGEST_NAME = 40


class AlreadyWithLeaders(Refusal):
    text = "brief-is-with-leaders"


class NoLeaderJoined(Refusal):
    text = "brief-no-leader-joined"


class LeaderNameIsWrong(Refusal):
    """Argument: ``limit``."""

    text = "brief-leader-name-is-wrong"


class NoDepartmentChosen(Refusal):
    text = "brief-no-department-chosen"


class DayIsPast(Refusal):
    """Argument: ``day``."""

    text = "brief-day-is-past"


@dataclass(frozen=True)
class Calendar:
    """What deadlines are counted by."""

    settings: Briefs
    zone: ZoneInfo
    workdays: Workdays

    def due(self, today: date) -> date:
        return self.workdays.add(today, self.settings.answer_within_workdays)


@dataclass(frozen=True)
class Given:
    """A department's new task, and how many of its people have got it."""

    task: Assignment
    reached: int


# --- the leader -------------------------------------------------------------------------------------------------------


async def to_leaders(tx: Tx, brief_id: int, by: Person) -> int:
    """Show an accepted brief to every leader, with a button to write the instruction; to how many.

    Raises:
        NotForYourRole, BriefNotFound, BriefHasMovedOn
        AlreadyWithLeaders, NoLeaderJoined
    """
    brief = await of_office(tx, brief_id, by)
    if not rules.may_follow(brief, BriefState.INSTRUCTED):
        raise moved_on(brief)
    if any(event["kind"] == BriefEvent.SHOWN_TO_LEADERS for event in await briefs.events(tx, brief.id)):
        raise AlreadyWithLeaders
    reached = 0
    for person_id in await people.with_role(tx, Role.LEADER):
        reached += await _show_leader(tx, brief, await people.get(tx, person_id))
    if not reached:
        raise NoLeaderJoined
    await brief_steps.taken(tx, brief.id, BriefEvent.SHOWN_TO_LEADERS, by.id)
    return reached


async def _show_leader(tx: Tx, brief: Brief, leader: Person) -> bool:
    *before, last = await whole(tx, brief, leader)
    for message in before:
        await tell(tx, leader.id, message)
    row = [Button("brief-button-instruct", f"brief-instruct:{brief.id}")]
    if await briefs.files(tx, brief.id):
        row.append(Button("button-show-attachments", f"brief-files:{brief.id}"))
    return await tell(tx, leader.id, last, buttons=[row])


async def check_may_instruct(tx: Tx, brief_id: int, by: Person) -> Brief:
    """A brief that a leader, or the office for one, may write an instruction on.

    Raises:
        NotForYourRole, BriefNotFound, BriefHasMovedOn
    """
    check_role(by, Role.OFFICE, Role.LEADER)
    brief = await briefs.get_to_change(tx, brief_id)
    if brief is None or not may_see(brief, by):
        raise BriefNotFound
    if not rules.may_follow(brief, BriefState.INSTRUCTED):
        raise moved_on(brief)
    return brief


async def instruct(tx: Tx, brief_id: int, by: Person, words: str, leader: str = "") -> Brief:
    """A leader's instruction; keyed in by the office, with the leader's name.

    Raises:
        NotForYourRole, BriefNotFound, BriefHasMovedOn
        LeaderNameIsWrong, PartIsTooLong
    """
    brief = await check_may_instruct(tx, brief_id, by)
    name = check_leader(leader) if leader or Role.LEADER not in by.roles else by.name
    brief = rules.instruct(brief, rules.check_part(words.strip()), name, tx.now)
    await briefs.save(tx, brief)
    await brief_steps.taken(tx, brief.id, BriefEvent.INSTRUCTED, by.id)
    news = Text("brief-was-instructed", title=brief.content.title, leader=name, text=words.strip())
    if Role.OFFICE not in by.roles:
        await tell_office_of(tx, brief, news)
    await tell_author(tx, brief, news, by)
    return brief


def check_leader(name: str) -> str:
    """Raises: LeaderNameIsWrong."""
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise LeaderNameIsWrong(limit=LONGEST_NAME)
    return name


# --- departments ------------------------------------------------------------------------------------------------------


async def departments(tx: Tx) -> list[Unit]:
    return await units.of_kind(tx, departments=True)


async def check_may_assign(tx: Tx, brief_id: int, by: Person) -> Brief:
    """Raises: NotForYourRole, BriefNotFound, BriefHasMovedOn, StepIsNeeded."""
    brief = await of_office(tx, brief_id, by)
    if brief.state is BriefState.CARRIED_BACK:
        raise moved_on(brief)
    rules.assign(brief)
    return brief


async def assign(tx: Tx, brief_id: int, by: Person, unit_ids: Sequence[int], due_on: date, today: date) -> list[Given]:
    """Give it to one or several departments, with a day by which they answer.

    Raises:
        NotForYourRole, BriefNotFound, BriefHasMovedOn, StepIsNeeded
        NoDepartmentChosen, DayIsPast
    """
    brief = rules.assign(await check_may_assign(tx, brief_id, by))
    chosen = [unit for unit in await departments(tx) if unit.id in unit_ids]
    if not chosen:
        raise NoDepartmentChosen
    check_day(due_on, today)
    await briefs.save(tx, brief)
    given = [await _give(tx, brief, unit, due_on) for unit in chosen]
    for each in given:
        await brief_steps.taken(tx, brief.id, BriefEvent.ASSIGNED, by.id, unit=each.task.unit_id)
    names = [Text("brief-unit", unit=unit.name) for unit in chosen]
    await tell_author(tx, brief, Text("brief-was-assigned", title=brief.content.title, units=names), by)
    return given


def check_day(due_on: date, today: date) -> date:
    """Raises: DayIsPast."""
    if due_on <= today:
        raise DayIsPast(day=due_on)
    return due_on


async def _give(tx: Tx, brief: Brief, unit: Unit, due_on: date) -> Given:
    task = await assignments.get(tx, await assignments.add(tx, brief.id, unit.id, due_on))
    assert task is not None
    files = len(await briefs.files(tx, brief.id))
    messages = for_department(brief, task, files)
    return Given(task, await tell_department(tx, task, messages, task_buttons(task, files=files)))


async def tell_department(tx: Tx, task: Assignment, messages: Sequence[Text], buttons: Buttons) -> int:
    """Everyone of the department who has joined; how many."""
    *before, last = messages
    reached = 0
    for person in await units.people_of(tx, task.unit_id):
        for message in before:
            await tell(tx, person["id"], message)
        told = await tell(tx, person["id"], last, buttons=buttons)
        reached += told and person["blocked_at"] is None
    return reached


def task_buttons(task: Assignment, *, files: int = 0) -> Buttons:
    """``files``: how many go with the brief."""
    row = [Button("task-button-answer", f"task-answer:{task.id}")] if task.waits else []
    if files:
        row.append(Button("button-show-attachments", f"task-files:{task.id}"))
    return [row] if row else []


# --- the answer is reviewed -------------------------------------------------------------------------------------------


async def accept_answer(tx: Tx, task_id: int, by: Person) -> tuple[Brief, Assignment]:
    """When it was the last one, the brief is answered.

    Raises:
        NotForYourRole, TaskNotFound, TaskHasMovedOn
    """
    brief, task = await of_task(tx, task_id, by)
    accepted = task_rules.accept(task)
    await move(tx, task, accepted)
    await brief_steps.taken(tx, brief.id, BriefEvent.ANSWER_ACCEPTED, by.id, unit=task.unit_id)
    if all(each.state is AssignmentState.ACCEPTED for each in await assignments.of_brief(tx, brief.id)):
        brief = rules.become(brief, BriefState.ANSWERED)
        await briefs.save(tx, brief)
    return brief, accepted


async def check_may_review(tx: Tx, task_id: int, by: Person) -> Assignment:
    """An answer that the office may accept or return: an accepted one goes back by a writer's judgement alone.

    Raises:
        NotForYourRole, TaskNotFound, TaskHasMovedOn
    """
    _, task = await of_task(tx, task_id, by)
    if task.state is not AssignmentState.ANSWERED:
        raise TaskHasMovedOn(unit=task.unit, state=task.state.value)
    return task


async def return_answer(tx: Tx, task_id: int, by: Person, reason: str, due_on: date) -> Assignment:
    """Back to the department with a reason.

    Raises:
        NotForYourRole, TaskNotFound, TaskHasMovedOn
        BriefReasonIsWanted, WordsAreTooLong
    """
    reason = check_words(reason)
    if not reason:
        raise BriefReasonIsWanted
    await check_may_review(tx, task_id, by)
    brief, task = await of_task(tx, task_id, by)
    returned = await give_back(tx, brief, task, reason, due_on)
    await brief_steps.taken(tx, brief.id, BriefEvent.ANSWER_RETURNED, by.id, unit=task.unit_id, reason=reason)
    return returned


async def give_back(tx: Tx, brief: Brief, task: Assignment, reason: str, due_on: date) -> Assignment:
    """Into the department's hands once more."""
    returned = task_rules.send_back(task, reason, due_on, tx.now)
    await move(tx, task, returned)
    news = Text("task-was-returned", title=brief.content.title, reason=reason, due=due_on)
    await tell_department(tx, returned, [news], [[Button("task-button-open", f"task:{task.id}")], *task_buttons(task)])
    return returned


async def of_task(tx: Tx, task_id: int, by: Person) -> tuple[Brief, Assignment]:
    """A department's task for the office; its brief is kept from others meanwhile.

    Raises:
        NotForYourRole, TaskNotFound
    """
    check_role(by, Role.OFFICE)
    task = await assignments.get(tx, task_id)
    brief = await briefs.get_to_change(tx, task.brief_id) if task else None
    # Again, now that nobody else can change it.
    task = await assignments.get(tx, task_id)
    if task is None or brief is None:
        raise TaskNotFound
    return brief, task


async def move(tx: Tx, seen: Assignment, moved: Assignment) -> None:
    """Raises: TaskHasMovedOn."""
    if not await assignments.move(tx, seen, moved):
        raise TaskHasMovedOn(unit=seen.unit, state=seen.state.value)


# --- without a department ---------------------------------------------------------------------------------------------


async def check_may_conclude(tx: Tx, brief_id: int, by: Person) -> Brief:
    """Raises: NotForYourRole, BriefNotFound, BriefHasMovedOn, StepIsNeeded."""
    brief = await of_office(tx, brief_id, by)
    rules.conclude(brief, "")
    return brief


async def conclude(tx: Tx, brief_id: int, by: Person, result: str) -> Brief:
    """The office says what came of a lead or a topic.

    Raises:
        NotForYourRole, BriefNotFound, BriefHasMovedOn, StepIsNeeded, PartIsTooLong
    """
    brief = await of_office(tx, brief_id, by)
    concluded = rules.conclude(brief, rules.check_part(result.strip()))
    await briefs.save(tx, concluded)
    await brief_steps.taken(tx, brief.id, BriefEvent.CONCLUDED, by.id)
    return concluded


def office_buttons(brief: Brief) -> Buttons:
    """What the office may do with a brief now."""
    of = brief.id
    rows: list[list[Button]] = []
    if rules.may_follow(brief, BriefState.ACCEPTED):
        rows.append(
            [Button("brief-button-accept", f"brief-accept:{of}"), Button("button-send-back", f"brief-return:{of}")]
        )
    if rules.may_follow(brief, BriefState.INSTRUCTED):
        to_leaders_ = Button("brief-button-to-leaders", f"brief-leaders:{of}")
        rows.append([to_leaders_, Button("brief-button-key-in", f"brief-instruct:{of}")])
    assign_ = [Button("brief-button-assign", f"brief-assign:{of}")]
    conclude_ = [Button("brief-button-conclude", f"brief-conclude:{of}")]
    is_out = brief.state in (BriefState.ASSIGNED, BriefState.CARRIED_BACK)
    may_assign = not is_out and rules.may_follow(brief, BriefState.ASSIGNED)
    may_conclude = not is_out and rules.may_follow(brief, BriefState.ANSWERED)
    if may_assign or may_conclude:
        rows.append([*(assign_ if may_assign else []), *(conclude_ if may_conclude else [])])
    if rules.may_follow(brief, BriefState.CARRIED_BACK):
        rows.append([Button("brief-button-carry", f"brief-carry:{of}")])
    return rows
