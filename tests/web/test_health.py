"""Alive, ready, and the figures: what they say, and when they say no."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.receive import keep
from services.outbox import Envelope, Lane, tell
from storage import inbox, outbox, reminders
from storage.db import Db
from storage.room import Room
from tests.cast import Cast
from tests.conftest import TestClock
from tests.web.conftest import Serve
from texts import Text
from web.figures import Figures
from web.health import Health, Limits

UPDATE = {"update_id": 7, "message": {"chat": {"id": 1001}, "text": "路灯"}}


class House:
    """What health looks at."""

    def __init__(self, db: Db, url: str) -> None:
        self.ended: Sequence[str] = ()
        self.figures = Figures()
        self.health = Health(db, Room(url), self.figures, Limits(60, 900), lambda: self.ended)


@pytest.fixture
def house(db: Db, url: str) -> House:
    return House(db, url)


@pytest.fixture
async def client(house: House, serve: Serve) -> AsyncIterator[ClientSession]:
    async with serve(house.health.routes()) as client:
        yield client


async def answer(client: ClientSession, path: str) -> tuple[int, Any]:
    async with client.get(path) as answered:
        return answered.status, await answered.json()


async def figures(client: ClientSession) -> dict[str, float]:
    async with client.get("/metrics") as answered:
        assert answered.status == 200
        assert answered.headers["Content-Type"].startswith("text/plain; version=")
        lines = [line for line in (await answered.text()).splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


async def test_a_process_whose_parts_run_is_alive(house: House, client: ClientSession) -> None:
    assert await answer(client, "/healthz") == (200, {"alive": True, "ended": []})
    house.ended = ["send"]
    assert await answer(client, "/healthz") == (503, {"alive": False, "ended": ["send"]})


async def test_an_empty_house_is_ready(client: ClientSession) -> None:
    empty = {"waiting": 0, "oldest_seconds": 0.0, "parked": 0}
    said = {"ready": True, "because": [], "database": "ok", "inbox": empty, "outbox": empty}
    assert await answer(client, "/readyz") == (200, said)


@pytest.mark.parametrize(("seconds", "status"), [(60, 200), (61, 503)])
async def test_updates_that_wait_too_long_make_it_not_ready(
    db: Db, clock: TestClock, client: ClientSession, seconds: int, status: int
) -> None:
    await keep(db, [UPDATE])
    clock.move(seconds=seconds)
    said = await answer(client, "/readyz")
    assert said[0] == status
    assert said[1]["inbox"] == {"waiting": 1, "oldest_seconds": seconds, "parked": 0}
    assert said[1]["because"] == ([] if status == 200 else ["inbox"])


@pytest.mark.parametrize(("lane", "status"), [(Lane.ANSWER, 503), (Lane.NOTICE, 503), (Lane.BROADCAST, 200)])
async def test_answers_and_notices_may_not_wait_but_broadcasts_may(
    db: Db, cast: Cast, clock: TestClock, client: ClientSession, lane: Lane, status: int
) -> None:
    async with db.write() as tx:
        await tell(tx, cast.wang.id, Text("cancelled"), envelope=Envelope(lane=lane))
    clock.move(seconds=901)
    assert (await answer(client, "/readyz"))[0] == status


async def test_what_was_parked_is_shown_and_holds_up_nothing(db: Db, cast: Cast, client: ClientSession) -> None:
    await keep(db, [UPDATE])
    async with db.write() as tx:
        await inbox.park(tx, 7, "ValueError")
        for error in ("400 Bad Request", outbox.BLOCKED):
            await tell(tx, cast.wang.id, Text("cancelled"))
            await tx.run("UPDATE outbox SET failed_at = :now, error = :e WHERE error IS NULL", now=tx.now, e=error)
    status, said = await answer(client, "/readyz")
    assert (status, said["inbox"]["parked"], said["outbox"]["parked"]) == (200, 1, 1)


async def test_a_database_that_does_not_answer_is_the_reason(db: Db, client: ClientSession) -> None:
    @asynccontextmanager
    async def away() -> AsyncIterator[Any]:
        raise ConnectionError
        yield

    db.read = away  # type: ignore[method-assign]  # the database is away
    assert await answer(client, "/readyz") == (
        503,
        {"ready": False, "because": ["database"], "database": "no answer"},
    )
    assert (await figures(client))["lianxin_database_up"] == 0


async def test_the_figures_tell_what_was_counted(house: House, client: ClientSession) -> None:
    house.figures.received = 3
    house.figures.update_handled("command:write", 0.004, "done")
    house.figures.update_handled("command:write", 7.0, "refused")
    house.figures.message_landed("answer", "sent")
    house.figures.telegram_refused("429")
    told = await figures(client)
    assert told["lianxin_updates_received_total"] == 3
    assert told['lianxin_updates_handled_total{outcome="refused"}'] == 1
    assert told['lianxin_handling_seconds_bucket{le="0.005",route="command:write"}'] == 1
    assert told['lianxin_handling_seconds_bucket{le="10.0",route="command:write"}'] == 2
    assert told['lianxin_handling_seconds_count{route="command:write"}'] == 2
    assert told['lianxin_handling_seconds_sum{route="command:write"}'] == pytest.approx(7.004)
    assert told['lianxin_messages_total{kind="answer",outcome="sent"}'] == 1
    assert told['lianxin_telegram_refusals_total{status="429"}'] == 1


async def test_the_figures_tell_how_things_stand(db: Db, cast: Cast, clock: TestClock, client: ClientSession) -> None:
    await keep(db, [UPDATE])
    async with db.write() as tx:
        await tell(tx, cast.wang.id, Text("cancelled"))
        await tell(tx, cast.wang.id, Text("cancelled"), envelope=Envelope(lane=Lane.BROADCAST))
        for period in ("2026-02", "2026-03"):
            number = await reminders.begin(tx, "monthly", period)
            claim = {"kind": "monthly", "person_id": cast.li.id, "period": period, "outcome": "told"}
            await reminders.claim(tx, number, [claim])
    clock.move(seconds=30)
    told = await figures(client)
    assert told["lianxin_database_up"] == 1
    assert told["lianxin_inbox_waiting"] == 1
    assert told["lianxin_inbox_oldest_seconds"] == 30
    assert told["lianxin_outbox_waiting"] == 1
    assert told["lianxin_broadcasts_waiting"] == 1
    assert told['lianxin_reminders{kind="monthly",outcome="told"}'] == 1
    assert told["lianxin_database_bytes"] > 4096


async def test_the_log_of_sqlite_counts_as_its_room(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"1234")
    (tmp_path / "a.db-wal").write_bytes(b"56")
    room = Room(f"sqlite:///{tmp_path / 'a.db'}")
    assert await room.size(None) == 6  # type: ignore[arg-type]  # it is not asked
    disk = await room.disk()
    assert disk is not None
    assert 0 < disk.free <= disk.total


async def test_a_disk_elsewhere_is_not_ours_to_look_after() -> None:
    assert await Room("postgresql://db.example/lianxin").disk() is None
