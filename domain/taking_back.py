"""Taking back what one wrote in a letter: for how long, and where the letter stands afterwards."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from domain.letters import Letter, LetterState, Side, become
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


def without(letter: Letter, left: Iterable[tuple[Side, datetime]]) -> Letter:
    """The letter when only these of its entries are left, in order: an answer that was taken back is none, and what
    was asked and taken back waits for no answer."""
    if letter.state not in (LetterState.RECEIVED, LetterState.READ, LetterState.ANSWERED):
        return letter
    waiting, answered = None, None
    for side, written_at in left:
        waiting = None if side is Side.HOLDER else waiting or written_at
        answered = written_at if side is Side.HOLDER and answered is None else answered
    changed = replace(letter, waiting_since_at=waiting, answered_at=answered and (letter.answered_at or answered))
    if waiting is None:
        return become(changed, LetterState.ANSWERED)
    if letter.state is LetterState.ANSWERED:
        # Its holder knows what waits in it.
        return become(become(changed, LetterState.RECEIVED), LetterState.READ)
    return changed
