"""Codes of invitations and cards are long; who types wrong ones again and again waits longer and longer as well."""

from datetime import datetime, timedelta

from domain.refusals import Refusal

FREE = 5
"""Wrong codes before anyone waits: an old link, a card that was replaced."""
FIRST, LONGEST = timedelta(minutes=1), timedelta(days=1)
"""The software's own measures: no document names any."""


class WrongCode(Refusal):
    """A code that means nothing: counted."""


class TooManyWrongCodes(Refusal):
    """Argument: ``until`` (a moment)."""

    text = "too-many-wrong-codes"


def waits_until(count: int, last_at: datetime) -> datetime:
    """When the next code may be tried, after so many wrong ones of which this was the last."""
    if count < FREE:
        return last_at
    pause: timedelta = FIRST * 2 ** min(count - FREE, 20)
    return last_at + min(LONGEST, pause)


def is_forgotten(last_at: datetime, now: datetime) -> bool:
    """After twice the longest pause it begins anew."""
    return now - last_at > 2 * LONGEST
