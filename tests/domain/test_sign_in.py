"""The code that changes every minute, and the hours of signing in."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.activities import Activity, ActivityIsCancelled, ActivityKind
from domain.sign_in import (
    SignInCodeIsOld,
    SignInIsOver,
    SignInIsTooEarly,
    activity_of,
    check_code,
    check_time,
    code,
    minute_of,
)

KEY = "key"
AT = datetime(2026, 4, 20, 1, 0, 30, tzinfo=UTC)
HALL = Activity(7, ActivityKind.OPEN_DAY, "开放日", "会议室", AT, AT + timedelta(hours=2))


def code_at(at: datetime, activity_id: int = 7, key: str = KEY) -> str:
    return code(key, activity_id, minute_of(at))


def test_a_code_is_good_in_its_minute_and_in_the_next() -> None:
    typed = code_at(AT)
    for seconds in (-30, 0, 29, 30, 89):
        check_code(typed, KEY, 7, AT + timedelta(seconds=seconds))
    for seconds in (-31, 90, 3600):
        with pytest.raises(SignInCodeIsOld):
            check_code(typed, KEY, 7, AT + timedelta(seconds=seconds))


def test_a_code_is_for_one_activity_and_one_key() -> None:
    for typed in (code_at(AT, activity_id=8), code_at(AT, key="other"), code_at(AT)[:-1], "7-", "7", "", "７-é"):
        with pytest.raises(SignInCodeIsOld):
            check_code(typed, KEY, 7, AT)


def test_a_code_fits_into_a_link_and_names_its_activity() -> None:
    typed = code(KEY, 10**17, minute_of(AT))
    assert len(f"s_{typed}") <= 64
    assert typed.replace("-", "").replace("_", "").isalnum()
    assert activity_of(typed) == 10**17
    assert [activity_of(other) for other in ("", "x-1", "-1", "7", "٣-x", "9" * 20 + "-x")] == [None] * 6


def test_the_doors_open_an_hour_before_and_close_at_the_end() -> None:
    for good in (AT - timedelta(hours=1), AT, HALL.ends_at):
        check_time(HALL, good)
    with pytest.raises(SignInIsTooEarly):
        check_time(HALL, AT - timedelta(hours=1, seconds=1))
    with pytest.raises(SignInIsOver):
        check_time(HALL, HALL.ends_at + timedelta(seconds=1))


def test_nobody_signs_in_at_what_is_cancelled() -> None:
    cancelled = Activity(7, ActivityKind.OPEN_DAY, "开放日", "会议室", AT, HALL.ends_at, cancelled_at=AT)
    with pytest.raises(ActivityIsCancelled):
        check_time(cancelled, AT)
