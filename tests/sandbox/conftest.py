"""A checking sandbox for each test, a client of it, and a bare bot that calls methods as any library would."""

from collections.abc import AsyncIterator

import pytest

from sandbox.client import Phone, SandboxClient
from sandbox.server import Sandbox
from tests.sandbox.bare_bot import BareBot


@pytest.fixture
async def server() -> AsyncIterator[Sandbox]:
    """Holds every result and update against the published types."""
    server = await Sandbox.start(check_results=True)
    yield server
    await server.stop()


@pytest.fixture
async def sandbox(server: Sandbox) -> AsyncIterator[SandboxClient]:
    async with SandboxClient(server.url) as client:
        yield client


@pytest.fixture
async def bot(server: Sandbox) -> AsyncIterator[BareBot]:
    async with BareBot(server.url) as bot:
        yield bot


@pytest.fixture
async def wang(sandbox: SandboxClient, bot: BareBot) -> Phone:
    """王秀英, who has started the bot."""
    phone = await sandbox.person("王秀英", label="群众", username="wangxiuying")
    await phone.start()
    await bot.updates()
    return phone


@pytest.fixture
async def li(sandbox: SandboxClient) -> Phone:
    """李建国, who has not."""
    return await sandbox.person("李建国", label="委员 · 农业界", last_name="李")
