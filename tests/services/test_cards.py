"""Service cards and what contacts say of visits, on both engines."""

from datetime import date, timedelta
from typing import Any

import pytest

from domain.cards import CardCanNotBecome, CardHasEnded, CardIsIssued, CardIsLost, CardIsYourOwn, CardState, NoCardInUse
from domain.confirmations import NothingIsDisputed, NotYourVisitToJudge, Verdict, VisitIsJudged
from domain.contacts import Contact, ContactKind
from domain.settings import Cards as CardRules
from domain.settings import Committee
from domain.visits import NotYourVisit, VisitIsWithdrawn, VisitKind
from services import cards, confirmations, contacts, schemes, visits
from services.cards import AlreadyAnotherContact, CardUnknown, NoCard, NoCardsToIssue
from services.contacts import NotYourContact, Particulars
from services.visits import Record, Report
from storage import confirmations as stored
from storage import roster
from storage.db import Db, Row, Tx
from tests.cast import Cast
from tests.conftest import TestClock

JINGJIANG = schemes.load("jingjiang-2014")
TODAY = date(2026, 3, 16)
WEEK = timedelta(days=7)


async def know(tx: Tx, cast: Cast, name: str = "王秀英") -> Contact:
    return await contacts.register(tx, cast.li_member, Particulars(name, ContactKind.SECTOR), JINGJIANG, TODAY)


async def handed_over(tx: Tx, cast: Cast) -> Contact:
    """王秀英 has scanned her card."""
    contact = await know(tx, cast)
    issued = await cards.issue(tx, cast.li_member, contact.id)
    assert await cards.confirm(tx, issued.code, cast.wang)
    return contact


async def visit(tx: Tx, cast: Cast, contact: Contact, note: str = "了解就医") -> Record:
    report = Report(contact.id, VisitKind.HOME, TODAY, note, ("送去轮椅",))
    return await visits.log(tx, cast.li_member, report, JINGJIANG, TODAY)


async def told(tx: Tx, person: Any) -> list[Row]:
    sql = "SELECT content_json FROM outbox WHERE person_id = :id ORDER BY id"
    return [row["content_json"] for row in await tx.all(sql, id=person.id)]


async def keys(tx: Tx, person: Any) -> list[str]:
    return [content["text"]["$text"] for content in await told(tx, person)]


async def state(tx: Tx, cast: Cast, contact: Contact) -> CardState:
    _, card = await cards.of_contact(tx, cast.li_member, contact.id)
    assert card is not None
    return card.state


# --- cards ------------------------------------------------------------------------------------------------------------


async def test_a_card_is_issued_once_and_its_code_is_stored_nowhere(tx: Tx, cast: Cast) -> None:
    contact = await know(tx, cast)
    issued = await cards.issue(tx, cast.li_member, contact.id)
    assert len(issued.code) == 22
    assert issued.link("bridge_bot") == f"https://t.me/bridge_bot?start=card_{issued.code}"
    (row,) = await tx.all("SELECT code_hash FROM cards")
    assert issued.code not in row["code_hash"]
    with pytest.raises(CardIsIssued):
        await cards.issue(tx, cast.li_member, contact.id)
    with pytest.raises(NotYourContact):
        await cards.issue(tx, cast.zhao_member, contact.id)


async def test_cards_are_issued_for_all_who_have_none(tx: Tx, cast: Cast) -> None:
    first, second = await know(tx, cast), await know(tx, cast, "张三")
    await cards.issue(tx, cast.li_member, first.id)
    assert [one.contact.id for one in await cards.issue_all(tx, cast.li_member)] == [second.id]
    with pytest.raises(NoCardsToIssue):
        await cards.issue_all(tx, cast.li_member)


async def test_a_scan_confirmed_makes_the_contact_known_and_the_card_delivered(tx: Tx, cast: Cast) -> None:
    contact = await handed_over(tx, cast)
    assert (await contacts.own(tx, cast.li_member, contact.id)).person_id == cast.wang.id
    assert await state(tx, cast, contact) is CardState.DELIVERED
    assert await keys(tx, cast.li) == ["card-was-confirmed"]
    assert [(c.id, m.id) for c, m in await cards.held_by(tx, cast.wang)] == [(contact.id, cast.li_member.id)]


async def test_a_scan_alone_changes_nothing(tx: Tx, cast: Cast) -> None:
    contact = await know(tx, cast)
    issued = await cards.issue(tx, cast.li_member, contact.id)
    assert (await cards.scan(tx, issued.code, cast.wang)).contact.id == contact.id
    assert await state(tx, cast, contact) is CardState.ISSUED
    with pytest.raises(NoCard):
        await cards.held_by(tx, cast.wang)


async def test_confirming_twice_is_harmless(tx: Tx, cast: Cast) -> None:
    contact = await know(tx, cast)
    issued = await cards.issue(tx, cast.li_member, contact.id)
    await cards.confirm(tx, issued.code, cast.wang)
    assert await cards.confirm(tx, issued.code, cast.wang)
    assert await keys(tx, cast.li) == ["card-was-confirmed"]


