"""Figures that betray nobody."""

from domain.letters import Grade
from domain.statistics import YearCounts, median, public, shares


def test_the_median_is_the_middle_one() -> None:
    assert median({}) is None
    assert median({3: 1}) == 3
    assert median({0: 2, 1: 1, 9: 2}) == 1
    assert median({1: 2, 5: 2}) == 1


def test_a_figure_about_few_is_not_shown() -> None:
    few = public(YearCounts(2026, 4, 4, {1: 4}, {Grade.NOT: 4}))
    assert (few.received, few.answered, few.median_days, few.grades) == (None, None, None, None)
    some = public(YearCounts(2026, 9, 4, {1: 4}, {Grade.NOT: 1}))
    assert (some.received, some.answered, some.median_days, some.grades) == (9, None, None, None)


def test_five_are_enough() -> None:
    enough = public(YearCounts(2026, 5, 5, {2: 5}, {Grade.HELPED: 4, Grade.NOT: 1}))
    assert (enough.received, enough.answered, enough.median_days) == (5, 5, 2)
    assert enough.grades == {Grade.HELPED: 80, Grade.PARTLY: 0, Grade.NOT: 20}
    assert shares({Grade.HELPED: 4}) is None
