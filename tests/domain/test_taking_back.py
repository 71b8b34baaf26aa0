"""Until when something may be taken back, and where the letter stands then."""

from datetime import timedelta

import pytest

from domain.letter_kinds import LetterKind
from domain.letters import Letter, LetterState, Side
from domain.taking_back import TooLateToTakeBack, check_in_time, without
from tests.cast import NOW

LATER = NOW + timedelta(hours=1)


def letter(state: LetterState, **more: object) -> Letter:
    known: dict[str, object] = {"id": 1, "number": "JJ-2026-000001", "writer_id": 1, "member_id": 1, "topic": "路灯"}
    kind = {"kind": LetterKind.MEMBER, "is_anonymous": False, "state": state, "received_at": NOW}
    return Letter(**(known | kind | more))  # type: ignore[arg-type]  # the values stand above


def test_it_may_be_taken_back_up_to_the_last_moment() -> None:
    check_in_time(NOW, NOW + timedelta(hours=24), 24)
    with pytest.raises(TooLateToTakeBack):
        check_in_time(NOW, NOW + timedelta(hours=24, seconds=1), 24)


def test_where_the_committee_allows_none_nothing_is_taken_back() -> None:
    with pytest.raises(TooLateToTakeBack):
        check_in_time(NOW, NOW, 0)


def test_an_answer_that_was_taken_back_is_none() -> None:
    answered = letter(LetterState.ANSWERED, answered_at=LATER)
    left = without(answered, [(Side.WRITER, NOW)])
    assert (left.state, left.waiting_since_at, left.answered_at) == (LetterState.READ, NOW, None)


def test_with_an_earlier_answer_left_the_first_answer_stays() -> None:
    answered = letter(LetterState.ANSWERED, answered_at=LATER)
    left = without(answered, [(Side.WRITER, NOW), (Side.HOLDER, LATER)])
    assert (left.state, left.waiting_since_at, left.answered_at) == (LetterState.ANSWERED, None, LATER)


def test_a_question_that_was_taken_back_waits_for_no_answer() -> None:
    asked = letter(LetterState.RECEIVED, answered_at=LATER, waiting_since_at=LATER)
    left = without(asked, [(Side.WRITER, NOW), (Side.HOLDER, LATER)])
    assert (left.state, left.waiting_since_at) == (LetterState.ANSWERED, None)


def test_an_answer_taken_back_is_owed_again_from_when_the_writer_began_to_wait() -> None:
    answered = letter(LetterState.ANSWERED, answered_at=LATER)
    assert without(answered, [(Side.WRITER, NOW)]).owed_since_at == NOW
    handed_on = letter(LetterState.RECEIVED, waiting_since_at=NOW, owed_since_at=LATER)
    assert without(handed_on, [(Side.WRITER, NOW)]).owed_since_at == LATER


def test_a_holder_s_question_that_was_taken_back_is_waited_for_no_more() -> None:
    waiting = letter(LetterState.WAITING, answered_at=NOW)
    before, asked = [(Side.WRITER, NOW), (Side.HOLDER, NOW)], LATER
    assert without(waiting, [*before, (Side.HOLDER, LATER)], asked) == waiting
    assert without(waiting, before, asked).state is LetterState.ANSWERED
    left = without(waiting, before[:1], asked)
    assert (left.state, left.waiting_since_at, left.owed_since_at) == (LetterState.READ, NOW, NOW)


def test_words_that_opened_a_letter_again_and_were_taken_back_leave_it_answered() -> None:
    reopened = letter(LetterState.REOPENED, answered_at=NOW, waiting_since_at=LATER, owed_since_at=LATER)
    left = without(reopened, [(Side.WRITER, NOW), (Side.HOLDER, NOW)])
    assert (left.state, left.waiting_since_at, left.owed_since_at) == (LetterState.ANSWERED, None, None)


def test_what_is_over_stays_as_it_is() -> None:
    settled = letter(LetterState.SETTLED, settled_at=LATER)
    assert without(settled, [(Side.WRITER, NOW)]) == settled
