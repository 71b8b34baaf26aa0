"""Days as people type them."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.days import (
    LONGEST_DAY_TYPED,
    DayIsBeforeTheYear,
    DayIsInTheFuture,
    NoSuchDay,
    check_visit_day,
    months_before,
    parse_day,
    parse_day_ahead,
)

THURSDAY = date(2026, 3, 5)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))
NUMERALS = "〇一二三四五六七八九"


def day(text: str, today: date = THURSDAY) -> date | None:
    return parse_day(text, today)


@pytest.mark.parametrize(
    ("typed", "days_ago"),
    [
        ("今天", 0),
        ("今日", 0),
        ("今晚", 0),
        ("昨天", 1),
        ("昨天下午", 1),
        ("昨晚", 1),
        ("前天", 2),
        ("大前天", 3),
        ("3天前", 3),
        ("三天前", 3),
        ("３天前", 3),
        ("两天以前", 2),
        ("十五天前", 15),
        ("一周前", 7),
        ("两个星期前", 14),
        ("today", 0),
        ("Yesterday", 1),
        ("明天", -1),
        ("后天", -2),
    ],
)
def test_a_word_counts_from_today(typed: str, days_ago: int) -> None:
    assert day(typed) == THURSDAY - timedelta(days=days_ago)


@pytest.mark.parametrize("typed", ["周三", "星期三", "礼拜三", "周3", "Wed", "wednesday", "Wed."])
def test_a_weekday_is_the_latest_one(typed: str) -> None:
    assert day(typed) == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("周四", THURSDAY),
        ("周五", date(2026, 2, 27)),
        ("周日", date(2026, 3, 1)),
        ("星期天", date(2026, 3, 1)),
        ("上周三", date(2026, 2, 25)),
        ("上个星期天", date(2026, 3, 1)),
        ("上上周一", date(2026, 2, 16)),
        ("本周三", date(2026, 3, 4)),
        ("这周五", date(2026, 3, 6)),
        ("下周一", date(2026, 3, 9)),
    ],
)
def test_a_named_week_runs_from_monday_to_sunday(typed: str, expected: date) -> None:
    assert day(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "3月4日", "3月4号", "3月4", "03月04日", "3.4", "3-4", "3/4", "３．４", "３月４日", "三月四日", "三月四号",
        "2026-03-04", "2026-3-4", "2026.3.4", "2026/3/4", "２０２６－０３－０４", "20260304", "2026年3月4日",
        "二〇二六年三月四日", "26年3月4日", "26.3.4", "4日", "4号", "四号", "本月4日", "这个月4号",
        "4 March", "4th March", "March 4", "Mar 4", "Mar. 4th", "4mar", "Mar 4, 2026", "4 March 2026", " 3月 4日 ",
    ],
)  # fmt: skip
def test_one_day_may_be_written_in_many_ways(typed: str) -> None:
    assert day(typed) == date(2026, 3, 4)


@pytest.mark.parametrize(("typed", "expected"), [("十月二十一日", (10, 21)), ("十二月三十号", (12, 30))])
def test_chinese_numerals_go_beyond_ten(typed: str, expected: tuple[int, int]) -> None:
    assert day(typed, date(2026, 12, 31)) == date(2026, *expected)


def test_december_typed_in_early_january_is_last_year_s() -> None:
    assert day("12月30日", date(2027, 1, 2)) == date(2026, 12, 30)


def test_a_month_still_ahead_stays_in_this_year_so_that_it_is_refused_as_future() -> None:
    assert day("6月1日") == date(2026, 6, 1)


def test_a_day_late_in_the_month_typed_early_is_last_month_s() -> None:
    assert day("28号", date(2026, 3, 2)) == date(2026, 2, 28)


def test_a_day_soon_to_come_stays_in_this_month() -> None:
    assert day("5号", date(2026, 3, 2)) == date(2026, 3, 5)


def test_a_day_that_this_month_lacks_is_last_month_s() -> None:
    assert day("31号", date(2026, 2, 10)) == date(2026, 1, 31)


def test_a_day_that_last_month_lacks_is_this_month_s() -> None:
    assert day("31号", date(2026, 3, 1)) == date(2026, 3, 31)


def test_the_last_month_may_be_named() -> None:
    assert day("上个月28号") == date(2026, 2, 28)


def test_the_leap_day_exists_in_leap_years() -> None:
    assert day("2月29日", date(2028, 3, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    "typed", ["2月30日", "13月1日", "2.30", "0号", "32号", "2026-02-29", "0000-01-01", "Feb 30", "2月29日", "上月31号"]
)
def test_a_day_the_calendar_lacks_is_refused(typed: str) -> None:
    with pytest.raises(NoSuchDay) as refusal:
        day(typed)
    assert refusal.value.args_of_text == {"typed": typed}


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "王秀英",
        "上门",
        "周八",
        "周",
        "天前",
        "3.50元",
        "13800138000",
        "88654321",
        "十十月",
        "3月",
        "2026",
        "🙂",
        "3.4.5.6",
    ],
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert day(typed) is None


def test_a_long_text_is_not_searched_for_a_day() -> None:
    assert day("今天" + " " * LONGEST_DAY_TYPED) is None


def chinese(number: int) -> str:
    """31 → 三十一."""
    tens, ones = divmod(number, 10)
    return (NUMERALS[tens] if tens > 1 else "") + ("十" if tens else "") + (NUMERALS[ones] if ones else "")


@given(DAYS)
def test_every_full_date_reads_back_in_each_format(any_day: date) -> None:
    year, month, number = any_day.year, any_day.month, any_day.day
    name = any_day.strftime("%B")
    for written in (
        any_day.isoformat(),
        f"{year}.{month}.{number}",
        f"{year}/{month}/{number}",
        f"{year}年{month}月{number}日",
        f"{year}年{month:02}月{number:02}号",
        f"{any_day:%Y%m%d}",
        "".join(NUMERALS[int(digit)] for digit in str(year)) + f"年{chinese(month)}月{chinese(number)}日",
        f"{name} {number}, {year}",
        f"{number} {name[:3]} {year}",
    ):
        assert parse_day(written, THURSDAY) == any_day, written


@given(today=DAYS, days_ago=st.integers(min_value=0, max_value=180))
def test_every_date_of_the_last_half_year_reads_back_without_its_year(today: date, days_ago: int) -> None:
    any_day = today - timedelta(days=days_ago)
    if (any_day.month, any_day.day) == (2, 29) and any_day.year != today.year:
        return
    month, number = any_day.month, any_day.day
    for written in (
        f"{month}月{number}日",
        f"{month}.{number}",
        f"{month}-{number:02}",
        f"{month}/{number}",
        f"{chinese(month)}月{chinese(number)}号",
        f"{number} {any_day:%B}",
        f"{any_day:%b} {number}",
    ):
        assert parse_day(written, today) == any_day, written


@given(today=DAYS, weekday=st.integers(min_value=0, max_value=6))
def test_a_weekday_is_never_ahead_and_never_a_week_ago(today: date, weekday: int) -> None:
    meant = parse_day("周" + "一二三四五六日"[weekday], today)
    assert meant is not None
    assert meant.weekday() == weekday
    assert timedelta() <= today - meant < timedelta(days=7)


@given(
    text=st.text() | st.text(alphabet="0123456789０３十廿一三两〇年月日号.-/ 上下本周个天前大marchfe"), today=st.dates()
)
@example(text="999天前", today=date.min)
@example(text="昨天", today=date.min)
@example(text="明天", today=date.max)
@example(text="上月5号", today=date.min)
@example(text="12月30日", today=date.min)
@example(text="下周日", today=date.max)
def test_any_text_is_a_day_or_none_or_refused(text: str, today: date) -> None:
    with suppress(NoSuchDay):
        assert isinstance(parse_day(text, today), date | None)


def test_today_and_the_first_day_of_the_year_can_be_reported() -> None:
    check_visit_day(THURSDAY, THURSDAY, date(2026, 1, 1))
    check_visit_day(date(2026, 1, 1), THURSDAY, date(2026, 1, 1))


def test_a_visit_tomorrow_is_refused() -> None:
    with pytest.raises(DayIsInTheFuture) as refusal:
        check_visit_day(date(2026, 3, 6), THURSDAY, date(2026, 1, 1))
    assert refusal.value.args_of_text == {"day": date(2026, 3, 6)}


def test_a_visit_before_the_year_began_is_refused() -> None:
    with pytest.raises(DayIsBeforeTheYear) as refusal:
        check_visit_day(date(2025, 12, 31), THURSDAY, date(2026, 1, 1))
    assert refusal.value.args_of_text == {"day": date(2025, 12, 31), "began": date(2026, 1, 1)}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("前天下午3点", date(2026, 3, 3)),
        ("昨天上午十点一刻", date(2026, 3, 4)),
        ("昨天9：30左右", date(2026, 3, 4)),
        ("3月3日（周二）", date(2026, 3, 3)),
        ("2026年3月3日 星期二", date(2026, 3, 3)),
        ("去年12月3日", date(2025, 12, 3)),
        ("今年2月3号", date(2026, 2, 3)),
        ("刚才", THURSDAY),
        ("last Friday", date(2026, 2, 27)),
        ("3 days ago", date(2026, 3, 2)),
        ("三月廿三日", date(2026, 3, 23)),
        ("二月廿三", None),
    ],
)
def test_the_hour_the_weekday_and_the_year_may_stand_beside_a_day(typed: str, expected: date | None) -> None:
    assert day(typed) == expected


def test_a_weekday_that_is_another_day_s_is_refused() -> None:
    with pytest.raises(NoSuchDay):
        day("3月3日（周三）")


@pytest.mark.parametrize("typed", ["周五上午", "周五晚上"])
def test_the_morning_of_a_day_to_come_is_not_last_week_s(typed: str) -> None:
    assert parse_day_ahead(typed, THURSDAY) == date(2026, 3, 6)


@pytest.mark.parametrize(
    ("today", "months", "expected"),
    [
        (date(2026, 5, 16), 4, date(2026, 1, 16)),
        (date(2026, 4, 16), 4, date(2025, 12, 16)),
        (date(2026, 7, 31), 1, date(2026, 6, 30)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 3, 16), 12, date(2025, 3, 16)),
    ],
)
def test_months_before_is_the_same_day_or_the_last_of_a_shorter_month(today: date, months: int, expected: date) -> None:
    assert months_before(today, months) == expected
