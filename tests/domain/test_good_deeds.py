"""Good deeds: how promises are typed, what may follow what, what counts."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.good_deeds import (
    MAY_BECOME,
    DeedIsBeforePromise,
    DeedIsJudged,
    DeedIsPast,
    DeedState,
    GoodDeed,
    Promise,
    PromiseIsPast,
    PromiseIsTooFar,
    check_becomes,
    check_done_on,
    check_judged,
)
from domain.visit_lines import VisitLine, promise_in

TODAY = date(2026, 3, 16)
APRIL = date(2026, 4, 10)
OPEN = GoodDeed(1, 1, 1, "送轮椅", TODAY, state=DeedState.PROMISED, promised_on=TODAY, due_on=APRIL)


@pytest.mark.parametrize(
    ("typed", "what", "due"),
    [
        ("4月10日前送去轮椅", "送去轮椅", APRIL),
        ("4月10日前 送去轮椅", "送去轮椅", APRIL),
        ("4月10日之前，送去轮椅", "送去轮椅", APRIL),
        ("送去轮椅 4月10日前", "送去轮椅", APRIL),
        ("4月10日 送去轮椅", "送去轮椅", APRIL),
        ("周五前 送去轮椅", "送去轮椅", date(2026, 3, 20)),
        ("今天 送去轮椅", "送去轮椅", TODAY),
        ("by 10 April bring a wheelchair", "bring a wheelchair", APRIL),
        ("bring a wheelchair by 10 April", "bring a wheelchair", APRIL),
        ("送去轮椅", "送去轮椅", date(2026, 4, 15)),
        ("前天说好的轮椅", "前天说好的轮椅", date(2026, 4, 15)),
        ("4月10日前", "4月10日前", date(2026, 4, 15)),
    ],
)
def test_a_promise_names_its_day_before_or_behind_or_is_due_in_a_month(typed: str, what: str, due: date) -> None:
    assert Promise.parse(typed, TODAY) == Promise(what, due)


@pytest.mark.parametrize(
    ("typed", "refusal"), [("昨天前 送轮椅", PromiseIsPast), ("2027年3月18日前 送轮椅", PromiseIsTooFar)]
)
def test_a_promise_is_neither_for_yesterday_nor_for_years(typed: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        Promise.parse(typed, TODAY)
    assert Promise.parse("2027年3月17日前 送轮椅", TODAY).due_on == date(2027, 3, 17)


def test_one_line_says_what_was_done_and_what_was_promised() -> None:
    line = VisitLine.parse("王秀英 昨天 上门 看病 #实事 联系医院 ＃承诺 4月10日前 送轮椅 #承诺 修路", TODAY)
    assert line.good_deeds == ("联系医院",)
    assert line.promises == (Promise("送轮椅", APRIL), Promise("修路", date(2026, 4, 15)))


@pytest.mark.parametrize(("typed", "rest"), [("承诺 送轮椅", "送轮椅"), ("答应：修路", "修路"), ("送轮椅", None)])
def test_words_that_begin_with_a_promise_are_one(typed: str, rest: str | None) -> None:
    assert promise_in(typed) == rest


@pytest.mark.parametrize("state", DeedState)
@pytest.mark.parametrize("next_state", DeedState)
def test_what_may_follow_what(state: DeedState, next_state: DeedState) -> None:
    deed = replace(OPEN, state=state)
    if next_state in MAY_BECOME[state]:
        check_becomes(deed, next_state)
    else:
        with pytest.raises(DeedIsPast):
            check_becomes(deed, next_state)


def test_what_was_given_up_is_past() -> None:
    with pytest.raises(DeedIsPast):
        check_becomes(replace(OPEN, withdrawn_at=datetime(2026, 3, 17, tzinfo=UTC)), DeedState.DONE)


def test_a_promise_is_judged_once_it_is_said_to_be_done() -> None:
    with pytest.raises(DeedIsPast):
        check_judged(OPEN)
    check_judged(replace(OPEN, state=DeedState.DONE))
    for judged in (replace(OPEN, state=DeedState.CONFIRMED), replace(OPEN, dispute="没有送到")):
        with pytest.raises(DeedIsJudged):
            check_judged(judged)


def test_nothing_is_done_before_it_was_promised() -> None:
    check_done_on(OPEN, TODAY)
    with pytest.raises(DeedIsBeforePromise):
        check_done_on(OPEN, date(2026, 3, 15))


def test_a_promise_is_overdue_the_day_after_its_day() -> None:
    assert not OPEN.is_overdue(APRIL)
    assert OPEN.is_overdue(date(2026, 4, 11))
    assert not replace(OPEN, state=DeedState.DONE).is_overdue(date(2026, 4, 11))
