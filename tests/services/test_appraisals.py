"""Points made known: kept as they were, objected to in time, decided once, closed."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from domain.appraisal import shown
from domain.confirmations import Confirmation, How, Verdict
from domain.objections import (
    NothingToObjectTo,
    ObjectionIsDecided,
    ObjectionIsMade,
    ObjectionIsYourOwn,
    ObjectionNeedsWords,
    ObjectionsAreOver,
    ObjectionUnknown,
)
from domain.people import Role, Standing
from domain.settings import Appraisal as Settings
from domain.settings import Totals
from domain.short_words import WordsAreTooLong
from domain.totals import Period
from domain.visits import VisitKind
from services import (
    appraisal,
    appraisal_list,
    appraisal_words,
    appraisals,
    figures,
    merits,
    objections,
    schemes,
    totals,
)
from services.appraisal import AppraisalIsNotYours, AppraisalLineUnknown, Bench
from services.appraisals import (
    AppraisalIsOut,
    AppraisalIsOver,
    NothingToAppraise,
    ObjectionsAreStillOpen,
    ObjectionsWait,
)
from services.objections import ObjectionNeedsReason
from storage import appraisals as stored
from storage import confirmations, people, units, visits
from storage.db import Db, Tx
from storage.totals import EVERYONE
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import COMMITTEE
from tests.services.reminding import TEXTS, said_to
from tests.services.test_merits import HOUSE, again, logged

BENCH = Bench(HOUSE, Settings())
DESK = figures.Desk(HOUSE, COMMITTEE, Totals())
TODAY = date(2026, 3, 16)
UNTIL = date(2026, 3, 30)


async def answered(db: Db) -> dict[str, int]:
    """All that waits, and what that leaves to do."""
    done: dict[str, int] = {}
    while now := await figures.answer(db, DESK):
        done |= now
    return done


async def published(db: Db, cast: Cast) -> None:
    """李建国 has two visits to one contact with a good deed; the office makes 2026 known."""
    async with db.write() as tx:
        contact = await logged(tx, cast.li_member, VisitKind.HOME, date(2026, 3, 2), "送去轮椅")
        await again(tx, contact, VisitKind.GROUP, date(2026, 3, 4))
        await figures.ask(tx, figures.PUBLISH, cast.zhou.id, year=2026)
    assert await answered(db) == {"appraisal-publish": 1, "appraisal-news": 1}


async def points_of(tx: Tx, cast: Cast) -> str:
    return shown((await appraisal.sheet(tx, BENCH, 2026, cast.li_member.id)).standing.points)


# --- made known -------------------------------------------------------------------------------------------------------


async def test_what_is_made_known_is_what_was_counted_and_stays_so(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        await logged(tx, cast.zhao_member, VisitKind.HOME, date(2026, 3, 3))
    await published(db, cast)
    async with db.write() as tx:
        live = await merits.of_members(tx, HOUSE, BENCH.table(2026), 2026)
        before = {}
        for one in live:
            sheet = await appraisal.sheet(tx, BENCH, 2026, one.member.member_id)
            assert (sheet.standing.lines, sheet.standing.points) == (one.lines, one.points)
            assert sheet.standing.member.figures.percent == one.member.figures.percent
            before[one.member.member_id] = sheet
            for line in one.lines:
                opened = await appraisal.opened(tx, BENCH, sheet, line.rule.name, cast.zhou)
                assert len(opened.evidence) == line.count
        # Whatever becomes of the visits and of the scheme.
        first, _ = reversed(await visits.latest(tx, cast.li_member.id, 9))
        said = Confirmation(first.id, How.BY_CONTACT, Verdict.DISPUTED, tx.now, "没有来过")
        await confirmations.say(tx, said, cast.wang.id, None)
        assert "2026年3月2日　上门　王秀英　有出入" in await rests_on(tx, before[cast.li_member.id], cast)
        for visit in await visits.latest(tx, cast.li_member.id, 9):
            await visits.withdraw(tx, visit.id)
        assert "2026年3月2日　上门　王秀英　后来撤回" in await rests_on(tx, before[cast.li_member.id], cast)
        await logged(tx, cast.zhao_member, VisitKind.HOME, date(2026, 3, 5))
        other = Bench(replace(HOUSE, scheme=schemes.load("ordos-2021")), Settings())
        for member_id, sheet in before.items():
            assert await appraisal.sheet(tx, other, 2026, member_id) == sheet
        listed = await appraisal_list.of_year(tx, other, 2026, EVERYONE)
        assert {(one.name, shown(one.points)) for one in listed.entries} == {("李建国", "5"), ("赵明", "2")}


async def rests_on(tx: Tx, sheet: appraisal.Sheet, cast: Cast) -> str:
    opened = await appraisal.opened(tx, BENCH, sheet, "visits", cast.zhou)
    text, _ = await appraisal_words.evidence(tx, opened, 0, cast.zhou)
    return TEXTS.plain("zh", text)


async def test_chat_list_and_the_totals_say_the_same_before_it_is_made_known_and_after(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        await logged(tx, cast.zhao_member, VisitKind.HOME, date(2026, 3, 3))
        await _compare(tx)
    await published(db, cast)
    async with db.write() as tx:
        await _compare(tx)


async def _compare(tx: Tx) -> None:
    completion = {one.name: one.figures.percent for one in await totals.of_members(tx, HOUSE, Period.of_year(2026))}
    listed = await appraisal_list.of_year(tx, BENCH, 2026, EVERYONE)
    text, _ = appraisal_list.page(BENCH, listed, 0)
    said = TEXTS.plain("zh", text)
    for place, one in enumerate(await merits.of_members(tx, HOUSE, BENCH.table(2026), 2026), start=1):
        percent = completion[one.member.name]
        assert f"{place}. {one.member.name}　{shown(one.points)} 分　完成 {percent}%" in said
        sheet = await appraisal.sheet(tx, BENCH, 2026, one.member.member_id)
        own = TEXTS.plain("zh", appraisal_words.table(sheet, HOUSE.scheme, is_own=True))
        assert f"得分：<b>{shown(one.points)}</b> 分　任务完成率：{percent}%" in own
        for number, line in enumerate(one.lines, start=1):
            assert f"{number}. {line.rule.title}：{line.count}" in own


async def test_every_member_is_told_once_and_the_office_when_it_is_out(db: Db, cast: Cast) -> None:
    await published(db, cast)
    assert ["5</b> 分" in text for text in await said_to(db, cast.li.id)] == [True]
    assert ["0</b> 分" in text for text in await said_to(db, cast.zhao.id)] == [True]
    assert await appraisals.announce(db, 1, TODAY) == 0
    out, told = await said_to(db, cast.zhou.id)
    assert "共 2 位委员。2026年3月30日前" in out
    assert "已发给 2 位委员" in told


async def test_it_is_made_known_once(db: Db, cast: Cast) -> None:
    await published(db, cast)
    async with db.write() as tx:
        with pytest.raises(AppraisalIsOut):
            await appraisals.plan(tx, BENCH, 2026)
        await figures.ask(tx, figures.PUBLISH, cast.zhou.id, year=2026)
    assert await figures.answer(db, DESK) == {}
    assert "已经公布了" in (await said_to(db, cast.zhou.id))[-1]


async def test_what_a_crash_left_half_written_gives_way(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        half = await stored.begin(tx, 2026, {"points": []}, TODAY, UNTIL, cast.zhou.id)
        assert half is not None
        assert await stored.of_year(tx, 2026) is None
    await published(db, cast)
    async with db.read() as tx:
        whole = await stored.of_year(tx, 2026)
        assert whole is not None
        assert whole.id != half


async def test_a_scheme_that_says_nothing_has_nothing_to_make_known(tx: Tx) -> None:
    with pytest.raises(NothingToAppraise):
        await appraisals.plan(tx, Bench(replace(HOUSE, scheme=schemes.load("ordos-2021")), Settings()), 2026)


async def test_who_came_later_is_not_in_it(db: Db, cast: Cast) -> None:
    await published(db, cast)
    async with db.write() as tx:
        late = await people.add(tx, "钱进", "zh")
        member_id = await people.add_member(tx, late, "医卫界", "", Standing.REGULAR)
        with pytest.raises(AppraisalIsNotYours):
            await appraisal.sheet(tx, BENCH, 2026, member_id)


# --- whose ------------------------------------------------------------------------------------------------------------


async def test_each_sees_their_own_and_units_those_of_their_members(tx: Tx, cast: Cast) -> None:
    sun = await people.get(tx, await people.add(tx, "孙平", "zh"))
    await people.grant(tx, sun.id, Role.STAFF)
    unit = await units.named(tx, "城北镇工委")
    assert unit is not None
    await units.join(tx, sun.id, unit.id)
    sun = await people.get(tx, sun.id)
    li = cast.li_member.id
    for viewer, own in ((cast.li, cast.li_member), (cast.zhou, None), (cast.chen, None), (sun, None)):
        await appraisal.check_may_see(tx, li, viewer, own)
    for viewer, own, whose in (
        (cast.zhao, cast.zhao_member, li),
        (sun, None, cast.zhao_member.id),
        (cast.wang, None, li),
        (cast.liu, None, li),
    ):
        with pytest.raises(AppraisalIsNotYours):
            await appraisal.check_may_see(tx, whose, viewer, own)


async def test_leaders_see_no_contact_s_name_and_only_the_office_what_was_objected(db: Db, cast: Cast) -> None:
    await published(db, cast)
    async with db.write() as tx:
        await objections.make(tx, BENCH, 2026, "visits", cast.li_member, "少算了一次")
        sheet = await appraisal.sheet(tx, BENCH, 2026, cast.li_member.id)
        for viewer, reads in ((cast.li, True), (cast.zhou, True), (cast.chen, False)):
            opened = await appraisal.opened(tx, BENCH, sheet, "visits", viewer)
            text, _ = await appraisal_words.evidence(tx, opened, 0, viewer)
            said = TEXTS.plain("zh", text)
            assert "2026年3月2日　上门" in said
            assert ("王秀英" in said, "少算了一次" in said) == (reads, reads)


# --- objected to ------------------------------------------------------------------------------------------------------


async def test_an_objection_is_upheld_with_other_points_and_the_member_is_told_why(db: Db, cast: Cast) -> None:
    await published(db, cast)
    async with db.write() as tx:
        await objections.make(tx, BENCH, 2026, "visits", cast.li_member, " 少算了一次 ")
        assert await points_of(tx, cast) == "5"
    assert "李建国对2026年考核“走访联系对象”提出异议：\n\n少算了一次" in (await said_to(db, cast.zhou.id))[-1]
    async with db.write() as tx:
        done = await objections.decide(tx, 1, cast.zhou, Decimal(3), "三月六日那次记在日记里")
        assert shown(done.line.points) == "3"
        assert await points_of(tx, cast) == "6"
        listed = await appraisal_list.of_year(tx, BENCH, 2026, EVERYONE)
        assert [shown(one.points) for one in listed.entries] == ["6", "0"]
        assert (listed.objections, listed.waiting) == (1, 0)
    told = (await said_to(db, cast.li.id))[-1]
    assert "成立，这一项改为 3 分，总分 6 分。\n理由：三月六日那次记在日记里" in told


async def test_an_objection_is_refused_with_a_reason_and_changes_nothing(db: Db, cast: Cast) -> None:
    await published(db, cast)
    async with db.write() as tx:
        await objections.make(tx, BENCH, 2026, "visits", cast.li_member, "少算了一次")
        with pytest.raises(ObjectionNeedsReason):
            await objections.decide(tx, 1, cast.zhou, None, "  ")
        await objections.decide(tx, 1, cast.zhou, None, "没有记录")
        assert await points_of(tx, cast) == "5"
        with pytest.raises(ObjectionIsDecided):
            await objections.decide(tx, 1, cast.zhou, Decimal(9), "再看看")
        (kept,) = await objections.of_year(tx, 2026)
        assert (kept.objection.words, kept.objection.reason) == ("少算了一次", "没有记录")
    assert "不成立，这一项仍为 2 分，总分 5 分。" in (await said_to(db, cast.li.id))[-1]


async def test_each_line_is_objected_to_once_in_words_and_in_time(db: Db, clock: TestClock, cast: Cast) -> None:
    async with db.write() as tx:
        with pytest.raises(NothingToObjectTo):
            await objections.to_object(tx, BENCH, 2026, "visits", cast.li_member)
    await published(db, cast)
    async with db.write() as tx:
        with pytest.raises(ObjectionNeedsWords):
            await objections.make(tx, BENCH, 2026, "visits", cast.li_member, " 👍 ")
        with pytest.raises(WordsAreTooLong):
            await objections.make(tx, BENCH, 2026, "visits", cast.li_member, "少" * 9999)
        with pytest.raises(AppraisalLineUnknown):
            await objections.make(tx, BENCH, 2026, "smiles", cast.li_member, "少算了一次")
        await objections.make(tx, BENCH, 2026, "visits", cast.li_member, "少算了一次")
        with pytest.raises(ObjectionIsMade):
            await objections.make(tx, BENCH, 2026, "visits", cast.li_member, "少算了两次")
        with pytest.raises(ObjectionUnknown):
            await objections.case(tx, 99)
    clock.now = datetime(2026, 3, 30, 15, 59, tzinfo=UTC)
    async with db.write() as tx:
        await objections.make(tx, BENCH, 2026, "diary", cast.li_member, "写在本子上")
    clock.move(minutes=1)
    async with db.write() as tx:
        with pytest.raises(ObjectionsAreOver):
            await objections.make(tx, BENCH, 2026, "deeds", cast.li_member, "少算了一件")


async def test_nobody_of_the_office_decides_about_their_own_points(db: Db, cast: Cast) -> None:
    await published(db, cast)
    async with db.write() as tx:
        await people.grant(tx, cast.li.id, Role.OFFICE)
        await objections.make(tx, BENCH, 2026, "visits", cast.li_member, "少算了一次")
        with pytest.raises(ObjectionIsYourOwn):
            await objections.decide(tx, 1, await people.get(tx, cast.li.id), Decimal(20), "我说了算")


async def test_two_lines_decided_at_the_same_moment_both_count(db: Db, cast: Cast) -> None:
    await published(db, cast)
    async with db.write() as tx:
        for line in ("visits", "deeds"):
            await objections.make(tx, BENCH, 2026, line, cast.li_member, "少算了")

    async def decides(number: int) -> None:
        async with db.write() as tx:
            await objections.decide(tx, number, cast.zhou, Decimal(10), "看过了")

    await asyncio.gather(decides(1), decides(2))
    async with db.read() as tx:
        assert await points_of(tx, cast) == "21"


# --- closed, taken back -----------------------------------------------------------------------------------------------


async def test_it_is_closed_when_the_time_is_over_and_all_is_decided_and_never_changes_again(
    db: Db, cast: Cast
) -> None:
    await published(db, cast)
    async with db.write() as tx:
        await objections.make(tx, BENCH, 2026, "visits", cast.li_member, "少算了一次")
        with pytest.raises(ObjectionsAreStillOpen):
            await appraisals.close(tx, 2026, cast.zhou.id, UNTIL)
        with pytest.raises(ObjectionsWait):
            await appraisals.close(tx, 2026, cast.zhou.id, UNTIL + timedelta(days=1))
        await objections.decide(tx, 1, cast.zhou, None, "没有记录")
        await appraisals.close(tx, 2026, cast.zhou.id, UNTIL + timedelta(days=1))
        with pytest.raises(AppraisalIsOver):
            await appraisals.close(tx, 2026, cast.zhou.id, UNTIL + timedelta(days=2))
        with pytest.raises(AppraisalIsOver):
            await appraisals.withdraw(tx, 2026, cast.zhou.id)
        with pytest.raises(ObjectionsAreOver):
            await objections.make(tx, BENCH, 2026, "deeds", cast.li_member, "少算了")
        sheet = await appraisal.sheet(tx, BENCH, 2026, cast.li_member.id)
        assert not sheet.is_open(TODAY)
        assert await appraisal.year_of_interest(tx, date(2027, 1, 5)) == 2027


async def test_what_was_made_known_by_mistake_is_withdrawn_told_and_made_known_anew(db: Db, cast: Cast) -> None:
    await published(db, cast)
    async with db.write() as tx:
        await objections.make(tx, BENCH, 2026, "visits", cast.li_member, "少算了一次")
        await appraisals.withdraw(tx, 2026, cast.zhou.id)
        with pytest.raises(ObjectionIsDecided):
            await objections.decide(tx, 1, cast.zhou, Decimal(9), "看过了")
        with pytest.raises(AppraisalIsOver):
            await appraisals.close(tx, 2026, cast.zhou.id, UNTIL + timedelta(days=1))
        again_ = await appraisal.sheet(tx, BENCH, 2026, cast.li_member.id)
        assert again_.published is None
    assert await answered(db) == {"appraisal-news": 1}
    assert "已经撤回" in (await said_to(db, cast.li.id))[-1]
    async with db.write() as tx:
        await figures.ask(tx, figures.PUBLISH, cast.zhou.id, year=2026)
    await answered(db)
    assert "已公布，您的得分" in (await said_to(db, cast.li.id))[-1]


async def test_in_a_year_under_objection_appraisal_shows_that_year(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        assert await appraisal.year_of_interest(tx, TODAY) == 2026
        await figures.ask(tx, figures.PUBLISH, cast.zhou.id, year=2025)
    await answered(db)
    async with db.read() as tx:
        assert await appraisal.year_of_interest(tx, TODAY) == 2025
        assert await appraisal.year_of_interest(tx, UNTIL + timedelta(days=1)) == 2026
