"""PostgreSQL's connections are cut in the middle, again and again, while letters come in."""

import asyncio
import random

import asyncpg
import pytest

from tests.faults.story import Story

pytestmark = pytest.mark.postgres

CUT = """
    SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@pytest.fixture
def engine() -> str:
    return "postgres"


async def test_connections_cut_in_the_middle(story: Story, url: str, seed: int, seconds: float) -> None:
    moments = random.Random(seed)
    other = await asyncpg.connect(url)
    until = asyncio.get_running_loop().time() + seconds
    cut = 0
    while asyncio.get_running_loop().time() < until:
        await asyncio.sleep(moments.uniform(0.05, 0.5))
        cut += await other.fetchval(CUT)
    await other.close()
    assert cut > 3
    await story.end()
    await story.check()
    assert story.bridge.app.ended() == []
