"""A fresh house for one run: database, configuration, and a look afterwards whether all is there."""

from pathlib import Path

from bench.bots import TOKEN
from bench.load import FIRST_MEMBER_ID, MEMBERS
from domain.contacts import Contact, ContactKind
from domain.keys import KeyRing
from domain.people import Standing
from storage import contacts, inbox, key_file, outbox, people
from storage.db import open_db
from storage.migrate import migrate
from storage.seal import WithKeys

CONFIG = """
[committee]
name = "政协示例县委员会"
code = "BM"
[telegram]
token = "{token}"
base_url = "{sandbox}/bot"
base_file_url = "{sandbox}/file/bot"
[storage]
url = "{url}"
[security]
key_file = "{key}"
# Telegram's pacing is off, here as in the bots beside it.
[sending]
overall_per_second = 1000000
chat_per_second = 1000000
group_per_minute = 1000000
# Nobody writes as much as a benchmark.
[mailbox]
letters_per_day = 0
newcomer_letters_per_day = 0
messages_per_minute = 0
newcomer_messages_per_minute = 0
"""


RING = KeyRing.fresh()
"""As in a house that is run well: what is personal is stored sealed."""


class NotAllThere(Exception):
    """What was written is not what is stored: no figure of this run counts."""


PACED = """
[reminders]
monthly = false
deadlines = false
"""
"""Telegram's pacing as it is in service; what is owed is what the benchmark has put there."""


def paced() -> str:
    """The configuration of a house that sends no faster than Telegram allows."""
    before, sending, rest = CONFIG.partition("# Telegram's pacing is off")
    return before + "# Nobody writes" + (sending + rest).partition("# Nobody writes")[2] + PACED


async def build(folder: Path, sandbox_url: str, form: str = CONFIG) -> Path:
    """An empty database in which the members are known; the configuration's path."""
    key_file.create(folder / "lianxin.key", RING)
    await furnish(url_of(folder), RING)
    return configure(folder, sandbox_url, url_of(folder), folder / "lianxin.key", form)


async def furnish(url: str, ring: KeyRing) -> None:
    """The newest tables, and the members to whom people write."""
    await migrate(url)
    db = await open_db(url, seal=WithKeys(ring))
    async with db.write() as tx:
        for n, name in enumerate(MEMBERS):
            person_id = await people.add(tx, name, "zh", telegram_id=FIRST_MEMBER_ID + n)
            await people.add_member(tx, person_id, "农业界", "城北镇工委", Standing.REGULAR)
    await db.close()


def configure(folder: Path, sandbox_url: str, url: str, key: Path, form: str = CONFIG) -> Path:
    """The configuration's path."""
    config = folder / "config.toml"
    config.write_text(form.format(token=TOKEN, sandbox=sandbox_url, url=url, key=key), encoding="utf-8")
    return config


async def letters_stored(url: str, ring: KeyRing = RING) -> int:
    db = await open_db(url, seal=WithKeys(ring))
    async with db.read() as tx:
        count: int = await tx.value("SELECT COUNT(*) AS letters FROM letters")
    await db.close()
    return count


async def check(url: str, letters: int, ring: KeyRing = RING) -> None:
    """After the bot has stopped: every letter stored once (their numbers are unique), nothing waiting or refused.

    Raises:
        NotAllThere
    """
    db = await open_db(url, seal=WithKeys(ring))
    async with db.read() as tx:
        found = {
            "letters": await tx.value("SELECT COUNT(*) AS letters FROM letters"),
            "inbox": await inbox.waiting(tx),
            **await outbox.counts(tx),
        }
    await db.close()
    if found != {"letters": letters, "inbox": 0, "waiting": 0, "failed": 0}:
        raise NotAllThere(f"{letters} letters were written; the database says {found}")


SETTLE_SECONDS = 30.0
"""How long what is under way may take when nobody does anything more."""


async def waiting(folder: Path) -> int:
    """Updates and messages that wait, while the bot runs."""
    db = await open_db(url_of(folder), seal=WithKeys(RING))
    async with db.read() as tx:
        count: int = await inbox.waiting(tx) + (await outbox.counts(tx))["waiting"]
    await db.close()
    return count


async def add_contacts(folder: Path, name: str) -> None:
    """Each member knows somebody of this name."""
    db = await open_db(url_of(folder), seal=WithKeys(RING))
    async with db.write() as tx:
        for member in await people.members(tx):
            await contacts.add(tx, Contact(0, member.id, ContactKind.SECTOR, name, tx.now.date()))
    await db.close()


def url_of(folder: Path) -> str:
    return f"sqlite:///{folder / 'lianxin.db'}"
