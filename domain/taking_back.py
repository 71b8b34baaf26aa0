"""Taking back what one wrote in a letter: for how long, and where the letter stands afterwards."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from domain.letter_steps import become
from domain.letters import Letter, LetterState, Side
from domain.refusals import Refusal


class NotYourWords(Refusal):
    text = "taking-back-is-not-yours"


class TakenBackAlready(Refusal):
    text = "taken-back-already"


class TooLateToTakeBack(Refusal):
    """Argument: ``hours``, 0 where the committee allows none."""

    text = "too-late-to-take-back"


class OpeningStays(Refusal):
    """A letter without its beginning would be none."""

    text = "opening-can-not-be-taken-back"


class StillOnItsWay(Refusal):
    text = "taking-back-is-too-early"


def check_in_time(written_at: datetime, now: datetime, hours: int) -> None:
    """May it still be taken back?

    Raises:
        TooLateToTakeBack
    """
    if now - written_at > timedelta(hours=hours) or hours == 0:
        raise TooLateToTakeBack(hours=hours)


_STANDS_BY_WORDS = frozenset(
    {LetterState.RECEIVED, LetterState.READ, LetterState.ANSWERED, LetterState.WAITING, LetterState.REOPENED}
)


def without(letter: Letter, left: Sequence[tuple[Side, datetime]], asked_at: datetime | None = None) -> Letter:
    """The letter when only these of its entries are left, in order: an answer that was taken back is none, and what
    was asked and taken back waits for no answer. ``asked_at``: when its holder last asked its writer something."""
    if letter.state not in _STANDS_BY_WORDS or _still_asks(letter, left, asked_at):
        return letter
    waiting, answered = None, None
    for side, written_at in left:
        waiting = None if side is Side.HOLDER else waiting or written_at
        answered = written_at if side is Side.HOLDER and answered is None else answered
    changed = replace(
        letter,
        waiting_since_at=waiting,
        answered_at=answered and (letter.answered_at or answered),
        owed_since_at=waiting and (letter.owed_since_at or waiting),
    )
    if waiting is None:
        return become(changed, LetterState.ANSWERED)
    if letter.state in (LetterState.ANSWERED, LetterState.WAITING):
        # Its holder knows what waits in it.
        return become(become(changed, LetterState.RECEIVED), LetterState.READ)
    return changed


def _still_asks(letter: Letter, left: Sequence[tuple[Side, datetime]], asked_at: datetime | None) -> bool:
    """Does the question stand that the letter waits for?"""
    if letter.state is not LetterState.WAITING or asked_at is None:
        return False
    return any(side is Side.HOLDER and written_at >= asked_at for side, written_at in left)
