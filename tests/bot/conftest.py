"""The Telegram edge against the sandbox, over real HTTP, on both engines."""

from collections.abc import AsyncIterator

import pytest

from bot.api import TelegramApi
from sandbox.client import SandboxClient
from sandbox.server import Sandbox

TOKEN = "42:edge"


@pytest.fixture
async def sandbox() -> AsyncIterator[SandboxClient]:
    server = await Sandbox.start(token=TOKEN, check_results=True)
    async with SandboxClient(server.url) as client:
        yield client
    await server.stop()


@pytest.fixture
async def api(sandbox: SandboxClient) -> AsyncIterator[TelegramApi]:
    api = TelegramApi(f"{sandbox.url}/bot", TOKEN)
    yield api
    await api.close()
