"""Promised good deeds: kept, put off, given up, disputed, reminded of, counted; on both engines."""

from datetime import date, timedelta

import pytest

from domain.contacts import Contact, ContactKind
from domain.days import DayIsInTheFuture
from domain.good_deeds import (
    DeedIsJudged,
    DeedIsPast,
    DeedState,
    NotYourDeed,
    NotYourDeedToJudge,
    Promise,
    PromiseIsPast,
)
from domain.visits import VisitKind
from services import cards, confirmations, contacts, gathering, good_deeds, quota, schemes, visits
from services.contacts import Particulars
from services.visits import Record, Report
from storage import good_deeds as stored
from storage.db import Db, Tx
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.reminding import at, said_to, with_settings

JINGJIANG = schemes.load("jingjiang-2014")
TODAY = date(2026, 3, 16)
DUE = date(2026, 3, 20)
WEEK = timedelta(days=7)


async def promised(tx: Tx, cast: Cast, *promises: Promise, done: tuple[str, ...] = ()) -> Record:
    """李建国 visited 王秀英, who has scanned her card, and promised her something."""
    known = await contacts.of_member(tx, cast.li_member)
    contact = known[0] if known else await _handed_over(tx, cast)
    report = Report(contact.id, VisitKind.HOME, TODAY, f"了解就医{len(known)}", done, promises=promises)
    return await visits.log(tx, cast.li_member, report, JINGJIANG, TODAY)


async def _handed_over(tx: Tx, cast: Cast) -> Contact:
    contact = await contacts.register(tx, cast.li_member, Particulars("王秀英", ContactKind.SECTOR), JINGJIANG, TODAY)
    await cards.confirm(tx, (await cards.issue(tx, cast.li_member, contact.id)).code, cast.wang)
    return contact


async def counted(tx: Tx, cast: Cast) -> int:
    standing = await quota.progress_of(tx, cast.li_member, JINGJIANG, TODAY)
    return sum(tally.done for tally in standing.contacts[0].tallies if tally.quota.what == "good_deeds")


async def last_text(tx: Tx, person_id: int) -> str:
    rows = await tx.all("SELECT content_json FROM outbox WHERE person_id = :id ORDER BY id", id=person_id)
    return str(rows[-1]["content_json"]["text"]["$text"])


async def test_a_promise_counts_once_it_is_kept(tx: Tx, cast: Cast) -> None:
    record = await promised(tx, cast, Promise("送轮椅", DUE))
    (deed,) = record.deeds
    assert await counted(tx, cast) == 0
    with pytest.raises(DayIsInTheFuture):
        await good_deeds.done(tx, cast.li_member, deed.id, DUE, TODAY, JINGJIANG)
    with pytest.raises(NotYourDeed):
        await good_deeds.done(tx, cast.zhao_member, deed.id, TODAY, TODAY, JINGJIANG)
    await good_deeds.done(tx, cast.li_member, deed.id, TODAY, TODAY, JINGJIANG)
    assert await counted(tx, cast) == 1
    assert await last_text(tx, cast.wang.id) == "deed-confirm"
    with pytest.raises(DeedIsPast):
        await good_deeds.done(tx, cast.li_member, deed.id, TODAY, TODAY, JINGJIANG)


async def test_its_contact_confirms_a_deed_once(tx: Tx, cast: Cast) -> None:
    (deed,) = (await promised(tx, cast, Promise("送轮椅", DUE))).deeds
    with pytest.raises(DeedIsPast):
        await good_deeds.confirm(tx, deed.id, cast.wang)
    await good_deeds.done(tx, cast.li_member, deed.id, TODAY, TODAY, JINGJIANG)
    with pytest.raises(NotYourDeedToJudge):
        await good_deeds.confirm(tx, deed.id, cast.li)
    await good_deeds.confirm(tx, deed.id, cast.wang)
    found = await stored.get(tx, deed.id)
    assert found is not None
    assert found.state is DeedState.CONFIRMED
    assert await last_text(tx, cast.li.id) == "deed-was-confirmed"
    with pytest.raises(DeedIsJudged):
        await good_deeds.dispute(tx, deed.id, cast.wang, "没有")


