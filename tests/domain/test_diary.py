"""The diary: days in front of words, limits, order, months."""

from datetime import date

import pytest

from domain.days import DayIsInTheFuture
from domain.diary import (
    EntryHasTooManyFiles,
    EntryIsEmpty,
    EntryIsTooLong,
    Line,
    What,
    check_entry,
    in_order,
    last_of,
    month_of,
    read_entry,
)

TODAY = date(2026, 3, 16)
BEGAN = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("typed", "day", "words"),
    [
        ("参加座谈会", TODAY, "参加座谈会"),
        ("昨天 参加座谈会", date(2026, 3, 15), "参加座谈会"),
        ("3月5日\n参加座谈会\n发了言", date(2026, 3, 5), "参加座谈会\n发了言"),
        ("5 March took part", TODAY, "5 March took part"),
        ("5 March\ntook part", date(2026, 3, 5), "took part"),
        ("昨天", TODAY, "昨天"),
        ("上周五，去镇里开会", date(2026, 3, 13), "去镇里开会"),
        ("昨天下午参加座谈会，发了言", date(2026, 3, 15), "参加座谈会，发了言"),
        ("3月5日去镇里开会", date(2026, 3, 5), "去镇里开会"),
        ("明天要开会，今天先准备", TODAY, "明天要开会，今天先准备"),
        ("去年12月开的会今天有了结果", TODAY, "去年12月开的会今天有了结果"),
    ],
)
def test_an_entry_may_begin_with_its_day(typed: str, day: date, words: str) -> None:
    assert read_entry(typed, TODAY, BEGAN) == (day, words)


def test_tomorrow_has_no_diary_yet() -> None:
    with pytest.raises(DayIsInTheFuture):
        read_entry("明天 参加座谈会", TODAY, BEGAN)


def test_an_entry_has_words_or_pictures_and_an_end() -> None:
    check_entry("", 1)
    check_entry("字" * 4000, 20)
    for body, files, refusal in (
        ("……", 0, EntryIsEmpty),
        ("字" * 4001, 0, EntryIsTooLong),
        ("好", 21, EntryHasTooManyFiles),
    ):
        with pytest.raises(refusal):
            check_entry(body, files)


def test_a_day_tells_visits_first_and_words_last() -> None:
    today = [Line(TODAY, what, number) for number, what in enumerate((What.ENTRY, What.ANSWER, What.VISIT), start=1)]
    lines = [*today, Line(BEGAN, What.ENTRY, 4)]
    assert [line.id for line in in_order(lines)] == [4, 3, 2, 1]


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2026-13", date(2026, 3, 1), date(2026, 3, 31)),
        ("", date(2026, 3, 1), date(2026, 3, 31)),
    ],
)
def test_a_month_ends_with_its_last_day_and_nonsense_is_this_month(typed: str, first: date, last: date) -> None:
    assert month_of(typed, TODAY) == first
    assert last_of(first) == last
