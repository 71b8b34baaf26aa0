"""Who types one wrong code after the other waits longer and longer, and is forgiven in the end."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.guesses import LONGEST, is_forgotten, waits_until

LAST = datetime(2026, 3, 16, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("count", "minutes"), [(1, 0), (4, 0), (5, 1), (6, 2), (7, 4), (15, 1024), (16, 1440), (17, 1440), (10**9, 1440)]
)
def test_the_pause_doubles_up_to_a_day(count: int, minutes: int) -> None:
    assert waits_until(count, LAST) - LAST == timedelta(minutes=minutes)


def test_it_is_forgotten_after_twice_the_longest_pause() -> None:
    assert not is_forgotten(LAST, LAST + 2 * LONGEST)
    assert is_forgotten(LAST, LAST + 2 * LONGEST + timedelta(seconds=1))
