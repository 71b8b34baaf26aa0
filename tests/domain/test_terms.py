"""Which part of a year a member serves, and what is owed for it."""

from datetime import date

import pytest

from domain.terms import Served, Session, in_proportion, in_session


@pytest.mark.parametrize(
    ("joined", "left", "months"),
    [
        (None, None, 12),
        (date(2026, 1, 31), None, 12),
        (date(2026, 2, 1), None, 11),
        (date(2026, 12, 31), None, 1),
        (date(2025, 7, 1), None, 12),
        (date(2027, 1, 1), None, 0),
        (None, date(2026, 1, 1), 1),
        (None, date(2026, 11, 30), 11),
        (None, date(2025, 12, 31), 0),
        (None, date(2027, 3, 1), 12),
        (date(2026, 4, 30), date(2026, 6, 1), 3),
    ],
)
def test_a_month_that_was_begun_in_office_is_a_whole_one(joined: date | None, left: date | None, months: int) -> None:
    assert Served(joined, left).months_of(2026) == months


@pytest.mark.parametrize(
    ("figure", "months", "owed"),
    [(3, 12, 3), (3, 9, 3), (3, 8, 2), (3, 4, 1), (3, 1, 1), (10, 7, 6), (10, 6, 5), (1, 1, 1), (1, 0, 0), (0, 6, 0)],
)
def test_a_part_of_a_figure_is_rounded_up(figure: int, months: int, owed: int) -> None:
    assert in_proportion(figure, months) == owed


def test_a_session_holds_from_its_first_day_until_the_next_one_s() -> None:
    second, third = Session(15, 2, date(2025, 1, 8)), Session(15, 3, date(2026, 1, 10))
    assert in_session([third, second], date(2026, 1, 9)) == second
    assert in_session([third, second], date(2026, 1, 10)) == third
    assert in_session([third], date(2025, 1, 8)) is None
