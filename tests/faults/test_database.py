"""The database is away for a while: no update is to blame, no part of the process ends, and nothing is lost."""

import asyncio
import sqlite3
import sys
from pathlib import Path

import asyncpg
import pytest

from storage.db import sqlite_path
from storage.passing import passes
from tests.faults.story import Story

HOLD = """
import sqlite3, sys, time
other = sqlite3.connect(sys.argv[1], timeout=60)
for _ in range(int(sys.argv[3])):
    other.execute("BEGIN IMMEDIATE")
    time.sleep(float(sys.argv[2]))
    other.execute("COMMIT")
    time.sleep(0.2)
"""


async def test_a_database_locked_by_another_process(story: Story, url: str, is_long: bool) -> None:
    # Longer than our connection waits for the lock (10 s), in the long version.
    each, times = (12.0, 3) if is_long else (0.8, 3)
    path = str(sqlite_path(url))
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", HOLD, path, str(each), str(times))
    assert await other.wait() == 0
    await story.end()
    await story.check()
    assert story.bridge.app.ended() == []


async def test_a_database_that_refuses_writing_for_a_while(
    story: Story, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that is full, or a file system that became read-only: reading goes on."""
    db = story.bridge.db
    writer: sqlite3.Connection = db._writer  # type: ignore[attr-defined]
    await asyncio.sleep(0.5)
    writer.execute("PRAGMA query_only = ON")
    await asyncio.sleep(seconds)
    writer.execute("PRAGMA query_only = OFF")
    await story.end()
    await story.check()
    assert story.bridge.app.ended() == []


def test_what_passes_is_told_from_mistakes_of_ours(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.db")
    with pytest.raises(sqlite3.OperationalError) as mistake:
        connection.execute("SELECT nothing FROM nowhere")
    assert not passes(mistake.value)
    connection.execute("CREATE TABLE a (b)")
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(sqlite3.OperationalError) as read_only:
        connection.execute("INSERT INTO a VALUES (1)")
    assert passes(read_only.value)
    undone = RuntimeError("undone with others")
    undone.__cause__ = read_only.value
    assert passes(undone)
    mistakes: list[Exception | None] = [None, ValueError("1"), FileNotFoundError("a picture"), KeyError("x")]
    assert not any(map(passes, mistakes))
    cuts: list[Exception] = [ConnectionResetError(), TimeoutError(), asyncpg.AdminShutdownError()]
    assert all(map(passes, cuts))
