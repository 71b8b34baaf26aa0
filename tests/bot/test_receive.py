"""Updates are in the inbox before Telegram hears that we have them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from bot import receive
from bot.api import TelegramApi
from bot.receive import Poller, keep, lane_of
from sandbox.client import SandboxClient
from storage import inbox
from storage.db import Db


@asynccontextmanager
async def polling(db: Db, api: TelegramApi) -> AsyncIterator[None]:
    task = asyncio.create_task(Poller(db, api).run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


async def eventually(true: Callable[[], Awaitable[bool]], seconds: float = 5) -> None:
    async with asyncio.timeout(seconds):
        while not await true():
            await asyncio.sleep(0.01)


async def waiting(db: Db) -> int:
    async with db.read() as tx:
        return await inbox.waiting(tx)


def message(update_id: int, chat_id: int = 1001, text: str = "您好") -> dict[str, object]:
    return {"update_id": update_id, "message": {"chat": {"id": chat_id}, "from": {"id": chat_id}, "text": text}}


async def test_what_is_said_is_in_the_inbox_and_then_acknowledged(
    db: Db, api: TelegramApi, sandbox: SandboxClient
) -> None:
    wang = await sandbox.person("王秀英", id=1001)
    async with polling(db, api):
        await wang.say("/start")
        await wang.say("路灯坏了")

        async def stored_and_acknowledged() -> bool:
            return await waiting(db) == 2 and await sandbox.waiting() == 0

        await eventually(stored_and_acknowledged)


async def test_an_update_that_comes_twice_is_kept_once(db: Db) -> None:
    await keep(db, [message(7)])
    await keep(db, [message(7), message(8)])
    assert await waiting(db) == 2


async def test_polling_survives_errors_and_dropped_connections(
    db: Db, api: TelegramApi, sandbox: SandboxClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receive, "PAUSES", (0.01,))
    rules = [{"method": "getUpdates", "p": 1, "times": 1, "what": what} for what in ("502", "drop_after", "500", "401")]
    await sandbox.faults(1, rules)
    wang = await sandbox.person("王秀英", id=1001)
    async with polling(db, api):
        await wang.say("路灯坏了")

        async def stored() -> bool:
            return await waiting(db) == 1

        await eventually(stored)


async def test_polling_pauses_while_too_much_waits(
    db: Db, api: TelegramApi, sandbox: SandboxClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receive, "FULL_AT", 1)
    await keep(db, [message(90_001), message(90_002)])
    wang = await sandbox.person("王秀英", id=1001)
    await wang.say("路灯坏了")
    async with polling(db, api):
        await asyncio.sleep(0.3)
        assert await waiting(db) == 2
        async with db.write() as tx:
            await inbox.take_first(tx, 1001)

        async def stored() -> bool:
            return await waiting(db) == 2

        await eventually(stored)


async def test_characters_that_a_database_refuses_are_left_out(db: Db) -> None:
    await keep(db, [message(9, text="路\0灯\ud83d坏 \\u0000 了")])
    async with db.read() as tx:
        row = await inbox.get(tx, 9)
    assert row["update_json"]["message"]["text"] == "路灯�坏 \\u0000 了"


async def test_of_our_own_message_only_its_place_is_kept_when_a_button_is_pressed(db: Db) -> None:
    place = {"message_id": 5, "date": 1, "chat": {"id": 1001}}
    ours = {"from": {"id": 1}, "text": "路灯坏了", "reply_to_message": {"text": "您好"}, "reply_markup": {}}
    pressed = {"id": "7", "from": {"id": 1001}, "data": "write-done:1"}
    await keep(db, [{"update_id": 9, "callback_query": pressed | {"message": place | ours}}])
    async with db.read() as tx:
        row = await inbox.get(tx, 9)
    assert row["update_json"]["callback_query"] == pressed | {"message": place}


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        (message(1, chat_id=-100), -100),
        ({"update_id": 2, "callback_query": {"from": {"id": 5}, "message": {"chat": {"id": 6}}}}, 6),
        ({"update_id": 3, "callback_query": {"from": {"id": 5}, "inline_message_id": "x"}}, 5),
        ({"update_id": 4, "poll": {"id": "1"}}, 4),
        ({"update_id": 5, "my_chat_member": {"chat": {"id": 7}, "from": {"id": 7}}}, 7),
    ],
)
def test_order_is_kept_in_a_chat_or_for_a_person(update: dict[str, object], lane: int) -> None:
    assert lane_of(update) == lane
