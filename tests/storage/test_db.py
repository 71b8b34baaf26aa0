"""One SQL text, the same types and the same promises on both engines."""

import asyncio
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from storage import inbox, people
from storage.db import Db, Tx
from storage.sqlite import SqliteDb, UndoneWithOthers
from tests.cast import NOW, Cast


async def test_the_cast_is_known(tx: Tx, cast: Cast) -> None:
    assert [member.name for member in await people.members(tx)] == ["李建国", "赵明"]
    assert await people.address(tx, cast.wang.id) == (1001, "zh")


async def test_moments_days_json_and_truth_come_back_as_they_went_in(tx: Tx, cast: Cast) -> None:
    peking = timezone(timedelta(hours=8))
    at = datetime(2026, 3, 16, 10, 0, 0, 1, tzinfo=peking)
    row = await tx.one(
        """
        INSERT INTO inbox (update_id, lane, update_json, received_at, due_at)
        VALUES (:id, :id, :update_json, :at, :at) RETURNING update_id, update_json, received_at, done_at
        """,
        id=1,
        update_json={"文": [1, None, True]},
        at=at,
    )
    assert row == {
        "update_id": 1,
        "update_json": {"文": [1, None, True]},
        "received_at": at.astimezone(UTC),
        "done_at": None,
    }
    assert cast.li_member.began_on == date(2022, 1, 10)
    assert cast.li_member.is_standing_committee is False


async def test_what_failed_is_undone_as_a_whole(db: Db, cast: Cast) -> None:
    async def half_way() -> None:
        async with db.write() as tx:
            await people.add(tx, "孙大爷", "zh")
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        await half_way()
    async with db.read() as tx:
        assert await people.named(tx, "孙大爷") == []


async def test_a_cancelled_task_leaves_nothing_and_blocks_nobody(db: Db, cast: Cast) -> None:
    begun = asyncio.Event()

    async def half_way() -> None:
        async with db.write() as tx:
            await people.add(tx, "孙大爷", "zh")
            begun.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(half_way())
    await begun.wait()
    task.cancel()
    await asyncio.wait([task])
    async with db.write() as tx:
        assert await people.named(tx, "孙大爷") == []


async def write_unit(db: Db, name: str, *, fault: Exception | None = None, cancelled: bool = False) -> None:
    async with db.write() as tx:
        await people.unit_id(tx, name)
        task = asyncio.current_task()
        if cancelled and task is not None:
            task.cancel()  # It is felt at the next wait: that for the commit.
        if fault is not None:
            raise fault


async def units(db: Db) -> list[str]:
    async with db.read() as tx:
        return [row["name"] for row in await tx.all("SELECT name FROM units ORDER BY name")]


async def test_who_is_cancelled_while_the_commit_is_under_way_blocks_nobody(db: Db) -> None:
    task = asyncio.create_task(write_unit(db, "cancelled", cancelled=True))
    await asyncio.wait([task])
    assert task.cancelled()
    await write_unit(db, "after")
    assert "after" in await units(db)


async def test_one_who_fails_undoes_nothing_of_those_who_wait_beside_it(db: Db) -> None:
    writers = [write_unit(db, "a"), write_unit(db, "b", fault=OSError("no")), write_unit(db, "c")]
    results = await asyncio.gather(*writers, return_exceptions=True)
    assert [type(result) for result in results] == [type(None), OSError, type(None)]
    assert await units(db) == ["a", "c"]


@pytest.mark.parametrize("engine", ["sqlite"])
async def test_writers_who_wait_at_once_share_a_commit(db: SqliteDb) -> None:
    said: list[str] = []
    db._writer.set_trace_callback(said.append)
    await asyncio.gather(*(write_unit(db, str(n)) for n in range(10)))
    assert said.count("COMMIT") == 1
    assert len(await units(db)) == 10


@pytest.mark.parametrize("engine", ["sqlite"])
async def test_when_sqlite_undoes_a_whole_transaction_nobody_in_it_believes_to_have_written(db: SqliteDb) -> None:
    async def disk_full() -> None:
        async with db.write() as tx:
            await tx.run("ROLLBACK")  # As SQLite does by itself when the disk is full.
            raise OSError("disk full")

    results = await asyncio.gather(write_unit(db, "a"), disk_full(), return_exceptions=True)
    assert [type(result) for result in results] == [UndoneWithOthers, OSError]
    assert await units(db) == []
    await write_unit(db, "after")
    assert await units(db) == ["after"]


@pytest.mark.parametrize("engine", ["sqlite"])
async def test_many_statements_in_a_row_leave_room_for_others(db: Db) -> None:
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0)
            ticks += 1

    async with db.write() as tx:
        task = asyncio.create_task(tick())
        await tx.run_many("INSERT INTO units (name, kind) VALUES (:n, 'x')", [{"n": str(n)} for n in range(500)])
    task.cancel()
    assert ticks >= 9


async def test_writers_wait_for_each_other_and_lose_nothing(db: Db) -> None:
    async def add(n: int) -> None:
        async with db.write() as tx:
            await people.add(tx, f"群众{n}", "zh")

    await asyncio.gather(*(add(n) for n in range(20)))
    async with db.read() as tx:
        assert await tx.value("SELECT COUNT(*) AS people FROM people") == 20


async def test_a_reader_sees_one_state_while_others_write(db: Db) -> None:
    async with db.read() as reading:
        before = await reading.value("SELECT COUNT(*) AS people FROM people")
        async with db.write() as tx:
            await people.add(tx, "孙大爷", "zh")
        assert await reading.value("SELECT COUNT(*) AS people FROM people") == before


async def test_who_waits_is_woken_by_a_commit_and_not_by_a_rollback(db: Db) -> None:
    async def half_way() -> None:
        async with db.write() as tx:
            tx.signal("outbox")
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        await half_way()
    assert not db.event("outbox").is_set()
    async with db.write() as tx:
        tx.signal("outbox")
    assert db.event("outbox").is_set()


async def test_rows_touched_are_counted(tx: Tx, cast: Cast) -> None:
    assert await tx.run("UPDATE people SET phone = :phone WHERE id = :id", phone="1", id=cast.wang.id) == 1
    assert await tx.run("UPDATE people SET phone = :phone WHERE id = :id", phone="1", id=-1) == 0


async def test_a_transactions_now_stands_still(tx: Tx) -> None:
    assert tx.now == NOW


async def test_an_update_held_by_one_worker_is_not_given_to_another(db: Db, engine: str) -> None:
    async with db.write() as tx:
        await inbox.keep(tx, [(1, 7, {"update_id": 1})])
    if engine == "sqlite":
        return  # One writer at a time: the second worker waits for the first.
    async with db.write() as first, db.write() as second:
        assert await inbox.take_first(first, 7) is not None
        assert await inbox.take_first(second, 7) is None
