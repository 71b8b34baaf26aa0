"""The server as a whole: its event stream, its command line, its stopping."""

import asyncio
import json
import sys
import time
from typing import Any

import pytest
from aiohttp import ClientSession

from sandbox.client import Phone, SandboxClient
from sandbox.server import Sandbox
from tests.sandbox.bare_bot import BareBot

Json = dict[str, Any]


async def events(sandbox: SandboxClient, after: int, count: int) -> list[Json]:
    """The next events of the stream."""
    found: list[Json] = []
    async with asyncio.timeout(30), sandbox.http.get(f"/control/events?after={after}") as response:
        assert response.content_type == "text/event-stream"
        while len(found) < count:
            line = (await response.content.readline()).decode()
            if line.startswith("data: "):
                found.append(json.loads(line.removeprefix("data: ")))
    return found


async def test_events_are_numbered_and_can_be_resumed(bot: BareBot, wang: Phone, sandbox: SandboxClient) -> None:
    first = await events(sandbox, 0, 3)
    assert [event["type"] for event in first] == ["person", "chat", "message"]
    assert [event["n"] for event in first] == [1, 2, 3]
    await bot("sendMessage", chat_id=wang.id, text="您好", reply_markup={"keyboard": [[{"text": "写信"}]]})
    await bot("sendChatAction", chat_id=wang.id, action="typing")
    await wang.block()
    message, action, blocked = await events(sandbox, 3, 3)
    assert message["message"]["keyboard"] == {"keyboard": [[{"text": "写信"}]]}
    assert (action["type"], action["action"]) == ("action", "typing")
    assert (blocked["user"], blocked["blocked"]) == (wang.id, True)


async def test_a_stream_without_a_number_begins_now(wang: Phone, sandbox: SandboxClient) -> None:
    async with asyncio.timeout(30), sandbox.http.get("/control/events") as response:
        assert await response.content.readline() == b": open\n"
        await wang.say("您好")
        lines = [(await response.content.readline()).decode() for _ in range(6)]
    assert any("您好" in line for line in lines)


async def test_stopping_ends_polls_and_streams_at_once() -> None:
    server = await Sandbox.start()
    async with BareBot(server.url) as bot, ClientSession() as http:
        await bot("getMe")
        poll = asyncio.create_task(bot("getUpdates", timeout=30))
        stream = await http.get(f"{server.url}/control/events")
        await asyncio.sleep(0.05)
        began = time.monotonic()
        await server.stop()
        assert time.monotonic() - began < 15
        assert await poll == []
        stream.close()


async def test_the_sandbox_runs_alone(tmp_path: Any) -> None:
    command = (sys.executable, "-m", "sandbox", "--port", "0", "--bot-username", "other_bot", "--token", "5:x")
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().split()[-1]
    async with SandboxClient(url) as sandbox:
        assert (await sandbox.state())["bot"]["username"] == "other_bot"
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 30) == 0


async def test_the_page_is_served(sandbox: SandboxClient) -> None:
    async with sandbox.http.get("/") as response:
        assert response.status == 200


async def test_a_wrong_result_of_the_sandbox_itself_is_seen(server: Sandbox, bot: BareBot) -> None:
    await bot("getMe")
    server.world.bot["age"] = 3
    with pytest.raises(Exception, match="the sandbox made a wrong result for getMe: age: User has no such field"):
        await bot("getMe")
