"""The tick: everything periodic runs, a failing job stops nothing, and stopping leaves nothing behind."""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from structlog.testing import capture_logs

from bot.schedule import JOBS, Job, Schedule
from domain.settings import Cards, Channels, Committee, Invitations, Mailbox, Reminders, Visits
from handlers.context import House
from services.gathering import RECALLS
from services.reminders import KINDS
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.reminding import MONTH_ONLY, TEXTS, at, deliver, said_to

DOCUMENT = Path(__file__).parents[2] / "docs" / "reminders.md"


@pytest.fixture
def house() -> House:
    return House(
        committee=Committee(name="政协示例县委员会", code="SL"),
        channels=Channels(),
        reminders=MONTH_ONLY.settings,
        mailbox=Mailbox(),
        visits=Visits(),
        invitations=Invitations(),
        cards=Cards(),
        scheme=MONTH_ONLY.scheme,
        workdays=MONTH_ONLY.workdays,
        texts=TEXTS,
        bot_name="lianxin_bot",
    )


class Counter:
    """A job's work that counts its runs, and may fail or take long."""

    def __init__(self, fault: Exception | None = None, seconds: float = 0.0) -> None:
        self.runs = 0
        self.cancelled = False
        self.began = asyncio.Event()
        self._fault = fault
        self._seconds = seconds

    async def __call__(self, db: Db, house: House) -> Mapping[str, int]:
        self.runs += 1
        self.began.set()
        try:
            await asyncio.sleep(self._seconds)
        except asyncio.CancelledError:
            self.cancelled = True
            raise
        if self._fault:
            raise self._fault
        return {"runs": self.runs}

    async def has_begun(self) -> None:
        """Once more since this was asked last."""
        async with asyncio.timeout(30):
            await self.began.wait()
        self.began.clear()


def job(name: str, work: Counter, seconds: float = 3600) -> Job:
    return Job(name, timedelta(seconds=seconds), work, "counts")


async def test_every_job_runs_at_the_start_to_catch_up(db: Db, house: House) -> None:
    first, second = Counter(), Counter()
    scheduled = Schedule(db, house, (job("first", first), job("second", second)))
    scheduled.start()
    await first.has_begun()
    await second.has_begun()
    await scheduled.stop()


async def test_a_job_runs_again_after_its_interval(db: Db, house: House) -> None:
    work = Counter()
    scheduled = Schedule(db, house, (job("often", work, seconds=1),))
    scheduled.start()
    await work.has_begun()
    await work.has_begun()
    await scheduled.stop()


async def test_a_failing_job_is_logged_and_stops_neither_the_others_nor_itself(db: Db, house: House) -> None:
    failing, other = Counter(fault=ConnectionError("away")), Counter()
    scheduled = Schedule(db, house, (job("failing", failing), job("other", other)))
    with capture_logs() as logs:
        await scheduled.tick()
        await scheduled.tick()
    assert (failing.runs, other.runs) == (2, 2)
    assert [entry["job"] for entry in logs if entry["event"] == "job-failed"] == ["failing", "failing"]


async def test_what_a_job_did_is_logged_with_its_figures(db: Db, house: House) -> None:
    with capture_logs() as logs:
        await Schedule(db, house, (job("counting", Counter()),)).tick()
    assert logs == [{"event": "job-done", "log_level": "info", "job": "counting", "runs": 1}]


async def test_a_tick_waits_for_the_run_under_way(db: Db, house: House) -> None:
    work = Counter(seconds=0.1)
    scheduled = Schedule(db, house, (job("slow", work),))
    scheduled.start()
    await work.has_begun()
    await scheduled.tick()
    assert work.runs == 2
    await scheduled.stop()


async def test_stopping_cancels_the_run_under_way_and_leaves_no_task(db: Db, house: House) -> None:
    before = asyncio.all_tasks()
    work = Counter(seconds=3600)
    scheduled = Schedule(db, house, (job("endless", work),))
    scheduled.start()
    await work.has_begun()
    await scheduled.stop()
    assert work.cancelled
    assert asyncio.all_tasks() <= before


async def test_stopping_before_the_first_run_runs_nothing(db: Db, house: House) -> None:
    work = Counter()
    scheduled = Schedule(db, house, (job("never", work),))
    scheduled.start()
    await scheduled.stop()
    await asyncio.sleep(0.05)
    assert work.runs == 0


async def test_no_job_is_ever_too_late_or_run_twice_for_being_late(
    db: Db, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Mapping[str, Any]] = []
    monkeypatch.setattr(AsyncIOScheduler, "add_job", lambda *_, **how: given.append(how))
    scheduled = Schedule(db, house)
    scheduled.start()
    await scheduled.stop()
    for how in given:
        assert how["misfire_grace_time"] is None
        assert how["coalesce"] is True
        assert how["max_instances"] == 1
    assert [how["id"] for how in given] == [one.name for one in JOBS]


async def test_a_tick_does_all_of_it_the_reminders_and_then_the_summary(
    db: Db, house: House, cast: Cast, clock: TestClock
) -> None:
    scheduled = Schedule(db, house)
    clock.now = at("2026-03-25")
    await scheduled.tick()
    assert len(await said_to(db, cast.li.id)) == 1
    assert await said_to(db, cast.zhou.id) == []
    await deliver(db)
    await scheduled.tick()
    assert len(await said_to(db, cast.zhou.id)) == 1


def test_the_document_lists_every_reminder() -> None:
    lines = [
        f"| {kind.name} | {kind.what} | {kind.who} | {kind.when} | {kind.switch} "
        f"| {'yes' if kind.is_gathered else 'no'} | {'yes' if kind.can_wait else 'no'} |"
        for kind in KINDS
    ]
    assert "\n".join(lines) in DOCUMENT.read_text("utf-8")


def test_every_reminder_comes_of_some_work_or_of_a_button() -> None:
    of_buttons = {"overdue"}
    assert {name for job in JOBS for name in job.tells} | of_buttons == {kind.name for kind in KINDS}


async def test_work_of_the_day_rests_in_the_quiet_hours(db: Db, house: House, clock: TestClock) -> None:
    done: list[str] = []

    def noting(job: Job) -> Job:
        async def work(_: Db, __: House) -> Mapping[str, int]:
            done.append(job.name)
            return {}

        return replace(job, work=work)

    scheduled = Schedule(db, house, tuple(noting(job) for job in JOBS))
    clock.now = at("2026-03-25", 3)
    await scheduled.tick()
    assert set(done) == {job.name for job in JOBS} - {"disputes", "judging"}
    done.clear()
    clock.now = at("2026-03-25", 9)
    await scheduled.tick()
    assert done == [job.name for job in JOBS]


def test_every_line_of_the_day_s_message_is_in_the_table_and_every_switch_is_a_setting() -> None:
    assert {kind.name for kind in KINDS if kind.is_gathered} == set(RECALLS)
    named = {name for kind in KINDS for name in re.findall(r"`\[reminders\] (\w+)", kind.switch + kind.when)}
    assert named <= set(Reminders.model_fields)


def test_the_document_lists_all_periodic_work() -> None:
    lines = [f"| {one.name} | {_spoken(one.every)}{', by day' * one.by_day} | {one.what} |" for one in JOBS]
    assert "\n".join(lines) in DOCUMENT.read_text("utf-8")


def _spoken(every: timedelta) -> str:
    seconds = int(every.total_seconds())
    for size, unit in ((3600, "hour"), (60, "minute"), (1, "second")):
        if seconds % size == 0:
            count = seconds // size
            return f"every {unit}" if count == 1 else f"every {count} {unit}s"
    raise AssertionError
