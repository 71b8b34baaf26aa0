"""Once a night: forget what nobody needs any more."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain import guesses
from storage import (
    albums,
    dialogues,
    due_lines,
    inbox,
    outbox,
    paces,
    reminders,
    searches,
    sign_in_screens,
    wrong_codes,
)
from storage.db import Db

HOUSEKEEPING = "housekeeping"
FROM_HOUR = 3
"""On the committee's clock; a night that was missed is caught up as soon as the process runs."""

KEEP_UPDATES = timedelta(days=2)
"""Done updates: Telegram's numbers restart after a quiet week, and a repeat comes within a day."""
KEEP_SENT = timedelta(days=90)
"""Messages sent: long enough to answer who was told what, and when."""
KEEP_DIALOGUES = timedelta(days=90)
"""Dialogues that nobody went on with, and what was typed in them."""

KEEP_SEARCHES = timedelta(days=7)
"""What was searched for: long enough to turn its pages."""
KEEP_WRONG_CODES = 2 * guesses.LONGEST
"""Who tried wrong codes: until they are forgiven."""
KEEP_ALBUMS = timedelta(days=2)
"""Which albums were answered: as long as an update may come late."""


async def tidy(db: Db, zone: ZoneInfo) -> dict[str, int]:
    """Prune, once a day after 03:00; how many rows of each went."""
    now = db.clock()
    if now.astimezone(zone).hour < FROM_HOUR or not await _claim(db, now, zone):
        return {}
    async with db.write() as tx:
        updates = await inbox.prune(tx, now - KEEP_UPDATES)
    async with db.write() as tx:
        messages = await outbox.prune(tx, now - KEEP_SENT)
    async with db.write() as tx:
        abandoned = await dialogues.prune(tx, now - KEEP_DIALOGUES)
    async with db.write() as tx:
        asked = await searches.prune(tx, now - KEEP_SEARCHES)
    async with db.write() as tx:
        answered = await albums.prune(tx, now - KEEP_ALBUMS)
        await paces.prune(tx)
        await due_lines.prune(tx)
        await sign_in_screens.prune(tx)
    async with db.write() as tx:
        await wrong_codes.prune(tx, now - KEEP_WRONG_CODES)
    return {
        "updates": updates,
        "messages": messages,
        "dialogues": abandoned,
        "searches": asked,
        "albums": answered,
    }


async def _claim(db: Db, now: datetime, zone: ZoneInfo) -> bool:
    night = now.astimezone(zone).date().isoformat()
    async with db.read() as tx:
        if await reminders.is_told(tx, HOUSEKEEPING, night):
            return False
    async with db.write() as tx:
        return await reminders.claim_once(tx, HOUSEKEEPING, night)
