"""Deadlines of letters by workdays: the edge of each reminder, and a clock that stands while the writer is asked."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.letter_deadlines import begun_before, deadline, due_step, paused_workdays, steps
from domain.letters import CHASES, Clock, EventKind
from domain.settings import Mailbox
from domain.workdays import Workdays

ZONE = ZoneInfo("Asia/Shanghai")
LIMITS = Mailbox(answer_within_workdays=5, settle_within_workdays=30, remind_before_workdays=1, chase_pause_workdays=2)
SPRING = Workdays({date(2026, 4, 6): "清明节"}, frozenset({date(2026, 4, 11)}), frozenset({2026}))
MONDAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("today", "step"),
    [
        (date(2026, 3, 19), None),
        (date(2026, 3, 20), "soon"),  # the day before
        (date(2026, 3, 23), "soon"),  # the last day
        (date(2026, 3, 24), "late"),
        (date(2026, 3, 25), "late"),
        (date(2026, 3, 26), "unit"),
        (date(2026, 3, 30), "office"),
        (date(2026, 8, 3), "office"),
    ],
)
def test_the_latest_reminder_whose_day_has_come_is_due(today: date, step: str | None) -> None:
    due = due_step(MONDAY, today, Clock.ANSWER, LIMITS, SPRING)
    assert (due.name if due else None) == step


def test_holidays_do_not_count_and_make_up_days_do() -> None:
    assert deadline(date(2026, 4, 3), Clock.ANSWER, LIMITS, SPRING) == date(2026, 4, 11)


def test_a_letter_of_a_sunday_has_as_long_as_one_of_the_friday_before() -> None:
    sunday, friday = date(2026, 3, 15), date(2026, 3, 13)
    assert deadline(sunday, Clock.ANSWER, LIMITS, SPRING) == deadline(friday, Clock.ANSWER, LIMITS, SPRING)


def test_what_is_switched_off_is_never_due() -> None:
    off = Mailbox(answer_within_workdays=0)
    assert steps(Clock.ANSWER, off) == []
    assert due_step(MONDAY, date(2027, 3, 16), Clock.ANSWER, off, SPRING) is None
    assert begun_before(MONDAY, Clock.ANSWER, off, SPRING) is None


def test_without_a_first_reminder_the_one_after_the_deadline_comes() -> None:
    limits = Mailbox(answer_within_workdays=5, remind_before_workdays=0)
    assert [step.name for _, step in steps(Clock.ANSWER, limits)] == ["late", "unit", "office"]


@pytest.mark.parametrize("since", [date(2026, 3, day) for day in range(1, 32)])
def test_no_letter_that_is_due_began_too_late_to_be_looked_at(since: date) -> None:
    for ahead in range(1, 15):
        today = SPRING.add(since, ahead)
        first = begun_before(today, Clock.ANSWER, LIMITS, SPRING)
        assert first is not None
        if due_step(since, today, Clock.ANSWER, LIMITS, SPRING):
            assert since < first


def at(day: int) -> datetime:
    return datetime(2026, 3, day, 2, tzinfo=UTC)


def test_the_clock_stands_from_the_question_to_the_reply() -> None:
    log = [(EventKind.SUBMITTED, at(16)), (EventKind.ASKED, at(18)), (EventKind.ASKED, at(19))]
    replied = [*log, (EventKind.FOLLOWED_UP, at(24))]
    # Thursday, Friday, Monday, Tuesday.
    assert paused_workdays(replied, at(16), ZONE, SPRING) == 4
    assert paused_workdays(replied, at(25), ZONE, SPRING) == 0
    assert deadline(MONDAY, Clock.ANSWER, LIMITS, SPRING, 4) == date(2026, 3, 27)


def test_the_steps_go_from_the_holder_to_the_unit_to_the_office() -> None:
    assert [step.whom.value for step in CHASES] == ["holder", "holder", "unit", "office"]
    placed = [after for after, _ in steps(Clock.ANSWER, LIMITS)]
    assert placed == sorted(placed)


def test_what_has_nothing_to_do_with_the_question_does_not_end_the_wait() -> None:
    log = [(EventKind.ASKED, at(18)), (EventKind.MARKED, at(19)), (EventKind.FOLLOWED_UP, at(24))]
    assert paused_workdays(log, at(16), ZONE, SPRING) == 4


def test_an_answer_after_the_question_ends_the_wait() -> None:
    log = [(EventKind.ASKED, at(18)), (EventKind.ANSWERED, at(20)), (EventKind.FOLLOWED_UP, at(24))]
    assert paused_workdays(log, at(16), ZONE, SPRING) == 2


def test_a_question_that_waits_still_is_no_pause_yet() -> None:
    assert paused_workdays([(EventKind.ASKED, at(18))], at(16), ZONE, SPRING) == 0
