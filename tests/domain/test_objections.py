"""What may be said against points until when, and which points the office may give instead."""

from datetime import date
from decimal import Decimal

import pytest

from domain.objections import (
    ObjectionsAreOver,
    PointsAreTheSame,
    PointsAreTooMany,
    PointsAreUnclear,
    chased_on,
    check_in_time,
    parse_points,
)
from domain.refusals import Refusal
from tests.domain.test_appraisal import rule

UNTIL = date(2026, 3, 30)


@pytest.mark.parametrize(
    ("today", "chased"), [(22, None), (23, 23), (24, 23), (29, 23), (30, 30)], ids=lambda value: str(value)
)
def test_what_waits_is_chased_after_its_days_and_then_each_week(today: int, chased: int | None) -> None:
    day = chased_on(date(2026, 3, 16), date(2026, 3, today), 7)
    assert day == (date(2026, 3, chased) if chased else None)


def test_the_last_day_counts_whole() -> None:
    check_in_time(UNTIL, UNTIL)
    with pytest.raises(ObjectionsAreOver):
        check_in_time(date(2026, 3, 31), UNTIL)


@pytest.mark.parametrize(
    ("typed", "points"),
    [
        ("12", "12"),
        (" ７．５ 分 ", "7.5"),
        ("-2", "-2"),
        ("−2", "-2"),
        ("+3 points", "3"),
        ("0", "0"),
        ("1000", "1000"),
    ],
)
def test_points_are_read_as_people_type_them(typed: str, points: str) -> None:
    assert parse_points(typed, rule(), Decimal(6)) == Decimal(points)


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", PointsAreUnclear),
        ("多一些", PointsAreUnclear),
        ("7.25", PointsAreUnclear),
        ("1e3", PointsAreUnclear),
        ("12345", PointsAreUnclear),
        ("1001", PointsAreTooMany),
        ("6", PointsAreTheSame),
        ("6.0", PointsAreTheSame),
    ],
)
def test_other_points_are_refused(typed: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_points(typed, rule(), Decimal(6))


@pytest.mark.parametrize("typed", ["20.5", "-21"])
def test_no_line_is_given_more_than_its_most(typed: str) -> None:
    with pytest.raises(PointsAreTooMany):
        parse_points(typed, rule(at_most=20), Decimal(6))
    assert parse_points("20", rule(at_most=20), Decimal(6)) == 20
