"""Objections that nobody decides stand in the office's day's message: after their days, then each week."""

from typing import Protocol

import pytest

from domain.people import Role
from services import appraisals, gathering, objections
from storage import people
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.reminding import at, said_to, with_settings
from tests.services.test_appraisals import BENCH, published

RULES = with_settings(monthly=False, thanks=False)


class Ticks(Protocol):
    """Lets a morning come and the tick run; what the office has been told of objections since the beginning."""

    async def __call__(self, day: str, hour: int = 9) -> list[str]: ...


@pytest.fixture
async def ticks(db: Db, cast: Cast, clock: TestClock) -> Ticks:
    """李建国 objects on Monday, 16 March 2026."""
    await published(db, cast)
    async with db.write() as tx:
        await objections.make(tx, BENCH, 2026, "visits", cast.li_member, "少算了一次")

    async def tick(day: str, hour: int = 9) -> list[str]:
        clock.now = at(day, hour)
        await gathering.remind(db, RULES)
        return await chased(db, cast.zhou.id)

    return tick


async def chased(db: Db, person_id: int) -> list[str]:
    return [said for said in await said_to(db, person_id) if "等办公室答复" in said]


async def test_the_office_is_reminded_after_a_week_and_once_more_each_week(ticks: Ticks) -> None:
    assert await ticks("2026-03-22") == []
    assert await ticks("2026-03-23", hour=8) == []
    (told,) = await ticks("2026-03-23")
    assert "考核异议，等办公室答复已满 7 天：\n· 李建国：" in told
    assert "（2026年3月16日提出）" in told
    assert "少算了一次" not in told  # what they wrote stands where it is decided
    assert len(await ticks("2026-03-24")) == 1
    assert len(await ticks("2026-03-30")) == 2


async def test_a_day_that_the_process_missed_or_that_is_off_is_caught_up_once(ticks: Ticks) -> None:
    # A Wednesday, the Sunday of the week after, and that week's Monday.
    assert len(await ticks("2026-03-25")) == 1
    assert len(await ticks("2026-03-29")) == 1
    assert len(await ticks("2026-03-30")) == 2
    assert len(await ticks("2026-03-31")) == 2


async def test_what_is_decided_or_withdrawn_is_reminded_of_no_more(db: Db, cast: Cast, ticks: Ticks) -> None:
    async with db.write() as tx:
        await objections.make(tx, BENCH, 2026, "deeds", cast.li_member, "少算了一件")
        await objections.decide(tx, 1, cast.zhou, None, "没有记录")
    (told,) = await ticks("2026-03-23")
    assert told.count("李建国") == 1
    async with db.write() as tx:
        await appraisals.withdraw(tx, 2026, cast.zhou.id)
    assert len(await ticks("2026-03-30")) == 1


async def test_nobody_is_asked_to_decide_about_their_own_points(db: Db, cast: Cast, ticks: Ticks) -> None:
    async with db.write() as tx:
        await people.grant(tx, cast.li.id, Role.OFFICE)
    assert len(await ticks("2026-03-23")) == 1
    assert await chased(db, cast.li.id) == []


async def test_it_can_be_switched_off(db: Db, cast: Cast, ticks: Ticks, clock: TestClock) -> None:
    del ticks
    clock.now = at("2026-03-30")
    await gathering.remind(db, with_settings(monthly=False, thanks=False, objection_days=0))
    assert await chased(db, cast.zhou.id) == []
