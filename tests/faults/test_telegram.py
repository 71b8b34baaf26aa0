"""Telegram fails in every way it has: nothing said is lost or doubled, and what is owed arrives."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from bot.app import App
from sandbox.client import SandboxClient
from tests.bridge import config_for
from tests.faults.story import LOOK_EVERY, Story

Rules = list[dict[str, Any]]

FAULTS: Mapping[str, Rules] = {
    "connections dropped before acting": [{"what": "drop_before", "p": 0.2}],
    "connections dropped after acting": [{"what": "drop_after", "p": 0.2}],
    "too many requests, for everyone": [{"what": "429", "method": "send*", "p": 0.2, "retry_after": 1}],
    "too many requests, for one chat": [{"what": "429", "method": "send*", "chat": 1002, "p": 0.5, "retry_after": 1}],
    "errors of Telegram's own": [{"what": "500", "p": 0.15}, {"what": "502", "p": 0.15}],
    "the token refused for a moment": [{"what": "401", "times": 12}],
    "updates repeated": [{"what": "repeat_updates", "method": "getUpdates", "p": 0.5}],
    "everything at once": [
        {"what": "drop_before", "p": 0.05},
        {"what": "drop_after", "p": 0.05},
        {"what": "429", "method": "send*", "p": 0.05, "retry_after": 1},
        {"what": "500", "p": 0.05},
        {"what": "502", "p": 0.05},
        {"what": "repeat_updates", "method": "getUpdates", "p": 0.2},
    ],
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_every_letter_visit_and_answer_is_there_once(
    story: Story, sandbox: SandboxClient, seed: int, seconds: float, fault: str
) -> None:
    await sandbox.faults(seed, FAULTS[fault])
    await asyncio.sleep(seconds)
    # A busy machine may not have made a call in that time that chance picks.
    while not any(rule["happened"] for rule in (await sandbox.get("faults"))["rules"]):
        await asyncio.sleep(LOOK_EVERY)
    await sandbox.faults()
    await story.end()
    await story.check()


async def test_silence_of_telegram_is_outlasted(
    story: Story, sandbox: SandboxClient, seed: int, answer_within: float
) -> None:
    """Nothing is answered for longer than we wait: what was sent may come again, what was not is sent later."""
    silent = [{"what": "delay", "method": "send*", "seconds": answer_within * 1.2, "p": 0.5, "times": 20}]
    await sandbox.faults(seed, silent)
    await asyncio.sleep(answer_within * 4)
    await sandbox.faults()
    await story.end()
    await story.check()


async def test_a_start_while_telegram_is_away_waits_for_it(sandbox: SandboxClient, url: str) -> None:
    rules: Rules = [{"what": what, "times": 1} for what in ("drop_before", "500", "502", "drop_after")]
    await sandbox.faults(rules=[*rules, {"what": "401", "method": "setMyCommands", "times": 1}])
    async with asyncio.timeout(120), await App.open(config_for(sandbox.url, url), migrating=False) as app:
        assert app.ended() == []


async def test_stopping_does_not_wait_for_a_silent_telegram(sandbox: SandboxClient, url: str) -> None:
    wang = await sandbox.person("王秀英", id=1001)
    app = await App.open(config_for(sandbox.url, url), migrating=False)
    await sandbox.faults(rules=[{"what": "delay", "method": "send*", "seconds": 30}])
    await wang.say("/start")
    while not await sandbox.calls("sendMessage"):
        await asyncio.sleep(0.05)
    # Two of its eight seconds are for what is in the air; the rest is for a busy machine.
    async with asyncio.timeout(20):
        await app.stop()
    await sandbox.faults()
    async with await App.open(config_for(sandbox.url, url), migrating=False):
        await wang.sees("连心桥")
