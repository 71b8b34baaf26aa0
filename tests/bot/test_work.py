"""Each update is handled once, as a whole, in the order of its chat."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import Update

from bot import work
from bot.api import TelegramApi
from bot.app import build_house
from bot.receive import keep
from bot.work import Worker
from domain.refusals import Refusal
from handlers.context import House, current
from storage import inbox, people
from storage.db import Db, system_clock
from tests.bot.conftest import TOKEN
from tests.bridge import config_for
from tests.cast import Cast
from tests.conftest import TestClock
from tests.no_network import bot_without_network

Process = Callable[[Any], Awaitable[None]]


class NotToday(Refusal):
    text = "nothing-to-cancel"


@pytest.fixture
def clock() -> TestClock:
    """Real time: what is put off has to become due."""
    return system_clock  # type: ignore[return-value]  # a Clock like the standing one


@pytest.fixture
def house() -> House:
    return build_house(config_for("http://127.0.0.1:9", "sqlite:///unused.db"), "lianxin_bot", 2026)


@asynccontextmanager
async def working(db: Db, house: House, process: Process) -> AsyncIterator[Worker]:
    """A worker whose Telegram can't be reached: what is owed stays in the outbox, to be looked at."""
    worker = Worker(db, TelegramApi("http://127.0.0.1:9/bot", TOKEN), bot_without_network(), house, process)
    task = asyncio.create_task(worker.run())
    try:
        yield worker
    finally:
        worker.stop()
        await asyncio.wait([task])
        task.result()


def message(update_id: int, chat_id: int = 1001, text: str = "您好") -> dict[str, Any]:
    user = {"id": chat_id, "is_bot": False, "first_name": "王秀英"}
    chat = {"id": chat_id, "type": "private", "first_name": "王秀英"}
    said = {"message_id": update_id, "date": 1_700_000_000, "chat": chat, "from": user, "text": text}
    return {"update_id": update_id, "message": said}


async def until_done(db: Db, seconds: float = 30) -> None:
    async with asyncio.timeout(seconds):
        while True:
            async with db.read() as tx:
                if not await inbox.waiting(tx):
                    return
            await asyncio.sleep(0.01)


async def owed(db: Db) -> list[tuple[int, str]]:
    """(chat, key of the text) of everything in the outbox."""
    async with db.read() as tx:
        rows = await tx.all("SELECT chat_id, content_json FROM outbox ORDER BY id")
    return [(row["chat_id"], row["content_json"]["text"]["$text"]) for row in rows]


async def test_a_chat_is_worked_off_in_order_and_chats_beside_each_other(db: Db, house: House) -> None:
    seen: list[tuple[int, str]] = []

    async def process(update: Update) -> None:
        assert update.effective_chat
        assert update.message
        seen.append((update.effective_chat.id, update.message.text or ""))

    await keep(db, [message(n, chat_id=1001 + n % 3, text=str(n)) for n in range(30)])
    async with working(db, house, process):
        await until_done(db)
    for chat in (1001, 1002, 1003):
        of_chat = [int(text) for seen_chat, text in seen if seen_chat == chat]
        assert of_chat == sorted(of_chat)
        assert len(of_chat) == 10


async def test_what_came_while_the_worker_was_busy_is_taken_up(db: Db, house: House) -> None:
    async def process(update: Update) -> None:
        await asyncio.sleep(0.01)

    async with working(db, house, process):
        for n in range(20):
            await keep(db, [message(n)])
            await asyncio.sleep(0.003)
        await until_done(db)


async def test_a_failure_undoes_everything_and_is_tried_again(
    db: Db, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "RETRY_PAUSES", (0.05, 0.05))
    tries = 0

    async def process(update: Update) -> None:
        nonlocal tries
        tries += 1
        await people.add(current.get().tx, "半个人", "zh")
        if tries < 3:
            current.get().error = RuntimeError("the disk hiccuped")

    await keep(db, [message(1)])
    async with working(db, house, process):
        await until_done(db)
    async with db.read() as tx:
        assert len(await people.named(tx, "半个人")) == 1
    assert tries == 3


async def test_what_fails_for_good_is_parked_with_an_apology(
    db: Db, house: House, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "RETRY_PAUSES", (0.01,))

    async def process(update: Update) -> None:
        assert update.message is not None
        if update.message.text == "毒":
            raise RuntimeError("poison")

    await keep(db, [message(1, text="毒"), message(2, text="后来的")])
    async with working(db, house, process):
        await until_done(db)
    assert await owed(db) == [(1001, "sorry-we-could-not-handle-this")]
    async with db.read() as tx:
        row = await tx.one("SELECT parked_at, error FROM inbox WHERE update_id = 1")
        later = await tx.one("SELECT done_at, parked_at FROM inbox WHERE update_id = 2")
    assert row
    assert row["parked_at"]
    assert row["error"] == "RuntimeError: poison"
    assert later
    assert later["done_at"]
    assert later["parked_at"] is None


async def test_an_update_that_can_not_be_read_is_parked_too(
    db: Db, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "RETRY_PAUSES", ())

    async def process(update: Update) -> None:
        raise AssertionError("never reached")

    await keep(db, [{"update_id": 1, "message": {"chat": {"id": 5}, "date": "not a date"}}])
    async with working(db, house, process):
        await until_done(db)


async def test_a_refusal_undoes_everything_and_is_said(db: Db, house: House, cast: Cast) -> None:
    async def process(update: Update) -> None:
        await people.add(current.get().tx, "半个人", "zh")
        current.get().error = NotToday()

    await keep(db, [message(1)])
    async with working(db, house, process):
        await until_done(db)
    assert await owed(db) == [(1001, "nothing-to-cancel")]
    async with db.read() as tx:
        assert await people.named(tx, "半个人") == []


async def test_stopping_finishes_what_is_in_hand_and_leaves_the_rest(db: Db, house: House) -> None:
    started, release = asyncio.Event(), asyncio.Event()

    async def process(update: Update) -> None:
        started.set()
        await release.wait()

    await keep(db, [message(1), message(2)])
    async with working(db, house, process) as worker:
        await started.wait()
        worker.stop()
        release.set()
    async with db.read() as tx:
        assert await inbox.waiting(tx) == 1


async def test_an_update_interrupted_half_way_is_taken_up_again(db: Db, house: House) -> None:
    started = asyncio.Event()

    async def hangs(update: Update) -> None:
        await people.add(current.get().tx, "半个人", "zh")
        started.set()
        await asyncio.sleep(60)

    async def works(update: Update) -> None:
        await people.add(current.get().tx, "整个人", "zh")

    await keep(db, [message(1)])
    worker = Worker(db, TelegramApi("http://127.0.0.1:9/bot", TOKEN), bot_without_network(), house, hangs)
    lane = asyncio.create_task(worker.work_one(1001))
    await started.wait()
    lane.cancel()
    await asyncio.wait([lane])
    async with working(db, house, works):
        await until_done(db)
    async with db.read() as tx:
        assert [len(await people.named(tx, name)) for name in ("半个人", "整个人")] == [0, 1]
