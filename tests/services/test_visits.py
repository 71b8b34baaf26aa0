"""Visits: reported, corrected, withdrawn, with good deeds and photos that follow them."""

import asyncio
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.contacts import Contact, ContactHasEnded, ContactKind
from domain.days import DayIsBeforeTheYear, DayIsInTheFuture
from domain.people import Member
from domain.visit_lines import TooManyGoodDeeds
from domain.visits import NotYourVisit, TooLateToCorrect, VisitIsWithdrawn, VisitKind
from services import contacts, schemes, visits
from services.contacts import NotYourContact, Particulars
from services.visits import Record, Report, TooMuchEvidence, VisitIsLoggedAlready
from storage.db import Tx, open_db
from storage.visits import Evidence
from tests.cast import NOW, Cast, settle_in
from tests.conftest import TestClock
from tests.keys import SEAL

TODAY = date(2026, 3, 16)
JINGJIANG = schemes.load("jingjiang-2014")
WEEK = timedelta(days=7)
PHOTO = Evidence("photo", file_id="a")
PLACE = Evidence("location", latitude=32.0, longitude=120.25)


async def a_contact(tx: Tx, member: Member, name: str = "王秀英") -> Contact:
    return await contacts.register(tx, member, Particulars(name, ContactKind.SECTOR), JINGJIANG, TODAY)


def report_on(contact: Contact, note: str = "了解就医情况", **more: object) -> Report:
    return replace(Report(contact.id, VisitKind.HOME, TODAY, note), **more)  # type: ignore[arg-type]  # its fields


async def log(tx: Tx, member: Member, report: Report) -> Record:
    return await visits.log(tx, member, report, JINGJIANG, TODAY)


async def correct(tx: Tx, member: Member, visit_id: int, report: Report) -> Record:
    return await visits.correct(tx, member, visit_id, report, JINGJIANG, TODAY, WEEK)


async def test_a_logged_visit_stands_in_the_log_with_all_that_belongs_to_it(tx: Tx, cast: Cast) -> None:
    report = report_on(
        await a_contact(tx, cast.li_member), good_deeds=("送去轮椅", "联系医院"), evidence=(PHOTO, PLACE)
    )
    logged = await log(tx, cast.li_member, report)
    assert await visits.own(tx, cast.li_member, logged.visit.id) == logged
    assert logged.good_deeds == ("送去轮椅", "联系医院")
    assert logged.evidence == (PHOTO, PLACE)


async def test_the_very_same_visit_is_logged_once(tx: Tx, cast: Cast) -> None:
    report = report_on(await a_contact(tx, cast.li_member))
    first = await log(tx, cast.li_member, report)
    with pytest.raises(VisitIsLoggedAlready):
        await log(tx, cast.li_member, report)
    await visits.withdraw(tx, cast.li_member, first.visit.id, WEEK)
    await log(tx, cast.li_member, report)


@pytest.mark.parametrize(
    ("day", "refusal"),
    [(TODAY + timedelta(days=1), DayIsInTheFuture), (date(2025, 12, 31), DayIsBeforeTheYear)],
)
async def test_a_day_outside_the_year_so_far_is_refused(
    tx: Tx, cast: Cast, day: date, refusal: type[Exception]
) -> None:
    contact = await a_contact(tx, cast.li_member)
    with pytest.raises(refusal):
        await log(tx, cast.li_member, report_on(contact, day=day))
    await log(tx, cast.li_member, report_on(contact, day=date(2026, 1, 1)))


async def test_only_an_own_contact_that_has_not_ended_is_visited(tx: Tx, cast: Cast) -> None:
    contact = await a_contact(tx, cast.li_member)
    with pytest.raises(NotYourContact):
        await log(tx, cast.zhao_member, report_on(contact))
    await contacts.end(tx, cast.li_member, contact.id, TODAY, "已搬走")
    with pytest.raises(ContactHasEnded):
        await log(tx, cast.li_member, report_on(contact))


