"""Service cards on paper: keyed in by the office or the unit's staff, on both engines."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.cards import CardState
from domain.confirmations import How, Verdict, VisitIsJudged
from domain.contacts import Contact, ContactKind
from domain.days import DayIsBeforeTheYear, DayIsInTheFuture
from domain.people import NotForYourRole, Person, Role
from domain.visit_lines import NoteIsMissing
from domain.visits import VisitKind
from services import cards, confirmations, contacts, paper_cards, quota, schemes, visits
from services.contacts import Particulars
from services.paper_cards import DayIsMissing, PaperVisit
from services.visits import Record, Report, VisitIsLoggedAlready
from storage import confirmations as stored
from storage import people, units
from storage.db import Db, Tx
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.reminding import ZONE, said_to

JINGJIANG = schemes.load("jingjiang-2014")
TODAY = date(2026, 3, 16)
NOT_THERE = "交回的服务卡上没有这次走访"


async def know(tx: Tx, cast: Cast, name: str = "张三") -> Contact:
    return await contacts.register(tx, cast.li_member, Particulars(name, ContactKind.SECTOR), JINGJIANG, TODAY)


async def visit(tx: Tx, cast: Cast, contact: Contact, note: str) -> Record:
    return await visits.log(tx, cast.li_member, Report(contact.id, VisitKind.HOME, TODAY, note), JINGJIANG, TODAY)


async def key_in(tx: Tx, by: Person, contact: Contact, marks: dict[int, bool], *extra: PaperVisit) -> None:
    seen = await paper_cards.sheet(tx, by, contact.id, JINGJIANG, 2026)
    await paper_cards.key_in(tx, by, seen, marks, extra, NOT_THERE)


async def how(tx: Tx, record: Record) -> tuple[How, Verdict] | None:
    said = await stored.get(tx, record.visit.id)
    return (said.how, said.verdict) if said else None


async def staff_of(tx: Tx, unit: str) -> Person:
    person_id = await people.add(tx, "孙平", "zh", telegram_id=1077)
    await people.grant(tx, person_id, Role.STAFF)
    await units.join(tx, person_id, (await units.add(tx, unit, "work_committee")).id)
    return await people.get(tx, person_id)


async def test_what_stands_on_the_card_is_confirmed_what_does_not_is_disputed_the_rest_stays_open(
    tx: Tx, cast: Cast
) -> None:
    contact = await know(tx, cast)
    await cards.issue(tx, cast.li_member, contact.id)
    on, off, unseen = [await visit(tx, cast, contact, note) for note in ("问收成", "问医保", "问修路")]
    await key_in(tx, cast.zhou, contact, {on.visit.id: True, off.visit.id: False})
    assert await how(tx, on) == (How.BY_STAFF_FROM_PAPER, Verdict.TRUE)
    assert await how(tx, off) == (How.BY_STAFF_FROM_PAPER, Verdict.DISPUTED)
    assert await how(tx, unseen) is None
    _, card = await cards.of_contact(tx, cast.li_member, contact.id)
    assert card is not None
    assert card.state is CardState.RETURNED


async def test_the_member_hears_of_it_first_and_the_office_when_nobody_settles_it(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    async with db.write() as tx:
        contact = await know(tx, cast)
        record = await visit(tx, cast, contact, "问收成")
        await key_in(tx, cast.zhou, contact, {record.visit.id: False})
    dispute, keyed = await said_to(db, cast.li.id)
    assert NOT_THERE in dispute
    assert "卡上没有：1 次" in keyed
    assert await said_to(db, cast.zhou.id) == []
    clock.move(days=3)
    assert await confirmations.show_overdue(db, 3) == {"disputes": 1}
    assert NOT_THERE in (await said_to(db, cast.zhou.id))[0]


async def test_a_visit_on_the_card_alone_is_entered_confirmed_and_counted(tx: Tx, cast: Cast) -> None:
    contact = await know(tx, cast)
    extra = PaperVisit(date(2026, 2, 3), VisitKind.HOME, "送去种子")
    await key_in(tx, cast.zhou, contact, {}, extra)
    (entered,) = await visits.latest(tx, cast.li_member, 9)
    assert (entered.visit.note, entered.visit.keyed_by_id) == ("送去种子", cast.zhou.id)
    assert await how(tx, entered) == (How.BY_STAFF_FROM_PAPER, Verdict.TRUE)
    standing = await quota.progress_of(tx, cast.li_member, JINGJIANG, TODAY)
    assert [tally.done for tally in standing.contacts[0].tallies if tally.quota.visit_kinds] == [1]
    with pytest.raises(VisitIsLoggedAlready):
        await key_in(tx, cast.zhou, contact, {}, extra)


async def test_what_the_contact_or_another_hand_said_before_is_not_said_again(tx: Tx, cast: Cast) -> None:
    contact = await know(tx, cast, "王秀英")
    await cards.confirm(tx, (await cards.issue(tx, cast.li_member, contact.id)).code, cast.wang)
    record = await visit(tx, cast, contact, "问收成")
    seen = await paper_cards.sheet(tx, cast.zhou, contact.id, JINGJIANG, 2026)
    await confirmations.confirm(tx, record.visit.id, cast.wang)
    with pytest.raises(VisitIsJudged):
        await paper_cards.key_in(tx, cast.zhou, seen, {record.visit.id: True}, (), NOT_THERE)
    with pytest.raises(VisitIsJudged):
        await key_in(tx, cast.zhou, contact, {record.visit.id: True})
    assert await how(tx, record) == (How.BY_CONTACT, Verdict.TRUE)


async def test_what_the_contact_disputed_is_settled_by_the_card(tx: Tx, cast: Cast) -> None:
    contact = await know(tx, cast, "王秀英")
    await cards.confirm(tx, (await cards.issue(tx, cast.li_member, contact.id)).code, cast.wang)
    record = await visit(tx, cast, contact, "问收成")
    await confirmations.dispute(tx, record.visit.id, cast.wang, "没有来过")
    with pytest.raises(VisitIsJudged):
        await key_in(tx, cast.zhou, contact, {record.visit.id: False})
    await key_in(tx, cast.zhou, contact, {record.visit.id: True})
    assert await how(tx, record) == (How.BY_STAFF_FROM_PAPER, Verdict.TRUE)


async def test_the_unit_s_staff_key_in_their_members_cards_and_no_others(tx: Tx, cast: Cast) -> None:
    contact = await know(tx, cast)
    own, other = await staff_of(tx, "城北镇工委"), cast.liu
    assert (await paper_cards.sheet(tx, own, contact.id, JINGJIANG, 2026)).contact.id == contact.id
    with pytest.raises(NotForYourRole):
        await paper_cards.contacts_of(tx, own, cast.zhao_member, 2026, ZONE)
    for person in (other, cast.li, cast.wang):
        with pytest.raises(NotForYourRole):
            await paper_cards.sheet(tx, person, contact.id, JINGJIANG, 2026)


async def test_whose_cards_are_not_back_is_listed_by_member(tx: Tx, cast: Cast, clock: TestClock) -> None:
    first, _second = await know(tx, cast), await know(tx, cast, "李四")
    ended = await know(tx, cast, "王五")
    await contacts.end(tx, cast.li_member, ended.id, TODAY, "已搬走")
    await cards.issue(tx, cast.li_member, first.id)
    await key_in(tx, cast.zhou, first, {})
    found = await paper_cards.returns(tx, cast.zhou, 2026, ZONE)
    assert (found.contacts, found.issued, found.returned) == (2, 1, 1)
    assert [(member.name, [one.name for one in still]) for member, still in found.missing] == [("李建国", ["李四"])]
    assert (await paper_cards.returns(tx, await staff_of(tx, "城南街道工委"), 2026, ZONE)).contacts == 0
    assert (await paper_cards.returns(tx, cast.zhou, 2027, ZONE)).returned == 0


async def test_a_card_that_came_back_on_new_year_s_morning_is_the_new_year_s(
    tx: Tx, cast: Cast, clock: TestClock
) -> None:
    contact = await know(tx, cast)
    await cards.issue(tx, cast.li_member, contact.id)
    await key_in(tx, cast.zhou, contact, {})
    # 00:30 on 1 January in Shanghai, still the old year in UTC.
    returned = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)
    await tx.run("UPDATE cards SET returned_at = :at WHERE contact_id = :id", at=returned, id=contact.id)
    assert (await paper_cards.returns(tx, cast.zhou, 2026, ZONE)).returned == 0
    assert (await paper_cards.returns(tx, cast.zhou, 2027, ZONE)).returned == 1


async def test_a_line_of_the_card_needs_its_day_and_its_matter(tx: Tx, cast: Cast) -> None:
    contact = await know(tx, cast)
    read = paper_cards.read_visit("3月5日 上门 送去种子", contact, TODAY, JINGJIANG)
    assert read == PaperVisit(date(2026, 3, 5), VisitKind.HOME, "送去种子")
    for typed, refusal in (
        ("上门 送去种子", DayIsMissing),
        ("3月5日", NoteIsMissing),
        ("明天 上门 送去种子", DayIsInTheFuture),
        ("2025年12月30日 上门 送去种子", DayIsBeforeTheYear),
    ):
        with pytest.raises(refusal):
            paper_cards.read_visit(typed, contact, TODAY + timedelta(days=0), JINGJIANG)


async def test_the_card_of_a_contact_who_ended_this_year_is_still_awaited_and_keyed_in(tx: Tx, cast: Cast) -> None:
    contact = await know(tx, cast, "王秀英")
    await cards.issue(tx, cast.li_member, contact.id)
    record = await visit(tx, cast, contact, "问收成")
    await contacts.end(tx, cast.li_member, contact.id, TODAY, "已搬走")
    found = await paper_cards.returns(tx, cast.zhou, 2026, ZONE)
    assert (found.contacts, found.returned) == (1, 0)
    assert [one.id for one, _ in await paper_cards.contacts_of(tx, cast.zhou, cast.li_member, 2026, ZONE)] == [
        contact.id
    ]
    assert await paper_cards.contacts_of(tx, cast.zhou, cast.li_member, 2027, ZONE) == []
    await key_in(tx, cast.zhou, contact, {record.visit.id: True})
    assert (await paper_cards.returns(tx, cast.zhou, 2026, ZONE)).returned == 1
