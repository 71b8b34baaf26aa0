"""Going on through what passes by itself: a database that is away, a Telegram that can't be reached."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from typing import Any

import structlog

from bot.api import ApiError, NoAnswer, TelegramApi
from storage.passing import passes

PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds before the next try; the last one repeats."""
RAN_WELL = 60.0
"""Seconds after which earlier failures are forgotten."""

log = structlog.get_logger()


async def steadily(part: str, run: Callable[[], Awaitable[None]]) -> None:
    """Run a part of the process, again and again while it fails because the database is away.

    Raises:
        Exception: anything else that the part failed with.
    """
    failures = 0
    while True:
        begun = _seconds()
        try:
            await run()
            return
        except Exception as fault:
            if not passes(fault):
                raise
            failures = 0 if _seconds() - begun > RAN_WELL else failures
            pause = PAUSES[min(failures, len(PAUSES) - 1)]
            log.warning("database-away", part=part, fault=type(fault).__name__, pause=pause)
        failures += 1
        await asyncio.sleep(pause)


async def patiently(api: TelegramApi, method: str, *, final: Collection[int] = (400,), **params: Any) -> Any:
    """One call, as often as it takes while Telegram can't be reached.

    Raises:
        ApiError: of one of the ``final`` statuses.
    """
    failures = 0
    while True:
        try:
            return await api.call(method, **params)
        except (ApiError, NoAnswer) as fault:
            if isinstance(fault, ApiError) and fault.status in final:
                raise
            pause = PAUSES[min(failures, len(PAUSES) - 1)]
            log.warning("telegram-not-reached", method=method, error=str(fault), pause=pause)
        failures += 1
        await asyncio.sleep(pause)


def _seconds() -> float:
    return asyncio.get_running_loop().time()
