"""Telegram's limits, when they are switched on."""

import pytest

from sandbox.client import Phone, SandboxClient
from sandbox.errors import BotApiError
from sandbox.limits import Limits
from tests.sandbox.bare_bot import BareBot, Refused


async def sent_until_refused(bot: BareBot, chat_id: int, most: int) -> tuple[int, int]:
    """How many messages went through, and the retry_after that ended it."""
    for number in range(most):
        try:
            await bot("sendMessage", chat_id=chat_id, text=str(number))
        except Refused as refused:
            return number, int(refused.parameters["retry_after"])
    return most, 0


async def test_there_are_no_limits_until_they_are_switched_on(bot: BareBot, wang: Phone) -> None:
    assert await sent_until_refused(bot, wang.id, 40) == (40, 0)


async def test_a_private_chat_takes_a_short_burst_only(bot: BareBot, wang: Phone, sandbox: SandboxClient) -> None:
    await sandbox.limits(True)
    sent, retry_after = await sent_until_refused(bot, wang.id, 10)
    assert sent == 3
    assert 1 <= retry_after <= 3


async def test_a_group_takes_twenty_a_minute(bot: BareBot, wang: Phone, sandbox: SandboxClient) -> None:
    group = await sandbox.chat("supergroup", "委员之家", people=[wang])
    await sandbox.limits(True)
    sent, retry_after = await sent_until_refused(bot, group.id, 30)
    assert sent == 20
    assert 55 <= retry_after <= 60


async def test_all_chats_together_take_thirty_a_second(bot: BareBot, sandbox: SandboxClient) -> None:
    await sandbox.limits(True, overall_per_second=5)
    people = [await sandbox.person(f"群众{number}") for number in range(6)]
    for phone in people:
        await phone.start()
    for phone in people[:5]:
        await bot("sendMessage", chat_id=phone.id, text="您好")
    with pytest.raises(Refused, match="retry after 1"):
        await bot("sendMessage", chat_id=people[5].id, text="您好")


def test_an_album_counts_each_of_its_messages() -> None:
    limits = Limits(on=True, chat_per_second=2)
    limits.check("sendMediaGroup", {"chat_id": 7, "media": [{}] * 5})
    with pytest.raises(BotApiError, match="Too Many Requests"):
        limits.check("sendMediaGroup", {"chat_id": 7, "media": [{}] * 2})
    limits.check("sendMessage", {"chat_id": 7})
    limits.check("sendChatAction", {"chat_id": 7})
