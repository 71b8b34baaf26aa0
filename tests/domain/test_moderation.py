"""Words, lines, pauses."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.floods import LONGEST, Flow, letters_a_day, pause
from domain.moderation import found, parse_line
from domain.people import Person, Role
from domain.settings import Mailbox
from tests.cast import NOW

WANG = Person(1, "王秀英", "zh", 1001, joined_at=NOW - timedelta(days=30))
NEW = replace(WANG, id=2, joined_at=NOW - timedelta(days=6))
LIMITS = Mailbox(messages_per_minute=3, newcomer_messages_per_minute=2)


@pytest.mark.parametrize("text", ["你这骗子", "你这 骗·子", "ＰＩＡＮ骗\n子"])
def test_a_word_is_found_whatever_stands_between_its_characters(text: str) -> None:
    assert found(text, ("骗子", "别的", "")) == ["骗子"]


def test_a_word_is_found_however_it_is_written() -> None:
    assert found("I will ＫＩＬＬ him", ("kill",)) == ["kill"]
    assert found("路灯坏了", Mailbox().urgent_words) == []


@pytest.mark.parametrize(
    ("line", "parsed"),
    [
        ("王秀英 反复辱骂 至 4月1日", ("王秀英", "反复辱骂", "4月1日")),
        ("SL-2026-000003 甚至骂人 至4月1日", ("SL-2026-000003", "甚至骂人", "4月1日")),
        ("王秀英 反复辱骂", ("王秀英", "反复辱骂", "")),
        ("王秀英", ("王秀英", "", "")),
    ],
)
def test_a_line_says_who_why_and_until_when(line: str, parsed: tuple[str, str, str]) -> None:
    assert parse_line(line) == parsed


def test_newcomers_write_fewer_letters_and_who_has_a_role_writes_any_number() -> None:
    limits = Mailbox(letters_per_day=9, newcomer_letters_per_day=4, newcomer_days=7)
    assert letters_a_day(WANG, limits, NOW) == 9
    assert letters_a_day(NEW, limits, NOW) == 4
    assert letters_a_day(replace(NEW, joined_at=NOW - timedelta(days=7)), limits, NOW) == 9
    assert letters_a_day(replace(NEW, roles=frozenset({Role.MEMBER})), limits, NOW) == 0


def test_one_message_too_many_within_a_minute_is_too_fast() -> None:
    flow = Flow(LIMITS)
    assert [flow.is_too_fast(WANG, NOW + timedelta(seconds=at)) for at in range(4)] == [False, False, False, True]
    assert [flow.is_too_fast(NEW, NOW + timedelta(seconds=at)) for at in range(3)] == [False, False, True]


def test_messages_of_the_minute_before_and_the_pieces_of_an_album_do_not_count() -> None:
    flow = Flow(LIMITS)
    assert not any(flow.is_too_fast(WANG, NOW + timedelta(seconds=20 * at)) for at in range(9))
    flow = Flow(LIMITS)
    assert not any(flow.is_too_fast(WANG, NOW, "album") for _ in range(10))


def test_nobody_is_too_fast_where_there_is_no_limit() -> None:
    flow = Flow(Mailbox(messages_per_minute=0))
    assert not any(flow.is_too_fast(WANG, NOW) for _ in range(100))


def test_each_pause_is_twice_as_long_up_to_a_day() -> None:
    limits = Mailbox(pause_minutes=2)
    assert [pause(count, limits) for count in range(3)] == [timedelta(minutes=minutes) for minutes in (2, 4, 8)]
    assert pause(30, limits) == LONGEST
