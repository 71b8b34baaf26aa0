"""The bot is killed again and again while letters come in. Nothing is lost, and nothing is there twice."""

import asyncio
import random
import re
from pathlib import Path

import pytest

from sandbox.client import Phone, SandboxClient
from sandbox.message import Message
from storage import inbox, outbox
from storage.db import Clock, Db, system_clock
from tests.bridge import TOKEN
from tests.cast import settle_in
from tests.journeys.bot_process import BotProcess

KILLS = 30
WRITERS = 4
NUMBER = re.compile(r"SL-\d{4}-\d{6}")
STOP_SECONDS = 10.0


@pytest.fixture
def clock() -> Clock:
    """Real time, as in the bot's own process."""
    return system_clock


@pytest.fixture
def config(tmp_path: Path, url: str, sandbox: SandboxClient) -> Path:
    file = tmp_path / "config.toml"
    file.write_text(
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
    return file


async def started(config: Path, sandbox: SandboxClient) -> BotProcess:
    """A bot that has asked for updates: from then on it has work in hand."""
    before = len(await sandbox.calls("getUpdates"))
    bot = BotProcess(config)
    while len(await sandbox.calls("getUpdates")) == before:
        assert bot.lives, "the bot ended by itself"
        await asyncio.sleep(0.02)
    return bot


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
    config: Path, db: Db, sandbox: SandboxClient
) -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # Shown when the test fails.
    moments = random.Random(seed)
    async with db.write() as tx:
        await settle_in(tx)
    li = await sandbox.person("李建国", id=1002)
    await li.say("/start")
    phones = [await sandbox.person(f"群众{n}", id=2000 + n) for n in range(WRITERS)]
    written: dict[int, list[str]] = {phone.id: [] for phone in phones}
    enough = asyncio.Event()
    writing = [asyncio.create_task(write_letters(phone, written[phone.id], enough)) for phone in phones]

    for _ in range(KILLS):
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
        stored = await tx.all("SELECT text FROM letter_entries ORDER BY text")
        letters = await tx.value("SELECT COUNT(*) AS letters FROM letters")
        parked = await tx.value("SELECT COUNT(*) AS parked FROM inbox WHERE parked_at IS NOT NULL")
    assert [row["text"] for row in stored] == sorted(everything)
    assert letters == len(everything)
    assert parked == 0
    for phone in phones:
        assert len(await numbers_given(phone)) == len(written[phone.id])
    told = "\n".join(message.text for message in await li.messages())
    assert [words for words in everything if words not in told] == []
