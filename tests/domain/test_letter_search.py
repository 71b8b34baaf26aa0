"""One line is taken apart into words, states and dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.day_spans import Span, parse_span
from domain.days import NoSuchDay
from domain.letter_search import LONGEST_LINE, NothingToLookFor, Query, SearchIsTooLong, TooManyWords
from domain.letters import LetterState
from domain.refusals import Refusal

TODAY = date(2026, 3, 16)
STATES = {"已回复": frozenset({LetterState.ANSWERED}), "已阅": frozenset({LetterState.READ})}


def query(line: str) -> Query:
    return Query.parse(line, TODAY, STATES)


def days(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


def test_words_state_and_month_in_one_line() -> None:
    assert query("路灯 已回复 3月") == Query(("路灯",), STATES["已回复"], days("2026-03-01", "2026-03-31"))


def test_their_order_does_not_matter() -> None:
    assert query("3月 已回复 路灯") == query("路灯　已回复　３月")


def test_two_states_mean_either() -> None:
    assert query("已回复 已阅").states == {LetterState.ANSWERED, LetterState.READ}


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("3月", days("2026-03-01", "2026-03-31")),
        ("12月", days("2025-12-01", "2025-12-31")),
        ("十一月份", days("2025-11-01", "2025-11-30")),
        ("2024年2月", days("2024-02-01", "2024-02-29")),
        ("2026-03", days("2026-03-01", "2026-03-31")),
        ("2026.3", days("2026-03-01", "2026-03-31")),
        ("上个月", days("2026-02-01", "2026-02-28")),
        ("本月", days("2026-03-01", "2026-03-31")),
        ("去年", days("2025-01-01", "2025-12-31")),
        ("2024年", days("2024-01-01", "2024-12-31")),
        ("3月5日", days("2026-03-05", "2026-03-05")),
        ("三月五号", days("2026-03-05", "2026-03-05")),
        ("2026-03-05", days("2026-03-05", "2026-03-05")),
        ("昨天", days("2026-03-15", "2026-03-15")),
        ("周五", days("2026-03-13", "2026-03-13")),
        ("三天前", days("2026-03-13", "2026-03-13")),
        ("自3月1日至3月5日", days("2026-03-01", "2026-03-05")),
        ("自 3.1 到 3.5", days("2026-03-01", "2026-03-05")),
        ("从去年至2月", days("2025-01-01", "2026-02-28")),
        ("from 2026-01 to 2026-02", days("2026-01-01", "2026-02-28")),
        ("1月 3月", days("2026-01-01", "2026-03-31")),
        ("自3月", Span(first=date(2026, 3, 1))),
        ("至2月", Span(last=date(2026, 2, 28))),
    ],
)
def test_dates_as_people_type_them(typed: str, span: Span) -> None:
    assert query(typed) == Query(span=span)
    assert query(f"路灯 {typed}") == Query(("路灯",), span=span)


@pytest.mark.parametrize("word", ["5号", "3.5", "13月", "5号楼", "从学校到医院的路", "每天", "到处", "123", "自来水"])
def test_what_is_more_often_a_word_stays_one(word: str) -> None:
    assert query(word) == Query((word,))


def test_a_day_that_does_not_exist_is_said() -> None:
    with pytest.raises(NoSuchDay):
        query("2月30日")


@pytest.mark.parametrize("quoted", ["“已回复”", '"已回复"', "「已回复」"])
def test_a_word_in_quotes_is_a_word(quoted: str) -> None:
    assert query(f"{quoted} 3月").words == ("已回复",)


@pytest.mark.parametrize("line", ["", " ", "👍", "！？", "“”", "———"])
def test_signs_alone_are_nothing_to_look_for(line: str) -> None:
    with pytest.raises(NothingToLookFor):
        query(line)


def test_signs_beside_words_are_passed_over() -> None:
    assert query("路灯 ！ 👍").words == ("路灯",)


def test_the_longest_line_and_the_most_words() -> None:
    assert query("路" * LONGEST_LINE).words == ("路" * LONGEST_LINE,)
    with pytest.raises(SearchIsTooLong):
        query("路" * (LONGEST_LINE + 1))
    assert len(query("一 二 三 四 五 六 七 八").words) == 8
    with pytest.raises(TooManyWords):
        query("一 二 三 四 五 六 七 八 九")


@given(st.text(max_size=200))
def test_any_line_is_a_query_or_refused(line: str) -> None:
    try:
        found = query(line)
    except Refusal:
        return
    assert found != Query()


@given(st.text(alphabet="0123456789年月日号-./自至到从上本去今前周三 ", max_size=20))
def test_a_span_never_ends_before_it_begins(line: str) -> None:
    try:
        span = parse_span(line, TODAY)
    except NoSuchDay:
        return
    assert span is None or span.first is None or span.last is None or span.first <= span.last
