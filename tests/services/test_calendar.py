"""China's workdays, and the committee's own corrections."""

from datetime import date

import pytest

from services.calendar import EXTRA_DAY_OFF, workdays

THIS_YEAR = workdays([2026])


@pytest.mark.parametrize(
    ("day", "is_workday"),
    [
        (date(2026, 1, 1), False),
        (date(2026, 1, 4), True),
        (date(2026, 2, 14), True),
        (date(2026, 2, 16), False),
        (date(2026, 2, 23), False),
        (date(2026, 2, 24), True),
        (date(2026, 5, 9), True),
        (date(2026, 10, 7), False),
        (date(2026, 10, 10), True),
        (date(2026, 10, 11), False),
    ],
)
def test_the_published_holidays_and_make_up_workdays_of_2026(day: date, is_workday: bool) -> None:
    assert THIS_YEAR.is_workday(day) is is_workday


def test_a_holiday_has_its_chinese_name() -> None:
    assert THIS_YEAR.holidays[date(2026, 10, 1)] == "国庆节"


def test_a_year_with_published_make_up_workdays_is_known() -> None:
    assert THIS_YEAR.is_known(2026)


def test_a_year_not_yet_published_is_not_known_but_has_its_fixed_holidays() -> None:
    far = workdays([2026, 2099])
    assert not far.is_known(2099)
    assert far.is_known(2026)
    assert not far.is_workday(date(2099, 10, 1))


def test_a_year_that_was_not_asked_for_is_not_known() -> None:
    assert not THIS_YEAR.is_known(2025)


def test_the_committee_s_own_days_off_and_workdays_go_first() -> None:
    own = workdays([2026], extra_holidays=[date(2026, 6, 15), date(2026, 10, 10)], extra_workdays=[date(2026, 10, 7)])
    assert not own.is_workday(date(2026, 6, 15))
    assert not own.is_workday(date(2026, 10, 10))
    assert own.is_workday(date(2026, 10, 7))
    assert own.holidays[date(2026, 6, 15)] == EXTRA_DAY_OFF


def test_the_committee_s_make_up_workdays_make_a_year_known() -> None:
    assert workdays([2099], extra_workdays=[date(2099, 10, 10)]).is_known(2099)
