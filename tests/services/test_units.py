"""People belong to units and departments by invitation; a letter that lies with one is everyone's of it."""

from datetime import UTC

import pytest

from domain.letters import OFFICE_DESK, Desk, LetterIsWithAnother, LetterNotFound, LetterState, NotYourLetter
from domain.people import Person, Role
from services import invitations, letter_back, letter_course, letter_views, letters
from services.invitations import Invited, NoUnitForRole, UnitIsOfOtherKind, UnitNameIsNoName
from services.letter_moves import UnitHasNobody, UnitIsUnknown
from storage import people, units
from storage.db import Tx
from tests.cast import Cast
from tests.services.letter_writing import LIMITS, as_pieces, buttons, last_told, owed, told, write

# --- who belongs to a unit --------------------------------------------------------------------------------------------


async def invite(tx: Tx, role: Role, unit: str, name: str = "孙平") -> Invited:
    return await invitations.create(tx, role, name, None, valid_days=30, language="zh", unit=unit)


async def newcomer(tx: Tx, telegram_id: int = 7001) -> Person:
    return await people.get(tx, await people.add(tx, "微信用户", "zh", telegram_id=telegram_id))


async def test_who_opens_an_invitation_to_a_unit_belongs_to_it(tx: Tx, cast: Cast) -> None:
    invited = await invite(tx, Role.STAFF, "城北镇工委")
    assert not invited.is_new_unit
    joined = await invitations.redeem(tx, invited.code, await newcomer(tx))
    assert [unit.name for unit in await units.of_person(tx, joined.person.id)] == ["城北镇工委"]


async def test_a_new_department_is_made_once(tx: Tx, cast: Cast) -> None:
    first, second = (
        await invite(tx, Role.DEPARTMENT, " 供电 公司 "),
        await invite(tx, Role.DEPARTMENT, "供电 公司", "吴桐"),
    )
    assert (first.is_new_unit, second.is_new_unit, second.unit) == (True, False, "供电 公司")
    assert "供电 公司" in [unit.name for unit in await units.of_kind(tx, departments=True)]


async def test_staff_belongs_to_units_departments_people_to_departments_and_nobody_else_to_any(
    tx: Tx, cast: Cast
) -> None:
    for role, unit in ((Role.STAFF, "市政管理局"), (Role.DEPARTMENT, "城北镇工委")):
        with pytest.raises(UnitIsOfOtherKind):
            await invite(tx, role, unit)
    with pytest.raises(NoUnitForRole):
        await invite(tx, Role.MEMBER, "城北镇工委")
    for name in ("。。", "长" * 41):
        with pytest.raises(UnitNameIsNoName):
            await invite(tx, Role.STAFF, name)


async def test_who_was_someone_else_before_keeps_their_units(tx: Tx, cast: Cast) -> None:
    person = await newcomer(tx)
    await units.join(tx, person.id, cast.department.id)
    invited = await invite(tx, Role.DEPARTMENT, "市政管理局")
    joined = await invitations.redeem(tx, invited.code, person)
    assert joined.person.id != person.id
    assert await units.of_person(tx, joined.person.id) == [cast.department]
    assert await units.of_person(tx, person.id) == []


# --- a letter with a department ---------------------------------------------------------------------------------------


async def with_department(tx: Tx, cast: Cast, *, anonymous: bool = False) -> int:
    letter = await write(tx, cast.wang, cast.li_member, anonymous=anonymous)
    await letter_course.hand_over(tx, letter.id, cast.li, Desk(unit_id=cast.department.id), "请市政处理")
    return letter.id


async def test_a_department_gets_the_letter_and_the_writer_reads_who_has_it(tx: Tx, cast: Cast) -> None:
    await with_department(tx, cast)
    assert "转自：李建国委员\n原因：请市政处理" in (await told(tx, cast.liu))[0]
    assert buttons((await owed(tx, cast.liu))[-1]) == ["回复", "退回", "办结", "请来信人补充", "内部备注"]
    assert await last_told(tx, cast.wang) == "您的来信 JJ-2026-000001 已转交市政管理局办理。"
    page = await letter_views.open_with(tx, Desk(unit_id=cast.department.id), tx.now.date(), UTC)
    assert [letter.number for letter in page.letters] == ["JJ-2026-000001"]
    for desk in (OFFICE_DESK, Desk(cast.li_member.id)):
        assert not (await letter_views.open_with(tx, desk, tx.now.date(), UTC)).letters


