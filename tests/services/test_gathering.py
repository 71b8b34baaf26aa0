"""One message a day to one person: gathered, claimed once, put off, true when it goes out; on both engines."""

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.good_deeds import Promise
from domain.settings import Reminders
from domain.visits import Visit, VisitKind
from services import gathering, good_deeds, outbox, summaries
from services.gathering import CanNotWait, NothingToPutOff
from storage import due_lines, people, visits
from storage import good_deeds as stored
from storage.db import Db, Tx
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.reminding import RULES, TEXTS, at, deliver, many_members, register, said_to, visit
from texts import unpack

ALL = replace(RULES, settings=Reminders(day=17, thanks=False))
"""17 March: the month's plan and, two weeks before it, the date of the contacts."""


async def promise(tx: Tx, cast: Cast, contact_id: int, due: date) -> None:
    report = Visit(0, cast.li_member.id, contact_id, VisitKind.HOME, date(2026, 3, 16), "看望", tx.now)
    number = await visits.add(tx, report)
    await stored.add(tx, replace(report, id=number), [], [Promise("送轮椅", due)])


async def buttons_of(db: Db, cast: Cast) -> list[list[str]]:
    async with db.read() as tx:
        rows = await tx.all("SELECT content_json FROM outbox WHERE person_id = :id ORDER BY id", id=cast.li.id)
    return [[TEXTS.plain("zh", unpack(b["label"])) for b in line] for line in rows[-1]["content_json"]["buttons"]]


async def the_day(db: Db, day: str) -> int:
    async with db.write() as tx:
        return await due_lines.day(tx, day)


