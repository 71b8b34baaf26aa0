"""An invitation works once, for whom it is, and not for ever."""

import asyncio

import pytest

from domain.people import Person, Role
from services import invitations
from services.invitations import (
    InvitationExpired,
    InvitationForSomeoneElse,
    InvitationUnknown,
    InvitationUsed,
    Invited,
    Joined,
    NameIsNoName,
    NameMeansSeveral,
)
from storage import people
from storage.db import Db, Tx
from tests.cast import Cast
from tests.conftest import TestClock


async def invite(tx: Tx, role: Role, name: str, by: Person | None = None) -> Invited:
    return await invitations.create(tx, role, name, by, valid_days=30, language="zh")


async def newcomer(tx: Tx, telegram_id: int = 7001, name: str = "微信用户") -> Person:
    await people.add(tx, name, "zh", telegram_id=telegram_id)
    person = await people.by_telegram(tx, telegram_id)
    assert person is not None
    return person


async def test_who_opens_the_link_becomes_the_person_it_was_made_for(tx: Tx, cast: Cast) -> None:
    invited = await invite(tx, Role.MEMBER, "孙丽", cast.zhou)
    joined = await invitations.redeem(tx, invited.code, await newcomer(tx))
    assert (joined.person.name, joined.person.telegram_id, joined.person.roles) == (
        "孙丽",
        7001,
        frozenset({Role.MEMBER}),
    )


async def test_a_member_who_is_not_on_the_list_yet_joins_with_an_empty_sector(tx: Tx, cast: Cast) -> None:
    invited = await invite(tx, Role.MEMBER, "孙丽", cast.zhou)
    assert invited.is_new
    assert not invited.is_on_roster
    joined = await invitations.redeem(tx, invited.code, await newcomer(tx))
    member = await people.member_of(tx, joined.person.id)
    assert member is not None
    assert (member.name, member.sector, member.unit) == ("孙丽", "", "")


async def test_a_member_of_the_list_keeps_sector_and_unit_when_joining(tx: Tx, cast: Cast) -> None:
    number = await people.add(tx, "钱进", "zh")
    await people.add_member(tx, number, "经济界", "城北镇工委", cast.li_member.standing)
    invited = await invite(tx, Role.MEMBER, "钱进", cast.zhou)
    assert invited.is_on_roster
    joined = await invitations.redeem(tx, invited.code, await newcomer(tx))
    member = await people.member_of(tx, joined.person.id)
    assert member is not None
    assert (joined.person.id, member.sector) == (number, "经济界")


async def test_an_invitation_without_a_name_is_for_whoever_comes(tx: Tx, cast: Cast) -> None:
    invited = await invite(tx, Role.STAFF, "")
    person = await newcomer(tx)
    joined = await invitations.redeem(tx, invited.code, person)
    assert (joined.person.id, joined.person.name, joined.person.roles) == (
        person.id,
        "微信用户",
        frozenset({Role.STAFF}),
    )


async def test_the_code_is_kept_as_a_hash_alone(tx: Tx, cast: Cast) -> None:
    invited = await invite(tx, Role.OFFICE, "孙丽")
    assert len(invited.code) == 22
    assert invited.code not in str(await tx.all("SELECT * FROM invitations"))
    assert invited.code not in str(await tx.all("SELECT * FROM audit"))


async def test_a_code_that_nobody_made_is_unknown(tx: Tx, cast: Cast) -> None:
    for code in ("", "x", "A" * 5000, "'; DROP TABLE people; --", "\u202e你好"):
        with pytest.raises(InvitationUnknown):
            await invitations.redeem(tx, code, cast.wang)


async def test_a_link_works_once(tx: Tx, cast: Cast) -> None:
    invited = await invite(tx, Role.STAFF, "孙丽")
    await invitations.redeem(tx, invited.code, await newcomer(tx))
    with pytest.raises(InvitationUsed):
        await invitations.redeem(tx, invited.code, cast.wang)


async def test_pressing_ones_own_used_link_again_is_answered_kindly(tx: Tx, cast: Cast) -> None:
    invited = await invite(tx, Role.STAFF, "孙丽")
    first = await invitations.redeem(tx, invited.code, await newcomer(tx))
    assert await invitations.redeem(tx, invited.code, first.person) == Joined(first.person, Role.STAFF, again=True)


