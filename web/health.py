"""Is the process alive, is it ready, and its figures: for whoever watches machines.

Nothing here tells of a person: numbers, and names of our own.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from services.outbox import Lane
from storage import standing
from storage.db import Db
from storage.room import Room
from storage.standing import Queue
from web import metrics
from web.figures import Figures

DATABASE_SECONDS = 3.0
"""A database that takes longer than this to say how things stand does not answer."""

Ended = Callable[[], Sequence[str]]
"""The names of those parts of the process that should run and don't."""

log = structlog.get_logger()


@dataclass(frozen=True)
class Limits:
    """Seconds that the oldest may wait before we are not ready."""

    inbox_lag: float
    outbox_lag: float


class Health:
    """``/healthz``, ``/readyz`` and ``/metrics``."""

    def __init__(self, db: Db, room: Room, figures: Figures, limits: Limits, ended: Ended) -> None:
        self._db = db
        self._room = room
        self._figures = figures
        self._limits = limits
        self._ended = ended

    def routes(self) -> list[Route]:
        return [
            Route("/healthz", self.alive),
            Route("/readyz", self.ready),
            Route("/metrics", self.figures),
        ]

    async def alive(self, _: Request) -> Response:
        """200 while the event loop turns and every part runs; else 503: the process should be started anew."""
        ended = list(self._ended())
        return JSONResponse({"alive": not ended, "ended": ended}, status_code=503 if ended else 200)

    async def ready(self, _: Request) -> Response:
        """200 with the figures; 503 with them and the reasons, while the database or the queues lag."""
        try:
            async with asyncio.timeout(DATABASE_SECONDS), self._db.read() as tx:
                now, inbox = tx.now, await standing.of_inbox(tx)
                # Broadcasts may wait their turn for as long as they take: Telegram's limits are no fault.
                outbox = await standing.of_outbox(tx, below_lane=Lane.BROADCAST)
        except Exception as fault:  # Whatever it is, the answer is: not now.
            log.warning("database-does-not-answer", fault=type(fault).__name__)
            return _verdict(["database"], {"database": "no answer"})
        reasons = self._lagging(inbox.lag(now), outbox.lag(now))
        return _verdict(reasons, {"database": "ok", "inbox": _shown(inbox, now), "outbox": _shown(outbox, now)})

    def _lagging(self, inbox: float, outbox: float) -> list[str]:
        lags = {"inbox": (inbox, self._limits.inbox_lag), "outbox": (outbox, self._limits.outbox_lag)}
        return [name for name, (lag, limit) in lags.items() if lag > limit]

    async def figures(self, _: Request) -> Response:
        """In Prometheus's words. While the database does not answer, without what it would have told."""
        stock: metrics.Stock | None = None
        try:
            async with asyncio.timeout(DATABASE_SECONDS):
                stock = await metrics.take_stock(self._db, self._room)
        except Exception as fault:
            log.warning("database-does-not-answer", fault=type(fault).__name__)
        return Response(metrics.exposition(self._figures, stock), media_type=metrics.CONTENT_TYPE)


def _verdict(reasons: list[str], figures: dict[str, Any]) -> Response:
    return JSONResponse({"ready": not reasons, "because": reasons, **figures}, status_code=503 if reasons else 200)


def _shown(queue: Queue, now: datetime) -> dict[str, Any]:
    return {"waiting": queue.waiting, "oldest_seconds": round(queue.lag(now), 1), "parked": queue.parked}
