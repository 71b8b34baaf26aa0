"""Several processes on one database keep Telegram's limits together."""

import asyncio

import pytest

from bot.pace import Booking, OwnPace, Sending, SharedPace, booking
from storage import paces
from storage.db import Db, open_db

pytestmark = pytest.mark.postgres

LIMITS = Sending(overall_per_second=10, chat_per_second=1, group_per_minute=6)


@pytest.fixture
def engine() -> str:
    return "postgres"


async def book(db: Db, pace: Booking, *chat_ids: int) -> list[float]:
    async with db.write() as tx:
        return [round(pause, 1) for pause in await pace.book(tx, chat_ids)]


async def test_two_processes_get_different_slots(db: Db, url: str) -> None:
    other = await open_db(url)
    one, two = booking(db, LIMITS), booking(other, LIMITS)
    assert await book(db, one, 1, 2) == [0.0, 0.1]
    assert await book(other, two, 3, 1) == pytest.approx([0.2, 1.0], abs=0.11)
    await other.close()


async def test_slots_taken_at_the_same_moment_never_meet(db: Db, url: str) -> None:
    other = await open_db(url)
    pace = SharedPace(LIMITS)
    async with db.write() as tx:
        begun, _ = await paces.take(tx, [])
    taken = await asyncio.gather(*(book(each, pace, *range(n, n + 3)) for n, each in enumerate((db, other) * 4)))
    async with db.write() as tx:
        _, kept = await paces.take(tx, [])
    assert sum(len(pauses) for pauses in taken) == 24
    assert kept.overall - begun >= 2.4 - 1e-6
    await other.close()


async def test_what_telegram_told_one_holds_the_other(db: Db, url: str) -> None:
    other = await open_db(url)
    one, two = SharedPace(LIMITS), SharedPace(LIMITS)
    async with db.write() as tx:
        await one.hold(tx, 1, 30)
    assert await book(other, two, 2) == [0.0]
    assert await book(other, two, 1) == pytest.approx([30.0], abs=0.2)
    async with db.write() as tx:
        await one.hold(tx, 2, 20)
    assert await book(other, two, 3) == pytest.approx([20.0], abs=0.3)
    await other.close()


async def test_nobody_is_held_up_by_slots_of_a_clock_that_was_ahead(db: Db) -> None:
    async with db.write() as tx:
        await tx.run("INSERT INTO paces (chat_id, free) VALUES (1, 99999999999)")
        _, kept = await paces.take(tx, [1])
    assert kept.chats[1] < 99_999_999_999


async def test_chats_that_are_free_again_are_forgotten(db: Db) -> None:
    async with db.write() as tx:
        await tx.run(
            "INSERT INTO paces (chat_id, free, held_until) VALUES (1, 5, NULL), (2, 5, 6), (3, 99999999999, NULL)"
        )
        assert await paces.prune(tx) == 2


async def test_the_only_process_keeps_its_pace_to_itself(db: Db) -> None:
    db.is_shared = False  # type: ignore[misc]  # as on SQLite
    assert isinstance(booking(db, LIMITS), OwnPace)
