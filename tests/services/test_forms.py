"""The registration form from member to office and back, on both engines."""

from collections.abc import Sequence
from datetime import date

import pytest

from domain.contacts import ContactKind
from domain.forms import FormIsDecided, FormIsEmpty, FormIsHandedInAlready, FormState, Gap, HandedInTo
from domain.forms import Row as FormRow
from domain.people import Member, NotForYourRole, Role, Standing
from domain.settings import Committee
from services import contacts, form_lists, forms, schemes
from services.contacts import Particulars
from services.forms import Desk, FormUnknown, NobodyToPrint, NoFormInScheme
from services.organisers import OrganiserHasNoUnit
from storage import people, units
from storage.db import Row, Tx
from tests.cast import Cast

JINGJIANG = schemes.load("jingjiang-2014")
DESK = Desk(JINGJIANG, Committee(name="政协靖江市委员会", code="JJ"))
TODAY = date(2026, 3, 16)
NAMES = ("王秀英", "张三", "李四", "赵五", "孙桂兰")


async def know(tx: Tx, member: Member, names: Sequence[str] = NAMES) -> None:
    for place, name in enumerate(names):
        wanted = Particulars(name, ContactKind.SECTOR, f"+861380000000{place}", "城北村")
        await contacts.register(tx, member, wanted, JINGJIANG, TODAY)


async def said_to(tx: Tx, telegram_id: int | None) -> list[Row]:
    sql = "SELECT content_json FROM outbox WHERE chat_id = :id ORDER BY id"
    return [row["content_json"] for row in await tx.all(sql, id=telegram_id)]


async def test_what_is_missing_is_shown_with_the_date(tx: Tx, cast: Cast) -> None:
    await know(tx, cast.li_member, NAMES[:3])
    seen = await forms.view(tx, cast.li_member, DESK, 2026)
    assert seen.due_on == date(2026, 4, 15)
    assert seen.gaps == [Gap.PHONE, Gap.CONTACTS]
    assert (seen.least_contacts, len(seen.content.rows)) == (5, 3)
    assert seen.content.rows[0].phone == "138 0000 0000"


async def test_the_office_gets_the_file_and_two_buttons(tx: Tx, cast: Cast) -> None:
    await know(tx, cast.li_member)
    form = await forms.hand_in(tx, cast.li_member, DESK, TODAY)
    (notice,) = await said_to(tx, cast.zhou.telegram_id)
    assert notice["text"]["$text"] == "form-came-in"
    assert [button["does"] for button in notice["buttons"][0]] == [f"form-accept:{form.id}", f"form-return:{form.id}"]
    paper = notice["paper"]
    assert paper["file_name"] == "登记表-李建国.docx"
    assert paper["data"]["title"] == "靖江市政协委员联系界别群众登记表"
    (sheet,) = paper["data"]["forms"]
    assert [row["name"] for row in sheet["rows"]] == [*NAMES, ""]


async def test_a_township_special_members_form_is_marked_with_the_work_committee(tx: Tx, cast: Cast) -> None:
    await people.update_member(tx, cast.li_member.id, "农业界", "城北镇工委", Standing.TOWNSHIP)
    member = await people.member(tx, cast.li_member.id)
    await know(tx, member)
    form = await forms.hand_in(tx, member, DESK, TODAY)
    assert form.handed_in_to is HandedInTo.WORK_COMMITTEE
    (notice,) = await said_to(tx, cast.zhou.telegram_id)
    assert notice["text"]["$text"] == "form-came-in-for-unit"
    assert notice["text"]["args"]["unit"] == "城北镇工委"


async def test_where_the_work_committee_has_people_they_get_the_form_and_decide(tx: Tx, cast: Cast) -> None:
    await people.update_member(tx, cast.li_member.id, "农业界", "城北镇工委", Standing.TOWNSHIP)
    north, south = [await units.named(tx, name) for name in ("城北镇工委", "城南街道工委")]
    assert north is not None
    assert south is not None
    for person, unit in ((cast.liu, north), (cast.chen, south)):
        await people.grant(tx, person.id, Role.STAFF)
        await units.join(tx, person.id, unit.id)
    liu, chen = await people.get(tx, cast.liu.id), await people.get(tx, cast.chen.id)
    await know(tx, cast.li_member)
    form = await forms.hand_in(tx, await people.member(tx, cast.li_member.id), DESK, TODAY)
    assert await said_to(tx, cast.zhou.telegram_id) == []
    (notice,) = await said_to(tx, cast.liu.telegram_id)
    assert notice["text"]["$text"] == "form-came-in"
    with pytest.raises(NotForYourRole):
        await forms.accept(tx, form.id, chen)
    await forms.accept(tx, form.id, liu)
    (told,) = await said_to(tx, cast.li.telegram_id)
    assert (told["text"]["args"]["by"], told["text"]["args"]["receiver"]) == ("城北镇工委", "刘科长")
    assert told["text"]["args"]["at"]
    (seen,) = await form_lists.standings(tx, DESK, 2026, {"城北镇工委"})
    assert seen.form
    assert seen.form.decided_by == "刘科长"


