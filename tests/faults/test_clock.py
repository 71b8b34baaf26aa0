"""The clock jumps, or stands in another time zone: letters are there once, and nothing waits for a far-off day."""

import asyncio
import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from sandbox.client import SandboxClient
from tests.bridge import Bridge, open_bridge
from tests.faults.story import Story, know_a_contact
from tests.writers import until_settled


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


async def reminded_by_noon(bridge: Bridge, day: date) -> int:
    """How many of the month's reminders a member has by noon in Shanghai."""
    noon = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
    bridge.clock.move(seconds=(noon - bridge.clock()) / timedelta(seconds=1))
    await bridge.app.schedule.tick()
    await until_settled(bridge.db, bridge.sandbox)
    return len([message for message in await bridge.li.messages() if "每月一次的履职提醒" in message.text])


async def test_the_31st_as_the_day_of_reminders_is_each_months_last_and_february_may_have_29(
    sandbox: SandboxClient, url: str
) -> None:
    """2028 is a leap year. January's reminder comes late, for nobody ran the bot, and each of them once."""
    every_month: dict[str, object] = {"day": 31, "hour": 9, "workdays_only": False}
    async with open_bridge(sandbox, url, reminders=every_month) as bridge:
        days = [date(2028, 2, day) for day in (2, 27, 28, 29)] + [
            date(2028, 3, 1),
            date(2028, 3, 30),
            date(2028, 3, 31),
        ]
        assert [await reminded_by_noon(bridge, day) for day in days] == [1, 1, 1, 2, 2, 2, 3]
        async with bridge.db.write() as tx:
            await know_a_contact(tx, bridge)
        await bridge.li.say("/visit 王秀英 2月29日 上门 看望")
        assert "2028年2月29日" in (await bridge.li.sees("已登记：")).text
