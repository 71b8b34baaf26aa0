"""Workdays with holidays and make-up workdays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.workdays import Workdays

# National Day 2026: off from Thursday 1 to Wednesday 7 October, worked on Sunday 20 September and Saturday 10 October.
OCTOBER = Workdays(
    holidays=dict.fromkeys((date(2026, 10, number) for number in (1, 2, 5, 6, 7)), "国庆节"),
    make_up=frozenset({date(2026, 9, 20), date(2026, 10, 10)}),
    known_years=frozenset({2026}),
)
DAYS = st.dates(min_value=date(2026, 1, 10), max_value=date(2026, 12, 20))


@pytest.mark.parametrize(
    ("day", "is_workday"),
    [
        (date(2026, 9, 30), True),
        (date(2026, 10, 1), False),
        (date(2026, 10, 3), False),
        (date(2026, 10, 7), False),
        (date(2026, 10, 8), True),
        (date(2026, 10, 10), True),
        (date(2026, 10, 11), False),
        (date(2026, 9, 20), True),
    ],
)
def test_weekends_and_holidays_are_off_and_make_up_days_are_worked(day: date, is_workday: bool) -> None:
    assert OCTOBER.is_workday(day) is is_workday


def test_the_next_workday_leaps_over_the_holidays() -> None:
    assert OCTOBER.next_workday(date(2026, 9, 30)) == date(2026, 10, 8)


def test_the_next_workday_may_be_a_saturday_that_is_worked() -> None:
    assert OCTOBER.next_workday(date(2026, 10, 9)) == date(2026, 10, 10)


def test_the_previous_workday_leaps_over_the_holidays() -> None:
    assert OCTOBER.previous_workday(date(2026, 10, 8)) == date(2026, 9, 30)


def test_workdays_are_added_and_taken_off() -> None:
    assert OCTOBER.add(date(2026, 9, 29), 3) == date(2026, 10, 9)
    assert OCTOBER.add(date(2026, 10, 9), -3) == date(2026, 9, 29)


def test_adding_no_workday_stays_on_the_day_even_a_holiday() -> None:
    assert OCTOBER.add(date(2026, 10, 1), 0) == date(2026, 10, 1)


def test_a_year_not_yet_published_is_not_known() -> None:
    assert OCTOBER.is_known(2026)
    assert not OCTOBER.is_known(2027)


@given(day=DAYS)
def test_the_next_workday_is_the_nearest_after(day: date) -> None:
    following = OCTOBER.next_workday(day)
    between = [day + timedelta(days=n) for n in range(1, (following - day).days)]
    assert following > day
    assert OCTOBER.is_workday(following)
    assert not any(map(OCTOBER.is_workday, between))


@given(day=DAYS.filter(OCTOBER.is_workday), n=st.integers(min_value=0, max_value=15))
def test_from_a_workday_there_and_back_is_the_same_day(day: date, n: int) -> None:
    assert OCTOBER.add(OCTOBER.add(day, n), -n) == day
