"""The bot is killed again and again while letters come in. Nothing is lost, and nothing is there twice."""

import asyncio
import random
from pathlib import Path

import pytest

from sandbox.client import SandboxClient
from storage.db import Clock, Db, system_clock
from tests.bridge import TOKEN
from tests.cast import settle_in
from tests.journeys.bot_process import BotProcess
from tests.keys import KEY_FILE
from tests.writers import numbers_given, until_settled, write_letters

FEW, MANY = 20, 200
WRITERS = 4
STOP_SECONDS = 10.0


@pytest.fixture
def clock() -> Clock:
    """Real time, as in the bot's own process."""
    return system_clock


@pytest.fixture
def config(tmp_path: Path, url: str, sandbox: SandboxClient) -> Path:
    return written_config(tmp_path / "config.toml", url, sandbox)


def written_config(file: Path, url: str, sandbox: SandboxClient, telegram: str = "") -> Path:
    """What a bot of its own process reads: all limits are off. ``telegram``: more lines of that section."""
    file.write_text(
        f"""
        [committee]
        name = "政协示例县委员会"
        code = "SL"
        [telegram]
        token = "{TOKEN}"
        base_url = "{sandbox.url}/bot"
        base_file_url = "{sandbox.url}/file/bot"
        {telegram}
        [storage]
        url = "{url}"
        [mailbox]
        letters_per_day = 0
        newcomer_letters_per_day = 0
        messages_per_minute = 0
        newcomer_messages_per_minute = 0
        [security]
        key_file = "{KEY_FILE}"
        [sending]
        overall_per_second = 1000
        chat_per_second = 1000
        """,
        "utf-8",
    )
    return file


async def started(config: Path, sandbox: SandboxClient) -> BotProcess:
    """A bot that has asked for updates: from then on it has work in hand."""
    before = len(await sandbox.calls("getUpdates"))
    bot = BotProcess(config)
    while len(await sandbox.calls("getUpdates")) == before:
        assert bot.lives, "the bot ended by itself"
        await asyncio.sleep(0.02)
    return bot


@pytest.mark.timeout(1200)
async def test_no_letter_is_lost_or_doubled_however_often_the_bot_is_killed(
    config: Path, db: Db, sandbox: SandboxClient, seed: int, is_long: bool
) -> None:
    moments = random.Random(seed)
    async with db.write() as tx:
        await settle_in(tx)
    li = await sandbox.person("李建国", id=1002)
    await li.say("/start")
    phones = [await sandbox.person(f"群众{n}", id=2000 + n) for n in range(WRITERS)]
    written: dict[int, list[str]] = {phone.id: [] for phone in phones}
    enough = asyncio.Event()
    writing = [asyncio.create_task(write_letters(phone, written[phone.id], enough)) for phone in phones]

    for _ in range(MANY if is_long else FEW):
        bot = await started(config, sandbox)
        await asyncio.sleep(moments.uniform(0, 0.8))
        await bot.kill()
    bot = await started(config, sandbox)
    enough.set()
    await asyncio.gather(*writing)
    await until_settled(db, sandbox)
    assert await bot.terminate(STOP_SECONDS) == 0

    everything = [words for of_phone in written.values() for words in of_phone]
    assert len(everything) >= 2 * WRITERS
    async with db.read() as tx:
        stored = await tx.all("SELECT text FROM letter_entries")
        letters = await tx.value("SELECT COUNT(*) AS letters FROM letters")
        parked = await tx.value("SELECT COUNT(*) AS parked FROM inbox WHERE parked_at IS NOT NULL")
    assert sorted(row["text"] for row in stored) == sorted(everything)
    assert letters == len(everything)
    assert parked == 0
    for phone in phones:
        assert len(await numbers_given(phone)) == len(written[phone.id])
    told = "\n".join(message.text for message in await li.messages())
    assert [words for words in everything if words not in told] == []
