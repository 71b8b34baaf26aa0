"""The bot dies at chosen places, again and again. A message comes twice only where it was sent and not yet marked."""

import asyncio
import random
import signal
from collections import Counter
from pathlib import Path

import pytest

from sandbox.client import Phone, SandboxClient
from storage.db import Clock, Db, system_clock
from tests.cast import settle_in
from tests.journeys.bot_process import BotProcess
from tests.journeys.deaths import PLACES, Death
from tests.journeys.test_crash import STOP_SECONDS, started, written_config
from tests.writers import NUMBER, until_settled, write_letters

FEW, MANY = 1, 20
WRITERS = 2
SENDING = ("leased, not sent", "sent, not marked", "sent and marked, not committed")
"""Where something is in the air when the bot dies: so the reckoning has something to tell apart."""


@pytest.fixture
def clock() -> Clock:
    """Real time, as in the bot's own process."""
    return system_clock


@pytest.mark.timeout(1200)
async def test_deaths_at_chosen_places_lose_nothing_and_repeat_only_what_was_in_the_air(
    tmp_path: Path, url: str, db: Db, sandbox: SandboxClient, seed: int, is_long: bool
) -> None:
    config, rounds = written_config(tmp_path / "config.toml", url, sandbox), MANY if is_long else FEW
    moments = random.Random(seed)
    async with db.write() as tx:
        await settle_in(tx)
    li = await sandbox.person("李建国", id=1002)
    await li.say("/start")
    phones = [await sandbox.person(f"群众{n}", id=2000 + n) for n in range(WRITERS)]
    written: dict[int, list[str]] = {phone.id: [] for phone in phones}
    enough = asyncio.Event()
    writing = [asyncio.create_task(write_letters(phone, written[phone.id], enough)) for phone in phones]

    in_the_air: Counter[int] = Counter()
    for place in moments.sample([*PLACES] * rounds, len(PLACES) * rounds):
        bot = BotProcess(config, death=Death(place, moments.randint(1, 9)))
        assert await bot.ends() == -signal.SIGKILL, place
        taken = await _in_the_air(db)
        assert taken or place not in SENDING, place
        in_the_air.update(taken)
    bot = await started(config, sandbox)
    enough.set()
    await asyncio.gather(*writing)
    await until_settled(db, sandbox)
    assert await bot.terminate(STOP_SECONDS) == 0

    everything = [words for of_one in written.values() for words in of_one]
    async with db.read() as tx:
        stored = sorted(row["text"] for row in await tx.all("SELECT text FROM letter_entries"))
        given_up = await tx.value("SELECT COUNT(*) AS n FROM inbox WHERE parked_at IS NOT NULL")
        unsent = await tx.value("SELECT COUNT(*) AS n FROM outbox WHERE failed_at IS NOT NULL")
    assert stored == sorted(everything)
    assert (given_up, unsent) == (0, 0)
    told = await _told(li)
    assert [words for words in everything if not any(words in text for text in told)] == []
    for phone in (li, *phones):
        repeated = sum(times - 1 for times in (await _told(phone)).values())
        assert repeated <= in_the_air[phone.id], "twice only what was in the air when the bot died"


async def _in_the_air(db: Db) -> list[int]:
    """The chats of what the dead process had taken for sending and not marked: one message of a chat at a time."""
    async with db.read() as tx:
        rows = await tx.all(
            """
            SELECT chat_id FROM outbox
            WHERE leased_until_at IS NOT NULL AND sent_at IS NULL AND failed_at IS NULL
            """
        )
    return [row["chat_id"] for row in rows]


async def _told(phone: Phone) -> Counter[str]:
    """How often each text came that names a letter's number: no other text is sent once alone."""
    texts = (message.text for message in await phone.messages() if message.from_bot)
    return Counter(text for text in texts if NUMBER.search(text))
