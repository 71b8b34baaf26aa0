"""Who may change a visit, for how long, and what stands after it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.visits import (
    UNSAVED,
    Change,
    NotYourVisit,
    TooLateToCorrect,
    Visit,
    VisitIsWithdrawn,
    VisitKind,
    check_may_change,
    correct,
    counts,
    in_force,
    may_correct,
    withdraw,
)

LOGGED = datetime(2026, 3, 5, 9, tzinfo=UTC)
WEEK = timedelta(days=7)
LI_JIANGUO, SOMEONE_ELSE = 1, 2
VISIT = Visit(
    id=7,
    member_id=LI_JIANGUO,
    contact_id=3,
    kind=VisitKind.HOME,
    happened_on=date(2026, 3, 4),
    note="帮助联系大病救助",
    logged_at=LOGGED,
)


def test_a_visit_may_be_corrected_until_its_time_is_over() -> None:
    assert may_correct(VISIT, LOGGED + WEEK, WEEK)
    assert not may_correct(VISIT, LOGGED + WEEK + timedelta(seconds=1), WEEK)


def test_a_change_too_late_is_refused_and_says_until_when() -> None:
    with pytest.raises(TooLateToCorrect) as refusal:
        withdraw(VISIT, LI_JIANGUO, LOGGED + timedelta(days=8), WEEK)
    assert refusal.value.args_of_text == {"until": LOGGED + WEEK}


def test_another_member_s_visit_can_t_be_changed() -> None:
    with pytest.raises(NotYourVisit):
        withdraw(VISIT, SOMEONE_ELSE, LOGGED, WEEK)


def test_a_withdrawn_visit_can_t_be_changed_again() -> None:
    withdrawn = withdraw(VISIT, LI_JIANGUO, LOGGED, WEEK)
    with pytest.raises(VisitIsWithdrawn):
        check_may_change(withdrawn, LI_JIANGUO, LOGGED, WEEK)


def test_a_withdrawn_visit_does_not_count() -> None:
    assert counts(VISIT)
    assert not counts(withdraw(VISIT, LI_JIANGUO, LOGGED, WEEK))


def test_a_correction_keeps_both_and_changes_only_what_it_says() -> None:
    later = LOGGED + timedelta(days=1)
    old, new = correct(VISIT, Change(happened_on=date(2026, 3, 3)), LI_JIANGUO, later, WEEK)
    assert old == replace(VISIT, withdrawn_at=later)
    assert new == replace(VISIT, id=UNSAVED, replaces_id=VISIT.id, happened_on=date(2026, 3, 3))


def test_everything_about_a_visit_can_be_corrected() -> None:
    change = Change(contact_id=4, kind=VisitKind.PHONE, happened_on=date(2026, 3, 2), note="问候")
    _, new = correct(VISIT, change, LI_JIANGUO, LOGGED, WEEK)
    assert (new.contact_id, new.kind, new.happened_on, new.note) == (4, VisitKind.PHONE, date(2026, 3, 2), "问候")


def test_corrections_do_not_renew_their_own_time() -> None:
    _, new = correct(VISIT, Change(note="问候"), LI_JIANGUO, LOGGED + timedelta(days=6), WEEK)
    assert not may_correct(new, LOGGED + timedelta(days=8), WEEK)


def test_a_visit_corrected_twice_stands_once() -> None:
    first, second = correct(VISIT, Change(note="问候"), LI_JIANGUO, LOGGED, WEEK)
    second, third = correct(replace(second, id=8), Change(note="问候并送药"), LI_JIANGUO, LOGGED, WEEK)
    assert in_force([first, second, replace(third, id=9)]) == [replace(third, id=9)]


def test_a_visit_replaced_does_not_stand_even_if_it_was_not_marked() -> None:
    assert in_force([VISIT, replace(VISIT, id=8, replaces_id=VISIT.id)]) == [replace(VISIT, id=8, replaces_id=VISIT.id)]


def test_withdrawing_a_correction_does_not_bring_the_old_visit_back() -> None:
    old, new = correct(VISIT, Change(note="问候"), LI_JIANGUO, LOGGED, WEEK)
    assert in_force([old, withdraw(replace(new, id=8), LI_JIANGUO, LOGGED, WEEK)]) == []


def test_what_was_said_on_a_visit_does_not_show_in_its_repr() -> None:
    assert "大病救助" not in repr(VISIT)
