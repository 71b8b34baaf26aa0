"""A whole house for a story: the sandbox over HTTP, the bot beside it, and the cast with phones in their hands."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.app import App
from bot.config import Config
from sandbox.client import Phone, SandboxClient
from storage.db import Db, open_db
from tests.cast import NOW, Cast, settle_in
from tests.keys import KEY_FILE, SEAL

TOKEN = "42:journeys"


NO_LIMITS: dict[str, object] = dict.fromkeys(
    ("letters_per_day", "newcomer_letters_per_day", "messages_per_minute", "newcomer_messages_per_minute"), 0
)
"""Phones in tests are quicker than people."""


class MovingClock:
    """Starts at ``NOW``, runs as time does, and can be moved on."""

    def __init__(self) -> None:
        self._ahead = NOW - datetime.now(UTC)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def move(self, **by: float) -> None:
        self._ahead += timedelta(**by)


@dataclass
class Bridge:
    """The house of a story. Every phone has started the bot and seen its greeting."""

    app: App
    sandbox: SandboxClient
    clock: MovingClock
    cast: Cast
    wang: Phone
    li: Phone
    zhao: Phone
    zhou: Phone
    chen: Phone
    liu: Phone

    @property
    def db(self) -> Db:
        return self.app.db

    async def later(self, **time: float) -> None:
        """Move the clock on and let everything that is due happen."""
        self.clock.move(**time)
        await self.sandbox.advance(**time)
        await self.app.schedule.tick()


def config_for(sandbox_url: str, storage_url: str, **sections: dict[str, object]) -> Config:
    """A house at full speed: what slows sending for Telegram's sake is off. ``sections``: keys that differ."""
    usual: dict[str, dict[str, object]] = {
        "committee": {"name": "政协示例县委员会", "code": "SL"},
        "telegram": {"token": TOKEN, "base_url": f"{sandbox_url}/bot", "base_file_url": f"{sandbox_url}/file/bot"},
        "storage": {"url": storage_url},
        "mailbox": NO_LIMITS,
        "security": {"key_file": str(KEY_FILE)},
        "sending": {"overall_per_second": 1000, "chat_per_second": 1000, "group_per_minute": 60000},
    }
    names = usual.keys() | sections.keys()
    return Config.model_validate({name: usual.get(name, {}) | sections.get(name, {}) for name in names})


@asynccontextmanager
async def open_bridge(sandbox: SandboxClient, url: str, **sections: dict[str, object]) -> AsyncIterator[Bridge]:
    """The cast in an empty database, their phones in a sandbox, and the bot between them, with its configuration's
    ``sections``."""
    clock = MovingClock()
    db = await open_db(url, clock, SEAL)
    async with db.write() as tx:
        cast = await settle_in(tx)
    await db.close()
    people = (cast.wang, cast.li, cast.zhao, cast.zhou, cast.chen, cast.liu)
    phones = [await sandbox.person(person.name, id=person.telegram_id) for person in people]
    async with await App.open(config_for(sandbox.url, url, **sections), clock, migrating=False) as app:
        for phone in phones:
            await phone.say("/start")
        for phone in phones:
            await phone.sees(lambda message: True)
        yield Bridge(app, sandbox, clock, cast, *phones)
