"""Group visits: called, invited to, signed in, counted for each; on both engines."""

from datetime import date, timedelta

import pytest

from domain.contacts import Contact, ContactKind
from domain.group_visits import (
    GroupVisitIsOver,
    GroupVisitUnknown,
    NotToday,
    NotYourGroupVisit,
    SignedInAlready,
    SomeoneSignedIn,
)
from domain.people import Member
from domain.visits import VisitKind
from services import contacts, group_visits, quota, schemes, visits
from services.contacts import NotYourContact, Particulars
from services.group_visits import Gathering
from storage import people
from storage.db import Tx
from tests.cast import Cast

BAOKANG = schemes.load("baokang-151")
TODAY = date(2026, 3, 16)


async def know(tx: Tx, member: Member, name: str) -> Contact:
    return await contacts.register(tx, member, Particulars(name, ContactKind.SECTOR), BAOKANG, TODAY)


async def called(tx: Tx, cast: Cast, day: date = TODAY) -> Gathering:
    return await group_visits.call(tx, cast.li, day, "到城北村走访困难户")


async def test_it_counts_for_each_who_signed_in_with_whom_they_met(tx: Tx, cast: Cast) -> None:
    mine, others = await know(tx, cast.li_member, "王秀英"), await know(tx, cast.zhao_member, "何苗")
    group_id = (await called(tx, cast)).visit.id
    for member, contact in ((cast.li_member, mine), (cast.zhao_member, others)):
        await group_visits.sign_in(tx, member, group_id, TODAY)
        await group_visits.met(tx, member, group_id, [contact.id], BAOKANG, TODAY)
    gathering = await group_visits.get(tx, group_id)
    assert [(member.name, met) for member, met in gathering.signed_in] == [("李建国", 1), ("赵明", 1)]
    for member in (cast.li_member, cast.zhao_member):
        (record,) = await visits.latest(tx, member, 9)
        assert (record.visit.kind, record.visit.note) == (VisitKind.GROUP, "到城北村走访困难户")
        standing = await quota.progress_of(tx, member, BAOKANG, TODAY)
        assert standing.people_left == 9
    with pytest.raises(NotYourContact):
        await group_visits.met(tx, cast.li_member, group_id, [others.id], BAOKANG, TODAY)


async def test_one_signs_in_once_on_its_day_or_shortly_after(tx: Tx, cast: Cast) -> None:
    group_id = (await called(tx, cast, TODAY + timedelta(days=4))).visit.id
    with pytest.raises(NotToday):
        await group_visits.sign_in(tx, cast.li_member, group_id, TODAY + timedelta(days=3))
    with pytest.raises(GroupVisitIsOver):
        await group_visits.sign_in(tx, cast.li_member, group_id, TODAY + timedelta(days=8))
    last = TODAY + timedelta(days=7)
    for _ in range(2):
        gathering = await group_visits.sign_in(tx, cast.zhao_member, group_id, last)
    assert [member.name for member, _ in gathering.signed_in] == ["赵明"]
    assert len(await tx.all("SELECT id FROM outbox")) == 1
    met = await know(tx, cast.zhao_member, "何苗")
    await group_visits.met(tx, cast.zhao_member, group_id, [met.id], BAOKANG, last)
    with pytest.raises(SignedInAlready):
        await group_visits.sign_in(tx, cast.zhao_member, group_id, last)
    with pytest.raises(GroupVisitUnknown):
        await group_visits.sign_in(tx, cast.li_member, 999, TODAY)


async def test_only_its_organiser_invites_closes_and_calls_off(tx: Tx, cast: Cast) -> None:
    group_id = (await called(tx, cast)).visit.id
    for refused in (
        group_visits.close(tx, cast.zhao, group_id),
        group_visits.call_off(tx, cast.zhao, group_id),
        group_visits.invite(tx, cast.zhao, group_id, cast.zhao_member, whole_unit=True),
    ):
        with pytest.raises(NotYourGroupVisit):
            await refused
    await group_visits.sign_in(tx, cast.zhao_member, group_id, TODAY)
    with pytest.raises(SomeoneSignedIn):
        await group_visits.call_off(tx, cast.li, group_id)
    await group_visits.close(tx, cast.li, group_id)
    with pytest.raises(GroupVisitIsOver):
        await group_visits.sign_in(tx, cast.li_member, group_id, TODAY)
    with pytest.raises(GroupVisitIsOver):
        await group_visits.close(tx, cast.li, group_id)


async def test_members_of_the_sector_or_the_unit_are_invited_and_nobody_else(tx: Tx, cast: Cast) -> None:
    person = await people.add(tx, "孙平", "zh", telegram_id=1077)
    await people.add_member(tx, person, "农业界", "城南街道工委", cast.li_member.standing)
    group_id = (await called(tx, cast)).visit.id
    assert await group_visits.invite(tx, cast.li, group_id, cast.li_member, whole_unit=False) == 1
    assert await group_visits.invite(tx, cast.li, group_id, cast.li_member, whole_unit=True) == 0
    rows = await tx.all("SELECT person_id FROM outbox")
    assert [row["person_id"] for row in rows] == [person]


async def test_a_link_leads_to_it_and_what_was_called_off_is_over(tx: Tx, cast: Cast) -> None:
    gathering = await called(tx, cast)
    assert (await group_visits.of_code(tx, gathering.visit.code)).visit.id == gathering.visit.id
    assert gathering.link("bridge_bot") == f"https://t.me/bridge_bot?start=g_{gathering.visit.code}"
    await group_visits.call_off(tx, cast.li, gathering.visit.id)
    assert await group_visits.of_person(tx, cast.li) == []
    with pytest.raises(GroupVisitIsOver):
        await group_visits.sign_in(tx, cast.zhao_member, gathering.visit.id, TODAY)
