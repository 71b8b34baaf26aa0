"""The rules of letters: who may do something to one, and what each step makes of it: answering, handing over, settling,
judging. What may follow what stands in ``domain.letters``."""

from dataclasses import replace
from datetime import datetime, timedelta

from domain.letters import (
    MAY_BECOME,
    OFFICE_DESK,
    UNREAD,
    URGE_PAUSE,
    Actor,
    AlreadyWithThem,
    Desk,
    Grade,
    Letter,
    LetterIsClosed,
    LetterIsNotSettled,
    LetterState,
    LetterWaitsForYou,
    LetterWasReturned,
    LetterWasWithdrawn,
    NotGradedYet,
    Outcome,
    UrgedAlready,
)

# --- rights -----------------------------------------------------------------------------------------------------------


def holds(letter: Letter, actor: Actor) -> bool:
    """Is it this person's to answer?"""
    if letter.desk.is_office:
        return actor.is_office
    return letter.desk in desks(actor)


def desks(actor: Actor) -> frozenset[Desk]:
    """Every desk at which this person sits, but for the office's."""
    own = [Desk(member_id=actor.member.id)] if actor.member else []
    return frozenset([*own, *(Desk(unit_id=unit_id) for unit_id in actor.unit_ids)])


def speaks_for(letter: Letter, actor: Actor) -> Desk:
    """In whose name they act: their unit's if it holds the letter, else their own (a member), else the office's."""
    if letter.unit_id is not None and letter.unit_id in actor.unit_ids:
        return letter.desk
    return Desk(member_id=actor.member.id) if actor.member else OFFICE_DESK


def may_act(letter: Letter, actor: Actor) -> bool:
    """Who holds it may answer, hand over and settle; so may the office, for a holder whom nobody reaches."""
    return holds(letter, actor) or actor.is_office


def may_correct(unit_id: int | None, actor: Actor) -> bool:
    """May who wrote something on the holder's side, in this unit's name or in none, still put it in other words?

    Whoever has left does not speak for the committee any more.
    """
    if unit_id is not None:
        return unit_id in actor.unit_ids
    return actor.member is not None or actor.is_office


def may_see(letter: Letter, actor: Actor) -> bool:
    return letter.writer_id == actor.person.id or may_act(letter, actor)


def shown_writer(letter: Letter, name: str) -> str | None:
    """What anyone but the writer sees of the writer: the name, or None for an anonymous letter."""
    return None if letter.is_anonymous else name


# --- what happens to a letter -----------------------------------------------------------------------------------------


def read(letter: Letter) -> Letter:
    """Who holds it has looked at it."""
    return become(letter, LetterState.READ) if letter.state in UNREAD else letter


def answer(letter: Letter, at: datetime) -> Letter:
    """The holder's word to the writer. What the office answers, it has taken on itself.

    Raises:
        LetterIsClosed
        LetterWasReturned
    """
    check_open(letter)
    return become(_said(letter, at), LetterState.ANSWERED)


def ask(letter: Letter, at: datetime) -> Letter:
    """The holder asks the writer something, and the clock stands until they go on.

    Raises:
        LetterIsClosed, LetterWasWithdrawn
        LetterWasReturned
    """
    check_open(letter)
    return become(_said(letter, at), LetterState.WAITING)


def _said(letter: Letter, at: datetime) -> Letter:
    return replace(
        letter,
        answered_at=letter.answered_at or at,
        waiting_since_at=None,
        owed_since_at=None,
        is_in_triage=False,
    )


def follow_up(letter: Letter, at: datetime) -> Letter:
    """The writer goes on; what is over is opened again, a returned letter comes back to triage."""
    if letter.is_over:
        letter = reopen(letter, at)
    going_on = letter if letter.state in UNREAD else become(letter, LetterState.RECEIVED)
    return replace(going_on, waiting_since_at=letter.waiting_since_at or at, owed_since_at=letter.owed_since_at or at)


def reopen(letter: Letter, at: datetime) -> Letter:
    """Take back the end, and the judgement on it (the log keeps both)."""
    was_returned = letter.state is LetterState.RETURNED
    opened = replace(
        letter, settled_at=None, outcome=None, helped=None, helped_words=None, opened_at=at, is_in_triage=was_returned
    )
    return become(opened, LetterState.RECEIVED if was_returned else LetterState.REOPENED)


