"""What the office hears after a round."""

import asyncio
from dataclasses import replace
from datetime import date

from domain.people import Standing
from domain.schemes import Deadline, Whose
from services import gathering, summaries
from storage import outbox as outbox_rows
from storage import people
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.reminding import (
    MONTH_ONLY,
    RULES,
    at,
    deliver,
    fulfil,
    many_members,
    said_to,
)


async def test_the_office_hears_once_who_was_reached_and_who_was_not(db: Db, cast: Cast, clock: TestClock) -> None:
    await fulfil(db, cast.zhao_member.id)
    async with db.write() as tx:
        for name, telegram_id in (("未加入", None), ("早停用", 7001), ("刚停用", 7002)):
            person = await people.add(tx, name, "zh", telegram_id=telegram_id)
            await people.add_member(tx, person, "农业界", "", Standing.REGULAR, began_on=date(2022, 1, 10))
            if name == "早停用":
                await people.set_blocked(tx, person, blocked=True)
    clock.now = at("2026-03-25")
    await gathering.remind(db, MONTH_ONLY)
    assert await summaries.summarise(db, MONTH_ONLY) == {}
    await deliver(db, blocked_by=[person])
    assert await summaries.summarise(db, MONTH_ONLY) == {"summaries": 1}
    assert await summaries.summarise(db, MONTH_ONLY) == {}
    assert await said_to(db, cast.zhou.id) == [
        "<b>2026年3月履职提醒</b>已发完：\n"
        "· 已送达 2 位\n"
        "· 已停用本机器人 2 位：早停用、刚停用\n"
        "· 尚未加入 1 位：未加入\n"
        "· 任务已完成 1 位，其中本次致谢 1 位"
    ]


async def test_the_summary_waits_while_telegram_is_slow(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-03-25")
    await gathering.remind(db, MONTH_ONLY)
    clock.move(hours=11)
    assert await summaries.summarise(db, MONTH_ONLY) == {}
    await deliver(db)
    clock.move(hours=2)
    assert await summaries.summarise(db, MONTH_ONLY) == {}, "it is night"
    clock.move(hours=11)
    assert await summaries.summarise(db, MONTH_ONLY) == {"summaries": 1}


async def test_a_message_that_telegram_refuses_is_in_the_summary(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-03-25")
    await gathering.remind(db, MONTH_ONLY)
    async with db.write() as tx:
        number = await tx.value("SELECT id FROM outbox WHERE person_id = :id", id=cast.li.id)
        await outbox_rows.mark_failed(tx, number, "Bad Request: chat not found")
    await deliver(db)
    await summaries.summarise(db, MONTH_ONLY)
    (said,) = await said_to(db, cast.zhou.id)
    assert "· 已送达 1 位\n· 发送失败 1 位：李建国" in said


async def test_after_twenty_names_the_summary_gives_the_number(db: Db, cast: Cast, clock: TestClock) -> None:
    await many_members(db, 25)
    async with db.write() as tx:
        await tx.run("UPDATE people SET telegram_id = NULL WHERE telegram_id >= 5000")
    clock.now = at("2026-03-25")
    await gathering.remind(db, MONTH_ONLY)
    await deliver(db)
    await summaries.summarise(db, MONTH_ONLY)
    (said,) = await said_to(db, cast.zhou.id)
    assert "尚未加入 25 位：委员0、委员1、" in said
    assert "委员19等 25 人" in said


async def test_two_processes_summarise_once(db: Db, other_process: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-03-25")
    await gathering.remind(db, MONTH_ONLY)
    await deliver(db)
    await asyncio.gather(*(summaries.summarise(one, MONTH_ONLY) for one in (db, other_process)))
    assert len(await said_to(db, cast.zhou.id)) == 1


async def test_the_summary_of_a_date_names_it(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-03-17")
    await gathering.remind(db, RULES)
    await deliver(db)
    await summaries.summarise(db, RULES)
    (said,) = await said_to(db, cast.zhou.id)
    assert said.startswith("<b>“确定联系对象，递送服务卡”提醒（提前 14 天）</b>已发完：\n· 已送达 2 位")


async def test_of_a_round_for_nobody_the_office_hears_nothing(db: Db, cast: Cast, clock: TestClock) -> None:
    leaders_date = Deadline(
        name="plan", title="报计划", month=4, day=15, who=(Whose.LEADER,), what="报送计划", source="J7, 三"
    )
    rules = replace(RULES, scheme=RULES.scheme.model_copy(update={"deadlines": (leaders_date,), "quotas": ()}))
    clock.now = at("2026-04-01")
    assert await gathering.remind(db, rules) == {"deadline": 0}
    assert await summaries.summarise(db, rules) == {}
    assert await summaries.summarise(db, rules) == {}
    assert await said_to(db, cast.zhou.id) == []
