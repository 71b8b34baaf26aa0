"""Invitations for all members who have not joined."""

from datetime import date

import pytest

from domain.people import Role, Standing
from reports import papers
from services import invitations
from services.bulk_invitations import NobodyToInvite, Slip, invite_all, paper
from services.invitations import InvitationExpired
from storage import people
from storage.db import Tx
from tests.cast import Cast
from tests.house import HOUSE


async def two_more(tx: Tx) -> None:
    for name, unit in (("孙丽", "城东镇工委"), ("何涛", "城北镇工委")):
        await people.add_member(tx, await people.add(tx, name, "zh"), "医卫界", unit, Standing.REGULAR)


async def test_who_has_not_joined_gets_a_slip_and_who_has_gets_none(tx: Tx, cast: Cast) -> None:
    await two_more(tx)
    slips = await invite_all(tx, cast.zhou, valid_days=14)
    assert sorted(slip.name for slip in slips) == ["何涛", "孙丽"]
    joined = await invitations.redeem(tx, slips[0].code, cast.wang)
    assert (joined.person.name, joined.role) == (slips[0].name, Role.MEMBER)
    assert [slip.name for slip in await invite_all(tx, cast.zhou, valid_days=14)] == [slips[1].name]
    noted = await tx.all("SELECT person_id, details_json FROM audit WHERE action = 'invited-members' ORDER BY id")
    assert [(row["person_id"], row["details_json"]) for row in noted] == [
        (cast.zhou.id, {"count": 2}),
        (cast.zhou.id, {"count": 1}),
    ]


async def test_the_slips_of_one_unit(tx: Tx, cast: Cast) -> None:
    await two_more(tx)
    assert [slip.name for slip in await invite_all(tx, cast.zhou, valid_days=14, unit="城东镇工委")] == ["孙丽"]
    with pytest.raises(NobodyToInvite):
        await invite_all(tx, cast.zhou, valid_days=14, unit="城西镇工委")


async def test_a_new_slip_ends_the_one_before_and_no_code_is_kept(tx: Tx, cast: Cast) -> None:
    await two_more(tx)
    first, again = [await invite_all(tx, cast.zhou, valid_days=14, unit="城东镇工委") for _ in range(2)]
    with pytest.raises(InvitationExpired):
        await invitations.redeem(tx, first[0].code, cast.wang)
    rows = str(await tx.all("SELECT * FROM invitations"))
    assert not any(slip.code in rows for slip in (*first, *again))


def test_the_slips_are_a_word_file_even_where_their_number_is_odd() -> None:
    slips = [
        Slip("孙丽", "医卫界", "城东镇工委", "x" * 22),
        Slip("何涛", "", "", "y" * 22),
        Slip("王<伟>", "", "", "z" * 22),
    ]
    wanted = paper(slips, "政协示例县委员会", "lianxin_bot", date(2026, 4, 1))
    assert papers.write(wanted.name, "zh", wanted.data, HOUSE.texts).startswith(b"PK")
    assert wanted.file_name == "邀请单.docx"
