"""keys new, rotate, list: the key ring for personal data at rest."""

from pathlib import Path

from bot.config import Config, load
from bot.lock import only_process
from bot.opening import must_be_newest
from bot.options import ConfigFile
from bot.terminal import Outcome
from domain.keys import KeyFileNotNamed, KeyRing
from storage import backups, key_file, key_uses
from storage.db import open_db
from storage.resealing import is_unfinished, reseal
from storage.seal import WithKeys
from texts import Text


async def new(*, config: ConfigFile = Path("config.toml")) -> Outcome:
    """Make the key ring that the configuration names; never over another."""
    file = _named(load(config))
    key_file.create(file, KeyRing.fresh())
    return Outcome([Text("keys-made", file=str(file))])


async def rotate(*, config: ConfigFile = Path("config.toml")) -> Outcome:
    """Seal everything with a new key; the bot must not run meanwhile. One that was stopped half-way is finished."""
    settings = load(config)
    file, url = _named(settings), settings.storage.url
    ring = key_file.read(file)
    await must_be_newest(url)
    with only_process(url):
        if await _is_sealed_with(url, ring):
            ring = ring.rotated()
            key_file.replace(file, ring)
        rows = await reseal(url, WithKeys(ring))
    return Outcome([Text("keys-rotated", count=rows, current=ring.current)])


async def listed(*, config: ConfigFile = Path("config.toml")) -> Outcome:
    """Which keys there are, and since when each is in use. Never a key itself."""
    settings = load(config)
    ring = key_file.read(_named(settings))
    await must_be_newest(settings.storage.url)
    db = await open_db(settings.storage.url)
    try:
        async with db.read() as tx:
            uses = {use.key_id: use for use in await key_uses.all_of(tx)}
    finally:
        await db.close()
    return Outcome([_line(name, ring, uses.get(name)) for name in ring.keys])


def _line(name: str, ring: KeyRing, use: key_uses.KeyUse | None) -> Text:
    if use is None:
        return Text("keys-unused", key=name)
    key = "keys-old" if name != ring.current else "keys-current" if use.done_at else "keys-unfinished"
    return Text(key, key=name, since=use.began_at.date())


def _named(settings: Config) -> Path:
    if settings.security.key_file is None:
        raise KeyFileNotNamed
    return settings.security.key_file


async def _is_sealed_with(url: str, ring: KeyRing) -> bool:
    """Has the current key sealed all there is? Then the next one follows."""
    seal = WithKeys(ring)
    db = await open_db(url, seal=seal)
    try:
        if not backups.is_sqlite(url):
            await backups.must_be_alone(db)
        await key_uses.agree(db, rotating=True)
        return not await is_unfinished(db, seal)
    finally:
        await db.close()
