"""Who is reminded each month, and when nobody is disturbed."""

from dataclasses import replace
from datetime import date

from domain.people import Role
from services import gathering, outbox, reminders, schemes
from services.calendar import workdays
from storage import merging, people
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.reminding import MONTH_ONLY, RULES, TEXTS, at, fulfil, register, said_to, visit, with_settings
from texts import unpack


async def test_who_owes_something_gets_a_plan_on_the_25th(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        zhang, _, wang = await register(tx, cast.li_member.id, "张三", "李四", "王五")
        await visit(tx, cast.li_member.id, zhang, "2026-03-17", deed="送去轮椅")
        await visit(tx, cast.li_member.id, wang, "2026-02-05")
    clock.now = at("2026-03-25")
    assert await gathering.remind(db, MONTH_ONLY) == {"monthly": 2}
    assert await said_to(db, cast.li.id) == [
        "李建国委员，您好！\n"
        "这是每月一次的履职提醒。今年还需：\n"
        "· 登记联系对象 2 位\n"
        "· 走访 7 次，平均每月 1 次\n"
        "· 办实事 2 件\n"
        "\n"
        "建议先走访：\n"
        "· 李四：还差 3 次，还没有走访过\n"
        "· 王五：还差 2 次，上次2月5日\n"
        "· 张三：还差 2 次，上次3月17日\n"
        "\n"
        "请在2026年12月31日前完成。"
    ]


async def test_the_reminder_has_buttons_to_log_a_visit_and_to_see_the_quota(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    clock.now = at("2026-03-25")
    await gathering.remind(db, MONTH_ONLY)
    async with db.read() as tx:
        row = await tx.one("SELECT content_json, lane FROM outbox WHERE person_id = :id", id=cast.li.id)
    assert row is not None
    labels = [TEXTS.plain("zh", unpack(b["label"])) for line in row["content_json"]["buttons"] for b in line]
    assert labels == ["记录走访", "履职进度", "明天再提醒", "下周再提醒"]
    assert row["lane"] == outbox.Lane.BROADCAST


async def test_many_contacts_are_cut_short(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        await register(tx, cast.li_member.id, *(f"孙{number}" for number in range(8)))
    clock.now = at("2026-03-25")
    await gathering.remind(db, MONTH_ONLY)
    (said,) = await said_to(db, cast.li.id)
    assert "孙5" in said
    assert "孙6" not in said
    assert "还有 2 位" in said


async def test_nothing_is_due_before_the_day_and_hour(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-03-25", 8, 59)
    assert await gathering.remind(db, MONTH_ONLY) == {}


async def test_a_second_tick_sends_nothing_twice(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-03-25")
    await gathering.remind(db, MONTH_ONLY)
    clock.move(minutes=1)
    assert await gathering.remind(db, MONTH_ONLY) == {}
    assert len(await said_to(db, cast.li.id)) == 1


async def test_a_missed_tick_is_caught_up_within_days(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-03-30", 14)
    assert await gathering.remind(db, MONTH_ONLY) == {"monthly": 2}


async def test_of_several_missed_months_only_the_last_is_caught_up(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-06-01")
    assert await gathering.remind(db, MONTH_ONLY) == {"monthly": 2}
    async with db.read() as tx:
        assert await tx.all("SELECT period FROM rounds WHERE kind = 'monthly'") == [{"period": "2026-05"}]


async def test_each_month_reminds_again(db: Db, cast: Cast, clock: TestClock) -> None:
    for day in ("2026-03-25", "2026-04-27", "2026-05-25"):
        clock.now = at(day)
        assert await gathering.remind(db, MONTH_ONLY) == {"monthly": 2}
    assert len(await said_to(db, cast.li.id)) == 3


async def test_the_31st_is_the_last_day_of_a_short_month(db: Db, cast: Cast, clock: TestClock) -> None:
    rules = with_settings(day=31)
    clock.now = at("2026-04-30", 8, 59)
    await gathering.remind(db, rules)
    clock.now = at("2026-04-30")
    assert await gathering.remind(db, rules) == {"monthly": 2}
    async with db.read() as tx:
        assert {row["period"] for row in await tx.all("SELECT period FROM rounds WHERE kind = 'monthly'")} == {
            "2026-03",
            "2026-04",
        }


async def test_no_one_is_reminded_of_months_before_the_house_stood(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-03-24")
    assert await gathering.remind(db, MONTH_ONLY) == {}
    async with db.read() as tx:
        assert await tx.all("SELECT id FROM rounds") == []


async def test_an_empty_house_reminds_no_one(db: Db, clock: TestClock) -> None:
    clock.now = at("2026-03-25")
    assert await gathering.remind(db, RULES) == {}


async def test_a_scheme_without_figures_has_no_monthly_round(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-03-25")
    assert await gathering.remind(db, replace(RULES, scheme=schemes.load("ordos-2021"))) == {}


async def test_the_monthly_reminder_can_be_switched_off(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-03-25")
    assert await gathering.remind(db, with_settings(monthly=False)) == {}


async def test_a_member_who_has_left_is_not_reminded(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        await tx.run("UPDATE members SET left_on = :day WHERE id = :id", day=date(2026, 3, 20), id=cast.li_member.id)
    clock.now = at("2026-03-25")
    assert await gathering.remind(db, MONTH_ONLY) == {"monthly": 1}
    assert await said_to(db, cast.li.id) == []


async def test_a_leader_owes_both_duties(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        await people.grant(tx, cast.li.id, Role.LEADER)
    clock.now = at("2026-03-25")
    await gathering.remind(db, replace(MONTH_ONLY, scheme=schemes.load("baokang-151")))
    assert "登记联系对象 16 位" in (await said_to(db, cast.li.id))[0]
    assert "登记联系对象 5 位" in (await said_to(db, cast.zhao.id))[0]


# --- when nobody is disturbed -----------------------------------------------------------------------------------------


async def test_a_round_missed_by_day_is_not_caught_up_at_night(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-03-25", 23)
    assert await gathering.remind(db, MONTH_ONLY) == {}
    clock.now = at("2026-03-26", 7, 59)
    assert await gathering.remind(db, MONTH_ONLY) == {}
    clock.now = at("2026-03-26", 8)
    assert await gathering.remind(db, MONTH_ONLY) == {"monthly": 2}


async def test_a_round_missed_on_friday_waits_for_monday(db: Db, cast: Cast, clock: TestClock) -> None:
    rules = with_settings(day=27)
    clock.now = at("2026-03-28", 10)
    assert await gathering.remind(db, rules) == {}
    clock.now = at("2026-03-30", 10)
    assert await gathering.remind(db, rules) == {"monthly": 2}


async def test_on_a_weekend_it_is_sent_where_the_committee_wants_that(db: Db, cast: Cast, clock: TestClock) -> None:
    clock.now = at("2026-03-28", 10)
    assert await gathering.remind(db, with_settings(day=28, workdays_only=False)) == {"monthly": 2}


async def test_the_committee_s_own_holiday_is_waited_out(db: Db, cast: Cast, clock: TestClock) -> None:
    rules = replace(MONTH_ONLY, workdays=workdays([2026], extra_holidays=[date(2026, 3, 25)]))
    clock.now = at("2026-03-25", 12)
    assert await gathering.remind(db, rules) == {}
    clock.now = at("2026-03-26")
    assert await gathering.remind(db, rules) == {"monthly": 2}


async def test_a_year_without_published_make_up_workdays_is_told_to_the_office_once(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    rules = replace(RULES, workdays=workdays([2026, 2027]))
    clock.now = at("2026-12-31")
    assert await reminders.ask_for_calendar(db, rules) == {}
    clock.now = at("2027-01-01", 3)
    assert await reminders.ask_for_calendar(db, rules) == {}
    clock.now = at("2027-01-01")
    assert await reminders.ask_for_calendar(db, rules) == {"told": 1}
    assert await reminders.ask_for_calendar(db, rules) == {}
    (said,) = await said_to(db, cast.zhou.id)
    assert said.startswith("2027 年的调休安排尚未公布")


async def test_make_up_workdays_named_by_the_committee_make_the_year_known(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    clock.now = at("2027-01-01")
    rules = replace(RULES, workdays=workdays([2026, 2027], extra_workdays=[date(2027, 2, 20)]))
    assert await reminders.ask_for_calendar(db, rules) == {}


async def test_what_the_office_must_know_waits_until_someone_of_it_has_joined(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    async with db.write() as tx:
        await tx.run("UPDATE people SET telegram_id = NULL WHERE id = :id", id=cast.zhou.id)
    clock.now = at("2027-01-04")
    assert await reminders.ask_for_calendar(db, RULES) == {}
    async with db.write() as tx:
        await merging.move_telegram(tx, 1004, cast.zhou.id)
    assert await reminders.ask_for_calendar(db, RULES) == {"told": 1}


# --- who owes nothing -------------------------------------------------------------------------------------------------


async def test_who_owes_nothing_is_thanked_once_in_the_year(db: Db, cast: Cast, clock: TestClock) -> None:
    await fulfil(db, cast.li_member.id)
    for day in ("2026-03-25", "2026-04-27"):
        clock.now = at(day)
        await gathering.remind(db, MONTH_ONLY)
    assert await said_to(db, cast.li.id) == [
        "李建国委员，您好！\n您今年的联系走访任务已经全部完成。感谢您为群众付出的辛劳！"
    ]


async def test_who_owes_nothing_but_can_not_be_reached_is_thanked_later(db: Db, cast: Cast, clock: TestClock) -> None:
    await fulfil(db, cast.li_member.id)
    async with db.write() as tx:
        await people.set_blocked(tx, cast.li.id, blocked=True)
    clock.now = at("2026-03-25")
    await gathering.remind(db, MONTH_ONLY)
    async with db.write() as tx:
        await people.set_blocked(tx, cast.li.id, blocked=False)
    clock.now = at("2026-04-27")
    await gathering.remind(db, MONTH_ONLY)
    assert len(await said_to(db, cast.li.id)) == 1


async def test_thanks_can_be_switched_off(db: Db, cast: Cast, clock: TestClock) -> None:
    await fulfil(db, cast.li_member.id)
    clock.now = at("2026-03-25")
    await gathering.remind(db, with_settings(thanks=False))
    assert await said_to(db, cast.li.id) == []