async def test_a_link_ends_with_its_last_day(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        early, late = await invite(tx, Role.STAFF, ""), await invite(tx, Role.DEPARTMENT, "")
    clock.move(days=30, seconds=-1)
    async with db.write() as tx:
        assert (await invitations.redeem(tx, early.code, await newcomer(tx))).person.roles == {Role.STAFF}
    clock.move(seconds=1)
    async with db.write() as tx:
        with pytest.raises(InvitationExpired) as refusal:
            await invitations.redeem(tx, late.code, cast.wang)
        assert refusal.value.args_of_text["expired"] == tx.now


async def test_the_office_pressing_the_link_it_made_for_another_does_not_use_it_up(tx: Tx, cast: Cast) -> None:
    invited = await invite(tx, Role.MEMBER, "孙丽", cast.zhou)
    with pytest.raises(InvitationForSomeoneElse):
        await invitations.redeem(tx, invited.code, cast.zhou)
    assert (await invitations.redeem(tx, invited.code, await newcomer(tx))).person.name == "孙丽"


async def test_a_member_may_get_a_second_role_by_an_invitation_in_their_name(tx: Tx, cast: Cast) -> None:
    invited = await invite(tx, Role.LEADER, "李建国", cast.zhou)
    assert not invited.is_new
    joined = await invitations.redeem(tx, invited.code, cast.li)
    assert (joined.person.id, joined.person.roles) == (cast.li.id, frozenset({Role.MEMBER, Role.LEADER}))


async def test_a_constituent_who_calls_himself_like_a_member_is_never_taken_for_one(tx: Tx, cast: Cast) -> None:
    namesake = await newcomer(tx, 7002, name="孙丽")
    invited = await invite(tx, Role.MEMBER, "孙丽", cast.zhou)
    assert invited.is_new
    joined = await invitations.redeem(tx, invited.code, await newcomer(tx))
    assert joined.person.id != namesake.id
    assert (await people.get(tx, namesake.id)).roles == frozenset()


async def test_what_a_constituent_wrote_before_joining_stays_theirs(tx: Tx, cast: Cast) -> None:
    invited = await invite(tx, Role.MEMBER, "孙丽", cast.zhou)
    await tx.run(
        """
        INSERT INTO letters (number, writer_id, kind, is_anonymous, topic, state, received_at)
        VALUES ('SL-2026-000001', :writer, 'anyone', FALSE, '路灯', 'received', :now)
        """,
        writer=cast.wang.id,
        now=tx.now,
    )
    joined = await invitations.redeem(tx, invited.code, cast.wang)
    assert await tx.value("SELECT writer_id FROM letters") == joined.person.id


async def test_a_name_that_several_share_asks_for_more_and_is_told_apart_by_it(tx: Tx, cast: Cast) -> None:
    for sector, phone in (("经济界", "13800000011"), ("教育界", "13800000022")):
        number = await people.add(tx, "王伟", "zh", phone=phone)
        await people.add_member(tx, number, sector, "城北镇工委", cast.li_member.standing)
    with pytest.raises(NameMeansSeveral) as refusal:
        await invite(tx, Role.MEMBER, "王伟")
    assert len(refusal.value.args_of_text["people"]) == 2
    for words, sector in (("王伟 教育界", "教育界"), ("王伟 0011", "经济界"), ("王伟 城北镇工委 0022", "教育界")):
        invited = await invite(tx, Role.MEMBER, words)
        assert (invited.name, invited.is_on_roster) == ("王伟", True), words
        whom = await tx.value("SELECT person_id FROM invitations ORDER BY id DESC LIMIT 1")
        member = await people.member_of(tx, whom)
        assert member is not None
        assert member.sector == sector
    with pytest.raises(NameMeansSeveral):
        await invite(tx, Role.MEMBER, "王伟 医卫界")


@pytest.mark.parametrize("typed", ["😀", "名" * 41, "1234", "—", "\u202e"])
async def test_what_is_no_name_is_refused(tx: Tx, cast: Cast, typed: str) -> None:
    with pytest.raises(NameIsNoName):
        await invite(tx, Role.STAFF, typed)


async def test_spaces_and_unseen_characters_are_no_part_of_a_name(tx: Tx, cast: Cast) -> None:
    invited = await invite(tx, Role.STAFF, "  \u202eLi \n  Lei\u200b ")
    assert invited.name == "Li Lei"


async def test_who_invited_is_told_and_both_ends_are_written_down(tx: Tx, cast: Cast) -> None:
    invited = await invite(tx, Role.MEMBER, "孙丽", cast.zhou)
    joined = await invitations.redeem(tx, invited.code, await newcomer(tx))
    assert "invited-person-joined" in str(await tx.all("SELECT content_json FROM outbox WHERE chat_id = 1004"))
    rows = await tx.all("SELECT person_id, action FROM audit ORDER BY id")
    assert rows == [
        {"person_id": cast.zhou.id, "action": "invited"},
        {"person_id": joined.person.id, "action": "joined"},
    ]


async def test_of_two_who_open_the_same_link_at_once_one_wins(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        invited = await invite(tx, Role.OFFICE, "")
        both = [await newcomer(tx, 7001), await newcomer(tx, 7002)]

    async def open_link(person: Person) -> str:
        try:
            async with db.write() as tx:
                await invitations.redeem(tx, invited.code, person)
                await asyncio.sleep(0.05)
        except InvitationUsed:
            return "used"
        return "joined"

    assert sorted(await asyncio.gather(*map(open_link, both))) == ["joined", "used"]
    async with db.read() as tx:
        assert len(await people.with_role(tx, Role.OFFICE)) == 2  # 周敏 and the one who won


def test_the_link_ends_in_the_code() -> None:
    invited = Invited("CODE", Role.OFFICE, "孙丽", is_new=True, is_on_roster=False)
    assert invited.link("SomeBot") == "https://t.me/SomeBot?start=join_CODE"
