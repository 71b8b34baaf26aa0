"""Briefs: 社情民意信息, 提案线索 and 协商议题 on their way to a department and back; what may follow what, as tables.

Source of the way: duties.md, «The way of a letter's matter» (Baokang, Xishan, Ordos). Deadlines, pauses and lengths are
the software's own: no document names any.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from domain.refusals import MovedOn, Refusal

LONGEST_TITLE = 60
LONGEST_PART = 1500
"""Characters of facts, analysis, suggestions, an instruction or an answer: several of them fit one message."""
MOST_FILES = 10


class BriefKind(StrEnum):
    """Source: Baokang, Ordos: a concrete problem becomes a brief or a proposal, a general one a topic."""

    OPINION = "opinion"  # 社情民意信息
    LEAD = "lead"  # 提案线索
    TOPIC = "topic"  # 协商议题


class BriefState(StrEnum):
    DRAFT = "draft"
    HANDED_IN = "handed-in"
    RETURNED = "returned"  # to its author, with a reason
    ACCEPTED = "accepted"
    INSTRUCTED = "instructed"  # 批示
    ASSIGNED = "assigned"  # 交办
    ANSWERED = "answered"  # the office has accepted every department's answer, or concluded itself
    CARRIED_BACK = "carried-back"  # 反馈
    CLOSED = "closed"


S = BriefState
MAY_BECOME: Mapping[BriefState, frozenset[BriefState]] = {
    S.DRAFT: frozenset({S.HANDED_IN}),
    S.HANDED_IN: frozenset({S.RETURNED, S.ACCEPTED}),
    S.RETURNED: frozenset({S.HANDED_IN}),
    S.ACCEPTED: frozenset({S.INSTRUCTED, S.ASSIGNED, S.ANSWERED}),
    S.INSTRUCTED: frozenset({S.ASSIGNED, S.ANSWERED}),
    S.ASSIGNED: frozenset({S.ANSWERED}),
    S.ANSWERED: frozenset({S.CARRIED_BACK}),
    S.CARRIED_BACK: frozenset({S.ASSIGNED, S.CLOSED}),
    S.CLOSED: frozenset(),
}
"""What may follow what. From carried back to assigned: once, when a writer is not satisfied."""


class Step(StrEnum):
    """What the office may leave out, where the kind of brief allows it."""

    INSTRUCTION = "instruction"
    ASSIGNMENT = "assignment"


MAY_SKIP: Mapping[BriefKind, frozenset[Step]] = {
    BriefKind.OPINION: frozenset(),
    BriefKind.LEAD: frozenset(Step),
    BriefKind.TOPIC: frozenset(Step),
}
"""A lead goes into a proposal and a topic into a consultation: neither needs a department's answer of its own."""


class AssignmentState(StrEnum):
    ASSIGNED = "assigned"
    ANSWERED = "answered"
    RETURNED = "returned"  # to the department, with a reason
    ACCEPTED = "accepted"


A = AssignmentState
ASSIGNMENT_MAY_BECOME: Mapping[AssignmentState, frozenset[AssignmentState]] = {
    A.ASSIGNED: frozenset({A.ANSWERED}),
    A.ANSWERED: frozenset({A.RETURNED, A.ACCEPTED}),
    A.RETURNED: frozenset({A.ANSWERED}),
    A.ACCEPTED: frozenset({A.RETURNED}),
}
"""From accepted to returned: once, when a writer is not satisfied."""

WAITING_FOR_DEPARTMENT = frozenset({A.ASSIGNED, A.RETURNED})


class SourceKind(StrEnum):
    """What a brief is made of."""

    LETTER = "letter"
    MATTER = "matter"
    DIARY = "diary"


class Verdict(StrEnum):
    """A writer's judgement on the result."""

    SATISFIED = "satisfied"  # 满意
    MOSTLY = "mostly"  # 基本满意
    NOT = "not"  # 不满意


class BriefEvent(StrEnum):
    """What can happen to a brief: rows that are only ever added."""

    HANDED_IN = "handed-in"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    INSTRUCTED = "instructed"
    ASSIGNED = "assigned"
    SHOWN_TO_LEADERS = "shown-to-leaders"
    CHASED = "chased"
    ANSWERED = "answered"
    ANSWER_RETURNED = "answer-returned"
    ANSWER_ACCEPTED = "answer-accepted"
    CONCLUDED = "concluded"
    CARRIED_BACK = "carried-back"
    JUDGED = "judged"
    SENT_BACK = "sent-back"
    CLOSED = "closed"


# --- refusals ---------------------------------------------------------------------------------------------------------


class BriefNotFound(MovedOn):
    """There is none, or not for this person: the two are not told apart."""

    text = "brief-not-found"


class BriefHasMovedOn(MovedOn):
    """An old button, or someone was quicker. Arguments: ``title``, ``state``."""

    text = "brief-has-moved-on"


class StepIsNeeded(MovedOn):
    """Of this kind nothing may be left out. Argument: ``step``."""

    text = "brief-step-is-needed"


class BriefIsIncomplete(Refusal):
    """Without a title or facts."""

    text = "brief-is-incomplete"


class TitleIsTooLong(Refusal):
    """Arguments: ``limit``, ``length``, in characters."""

    text = "brief-title-is-too-long"


class PartIsTooLong(Refusal):
    """Arguments: ``limit``, ``length``, in characters."""

    text = "brief-part-is-too-long"


class TooManyBriefFiles(Refusal):
    """Argument: ``limit``."""

    text = "brief-has-too-many-files"


class TaskNotFound(MovedOn):
    text = "task-not-found"


class TaskHasMovedOn(MovedOn):
    """Arguments: ``unit``, ``state``."""

    text = "task-has-moved-on"


