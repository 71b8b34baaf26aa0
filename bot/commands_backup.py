"""backup, restore, copy: the whole database out, back in, and over to the other engine."""

import sqlite3
from collections.abc import Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import asyncpg

from bot.config import Config, Storage, load
from bot.lock import only_process
from bot.opening import database, must_be_newest, must_be_there
from bot.options import ConfigFile, Overwrite
from bot.terminal import CommandFault, Outcome
from domain.backups import Inventory
from domain.keys import KeyFault
from services.backups import note
from services.doctor import age
from storage import backups
from storage.copying import copy as copy_all
from storage.db import DatabaseFault, open_db, sqlite_path
from storage.migrate import migrate, newest, present
from storage.seal import AS_STORED
from texts import Text

MAIN = ("people", "members", "contacts", "visits", "letters", "letter_entries")
"""The tables that tell whether a backup is the one that is looked for."""

# --- backup and restore -----------------------------------------------------------------------------------------------


async def backup(file: Path, /, *, overwrite: Overwrite = False, config: ConfigFile = Path("config.toml")) -> Outcome:
    """A copy of the database as it is now, whether or not the bot is running."""
    settings = load(config)
    url = settings.storage.url
    must_be_there(url)
    if await present(url) is None:
        raise CommandFault(Text("cli-database-not-migrated"))
    inventory = await backups.take(url, file, overwrite=overwrite)
    notes = await _written_down(settings)
    return Outcome([Text("backup-made", file=str(file)), *_described(file, inventory)], notes)


async def _written_down(settings: Config) -> list[Text]:
    """Where nothing can be written any more a copy is needed most: it is good all the same."""
    try:
        async with database(settings) as db:
            await note(db)
    except (CommandFault, KeyFault, DatabaseFault, sqlite3.Error, asyncpg.PostgresError, OSError):
        return [Text("backup-not-written-down")]
    return []


async def restore(file: Path, /, *, overwrite: Overwrite = False, config: ConfigFile = Path("config.toml")) -> Outcome:
    """Put a backup into the database's place."""
    settings = load(config)
    url = settings.storage.url
    found = await backups.inspect(file)
    with only_process(url):
        aside = await backups.restore(url, file, datetime.now(UTC), overwrite=overwrite)
        now = await backups.holdings(url)
    kept = [Text("restore-kept-aside", file=str(aside))] if aside else []
    lines = [*_described(file, found), *kept, Text("restore-done", revision=now.revision), _rows(now.rows)]
    locked = await _locked(settings)
    return Outcome(lines, locked, code=1 if locked else 0)


async def _locked(settings: Config) -> list[Text]:
    """What keeps the configured keys from opening a database that was just put back."""
    try:
        async with database(settings):
            return []
    except KeyFault as fault:
        return [Text(fault.text, **fault.args_of_text)]


def _described(file: Path, inventory: Inventory) -> list[Text]:
    state = file.stat()
    hours = max(0, int((datetime.now(UTC).timestamp() - state.st_mtime) // 3600))
    told = {"size": megabytes(state.st_size), "age": age(hours), "revision": inventory.revision}
    return [Text("backup-described", **told), _rows(inventory.rows)]


def _rows(rows: Mapping[str, int]) -> Text:
    return Text("backup-rows", **{table: rows.get(table, 0) for table in MAIN})


def megabytes(size: int) -> str:
    """Bytes as one reads them."""
    return f"{size / 1_000_000_000:.1f} GB" if size >= 10_000_000_000 else f"{size / 1_000_000:.1f} MB"


# --- copy -------------------------------------------------------------------------------------------------------------


async def copy(*, to: str, config: ConfigFile = Path("config.toml")) -> Outcome:
    """Everything into an empty database of the other engine, compared table by table."""
    url = load(config).storage.url
    _must_be_an_address(to, url)
    async with AsyncExitStack() as stack:
        for one in (url, to):
            stack.enter_context(only_process(one))
        await must_be_newest(url)
        await _make_ready(to)
        databases = [await open_db(one, seal=AS_STORED) for one in (url, to)]
        for db in databases:
            stack.push_async_callback(db.close)
            if not backups.is_sqlite(db.url):
                await backups.must_be_alone(db)
        rows = await copy_all(*databases)
    lines = [Text("copy-table", table=table, rows=count) for table, count in rows.items()]
    return Outcome([*lines, Text("copy-done", tables=len(rows))])


def _must_be_an_address(to: str, url: str) -> None:
    """Raises: CommandFault."""
    try:
        Storage(url=to)
    except ValueError:
        raise CommandFault(Text("copy-to-no-address", expected=Text("expected-database-address"))) from None
    if to == url or (
        backups.is_sqlite(to) and backups.is_sqlite(url) and sqlite_path(to).resolve() == sqlite_path(url).resolve()
    ):
        raise CommandFault(Text("copy-to-itself"))


async def _make_ready(to: str) -> None:
    """Tables in an empty target. One of an older version is somebody's house, and is left alone."""
    if await present(to) not in (None, newest()):
        raise CommandFault(Text("copy-target-of-other-version"))
    await migrate(to)
