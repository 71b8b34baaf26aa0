"""The figures in Prometheus's words: what was counted, and what the database says at this moment."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_1_0_0 as CONTENT_TYPE
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from services.outbox import Lane
from storage import standing
from storage.db import Db
from storage.room import Room
from storage.standing import Queue
from web.figures import SECONDS, Figures, Timing

__all__ = ["CONTENT_TYPE", "Stock", "exposition", "take_stock"]


@dataclass(frozen=True)
class Stock:
    """What the database says, ``at`` one moment. ``reminders``: (kind, outcome) → members."""

    at: datetime
    inbox: Queue
    outbox: Queue
    broadcasts: int
    reminders: Mapping[tuple[str, str], int]
    database_bytes: int


async def take_stock(db: Db, room: Room) -> Stock:
    async with db.read() as tx:
        inbox = await standing.of_inbox(tx)
        outbox = await standing.of_outbox(tx, below_lane=Lane.BROADCAST)
        everything = await standing.of_outbox(tx, below_lane=len(Lane))
        reminders = await standing.of_reminders(tx)
        at = tx.now
    return Stock(at, inbox, outbox, everything.waiting - outbox.waiting, reminders, await room.size(db))


def exposition(figures: Figures, stock: Stock | None) -> bytes:
    """The whole page. Without a stock, ``lianxin_database_up`` is 0."""
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    registry.register(_Ours(figures, stock))
    return generate_latest(registry)


class _Ours(Collector):
    def __init__(self, figures: Figures, stock: Stock | None) -> None:
        self._figures = figures
        self._stock = stock

    def collect(self) -> Iterable[Metric]:
        yield from _counted(self._figures)
        yield GaugeMetricFamily("lianxin_database_up", "1 while the database answers", value=bool(self._stock))
        if self._stock:
            yield from _stocked(self._stock)


def _counted(figures: Figures) -> Iterator[Metric]:
    yield CounterMetricFamily("lianxin_updates_received", "Updates taken from Telegram, repeats too", figures.received)
    updates = CounterMetricFamily("lianxin_updates_handled", "Updates by what came of them", labels=["outcome"])
    for outcome, count in figures.updates.items():
        updates.add_metric([outcome], count)
    yield updates
    yield _handling(figures.handled)
    messages = CounterMetricFamily("lianxin_messages", "Messages by what came of them", labels=["kind", "outcome"])
    for (kind, outcome), count in figures.messages.items():
        messages.add_metric([kind, outcome], count)
    yield messages
    refusals = CounterMetricFamily("lianxin_telegram_refusals", "Telegram's errors by status", labels=["status"])
    for status, count in figures.refusals.items():
        refusals.add_metric([status], count)
    yield refusals


def _handling(handled: Mapping[str, Timing]) -> Metric:
    family = HistogramMetricFamily(
        "lianxin_handling_seconds", "From taking up an update to its commit", labels=["route"]
    )
    bounds = [*map(str, SECONDS), "+Inf"]
    for route, timing in handled.items():
        family.add_metric([route], list(zip(bounds, accumulate(timing.counts), strict=True)), timing.total)
    return family


def _stocked(stock: Stock) -> Iterator[Metric]:
    for name, queue in (("inbox", stock.inbox), ("outbox", stock.outbox)):
        yield GaugeMetricFamily(f"lianxin_{name}_waiting", f"Rows waiting in the {name}", queue.waiting)
        yield GaugeMetricFamily(f"lianxin_{name}_oldest_seconds", "Age of the oldest of them", queue.lag(stock.at))
        yield GaugeMetricFamily(f"lianxin_{name}_parked", f"Rows of the {name} given up", queue.parked)
    yield GaugeMetricFamily("lianxin_broadcasts_waiting", "Broadcasts waiting their turn", stock.broadcasts)
    reminders = GaugeMetricFamily(
        "lianxin_reminders", "Members in the last round of each kind", labels=["kind", "outcome"]
    )
    for (kind, outcome), members in stock.reminders.items():
        reminders.add_metric([kind, outcome], members)
    yield reminders
    yield GaugeMetricFamily("lianxin_database_bytes", "Room that the database takes", stock.database_bytes)
