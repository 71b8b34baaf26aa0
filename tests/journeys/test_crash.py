"""The bot is killed again and again while letters come in. Nothing is lost, and nothing is there twice."""

import asyncio
import os
import random
import re
import signal
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.client import Phone, SandboxClient
from sandbox.message import Message
from storage import inbox, outbox
from storage.db import Db, open_db
from tests.bridge import TOKEN
from tests.cast import settle_in

KILLS = 30
WRITERS = 4
NUMBER = re.compile(r"SL-\d{4}-\d{6}")
STOP_SECONDS = 10.0


class Bot:
    """``lianxin run`` as a process of its own."""

    def __init__(self, config: Path) -> None:
        self._config = config

    async def start(self) -> None:
        run = (sys.executable, "-m", "bot", "run", "--config", str(self._config), "--no-migrate")
        environment = os.environ | {"LIANXIN_LOGGING__LEVEL": "error"}
        self.process = await asyncio.create_subprocess_exec(*run, env=environment)

    async def kill(self) -> None:
        assert self.process.returncode is None, "the bot ended by itself"
        self.process.kill()
        await self.process.wait()

    async def terminate(self) -> int:
        """SIGTERM, and the exit code; fails when it takes too long."""
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), STOP_SECONDS)


@pytest.fixture
async def bot(tmp_path: Path, url: str, sandbox: SandboxClient) -> AsyncIterator[Bot]:
    config = tmp_path / "config.toml"
    config.write_text(
        f"""
        [committee]
        name = "政协示例县委员会"
        code = "SL"
        [telegram]
        token = "{TOKEN}"
        base_url = "{sandbox.url}/bot"
        base_file_url = "{sandbox.url}/file/bot"
        [storage]
        url = "{url}"
        [sending]
        overall_per_second = 1000
        chat_per_second = 1000
        """,
        "utf-8",
    )
    bot = Bot(config)
    yield bot
    if bot.process.returncode is None:
        await bot.kill()


def dialogue_of(message: Message, label: str) -> int:
    """The number of the dialogue whose button this is; 0 when the message has no such button."""
    for row in message.raw.get("reply_markup", {}).get("inline_keyboard", []):
        for button in row:
            if button["text"] == label:
                return int(button["callback_data"].split(":")[1])
    return 0


async def press(phone: Phone, label: str, *, of: int | None = None, after: int = 0) -> int:
    """Press a button of one dialogue (or of a later one than ``after``) as soon as there is one; the dialogue's number.

    A message may have come twice, so a person looks for the button that belongs to what they are doing.
    """
    while True:
        for message in reversed(await phone.messages()):
            number = dialogue_of(message, label)
            if number > after and of in (None, number):
                await phone.sandbox.post("press", user=phone.id, message=message.id, button=label, wait=0)
                return number
        await asyncio.sleep(0.05)


async def numbers_given(phone: Phone) -> set[str]:
    return {found for message in await phone.messages() if message.from_bot for found in NUMBER.findall(message.text)}


async def write_letters(phone: Phone, written: list[str], enough: asyncio.Event) -> None:
    """One letter after the other, each named by what it says, until it is enough."""
    dialogue = 0
    while not enough.is_set():
        words = f"{phone.name}的第{len(written) + 1}封信，{phone.id}号路灯不亮。"
        given = len(await numbers_given(phone))
        await phone.say("/write 李建国")
        dialogue = await press(phone, "匿名", after=dialogue)
        await phone.say(words)
        await press(phone, "完成", of=dialogue)
        await press(phone, "提交", of=dialogue)
        while len(await numbers_given(phone)) == given:
            await asyncio.sleep(0.05)
        written.append(words)


async def until_settled(db: Db, sandbox: SandboxClient) -> None:
    while True:
        async with db.read() as tx:
            waiting = await inbox.waiting(tx) + (await outbox.counts(tx))["waiting"]
        if not waiting and not await sandbox.waiting():
            return
        await asyncio.sleep(0.05)


@pytest.mark.timeout(280)
async def test_no_letter_is_lost_or_doubled_however_often_the_bot_is_killed(
    bot: Bot, url: str, sandbox: SandboxClient
) -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # Shown when the test fails.
    moments = random.Random(seed)
    db = await open_db(url)
    async with db.write() as tx:
        await settle_in(tx)
    li = await sandbox.person("李建国", id=1002)
    await li.say("/start")
    phones = [await sandbox.person(f"群众{n}", id=2000 + n) for n in range(WRITERS)]
    written: dict[int, list[str]] = {phone.id: [] for phone in phones}
    enough = asyncio.Event()
    writing = [asyncio.create_task(write_letters(phone, written[phone.id], enough)) for phone in phones]

    for _ in range(KILLS):
        await bot.start()
        await asyncio.sleep(moments.uniform(0.7, 2.5))
        await bot.kill()
    await bot.start()
    enough.set()
    await asyncio.gather(*writing)
    await until_settled(db, sandbox)
    began = time.monotonic()
    assert await bot.terminate() == 0
    assert time.monotonic() - began < STOP_SECONDS

    everything = [words for of_phone in written.values() for words in of_phone]
    assert len(everything) >= 2 * WRITERS
    async with db.read() as tx:
        stored = await tx.all("SELECT text FROM letter_entries ORDER BY text")
        letters = await tx.value("SELECT COUNT(*) AS letters FROM letters")
        parked = await tx.value("SELECT COUNT(*) AS parked FROM inbox WHERE parked_at IS NOT NULL")
    await db.close()
    assert [row["text"] for row in stored] == sorted(everything)
    assert letters == len(everything)
    assert parked == 0
    for phone in phones:
        assert len(await numbers_given(phone)) == len(written[phone.id])
    told = "\n".join(message.text for message in await li.messages())
    assert [words for words in everything if words not in told] == []