async def test_a_correction_takes_the_place_of_the_visit_and_the_log_keeps_both(tx: Tx, cast: Cast) -> None:
    contact, other = await a_contact(tx, cast.li_member), await a_contact(tx, cast.li_member, "张三")
    old = await log(tx, cast.li_member, report_on(contact, good_deeds=("送去轮椅",), evidence=(PHOTO,)))
    changed = report_on(other, "了解修路", good_deeds=("送去轮椅", "联系医院"), evidence=(PLACE,))
    new = await correct(tx, cast.li_member, old.visit.id, changed)
    assert (new.visit.replaces_id, new.contact, new.good_deeds) == (old.visit.id, other, changed.good_deeds)
    assert new.evidence == (PHOTO, PLACE)
    assert new.visit.logged_at == old.visit.logged_at
    kept = await visits.own(tx, cast.li_member, old.visit.id)
    assert kept.visit.withdrawn_at == tx.now
    assert kept.good_deeds == ("送去轮椅",)
    assert [record.visit.id for record in await visits.latest(tx, cast.li_member, 10)] == [new.visit.id]


async def test_a_correction_that_changes_nothing_makes_no_new_row(tx: Tx, cast: Cast) -> None:
    report = report_on(await a_contact(tx, cast.li_member))
    old = await log(tx, cast.li_member, report)
    same = await correct(tx, cast.li_member, old.visit.id, replace(report, evidence=(PHOTO,)))
    assert same.visit == old.visit
    assert same.evidence == (PHOTO,)


async def test_a_visit_of_an_ended_contact_can_still_be_corrected(tx: Tx, cast: Cast) -> None:
    contact = await a_contact(tx, cast.li_member)
    old = await log(tx, cast.li_member, report_on(contact))
    await contacts.end(tx, cast.li_member, contact.id, TODAY, "已搬走")
    assert (await correct(tx, cast.li_member, old.visit.id, report_on(contact, "别的"))).visit.note == "别的"


async def test_what_is_withdrawn_or_replaced_is_changed_no_more(tx: Tx, cast: Cast) -> None:
    contact = await a_contact(tx, cast.li_member)
    old = await log(tx, cast.li_member, report_on(contact))
    new = await correct(tx, cast.li_member, old.visit.id, report_on(contact, "别的"))
    await visits.withdraw(tx, cast.li_member, new.visit.id, WEEK)
    for visit_id in (old.visit.id, new.visit.id):
        with pytest.raises(VisitIsWithdrawn):
            await visits.withdraw(tx, cast.li_member, visit_id, WEEK)
        with pytest.raises(VisitIsWithdrawn):
            await correct(tx, cast.li_member, visit_id, report_on(contact, "又一次"))
        with pytest.raises(VisitIsWithdrawn):
            await visits.attach(tx, cast.li_member, visit_id, [PHOTO], WEEK)


async def test_a_visit_may_be_changed_for_a_week_and_not_a_second_longer(tx: Tx, cast: Cast) -> None:
    contact = await a_contact(tx, cast.li_member)
    record = await log(tx, cast.li_member, report_on(contact))
    tx.now += WEEK
    await visits.attach(tx, cast.li_member, record.visit.id, [PHOTO], WEEK)
    assert visits.may_change(record, tx.now, WEEK)
    tx.now += timedelta(seconds=1)
    assert not visits.may_change(record, tx.now, WEEK)
    with pytest.raises(TooLateToCorrect):
        await visits.withdraw(tx, cast.li_member, record.visit.id, WEEK)
    with pytest.raises(TooLateToCorrect):
        await correct(tx, cast.li_member, record.visit.id, report_on(contact, "别的"))
    with pytest.raises(TooLateToCorrect):
        await visits.attach(tx, cast.li_member, record.visit.id, [PHOTO], WEEK)


async def test_nobody_sees_or_changes_another_member_s_visit(tx: Tx, cast: Cast) -> None:
    contact = await a_contact(tx, cast.li_member)
    visit_id = (await log(tx, cast.li_member, report_on(contact))).visit.id
    with pytest.raises(NotYourVisit):
        await visits.own(tx, cast.zhao_member, visit_id)
    with pytest.raises(NotYourVisit):
        await visits.withdraw(tx, cast.zhao_member, visit_id, WEEK)
    with pytest.raises(NotYourVisit):
        await correct(tx, cast.zhao_member, visit_id, report_on(contact))
    with pytest.raises(NotYourVisit):
        await visits.attach(tx, cast.zhao_member, visit_id, [PHOTO], WEEK)
    assert await visits.latest(tx, cast.zhao_member, 10) == []


