"""Whose figures somebody sees, and that what is asked twice is answered once."""

from domain.people import Role
from services import figures, totals
from services.totals import Scope
from storage import people, units
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.reminding import RULES, said_to
from tests.services.totalling import DESK, YEAR, a_year


async def test_people_of_a_unit_see_their_members_alone_and_the_office_everyone(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    async with db.write() as tx:
        await a_year(tx, cast)
        sun = await people.add(tx, "孙平", "zh", telegram_id=1009)
        await people.grant(tx, sun, Role.STAFF)
        unit = await units.named(tx, "城北镇工委")
        assert unit is not None
        await units.join(tx, sun, unit.id)
        own = await figures.scope_of(tx, sun, frozenset({Role.STAFF}))
        every = await figures.scope_of(tx, cast.zhou.id, cast.zhou.roles)
        assert own == Scope(unit_ids=(unit.id,))
        assert every == Scope()
        assert await figures.scope_of(tx, cast.liu.id, cast.liu.roles) is None
        assert await figures.scope_of(tx, cast.li.id, cast.li.roles) is None
        assert await figures.may_see(tx, own, cast.li_member.id)
        assert not await figures.may_see(tx, own, cast.zhao_member.id)
        await figures.ask(tx, figures.STATS, sun, scope=figures.packed(own))
        await figures.ask(tx, figures.STATS, cast.zhou.id, scope=figures.packed(every))
    assert await figures.answer(db, DESK) == {"stats": 2}
    unit_s, picture_s = await said_to(db, sun)
    assert "委员（人）：1" in unit_s
    assert "城南街道工委" not in unit_s
    office_s, _ = await said_to(db, cast.zhou.id)
    assert "委员（人）：2" in office_s
    assert "城南街道工委" in office_s
    assert picture_s == "2026年履职统计图"


async def test_a_member_hears_their_place_where_the_committee_shows_it(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        await a_year(tx, cast)
        own = figures.packed(Scope(member_id=cast.li_member.id))
        await figures.ask(tx, figures.STATS, cast.li.id, scope=own)
        ranks = sorted(await totals.of_members(tx, RULES, YEAR), key=lambda one: -one.figures.done / one.figures.owed)
    await figures.answer(db, DESK)
    expected = [one.name for one in ranks].index("李建国") + 1
    assert f"完成率排第 {expected} 位（共 2 位委员）" in (await said_to(db, cast.li.id))[0]


async def test_the_same_asked_twice_is_answered_once(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        for _ in range(2):
            await figures.ask(tx, figures.OVERDUE, cast.zhou.id, scope=figures.packed(Scope()), page=0)
    assert await figures.answer(db, DESK) == {"overdue": 1}
    assert await figures.answer(db, DESK) == {}
