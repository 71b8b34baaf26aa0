"""What needs a person is told to the office: once when it begins, and once when it is over.

Updates that can't be handled come in a crowd, when something is broken: they are counted, and told in one message.
"""

from collections.abc import Mapping
from datetime import timedelta

from services.office import office_listens, tell_office
from storage import inbox, outbox, standing, troubles
from storage.db import Db, Tx
from storage.room import Disk
from texts import Text

UNSENT, REFUSED, DISK, PARKED = "unsent", "refused", "disk", "parked"

HELD_UP_AFTER = timedelta(minutes=15)
REFUSED_WITHIN = timedelta(days=1)
DISK_FULL_BELOW = 500 * 2**20
"""Bytes that are free: a committee's whole year takes less."""
DISK_FREE_FROM = 2 * DISK_FULL_BELOW
"""It is over when this much is free, so that a disk at the edge is not told of all day."""

PARKED_GATHERED_FOR = timedelta(minutes=2)
"""After the first of them: what broke for one will have broken for others."""
PARKED_AGAIN_AFTER = timedelta(hours=1)
COMMITTED_WITHIN = timedelta(seconds=10)
"""What was given up in a transaction that began before then can be seen by now."""

LONGEST_PAUSE = timedelta(minutes=10)
"""Longer than we put off anything by ourselves."""
LONGEST_OF_ALL = timedelta(days=1)
"""Longer than Telegram has ever asked us to wait."""


async def look(db: Db, disk: Disk | None) -> dict[str, int]:
    """Tell the office what has begun and what is over; kind → how many were told. It waits until somebody listens."""
    return {**await _look_at_troubles(db, disk), **await _count_parked(db)}


async def _look_at_troubles(db: Db, disk: Disk | None) -> dict[str, int]:
    async with db.read() as tx:
        known = await troubles.open_kinds(tx)
        found = await _found(tx, disk, known)
        changed = known ^ found.keys()
        if not changed or not await office_listens(tx):
            return {}
    return {kind: await _tell(db, kind, found.get(kind)) for kind in sorted(changed)}


async def _found(tx: Tx, disk: Disk | None, known: set[str]) -> Mapping[str, Text]:
    """The troubles of this moment, each in words."""
    found: dict[str, Text] = {}
    if count := await standing.held_up(tx, tx.now - HELD_UP_AFTER):
        found[UNSENT] = Text("trouble-unsent", count=count)
    if count := await standing.given_up(tx, tx.now - REFUSED_WITHIN):
        found[REFUSED] = Text("trouble-refused", count=count)
    if disk is not None and disk.free < (DISK_FREE_FROM if DISK in known else DISK_FULL_BELOW):
        found[DISK] = Text("trouble-disk", megabytes=disk.free // 2**20)
    return found


async def _tell(db: Db, kind: str, begun: Text | None) -> int:
    async with db.write() as tx:
        claimed = await (troubles.begin if begun else troubles.end)(tx, kind)
        return await tell_office(tx, begun or Text(f"trouble-{kind}-over")) if claimed else 0


async def _count_parked(db: Db) -> dict[str, int]:
    async with db.read() as tx:
        if not await _parked(tx) or not await office_listens(tx):
            return {}
    async with db.write() as tx:
        if not await troubles.begin(tx, PARKED):
            return {}
        # Another process may have told them while this one waited to begin.
        count, last = await _parked(tx), await troubles.last_until(tx, PARKED)
        until = tx.now - COMMITTED_WITHIN if count or last is None else last
        await troubles.reached(tx, PARKED, until)
        altogether = (await standing.of_inbox(tx)).parked
        news = Text("trouble-parked", count=count, altogether=altogether)
        return {PARKED: await tell_office(tx, news)} if count else {}


async def _parked(tx: Tx) -> int:
    """How many were given up of which the office has not been told; 0 while it is too early to say."""
    last = await troubles.last_until(tx, PARKED)
    if last is not None and tx.now - last < PARKED_AGAIN_AFTER:
        return 0
    count, first_at = await standing.parked_between(tx, last, tx.now - COMMITTED_WITHIN)
    return count if first_at and tx.now - first_at >= PARKED_GATHERED_FOR else 0


async def mend_after_clock(db: Db) -> dict[str, int]:
    """Bring forward what a clock that ran ahead, and was set back, has put off into a far future."""
    async with db.read() as tx:
        was_set_back = await standing.has_done_something_after(tx, tx.now + timedelta(minutes=1))
        beyond = tx.now + (LONGEST_PAUSE if was_set_back else LONGEST_OF_ALL)
        if not await standing.waits_beyond(tx, beyond):
            return {}
    async with db.write() as tx:
        return {"updates": await inbox.bring_forward(tx, beyond), "messages": await outbox.bring_forward(tx, beyond)}
