"""A contact gives place to another: both or neither, within the limits, with what follows from it."""

from datetime import date

import pytest

from domain.cards import CardHasEnded
from domain.contacts import Contact, ContactAlreadyRegistered, ContactHasEnded, ContactKind, ContactLimitReached
from domain.people import Member, Role
from domain.schemes import Scheme
from domain.settings import Committee
from services import cards, contact_replacing, contacts, forms, schemes
from services.contact_replacing import Replaced, replace_contact
from services.contacts import NotYourContact, Particulars
from services.forms import Desk
from storage import people, units
from storage.db import Tx
from tests.cast import Cast

TODAY = date(2026, 3, 16)
JINGJIANG, BAOKANG = schemes.load("jingjiang-2014"), schemes.load("baokang-151")
SECTOR, OTHER = ContactKind.SECTOR, ContactKind.OTHER
DESK = Desk(JINGJIANG, Committee(name="政协靖江市委员会", code="JJ"))


async def know(tx: Tx, member: Member, name: str, kind: ContactKind = SECTOR, scheme: Scheme = JINGJIANG) -> Contact:
    return await contacts.register(tx, member, Particulars(name, kind), scheme, TODAY)


async def replaced(tx: Tx, cast: Cast, old: Contact, name: str = "孙桂兰", scheme: Scheme = JINGJIANG) -> Replaced:
    return await replace_contact(tx, cast.li_member, old.id, Particulars(name, SECTOR), "已搬走", scheme, TODAY)


async def told(tx: Tx, telegram_id: int | None) -> list[str]:
    rows = await tx.all("SELECT content_json FROM outbox WHERE chat_id = :id ORDER BY id", id=telegram_id)
    return [row["content_json"]["text"]["$text"] for row in rows]


async def test_the_old_contact_ends_with_the_reason_and_the_new_one_takes_their_place(tx: Tx, cast: Cast) -> None:
    wang = await know(tx, cast.li_member, "王秀英")
    done = await replaced(tx, cast, wang)
    assert (done.old.ended_on, done.old.ended_because) == (TODAY, "已搬走")
    assert await contacts.of_member(tx, cast.li_member) == [done.new]
    assert (done.new.name, done.new.registered_on, done.new.replaces_id) == ("孙桂兰", TODAY, wang.id)
    assert await contacts.past_of_year(tx, cast.li_member, 2026) == [(done.old, done.new)]
    assert await contacts.past_of_year(tx, cast.li_member, 2025) == []


async def test_at_the_limit_a_contact_is_replaced_and_no_seventh_added(tx: Tx, cast: Cast) -> None:
    held = [await know(tx, cast.li_member, f"张{name}") for name in "一二三四五六"]
    await replaced(tx, cast, held[0])
    assert len(await contacts.of_member(tx, cast.li_member)) == 6
    with pytest.raises(ContactLimitReached):
        await know(tx, cast.li_member, "张七")


async def test_the_limit_of_another_kind_is_not_passed_by_replacing(tx: Tx, cast: Cast) -> None:
    quota = next(one for one in JINGJIANG.quotas if one.max)
    narrow = quota.model_copy(update={"contact_kinds": (SECTOR,), "min": 1, "max": 1})
    scheme = JINGJIANG.model_copy(update={"quotas": (narrow,)})
    await know(tx, cast.li_member, "王秀英", scheme=scheme)
    other = await know(tx, cast.li_member, "张三", OTHER, scheme)
    with pytest.raises(ContactLimitReached):
        await contact_replacing.check(tx, cast.li_member, other.id, Particulars("孙桂兰", SECTOR), scheme, TODAY)
    assert len(await contacts.of_member(tx, cast.li_member)) == 2


async def test_who_is_registered_already_or_is_the_old_one_takes_no_place(tx: Tx, cast: Cast) -> None:
    wang = await know(tx, cast.li_member, "王秀英")
    await know(tx, cast.li_member, "张三")
    for name in ("张三", "王秀英"):
        with pytest.raises(ContactAlreadyRegistered):
            await replaced(tx, cast, wang, name)


async def test_an_ended_or_another_members_contact_is_not_replaced(tx: Tx, cast: Cast) -> None:
    wang = await know(tx, cast.li_member, "王秀英")
    await contacts.end(tx, cast.li_member, wang.id, TODAY, "已搬走")
    with pytest.raises(ContactHasEnded):
        await replaced(tx, cast, wang)
    with pytest.raises(NotYourContact):
        await replaced(tx, cast, await know(tx, cast.zhao_member, "何苗"))


async def test_the_old_card_dies_and_its_holder_is_told_without_the_reason(tx: Tx, cast: Cast) -> None:
    wang = await know(tx, cast.li_member, "王秀英")
    issued = await cards.issue(tx, cast.li_member, wang.id)
    await cards.confirm(tx, issued.code, cast.wang)
    assert (await replaced(tx, cast, wang)).old_has_card
    with pytest.raises(CardHasEnded):
        await cards.scan(tx, issued.code, cast.wang)
    assert (await told(tx, cast.wang.telegram_id))[-1] == "card-is-over"
    assert not (await replaced(tx, cast, await know(tx, cast.li_member, "张三"), "钱多")).old_has_card


async def test_a_form_that_names_the_old_contact_is_to_be_handed_in_again(tx: Tx, cast: Cast) -> None:
    wang = await know(tx, cast.li_member, "王秀英")
    zhang = await know(tx, cast.li_member, "张三")
    assert not (await replaced(tx, cast, zhang, "李四")).form_is_old
    await forms.hand_in(tx, cast.li_member, DESK, TODAY)
    assert (await replaced(tx, cast, wang)).form_is_old
    assert (await forms.view(tx, cast.li_member, DESK, 2026)).may_hand_in


@pytest.mark.parametrize(
    ("rule", "has_staff", "office", "staff"),
    [("office", True, 1, 0), ("unit", True, 0, 1), ("unit", False, 1, 0), ("nobody", True, 0, 0)],
)
async def test_whom_the_scheme_names_hears_of_it(
    tx: Tx, cast: Cast, rule: str, has_staff: bool, office: int, staff: int
) -> None:
    if has_staff:
        person = await people.add(tx, "孙平", "zh", telegram_id=1007)
        await people.grant(tx, person, Role.STAFF)
        unit = await units.named(tx, "城北镇工委")
        assert unit
        await units.join(tx, person, unit.id)
    scheme = BAOKANG.model_copy(update={"replacing_is_told_to": rule})
    await replaced(tx, cast, await know(tx, cast.li_member, "王秀英", scheme=scheme), scheme=scheme)
    assert (await told(tx, cast.zhou.telegram_id)).count("contact-replaced-for-office") == office
    assert (await told(tx, 1007)).count("contact-replaced-for-office") == staff
