"""Servers inside our own event loop, which begin and end when we say so."""

import socket
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

FINISH_SECONDS = 3
"""For requests under way when the server is closed."""


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
