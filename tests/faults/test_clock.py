"""The clock jumps, or stands in another time zone: letters are there once, and nothing waits for a far-off day."""

import asyncio
import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from sandbox.client import SandboxClient
from tests.bridge import Bridge
from tests.faults.story import Story, know_a_contact


@pytest.mark.parametrize("days", [1 / 24, 30])
async def test_a_clock_that_jumps_ahead_and_back(
    story: Story, sandbox: SandboxClient, seed: int, seconds: float, days: float
) -> None:
    bridge = story.bridge
    # So that something is put off, by the clock of that moment.
    await sandbox.faults(seed, [{"what": "502", "method": "send*", "p": 0.3}])
    for jump in (days, -days):
        bridge.clock.move(days=jump)
        await asyncio.sleep(seconds)
    await sandbox.faults()
    await bridge.app.schedule.tick()
    await story.end()
    await story.check()


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine in Los Angeles."""
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    time.tzset()
    yield
    os.environ.pop("TZ")
    time.tzset()


@pytest.fixture
async def abroad(elsewhere: None, bridge: Bridge) -> Bridge:
    return bridge


async def test_days_are_the_committees_wherever_the_machine_stands(abroad: Bridge) -> None:
    """Half past midnight in Shanghai is the day before in UTC, and in Los Angeles."""
    half_past = datetime(2026, 3, 17, 16, 30, tzinfo=UTC)
    abroad.clock.move(seconds=(half_past - abroad.clock()) / timedelta(seconds=1))
    async with abroad.db.write() as tx:
        await know_a_contact(tx, abroad)
    await abroad.li.say("/visit 王秀英 今天 上门 看望")
    logged = await abroad.li.sees("已登记：")
    assert "2026年3月18日" in logged.text
    async with abroad.db.read() as tx:
        row = await tx.one("SELECT happened_on, logged_at FROM visits")
    assert row is not None
    assert row["happened_on"] == date(2026, 3, 18)
    assert abs(row["logged_at"] - half_past) < timedelta(minutes=1)