async def test_its_people_speak_in_its_name_and_see_what_a_colleague_answered(tx: Tx, cast: Cast) -> None:
    letter_id = await with_department(tx, cast)
    colleague = await newcomer(tx)
    await people.grant(tx, colleague.id, Role.DEPARTMENT)
    await units.join(tx, colleague.id, cast.department.id)
    answered = await letters.answer(tx, letter_id, cast.liu, as_pieces("本周更换"), LIMITS)
    assert answered.state is LetterState.ANSWERED
    assert "市政管理局回复了您的来信" in await last_told(tx, cast.wang)
    assert await last_told(tx, colleague) == "市政管理局已回复来信 JJ-2026-000001：\n\n本周更换"
    await letter_course.settle(tx, letter_id, await people.get(tx, colleague.id))
    assert "已由市政管理局办结" in await last_told(tx, cast.wang)
    letter = await letter_course.opened(tx, letter_id, cast.wang)
    course = await letter_views.course(tx, letter[0], cast.wang)
    words = str([message.args for message in course.messages])
    assert words.count("市政管理局") > 3
    assert "刘科长" not in words


async def test_a_department_sees_nothing_of_an_anonymous_writer(tx: Tx, cast: Cast) -> None:
    letter_id = await with_department(tx, cast, anonymous=True)
    await letters.follow_up(tx, letter_id, cast.wang, as_pieces("还有一盏"), LIMITS)
    assert not [row for row in await owed(tx, cast.liu) if "王秀英" in str(row["content_json"])]
    assert "匿名群众" in await last_told(tx, cast.liu)


async def test_only_the_department_s_people_and_the_office_act_on_its_letters(tx: Tx, cast: Cast) -> None:
    letter_id = await with_department(tx, cast)
    with pytest.raises(LetterIsWithAnother):
        await letters.answer(tx, letter_id, cast.li, as_pieces("我来"), LIMITS)
    for person in (cast.zhao, cast.chen, cast.wang):
        with pytest.raises(NotYourLetter):
            await letters.answer(tx, letter_id, person, as_pieces("我来"), LIMITS)
    with pytest.raises(LetterNotFound):
        await letter_course.opened(tx, letter_id, cast.zhao)
    await letters.answer(tx, letter_id, cast.zhou, as_pieces("办公室说明"), LIMITS)


async def test_a_unit_of_which_nobody_has_joined_gets_no_letter(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    empty = await units.add(tx, "供电公司", "department")
    with pytest.raises(UnitHasNobody):
        await letter_course.hand_over(tx, letter.id, cast.li, Desk(unit_id=empty.id))
    with pytest.raises(UnitIsUnknown):
        await letter_course.hand_over(tx, letter.id, cast.li, Desk(unit_id=999))
    await people.set_blocked(tx, cast.liu.id, blocked=True)
    with pytest.raises(UnitHasNobody):
        await letter_course.hand_over(tx, letter.id, cast.li, Desk(unit_id=cast.department.id))


# --- given back -------------------------------------------------------------------------------------------------------


async def test_a_letter_given_back_goes_to_the_member_who_gave_it_with_the_reason(tx: Tx, cast: Cast) -> None:
    letter_id = await with_department(tx, cast)
    result = await letter_back.hand_back(tx, letter_id, cast.liu, "不归我们管")
    assert result.letter.desk == Desk(cast.li_member.id)
    assert "转自：市政管理局\n原因：不归我们管" in "".join((await told(tx, cast.li))[-2:])
    assert await last_told(tx, cast.wang) == "您的来信 JJ-2026-000001 已转交李建国委员办理。"
    with pytest.raises(LetterIsWithAnother):
        await letter_back.hand_back(tx, letter_id, cast.liu, "再退")


async def test_it_goes_to_triage_where_that_member_has_left(tx: Tx, cast: Cast) -> None:
    letter_id = await with_department(tx, cast)
    await tx.run("UPDATE members SET left_on = :day WHERE id = :id", day=tx.now.date(), id=cast.li_member.id)
    result = await letter_back.hand_back(tx, letter_id, cast.liu, "不归我们管")
    assert (result.letter.desk, result.letter.is_in_triage) == (OFFICE_DESK, True)


async def test_nothing_is_given_back_without_a_word_nor_by_anyone_else(tx: Tx, cast: Cast) -> None:
    letter_id = await with_department(tx, cast)
    with pytest.raises(letter_back.ReasonIsWanted):
        await letter_back.hand_back(tx, letter_id, cast.liu, "  ")
    with pytest.raises(NotYourLetter):
        await letter_back.hand_back(tx, letter_id, cast.zhou, "办公室不是那个单位")
