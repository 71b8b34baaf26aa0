"""Stories run through the sandbox over HTTP."""

from collections.abc import AsyncIterator

import pytest

from sandbox.client import SandboxClient
from sandbox.server import Sandbox
from tests.bridge import TOKEN, Bridge, open_bridge


@pytest.fixture
def engine() -> str:
    """Stories run on SQLite; what differs between the engines is tested in services and storage."""
    return "sqlite"


@pytest.fixture
async def server() -> AsyncIterator[Sandbox]:
    sandbox = await Sandbox.start(token=TOKEN, check_results=True)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def sandbox(server: Sandbox) -> AsyncIterator[SandboxClient]:
    async with SandboxClient(server.url) as client:
        yield client


@pytest.fixture
async def bridge(sandbox: SandboxClient, url: str) -> AsyncIterator[Bridge]:
    async with open_bridge(sandbox, url) as house:
        yield house
