"""Webhooks: pushed with the secret, repeated until taken, in order for each chat."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import web

from sandbox.client import Phone, SandboxClient
from tests.sandbox.bare_bot import BareBot, Refused

Json = dict[str, Any]


class Receiver:
    """A bot's web server that takes (or, `broken`, refuses) what is pushed."""

    def __init__(self) -> None:
        self.url = ""
        self.broken = False
        self.refused = 0
        self.secrets: set[str | None] = set()
        self.taken: list[Json] = []
        self.called = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        if self.broken:
            self.refused += 1
        else:
            self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
            self.taken.append(await request.json())
        self.called.set()
        return web.Response(status=500 if self.broken else 200)

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for pushes until the condition holds."""
        async with asyncio.timeout(30):
            while not condition():
                self.called.clear()
                await self.called.wait()

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.taken]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_are_pushed_with_the_secret(bot: BareBot, wang: Phone, receiver: Receiver) -> None:
    await bot("setWebhook", url=receiver.url, secret_token="s3cret")
    for text in "一二三":
        await wang.say(text)
    await receiver.until(lambda: len(receiver.taken) == 3)
    assert receiver.texts() == ["一", "二", "三"]
    assert receiver.secrets == {"s3cret"}
    info = await bot("getWebhookInfo")
    assert (info["url"], info["max_connections"]) == (receiver.url, 40)


async def test_a_refused_update_is_pushed_again(bot: BareBot, wang: Phone, receiver: Receiver) -> None:
    receiver.broken = True
    await bot("setWebhook", url=receiver.url)
    await wang.say("一")
    await wang.say("二")
    await receiver.until(lambda: receiver.refused >= 2)
    info = await bot("getWebhookInfo")
    assert info["pending_update_count"] == 2
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    receiver.broken = False
    await receiver.until(lambda: len(receiver.taken) == 2)
    assert receiver.texts() == ["一", "二"]


async def test_polling_is_refused_while_a_webhook_is_set(bot: BareBot, receiver: Receiver) -> None:
    await bot("setWebhook", url=receiver.url)
    with pytest.raises(Refused, match="Conflict: can't use getUpdates method while webhook is active") as refused:
        await bot("getUpdates")
    assert refused.value.code == 409
    await bot("deleteWebhook")
    assert await bot("getUpdates") == []


async def test_what_was_not_delivered_waits_for_polling(bot: BareBot, wang: Phone, receiver: Receiver) -> None:
    receiver.broken = True
    await bot("setWebhook", url=receiver.url)
    await wang.say("一")
    await receiver.until(lambda: receiver.refused)
    await bot("deleteWebhook")
    assert [update["message"]["text"] for update in await bot.updates()] == ["一"]


async def test_waiting_updates_can_be_dropped(bot: BareBot, wang: Phone) -> None:
    await wang.say("一")
    await bot("deleteWebhook", drop_pending_updates=True)
    assert await bot("getUpdates") == []


async def test_a_repeated_update_is_pushed_twice(
    bot: BareBot, wang: Phone, sandbox: SandboxClient, receiver: Receiver
) -> None:
    await sandbox.faults(rules=[{"what": "repeat_updates", "method": "webhook", "times": 1}])
    await bot("setWebhook", url=receiver.url)
    await wang.say("一")
    await wang.say("二")
    await receiver.until(lambda: len(receiver.taken) == 3)
    assert receiver.texts() == ["一", "一", "二"]
