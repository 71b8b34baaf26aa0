"""The database is away for a while: no update is to blame, no part of the process ends, and nothing is lost."""

import asyncio
import resource
import shutil
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import ExitStack
from pathlib import Path

import asyncpg
import pytest

from bot.lock import only_process
from sandbox.client import SandboxClient
from storage.db import DatabaseFault, sqlite_path
from storage.migrate import migrate
from storage.passing import passes
from tests.bridge import Bridge, open_bridge
from tests.faults.disk import MEGABYTE, fill, make_read_only, small_disk
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


async def test_a_database_that_refuses_writing_for_a_while(story: Story, seconds: float, is_long: bool) -> None:
    """As on a file system that became read-only, for a minute in the long version: reading goes on."""
    db = story.bridge.db
    writer: sqlite3.Connection = db._writer  # type: ignore[attr-defined]  # SQLite alone has one
    await asyncio.sleep(0.5)
    writer.execute("PRAGMA query_only = ON")
    await asyncio.sleep(60 if is_long else seconds)
    writer.execute("PRAGMA query_only = OFF")
    await story.end()
    await story.check()
    assert story.bridge.app.ended() == []


@pytest.fixture
async def cramped(tmp_path: Path, migrated_sqlite: Path, sandbox: SandboxClient) -> AsyncIterator[Bridge]:
    """A house on a disk of 16 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    with small_disk(folder, 16) as is_there:
        if not is_there:
            # Nothing to install would help: `RLIMIT_FSIZE` tries the same without one.
            pytest.skip("a file system of our own needs root")
        shutil.copy(migrated_sqlite, folder / "lianxin.db")
        async with open_bridge(sandbox, f"sqlite:///{folder / 'lianxin.db'}") as house:
            yield house


async def test_a_disk_that_is_full_for_a_while(cramped: Bridge, tmp_path: Path, seconds: float) -> None:
    story = await Story.begin(cramped)
    await asyncio.sleep(0.5)
    filler = fill(tmp_path / "disk")
    assert filler.stat().st_size > MEGABYTE
    await asyncio.sleep(seconds)
    assert shutil.disk_usage(tmp_path / "disk").free == 0, "it must have stayed full for the test to mean something"
    filler.unlink()
    await story.end()
    await story.check()
    assert cramped.app.ended() == []


async def test_a_file_that_may_not_grow_for_a_while(story: Story, url: str, seconds: float) -> None:
    """As by a quota; and where a full disk can't be had, this stands for it."""
    await asyncio.sleep(0.5)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    log = sqlite_path(url).with_name("lianxin.db-wal")
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, before[1]))
    try:
        await asyncio.sleep(seconds)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    await story.end()
    await story.check()
    assert story.bridge.app.ended() == []


async def test_a_start_on_a_read_only_disk_is_one_clear_line(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    with small_disk(folder, 2) as is_there, ExitStack() as stack:
        if not is_there:
            # Nothing to install would help: `RLIMIT_FSIZE` tries the same without one.
            pytest.skip("a file system of our own needs root")
        sqlite3.connect(folder / "lianxin.db").close()
        make_read_only(folder)
        with pytest.raises(DatabaseFault, match=r"lianxin\.db"):
            await migrate(f"sqlite:///{folder / 'lianxin.db'}")
        with pytest.raises(DatabaseFault, match="full or read-only"):
            stack.enter_context(only_process(f"sqlite:///{folder / 'lianxin.db'}"))


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
