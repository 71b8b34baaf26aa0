"""The audit log is a chain: what is changed, put in or taken out shows."""

import asyncio

import pytest

from storage import audit
from storage.db import Db, open_db
from storage.seal import AS_STORED, IN_CLEAR
from tests.cast import Cast

ROWS = 6


@pytest.fixture
async def log(db: Db, cast: Cast) -> Db:
    for number in range(ROWS):
        async with db.write() as tx:
            await audit.add(tx, cast.zhou.id if number % 2 else None, "invited", number=number, name="王秀英")
    return db


async def verified(db: Db) -> audit.Chain:
    async with db.read() as tx:
        return await audit.verify(tx)


async def test_an_untouched_log_is_whole(log: Db) -> None:
    assert await verified(log) == audit.Chain(ROWS, 0, None, is_cut=False)


@pytest.mark.parametrize(
    ("sql", "broken_id"),
    [
        ("UPDATE audit SET action = 'exported' WHERE id = 3", 3),
        ("UPDATE audit SET person_id = NULL WHERE id = 2", 2),
        ("UPDATE audit SET happened_at = :now WHERE id = 4", 4),
        ("UPDATE audit SET details_json = (SELECT a.details_json FROM audit a WHERE a.id = 2) WHERE id = 5", 5),
        ("UPDATE audit SET hash = NULL WHERE id = 3", 3),
        ("UPDATE audit SET hash = (SELECT a.hash FROM audit a WHERE a.id = 2) WHERE id = 3", 3),
        ("DELETE FROM audit WHERE id = 3", 4),
        ("DELETE FROM audit WHERE id = 1", 2),
    ],
)
async def test_what_was_changed_is_named(log: Db, sql: str, broken_id: int) -> None:
    async with log.write() as tx:
        await tx.run(sql, **({"now": tx.now.replace(year=2020)} if ":now" in sql else {}))
    assert (await verified(log)).broken_id == broken_id


async def test_an_end_that_was_cut_off_is_missed(log: Db) -> None:
    async with log.write() as tx:
        await tx.run("DELETE FROM audit WHERE id > 4")
    assert await verified(log) == audit.Chain(4, 0, None, is_cut=True)


async def test_who_has_the_database_alone_can_not_make_a_row_that_fits(log: Db, url: str) -> None:
    forger = await open_db(url, log.clock, IN_CLEAR)
    async with forger.write() as tx:
        await audit.add(tx, None, "invited", number=99)
    await forger.close()
    assert (await verified(log)).broken_id == ROWS + 1


async def test_rows_from_before_there_were_hashes_are_counted_as_such(log: Db) -> None:
    async with log.write() as tx:
        await tx.run("DELETE FROM audit")
        await tx.run("DELETE FROM audit_head")
        await tx.run(
            "INSERT INTO audit (happened_at, action, details_json) VALUES (:now, 'invited', :details_json)",
            now=tx.now,
            details_json={},
        )
        await audit.add(tx, None, "backup")
    assert await verified(log) == audit.Chain(2, 1, None, is_cut=False)


async def test_many_at_once_keep_one_chain(db: Db, cast: Cast) -> None:
    async def one(number: int) -> None:
        async with db.write() as tx:
            await tx.value("SELECT id FROM people LIMIT 1")
            await asyncio.sleep(0.001 * (number % 3))
            await audit.add(tx, cast.zhou.id, "invited", number=number)
            await asyncio.sleep(0.001)

    await asyncio.gather(*map(one, range(20)))
    assert await verified(db) == audit.Chain(20, 0, None, is_cut=False)


async def test_what_was_undone_leaves_no_gap(log: Db) -> None:
    async def undone() -> None:
        async with log.write() as tx:
            await audit.add(tx, None, "invited", number=100)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await undone()
    async with log.write() as tx:
        await audit.add(tx, None, "invited", number=101)
    assert await verified(log) == audit.Chain(ROWS + 1, 0, None, is_cut=False)


async def test_its_details_are_sealed(log: Db, url: str) -> None:
    raw = await open_db(url, seal=AS_STORED)
    async with raw.read() as tx:
        assert "王秀英" not in str(await tx.all("SELECT * FROM audit"))
    await raw.close()
