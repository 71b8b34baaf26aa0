"""PostgreSQL goes away in the middle, or refuses what two do at once: nothing is lost, no update is to blame."""

import asyncio
import random
from collections.abc import AsyncIterator

import asyncpg
import pytest

from sandbox.client import SandboxClient
from tests.bridge import Bridge, open_bridge
from tests.faults.story import LOOK_EVERY, Story, know_a_contact
from tests.postgres import Cluster

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
    while asyncio.get_running_loop().time() < until or cut <= 3:
        await asyncio.sleep(moments.uniform(0.05, 0.5))
        cut += await other.fetchval(CUT)
    await other.close()
    await story.end()
    await story.check()
    assert story.bridge.app.ended() == []


async def test_a_server_that_is_restarted(story: Story, postgres: Cluster, is_long: bool, seed: int) -> None:
    moments = random.Random(seed)
    for _ in range(10 if is_long else 1):
        await asyncio.sleep(moments.uniform(0.3, 1))
        await asyncio.to_thread(postgres.restart)
    await story.end()
    await story.check()
    assert story.bridge.app.ended() == []


# --- two at once ------------------------------------------------------------------------------------------------------

WAITS = "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')"


async def test_an_update_that_lost_a_deadlock_is_handled_again(bridge: Bridge, url: str) -> None:
    """The other side holds the contact and wants the update; the worker holds the update and wants the contact."""
    async with bridge.db.write() as tx:
        await know_a_contact(tx, bridge)
    other = await asyncpg.connect(url)
    # So that it is the worker that PostgreSQL sends away.
    await other.execute("SET deadlock_timeout = '1min'")
    before = await _deadlocks(other)
    async with asyncio.timeout(30), other.transaction():
        await other.execute("SELECT 1 FROM contacts FOR UPDATE")
        await bridge.li.say("/visit 王秀英 今天 上门 看望")
        while not await other.fetchval(WAITS):
            await asyncio.sleep(0.02)
        await other.execute("SELECT 1 FROM inbox WHERE done_at IS NULL FOR UPDATE")
    await bridge.li.sees("已登记：")
    assert await other.fetchval("SELECT COUNT(*) FROM visits") == 1
    assert await other.fetchval("SELECT SUM(attempts) FROM inbox") == 0, "it is not the update's fault"
    assert await _deadlocks(other) > before
    await other.close()


async def _deadlocks(connection: asyncpg.Connection) -> int:
    await connection.execute("SELECT pg_stat_force_next_flush(), pg_stat_clear_snapshot()")
    count: int = await connection.fetchval("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
    return count


@pytest.fixture
async def strict(sandbox: SandboxClient, url: str) -> AsyncIterator[Bridge]:
    """A server that refuses every two transactions that could not have been one after the other."""
    other = await asyncpg.connect(url)
    name = await other.fetchval("SELECT current_database()")
    await other.execute(f"ALTER DATABASE {name} SET default_transaction_isolation = 'serializable'")
    async with open_bridge(sandbox, url) as house:
        yield house
    await other.execute(f"ALTER DATABASE {name} RESET default_transaction_isolation")
    await other.close()


@pytest.mark.timeout(280)
async def test_transactions_that_the_server_refuses_to_put_in_order(strict: Bridge, seconds: float) -> None:
    refused = 0
    handle = strict.app.worker.work_one

    async def counted(lane: int) -> bool:
        nonlocal refused
        try:
            return await handle(lane)
        except asyncpg.SerializationError:
            refused += 1
            raise

    strict.app.worker.work_one = counted  # type: ignore[method-assign]  # it counts, and works
    story = await Story.begin(strict)
    await asyncio.sleep(seconds / 4)
    while not refused:
        await asyncio.sleep(LOOK_EVERY)
    await story.end()
    await story.check()
    assert strict.app.ended() == []
