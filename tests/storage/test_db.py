"""One SQL text, the same types and the same promises on both engines."""

import asyncio
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from storage import inbox, people
from storage.db import Db, SqliteConnection, Statement, Tx
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


@pytest.mark.parametrize("engine", ["sqlite"])
async def test_who_is_cancelled_while_the_end_is_under_way_blocks_nobody(
    db: Db, monkeypatch: pytest.MonkeyPatch
) -> None:
    send_to_thread = SqliteConnection.go

    async def cancelled_at_the_end(connection: SqliteConnection, *statements: Statement) -> Any:
        task = asyncio.current_task()
        if statements[-1][0] == "RELEASE unit" and task is not None:
            task.cancel()
        return await send_to_thread(connection, *statements)

    async def write(name: str) -> None:
        async with db.write() as tx:
            await people.unit_id(tx, name)

    with monkeypatch.context() as patch:
        patch.setattr(SqliteConnection, "go", cancelled_at_the_end)
        with pytest.raises(asyncio.CancelledError):
            await asyncio.create_task(write("cancelled"))
    await write("after")
    async with db.read() as tx:
        assert await tx.value("SELECT COUNT(*) FROM units WHERE name = 'after'") == 1


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
        assert await inbox.claim_first(first, 7) is not None
        assert await inbox.claim_first(second, 7) is None
