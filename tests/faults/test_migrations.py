"""A migration is killed half-way: the next start finishes it, and the tables are what the code expects."""

import asyncio
import random
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import create_async_engine

from storage.migrate import migrate, newest, present, sqlalchemy_url
from tests.postgres import Cluster
from tests.storage.test_migrations import differences

FEW, MANY = 2, 20
STATEMENTS = 250
"""Somewhat fewer than a database that is made from nothing takes."""

DIES = """
import asyncio, os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from storage.migrate import migrate

left = int(sys.argv[2])

@event.listens_for(Engine, "after_cursor_execute")
def count(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(migrate(sys.argv[1]))
"""


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def empty(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without a table."""
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'lianxin.db'}"
    else:
        cluster: Cluster = request.getfixturevalue("postgres")
        address = cluster.create()
        yield address
        cluster.drop(address)


@pytest.mark.timeout(300)
async def test_a_migration_that_was_killed_is_finished_by_the_next(empty: str, seed: int, is_long: bool) -> None:
    moments = random.Random(seed)
    for _ in range(MANY if is_long else FEW):
        dies = await asyncio.create_subprocess_exec(
            sys.executable, "-c", DIES, empty, str(moments.randint(1, STATEMENTS))
        )
        assert await dies.wait() == -signal.SIGKILL
    await migrate(empty)
    assert await present(empty) == newest()
    tables = create_async_engine(sqlalchemy_url(empty))
    async with tables.connect() as connection:
        assert await connection.run_sync(differences) == []
    await tables.dispose()
