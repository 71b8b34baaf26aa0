"""Servers inside our own event loop, which begin and end when we say so."""

import asyncio
import socket
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol

FINISH_SECONDS = 3
"""For requests under way when the server is closed."""
PATIENCE = 20.0
"""Seconds after which a connection without a whole request's head is closed."""
AT_ONCE = 512
"""Connections; who comes beyond them is told to come again. A process may have 1,024 files open."""


@dataclass(frozen=True)
class Address:
    """Where a server listens."""

    host: str
    port: int


class AddressTaken(Exception):
    """Nothing can listen there; ``why`` is the system's reason."""

    def __init__(self, address: Address, why: str) -> None:
        super().__init__(f"{address.host}:{address.port}: {why}")
        self.address = address
        self.why = why


class ImpatientProtocol(H11Protocol):
    """Uvicorn waits for ever for a request of which a byte comes now and then: a few hundred of them would be all that
    this process may hold open."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self._look_later()

    def _look_later(self) -> None:
        self._looking = self.loop.call_later(PATIENCE, self._look)

    def _look(self) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self.transport.close()
        else:
            self._look_later()

    def connection_lost(self, exc: Exception | None) -> None:
        self._looking.cancel()
        super().connection_lost(exc)


class QuietServer(uvicorn.Server):
    """Uvicorn would take SIGTERM for itself, and end the process before our own closing is done."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class Server:
    """One address with its routes. ``Server.open`` listens at once; ``run`` answers until ``stop``."""

    def __init__(self, listening: socket.socket, routes: Sequence[Route]) -> None:
        self._listening = listening
        self._runs = False
        config = uvicorn.Config(
            Starlette(routes=list(routes)),
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            http=ImpatientProtocol,
            limit_concurrency=AT_ONCE,
            timeout_graceful_shutdown=FINISH_SECONDS,
        )
        self._server = QuietServer(config)

    @classmethod
    def open(cls, address: Address, routes: Sequence[Route]) -> "Server":
        """
        Raises:
            AddressTaken
        """
        family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
        try:
            listening = socket.create_server((address.host, address.port), family=family, backlog=256)
        except OSError as fault:
            raise AddressTaken(address, fault.strerror or type(fault).__name__) from None
        return cls(listening, routes)

    async def run(self) -> None:
        """Until ``close``, and until the requests under way have ended."""
        if self._server.should_exit:
            return
        self._runs = True
        await self._server.serve(sockets=[self._listening])

    def close(self) -> None:
        """Take no more. Whoever has called already is answered, if that does not take too long."""
        self._server.should_exit = True
        if not self._runs:
            self._listening.close()


def together(doors: Iterable[tuple[Address, Route]]) -> dict[Address, list[Route]]:
    """The routes of each address."""
    routes: dict[Address, list[Route]] = {}
    for address, route in doors:
        routes.setdefault(address, []).append(route)
    return routes
