"""Once, whatever happens: two processes at once, a crash half-way."""

import asyncio
from typing import Any

import pytest

from services import gathering, rounds, summaries
from storage import due_lines
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.reminding import (
    MONTH_ONLY,
    at,
    deliver,
    many_members,
)


async def test_two_processes_that_tick_at_once_send_nothing_twice(
    db: Db, other_process: Db, cast: Cast, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "CHUNK", 3)
    await many_members(db, 20)
    clock.now = at("2026-03-25")
    for _ in range(2):
        await asyncio.gather(*(gathering.remind(one, MONTH_ONLY) for one in (db, other_process, db)))
    async with db.read() as tx:
        told = await tx.all("SELECT person_id, COUNT(*) AS times FROM outbox GROUP BY person_id")
        assert [row["times"] for row in told] == [1] * 22
        assert await tx.value("SELECT COUNT(*) FROM reminders") == 22


async def test_a_crash_in_the_middle_is_finished_by_the_next_tick(
    db: Db, cast: Cast, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "CHUNK", 4)
    await many_members(db, 8)
    clock.now = at("2026-03-25")
    laying, chunks = due_lines.add, 0

    async def crash_at_the_second(*args: Any) -> None:
        nonlocal chunks
        chunks += 1
        await laying(*args)
        if chunks == 2:
            raise ConnectionError

    monkeypatch.setattr(due_lines, "add", crash_at_the_second)
    with pytest.raises(ConnectionError):
        await gathering.remind(db, MONTH_ONLY)
    async with db.read() as tx:
        assert await tx.value("SELECT COUNT(*) FROM outbox") == 4
    await deliver(db)
    assert await summaries.summarise(db, MONTH_ONLY) == {}
    assert await gathering.remind(db, MONTH_ONLY) == {"monthly": 6}
    async with db.read() as tx:
        assert await tx.value("SELECT COUNT(DISTINCT person_id) FROM outbox") == 10
        assert await tx.value("SELECT COUNT(*) FROM outbox") == 10


async def test_a_round_cut_short_and_overtaken_ends_with_those_it_reached(
    db: Db, cast: Cast, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def crash(*_: Any) -> None:
        raise ConnectionError

    clock.now = at("2026-03-25")
    with monkeypatch.context() as patched:
        patched.setattr(due_lines, "add", crash)
        with pytest.raises(ConnectionError):
            await gathering.remind(db, MONTH_ONLY)
    clock.now = at("2026-04-27")
    assert await gathering.remind(db, MONTH_ONLY) == {"monthly": 2}
    async with db.read() as tx:
        assert await tx.value("SELECT COUNT(*) FROM rounds WHERE told_at IS NULL") == 0
    await deliver(db)
    assert await summaries.summarise(db, MONTH_ONLY) == {"summaries": 1}