def goes_on_anew(letter: Letter, at: datetime, within_days: int) -> bool:
    """Is the end so long ago that its writer begins a new letter, linked to this one? 0 days: never."""
    if not within_days or not letter.is_settled or letter.settled_at is None:
        return False
    return at - letter.settled_at > timedelta(days=within_days)


def withdraw(letter: Letter, at: datetime) -> Letter:
    """The writer wants nothing of it any more.

    Raises:
        LetterIsClosed
        LetterWasWithdrawn
    """
    if letter.state is not LetterState.RETURNED:
        check_open(letter)
    return become(ended(letter, at), LetterState.WITHDRAWN)


def check_may_urge(letter: Letter, last_urged_at: datetime | None, at: datetime) -> None:
    """May the writer press 催一下 now?

    Raises:
        LetterIsClosed, LetterWasReturned, LetterWasWithdrawn
        LetterWaitsForYou
        UrgedAlready
    """
    check_open(letter)
    if letter.state is LetterState.WAITING:
        raise LetterWaitsForYou(number=letter.number)
    if last_urged_at is not None and at < last_urged_at + URGE_PAUSE:
        raise UrgedAlready(number=letter.number, again=last_urged_at + URGE_PAUSE)


def hand_over(letter: Letter, to: Desk, at: datetime) -> Letter:
    """Someone else's from now on: a member's, a unit's, or the office's, which then decides who shall hold it.

    Raises:
        LetterIsClosed
        LetterWasReturned
        AlreadyWithThem: without its argument, which only the caller can name.
    """
    check_open(letter)
    if letter.desk == to:
        raise AlreadyWithThem
    since = letter.waiting_since_at or at
    # Who gets it new has the whole time.
    moved = put_on(replace(letter, is_in_triage=to.is_office, waiting_since_at=since, owed_since_at=at), to)
    return become(moved, LetterState.RECEIVED if to.unit_id is None else LetterState.FORWARDED)


def put_on(letter: Letter, desk: Desk) -> Letter:
    return replace(letter, member_id=desk.member_id, unit_id=desk.unit_id)


def settle(letter: Letter, at: datetime, outcome: Outcome | None = None) -> Letter:
    """The matter is at its end, by the holder (who says with what outcome) or by the writer.

    Raises:
        LetterIsClosed: it is already.
        LetterWasReturned
    """
    check_open(letter)
    return become(replace(ended(letter, at), outcome=outcome), LetterState.SETTLED)


def ended(letter: Letter, at: datetime) -> Letter:
    """Nobody waits for anything any more."""
    return replace(letter, settled_at=at, waiting_since_at=None, owed_since_at=None, is_in_triage=False)


def say_outcome(letter: Letter, outcome: Outcome) -> Letter:
    """What came of it, said after the end.

    Raises:
        LetterIsNotSettled
    """
    if not letter.is_settled:
        raise LetterIsNotSettled(number=letter.number)
    return replace(letter, outcome=outcome)


def grade(letter: Letter, given: Grade) -> Letter:
    """The writer's judgement; it may be changed as long as the letter stays settled.

    Raises:
        LetterIsNotSettled
    """
    if not letter.is_settled:
        raise LetterIsNotSettled(number=letter.number)
    return replace(letter, helped=given)


def add_words(letter: Letter, words: str) -> Letter:
    """The free sentence beside the judgement.

    Raises:
        LetterIsNotSettled
        NotGradedYet
    """
    if not letter.is_settled:
        raise LetterIsNotSettled(number=letter.number)
    if letter.helped is None:
        raise NotGradedYet(number=letter.number)
    return replace(letter, helped_words=words)


def check_open(letter: Letter) -> None:
    """May anyone but its writer still do something to it?

    Raises:
        LetterIsClosed
        LetterWasReturned
        LetterWasWithdrawn
    """
    if letter.is_settled:
        raise LetterIsClosed(number=letter.number)
    if letter.state is LetterState.WITHDRAWN:
        raise LetterWasWithdrawn(number=letter.number)
    if letter.is_over:
        raise LetterWasReturned(number=letter.number)


def become(letter: Letter, state: LetterState) -> Letter:
    """The letter in another state, as ``MAY_BECOME`` allows."""
    if state is letter.state:
        return letter
    # A rule that asks for more than the table allows is a fault of ours, never a person's.
    assert state in MAY_BECOME[letter.state], f"{letter.state} → {state}"
    return replace(letter, state=state)
