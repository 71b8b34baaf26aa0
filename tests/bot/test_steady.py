"""What passes by itself is outlasted; everything else ends the process."""

import asyncio
from typing import Any

import pytest

from bot import steady
from bot.api import ApiError, NoAnswer, TelegramApi
from bot.steady import patiently, steadily


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steady, "PAUSES", (0.0,))


class Part:
    """Fails so many times, then runs to its end."""

    def __init__(self, *faults: Exception) -> None:
        self.faults = list(faults)
        self.runs = 0

    async def run(self) -> None:
        self.runs += 1
        if self.faults:
            raise self.faults.pop(0)


async def test_a_part_goes_on_when_the_database_is_back() -> None:
    part = Part(ConnectionRefusedError(), ConnectionResetError(), TimeoutError())
    await steadily("work", part.run)
    assert part.runs == 4


async def test_a_mistake_of_ours_ends_the_part() -> None:
    part = Part(ConnectionRefusedError(), KeyError("x"))
    with pytest.raises(KeyError):
        await steadily("work", part.run)


async def test_being_cancelled_is_no_fault() -> None:
    task = asyncio.create_task(steadily("work", asyncio.Event().wait))  # type: ignore[arg-type]  # never returns
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


class Telegram(TelegramApi):
    """Answers with each of these in turn."""

    def __init__(self, *answers: Any) -> None:
        super().__init__("http://127.0.0.1:9/bot", "42:steady")
        self.answers = list(answers)

    async def call(self, method: str, seconds: float = 0, **params: Any) -> Any:
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


async def test_a_call_is_repeated_until_telegram_answers() -> None:
    faults = (NoAnswer("x"), ApiError(500, "x", {}), ApiError(429, "x", {"retry_after": 1}), ApiError(401, "x", {}))
    assert await patiently(Telegram(*faults, True), "deleteWebhook") is True


async def test_what_telegram_will_never_accept_is_told() -> None:
    with pytest.raises(ApiError, match="bad webhook"):
        await patiently(Telegram(ApiError(400, "Bad Request: bad webhook", {})), "setWebhook")