async def test_the_people_of_a_unit_decide_on_no_form_that_is_the_office_s(tx: Tx, cast: Cast) -> None:
    await know(tx, cast.li_member)
    form = await forms.hand_in(tx, cast.li_member, DESK, TODAY)
    north = await units.named(tx, "城北镇工委")
    assert north is not None
    await people.grant(tx, cast.liu.id, Role.STAFF)
    await units.join(tx, cast.liu.id, north.id)
    with pytest.raises(NotForYourRole):
        await forms.accept(tx, form.id, await people.get(tx, cast.liu.id))


async def test_after_the_deadline_the_notice_says_so_and_on_it_it_does_not(tx: Tx, cast: Cast) -> None:
    await know(tx, cast.li_member)
    await forms.hand_in(tx, cast.li_member, DESK, date(2026, 4, 15))
    await know(tx, cast.zhao_member)
    await forms.hand_in(tx, cast.zhao_member, DESK, date(2026, 4, 16))
    on_time, late = await said_to(tx, cast.zhou.telegram_id)
    assert "form-is-late" not in str(on_time)
    assert "form-is-late" in str(late)


async def test_an_empty_form_and_the_same_form_twice_are_refused(tx: Tx, cast: Cast) -> None:
    with pytest.raises(FormIsEmpty):
        await forms.hand_in(tx, cast.li_member, DESK, TODAY)
    await know(tx, cast.li_member)
    await forms.hand_in(tx, cast.li_member, DESK, TODAY)
    with pytest.raises(FormIsHandedInAlready):
        await forms.hand_in(tx, cast.li_member, DESK, TODAY)


async def test_a_returned_form_is_corrected_and_handed_in_again(tx: Tx, cast: Cast) -> None:
    await know(tx, cast.li_member)
    first = await forms.hand_in(tx, cast.li_member, DESK, TODAY)
    await forms.send_back(tx, first.id, "请补上住址", cast.zhou)
    (told,) = await said_to(tx, cast.li.telegram_id)
    assert told["text"]["args"]["reason"] == "请补上住址"
    second = await forms.hand_in(tx, cast.li_member, DESK, TODAY)
    assert (await forms.get(tx, first.id)).state is FormState.REPLACED
    accepted = await forms.accept(tx, second.id, cast.zhou)
    assert (await forms.get(tx, accepted.id)).state is FormState.ACCEPTED


async def test_what_was_decided_or_replaced_can_not_be_decided_again(tx: Tx, cast: Cast) -> None:
    await know(tx, cast.li_member, NAMES[:3])
    first = await forms.hand_in(tx, cast.li_member, DESK, TODAY)
    await know(tx, cast.li_member, NAMES[3:])
    second = await forms.hand_in(tx, cast.li_member, DESK, TODAY)
    with pytest.raises(FormIsDecided):
        await forms.accept(tx, first.id, cast.zhou)
    await forms.accept(tx, second.id, cast.zhou)
    with pytest.raises(FormIsDecided):
        await forms.send_back(tx, second.id, "晚了", cast.zhou)


async def test_only_the_office_decides(tx: Tx, cast: Cast) -> None:
    await know(tx, cast.li_member)
    form = await forms.hand_in(tx, cast.li_member, DESK, TODAY)
    for person in (cast.li, cast.zhao, cast.wang, cast.chen, cast.liu):
        with pytest.raises(NotForYourRole):
            await forms.accept(tx, form.id, person)
    with pytest.raises(FormUnknown):
        await forms.accept(tx, form.id + 1, cast.zhou)


async def test_who_has_not_handed_in_is_listed_for_the_year_alone(tx: Tx, cast: Cast) -> None:
    await know(tx, cast.li_member)
    await forms.hand_in(tx, cast.li_member, DESK, TODAY)
    standings = {one.member.name: one.form is not None for one in await form_lists.standings(tx, DESK, 2026)}
    assert standings == {"李建国": True, "赵明": False}
    assert all(one.form is None for one in await form_lists.standings(tx, DESK, 2027))


async def test_a_scheme_without_a_form_says_so(tx: Tx, cast: Cast) -> None:
    desk = Desk(schemes.load("baokang-151"), DESK.committee)
    with pytest.raises(NoFormInScheme):
        await forms.view(tx, cast.li_member, desk, 2026)
    with pytest.raises(NoFormInScheme):
        await form_lists.standings(tx, desk, 2026)


