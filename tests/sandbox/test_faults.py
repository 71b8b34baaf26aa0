"""Trouble on demand: it comes as ordered, and with the same seed it comes again."""

import time

import pytest
from aiohttp import ServerDisconnectedError

from sandbox.client import Phone, SandboxClient, SandboxError
from tests.sandbox.bare_bot import BareBot, Refused


async def outcomes(bot: BareBot, chat_id: int, count: int) -> str:
    """One letter for each of several sends: . sent, x refused."""
    letters = []
    for number in range(count):
        try:
            await bot("sendMessage", chat_id=chat_id, text=str(number))
            letters.append(".")
        except Refused:
            letters.append("x")
    return "".join(letters)


async def test_the_same_seed_brings_the_same_faults(bot: BareBot, wang: Phone, sandbox: SandboxClient) -> None:
    rules = [{"what": "500", "method": "send*", "p": 0.3}]
    runs = []
    for seed in (7, 7, 8):
        await sandbox.faults(seed, rules)
        runs.append(await outcomes(bot, wang.id, 40))
    assert runs[0] == runs[1]
    assert runs[0] != runs[2]
    assert 0 < runs[0].count("x") < 40


@pytest.mark.parametrize(
    ("what", "code", "said"),
    [("500", 500, "Internal Server Error"), ("502", 502, "Bad Gateway"), ("401", 401, "Unauthorized")],
)
async def test_an_answer_can_be_an_error(
    bot: BareBot, wang: Phone, sandbox: SandboxClient, what: str, code: int, said: str
) -> None:
    await sandbox.faults(rules=[{"what": what, "method": "sendMessage", "times": 1}])
    with pytest.raises(Refused, match=said) as refused:
        await bot("sendMessage", chat_id=wang.id, text="一")
    assert refused.value.code == code
    assert await bot("sendMessage", chat_id=wang.id, text="二")


async def test_a_429_says_how_long_to_wait(bot: BareBot, wang: Phone, sandbox: SandboxClient) -> None:
    await sandbox.faults(rules=[{"what": "429", "chat": wang.id, "retry_after": 7}])
    with pytest.raises(Refused, match="Too Many Requests: retry after 7") as refused:
        await bot("sendMessage", chat_id=wang.id, text="一")
    assert refused.value.parameters == {"retry_after": 7}


@pytest.mark.parametrize(("what", "arrived"), [("drop_before", []), ("drop_after", ["一"])])
async def test_a_connection_is_cut_before_or_after_acting(
    bot: BareBot, wang: Phone, sandbox: SandboxClient, what: str, arrived: list[str]
) -> None:
    await sandbox.faults(rules=[{"what": what, "method": "sendMessage"}])
    with pytest.raises(ServerDisconnectedError):
        await bot("sendMessage", chat_id=wang.id, text="一")
    assert [message.text for message in await wang.messages() if message.from_bot] == arrived
    assert (await sandbox.calls("sendMessage"))[-1]["status"] == 0


async def test_an_answer_can_be_late(bot: BareBot, sandbox: SandboxClient) -> None:
    await sandbox.faults(rules=[{"what": "delay", "seconds": 0.2}])
    began = time.monotonic()
    await bot("getMe")
    assert time.monotonic() - began >= 0.2


async def test_confirmed_updates_can_come_again(bot: BareBot, wang: Phone, sandbox: SandboxClient) -> None:
    await wang.say("一")
    await bot.updates()
    await sandbox.faults(rules=[{"what": "repeat_updates", "times": 1}])
    again = await bot("getUpdates", offset=bot.offset)
    assert again[-1]["message"]["text"] == "一"
    assert await bot("getUpdates", offset=bot.offset) == []


async def test_faults_are_shown_counted_and_removed(bot: BareBot, sandbox: SandboxClient) -> None:
    await sandbox.faults(3, [{"what": "500", "method": "getMe"}])
    with pytest.raises(Refused):
        await bot("getMe")
    shown = await sandbox.get("faults")
    assert (shown["seed"], shown["rules"][0]["happened"]) == (3, 1)
    await sandbox.faults()
    assert await bot("getMe")


async def test_an_unknown_fault_is_refused(sandbox: SandboxClient) -> None:
    with pytest.raises(SandboxError, match="`what` is one of"):
        await sandbox.faults(rules=[{"what": "earthquake"}])
