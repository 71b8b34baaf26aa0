"""The nightly copy of the database, and a word to the office when there is none."""

import asyncio
from datetime import date, datetime, timedelta

from domain.backups import name_of, taken_on, too_old
from domain.settings import Backup, Committee
from services.office import office_listens, tell_office
from services.reminders import is_quiet
from services.rounds import Rules
from storage import audit, backups, reminders
from storage.db import Db
from texts import Text

TAKEN_UP = "backup"
MADE = "backup-made"
TOLD = "backup-missing"
LONGEST = timedelta(hours=2)
"""A copy that is not there by then has failed, or died with its process."""


async def nightly(db: Db, plan: Backup, committee: Committee, rules: Rules) -> dict[str, int]:
    """Make the night's copy if nobody has, and remove the old ones; what was done.

    Raises:
        Refusal, OSError: it failed. It is tried again the next night, and the office hears of it in the morning.
    """
    if plan.folder is None:
        return {}
    now = db.clock().astimezone(committee.zone)
    night = now.date() if now.hour >= plan.hour else now.date() - timedelta(days=1)
    if now.hour >= plan.hour and await _claim(db, TAKEN_UP, night):
        return await _make(db, plan, committee, now, night)
    return await _tell_if_missing(db, plan, committee, rules, night)


async def note(db: Db) -> None:
    """Write down that a copy was made."""
    async with db.write() as tx:
        await audit.add(tx, None, TAKEN_UP)


async def _make(db: Db, plan: Backup, committee: Committee, now: datetime, night: date) -> dict[str, int]:
    assert plan.folder is not None
    file = plan.folder / name_of(committee.code, now, backups.ending(db.url))
    await asyncio.to_thread(plan.folder.mkdir, parents=True, exist_ok=True)
    await backups.take(db.url, file, overwrite=True)
    await _claim(db, MADE, night)
    await note(db)
    removed = await asyncio.to_thread(_remove_old, plan, committee, now.date())
    return {"backups": 1, "removed": removed}


def _remove_old(plan: Backup, committee: Committee, today: date) -> int:
    assert plan.folder is not None
    old = too_old((file.name for file in plan.folder.iterdir()), committee.code, today, plan.keep_days)
    # What a process left behind that died while it copied.
    begun = plan.folder.glob(f".lianxin-{committee.code}-*.partial*")
    for file in (*(plan.folder / name for name in old), *begun):
        file.unlink(missing_ok=True)
    return len(old)


async def _tell_if_missing(db: Db, plan: Backup, committee: Committee, rules: Rules, night: date) -> dict[str, int]:
    now = db.clock()
    if is_quiet(now, rules) or await asyncio.to_thread(_is_there, plan, committee, night):
        return {}
    async with db.read() as tx:
        began = await reminders.claimed_since(tx, TAKEN_UP, night.isoformat())
        if began is None or now - began < LONGEST or not await office_listens(tx):
            return {}
        # Made by a process on another machine, in the folder there.
        if await reminders.is_told(tx, MADE, night.isoformat()):
            return {}
    async with db.write() as tx:
        if not await reminders.claim_once(tx, TOLD, night.isoformat()):
            return {}
        return {"told": await tell_office(tx, Text("backup-missing", night=night))}


def _is_there(plan: Backup, committee: Committee, night: date) -> bool:
    """The row that says so is not in the copy itself, and missing once that is put back."""
    assert plan.folder is not None
    return any(taken_on(file.name, committee.code) == night for file in plan.folder.glob("lianxin-*"))


async def _claim(db: Db, kind: str, night: date) -> bool:
    async with db.read() as tx:
        if await reminders.is_told(tx, kind, night.isoformat()):
            return False
    async with db.write() as tx:
        return await reminders.claim_once(tx, kind, night.isoformat())