async def test_forms_are_printed_for_all_for_a_unit_or_for_one(tx: Tx, cast: Cast) -> None:
    everyone = await forms.sheets(tx, DESK)
    assert everyone.file_name == "登记表-靖江市.docx"
    assert sorted(one["name"] for one in everyone.data["forms"]) == ["李建国", "赵明"]
    assert [one["name"] for one in (await forms.sheets(tx, DESK, unit="城北镇工委")).data["forms"]] == ["李建国"]
    assert [one["name"] for one in (await forms.sheets(tx, DESK, member="赵明")).data["forms"]] == ["赵明"]
    with pytest.raises(NobodyToPrint):
        await forms.sheets(tx, DESK, unit="城西")


async def test_more_contacts_than_the_form_has_rows_all_stand_in_it(tx: Tx, cast: Cast) -> None:
    await people.grant(tx, cast.li.id, Role.LEADER)
    content = await forms.content_of(tx, cast.li_member)
    rows = tuple(FormRow(f"群众{n}") for n in range(8))
    (sheet,) = forms.paper(DESK, [type(content)("李建国", "", "", "", rows)], "李建国").data["forms"]
    assert len(sheet["rows"]) == 8


async def test_the_people_of_a_unit_see_their_members_and_decide_on_what_is_theirs(tx: Tx, cast: Cast) -> None:
    north = await units.named(tx, "城北镇工委")
    assert north is not None
    await people.grant(tx, cast.liu.id, Role.STAFF)
    with pytest.raises(OrganiserHasNoUnit):
        await form_lists.own_units(tx, await people.get(tx, cast.chen.id))
    await units.join(tx, cast.liu.id, north.id)
    liu = await people.get(tx, cast.liu.id)
    assert await form_lists.own_units(tx, liu) == [north]
    assert await form_lists.own_units(tx, cast.zhou) is None
    await know(tx, cast.li_member)
    form = await forms.hand_in(tx, cast.li_member, DESK, TODAY)
    (seen,) = await form_lists.standings(tx, DESK, 2026, {north.name})
    assert (seen.member.name, seen.is_missing, seen.waits) == ("李建国", False, True)
    assert form_lists.to_decide(seen, cast.zhou)
    assert not form_lists.to_decide(seen, liu)
    await forms.send_back(tx, form.id, "请补上住址", cast.zhou)
    (seen,) = await form_lists.standings(tx, DESK, 2026, {north.name})
    assert seen.is_missing
    assert [unit.name for unit in await form_lists.units_with_members(tx)] == ["城北镇工委", "城南街道工委"]


async def test_a_form_on_paper_is_received_and_the_member_told(tx: Tx, cast: Cast) -> None:
    form = await forms.take_paper(tx, cast.li_member.id, DESK, cast.zhou, 2026)
    assert (form.content.name, form.content.rows) == ("李建国", ())
    (seen,) = await form_lists.standings(tx, DESK, 2026, {"城北镇工委"})
    assert seen.form
    assert (seen.form.state, seen.form.decided_by) == (FormState.ACCEPTED, "周敏")
    (told,) = await said_to(tx, cast.li.telegram_id)
    assert told["text"]["$text"] == "form-paper-was-taken"
    assert told["text"]["args"]["lacking"]
    with pytest.raises(FormIsHandedInAlready):
        await forms.take_paper(tx, cast.li_member.id, DESK, cast.zhou, 2026)


async def test_paper_takes_the_place_of_a_returned_form_and_of_no_other(tx: Tx, cast: Cast) -> None:
    await know(tx, cast.li_member)
    form = await forms.hand_in(tx, cast.li_member, DESK, TODAY)
    with pytest.raises(FormIsHandedInAlready):
        await forms.take_paper(tx, cast.li_member.id, DESK, cast.zhou, 2026)
    await forms.send_back(tx, form.id, "请补上住址", cast.zhou)
    assert len((await forms.take_paper(tx, cast.li_member.id, DESK, cast.zhou, 2026)).content.rows) == 5
    assert (await forms.get(tx, form.id)).state is FormState.REPLACED


async def test_the_people_of_a_unit_take_on_paper_only_what_is_for_them(tx: Tx, cast: Cast) -> None:
    north = await units.named(tx, "城北镇工委")
    assert north is not None
    await people.grant(tx, cast.liu.id, Role.STAFF)
    await units.join(tx, cast.liu.id, north.id)
    liu = await people.get(tx, cast.liu.id)
    for member in (cast.li_member, cast.zhao_member):
        with pytest.raises(NotForYourRole):
            await forms.take_paper(tx, member.id, DESK, liu, 2026)
    await people.update_member(tx, cast.li_member.id, "农业界", "城北镇工委", Standing.TOWNSHIP)
    assert (await forms.take_paper(tx, cast.li_member.id, DESK, liu, 2026)).handed_in_to is HandedInTo.WORK_COMMITTEE
    with pytest.raises(FormUnknown):
        await forms.take_paper(tx, 999, DESK, cast.zhou, 2026)
