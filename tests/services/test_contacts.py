"""Contacts: the scheme's limits, one's own alone, names and numbers in one spelling."""

from datetime import date

import pytest

from domain.contacts import Contact, ContactAlreadyRegistered, ContactHasEnded, ContactKind, ContactLimitReached
from domain.people import Member, Role
from domain.schemes import Scheme
from services import contacts, quota, schemes
from services.contacts import (
    ContactsAreFull,
    KindIsNotOffered,
    NameIsMissing,
    NameIsTooLong,
    NamesakeLacksPhone,
    NotYourContact,
    Particulars,
    PhoneIsNotValid,
)
from storage import people
from storage.db import Tx
from tests.cast import Cast

TODAY = date(2026, 3, 16)
JINGJIANG = schemes.load("jingjiang-2014")
XISHAN = schemes.load("xishan-2017")
SECTOR, ENTERPRISE = ContactKind.SECTOR, ContactKind.ENTERPRISE
PHONE, OTHER_PHONE = "+8613800000000", "+8613900000000"


async def register(tx: Tx, member: Member, name: str, scheme: Scheme = JINGJIANG, **more: str) -> Contact:
    return await contacts.register(tx, member, Particulars(name, SECTOR, **more), scheme, TODAY)


async def test_a_registered_contact_is_in_the_member_s_list_and_in_no_other(tx: Tx, cast: Cast) -> None:
    wang = await register(tx, cast.li_member, "王秀英", phone=PHONE, address="城北村")
    assert await contacts.of_member(tx, cast.li_member) == [wang]
    assert await contacts.of_member(tx, cast.zhao_member) == []


async def test_the_sixth_contact_is_taken_and_the_seventh_refused_with_its_source(tx: Tx, cast: Cast) -> None:
    for number in range(6):
        await register(tx, cast.li_member, f"张{'一二三四五六'[number]}")
    with pytest.raises(ContactLimitReached) as refusal:
        await register(tx, cast.li_member, "张七")
    assert refusal.value.args_of_text["limit"] == "6"
    assert "靖协发〔2014〕7号 三（一）" in refusal.value.args_of_text["source"]
    with pytest.raises(ContactsAreFull):
        await contacts.check_room(tx, cast.li_member, JINGJIANG)
    await contacts.check_room(tx, cast.zhao_member, JINGJIANG)


async def test_an_ended_contact_makes_room(tx: Tx, cast: Cast) -> None:
    held = [await register(tx, cast.li_member, f"张{'一二三四五六'[number]}") for number in range(6)]
    await contacts.end(tx, cast.li_member, held[0].id, TODAY, "已搬走")
    await contacts.check_room(tx, cast.li_member, JINGJIANG)
    await register(tx, cast.li_member, "张七")
    assert len(await contacts.of_member(tx, cast.li_member)) == 6


async def test_where_the_rule_sets_no_maximum_there_is_always_room(tx: Tx, cast: Cast) -> None:
    for number in range(12):
        await register(tx, cast.li_member, f"张{chr(0x4E00 + number)}", XISHAN)
    await contacts.check_room(tx, cast.li_member, XISHAN)


async def test_a_kind_that_the_scheme_does_not_know_is_refused(tx: Tx, cast: Cast) -> None:
    wanted = Particulars("某某公司", ENTERPRISE)
    with pytest.raises(KindIsNotOffered):
        await contacts.register(tx, cast.li_member, wanted, JINGJIANG, TODAY)
    assert await contacts.register(tx, cast.li_member, wanted, XISHAN, TODAY)


async def test_the_same_name_twice_is_refused_unless_the_numbers_differ(tx: Tx, cast: Cast) -> None:
    await register(tx, cast.li_member, "王秀英", phone=PHONE)
    assert await contacts.check_namesake(tx, cast.li_member, "王秀英")
    for phone in ("", PHONE):
        with pytest.raises(ContactAlreadyRegistered):
            await register(tx, cast.li_member, "王秀英", phone=phone)
    await register(tx, cast.li_member, "王秀英", phone=OTHER_PHONE)


async def test_a_namesake_waits_until_the_first_one_has_a_number(tx: Tx, cast: Cast) -> None:
    first = await register(tx, cast.li_member, "王秀英")
    with pytest.raises(NamesakeLacksPhone):
        await contacts.check_namesake(tx, cast.li_member, "王秀英")
    await contacts.change(tx, cast.li_member, first.id, JINGJIANG, phone=PHONE)
    assert await contacts.check_namesake(tx, cast.li_member, "王秀英")
    assert not await contacts.check_namesake(tx, cast.li_member, "张三")


async def test_a_change_of_one_thing_leaves_the_rest(tx: Tx, cast: Cast) -> None:
    wang = await register(tx, cast.li_member, "王秀英", phone=PHONE, address="城北村")
    changed = await contacts.change(tx, cast.li_member, wang.id, JINGJIANG, address="城南村")
    assert (changed.name, changed.phone, changed.address) == ("王秀英", PHONE, "城南村")
    assert await contacts.own(tx, cast.li_member, wang.id) == changed


async def test_a_change_may_not_make_two_of_one_name_or_an_unknown_kind(tx: Tx, cast: Cast) -> None:
    await register(tx, cast.li_member, "王秀英")
    zhang = await register(tx, cast.li_member, "张三")
    with pytest.raises(ContactAlreadyRegistered):
        await contacts.change(tx, cast.li_member, zhang.id, JINGJIANG, name="王秀英")
    with pytest.raises(KindIsNotOffered):
        await contacts.change(tx, cast.li_member, zhang.id, JINGJIANG, kind=ENTERPRISE)