class NothingToJudge(MovedOn):
    """No result was carried back about this letter, or not to this person."""

    text = "feedback-nothing-to-judge"


# --- values -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Content:
    """What its author wrote."""

    title: str = field(default="", repr=False)
    facts: str = field(default="", repr=False)
    analysis: str = field(default="", repr=False)
    suggestions: str = field(default="", repr=False)


@dataclass(frozen=True)
class Source:
    kind: SourceKind
    id: int


@dataclass(frozen=True)
class Brief:
    """``member_id``: the author's membership. ``year`` and ``running`` are its number, from when it is handed in.

    ``result``: what the office itself concluded, without a department. ``rounds``: how often it was carried back.
    """

    id: int
    kind: BriefKind
    state: BriefState
    author_id: int
    member_id: int | None
    content: Content = field(repr=False)
    created_at: datetime
    year: int | None = None
    running: int | None = None
    handed_in_at: datetime | None = None
    reason: str | None = field(default=None, repr=False)
    instruction: str | None = field(default=None, repr=False)
    instructed_by: str | None = field(default=None, repr=False)
    instructed_at: datetime | None = None
    result: str | None = field(default=None, repr=False)
    carried_back_at: datetime | None = None
    rounds: int = 0
    closed_at: datetime | None = None


# --- what happens to a brief ------------------------------------------------------------------------------------------


def checked(content: Content) -> Content:
    """Raises: BriefIsIncomplete, TitleIsTooLong, PartIsTooLong."""
    check_title(content.title)
    for part in (content.facts, content.analysis, content.suggestions):
        check_part(part)
    if not content.title or not content.facts:
        raise BriefIsIncomplete
    return content


def check_title(title: str) -> str:
    """Raises: TitleIsTooLong."""
    if len(title) > LONGEST_TITLE:
        raise TitleIsTooLong(limit=LONGEST_TITLE, length=len(title))
    return title


def check_part(part: str) -> str:
    """Raises: PartIsTooLong."""
    if len(part) > LONGEST_PART:
        raise PartIsTooLong(limit=LONGEST_PART, length=len(part))
    return part


def may_be_written(brief: Brief) -> bool:
    """Is it still with its author?"""
    return S.HANDED_IN in MAY_BECOME[brief.state]


def rewrite(brief: Brief, content: Content) -> Brief:
    """Raises: BriefHasMovedOn, and what ``checked`` raises."""
    if not may_be_written(brief):
        raise BriefHasMovedOn(title=brief.content.title, state=brief.state.value)
    return replace(brief, content=checked(content))


def hand_in(brief: Brief, at: datetime) -> Brief:
    """Raises: BriefHasMovedOn."""
    return replace(become(brief, S.HANDED_IN), handed_in_at=at, reason=None)


def send_back(brief: Brief, reason: str) -> Brief:
    """Raises: BriefHasMovedOn."""
    return replace(become(brief, S.RETURNED), reason=reason)


def instruct(brief: Brief, words: str, leader: str, at: datetime) -> Brief:
    """Raises: BriefHasMovedOn."""
    return replace(become(brief, S.INSTRUCTED), instruction=words, instructed_by=leader, instructed_at=at)


def assign(brief: Brief) -> Brief:
    """Raises: BriefHasMovedOn, StepIsNeeded."""
    assigned = become(brief, S.ASSIGNED)
    _check_step(brief, Step.INSTRUCTION, done=brief.state is not S.ACCEPTED)
    return assigned


def conclude(brief: Brief, result: str) -> Brief:
    """The office says itself what came of it, without a department.

    Raises:
        BriefHasMovedOn, StepIsNeeded
    """
    if brief.state is S.ASSIGNED:
        raise BriefHasMovedOn(title=brief.content.title, state=brief.state.value)
    concluded = replace(become(brief, S.ANSWERED), result=result)
    _check_step(brief, Step.ASSIGNMENT, done=False)
    return concluded


def carry_back(brief: Brief, at: datetime) -> Brief:
    """Raises: BriefHasMovedOn."""
    return replace(become(brief, S.CARRIED_BACK), carried_back_at=at, rounds=brief.rounds + 1)


def goes_back(brief: Brief, verdict: Verdict, *, has_departments: bool) -> bool:
    """Must the departments look at it again? Once, for the first who is not satisfied."""
    return verdict is Verdict.NOT and brief.state is S.CARRIED_BACK and brief.rounds == 1 and has_departments


def close(brief: Brief, at: datetime) -> Brief:
    """Raises: BriefHasMovedOn."""
    return replace(become(brief, S.CLOSED), closed_at=at)


def is_settled(verdicts: Iterable[Verdict | None]) -> bool:
    """Has everyone judged who was told?"""
    return all(verdict is not None for verdict in verdicts)


def may_follow(brief: Brief, state: BriefState) -> bool:
    """May it come to this state now, with what its kind allows to leave out?"""
    if state not in MAY_BECOME[brief.state]:
        return False
    if state is S.ASSIGNED and brief.state is S.ACCEPTED:
        return Step.INSTRUCTION in MAY_SKIP[brief.kind]
    if state is S.ANSWERED and brief.state in (S.ACCEPTED, S.INSTRUCTED):
        return Step.ASSIGNMENT in MAY_SKIP[brief.kind]
    return True


def become(brief: Brief, state: BriefState) -> Brief:
    """Raises: BriefHasMovedOn."""
    if state not in MAY_BECOME[brief.state]:
        raise BriefHasMovedOn(title=brief.content.title, state=brief.state.value)
    return replace(brief, state=state)


def _check_step(brief: Brief, step: Step, *, done: bool) -> None:
    if not done and step not in MAY_SKIP[brief.kind]:
        raise StepIsNeeded(step=step.value)
