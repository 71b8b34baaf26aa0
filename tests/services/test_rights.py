"""What an invitation gave is taken away from who left."""

import pytest

from domain.people import Role
from domain.refusals import Refusal
from services import invitations, rights
from services.invitations import InvitationExpired, NameMeansSeveral
from services.rights import LastOfTheOffice, MembersLeaveByTheList, NobodyHasRole
from storage import audit, people, roster, units
from storage.db import Tx
from tests.cast import Cast
from tests.services.letter_writing import told


async def join_office(tx: Tx, name: str, telegram_id: int) -> int:
    person_id = await people.add(tx, name, "zh", telegram_id=telegram_id)
    await people.grant(tx, person_id, Role.OFFICE)
    return person_id


async def test_who_leaves_the_office_is_of_it_no_more_and_hears_it(tx: Tx, cast: Cast) -> None:
    await join_office(tx, "吴芳", 2001)
    assert (await rights.revoke(tx, Role.OFFICE, " 周敏 ")).id == cast.zhou.id
    assert (await people.get(tx, cast.zhou.id)).roles == frozenset()
    assert (await told(tx, cast.zhou))[0].startswith("您的“政协办公室”身份已经收回")
    assert (await audit.verify(tx)).broken_id is None


async def test_the_last_of_the_office_who_has_joined_stays(tx: Tx, cast: Cast) -> None:
    invited = await people.add(tx, "吴芳", "zh")
    await people.grant(tx, invited, Role.OFFICE)
    with pytest.raises(LastOfTheOffice):
        await rights.revoke(tx, Role.OFFICE, "周敏")
    assert Role.OFFICE in (await people.get(tx, cast.zhou.id)).roles


@pytest.mark.parametrize(
    ("role", "name", "refusal"),
    [
        (Role.OFFICE, "李建国", NobodyHasRole),
        (Role.OFFICE, "", NobodyHasRole),
        (Role.LEADER, "没有人", NobodyHasRole),
        (Role.MEMBER, "李建国", MembersLeaveByTheList),
    ],
)
async def test_what_can_not_be_taken_away(tx: Tx, cast: Cast, role: Role, name: str, refusal: type[Refusal]) -> None:
    del cast  # They are there.
    with pytest.raises(refusal):
        await rights.revoke(tx, role, name)


async def test_namesakes_are_told_apart_by_the_end_of_the_phone(tx: Tx, cast: Cast) -> None:
    other = await join_office(tx, "周敏", 2001)
    await roster.set_phone(tx, other, "13800000077")
    with pytest.raises(NameMeansSeveral):
        await rights.revoke(tx, Role.OFFICE, "周敏")
    assert (await rights.revoke(tx, Role.OFFICE, "周敏 0077")).id == other
    assert Role.OFFICE in (await people.get(tx, cast.zhou.id)).roles


async def test_a_department_s_person_leaves_the_department(tx: Tx, cast: Cast) -> None:
    await rights.revoke(tx, Role.DEPARTMENT, "刘科长")
    assert await units.belonging(tx, cast.liu.id) == []


async def test_an_open_invitation_to_the_role_works_no_more(tx: Tx, cast: Cast) -> None:
    invited = await invitations.create(tx, Role.LEADER, "陈主席", None, valid_days=30, language="zh")
    await rights.revoke(tx, Role.LEADER, "陈主席")
    with pytest.raises(InvitationExpired):
        await invitations.redeem(tx, invited.code, await people.get(tx, cast.chen.id))
