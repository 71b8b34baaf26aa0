"""Pauses: begun, counted and ended; what is not taken meanwhile is said not to be taken."""

from domain.floods import FORGIVEN_AFTER, pause
from domain.people import Person
from domain.settings import Mailbox
from services.outbox import ANSWER, tell
from storage import pauses
from storage.db import Tx
from texts import Text


async def begin(tx: Tx, person: Person, limits: Mailbox) -> None:
    """This person wrote too fast: a pause from now on, said once."""
    last = await pauses.last(tx, person.id)
    count = last["count"] + 1 if last and tx.now - last["ends_at"] < FORGIVEN_AFTER else 0
    until = tx.now + pause(count, limits)
    await pauses.begin(tx, person.id, count, until)
    await tell(tx, person.id, Text("please-pause", until=until), envelope=ANSWER)


async def is_pausing(tx: Tx, person: Person) -> bool:
    """Is this person in a pause? Then one more message is counted as not taken.

    The first message after a pause ends it: how many were not taken is said before anything else.
    """
    if person.paused_until_at is None:
        return False
    if person.paused_until_at > tx.now:
        await pauses.miss(tx, person.id)
        return True
    missed = await pauses.end(tx, person.id)
    await tell(tx, person.id, Text("pause-is-over", count=missed), envelope=ANSWER)
    return False