async def test_a_second_person_with_the_same_card_is_refused_and_the_member_told(tx: Tx, cast: Cast) -> None:
    contact = await know(tx, cast)
    issued = await cards.issue(tx, cast.li_member, contact.id)
    await cards.confirm(tx, issued.code, cast.wang)
    assert await cards.confirm(tx, issued.code, cast.liu) is None
    assert (await contacts.own(tx, cast.li_member, contact.id)).person_id == cast.wang.id
    assert await keys(tx, cast.li) == ["card-was-confirmed", "card-scanned-by-another"]


async def test_one_person_is_one_contact_of_a_member(tx: Tx, cast: Cast) -> None:
    await handed_over(tx, cast)
    other = await cards.issue(tx, cast.li_member, (await know(tx, cast, "张三")).id)
    with pytest.raises(AlreadyAnotherContact):
        await cards.confirm(tx, other.code, cast.wang)


async def test_a_member_can_not_be_their_own_contact(tx: Tx, cast: Cast) -> None:
    issued = await cards.issue(tx, cast.li_member, (await know(tx, cast)).id)
    with pytest.raises(CardIsYourOwn):
        await cards.confirm(tx, issued.code, cast.li)


async def test_a_lost_card_is_replaced_and_its_code_dies(tx: Tx, cast: Cast) -> None:
    contact = await know(tx, cast)
    old = await cards.issue(tx, cast.li_member, contact.id)
    await cards.confirm(tx, old.code, cast.liu)
    _, card = await cards.of_contact(tx, cast.li_member, contact.id)
    assert card is not None
    new = await cards.replace(tx, cast.li_member, contact.id, card.id)
    with pytest.raises(CardIsIssued):
        await cards.replace(tx, cast.li_member, contact.id, card.id)
    with pytest.raises(CardIsLost):
        await cards.scan(tx, old.code, cast.wang)
    with pytest.raises(NoCard):
        await cards.held_by(tx, cast.liu)
    assert "card-was-replaced" in await keys(tx, cast.liu)
    assert await cards.confirm(tx, new.code, cast.wang)


async def test_a_card_that_is_not_in_use_can_not_be_marked_or_replaced(tx: Tx, cast: Cast) -> None:
    contact = await know(tx, cast)
    with pytest.raises(NoCardInUse):
        await cards.mark_delivered(tx, cast.li_member, contact.id)
    with pytest.raises(NoCardInUse):
        await cards.replace(tx, cast.li_member, contact.id, 1)
    await cards.issue(tx, cast.li_member, contact.id)
    await cards.mark_delivered(tx, cast.li_member, contact.id)
    with pytest.raises(CardCanNotBecome):
        await cards.mark_delivered(tx, cast.li_member, contact.id)


async def test_codes_that_mean_nothing_and_ended_contacts_are_refused(tx: Tx, cast: Cast) -> None:
    contact = await know(tx, cast)
    issued = await cards.issue(tx, cast.li_member, contact.id)
    with pytest.raises(CardUnknown):
        await cards.scan(tx, issued.code[:-1], cast.wang)
    await contacts.end(tx, cast.li_member, contact.id, TODAY, "已搬走")
    with pytest.raises(CardHasEnded):
        await cards.scan(tx, issued.code, cast.wang)


# --- visits -----------------------------------------------------------------------------------------------------------


async def test_a_visit_is_put_to_who_scanned_the_card_and_to_nobody_else(tx: Tx, cast: Cast) -> None:
    contact = await handed_over(tx, cast)
    await visit(tx, cast, contact)
    await visit(tx, cast, await know(tx, cast, "张三"), "问收成")
    (asked,) = await told(tx, cast.wang)
    assert asked["text"]["$text"] == "confirm-visit"
    assert "问收成" not in str(asked)
    assert "送去轮椅" in str(asked)


async def test_a_visit_is_confirmed_once_and_by_its_contact_alone(tx: Tx, cast: Cast) -> None:
    record = await visit(tx, cast, await handed_over(tx, cast))
    for person in (cast.liu, cast.li, cast.zhou):
        with pytest.raises(NotYourVisitToJudge):
            await confirmations.confirm(tx, record.visit.id, person)
    await confirmations.confirm(tx, record.visit.id, cast.wang)
    said = await stored.get(tx, record.visit.id)
    assert said is not None
    assert said.verdict is Verdict.TRUE
    for again in (Verdict.TRUE, Verdict.DISPUTED):
        with pytest.raises(VisitIsJudged):
            await confirmations.to_judge(tx, record.visit.id, cast.wang, again)


async def test_a_dispute_goes_to_the_member_who_answers_and_the_contact_settles_it(tx: Tx, cast: Cast) -> None:
    record = await visit(tx, cast, await handed_over(tx, cast))
    await confirmations.dispute(tx, record.visit.id, cast.wang, "轮椅还没有送到")
    notice = (await told(tx, cast.li))[-1]
    assert notice["text"]["args"]["words"] == "轮椅还没有送到"
    assert await keys(tx, cast.zhou) == []
    with pytest.raises(NotYourVisit):
        await confirmations.answer(tx, cast.zhao_member, record.visit.id, "不是我")
    await confirmations.answer(tx, cast.li_member, record.visit.id, "明天送到")
    assert (await keys(tx, cast.wang))[-1] == "dispute-was-answered"
    await confirmations.confirm(tx, record.visit.id, cast.wang)
    assert (await keys(tx, cast.li))[-1] == "dispute-is-settled"
    with pytest.raises(NothingIsDisputed):
        await confirmations.answer(tx, cast.li_member, record.visit.id, "又")


