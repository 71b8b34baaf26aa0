"""``lianxin run`` in a process of its own, forked from one that has done the imports: it starts and dies at once."""

import asyncio
import logging
import multiprocessing
from datetime import timedelta
from pathlib import Path

import structlog

from tests.journeys.deaths import Death

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.journeys.bot_process", "bot.app"])


def _run(config: str, lease: timedelta | None, death: Death | None) -> None:
    from bot import send
    from bot.app import run
    from bot.config import load

    if lease is not None:
        send.LEASE, send.RENEWED = lease, lease.total_seconds() / 3
    if death is not None:
        death.await_it()

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    asyncio.run(run(load(Path(config)), migrating=False))


class BotProcess:
    """One life of the bot; ``lease`` is how long its messages wait for it when it dies, where others go on;
    ``death``: where it kills itself."""

    def __init__(self, config: Path, lease: timedelta | None = None, death: Death | None = None) -> None:
        self._process = _FORKS.Process(target=_run, args=(str(config), lease, death))
        self._process.start()

    @property
    def lives(self) -> bool:
        return self._process.is_alive()

    async def kill(self) -> None:
        """SIGKILL, at whatever it is doing."""
        self._process.kill()
        await asyncio.to_thread(self._process.join)
        self._process.close()

    async def ends(self) -> int | None:
        """Wait until it ends by itself; the exit code, negative where a signal was the cause."""
        await asyncio.to_thread(self._process.join)
        return self._process.exitcode

    async def terminate(self, seconds: float) -> int | None:
        """SIGTERM; the exit code, or None when it takes longer than that."""
        self._process.terminate()
        await asyncio.to_thread(self._process.join, seconds)
        return self._process.exitcode
