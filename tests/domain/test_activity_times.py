"""Days and times as people type them, and what is no time."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.activity_times import EndIsNotAfterBeginning, WhenIsPast, WhenIsTooFar, WhenIsUnclear, parse_when
from domain.days import NoSuchDay

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 16, 2, tzinfo=UTC)
"""A Monday, 10:00."""


def read(typed: str) -> tuple[str, str, str]:
    when = parse_when(typed, NOW, SHANGHAI)
    begins, ends = (at.astimezone(SHANGHAI) for at in (when.begins_at, when.ends_at))
    return f"{begins:%m-%d %H:%M}", f"{ends:%m-%d %H:%M}", when.rest


@pytest.mark.parametrize(
    ("typed", "begins", "ends", "rest"),
    [
        ("5月20日 9:00-11:00", "05-20 09:00", "05-20 11:00", ""),
        ("５月２０日　９：００—１１：３０", "05-20 09:00", "05-20 11:30", ""),
        ("明天下午2点到4点", "03-17 14:00", "03-17 16:00", ""),
        ("明天 下午两点半", "03-17 14:30", "03-17 16:30", ""),
        ("今天14:00至15:30", "03-16 14:00", "03-16 15:30", ""),
        ("2026-05-20 14:00", "05-20 14:00", "05-20 16:00", ""),
        ("5月20日 9:00 至 5月21日 17:00", "05-20 09:00", "05-21 17:00", ""),
        ("5月20日 9点-11点 城北村村委会", "05-20 09:00", "05-20 11:00", "城北村村委会"),
        ("5月20日 9:00-11:00，城北村2:30号", "05-20 09:00", "05-20 11:00", "城北村2:30号"),
        ("20 May 9:00-11:00", "05-20 09:00", "05-20 11:00", ""),
        ("5月20日 上午十点半至十二点", "05-20 10:30", "05-20 12:00", ""),
    ],
)
def test_a_time_as_people_type_it(typed: str, begins: str, ends: str, rest: str) -> None:
    assert read(typed) == (begins, ends, rest)


@pytest.mark.parametrize("typed", ["", "5月20日", "9:00-11:00", "不知道", "5月20日 25:00", "5月20日 9:75", "9" * 300])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(WhenIsUnclear):
        read(typed)


def test_edges_of_past_order_and_distance() -> None:
    with pytest.raises(WhenIsPast):
        read("今天 10:00-11:00")
    assert read("今天 10:01-11:00")[0] == "03-16 10:01"
    with pytest.raises(EndIsNotAfterBeginning):
        read("5月20日 11:00-11:00")
    with pytest.raises(EndIsNotAfterBeginning):
        read("5月20日 9:00 至 7月20日 9:00")
    with pytest.raises(WhenIsTooFar):
        read("2028年5月20日 9:00")
    with pytest.raises(NoSuchDay):
        read("2月30日 9:00")
    assert parse_when("明天 9:00", NOW, SHANGHAI).ends_at - NOW == timedelta(hours=25)
