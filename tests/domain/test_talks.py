"""A talk in a line."""

from datetime import date

import pytest

from domain.days import DayIsInTheFuture, NoSuchDay
from domain.refusals import Refusal
from domain.short_words import LONGEST_WORDS, WordsAreTooLong
from domain.talks import LONGEST_TALKER, Talk, TalkIsUnclear, parse_talk

TODAY = date(2027, 1, 20)


@pytest.mark.parametrize(
    "line",
    [
        "1月15日 陈主席；谈了走访太少的原因",
        "2027-01-15 陈主席; 谈了走访太少的原因",
        " 1月15日  陈主席\n谈了走访太少的原因",
    ],
)
def test_day_who_and_what_are_told_apart(line: str) -> None:
    assert parse_talk(line, TODAY) == Talk(date(2027, 1, 15), "陈主席", "谈了走访太少的原因")


def test_what_was_said_may_hold_more_of_the_same_signs() -> None:
    assert parse_talk("今天 陈主席；一是走访；二是日记", TODAY).words == "一是走访；二是日记"


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ("", TalkIsUnclear),
        ("陈主席；谈了走访", TalkIsUnclear),
        ("1月15日；谈了走访", TalkIsUnclear),
        ("1月15日 陈主席", TalkIsUnclear),
        ("1月15日 陈主席；👍", TalkIsUnclear),
        (f"1月15日 {'陈' * (LONGEST_TALKER + 1)}；谈了走访", TalkIsUnclear),
        ("2月30日 陈主席；谈了走访", NoSuchDay),
        ("明天 陈主席；谈了走访", DayIsInTheFuture),
        (f"1月15日 陈主席；{'谈' * (LONGEST_WORDS + 1)}", WordsAreTooLong),
    ],
)
def test_other_lines_are_refused(line: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_talk(line, TODAY)
