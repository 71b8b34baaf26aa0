"""The dates of a scheme, reminded of in time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.people import Role
from domain.schemes import Deadline, Scheme, Whose
from domain.settings import Committee
from services import deadlines, forms, gathering
from services.forms import Desk
from storage import people, reminders
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.reminding import RULES, TEXTS, at, register, said_to, with_settings


async def test_the_date_of_the_contacts_says_how_many_are_registered(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        await register(tx, cast.li_member.id, "张三", "李四", "王五")
    clock.now = at("2026-03-17")
    assert await gathering.remind(db, RULES) == {"deadline": 2}
    assert await said_to(db, cast.li.id) == [
        "李建国委员，您好！\n"
        "<b>确定联系对象，递送服务卡</b>（2026年3月31日截止，还有 14 天）\n"
        "确定联系对象，并将《联系群众服务卡》递送至联系对象手中\n"
        "\n"
        "您已登记联系对象 3 位，至少还需 2 位。\n"
        "依据：靖协发〔2014〕7号 附件注2"
    ]


async def test_who_has_registered_enough_contacts_is_not_reminded_of_their_date(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    async with db.write() as tx:
        await register(tx, cast.li_member.id, "孙一", "孙二", "孙三", "孙四", "孙五")
    clock.now = at("2026-03-17")
    await gathering.remind(db, RULES)
    assert await said_to(db, cast.li.id) == []
    assert len(await said_to(db, cast.zhao.id)) == 1


async def test_each_date_is_reminded_of_two_weeks_and_two_days_before(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        await register(tx, cast.li_member.id, "张三")
    days, day = {}, date(2026, 3, 17)
    while day.year == 2026:
        clock.now = at(day.isoformat())
        if claimed := await gathering.remind(db, with_settings(monthly=False, deadlines=True)):
            days[day.isoformat()] = claimed
        day += timedelta(days=1)
    assert list(days) == ["2026-03-17", "2026-03-29", "2026-04-01", "2026-04-13", "2026-11-16", "2026-11-28"]


async def test_members_remind_their_contacts_of_the_cards(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        await register(tx, cast.li_member.id, "张三", "李四")
    clock.now = at("2026-11-16")
    await gathering.remind(db, with_settings(monthly=False, deadlines=True))
    (said,) = await said_to(db, cast.li.id)
    assert said.startswith(
        "李建国委员，您好！\n请您提醒 2 位联系对象：\n<b>寄送服务卡</b>（2026年11月30日截止，还有 14 天）"
    )
    assert await said_to(db, cast.zhao.id) == []


async def test_who_handed_in_the_form_is_not_reminded_of_its_date_unless_it_was_returned(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    desk = Desk(RULES.scheme, Committee(name="政协示例县委员会", code="SL"))
    async with db.write() as tx:
        await register(tx, cast.li_member.id, "张三")
        await register(tx, cast.zhao_member.id, "何苗")
        await forms.hand_in(tx, cast.li_member, desk, date(2026, 3, 16))
        returned = await forms.hand_in(tx, cast.zhao_member, desk, date(2026, 3, 16))
        await forms.send_back(tx, returned.id, "请补上住址", cast.zhou)
    clock.now = at("2026-04-01")
    assert await gathering.remind(db, with_settings(monthly=False, deadlines=True)) == {"deadline": 2}
    assert not [said for said in await said_to(db, cast.li.id) if "报送登记表" in said]
    assert "报送登记表" in (await said_to(db, cast.zhao.id))[-1]


@pytest.mark.parametrize(("day", "words"), [("2026-04-14", "就是明天"), ("2026-04-15", "就是今天")])
async def test_a_date_caught_up_late_says_how_little_time_is_left(
    db: Db, cast: Cast, clock: TestClock, day: str, words: str
) -> None:
    clock.now = at(day)
    await gathering.remind(db, with_settings(monthly=False, deadlines=True))
    assert words in (await said_to(db, cast.li.id))[0]


async def test_dates_can_be_switched_off(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-03-17")
    assert await gathering.remind(db, with_settings(deadlines=False)) == {}


def scheme_with_date(*who: Whose) -> Scheme:
    date_of_ours = Deadline(name="plan", title="报计划", month=4, day=15, who=who, what="报送年度计划", source="J7, 三")
    return RULES.scheme.model_copy(update={"deadlines": (date_of_ours,)})


async def test_a_date_of_the_leaders_is_for_members_who_lead(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        await people.grant(tx, cast.li.id, Role.LEADER)
    clock.now = at("2026-04-01")
    rules = replace(with_settings(monthly=False, deadlines=True), scheme=scheme_with_date(Whose.LEADER))
    assert await gathering.remind(db, rules) == {"deadline": 1}
    assert await said_to(db, cast.zhao.id) == []


async def test_a_date_of_units_or_the_office_is_not_brought_to_members(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-04-01")
    rules = replace(with_settings(monthly=False, deadlines=True), scheme=scheme_with_date(Whose.UNIT, Whose.OFFICE))
    assert await gathering.remind(db, rules) == {}


async def test_a_line_that_waited_says_its_own_date_and_nothing_once_that_is_over(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    async with db.read() as tx:
        people_ = await reminders.unclaimed(tx, "deadline", "none", date(2026, 3, 16))
        tx.now = at("2026-04-14")
        form = await deadlines.recall(tx, people_, RULES, "2026:form:2")
        contacts = await deadlines.recall(tx, people_, RULES, "2026:contacts:2")
    notice = form(people_[0])
    assert notice is not None
    assert "4月15日" in TEXTS.plain("zh", notice.text)
    assert contacts(people_[0]) is None
