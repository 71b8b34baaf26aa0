"""A server of ours on loopback, and a client that calls it as Telegram or a monitor would."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from aiohttp import ClientSession
from starlette.routing import Route

from tests.postgres import free_port
from web.server import Address, Server

Serve = Callable[[Sequence[Route]], AbstractAsyncContextManager[ClientSession]]


@asynccontextmanager
async def serving(routes: Sequence[Route]) -> AsyncIterator[ClientSession]:
    address = Address("127.0.0.1", free_port())
    server = Server.open(address, routes)
    running = asyncio.create_task(server.run())
    async with ClientSession(f"http://{address.host}:{address.port}") as client:
        yield client
    server.close()
    await running


@pytest.fixture
def serve() -> Serve:
    return serving
