"""The bulletin: looked at by the office first, and sent to each once."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from domain.settings import Channels
from domain.totals import parse_period
from services import bulletins, figures
from services.bulletins import BulletinIsOut, NoGroupForBulletin
from services.totals import Scope
from storage.db import Db, Tx
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import COMMITTEE
from tests.services.reminding import RULES, said_to
from tests.services.totalling import ALL, DESK, a_year, ask


async def test_the_office_looks_at_the_bulletin_first_and_each_member_gets_that_one_once(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    told = await ask(db, figures.BULLETIN, cast, period="2026-Q1")
    assert [line.splitlines()[0] for line in told] == [
        "2026年第1季度履职情况通报（Word）",
        "2026年第1季度履职情况表（Excel），全部数字都在里面",
        "2026年第1季度履职情况通报，请您先看。图上有落后委员的姓名。",
    ]
    assert await said_to(db, cast.li.id) == []
    looked_at = (await _pictures(db, [cast.zhou.id]))[0]
    async with db.write() as tx:
        await a_year(tx, cast)
        bulletin = await bulletins.release(tx, 1)
        await figures.ask(tx, figures.SEND, cast.zhou.id, bulletin=bulletin.id)
        with pytest.raises(BulletinIsOut):
            await bulletins.release(tx, 1)
    await figures.answer(db, DESK)
    assert await _pictures(db, [cast.li.id, cast.zhao.id]) == [looked_at, looked_at]
    await bulletins.send(db, 1, date(2026, 3, 16))
    assert len(await said_to(db, cast.li.id)) == 1


@pytest.mark.parametrize(
    ("period", "shown"), [("2026-03", [1, 2, 3]), ("2026-Q1", [1, 2, 3]), ("2025-Q4", [10, 11, 12])]
)
async def test_a_month_s_bulletin_shows_the_months_of_its_year_until_then(
    tx: Tx, cast: Cast, period: str, shown: list[int]
) -> None:
    wanted = parse_period(period, date(2026, 3, 16))
    made = await bulletins.content(tx, RULES, COMMITTEE, wanted)
    assert [one["month"] for one in made["picture"]["months"]] == shown


async def test_the_group_gets_it_once_if_there_is_one(db: Db, cast: Cast) -> None:
    await ask(db, figures.BULLETIN, cast, period="2026-03")
    async with db.write() as tx:
        with pytest.raises(NoGroupForBulletin):
            await bulletins.post(tx, 1, Channels(), "zh")
        await bulletins.post(tx, 1, Channels(members_chat_id=-100), "zh")
        with pytest.raises(BulletinIsOut):
            await bulletins.post(tx, 1, Channels(members_chat_id=-100), "zh")
        assert await tx.value("SELECT COUNT(*) AS n FROM outbox WHERE chat_id = -100") == 1


async def _pictures(db: Db, person_ids: Iterable[int]) -> list[Any]:
    async with db.read() as tx:
        rows = await tx.all("SELECT person_id, content_json FROM outbox ORDER BY id")
    return [
        row["content_json"]["picture"]
        for person_id in person_ids
        for row in rows
        if row["person_id"] == person_id and "picture" in row["content_json"]
    ]


async def test_who_asked_for_what_can_t_be_counted_is_told_and_others_get_theirs(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        # A member who has left since they asked.
        await figures.ask(tx, figures.STATS, cast.li.id, scope=figures.packed(Scope(member_id=cast.li_member.id)))
        await tx.run("UPDATE members SET left_on = :on WHERE id = :id", on=date(2026, 3, 1), id=cast.li_member.id)
    (listed,) = await ask(db, figures.OVERDUE, cast, **ALL, page=0)
    assert "1 位" in listed
    assert await said_to(db, cast.li.id) == ["对不起，这次没有汇总成功，请稍后再试。"]


async def test_what_a_database_that_was_away_kept_from_being_counted_is_counted_later(
    db: Db, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: Any) -> bool:
        raise ConnectionResetError

    async with db.write() as tx:
        await figures.ask(tx, figures.STATS, cast.zhou.id, scope=figures.packed(Scope()))
    with monkeypatch.context() as meanwhile:
        meanwhile.setitem(figures._ANSWERS, figures.STATS, away)
        with pytest.raises(ConnectionResetError):
            await figures.answer(db, DESK)
    assert await said_to(db, cast.zhou.id) == []
    assert await figures.answer(db, DESK) == {figures.STATS: 1}
