"""What processes on one PostgreSQL database hear of each other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest

from storage import inbox
from storage.db import Db, open_db
from storage.postgres import PostgresDb
from tests.keys import SEAL

pytestmark = pytest.mark.postgres


@pytest.fixture
def engine() -> str:
    return "postgres"


@pytest.fixture
async def other(url: str) -> AsyncIterator[Db]:
    database = await open_db(url, seal=SEAL)
    yield database
    await database.close()


async def heard(db: Db, name: str) -> bool:
    try:
        await asyncio.wait_for(db.event(name).wait(), 30)
    except TimeoutError:
        return False
    return True


async def test_what_one_commits_wakes_the_others(db: Db, other: Db) -> None:
    listening = asyncio.create_task(other.listen())
    event = other.event("inbox")
    assert await heard(other, "inbox"), "what was told before is looked for at the beginning"
    event.clear()
    async with db.write() as tx:
        await inbox.keep(tx, [(1, 1, {"update_id": 1})])
    assert await heard(other, "inbox")
    listening.cancel()
    await asyncio.wait([listening])


async def test_what_is_rolled_back_wakes_nobody(db: Db, other: Db) -> None:
    listening = asyncio.create_task(other.listen())
    assert await heard_after_clearing(other)
    with suppress(ZeroDivisionError):
        async with db.write() as tx:
            await inbox.keep(tx, [(1, 1, {"update_id": 1})])
            raise ZeroDivisionError
    await asyncio.sleep(0.1)
    assert not other.event("inbox").is_set()
    listening.cancel()
    await asyncio.wait([listening])


async def heard_after_clearing(db: Db) -> bool:
    event = db.event("inbox")
    was_heard = await heard(db, "inbox")
    event.clear()
    return was_heard


async def test_one_does_a_thing_at_a_time(db: Db, other: Db) -> None:
    async with db.alone("backup") as mine, other.alone("backup") as theirs, other.alone("reminders") as another:
        assert (mine, theirs, another) == (True, False, True)
    async with other.alone("backup") as theirs:
        assert theirs


async def test_a_lock_that_nobody_gave_back_goes_with_its_connection_back_into_the_pool(db: Db, other: Db) -> None:
    assert isinstance(db, PostgresDb)
    async with db._pool.acquire() as connection:
        connection.to_be_reset()
        await connection.execute("SELECT pg_advisory_lock(hashtext('backup'))")
        async with other.alone("backup") as theirs:
            assert not theirs
    async with other.alone("backup") as theirs:
        assert theirs


async def test_a_lane_that_another_is_at_is_left_alone_and_its_order_kept(db: Db, other: Db) -> None:
    async with db.write() as tx:
        await inbox.keep(tx, [(number, 7, {"update_id": number}) for number in (1, 2)])
    async with db.write() as tx:
        first = await inbox.take_first(tx, 7)
        assert first is not None
        async with other.write() as tx_of_other:
            assert await inbox.take_first(tx_of_other, 7) is None
    async with other.write() as tx:
        second = await inbox.take_first(tx, 7)
    assert second is not None
    assert (first["update_id"], second["update_id"]) == (1, 2)
