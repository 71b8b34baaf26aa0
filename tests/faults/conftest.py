"""Things go wrong, by a seed that a failing test prints: ``--fault-seed N`` repeats it, ``--long`` goes on longer."""

from collections.abc import AsyncIterator

import pytest

from sandbox.client import SandboxClient
from sandbox.server import Sandbox
from tests.bridge import TOKEN, Bridge, open_bridge
from tests.faults.story import Story


@pytest.fixture
def engine() -> str:
    return "sqlite"


@pytest.fixture
def seconds(is_long: bool) -> float:
    """How long things go wrong."""
    return 30.0 if is_long else 2.0


@pytest.fixture
def answer_within(is_long: bool) -> float:
    """Seconds that the bot waits for Telegram."""
    return 30.0 if is_long else 0.5


@pytest.fixture
async def sandbox() -> AsyncIterator[SandboxClient]:
    server = await Sandbox.start(token=TOKEN, check_results=True)
    async with SandboxClient(server.url) as client:
        yield client
    await server.stop()


@pytest.fixture
async def bridge(sandbox: SandboxClient, url: str, answer_within: float) -> AsyncIterator[Bridge]:
    async with open_bridge(sandbox, url, telegram={"answer_within_seconds": answer_within}) as house:
        yield house


@pytest.fixture
async def story(bridge: Bridge) -> Story:
    return await Story.begin(bridge)
