"""Until when a member is away, as people type it, and who is away when."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.absences import (
    LONGEST_DAYS,
    Absence,
    AwayDayIsPast,
    AwayDayIsUnclear,
    AwayIsTooLong,
    AwayLine,
    ends_at,
    parse_until,
)
from domain.days import NoSuchDay, parse_day_ahead

TODAY = date(2026, 3, 16)
"""A Monday."""


@pytest.mark.parametrize(
    ("typed", "until", "stand_in"),
    [
        ("至 3月20日", date(2026, 3, 20), None),
        ("至3月20日 代理 李建国", date(2026, 3, 20), "李建国"),
        ("到4月1日，由代理：李建国", date(2026, 4, 1), "李建国"),
        ("3月1日", date(2027, 3, 1), None),
        ("2026-11-05 代理人 赵明", date(2026, 11, 5), "赵明"),
        ("11月5日", date(2026, 11, 5), None),
        ("周五", date(2026, 3, 20), None),
        ("周日", date(2026, 3, 22), None),
        ("下周三", date(2026, 3, 25), None),
        ("5号", date(2026, 4, 5), None),
        ("今天", TODAY, None),
        ("后天", date(2026, 3, 18), None),
        ("至今天 代理 ", TODAY, ""),
        ("until 20 March stand-in 李建国", date(2026, 3, 20), "李建国"),
    ],
)
def test_a_line_names_the_last_day_and_who_stands_in(typed: str, until: date, stand_in: str | None) -> None:
    assert AwayLine.parse(typed, TODAY) == AwayLine(until, stand_in)


def test_what_is_no_day_is_refused_and_quoted_short() -> None:
    with pytest.raises(AwayDayIsUnclear) as refusal:
        AwayLine.parse("等我回来再说" * 9, TODAY)
    assert len(refusal.value.args_of_text["typed"]) == 20
    with pytest.raises(AwayDayIsUnclear):
        AwayLine.parse("代理 李建国", TODAY)
    with pytest.raises(NoSuchDay):
        parse_until("2月30日", TODAY)


@pytest.mark.parametrize("typed", ["昨天", "三天前", "上周三", "2026-03-15"])
def test_a_day_that_is_past_is_refused(typed: str) -> None:
    with pytest.raises(AwayDayIsPast):
        parse_until(typed, TODAY)


def test_a_year_is_the_longest() -> None:
    last = TODAY + timedelta(days=LONGEST_DAYS)
    assert parse_until(last.isoformat(), TODAY) == last
    with pytest.raises(AwayIsTooLong) as refusal:
        parse_until((last + timedelta(days=1)).isoformat(), TODAY)
    assert refusal.value.args_of_text == {"day": last}


def test_an_absence_holds_through_its_last_day_where_the_committee_is() -> None:
    end = ends_at(date(2026, 3, 20), ZoneInfo("Asia/Shanghai"))
    absence = Absence(1, 1, None, date(2026, 3, 20), end)
    assert absence.holds(datetime(2026, 3, 20, 15, 59, tzinfo=UTC))
    assert not absence.holds(datetime(2026, 3, 20, 16, 0, tzinfo=UTC))
    back_early = Absence(1, 1, None, date(2026, 3, 20), end, ended_at=end - timedelta(days=2))
    assert not back_early.holds(end - timedelta(days=1))


@given(today=st.dates(date(2024, 1, 1), date(2030, 1, 1)), ahead=st.integers(0, 364))
def test_any_day_of_the_coming_year_is_found_without_its_year(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    if (day.month, day.day) != (2, 29):
        assert parse_day_ahead(f"{day.month}月{day.day}日", today) == day