async def test_photos_and_good_deeds_have_their_limits(tx: Tx, cast: Cast) -> None:
    contact = await a_contact(tx, cast.li_member)
    with pytest.raises(TooManyGoodDeeds):
        await log(tx, cast.li_member, report_on(contact, good_deeds=("好事",) * 11))
    record = await log(tx, cast.li_member, report_on(contact, "第二次", evidence=(PHOTO,) * 20))
    with pytest.raises(TooMuchEvidence):
        await visits.attach(tx, cast.li_member, record.visit.id, [PHOTO], WEEK)


async def test_a_photo_without_a_word_belongs_to_the_visit_just_logged(tx: Tx, cast: Cast) -> None:
    contact = await a_contact(tx, cast.li_member)
    record = await log(tx, cast.li_member, report_on(contact))
    assert await visits.just_logged(tx, cast.li_member) == record
    assert await visits.just_logged(tx, cast.zhao_member) is None
    tx.now += timedelta(minutes=16)
    assert await visits.just_logged(tx, cast.li_member) is None


def test_who_is_meant_is_found_by_name_and_guessed_from_a_slip() -> None:
    known = [Contact(n, 1, ContactKind.SECTOR, name, TODAY) for n, name in enumerate(("王秀英", "张三", "王秀英"), 1)]
    assert [contact.id for contact in visits.named("王秀英", known)] == [1, 3]
    assert visits.named("王秀音", known) == []
    assert [contact.id for contact in visits.perhaps_named("王秀音", known)] == [1, 3]


# --- whatever a member does, the log loses nothing and counts each visit once -----------------------------------------

ACTIONS = st.lists(
    st.tuples(st.sampled_from(["log", "correct", "withdraw", "attach"]), st.integers(0, 5), st.integers(0, 3)),
    max_size=14,
)


@settings(max_examples=25, deadline=None)
@given(actions=ACTIONS)
def test_whatever_is_done_the_log_keeps_every_row_and_each_visit_stands_once(
    actions: list[tuple[str, int, int]], migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("log") / "lianxin.db"
    shutil.copy(migrated_sqlite, path)
    asyncio.run(_play(actions, f"sqlite:///{path}"))


async def _play(actions: list[tuple[str, int, int]], url: str) -> None:
    db = await open_db(url, TestClock(NOW), SEAL)
    async with db.write() as tx:
        cast = await settle_in(tx)
        member = cast.li_member
        known = [await a_contact(tx, member, name) for name in ("王秀英", "张三", "李四", "赵五")]
        standing: dict[int, str] = {}
        rows = 0
        for number, (action, which, whom) in enumerate(actions):
            report = report_on(known[whom], f"第{number}次", good_deeds=("好事",) * (number % 3))
            chosen = sorted(standing)[which % len(standing)] if standing else 0
            if action == "log" or not chosen:
                record = await log(tx, member, report)
                standing[record.visit.id], rows = report.note, rows + 1
            elif action == "correct":
                record = await correct(tx, member, chosen, report)
                del standing[chosen]
                standing[record.visit.id], rows = report.note, rows + 1
            elif action == "withdraw":
                await visits.withdraw(tx, member, chosen, WEEK)
                del standing[chosen]
            else:
                await visits.attach(tx, member, chosen, [PHOTO], WEEK)
        shown = await visits.latest(tx, member, 100)
        assert {record.visit.id: record.visit.note for record in shown} == standing
        assert await tx.value("SELECT COUNT(*) AS count FROM visits") == rows
        stray = "SELECT COUNT(*) AS count FROM good_deeds d JOIN visits v ON v.id = d.visit_id WHERE "
        assert await tx.value(stray + "(d.withdrawn_at IS NULL) <> (v.withdrawn_at IS NULL)") == 0
        assert await tx.value(stray + "d.contact_id <> v.contact_id OR d.happened_on <> v.happened_on") == 0
    await db.close()
