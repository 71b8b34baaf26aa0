"""A scheme changed in mid-year, and what the data would come to under another one."""

import asyncio
from datetime import date, timedelta

import pytest

from domain.contacts import Contact, ContactKind
from domain.visits import UNSAVED, Visit, VisitKind
from services import quota, schemes
from services.scheme_preview import Line, by_unit, compare
from services.scheme_versions import SchemeBeginsBeforeAnother, SchemeBeginsInThePast, in_force, use
from storage import contacts, visits
from storage.db import Db, Tx
from tests.cast import Cast

TODAY = date(2026, 3, 16)
JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 1)
JINGJIANG, BAOKANG, ORDOS = (schemes.load(name) for name in ("jingjiang-2014", "baokang-151", "ordos-2021"))


async def know(tx: Tx, cast: Cast, count: int, kind: ContactKind = ContactKind.SECTOR) -> list[int]:
    li = cast.li_member.id
    return [await contacts.add(tx, Contact(UNSAVED, li, kind, f"群众{at}", TODAY)) for at in range(count)]


async def test_without_a_change_the_configured_scheme_holds(tx: Tx, cast: Cast) -> None:
    assert await in_force(tx, JINGJIANG, TODAY) is JINGJIANG


async def test_a_new_scheme_holds_from_its_day_on_and_knows_the_one_before(tx: Tx, cast: Cast) -> None:
    await use(tx, JINGJIANG, BAOKANG, JULY, TODAY)
    assert (await in_force(tx, ORDOS, JULY - timedelta(days=1))).name == "jingjiang-2014"
    changed = await in_force(tx, ORDOS, JULY)
    assert changed.name == "baokang-151"
    assert changed.on(JULY - timedelta(days=1)) == JINGJIANG
    assert changed.on(JULY) is changed


async def test_a_third_scheme_follows_the_second(tx: Tx, cast: Cast) -> None:
    await use(tx, JINGJIANG, BAOKANG, TODAY, TODAY)
    await use(tx, JINGJIANG, ORDOS, JULY, TODAY)
    newest = await in_force(tx, JINGJIANG, date(2027, 1, 1))
    days = (date(2025, 12, 31), TODAY, JULY)
    assert [newest.on(day).name for day in days] == ["jingjiang-2014", "baokang-151", "ordos-2021"]


async def test_the_past_is_not_changed_and_versions_follow_each_other(tx: Tx, cast: Cast) -> None:
    with pytest.raises(SchemeBeginsInThePast):
        await use(tx, JINGJIANG, BAOKANG, TODAY - timedelta(days=1), TODAY)
    await use(tx, JINGJIANG, BAOKANG, JULY, TODAY)
    for day in (JULY, JULY - timedelta(days=1)):
        with pytest.raises(SchemeBeginsBeforeAnother):
            await use(tx, JINGJIANG, ORDOS, day, TODAY)


@pytest.mark.parametrize("is_first", [True, False])
async def test_of_two_administrators_at_once_the_second_is_told_of_the_first_s_day(
    db: Db, other_process: Db, cast: Cast, is_first: bool
) -> None:
    if not is_first:
        async with db.write() as tx:
            await use(tx, JINGJIANG, ORDOS, TODAY, TODAY)

    async def uses(which: Db, begins: date) -> object:
        try:
            async with which.write() as tx:
                await use(tx, JINGJIANG, BAOKANG, begins, TODAY)
        except SchemeBeginsBeforeAnother as refusal:
            return refusal.args_of_text["day"]
        return None

    for first, second in ((JULY, JULY), (AUGUST, AUGUST)):
        assert sorted(await asyncio.gather(uses(db, first), uses(other_process, second)), key=str) == [first, None]


async def test_visits_made_before_the_change_count_as_they_did(tx: Tx, cast: Cast) -> None:
    (contact,) = await know(tx, cast, 1)
    phone, home = VisitKind.PHONE, VisitKind.HOME
    for kind, day in ((phone, TODAY), (home, TODAY), (phone, JULY)):
        await visits.add(tx, Visit(UNSAVED, cast.li_member.id, contact, kind, day, "了解收成", tx.now))
    by_phone = JINGJIANG.model_copy(
        update={
            "name": "by-phone",
            "quotas": tuple(
                q.model_copy(update={"visit_kinds": (home, phone)} if q.visit_kinds else {}) for q in JINGJIANG.quotas
            ),
        }
    )
    await use(tx, JINGJIANG, by_phone, JULY, TODAY)
    changed = await in_force(tx, JINGJIANG, JULY)
    standing = await quota.progress_of(tx, cast.li_member, changed, JULY)
    assert standing.contacts[0].tallies[0].done == 2


async def test_the_preview_says_by_unit_what_would_change(tx: Tx, cast: Cast) -> None:
    await know(tx, cast, 7)
    compared = await compare(tx, BAOKANG, JINGJIANG, TODAY)
    north, south = by_unit(compared)
    assert {line.unit for line in (north, south)} == {"城北镇工委", "城南街道工委"}
    of_li = north if north.unit == "城北镇工委" else south
    # Seven are too many for Jingjiang's six; nobody has made a visit yet.
    assert of_li == Line("城北镇工委", 1, met=(0, 0), behind=(1, 1), over=(0, 1))
    li = next(one for one in compared if one.member.name == "李建国")
    assert (li.now.contacts_over, li.then.contacts_over, li.changes) == (0, 1, True)


async def test_under_a_scheme_without_figures_nobody_is_done_or_behind(tx: Tx, cast: Cast) -> None:
    await know(tx, cast, 1, ContactKind.VILLAGE)
    lines = by_unit(await compare(tx, BAOKANG, ORDOS, TODAY))
    assert {(line.met[1], line.behind[1]) for line in lines} == {(0, 0)}
    # Ordos knows no villages as contacts.
    assert sum(line.over[1] for line in lines) == 1
