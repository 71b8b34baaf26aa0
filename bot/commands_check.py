"""check: one line for each thing that has to be right before the bot can run."""

import os
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from bot.config import Config, load
from bot.config_faults import ConfigFault
from bot.opening import NotReached, database, greet, scheme_in_force, scheme_of
from bot.options import ConfigFile
from bot.terminal import CommandFault, Outcome
from domain.keys import KeyFault
from domain.schemes import Scheme
from services.schemes import SchemeFault
from storage.db import DatabaseFault, sqlite_path
from storage.migrate import newest, present
from storage.seal import WithKeys
from texts import Text, because

MOST_SECONDS_OFF = 30
"""Of the clock: reminders would still come on the right day, but a larger difference tells of a clock nobody keeps."""

Finding = tuple[bool, Text]
"""Is it in order, and what is it."""


async def check(*, config: ConfigFile = Path("config.toml")) -> Outcome:
    """Look at everything; exit code 1 when something is not in order."""
    findings = [finding async for finding in _look(config)]
    lines = [Text("check-ok" if fine else "check-not-ok", what=what) for fine, what in findings]
    return Outcome(lines, code=0 if all(fine for fine, _ in findings) else 1)


async def _look(path: Path) -> AsyncIterator[Finding]:
    try:
        config = load(path)
    except ConfigFault as fault:
        for text in fault.faults:
            yield False, text
    else:
        yield True, Text("check-configuration", file=str(path))
        for finding in await _telegram(config):
            yield finding
        yield await _database(config.storage.url)
        yield await _keys(config)
        yield await _scheme(config)
    yield fonts()


# --- Telegram ---------------------------------------------------------------------------------------------------------


async def _telegram(config: Config) -> list[Finding]:
    """The token by getMe, and the clock by the answer's date."""
    try:
        greeting = await greet(config)
    except ConfigFault as fault:
        return [(False, text) for text in fault.faults]
    except NotReached as fault:
        wrong = Text("check-telegram-not-reached", why=str(fault))
        return [(False, wrong), (False, Text("check-clock-unknown"))]
    return [(True, Text("check-token", bot=greeting.bot_name)), clock(greeting.date)]


def clock(date: str | None) -> Finding:
    if date is None:
        return False, Text("check-clock-unknown")
    off = round(abs((datetime.now(UTC) - parsedate_to_datetime(date)).total_seconds()))
    fine = off <= MOST_SECONDS_OFF
    return fine, Text("check-clock" if fine else "check-clock-off", seconds=str(off))


# --- this machine -----------------------------------------------------------------------------------------------------


async def _database(url: str) -> Finding:
    folder = sqlite_path(url).parent
    if url.startswith("sqlite:///") and not os.access(folder, os.W_OK):
        return False, Text("check-database-folder", folder=str(folder))
    if url.startswith("sqlite:///") and sqlite_path(url).exists() and not os.access(sqlite_path(url), os.W_OK):
        return False, Text("cli-file-fault", file=str(sqlite_path(url)), why=Text("why-no-right"))
    try:
        revision = await present(url)
    except DatabaseFault as fault:
        return False, Text(fault.text, **fault.args_of_text)
    if revision is None:
        return False, Text("check-database-empty")
    if revision == newest():
        return True, Text("check-database", revision=revision)
    age = "old" if revision < newest() else "new"
    return False, Text(f"check-database-{age}", revision=revision, newest=newest())


async def _keys(config: Config) -> Finding:
    """Whether personal data is sealed, with the keys of this database; a house without a key runs, and is told what
    that means."""
    try:
        seal = config.security.seal()
        with suppress(CommandFault, DatabaseFault):  # findings of their own
            async with database(config):
                pass
    except KeyFault as fault:
        return False, Text(fault.text, **fault.args_of_text)
    except OSError as fault:
        return False, Text("cli-file-fault", file=str(config.security.key_file), why=because(fault))
    if isinstance(seal, WithKeys):
        return True, Text("check-keys", count=len(seal.ring.keys), current=seal.ring.current)
    return True, Text("check-keys-none")


async def _scheme(config: Config) -> Finding:
    try:
        return True, Text("check-scheme", title=(await _scheme_in_force(config)).title)
    except SchemeFault as fault:
        return False, Text("cli-scheme-fault", fault="; ".join(str(fault).splitlines()))


async def _scheme_in_force(config: Config) -> Scheme:
    """The configured one as well where there is no database yet: that is a finding of its own."""
    try:
        async with database(config) as db, db.read() as tx:
            return await scheme_in_force(config, tx)
    except (CommandFault, DatabaseFault, KeyFault, OSError):
        return scheme_of(config)


def fonts() -> Finding:
    try:
        from pylopdf_fonts_zh_cn import sans_path
    except ImportError:
        return False, Text("check-fonts-missing")
    file = Path(sans_path())
    return (True, Text("check-fonts", file=file.name)) if file.is_file() else (False, Text("check-fonts-missing"))
