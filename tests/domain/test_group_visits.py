"""Group visits: the line that calls one, and when one may sign in."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.days import DayIsBeforeTheYear
from domain.group_visits import (
    DayAndMatterAreWanted,
    DayIsTooFar,
    GroupVisit,
    GroupVisitIsOver,
    MatterIsTooLong,
    NotToday,
    check_open,
    read,
)

TODAY = date(2026, 3, 16)
BEGAN = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("typed", "day", "note"),
    [
        ("3月20日 到城北村", date(2026, 3, 20), "到城北村"),
        ("昨天　到城北村 走访", date(2026, 3, 15), "到城北村 走访"),
        ("2026-06-14 到城北村", date(2026, 6, 14), "到城北村"),
        ("3月20日到城北村 走访困难户", date(2026, 3, 20), "到城北村 走访困难户"),
        ("下周三上午，到城北村", date(2026, 3, 25), "到城北村"),
    ],
)
def test_a_line_says_when_and_what(typed: str, day: date, note: str) -> None:
    assert read(typed, TODAY, BEGAN) == (day, note)


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("到城北村走访", DayAndMatterAreWanted),
        ("3月20日", DayAndMatterAreWanted),
        ("3月20日 ……", DayAndMatterAreWanted),
        ("2026-06-15 到城北村", DayIsTooFar),
        ("2025-12-31 到城北村", DayIsBeforeTheYear),
        ("3月20日 " + "字" * 301, MatterIsTooLong),
    ],
)
def test_a_line_that_can_not_be_meant_is_refused(typed: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        read(typed, TODAY, BEGAN)


def test_one_signs_in_from_its_day_until_three_days_after_unless_it_is_over() -> None:
    moment = datetime(2026, 3, 16, tzinfo=UTC)
    visit = GroupVisit(1, 1, TODAY, "到城北村", "code", moment)
    check_open(visit, TODAY)
    check_open(visit, TODAY + timedelta(days=3))
    with pytest.raises(NotToday):
        check_open(visit, TODAY - timedelta(days=1))
    over = (
        GroupVisit(1, 1, TODAY, "到城北村", "code", moment, **{gone: moment}) for gone in ("closed_at", "cancelled_at")
    )
    for one, day in ((visit, TODAY + timedelta(days=4)), *((each, TODAY) for each in over)):
        with pytest.raises(GroupVisitIsOver):
            check_open(one, day)
