"""What stands before several machines: passes each connection on to the next one that takes it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class Balancer:
    """``backends`` are the ports that it tries in turn; they may change while it runs."""

    def __init__(self) -> None:
        self.backends: list[int] = []
        self.port = 0
        self._turn = 0

    async def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        for _ in range(len(self.backends)):
            self._turn += 1
            with suppress(OSError):
                return await asyncio.open_connection("127.0.0.1", self.backends[self._turn % len(self.backends)])
        raise ConnectionRefusedError

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            theirs, ours = await self._open()
        except ConnectionRefusedError:
            writer.close()
            return
        await asyncio.wait(
            [asyncio.create_task(_pass_on(reader, ours)), asyncio.create_task(_pass_on(theirs, writer))],
            return_when=asyncio.FIRST_COMPLETED,
        )
        for end in (ours, writer):
            end.close()


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while part := await reader.read(65536):
            writer.write(part)
            await writer.drain()


@asynccontextmanager
async def balancing() -> AsyncIterator[Balancer]:
    """Running on a port of its own."""
    balancer = Balancer()
    server = await asyncio.start_server(balancer.serve, "127.0.0.1", 0)
    balancer.port = server.sockets[0].getsockname()[1]
    try:
        yield balancer
    finally:
        server.close()
