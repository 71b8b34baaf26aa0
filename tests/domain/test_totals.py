"""Periods as they are typed, figures that add up, who is behind, whose place is which."""

from datetime import date

import pytest

from domain.totals import (
    Figures,
    Period,
    PeriodKind,
    PeriodUnknown,
    added_up,
    is_behind,
    months_over,
    parse_period,
    place,
)

TODAY = date(2026, 3, 16)
YEAR_ENDS = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        *(
            ("月", "2026-03"),
            ("本月", "2026-03"),
            ("上月", "2026-02"),
            ("month", "2026-03"),
            ("Last  Month", "2026-02"),
        ),
        *(("季", "2026-Q1"), ("上季度", "2025-Q4"), ("年", "2026"), ("去年", "2025"), ("last year", "2025")),
        *(("2026年3月", "2026-03"), ("2025-11", "2025-11"), ("2025 年 1 月", "2025-01")),
        *(("2025年第4季度", "2025-Q4"), ("2025年第四季度", "2025-Q4"), ("2026-Q1", "2026-Q1"), ("2026q1", "2026-Q1")),
        *(("2025", "2025"), ("2025年", "2025")),
    ],
)
def test_a_period_is_understood(words: str, code: str) -> None:
    assert parse_period(words, TODAY).code == code


@pytest.mark.parametrize(
    "words",
    [
        "",
        "春天",
        "2026年4月",
        "2026年第2季度",
        "2027",
        "2025-13",
        "2025-00",
        "2025-Q5",
        "1999",
        "99999",
        "２０２５",
        "2025年3月5日",
    ],
)
def test_what_is_no_period_or_has_not_begun_is_refused(words: str) -> None:
    with pytest.raises(PeriodUnknown):
        parse_period(words, TODAY)


@pytest.mark.parametrize("code", ["2026-03", "2025-Q4", "2025"])
def test_a_period_s_code_names_it_again(code: str) -> None:
    assert parse_period(code, TODAY).code == code


def test_a_quarter_has_three_months_and_ends_on_its_last_day() -> None:
    quarter = Period(PeriodKind.QUARTER, 2026, 1)
    assert (quarter.first, quarter.last) == (date(2026, 1, 1), date(2026, 3, 31))
    assert quarter.before() == Period(PeriodKind.QUARTER, 2025, 4)
    assert Period(PeriodKind.MONTH, 2024, 2).last == date(2024, 2, 29)


def test_only_who_has_done_all_has_a_hundred_percent() -> None:
    assert Figures(owed=300, done=299).percent == 99
    assert Figures(owed=300, done=300).percent == 100
    assert Figures().percent is None


def test_figures_of_many_are_the_sum_of_each() -> None:
    one, other = Figures(members=1, visits=2, owed=5), Figures(members=1, visits=3, done=1)
    one.days.update({0: 2})
    other.days.update({0: 1, 4: 1})
    total = added_up([one, other])
    assert (total.members, total.visits, total.owed, total.done, total.median_days) == (2, 5, 5, 1, 0)
    assert one.visits == 2


@pytest.mark.parametrize(
    ("on", "done", "behind"),
    [
        ("2026-01-30", 0, False),  # no month is over
        ("2026-01-31", 0, True),  # one is, at its last day's end
        ("2026-03-16", 3, True),  # two months: 4 of 24
        ("2026-03-16", 4, False),
        ("2026-12-31", 23, True),
        ("2026-12-31", 24, False),
    ],
)
def test_behind_is_who_has_done_less_than_the_months_that_are_over_ask_for(on: str, done: int, behind: bool) -> None:
    assert is_behind(Figures(owed=24, done=done), date.fromisoformat(on), YEAR_ENDS) is behind


def test_who_owes_nothing_is_never_behind() -> None:
    assert not is_behind(Figures(), YEAR_ENDS, YEAR_ENDS)
    assert months_over(date(2026, 2, 28)) == 2


def test_equals_share_a_place_and_who_owes_nothing_has_none() -> None:
    all_of_them = [Figures(owed=10, done=done) for done in (9, 5, 5, 2)] + [Figures()]
    assert [place(each, all_of_them)[0] for each in all_of_them[:4]] == [1, 2, 2, 4]
    assert place(all_of_them[0], all_of_them)[1] == 4