async def test_a_contact_ends_once_and_changes_no_more(tx: Tx, cast: Cast) -> None:
    wang = await register(tx, cast.li_member, "王秀英")
    ended = await contacts.end(tx, cast.li_member, wang.id, TODAY, "已搬走")
    assert (ended.ended_on, ended.ended_because) == (TODAY, "已搬走")
    with pytest.raises(ContactHasEnded):
        await contacts.end(tx, cast.li_member, wang.id, TODAY, "已搬走")
    with pytest.raises(ContactHasEnded):
        await contacts.change(tx, cast.li_member, wang.id, JINGJIANG, name="王秀")


async def test_nobody_sees_changes_or_ends_another_member_s_contact(tx: Tx, cast: Cast) -> None:
    wang = await register(tx, cast.li_member, "王秀英")
    with pytest.raises(NotYourContact):
        await contacts.own(tx, cast.zhao_member, wang.id)
    with pytest.raises(NotYourContact):
        await contacts.change(tx, cast.zhao_member, wang.id, JINGJIANG, name="别人")
    with pytest.raises(NotYourContact):
        await contacts.end(tx, cast.zhao_member, wang.id, TODAY, "")
    with pytest.raises(NotYourContact):
        await contacts.own(tx, cast.zhao_member, 0)


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("138 0000 0000", "+8613800000000", "138 0000 0000"),
        ("１３８００００００００", "+8613800000000", "138 0000 0000"),
        ("0523-88881234", "+8652388881234", "0523 8888 1234"),
        ("+1 202 555 0143", "+12025550143", "+1 202-555-0143"),
    ],
)
def test_a_number_is_kept_in_one_spelling_and_shown_as_people_write_it(typed: str, stored: str, shown: str) -> None:
    assert contacts.read_phone(typed) == stored
    assert contacts.shown_phone(stored) == shown


@pytest.mark.parametrize("typed", ["", "12345", "88881234", "没有电话", "😀", "1" * 5000, "<b>138</b>"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(PhoneIsNotValid) as refusal:
        contacts.read_phone(typed)
    assert len(refusal.value.args_of_text["typed"]) <= 40


def test_a_name_loses_line_breaks_and_signs_that_turn_the_writing_direction() -> None:
    assert contacts.read_name(" 王 \n 秀英\u202e\u200f ") == "王 秀英"
    assert contacts.read_name("محمد") == "محمد"


@pytest.mark.parametrize("typed", ["", " \n", "😀😀", "13800000000", "\u202e", "！？"])
def test_what_holds_no_letter_is_no_name(typed: str) -> None:
    with pytest.raises(NameIsMissing):
        contacts.read_name(typed)


def test_a_name_of_fifty_characters_is_taken_and_one_of_fifty_one_refused() -> None:
    assert contacts.read_name("王" * 50) == "王" * 50
    with pytest.raises(NameIsTooLong):
        contacts.read_name("王" * 51)


async def test_the_own_sector_is_hinted_at_and_nobody_refused_once_the_others_are_more(tx: Tx, cast: Cast) -> None:
    jingjiang = schemes.load("jingjiang-2014")
    hints = []
    for name, kind in (("甲", "sector"), ("乙", "other"), ("丙", "other")):
        wanted = contacts.Particulars(name, ContactKind(kind), "", "")
        new = await contacts.register(tx, cast.li_member, wanted, jingjiang, date(2026, 3, 16))
        hints.append(await contacts.own_sector_hint(tx, cast.li_member, new, jingjiang))
    assert hints[:2] == [None, None]
    assert hints[2] is not None
    assert (hints[2].args["own"], hints[2].args["others"]) == (1, 2)
    xishan = schemes.load("xishan-2017")
    assert await contacts.own_sector_hint(tx, cast.li_member, new, xishan) is None


async def test_villages_and_members_are_the_leaders_to_keep_in_touch_with(tx: Tx, cast: Cast) -> None:
    baokang, wanted = schemes.load("baokang-151"), Particulars("北河村", ContactKind.VILLAGE)
    with pytest.raises(KindIsNotOffered):
        await contacts.register(tx, cast.li_member, wanted, baokang, TODAY)
    await people.grant(tx, cast.li.id, Role.LEADER)
    await contacts.register(tx, cast.li_member, wanted, baokang, TODAY)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("baokang-151", {"village": 1, "member": 5, "sector": 10}),
        ("xishan-2017", {"enterprise": 1, "sector": 2, "other": 3}),
        ("ordos-2021", {"grid_worker": 3}),
    ],
)
async def test_each_scheme_s_own_contacts_are_registered_and_counted(
    tx: Tx, cast: Cast, name: str, kinds: dict[str, int]
) -> None:
    await people.grant(tx, cast.li.id, Role.LEADER)
    scheme, today = schemes.load(name), date(2026, 3, 16)
    for kind, count in kinds.items():
        for at in range(count):
            wanted = contacts.Particulars(f"{kind}{at}", ContactKind(kind), "", "")
            await contacts.register(tx, cast.li_member, wanted, scheme, today)
    assert (await quota.progress_of(tx, cast.li_member, scheme, today)).contacts_left == 0
