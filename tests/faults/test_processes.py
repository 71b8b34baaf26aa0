"""Several processes on one PostgreSQL database behind a balancer: one is killed, one is added, letters go on coming."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.lock import only_poller
from sandbox.client import Phone, SandboxClient
from storage.db import Clock, DatabaseFault, Db, open_db, system_clock
from tests.cast import settle_in
from tests.faults.balancer import Balancer, balancing
from tests.journeys.bot_process import BotProcess
from tests.journeys.test_crash import written_config
from tests.keys import SEAL
from tests.postgres import free_port
from tests.writers import numbers_given, until_settled, write_letters
from web.webhook import SECRET_HEADER

pytestmark = [pytest.mark.postgres, pytest.mark.timeout(280)]

PROCESSES = 3
WRITERS = 6
STOP_SECONDS = 10.0
SECRET = "only-telegram-knows-this"


@pytest.fixture
def engine() -> str:
    return "postgres"


@pytest.fixture
def clock() -> Clock:
    """Real time, as in the bots' own processes."""
    return system_clock


@pytest.fixture
async def balancer() -> AsyncIterator[Balancer]:
    async with balancing() as running:
        yield running


class Machines:
    """``lianxin run`` several times over, each on a port of its own."""

    def __init__(self, folder: Path, url: str, sandbox: SandboxClient, balancer: Balancer, lease: timedelta) -> None:
        self._folder = folder
        self._url = url
        self._sandbox = sandbox
        self._balancer = balancer
        self._lease = lease
        self.running: dict[int, BotProcess] = {}

    async def add(self) -> None:
        """One more; the balancer knows it as soon as it answers."""
        port = free_port()
        bot = BotProcess(self._config(port), self._lease)
        while not await _listens(port):
            assert bot.lives, "the bot ended by itself"
            await asyncio.sleep(0.05)
        self.running[port] = bot
        self._balancer.backends.append(port)

    async def kill(self, port: int) -> None:
        """SIGKILL; the balancer finds out when nobody answers there."""
        await self.running.pop(port).kill()

    async def stop(self) -> list[int | None]:
        return [await bot.terminate(STOP_SECONDS) for bot in self.running.values()]

    def _config(self, port: int) -> Path:
        webhook = f"""
mode = "webhook"
webhook_url = "http://127.0.0.1:{self._balancer.port}/telegram"
webhook_secret = "{SECRET}"
port = {port}
"""
        return written_config(self._folder / f"{port}.toml", self._url, self._sandbox, webhook)


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


@pytest.fixture
def lease(is_long: bool) -> timedelta:
    """How long a dead process's messages wait."""
    return timedelta(seconds=30 if is_long else 2)


@pytest.fixture
async def machines(
    tmp_path: Path, url: str, db: Db, sandbox: SandboxClient, balancer: Balancer, lease: timedelta
) -> AsyncIterator[Machines]:
    async with db.write() as tx:
        await settle_in(tx)
    several = Machines(tmp_path, url, sandbox, balancer, lease)
    await asyncio.gather(*(several.add() for _ in range(PROCESSES)))
    yield several
    await several.stop()


async def test_three_share_the_work_one_dies_one_comes_and_nothing_is_lost_doubled_or_out_of_order(
    machines: Machines, db: Db, sandbox: SandboxClient, seed: int, seconds: float, is_long: bool
) -> None:
    moments = random.Random(seed)
    li = await sandbox.person("李建国", id=1002)
    await li.say("/start")
    phones = [await sandbox.person(f"群众{n}", id=2000 + n) for n in range(WRITERS)]
    written: dict[int, list[str]] = {phone.id: [] for phone in phones}
    enough = asyncio.Event()
    writing = [asyncio.create_task(write_letters(phone, written[phone.id], enough)) for phone in phones]

    for _ in range(10 if is_long else 1):
        await asyncio.sleep(moments.uniform(0.5, 1.0) * seconds)
        await machines.kill(moments.choice(sorted(machines.running)))
        await asyncio.sleep(moments.uniform(0, 0.5) * seconds)
        await machines.add()
    enough.set()
    await asyncio.gather(*writing)
    await until_settled(db, sandbox)
    assert await machines.stop() == [0] * PROCESSES
    await check(db, li, phones, written)


async def check(db: Db, li: Phone, phones: list[Phone], written: dict[int, list[str]]) -> None:
    """Every letter is there once, each writer's in the order of writing, everyone was told, nothing was given up."""
    async with db.read() as tx:
        for phone in phones:
            rows = await tx.all(
                """
                SELECT e.text FROM letter_entries e JOIN letters l ON l.id = e.letter_id
                JOIN people p ON p.id = l.writer_id WHERE p.telegram_id = :id ORDER BY e.id
                """,
                id=phone.id,
            )
            assert [row["text"] for row in rows] == written[phone.id]
            numbers = await numbers_given(phone)
            assert len(numbers) == len(written[phone.id]) > 0
        assert await tx.value("SELECT COUNT(*) AS n FROM inbox WHERE parked_at IS NOT NULL") == 0
        assert await tx.value("SELECT COUNT(*) AS n FROM outbox WHERE failed_at IS NOT NULL") == 0
    told = "\n".join(message.text for message in await li.messages())
    assert [words for each in written.values() for words in each if words not in told] == []


async def test_an_update_pushed_to_two_processes_at_once_is_handled_once(
    machines: Machines, db: Db, sandbox: SandboxClient
) -> None:
    wang = await sandbox.person("王秀英", id=1001)
    await wang.say("/start")
    update = {
        "update_id": 900_000_001,
        "message": {
            "message_id": 90_001,
            "date": 1_770_000_000,
            "chat": {"id": wang.id, "type": "private", "first_name": "王秀英"},
            "from": {"id": wang.id, "is_bot": False, "first_name": "王秀英", "language_code": "zh"},
            "text": "/letters",
        },
    }
    async with ClientSession(headers={SECRET_HEADER: SECRET}) as telegram:

        async def push(port: int) -> int:
            async with telegram.post(f"http://127.0.0.1:{port}/telegram", json=update) as answer:
                return answer.status

        assert set(await asyncio.gather(*(push(port) for port in machines.running for _ in range(3)))) == {200}
    await until_settled(db, sandbox)
    assert len([message for message in await wang.messages() if "还没有写过信" in message.text]) == 1


async def test_one_of_two_polls(url: str) -> None:
    first, second = await open_db(url, seal=SEAL), await open_db(url, seal=SEAL)
    async with AsyncExitStack() as stack, AsyncExitStack() as other:
        await only_poller(stack, first)
        with pytest.raises(DatabaseFault, match="webhook"):
            await only_poller(other, second)
        await stack.aclose()
        await only_poller(other, second)
    await first.close()
    await second.close()
