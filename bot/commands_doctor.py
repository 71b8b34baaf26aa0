"""doctor: what in the house needs a person, and what that person can do."""

import asyncio
import shutil
from datetime import datetime
from pathlib import Path

from bot.commands_backup import megabytes
from bot.commands_check import clock, fonts
from bot.config import Config, load
from bot.config_faults import ConfigFault
from bot.opening import NotReached, database, greet, scheme_in_force
from bot.options import ConfigFile, RetryParked
from bot.terminal import Outcome
from services.doctor import Finding, examine
from storage import doctor as rows
from storage.backups import is_sqlite
from storage.db import Db, sqlite_path
from texts import Text, because

LEAST_FREE = 1_000_000_000
"""Bytes on the disk, or twice the database if that is more: so much a restore needs beside what is there."""
MOST_LOG = 256_000_000
"""Bytes of SQLite's log: it is emptied all the time, unless something keeps it from that."""


async def doctor(*, retry_parked: RetryParked = False, config: ConfigFile = Path("config.toml")) -> Outcome:
    """Look at everything; exit code 1 when something needs a person."""
    settings = load(config)
    async with database(settings) as db:
        retried = [await _retried(db)] if retry_parked else []
        findings = [*await _examined(settings, db), *await _sizes(settings, db)]
    findings += [await _clock(settings), Finding(*fonts())]
    lines = [Text("check-ok" if one.is_fine else "check-not-ok", what=one.text) for one in findings]
    is_fine = all(one.is_fine for one in findings)
    verdict = Text("doctor-all-fine" if is_fine else "doctor-needs-you")
    return Outcome([*retried, *lines, verdict], code=0 if is_fine else 1)


async def _retried(db: Db) -> Text:
    async with db.write() as tx:
        return Text("doctor-retried", count=await rows.retry_parked(tx))


async def _examined(config: Config, db: Db) -> list[Finding]:
    # python-telegram-bot comes with them, and takes half a second.
    from handlers.routes import ROUTES
    from handlers.routing import Step

    steps = frozenset(route.name for route in ROUTES if isinstance(route, Step))
    today = datetime.now(config.committee.zone).date()
    async with db.read() as tx:
        scheme = await scheme_in_force(config, tx)
        return await examine(tx, db.url, scheme, steps, today)


async def _sizes(config: Config, db: Db) -> list[Finding]:
    async with db.read() as tx:
        size, log = await rows.size(tx, db.url)
    told = {"size": megabytes(size), "log": megabytes(log)}
    yes = Finding(True, Text("doctor-size", **told))
    return [
        yes if log <= MOST_LOG else Finding(False, Text("doctor-log-too-large", **told)),
        *[await asyncio.to_thread(_disk, folder, size) for folder in _folders(config)],
    ]


def _folders(config: Config) -> list[Path]:
    """Where this machine must have room: beside SQLite's file, and in the backups' folder."""
    url, backups = config.storage.url, config.backup.folder
    return ([sqlite_path(url).parent] if is_sqlite(url) else []) + ([backups] if backups else [])


def _disk(folder: Path, size: int) -> Finding:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as fault:
        return Finding(False, Text("doctor-folder-not-readable", folder=str(folder), why=because(fault)))
    fine = free >= max(LEAST_FREE, 2 * size)
    told = {"folder": str(folder), "free": megabytes(free)}
    return Finding(fine, Text("doctor-disk" if fine else "doctor-disk-full", **told))


async def _clock(config: Config) -> Finding:
    """Against Telegram's, where it is reached; whether it can be is for ``check`` to say."""
    try:
        greeting = await greet(config)
    except (ConfigFault, NotReached):
        return Finding(True, Text("check-clock-unknown"))
    return Finding(*clock(greeting.date))
