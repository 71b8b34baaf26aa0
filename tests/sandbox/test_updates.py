"""getUpdates: nothing is forgotten before it is confirmed, and only one may ask."""

import asyncio
import time

import pytest

from sandbox.client import Phone, SandboxClient
from sandbox.server import Sandbox
from tests.sandbox.bare_bot import BareBot, Refused


async def test_updates_are_given_again_until_confirmed(bot: BareBot, wang: Phone, sandbox: SandboxClient) -> None:
    for text in "一二三":
        await wang.say(text)
    first = await bot("getUpdates")
    assert [update["message"]["text"] for update in first] == ["一", "二", "三"]
    assert await bot("getUpdates") == first
    assert await bot("getUpdates", offset=first[1]["update_id"]) == first[1:]
    assert await bot("getUpdates", limit=1) == first[1:2]
    assert await sandbox.waiting() == 2


async def test_a_negative_offset_keeps_the_newest(bot: BareBot, wang: Phone) -> None:
    for text in "一二三":
        await wang.say(text)
    assert [update["message"]["text"] for update in await bot("getUpdates", offset=-1)] == ["三"]
    assert len(await bot("getUpdates")) == 1


async def test_a_long_poll_ends_with_the_first_update(bot: BareBot, wang: Phone) -> None:
    poll = asyncio.create_task(bot("getUpdates", offset=bot.offset, timeout=30))
    await asyncio.sleep(0.05)
    await wang.say("您好")
    (update,) = await asyncio.wait_for(poll, 20)
    assert update["message"]["text"] == "您好"


async def test_a_long_poll_without_updates_ends_in_time(bot: BareBot, wang: Phone) -> None:
    began = time.monotonic()
    assert await bot("getUpdates", offset=bot.offset, timeout=1) == []
    assert 0.9 < time.monotonic() - began < 20


@pytest.mark.usefixtures("wang")
async def test_a_second_poller_ends_the_first(bot: BareBot, server: Sandbox) -> None:
    first = asyncio.create_task(bot("getUpdates", offset=bot.offset, timeout=30))
    while (poller := server.world.updates.poller) is None or poller.done():
        await asyncio.sleep(0.01)
    second = asyncio.create_task(bot("getUpdates", offset=bot.offset, timeout=1))
    with pytest.raises(Refused, match="Conflict: terminated by other getUpdates request") as refused:
        await first
    assert refused.value.code == 409
    assert await second == []


async def test_only_wanted_kinds_are_kept(bot: BareBot, wang: Phone) -> None:
    await bot("getUpdates", allowed_updates=["callback_query"])
    await wang.say("没人听")
    assert await bot.updates() == []
    await bot("getUpdates", allowed_updates=[])
    await wang.say("听得到")
    assert len(await bot.updates()) == 1


async def test_reactions_come_only_when_asked_for(bot: BareBot, wang: Phone) -> None:
    message = await wang.say("您好")
    await wang.react(message, "👍")
    assert [list(update)[1] for update in await bot.updates()] == ["message"]
    await bot("getUpdates", offset=bot.offset, allowed_updates=["message_reaction"])
    await wang.react(message, None)
    (update,) = await bot.updates()
    assert update["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert update["message_reaction"]["new_reaction"] == []
