"""Who writes faster than anybody can read pauses, each time longer; newcomers sooner."""

from collections import deque
from datetime import datetime, timedelta

from domain.people import Person
from domain.refusals import Refusal
from domain.settings import Mailbox

MINUTE = timedelta(minutes=1)
LONGEST = timedelta(days=1)
FORGIVEN_AFTER = timedelta(days=1)
"""Pauses are counted anew after a quiet day."""
REMEMBERED = 10_000


class TooManyLetters(Refusal):
    """Argument: ``limit``, letters a day."""

    text = "too-many-letters-today"


def is_newcomer(person: Person, limits: Mailbox, now: datetime) -> bool:
    return person.joined_at is not None and now - person.joined_at < timedelta(days=limits.newcomer_days)


def letters_a_day(person: Person, limits: Mailbox, now: datetime) -> int:
    """How many letters this person may write in a day; 0 for any number. Who has a role has work to do."""
    if person.roles:
        return 0
    return limits.newcomer_letters_per_day if is_newcomer(person, limits, now) else limits.letters_per_day


def messages_a_minute(person: Person, limits: Mailbox, now: datetime) -> int:
    """As ``letters_a_day``."""
    if person.roles:
        return 0
    return limits.newcomer_messages_per_minute if is_newcomer(person, limits, now) else limits.messages_per_minute


def pause(count: int, limits: Mailbox) -> timedelta:
    """How long the pause is, ``count`` having gone before it within a day."""
    return min(LONGEST, timedelta(minutes=limits.pause_minutes << min(count, 20)))


class Flow:
    """Messages of the last minute, person by person: in memory, for a restart forgives a minute.

    What comes of it, the pause, is kept in the database.
    """

    def __init__(self, limits: Mailbox) -> None:
        self.limits = limits
        self._seen: dict[int, deque[datetime]] = {}
        self._album: dict[int, str] = {}

    def is_too_fast(self, person: Person, now: datetime, album: str | None = None) -> bool:
        """Count one message, and say whether it is one too many. An album is one message, however many pieces."""
        limit = messages_a_minute(person, self.limits, now)
        if not limit or (album is not None and self._album.get(person.id) == album):
            return False
        if album is not None:
            self._album[person.id] = album
        if len(self._seen) > REMEMBERED:
            self._forget(now)
        seen = self._seen.setdefault(person.id, deque())
        while seen and not now - MINUTE < seen[0] <= now:
            seen.popleft()
        seen.append(now)
        if len(seen) <= limit:
            return False
        seen.clear()
        return True

    def _forget(self, now: datetime) -> None:
        self._seen = {who: seen for who, seen in self._seen.items() if seen and seen[-1] > now - MINUTE}
        self._album = {who: album for who, album in self._album.items() if who in self._seen}
