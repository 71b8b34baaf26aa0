"""What several commands open first: the database, and a word with Telegram."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from bot.config import Config
from bot.config_faults import ConfigFault
from bot.terminal import CommandFault
from bot.wire import NoAnswer, Wire
from domain.schemes import Scheme
from services import scheme_versions, schemes
from storage import key_uses
from storage.db import Db, Tx, open_db, sqlite_path
from storage.migrate import newest, present
from storage.quick_json import loads
from texts import Text

SECONDS = 15.0


def must_be_there(url: str) -> None:
    """Refuse to go on without the database's file: an empty one in its place would hide that all is gone.

    Raises:
        CommandFault
    """
    if url.startswith("sqlite:///") and not sqlite_path(url).exists():
        raise CommandFault(Text("cli-database-missing", file=str(sqlite_path(url))))


async def must_be_newest(url: str) -> None:
    """Refuse a database that is not there or not of this program's version.

    Raises:
        CommandFault, DatabaseFault
    """
    must_be_there(url)
    if await present(url) != newest():
        raise CommandFault(Text("cli-database-not-migrated"))


@asynccontextmanager
async def database(config: Config) -> AsyncIterator[Db]:
    """The database, which must be of this program's version, and sealed with the keys that are configured.

    Raises:
        CommandFault, DatabaseFault, KeyFault
    """
    await must_be_newest(config.storage.url)
    db = await open_db(config.storage.url, seal=config.security.seal())
    try:
        await key_uses.agree(db)
        yield db
    finally:
        await db.close()


def scheme_of(config: Config) -> Scheme:
    """The scheme that the configuration names; a newer one may be in force (``services.scheme_versions``).

    Raises:
        SchemeFault
    """
    return schemes.load_file(config.scheme.file) if config.scheme.file else schemes.load(config.scheme.name)


async def scheme_in_force(config: Config, tx: Tx) -> Scheme:
    """Raises: SchemeFault."""
    today = tx.now.astimezone(config.committee.zone).date()
    return await scheme_versions.in_force(tx, scheme_of(config), today)


class NotReached(Exception):
    """Telegram gave no answer; the message is the kind of fault alone, for its words may carry the token."""


@dataclass(frozen=True)
class Greeting:
    """getMe: the bot's name, and the answer's ``Date`` if it had one."""

    bot_name: str
    date: str | None


async def greet(config: Config) -> Greeting:
    """Ask Telegram once who the bot is. Without python-telegram-bot, which takes half a second to be imported.

    Raises:
        ConfigFault: there is no token, or Telegram does not know it.
        NotReached
    """
    telegram = config.telegram
    url = f"{telegram.base_url}{telegram.secret_token()}/getMe"
    try:
        answer, date = await _get(url, telegram.proxy)
    except NoAnswer as fault:
        raise NotReached(str(fault)) from None
    except ValueError as fault:
        raise NotReached(type(fault).__name__) from None
    if not isinstance(answer, dict) or not answer.get("ok"):
        raise ConfigFault(Text("config-token-unknown"))
    return Greeting(str(answer["result"]["username"]), date)


async def _get(url: str, proxy: str | None) -> tuple[Any, str | None]:
    wire = Wire(proxy)
    try:
        _, body, date = await wire.dated(url, SECONDS)
    finally:
        await wire.close()
    return loads(body), date
