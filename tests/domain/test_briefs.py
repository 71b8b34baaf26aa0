"""What may follow what, on the way of a brief and of a department's task."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import assignments as tasks
from domain import briefs as rules
from domain.assignments import CHASES, Assignment
from domain.briefs import (
    ASSIGNMENT_MAY_BECOME,
    MAY_BECOME,
    AssignmentState,
    Brief,
    BriefHasMovedOn,
    BriefIsIncomplete,
    BriefKind,
    BriefState,
    Content,
    PartIsTooLong,
    StepIsNeeded,
    TaskHasMovedOn,
    TitleIsTooLong,
    Verdict,
)
from domain.refusals import Refusal
from services.calendar import workdays

AT = datetime(2026, 3, 16, 2, 0, tzinfo=UTC)
CONTENT = Content("村口路灯", "路灯坏了半个月")
SHANGHAI = ZoneInfo("Asia/Shanghai")
CALENDAR = workdays([2026])


def brief(state: BriefState, kind: BriefKind = BriefKind.OPINION, rounds: int = 0) -> Brief:
    return Brief(1, kind, state, 1, None, CONTENT, AT, rounds=rounds)


def test_every_state_has_its_line_and_every_end_is_reached() -> None:
    assert MAY_BECOME.keys() == set(BriefState)
    assert ASSIGNMENT_MAY_BECOME.keys() == set(AssignmentState)
    reached, todo = {BriefState.DRAFT}, [BriefState.DRAFT]
    while todo:
        new = MAY_BECOME[todo.pop()] - reached
        reached |= new
        todo += new
    assert reached == set(BriefState)


ACTS: Mapping[str, Callable[[Brief], Brief]] = {
    "hand in": lambda it: rules.hand_in(it, AT),
    "send back": lambda it: rules.send_back(it, "为什么"),
    "accept": lambda it: rules.become(it, BriefState.ACCEPTED),
    "instruct": lambda it: rules.instruct(it, "请办", "陈主席", AT),
    "assign": rules.assign,
    "conclude": lambda it: rules.conclude(it, "已采用"),
    "answered": lambda it: rules.become(it, BriefState.ANSWERED) if it.state is BriefState.ASSIGNED else it,
    "carry back": lambda it: rules.carry_back(it, AT),
    "back once": lambda it: (
        rules.become(it, BriefState.ASSIGNED) if rules.goes_back(it, Verdict.NOT, has_departments=True) else it
    ),
    "close": lambda it: rules.close(it, AT),
}


@given(st.sampled_from(BriefKind), st.lists(st.sampled_from(sorted(ACTS)), max_size=40))
def test_whatever_is_tried_a_brief_moves_along_the_table_and_leaves_out_only_what_its_kind_allows(
    kind: BriefKind, tried: list[str]
) -> None:
    now = brief(BriefState.DRAFT, kind)
    way = [now.state]
    for name in tried:
        try:
            then = ACTS[name](now)
        except Refusal:
            continue
        assert then.state is now.state or then.state in MAY_BECOME[now.state]
        way += [then.state] if then.state is not now.state else []
        now = then
    if kind is BriefKind.OPINION and BriefState.ASSIGNED in way:
        assert BriefState.INSTRUCTED in way
    if kind is BriefKind.OPINION and BriefState.ANSWERED in way:
        assert BriefState.ASSIGNED in way
    assert way.count(BriefState.ASSIGNED) <= 2, "it goes back to the departments once"
    assert now.rounds == way.count(BriefState.CARRIED_BACK)


@pytest.mark.parametrize("kind", BriefKind)
def test_what_may_follow_agrees_with_what_is_done(kind: BriefKind) -> None:
    for state in BriefState:
        it = brief(state, kind)
        for name, then in (("instruct", BriefState.INSTRUCTED), ("assign", BriefState.ASSIGNED)):
            if state is BriefState.CARRIED_BACK:
                continue
            assert rules.may_follow(it, then) is _does(name, it), (state, name)


def _does(name: str, it: Brief) -> bool:
    try:
        ACTS[name](it)
    except Refusal:
        return False
    return True


def test_a_brief_needs_the_instruction_and_the_department_and_a_lead_neither() -> None:
    accepted = brief(BriefState.ACCEPTED)
    with pytest.raises(StepIsNeeded):
        rules.assign(accepted)
    with pytest.raises(StepIsNeeded):
        rules.conclude(brief(BriefState.INSTRUCTED), "已办")
    for kind in (BriefKind.LEAD, BriefKind.TOPIC):
        assert rules.assign(brief(BriefState.ACCEPTED, kind)).state is BriefState.ASSIGNED
        assert rules.conclude(brief(BriefState.ACCEPTED, kind), "已采用").state is BriefState.ANSWERED
    with pytest.raises(BriefHasMovedOn):
        rules.conclude(brief(BriefState.ASSIGNED, BriefKind.LEAD), "已采用")


def test_lengths_have_their_edges_and_title_and_facts_are_wanted() -> None:
    rules.checked(Content("标" * 60, "情" * 1500))
    with pytest.raises(TitleIsTooLong):
        rules.checked(Content("标" * 61, "情"))
    with pytest.raises(PartIsTooLong):
        rules.checked(Content("标", "情" * 1501))
    with pytest.raises(BriefIsIncomplete):
        rules.checked(Content("标", ""))
    with pytest.raises(BriefHasMovedOn):
        rules.rewrite(brief(BriefState.HANDED_IN), CONTENT)


@pytest.mark.parametrize(
    ("verdict", "state", "rounds", "departments", "back"),
    [
        (Verdict.NOT, BriefState.CARRIED_BACK, 1, True, True),
        (Verdict.NOT, BriefState.CARRIED_BACK, 2, True, False),
        (Verdict.NOT, BriefState.CARRIED_BACK, 1, False, False),
        (Verdict.NOT, BriefState.ASSIGNED, 1, True, False),
        (Verdict.MOSTLY, BriefState.CARRIED_BACK, 1, True, False),
    ],
)
def test_it_goes_back_to_the_departments_for_the_first_who_is_not_satisfied_and_once(
    verdict: Verdict, state: BriefState, rounds: int, departments: bool, back: bool
) -> None:
    assert rules.goes_back(brief(state, rounds=rounds), verdict, has_departments=departments) is back


# --- a department's task ----------------------------------------------------------------------------------------------

# Wednesday 8 April 2026: no holidays around it but Qingming on the 6th (a Monday).
DUE = date(2026, 4, 8)


def task(state: AssignmentState = AssignmentState.ASSIGNED, chases: int = 0, assigned: datetime = AT) -> Assignment:
    return Assignment(1, 1, 1, "市政管理局", state, DUE, assigned, chases=chases)


def due(at: datetime, **more: object) -> int | None:
    return tasks.chase_due(task(**more), at, 9, SHANGHAI, CALENDAR)  # type: ignore[arg-type]  # fields by name


def shanghai(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=SHANGHAI)


def test_chases_come_on_their_workdays_at_the_configured_hour() -> None:
    assert due(shanghai(4, 3, 8, 59)) is None
    # Two workdays before Wednesday: Tuesday, and Friday, for Monday is a holiday.
    assert due(shanghai(4, 3, 9)) == 0
    assert due(shanghai(4, 9, 8, 59), chases=1) is None
    assert due(shanghai(4, 9, 9), chases=1) == 1
    assert due(shanghai(4, 13, 9), chases=2) == 2


def test_of_several_missed_chases_the_latest_is_sent_and_none_twice() -> None:
    assert due(shanghai(4, 30, 9)) == len(CHASES) - 1
    assert due(shanghai(4, 30, 9), chases=len(CHASES)) is None


def test_nobody_is_chased_for_a_moment_before_the_task_or_when_it_is_not_their_turn() -> None:
    assert due(shanghai(4, 8, 9), assigned=shanghai(4, 7, 9).astimezone(UTC)) is None
    assert due(shanghai(4, 9, 9), state=AssignmentState.ANSWERED) is None
    assert due(shanghai(4, 9, 9), state=AssignmentState.RETURNED) == 1


def test_a_returned_answer_begins_its_chases_anew() -> None:
    answered = tasks.answer(task(chases=3), "已修好", AT)
    returned = tasks.send_back(answered, "请写明日期", date(2026, 5, 8), AT)
    assert (returned.state, returned.chases, returned.due_on) == (AssignmentState.RETURNED, 0, date(2026, 5, 8))
    with pytest.raises(TaskHasMovedOn):
        tasks.accept(returned)
    with pytest.raises(TaskHasMovedOn):
        tasks.answer(answered, "又修了", AT)
