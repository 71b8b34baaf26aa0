"""The log of visits on both engines."""

from dataclasses import replace
from datetime import date, timedelta

from domain.contacts import Contact, ContactKind
from domain.visits import UNSAVED, Visit, VisitKind
from storage import contacts, good_deeds, visits
from storage.db import Tx
from storage.visits import Evidence, YearCounts
from tests.cast import Cast

TODAY = date(2026, 3, 16)
YEAR = date(2026, 1, 1)


async def a_contact(tx: Tx, member_id: int, name: str = "王秀英") -> int:
    return await contacts.add(tx, Contact(UNSAVED, member_id, ContactKind.SECTOR, name, TODAY, phone="+8613800000000"))


async def a_visit(tx: Tx, member_id: int, contact_id: int, **differently: object) -> Visit:
    visit = Visit(UNSAVED, member_id, contact_id, VisitKind.HOME, TODAY, "了解就医情况", tx.now)
    visit = replace(visit, **differently)  # type: ignore[arg-type]  # only fields of Visit are given
    return replace(visit, id=await visits.add(tx, visit))


async def test_a_contact_comes_back_as_it_was_stored(tx: Tx, cast: Cast) -> None:
    number = await a_contact(tx, cast.li_member.id)
    stored = Contact(number, cast.li_member.id, ContactKind.SECTOR, "王秀英", TODAY, phone="+8613800000000")
    assert await contacts.get(tx, number) == stored
    ended = replace(stored, ended_on=TODAY, ended_because="已搬走", address="城北村")
    await contacts.save(tx, ended)
    assert await contacts.of_member(tx, cast.li_member.id) == [ended] == await contacts.of_all(tx)


async def test_a_visit_comes_back_as_it_was_stored(tx: Tx, cast: Cast) -> None:
    visit = await a_visit(tx, cast.li_member.id, await a_contact(tx, cast.li_member.id))
    assert await visits.get(tx, visit.id) == visit
    assert await visits.same(tx, visit)
    assert not await visits.same(tx, replace(visit, note="别的"))


async def test_a_withdrawn_visit_is_in_no_list_but_stays_in_the_log(tx: Tx, cast: Cast) -> None:
    visit = await a_visit(tx, cast.li_member.id, await a_contact(tx, cast.li_member.id))
    await good_deeds.add(tx, visit, ["送去轮椅"])
    assert await visits.withdraw(tx, visit.id)
    assert not await visits.withdraw(tx, visit.id)
    assert await visits.latest(tx, cast.li_member.id, 10) == []
    assert await visits.since(tx, cast.li_member.id, YEAR) == []
    assert await good_deeds.since(tx, cast.li_member.id, YEAR) == []
    assert await visits.last_logged(tx, cast.li_member.id, tx.now) is None
    log = await visits.get(tx, visit.id)
    assert log is not None
    assert log.withdrawn_at == tx.now
    assert [deed.what for deed in await good_deeds.of_visit(tx, visit.id)] == ["送去轮椅"]


async def test_the_latest_visits_come_by_the_day_they_were_made(tx: Tx, cast: Cast) -> None:
    contact = await a_contact(tx, cast.li_member.id)
    made = [await a_visit(tx, cast.li_member.id, contact, happened_on=TODAY - timedelta(days=n)) for n in (2, 0, 1)]
    assert await visits.latest(tx, cast.li_member.id, 2) == [made[1], made[2]]
    assert await visits.latest(tx, cast.li_member.id, 2, offset=2) == [made[0]]


async def test_of_earlier_years_only_the_last_meeting_in_person_is_fetched(tx: Tx, cast: Cast) -> None:
    li = cast.li_member.id
    contact, other = await a_contact(tx, li), await a_contact(tx, cast.zhao_member.id)
    await a_visit(tx, li, contact, happened_on=date(2024, 5, 1))
    seen = await a_visit(tx, li, contact, happened_on=date(2025, 5, 1))
    await a_visit(tx, li, contact, happened_on=date(2025, 6, 1), kind=VisitKind.PHONE)
    this_year = await a_visit(tx, li, contact, kind=VisitKind.PHONE)
    of_zhao = await a_visit(tx, cast.zhao_member.id, other, happened_on=date(2025, 1, 1))
    assert {visit.id for visit in await visits.since(tx, li, YEAR)} == {seen.id, this_year.id}
    assert {visit.id for visit in await visits.since_of_all(tx, YEAR)} == {seen.id, this_year.id, of_zhao.id}


async def test_what_was_reported_in_a_year_is_counted_for_each_contact(tx: Tx, cast: Cast) -> None:
    li = cast.li_member.id
    first, second = await a_contact(tx, li), await a_contact(tx, li, "张三")
    visit = await a_visit(tx, li, first, kind=VisitKind.PHONE)
    await a_visit(tx, li, first, happened_on=date(2025, 12, 31))
    await good_deeds.add(tx, visit, ["送去轮椅", "联系医院"])
    await a_visit(tx, li, second)
    counted = await visits.year_counts(tx, li, YEAR, date(2026, 12, 31))
    assert counted == {first: YearCounts(1, 2), second: YearCounts(1, 0)}


async def test_evidence_stays_in_its_order_and_an_album_finds_its_visit(tx: Tx, cast: Cast) -> None:
    li = cast.li_member.id
    visit = await a_visit(tx, li, await a_contact(tx, li))
    photo = Evidence("photo", file_id="a", album="12")
    place = Evidence("location", latitude=32.0, longitude=120.25)
    await visits.attach(tx, visit.id, [photo, place])
    assert await visits.evidence_of(tx, visit.id) == [photo, place]
    assert await visits.with_album(tx, li, "12", tx.now) == visit
    assert await visits.with_album(tx, cast.zhao_member.id, "12", tx.now) is None
    assert await visits.with_album(tx, li, "13", tx.now) is None