async def test_a_disputed_deed_is_owed_again_and_shown_to_the_office_once(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        (deed,) = (await promised(tx, cast, Promise("送轮椅", DUE))).deeds
        await good_deeds.done(tx, cast.li_member, deed.id, TODAY, TODAY, JINGJIANG)
        await good_deeds.dispute(tx, deed.id, cast.wang, "还没有送到")
        assert await counted(tx, cast) == 0
        assert await last_text(tx, cast.li.id) == "deed-was-disputed"
        with pytest.raises(DeedIsJudged):
            await good_deeds.confirm(tx, deed.id, cast.wang)
    clock.move(days=3, seconds=-1)
    assert await good_deeds.show_overdue(db, 3) == {}
    clock.move(seconds=1)
    assert await good_deeds.show_overdue(db, 3) == {"deeds": 1}
    assert await good_deeds.show_overdue(db, 3) == {}
    assert "还没有送到" in (await said_to(db, cast.zhou.id))[0]


async def test_what_is_done_again_after_a_dispute_is_asked_about_anew(tx: Tx, cast: Cast) -> None:
    (deed,) = (await promised(tx, cast, Promise("送轮椅", DUE))).deeds
    await good_deeds.done(tx, cast.li_member, deed.id, TODAY, TODAY, JINGJIANG)
    await good_deeds.dispute(tx, deed.id, cast.wang, "还没有送到")
    await good_deeds.done(tx, cast.li_member, deed.id, TODAY, TODAY, JINGJIANG)
    await good_deeds.confirm(tx, deed.id, cast.wang)
    assert await counted(tx, cast) == 1


async def test_a_promise_is_put_off_or_given_up_and_the_contact_hears_it(tx: Tx, cast: Cast) -> None:
    first, second = (await promised(tx, cast, Promise("送轮椅", DUE), Promise("修路", DUE))).deeds
    with pytest.raises(PromiseIsPast):
        await good_deeds.put_off(tx, cast.li_member, first.id, date(2026, 3, 15), TODAY)
    await good_deeds.put_off(tx, cast.li_member, first.id, date(2026, 5, 1), TODAY)
    assert await last_text(tx, cast.wang.id) == "deed-was-put-off"
    await good_deeds.give_up(tx, cast.li_member, second.id, "由交通局修")
    assert await last_text(tx, cast.wang.id) == "deed-was-given-up"
    still, done = await good_deeds.of_member(tx, cast.li_member, date(2026, 1, 1), date(2026, 12, 31))
    assert ([deed.due_on for deed in still], done) == ([date(2026, 5, 1)], [])
    with pytest.raises(DeedIsPast):
        await good_deeds.give_up(tx, cast.li_member, second.id, "再次")


async def test_a_confirmed_visit_confirms_what_was_done_and_not_what_was_promised(tx: Tx, cast: Cast) -> None:
    record = await promised(tx, cast, Promise("送轮椅", DUE), done=("联系医院",))
    await confirmations.confirm(tx, record.visit.id, cast.wang)
    states = {deed.what: deed.state for deed in await visits.deeds_of(tx, record.visit)}
    assert states == {"联系医院": DeedState.CONFIRMED, "送轮椅": DeedState.PROMISED}


async def test_a_corrected_visit_keeps_what_became_of_its_promises(tx: Tx, cast: Cast) -> None:
    record = await promised(tx, cast, Promise("送轮椅", DUE), Promise("修路", DUE))
    await good_deeds.done(tx, cast.li_member, record.deeds[0].id, TODAY, TODAY, JINGJIANG)
    changed = Report(record.contact.id, VisitKind.HOME, TODAY, "了解就医和修路", promises=record.promises[:1])
    new = await visits.correct(tx, cast.li_member, record.visit.id, changed, JINGJIANG, TODAY, WEEK)
    ((what, state),) = [(deed.what, deed.state) for deed in await visits.deeds_of(tx, new.visit)]
    assert (what, state) == ("送轮椅", DeedState.DONE)
    assert await counted(tx, cast) == 1
    assert len(await visits.deeds_of(tx, record.visit)) == 2


async def test_promises_are_reminded_of_before_and_after_their_day_and_once_a_week(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    async with db.write() as tx:
        await promised(tx, cast, Promise("送轮椅", DUE), Promise("修路", date(2026, 3, 21)))
    told: dict[str, int] = {}
    for number in range(16, 31):
        for hour in (8, 9, 12, 22):
            day = f"2026-03-{number}"
            clock.now = at(day, hour)
            if await gathering.remind(db, with_settings(monthly=False)):
                told[f"{day} {hour}"] = len((await said_to(db, cast.li.id))[-1].splitlines())
    # 18 and 19: each two days before; 21 and 22: the day after; 28 and 29: a week later.
    assert list(told) == [f"2026-03-{day} 9" for day in (18, 19, 21, 22, 28, 29)]


async def test_what_is_kept_in_time_is_not_reminded_of_and_reminding_can_be_switched_off(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    async with db.write() as tx:
        first, _second = (await promised(tx, cast, Promise("送轮椅", DUE), Promise("修路", DUE))).deeds
        await good_deeds.done(tx, cast.li_member, first.id, TODAY, TODAY, JINGJIANG)
    clock.now = at("2026-03-18")
    assert await gathering.remind(db, with_settings(monthly=False, promises=False)) == {}
    assert await gathering.remind(db, with_settings(monthly=False)) == {"promises": 1}
    (said,) = [words for words in await said_to(db, cast.li.id) if "您答应联系对象的事" in words]
    assert "修路" in said
    assert "送轮椅" not in said
