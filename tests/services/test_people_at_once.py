"""Two people with the same name, list, card, contact or form at once, in two processes: what must be true holds.

Who is too late reads one clear sentence. Each pair is tried with one of the two halted in the middle; in `make faults`
with either, before every statement of theirs.
"""

import pytest

from domain.cards import CardIsLost
from domain.contacts import Contact, ContactKind, ContactLimitReached
from domain.forms import FormIsHandedInAlready
from domain.people import Role
from services import (
    cards,
    contacts,
    forms,
    invitations,
    members_import,
)
from services.contacts import Particulars
from storage import contacts as stored_contacts
from storage import people
from storage.db import Db, Tx
from tests.cast import Cast
from tests.services import test_cards, test_forms
from tests.services.racing import Act, Case, Cases, Outcome, a_newcomer, the_late_one
from tests.services.test_cards import JINGJIANG, TODAY

pytestmark = pytest.mark.postgres
CASES = Cases()


@pytest.fixture
def engine() -> str:
    return "postgres"


@CASES.case()
async def an_invitation_is_opened_by_two_people(tx: Tx, cast: Cast, number: int) -> Case:
    invited = await invitations.create(tx, Role.MEMBER, f"孙丽{number}", cast.zhou, valid_days=30, language="zh")
    strangers = [await a_newcomer(tx, number, more) for more in (1, 2)]

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        done = the_late_one(one, other, invitations.InvitationUsed)
        (member,) = await people.members_named(tx, f"孙丽{number}")
        person = await people.get(tx, member.person_id)
        assert person.telegram_id == strangers[0 if one is done else 1].telegram_id

    return Case(
        lambda tx: invitations.redeem(tx, invited.code, strangers[0]),
        lambda tx: invitations.redeem(tx, invited.code, strangers[1]),
        holds,
    )


@CASES.case()
async def two_clerks_invite_the_same_new_person(tx: Tx, cast: Cast, number: int) -> Case:
    name = f"孙丽{number}"

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        assert one.is_done
        assert other.is_done
        assert len(await people.named(tx, name)) == 1

    return Case.twice(
        lambda tx: invitations.create(tx, Role.MEMBER, name, cast.zhou, valid_days=30, language="zh"), holds
    )


@CASES.case()
async def two_clerks_take_the_same_list_over(tx: Tx, cast: Cast, number: int) -> Case:
    sheets = [[["姓名", "界别", "政协工委"], [f"钱进{number}", "经济界", "城北镇工委"]]]

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        assert sorted((each.value.added, each.value.unchanged) for each in (one, other)) == [(0, 1), (1, 0)]
        assert len(await people.members_named(tx, f"钱进{number}")) == 1

    return Case.twice(lambda tx: members_import.take_over(tx, sheets, language="zh", by=cast.zhou), holds)


async def _contact(tx: Tx, cast: Cast, number: int) -> Contact:
    for one in await stored_contacts.of_member(tx, cast.li_member.id):
        if one.is_active:
            await contacts.end(tx, cast.li_member, one.id, TODAY, "搬走")
    return await test_cards.know(tx, cast, f"王秀英{number}")


@CASES.case()
async def a_card_is_confirmed_by_two_people(tx: Tx, cast: Cast, number: int) -> Case:
    contact = await _contact(tx, cast, number)
    issued = await cards.issue(tx, cast.li_member, contact.id)
    strangers = [await a_newcomer(tx, number, more) for more in (1, 2)]

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        (who,) = [stranger for stranger, said in zip(strangers, (one, other), strict=True) if said.value]
        now = await stored_contacts.get(tx, contact.id)
        assert now is not None
        assert now.person_id == who.id
        assert one.is_done
        assert other.is_done

    return Case(
        lambda tx: cards.confirm(tx, issued.code, strangers[0]),
        lambda tx: cards.confirm(tx, issued.code, strangers[1]),
        holds,
    )


@CASES.case()
async def a_card_is_confirmed_while_it_is_called_lost(tx: Tx, cast: Cast, number: int) -> Case:
    contact = await _contact(tx, cast, number)
    issued = await cards.issue(tx, cast.li_member, contact.id)
    await cards.mark_delivered(tx, cast.li_member, contact.id)
    _, card = await cards.of_contact(tx, cast.li_member, contact.id)
    assert card is not None
    stranger = await a_newcomer(tx, number)

    async def holds(tx: Tx, confirmed: Outcome, lost: Outcome) -> None:
        assert lost.is_done
        assert confirmed.is_done or isinstance(confirmed.refusal, CardIsLost)
        now = await stored_contacts.get(tx, contact.id)
        assert now is not None
        assert now.person_id is None, "who has the lost card is nobody's contact"

    return Case(
        lambda tx: cards.confirm(tx, issued.code, stranger),
        lambda tx: cards.replace(tx, cast.li_member, contact.id, card.id),
        holds,
    )


@CASES.case()
async def two_contacts_are_registered_for_the_last_place(tx: Tx, cast: Cast, number: int) -> Case:
    await _contact(tx, cast, number)
    for name in ("甲", "乙", "丙", "丁"):
        await test_cards.know(tx, cast, f"{name}{number}")

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        the_late_one(one, other, ContactLimitReached)
        assert len(await contacts.of_member(tx, cast.li_member)) == 6

    def register(name: str) -> Act:
        wanted = Particulars(name, ContactKind.SECTOR)
        return lambda tx: contacts.register(tx, cast.li_member, wanted, JINGJIANG, TODAY)

    return Case(register("戊"), register("己"), holds)


@CASES.case()
async def two_clerks_take_the_same_paper_form(tx: Tx, cast: Cast, number: int) -> Case:
    year = 2000 + number

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        the_late_one(one, other, FormIsHandedInAlready)
        count = "SELECT COUNT(*) FROM forms WHERE member_id = :id AND year = :year"
        assert await tx.value(count, id=cast.li_member.id, year=year) == 1

    return Case.twice(lambda tx: forms.take_paper(tx, cast.li_member.id, test_forms.DESK, cast.zhou, year), holds)


# --- tried out --------------------------------------------------------------------------------------------------------


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    CASES.parametrize(metafunc)


async def test_two_with_the_same_person_at_once(name: str, turned: bool, db: Db, cast: Cast, is_long: bool) -> None:
    await CASES.try_out(name, db, cast, turned=turned, everywhere=is_long)
