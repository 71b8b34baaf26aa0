"""Letters move along their table, and each rule says no where it must."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from domain.letter_kinds import LetterKind
from domain.letter_steps import (
    add_words,
    answer,
    ask,
    follow_up,
    grade,
    hand_over,
    holds,
    may_act,
    may_see,
    read,
    settle,
    shown_writer,
    speaks_for,
    withdraw,
)
from domain.letters import (
    MAY_BECOME,
    OFFICE_DESK,
    UNREAD,
    Actor,
    AlreadyWithThem,
    Desk,
    Grade,
    Letter,
    LetterIsClosed,
    LetterIsNotSettled,
    LetterState,
    LetterWasReturned,
    LetterWasWithdrawn,
    NotGradedYet,
)
from domain.people import Member, Person, Role, Standing
from domain.triage import keep, send_back

RECEIVED = datetime(2026, 3, 16, 2, tzinfo=UTC)
LATER = RECEIVED + timedelta(days=2)
LI_JIANGUO, ZHAO_MING = 1, 2
LETTER = Letter(
    id=9,
    number="JJ-2026-000001",
    writer_id=100,
    member_id=LI_JIANGUO,
    kind=LetterKind.MEMBER,
    is_anonymous=False,
    topic="路灯坏了",
    state=LetterState.RECEIVED,
    received_at=RECEIVED,
    waiting_since_at=RECEIVED,
    owed_since_at=RECEIVED,
)
SETTLED = settle(LETTER, LATER)


def person(person_id: int, *roles: Role) -> Person:
    return Person(person_id, "某人", "zh", roles=frozenset(roles))


def member(member_id: int) -> Actor:
    known = Member(member_id, member_id + 500, "李建国", "农业界", "", Standing.REGULAR, False, RECEIVED.date())
    return Actor(person(known.person_id, Role.MEMBER), known)


OFFICE = Actor(person(300, Role.OFFICE))
WRITER = Actor(person(100))
STRANGER = Actor(person(999))


# --- rules ------------------------------------------------------------------------------------------------------------


def test_a_first_look_makes_a_letter_read_and_a_second_changes_nothing() -> None:
    looked_at = read(LETTER)
    assert looked_at.state is LetterState.READ
    assert read(looked_at) is looked_at


def test_an_answer_ends_the_waiting_and_the_first_one_is_remembered() -> None:
    answered = answer(answer(LETTER, RECEIVED), LATER)
    assert (answered.state, answered.answered_at, answered.waiting_since_at) == (LetterState.ANSWERED, RECEIVED, None)


def test_who_writes_again_begins_to_wait_again() -> None:
    again = follow_up(answer(LETTER, RECEIVED), LATER)
    assert (again.state, again.waiting_since_at) == (LetterState.RECEIVED, LATER)


def test_who_waits_already_has_waited_since_the_beginning() -> None:
    assert follow_up(LETTER, LATER).waiting_since_at == RECEIVED


def test_a_settled_letter_takes_no_answer_no_new_holder_and_no_second_end() -> None:
    with pytest.raises(LetterIsClosed):
        answer(SETTLED, LATER)
    with pytest.raises(LetterIsClosed):
        hand_over(SETTLED, Desk(ZHAO_MING), LATER)
    with pytest.raises(LetterIsClosed) as refusal:
        settle(SETTLED, LATER)
    assert refusal.value.args_of_text == {"number": "JJ-2026-000001"}


def test_its_writer_opens_a_settled_letter_again_and_the_judgement_falls() -> None:
    judged = add_words(grade(SETTLED, Grade.HELPED), "谢谢")
    again = follow_up(judged, LATER)
    assert (again.state, again.settled_at) == (LetterState.REOPENED, None)
    assert (again.helped, again.helped_words) == (None, None)


def test_a_letter_handed_over_is_new_to_its_holder_and_the_writer_still_waits() -> None:
    moved = hand_over(answer(LETTER, RECEIVED), Desk(ZHAO_MING), LATER)
    assert (moved.member_id, moved.state, moved.waiting_since_at) == (ZHAO_MING, LetterState.RECEIVED, LATER)


def test_a_letter_may_go_to_the_office_but_not_to_who_has_it() -> None:
    assert hand_over(LETTER, OFFICE_DESK, LATER).member_id is None
    with pytest.raises(AlreadyWithThem):
        hand_over(LETTER, Desk(LI_JIANGUO), LATER)


def test_only_what_is_settled_can_be_judged() -> None:
    with pytest.raises(LetterIsNotSettled):
        grade(LETTER, Grade.NOT)
    with pytest.raises(LetterIsNotSettled):
        add_words(LETTER, "太慢")


def test_a_judgement_may_be_changed_and_its_sentence_comes_after_it() -> None:
    assert grade(grade(SETTLED, Grade.NOT), Grade.PARTLY).helped is Grade.PARTLY
    with pytest.raises(NotGradedYet):
        add_words(SETTLED, "谢谢")


# --- rights -----------------------------------------------------------------------------------------------------------


def test_the_holder_acts_and_so_may_the_office() -> None:
    assert holds(LETTER, member(LI_JIANGUO))
    assert may_act(LETTER, OFFICE)
    assert not holds(LETTER, OFFICE)
    assert not may_act(LETTER, member(ZHAO_MING))
    assert not may_act(LETTER, WRITER)


def test_the_office_holds_what_it_was_given_to_pass_on() -> None:
    to_office = replace(LETTER, member_id=None)
    assert holds(to_office, OFFICE)
    assert not holds(to_office, member(LI_JIANGUO))


def test_writer_holder_and_office_may_look_and_nobody_else() -> None:
    assert all(may_see(LETTER, actor) for actor in (WRITER, member(LI_JIANGUO), OFFICE))
    assert not any(may_see(LETTER, actor) for actor in (STRANGER, member(ZHAO_MING)))


def test_an_anonymous_writer_is_shown_to_nobody() -> None:
    assert shown_writer(LETTER, "王秀英") == "王秀英"
    assert shown_writer(replace(LETTER, is_anonymous=True), "王秀英") is None


# --- the table --------------------------------------------------------------------------------------------------------


class LettersCourse(RuleBasedStateMachine):
    """Random people do random things: what is not refused moves along the table."""

    def __init__(self) -> None:
        super().__init__()
        self.letter = LETTER
        self.now = RECEIVED

    def _move(self, after: Letter) -> None:
        before = self.letter.state
        assert after.state is before or after.state in MAY_BECOME[before]
        self.letter = after
        self.now += timedelta(minutes=1)

    @rule()
    def look(self) -> None:
        self._move(read(self.letter))

    @rule()
    def answer(self) -> None:
        if self.letter.is_over:
            with pytest.raises(self.over()):
                answer(self.letter, self.now)
        else:
            self._move(answer(self.letter, self.now))

    @rule()
    def write_again(self) -> None:
        self._move(follow_up(self.letter, self.now))

    @rule()
    def ask(self) -> None:
        if self.letter.is_over:
            with pytest.raises(self.over()):
                ask(self.letter, self.now)
        else:
            self._move(ask(self.letter, self.now))

    @rule()
    def withdraw(self) -> None:
        if self.letter.is_over and self.letter.state is not LetterState.RETURNED:
            with pytest.raises(self.over()):
                withdraw(self.letter, self.now)
        else:
            self._move(withdraw(self.letter, self.now))

    @rule(to=st.sampled_from([OFFICE_DESK, Desk(LI_JIANGUO), Desk(ZHAO_MING), Desk(unit_id=7)]))
    def hand_over(self, to: Desk) -> None:
        refused = self.over() if self.letter.is_over else AlreadyWithThem
        if self.letter.is_over or self.letter.desk == to:
            with pytest.raises(refused):
                hand_over(self.letter, to, self.now)
        else:
            self._move(hand_over(self.letter, to, self.now))

    @rule()
    def settle(self) -> None:
        if self.letter.is_over:
            with pytest.raises(self.over()):
                settle(self.letter, self.now)
        else:
            self._move(settle(self.letter, self.now))

    @rule()
    def keep(self) -> None:
        if self.letter.is_over:
            with pytest.raises(self.over()):
                keep(self.letter)
        else:
            self._move(keep(self.letter))

    @rule()
    def send_back(self) -> None:
        if self.letter.is_over:
            with pytest.raises(self.over()):
                send_back(self.letter, self.now)
        else:
            self._move(send_back(self.letter, self.now))

    def over(self) -> type[LetterIsClosed | LetterWasReturned | LetterWasWithdrawn]:
        if self.letter.state is LetterState.WITHDRAWN:
            return LetterWasWithdrawn
        return LetterIsClosed if self.letter.is_settled else LetterWasReturned

    @rule(given=st.sampled_from(Grade))
    def judge(self, given: Grade) -> None:
        if self.letter.is_settled:
            self._move(grade(self.letter, given))
        else:
            with pytest.raises(LetterIsNotSettled):
                grade(self.letter, given)

    @invariant()
    def what_is_over_has_an_end(self) -> None:
        assert (self.letter.settled_at is not None) == self.letter.is_over

    @invariant()
    def only_what_the_office_holds_is_in_triage(self) -> None:
        assert not self.letter.is_in_triage or (self.letter.desk.is_office and not self.letter.is_over)

    @invariant()
    def nobody_waits_for_what_is_answered_or_settled(self) -> None:
        waits = self.letter.state in UNREAD | {LetterState.READ}
        assert (self.letter.waiting_since_at is not None) == waits
        assert (self.letter.owed_since_at is not None) == waits

    @invariant()
    def only_what_is_settled_is_judged(self) -> None:
        assert self.letter.helped is None or self.letter.is_settled

    @invariant()
    def an_answered_letter_knows_since_when(self) -> None:
        assert self.letter.answered_at is not None or self.letter.state is not LetterState.ANSWERED


TestLettersCourse = LettersCourse.TestCase


def test_every_state_can_be_left_and_the_table_names_all() -> None:
    assert set(MAY_BECOME) == set(LetterState)
    assert all(MAY_BECOME.values())


def test_a_unit_s_people_speak_for_the_unit_a_member_for_themselves_and_the_office_for_itself() -> None:
    units = replace(LETTER, member_id=None, unit_id=7)
    of_unit = Actor(person(400, Role.STAFF), unit_ids=frozenset({7}))
    assert speaks_for(units, of_unit) == Desk(unit_id=7)
    assert speaks_for(LETTER, member(LI_JIANGUO)) == Desk(member_id=LI_JIANGUO)
    assert speaks_for(units, member(ZHAO_MING)) == Desk(member_id=ZHAO_MING)
    assert speaks_for(units, OFFICE) == OFFICE_DESK
