"""Messages leave evenly and never before Telegram allows."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.pace import Pace, Sending

LIMITS = Sending(overall_per_second=10, chat_per_second=1, group_per_minute=6)


def test_messages_to_several_people_leave_evenly() -> None:
    pace = Pace(LIMITS)
    assert [round(pace.book(chat, 0.0), 3) for chat in (1, 2, 3)] == [0.0, 0.1, 0.2]


def test_one_person_gets_one_message_a_second_and_a_group_six_a_minute() -> None:
    pace = Pace(LIMITS)
    assert [pace.book(1, 0.0) for _ in range(3)] == [0.0, 1.0, 2.0]
    pace = Pace(LIMITS)
    assert [pace.book(-5, 0.0) for _ in range(3)] == [0.0, 10.0, 20.0]


def test_a_chat_that_must_wait_holds_up_nobody_else() -> None:
    pace = Pace(LIMITS)
    pace.book(1, 0.0)
    pace.hold(1, 30, 0.0)
    assert pace.book(2, 0.2) == 0.2
    assert pace.book(1, 0.3) == 30.0


def test_two_chats_that_must_wait_mean_that_all_must() -> None:
    pace = Pace(LIMITS)
    pace.hold(1, 30, 0.0)
    pace.hold(2, 20, 1.0)
    assert pace.book(3, 2.0) == 21.0


@given(st.lists(st.tuples(st.integers(1, 5), st.floats(0, 0.5)), max_size=60))
def test_no_chat_and_no_second_gets_more_than_is_allowed(bookings: list[tuple[int, float]]) -> None:
    pace, now = Pace(LIMITS), 0.0
    slots: dict[int, list[float]] = {}
    for chat, gap in bookings:
        now += gap
        slots.setdefault(chat, []).append(pace.book(chat, now))
    for of_chat in slots.values():
        assert all(later - earlier >= 1 - 1e-9 for earlier, later in pairwise(of_chat))