async def test_a_corrected_visit_is_asked_about_anew_and_the_old_one_is_closed(tx: Tx, cast: Cast) -> None:
    contact = await handed_over(tx, cast)
    record = await visit(tx, cast, contact)
    await confirmations.dispute(tx, record.visit.id, cast.wang, "轮椅还没有送到")
    changed = Report(contact.id, VisitKind.HOME, TODAY, "了解就医，答应送轮椅")
    corrected = await visits.correct(tx, cast.li_member, record.visit.id, changed, JINGJIANG, TODAY, WEEK)
    assert (await keys(tx, cast.wang))[-1] == "confirm-visit-corrected"
    with pytest.raises(VisitIsWithdrawn):
        await confirmations.confirm(tx, record.visit.id, cast.wang)
    await confirmations.confirm(tx, corrected.visit.id, cast.wang)


async def test_a_correction_to_another_contact_tells_the_first_that_it_was_withdrawn(tx: Tx, cast: Cast) -> None:
    record = await visit(tx, cast, await handed_over(tx, cast))
    other = Report((await know(tx, cast, "张三")).id, VisitKind.HOME, TODAY, "了解就医")
    await visits.correct(tx, cast.li_member, record.visit.id, other, JINGJIANG, TODAY, WEEK)
    assert (await keys(tx, cast.wang))[-1] == "confirm-withdrawn"


async def test_a_withdrawn_visit_need_not_be_answered(tx: Tx, cast: Cast) -> None:
    record = await visit(tx, cast, await handed_over(tx, cast))
    await visits.withdraw(tx, cast.li_member, record.visit.id, WEEK)
    assert (await keys(tx, cast.wang))[-1] == "confirm-withdrawn"
    with pytest.raises(VisitIsWithdrawn):
        await confirmations.dispute(tx, record.visit.id, cast.wang, "没有来过")


async def test_after_three_days_the_office_sees_an_open_dispute_once(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        record = await visit(tx, cast, await handed_over(tx, cast))
        await confirmations.dispute(tx, record.visit.id, cast.wang, "没有来过")
    clock.move(days=3, seconds=-1)
    assert await confirmations.show_overdue(db, 3) == {}
    clock.move(seconds=1)
    assert await confirmations.show_overdue(db, 3) == {"disputes": 1}
    assert await confirmations.show_overdue(db, 3) == {}
    async with db.read() as tx:
        (notice,) = await told(tx, cast.zhou)
    assert "没有来过" in str(notice)


async def test_a_settled_or_corrected_dispute_never_comes_to_the_office(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        contact = await handed_over(tx, cast)
        settled, corrected = await visit(tx, cast, contact), await visit(tx, cast, contact, "问收成")
        for record in (settled, corrected):
            await confirmations.dispute(tx, record.visit.id, cast.wang, "不对")
        await confirmations.confirm(tx, settled.visit.id, cast.wang)
        await visits.withdraw(tx, cast.li_member, corrected.visit.id, WEEK)
    clock.move(days=9)
    assert await confirmations.show_overdue(db, 3) == {}


async def test_the_card_shows_its_own_visits_and_what_was_said(tx: Tx, cast: Cast) -> None:
    contact = await handed_over(tx, cast)
    record = await visit(tx, cast, contact)
    await visit(tx, cast, await know(tx, cast, "张三"), "问收成")
    ((seen, said),) = await confirmations.of_card(tx, contact, 10)
    assert (seen.id, said) == (record.visit.id, None)
    await confirmations.confirm(tx, record.visit.id, cast.wang)
    ((_, said),) = await confirmations.of_card(tx, contact, 10)
    assert said is not None
    assert said.verdict is Verdict.TRUE


@pytest.mark.parametrize(
    ("wanted", "known", "shown"),
    [(True, "13811112222", "138 1111 2222"), (False, "13811112222", ""), (True, "", "")],
)
async def test_the_member_s_number_stands_on_the_card_where_it_is_known_and_wanted(
    tx: Tx, cast: Cast, wanted: bool, known: str, shown: str
) -> None:
    if known:
        await roster.set_phone(tx, cast.li.id, known)
    committee = Committee(name="政协靖江市委员会", code="JJ")
    by = await cards.printer(tx, cast.li_member, committee, "lianxin_bot", CardRules(member_phone=wanted))
    contact = await know(tx, cast)
    issued = await cards.issue(tx, cast.li_member, contact.id)
    assert cards.picture(cast.li_member, issued, by).data["phone"] == shown
    assert [one["phone"] for one in cards.paper(cast.li_member, [issued], by).data["cards"]] == [shown]