async def test_what_is_due_on_one_day_comes_as_one_message_nearest_first(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        zhang, _ = await register(tx, cast.li_member.id, "张三", "李四")
        await promise(tx, cast, zhang, date(2026, 3, 19))
    clock.now = at("2026-03-17")
    assert await gathering.remind(db, ALL) == {"monthly": 2, "deadline": 2, "promises": 1}
    (said,) = await said_to(db, cast.li.id)
    assert said.startswith("李建国委员，您好！今天提醒您 3 件事：\n\n<b>1.</b> <b>确定联系对象")
    places = [said.index(words) for words in ("确定联系对象", "您答应联系对象的事", "每月一次的履职提醒")]
    assert places == sorted(places)
    assert await buttons_of(db, cast) == [
        ["联系对象", "履职进度"],
        ["实事"],
        ["记录走访"],
        ["明天再提醒", "下周再提醒"],
    ]


async def test_what_falls_due_later_on_that_day_waits_for_the_next_unless_it_is_its_last(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    clock.now = at("2026-03-17")
    await gathering.remind(db, ALL)
    clock.now = at("2026-03-17", 11)
    line = {"kind": "deadline", "period": "2026:contacts:2", "round_id": None, "person_id": cast.li.id}
    async with db.write() as tx:
        await due_lines.add(tx, [line | {"until_on": date(2026, 3, 31)}])
    assert await gathering.send(db, ALL) == 0
    async with db.write() as tx:
        await due_lines.add(tx, [line | {"until_on": date(2026, 3, 17)}])
    assert await gathering.send(db, ALL) == 1
    assert len(await said_to(db, cast.li.id)) == 2


async def test_put_off_it_comes_again_once_and_says_what_is_true_then(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        (zhang,) = await register(tx, cast.li_member.id, "张三")
        await promise(tx, cast, zhang, date(2026, 3, 19))
    clock.now = at("2026-03-17")
    await gathering.remind(db, ALL)
    day = await the_day(db, "2026-03-17")
    async with db.write() as tx:
        assert await gathering.put_off(tx, cast.li, day, 7, ALL) == date(2026, 3, 24)
        with pytest.raises(NothingToPutOff):
            await gathering.put_off(tx, cast.li, day, 1, ALL)
        with pytest.raises(NothingToPutOff):
            await gathering.put_off(tx, cast.wang, day, 1, ALL)
        (deed,) = await stored.open_of(tx, cast.li_member.id)
        await good_deeds.done(tx, cast.li_member, deed.id, date(2026, 3, 17), date(2026, 3, 17), ALL.scheme)
    for hour in (8, 9, 10):
        clock.now = at("2026-03-24", hour)
        await gathering.remind(db, ALL)
    _, again = await said_to(db, cast.li.id)
    assert "还有 7 天" in again
    assert "您答应联系对象的事" not in again
    assert "履职提醒" in again


async def test_a_date_is_put_off_to_its_own_day_at_the_longest_and_then_no_more(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    rules = replace(RULES, settings=Reminders(monthly=False))
    clock.now = at("2026-03-29")
    await gathering.remind(db, rules)
    async with db.write() as tx:
        day = await due_lines.day(tx, "2026-03-29")
        assert await gathering.put_off(tx, cast.li, day, 7, rules) == date(2026, 3, 31)
    clock.now = at("2026-03-31")
    await gathering.remind(db, rules)
    assert "就是今天" in (await said_to(db, cast.li.id))[-1]
    async with db.write() as tx:
        with pytest.raises(CanNotWait):
            await gathering.put_off(tx, cast.li, await due_lines.day(tx, "2026-03-31"), 1, rules)


async def test_two_processes_gather_each_person_s_lines_once_and_the_office_hears_of_both_rounds(
    db: Db, other_process: Db, cast: Cast, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "CHUNK", 3)
    monkeypatch.setattr(gathering, "BLOCK", 6)
    await many_members(db, 10)
    clock.now = at("2026-03-17")
    for _ in range(2):
        await asyncio.gather(*(gathering.remind(one, ALL) for one in (db, other_process)))
    async with db.read() as tx:
        rows = await tx.all("SELECT person_id, COUNT(*) AS times FROM outbox GROUP BY person_id")
    assert [row["times"] for row in rows] == [1] * 12
    await deliver(db, blocked_by=[cast.zhao.id])
    assert await summaries.summarise(db, ALL) == {"summaries": 2}
    for said in await said_to(db, cast.zhou.id):
        assert "已送达 11 位" in said
        assert "已停用本机器人 1 位：赵明" in said


async def test_a_crash_while_sending_loses_and_doubles_nothing(
    db: Db, cast: Cast, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "CHUNK", 4)
    await many_members(db, 8)
    clock.now = at("2026-03-17")
    sending, chunks = outbox.tell_many, 0

    async def crash_at_the_second(*args: Any) -> None:
        nonlocal chunks
        chunks += 1
        await sending(*args)
        if chunks == 2:
            raise ConnectionError

    monkeypatch.setattr(gathering, "tell_many", crash_at_the_second)
    with pytest.raises(ConnectionError):
        await gathering.remind(db, ALL)
    await gathering.remind(db, ALL)
    async with db.read() as tx:
        assert await tx.value("SELECT COUNT(DISTINCT person_id) FROM outbox") == 10
        assert await tx.value("SELECT COUNT(*) FROM outbox") == 10


async def test_a_fault_in_one_kind_holds_up_no_other(
    db: Db, cast: Cast, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fault(*_: Any) -> dict[str, int]:
        raise ConnectionError

    monkeypatch.setattr(gathering, "PRODUCERS", (fault, *gathering.PRODUCERS))
    clock.now = at("2026-03-17")
    with pytest.raises(ConnectionError):
        await gathering.remind(db, ALL)
    assert len(await said_to(db, cast.li.id)) == 1


async def test_contacts_not_seen_for_four_months_are_named_once_a_month(db: Db, cast: Cast, clock: TestClock) -> None:
    rules = replace(RULES, settings=Reminders(monthly=False, deadlines=False))
    async with db.write() as tx:
        zhang, li, _ = await register(tx, cast.li_member.id, "张三", "李四", "王五")
        await visit(tx, cast.li_member.id, zhang, "2026-04-10")
        await visit(tx, cast.li_member.id, li, "2026-04-11")
    for day in ("2026-06-10", "2026-07-10", "2026-08-10", "2026-08-11"):
        clock.now = at(day)
        await gathering.remind(db, rules)
    (said,) = await said_to(db, cast.li.id)
    assert said.endswith("这些联系对象有一段时间没有走访了：\n· 王五：还没有走访过\n· 张三：上次2026年4月10日")
    assert await said_to(db, cast.zhao.id) == []
    async with db.write() as tx:
        await people.set_blocked(tx, cast.li.id, blocked=False)
    await deliver(db)
    assert await summaries.summarise(db, rules) == {}


async def test_contacts_not_seen_can_be_left_alone(db: Db, cast: Cast, clock: TestClock) -> None:
    rules = replace(RULES, settings=Reminders(monthly=False, deadlines=False, unseen_months=0))
    async with db.write() as tx:
        await register(tx, cast.li_member.id, "张三")
    clock.now = at("2026-08-10")
    assert await gathering.remind(db, rules) == {}
