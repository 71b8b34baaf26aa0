"""Totals: counted as the quotas are, the same wherever they are shown, and only for whom they are."""

import gc
import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from domain.contacts import Contact, ContactKind
from domain.people import Role, Standing
from domain.quota import MemberProgress
from domain.settings import Channels
from domain.settings import Totals as Settings
from domain.totals import Period, PeriodKind, added_up, in_year
from domain.visits import UNSAVED, Visit, VisitKind
from reports import books, papers, pictures
from services import bulletins, figures, forms, leaders, letters, quota, schemes, totals, totals_beside
from services.bulletins import BulletinIsOut, NoGroupForBulletin
from services.totals import Scope
from services.totals_counting import all_of_it_kept, together
from services.totals_stats import of_many, year_picture
from services.totals_words import CELLS, OF_ONE, cells, said
from storage import contacts, good_deeds, people, units, visits
from storage.db import Db, Tx
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import COMMITTEE, LIMITS, as_pieces, write
from tests.services.reminding import RULES, TEXTS, said_to
from texts import Text

YEAR = Period.of_year(2026)
DESK = figures.Desk(RULES, COMMITTEE, Settings())


async def a_year(tx: Tx, cast: Cast, seed: int = 7) -> None:
    """Contacts of every kind, some ended; visits of every kind in two years, some withdrawn; good deeds."""
    dice = random.Random(seed)
    for member in (cast.li_member.id, cast.zhao_member.id):
        for number in range(9):
            kind = dice.choice(list(ContactKind))
            contact = Contact(UNSAVED, member, kind, f"群众{number}", date(2025, 3, 1))
            contact = replace(contact, id=await contacts.add(tx, contact))
            for _ in range(dice.randrange(6)):
                await _visit(tx, contact, dice)
            if dice.random() < 0.25:
                await contacts.save(tx, replace(contact, ended_on=date(2026, 2, 1), ended_because="搬走"))


async def _visit(tx: Tx, contact: Contact, dice: random.Random) -> None:
    day = date(2026, 3, 16) - timedelta(days=dice.randrange(120))
    entry = Visit(UNSAVED, contact.member_id, contact.id, dice.choice(list(VisitKind)), day, "了解情况", tx.now)
    entry = replace(entry, id=await visits.add(tx, entry))
    if dice.random() < 0.4:
        await good_deeds.add(tx, entry, ["送去轮椅"])
    if dice.random() < 0.15:
        await visits.withdraw(tx, entry.id)


# --- counted as the quotas are ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", [name for name in schemes.shipped() if name != "example"])
@pytest.mark.parametrize("leads", [False, True])
async def test_what_is_done_and_owed_is_what_each_member_s_own_progress_says(
    tx: Tx, cast: Cast, scheme: str, leads: bool
) -> None:
    await a_year(tx, cast)
    if leads:
        await people.grant(tx, cast.li.id, Role.LEADER)
    rules = replace(RULES, scheme=schemes.load(scheme))
    counted = {one.member_id: one for one in await totals.of_members(tx, rules, YEAR)}
    for member, standing in await quota.progress_of_many(tx, rules.scheme, 2026):
        one = counted[member.id]
        assert (one.figures.done, one.figures.owed) == _completion(standing)
        assert one.figures.contacts == len(standing.contacts)
        assert (one.figures.done == one.figures.owed) is standing.owes_nothing


async def test_who_joined_in_mid_year_owes_their_part(tx: Tx, cast: Cast) -> None:
    await a_year(tx, cast)
    await tx.run("UPDATE members SET joined_on = :on WHERE id = :id", on=date(2026, 3, 1), id=cast.li_member.id)
    counted = {one.member_id: one for one in await totals.of_members(tx, RULES, YEAR)}
    for member, standing in await quota.progress_of_many(tx, RULES.scheme, 2026):
        figures_ = counted[member.id].figures
        assert (figures_.done, figures_.owed) == _completion(standing)


async def test_a_member_counts_to_the_end_of_their_last_day_and_the_visits_of_each_month_are_of_the_same_members(
    tx: Tx, cast: Cast
) -> None:
    """Who leaves with a quarter is in it; who left before is in none of its figures, its picture among them."""
    await a_year(tx, cast)
    quarter = Period(PeriodKind.QUARTER, 2026, 1)
    for left, serving in (
        (date(2026, 3, 16), {cast.li_member.id, cast.zhao_member.id}),
        (date(2026, 3, 15), {cast.zhao_member.id}),
    ):
        await tx.run("UPDATE members SET left_on = :on WHERE id = :id", on=left, id=cast.li_member.id)
        counted = await totals.of_period(tx, RULES, quarter)
        assert {one.member_id for one in counted.members} == serving
        assert sum(counted.months().values()) == counted.all.visits > 0
        beside = await together(tx, RULES, quarter, Scope(), counted.on)
        assert (beside.members, beside.visits) == (len(serving), counted.all.visits)


async def test_members_who_served_for_different_parts_of_the_year_each_owe_theirs(tx: Tx, cast: Cast) -> None:
    """Two who served all of it, one who joined in March, one in June."""
    await a_year(tx, cast)
    for number, joined in enumerate((None, date(2026, 3, 1), date(2026, 6, 1))):
        person = await people.add(tx, f"委员{number}", "zh")
        member = await people.add_member(
            tx, person, "农业界", "", Standing.REGULAR, began_on=date(2026, 1, 1), joined_on=joined
        )
        for name in ("甲", "乙"):
            contact = Contact(UNSAVED, member, ContactKind.SECTOR, name, date(2026, 1, 5))
            contact = replace(contact, id=await contacts.add(tx, contact))
            for day in (1, 2, 3):
                await visits.add(
                    tx, Visit(UNSAVED, member, contact.id, VisitKind.HOME, date(2026, 2, day), "了解情况", tx.now)
                )
    counted = {one.member_id: one.figures for one in await totals.of_members(tx, RULES, YEAR)}
    for member_, standing in await quota.progress_of_many(tx, RULES.scheme, 2026):
        assert (counted[member_.id].done, counted[member_.id].owed) == _completion(standing)
    assert len({figures_.owed for figures_ in counted.values()}) >= 3


async def test_in_a_year_of_two_schemes_a_visit_counts_by_the_one_of_its_day(tx: Tx, cast: Cast) -> None:
    await a_year(tx, cast)
    newer, older = schemes.load("jingjiang-2014"), schemes.load("baokang-151")
    rules = replace(RULES, scheme=newer.succeeding(older, date(2026, 2, 15)))
    counted = {one.member_id: one for one in await totals.of_members(tx, rules, YEAR)}
    for member, standing in await quota.progress_of_many(tx, rules.scheme, 2026):
        assert (counted[member.id].figures.done, counted[member.id].figures.owed) == _completion(standing)


def _completion(standing: MemberProgress) -> tuple[int, int]:
    tallies = [*standing.own, *(tally for one in standing.contacts for tally in one.tallies)]
    return sum(min(one.done, one.required) for one in tallies), sum(one.required for one in tallies)


async def test_the_rest_is_what_was_logged_in_the_period(tx: Tx, cast: Cast) -> None:
    await a_year(tx, cast)
    for period in (YEAR, Period.of_year(2025)):
        counted = {one.member_id: one.figures for one in await totals.of_members(tx, RULES, period)}
        for member in (cast.li_member, cast.zhao_member):
            logged = [one for one in await visits.latest(tx, member.id, 999) if one.happened_on.year == period.year]
            met = {one.contact_id for one in logged if one.kind not in (VisitKind.PHONE, VisitKind.ONLINE)}
            assert counted[member.id].visits == len(logged)
            assert counted[member.id].people == len(met)
    everything = await totals.of_period(tx, RULES, YEAR)
    assert sum(everything.months().values()) == everything.all.visits
    assert list(everything.months()) == [1, 2, 3]


async def test_letters_are_counted_where_they_lie_and_nothing_of_them_is_shown(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    async with db.write() as tx:
        first = await write(tx, cast.wang, cast.li_member, "桥头的护栏松了")
        await write(tx, cast.wang, cast.li_member, "河里有人倒垃圾")
    clock.move(days=3)
    async with db.write() as tx:
        await letters.answer(tx, first.id, cast.li, as_pieces("已请人去修"), LIMITS)
    async with db.read() as tx:
        counted = {one.name: one.figures for one in await totals.of_members(tx, RULES, YEAR)}
        made = await bulletins.content(tx, RULES, COMMITTEE, YEAR)
    assert (counted["李建国"].received, counted["李建国"].answered, counted["李建国"].median_days) == (2, 1, 3)
    assert counted["赵明"].received == 0
    for told in ("护栏", "垃圾", "去修", "王秀英"):
        assert told not in str(made)


# --- the same everywhere ----------------------------------------------------------------------------------------------


async def test_chat_picture_word_file_and_tables_say_the_same(tx: Tx, cast: Cast) -> None:
    await a_year(tx, cast)
    counted = await totals.of_period(tx, RULES, YEAR)
    made = await bulletins.content(tx, RULES, COMMITTEE, YEAR)
    wanted = [said(cell) for cell in cells(counted.all)]
    last = counted.earlier[0].figures
    before = [said(cell) for cell in cells(last)]

    chat = TEXTS.plain("zh", of_many(counted, Text("totals-whose-all"))).splitlines()
    in_chat = [line.rpartition("：")[2] for line in chat[3 : 3 + len(wanted)]]
    beside = [
        now if now == then == "–" else f"{now}（上年同期 {then}）" for now, then in zip(wanted, before, strict=True)
    ]
    assert in_chat == beside
    document = Document(BytesIO(papers.write("bulletin-paper", "zh", made["paper"], TEXTS)))
    assert [row.cells[1].text for row in document.tables[0].rows] == wanted
    book = CalamineWorkbook.from_filelike(BytesIO(books.write("totals-book", "zh", made["book"], TEXTS)))
    assert book.sheet_names == ["总体", "与往年同期相比", "各单位", "各界别", "各委员", "各月走访"]
    sheets: dict[str, list[list[Any]]] = {
        name: book.get_sheet_by_name(name).to_python()[1:] for name in book.sheet_names
    }
    assert [_said(cell) for cell in sheets["总体"][0]] == wanted
    assert made["picture"]["percent"] == counted.all.percent == year_picture(counted, "").data["percent"]
    assert [one["figure"] for one in made["picture"]["figures"]] == [wanted[place] for place in (1, 4, 5, 6, 8)]

    by_member = {row[0]: row for row in sheets["各委员"]}
    for one in counted.members:
        shown = by_member[one.name][3 : 3 + len(OF_ONE)]
        assert [_said(cell) for cell in shown] == [said(cell) for cell in cells(one.figures, OF_ONE)]
    months = [(int(row[0]), int(row[1])) for row in sheets["各月走访"]]
    assert months == list(counted.months().items())
    for group, sheet in ((counted.by_unit, "各单位"), (counted.by_sector, "各界别")):
        assert added_up(group.values()) == counted.all
        assert sum(row[1] for row in sheets[sheet]) == counted.all.members

    # The year before: in the Word file, the tables and on both pictures as in the chat.
    in_word = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert in_word[0] == ["指标", "2026年（截至2026年3月16日）", "2025年（截至2025年3月16日）", "比上年同期"]
    assert [row[1] for row in in_word[1:]] == wanted
    assert [row[2] for row in in_word[1:]] == before
    *figures_, note = sheets["与往年同期相比"]
    assert [[_said(cell) for cell in row[1:3]] for row in figures_] == [row[1:3] for row in in_word[1:]]
    assert note[0] == TEXTS.plain("zh", totals_beside.note(counted)) == chat[3 + len(wanted)]
    for (_, now, then, change), name in zip(figures_, CELLS, strict=True):
        assert change == (now - then if "" not in (now, then) else ""), name
    for picture in (made["picture"], year_picture(counted, "").data):
        drawn = {TEXTS.plain("zh", row["label"]): row["figures"] for row in picture["beside"]["rows"]}
        assert len(drawn) == 5
        assert all([row[1], row[2]] == drawn[row[0]] for row in in_word[1:] if row[0] in drawn)


# --- beside earlier years ---------------------------------------------------------------------------------------------


async def test_the_year_before_is_counted_until_the_same_day(tx: Tx, cast: Cast) -> None:
    await a_year(tx, cast)
    for member in (cast.li_member, cast.zhao_member):
        contact = (await contacts.of_member(tx, member.id))[0]
        for day in (date(2025, 3, 16), date(2025, 3, 17)):
            await visits.add(tx, Visit(UNSAVED, member.id, contact.id, VisitKind.HOME, day, "了解情况", tx.now))
    (last,) = (await totals.of_period(tx, RULES, YEAR)).earlier
    assert (last.period.code, last.on, last.since) == ("2025", date(2025, 3, 16), date(2025, 3, 1))
    assert (last.figures.visits, last.figures.people, last.figures.members) == (2, 2, 2)
    whole = await totals.of_period(tx, RULES, Period.of_year(2025))
    march = await totals.of_members(tx, RULES, Period.of_year(2025), on=date(2025, 3, 16))
    assert added_up(one.figures for one in march) == last.figures
    assert whole.all.visits > 2
    # Of a month that is over all of it is counted, and of a day that the other year does not have its month's last.
    assert in_year(date(2024, 2, 29), 2023) == date(2023, 2, 28)
    assert in_year(date(2023, 2, 28), 2024) == date(2024, 2, 29)
    assert in_year(date(2026, 3, 16), 2025) == date(2025, 3, 16)


async def test_where_nothing_is_held_of_earlier_years_that_is_said_everywhere(tx: Tx, cast: Cast) -> None:
    said_so = "没有上年同期的记录，无法比较。"
    for filled in (False, True):
        if filled:
            contact = Contact(UNSAVED, cast.li_member.id, ContactKind.SECTOR, "张三", date(2026, 1, 5))
            await contacts.add(tx, contact)
        counted = await totals.of_period(tx, RULES, YEAR)
        assert counted.earlier == ()
        assert said_so in TEXTS.plain("zh", of_many(counted, Text("totals-whose-all")))
        made = await bulletins.content(tx, RULES, COMMITTEE, YEAR)
        document = Document(BytesIO(papers.write("bulletin-paper", "zh", made["paper"], TEXTS)))
        assert said_so in [line.text for line in document.paragraphs]
        assert [cell.text for cell in document.tables[1].rows[0].cells] == ["指标", "2026年（截至2026年3月16日）"]
        book = CalamineWorkbook.from_filelike(BytesIO(books.write("totals-book", "zh", made["book"], TEXTS)))
        assert book.get_sheet_by_name("与往年同期相比").to_python()[-1][0] == said_so
        assert made["picture"]["beside"]["rows"] == []
        assert said_so in pictures.svg("bulletin", "zh", made["picture"], TEXTS)


async def test_a_member_who_did_not_serve_then_has_nothing_to_compare_with(tx: Tx, cast: Cast) -> None:
    await a_year(tx, cast)
    assert len((await totals.of_period(tx, RULES, YEAR, Scope(member_id=cast.li_member.id))).earlier) == 1
    await tx.run("UPDATE members SET began_on = :on WHERE id = :id", on=date(2025, 6, 1), id=cast.li_member.id)
    assert (await totals.of_period(tx, RULES, YEAR, Scope(member_id=cast.li_member.id))).earlier == ()


async def test_as_many_years_are_shown_as_are_set_and_held(tx: Tx, cast: Cast) -> None:
    contact = Contact(UNSAVED, cast.li_member.id, ContactKind.SECTOR, "张三", date(2022, 2, 1))
    await contacts.add(tx, contact)
    for years, shown in ((1, ["2024"]), (2, ["2024", "2023"]), (5, ["2024", "2023", "2022"])):
        counted = await totals.of_period(tx, RULES, Period.of_year(2025), earlier_years=years)
        assert [one.period.code for one in counted.earlier] == shown
    assert [one.since for one in counted.earlier] == [None, None, date(2022, 2, 1)]
    made = await bulletins.content(tx, RULES, COMMITTEE, Period.of_year(2025), 2)
    document = Document(BytesIO(papers.write("bulletin-paper", "zh", made["paper"], TEXTS)))
    heads = [cell.text[:5] for cell in document.tables[1].rows[0].cells]
    assert heads == ["指标", "2025年", "2024年", "2023年", "比上年同期"]


@pytest.mark.parametrize("scheme", [name for name in schemes.shipped() if name != "example"])
async def test_all_of_an_earlier_year_together_are_what_each_of_them_adds_up_to(
    tx: Tx, cast: Cast, scheme: str
) -> None:
    """With a leader, one who joined in mid-year, one who has no contacts, letters, and one who left."""
    await a_year(tx, cast)
    await people.grant(tx, cast.zhao.id, Role.LEADER)
    for number, (joined, left) in enumerate(((date(2026, 2, 1), None), (None, None), (None, date(2026, 3, 10)))):
        person = await people.add(tx, f"委员{number}", "zh")
        member = await people.add_member(
            tx, person, "农业界", "", Standing.REGULAR, began_on=date(2025, 1, 1), joined_on=joined
        )
        await tx.run("UPDATE members SET left_on = :on WHERE id = :id", on=left, id=member)
        contact = Contact(UNSAVED, member, ContactKind.SECTOR, "张三", date(2025, 3, 1))
        if number != 1:
            contact = replace(contact, id=await contacts.add(tx, contact))
            await visits.add(tx, Visit(UNSAVED, member, contact.id, VisitKind.HOME, date(2026, 3, 2), "了解", tx.now))
    await write(tx, cast.wang, cast.li_member, "桥头的护栏松了")
    rules = replace(RULES, scheme=schemes.load(scheme))
    unit = await units.named(tx, "城北镇工委")
    assert unit is not None
    month = Period(PeriodKind.MONTH, 2026, 3)
    for period in (YEAR, month, Period.of_year(2025)):
        for scope in (Scope(), Scope(unit_ids=(unit.id,)), Scope(member_id=cast.zhao_member.id)):
            on = min(period.last, date(2026, 3, 16))
            each = await totals.of_members(tx, rules, period, scope, on)
            assert await together(tx, rules, period, scope, on) == added_up(one.figures for one in each)
    assert (await together(tx, rules, YEAR, Scope(), date(2020, 1, 1))).members == 0


async def test_garbage_is_collected_again_after_counting_also_when_it_failed(tx: Tx, cast: Cast) -> None:
    await totals.of_period(tx, RULES, YEAR)
    assert gc.isenabled()
    with all_of_it_kept():
        with all_of_it_kept():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError):
        _fail_while_counting()
    assert gc.isenabled()


def _fail_while_counting() -> None:
    with all_of_it_kept():
        raise ZeroDivisionError


async def test_in_a_year_of_two_schemes_an_earlier_year_is_counted_member_by_member(tx: Tx, cast: Cast) -> None:
    await a_year(tx, cast)
    newer, older = schemes.load("jingjiang-2014"), schemes.load("baokang-151")
    rules = replace(RULES, scheme=newer.succeeding(older, date(2026, 2, 15)))
    each = await totals.of_members(tx, rules, YEAR)
    assert await together(tx, rules, YEAR, Scope(), date(2026, 3, 16)) == added_up(one.figures for one in each)


# --- leaders ----------------------------------------------------------------------------------------------------------

BAOKANG = replace(RULES, scheme=schemes.load("baokang-151"))


async def lead(tx: Tx, cast: Cast) -> None:
    """李建国 leads: a village and three members registered, the village visited twice this year."""
    await people.grant(tx, cast.li.id, Role.LEADER)
    kinds = (ContactKind.VILLAGE, *[ContactKind.MEMBER] * 3)
    for number, kind in enumerate(kinds):
        contact = Contact(UNSAVED, cast.li_member.id, kind, f"对象{number}", date(2025, 12, 1))
        contact = replace(contact, id=await contacts.add(tx, contact))
        for day in (date(2025, 12, 2), date(2026, 1, 6), date(2026, 2, 6)) if number == 0 else ():
            await visits.add(tx, Visit(UNSAVED, cast.li_member.id, contact.id, VisitKind.HOME, day, "了解情况", tx.now))


async def test_what_leaders_owe_and_whom_they_visited_is_the_same_in_chat_and_files(tx: Tx, cast: Cast) -> None:
    await lead(tx, cast)
    counted = await totals.of_period(tx, BAOKANG, YEAR)
    leading = await leaders.of(tx, counted)
    assert [(one.one.name, one.kinds) for one in leading] == [
        ("李建国", {ContactKind.VILLAGE: (1, 2), ContactKind.MEMBER: (3, 0)})
    ]
    assert sorted(leading[0].duties.values()) == [(0, 10), (1, 1), (3, 5)]
    table = leaders.table(leading, counted, BAOKANG.scheme)
    assert table is not None
    duties = "联系村（社区） 1/1、联系委员 3/5、联系界别群众 0/10"
    assert f"· 李建国　{duties}。走访：村（社区） 2 次" in TEXTS.plain("zh", table)
    own = TEXTS.plain("zh", leaders.own(leading[0], counted, BAOKANG.scheme))
    assert "· 联系委员 3/5\n" in own
    assert "· 委员：联系 3 个，走访 0 次" in own

    made = await bulletins.content(tx, BAOKANG, COMMITTEE, YEAR)
    document = Document(BytesIO(papers.write("bulletin-paper", "zh", made["paper"], TEXTS)))
    (row,) = [row for table_ in document.tables for row in table_.rows if row.cells[0].text == "李建国"][:1]
    assert [cell.text for cell in row.cells][:4] == [
        "李建国",
        "城北镇工委",
        duties,
        "村（社区）：联系 1 个，走访 2 次、委员：联系 3 个，走访 0 次",
    ]
    book = CalamineWorkbook.from_filelike(BytesIO(books.write("totals-book", "zh", made["book"], TEXTS)))
    head, in_table = book.get_sheet_by_name("主席会议成员").to_python()
    assert dict(zip(head, in_table, strict=True)) == {
        "姓名": "李建国",
        "单位": "城北镇工委",
        "联系村（社区）：完成/应完成": "1/1",
        "联系委员：完成/应完成": "3/5",
        "联系界别群众：完成/应完成": "0/10",
        "联系村（社区）（个）": 1,
        "走访村（社区）（次）": 2,
        "联系委员（个）": 3,
        "走访委员（次）": 0,
        "走访（次）": 2,
        "走访不同的人（位）": 1,
        "办实事（件）": 0,
        "已答复（封）": 0,
        "参加活动（人次）": 0,
    }


async def test_the_office_sees_the_leaders_and_a_unit_does_not(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        await lead(tx, cast)
        unit = await units.named(tx, "城北镇工委")
        assert unit is not None
        for person, scope in ((cast.zhou, Scope()), (cast.liu, Scope(unit_ids=(unit.id,)))):
            await figures.ask(tx, figures.STATS, person.id, scope=figures.packed(scope))
    await figures.answer(db, DESK)
    assert [line.split("（")[0] for line in await said_to(db, cast.zhou.id) if "主席会议" in line] == [
        "<b>主席会议成员"
    ]
    assert not [line for line in await said_to(db, cast.liu.id) if "主席会议" in line]


async def test_without_leaders_there_is_no_table_of_them(tx: Tx, cast: Cast) -> None:
    counted = await totals.of_period(tx, BAOKANG, YEAR)
    leading = await leaders.of(tx, counted)
    assert leaders.table(leading, counted, BAOKANG.scheme) is None
    made = await bulletins.content(tx, BAOKANG, COMMITTEE, YEAR)
    assert "leaders" not in [sheet["title"].key.removeprefix("totals-sheet-") for sheet in made["book"]["sheets"]]
    document = Document(BytesIO(papers.write("bulletin-paper", "zh", made["paper"], TEXTS)))
    assert not [line.text for line in document.paragraphs if "主席会议成员" in line.text]


async def test_where_the_rules_ask_leaders_for_no_figure_their_visits_still_stand(tx: Tx, cast: Cast) -> None:
    await lead(tx, cast)
    counted = await totals.of_period(tx, RULES, YEAR)
    table = leaders.table(await leaders.of(tx, counted), counted, RULES.scheme)
    assert table is not None
    told = TEXTS.plain("zh", table)
    assert "· 李建国　规则没有给主席会议成员另外定数。走访：村（社区） 2 次" in told


async def test_sections_of_the_word_file_are_numbered_without_a_gap(tx: Tx, cast: Cast) -> None:
    heads = {}
    for scheme in ("jingjiang-2014", "xishan-2017"):
        made = await bulletins.content(tx, replace(RULES, scheme=schemes.load(scheme)), COMMITTEE, YEAR)
        document = Document(BytesIO(papers.write("bulletin-paper", "zh", made["paper"], TEXTS)))
        heads[scheme] = [line.text for line in document.paragraphs if line.text[1:2] == "、"]
    assert heads["jingjiang-2014"][-2:] == ["五、各月走访", "六、进度落后的委员"]
    assert heads["xishan-2017"][-2:] == ["六、单位的活动和工作室", "七、进度落后的委员"]


def _said(cell: Any) -> str:
    """Empty cells and whole numbers, as a spreadsheet gives them back."""
    return "–" if cell == "" else f"{int(cell):,}"


# --- whose ------------------------------------------------------------------------------------------------------------


async def test_people_of_a_unit_see_their_members_alone_and_the_office_everyone(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    async with db.write() as tx:
        await a_year(tx, cast)
        sun = await people.add(tx, "孙平", "zh", telegram_id=1009)
        await people.grant(tx, sun, Role.STAFF)
        unit = await units.named(tx, "城北镇工委")
        assert unit is not None
        await units.join(tx, sun, unit.id)
        own = await figures.scope_of(tx, sun, frozenset({Role.STAFF}))
        every = await figures.scope_of(tx, cast.zhou.id, cast.zhou.roles)
        assert own == Scope(unit_ids=(unit.id,))
        assert every == Scope()
        assert await figures.scope_of(tx, cast.liu.id, cast.liu.roles) is None
        assert await figures.scope_of(tx, cast.li.id, cast.li.roles) is None
        assert await figures.may_see(tx, own, cast.li_member.id)
        assert not await figures.may_see(tx, own, cast.zhao_member.id)
        await figures.ask(tx, figures.STATS, sun, scope=figures.packed(own))
        await figures.ask(tx, figures.STATS, cast.zhou.id, scope=figures.packed(every))
    assert await figures.answer(db, DESK) == {"stats": 2}
    unit_s, picture_s = await said_to(db, sun)
    assert "委员（人）：1" in unit_s
    assert "城南街道工委" not in unit_s
    office_s, _ = await said_to(db, cast.zhou.id)
    assert "委员（人）：2" in office_s
    assert "城南街道工委" in office_s
    assert picture_s == "2026年履职统计图"


async def test_a_member_hears_their_place_where_the_committee_shows_it(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        await a_year(tx, cast)
        own = figures.packed(Scope(member_id=cast.li_member.id))
        await figures.ask(tx, figures.STATS, cast.li.id, scope=own)
        ranks = sorted(await totals.of_members(tx, RULES, YEAR), key=lambda one: -one.figures.done / one.figures.owed)
    await figures.answer(db, DESK)
    expected = [one.name for one in ranks].index("李建国") + 1
    assert f"完成率排第 {expected} 位（共 2 位委员）" in (await said_to(db, cast.li.id))[0]


async def test_the_same_asked_twice_is_answered_once(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        for _ in range(2):
            await figures.ask(tx, figures.OVERDUE, cast.zhou.id, scope=figures.packed(Scope()), page=0)
    assert await figures.answer(db, DESK) == {"overdue": 1}
    assert await figures.answer(db, DESK) == {}


# --- who is behind ----------------------------------------------------------------------------------------------------


async def ask(db: Db, kind: str, cast: Cast, **request: Any) -> list[str]:
    """What the office hears of it."""
    before = len(await said_to(db, cast.zhou.id))
    async with db.write() as tx:
        await figures.ask(tx, kind, cast.zhou.id, **request)
    await figures.answer(db, DESK)
    return (await said_to(db, cast.zhou.id))[before:]


ALL: Mapping[str, Any] = {"scope": figures.packed(Scope())}


async def test_who_is_behind_is_listed_by_unit_and_reminded_once_a_week(db: Db, clock: TestClock, cast: Cast) -> None:
    (listed,) = await ask(db, figures.OVERDUE, cast, **ALL, page=0)
    assert "进度落后：2 位</b>（共 2 位" in listed
    assert listed.index("城北镇工委") < listed.index("李建国") < listed.index("城南街道工委") < listed.index("赵明")
    assert "联系对象 0/5" in listed
    one = {"scope": figures.packed(Scope(member_id=cast.li_member.id))}
    assert await ask(db, figures.REMIND, cast, **one) == ["已提醒 1 位。"]
    (reminder,) = await said_to(db, cast.li.id)
    assert reminder.startswith("李建国，您好！今年的履职任务还没有完成：\n联系对象 0/5")
    assert await said_to(db, cast.zhao.id) == []
    clock.move(days=6)
    assert await ask(db, figures.REMIND, cast, **ALL) == ["已提醒 1 位。1 位七天内已经提醒过，没有再发。"]
    assert len(await said_to(db, cast.zhao.id)) == 1
    assert "赵明　0%　联系对象 0/5（七天内已提醒）" in (await ask(db, figures.OVERDUE, cast, **ALL, page=0))[0]
    clock.move(days=1, minutes=1)
    assert await ask(db, figures.REMIND, cast, **ALL) == ["已提醒 1 位。1 位七天内已经提醒过，没有再发。"]
    assert len(await said_to(db, cast.li.id)) == 2


async def test_whose_form_was_due_and_is_not_in_is_listed_and_reminded_of_it(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    desk = forms.Desk(RULES.scheme, DESK.committee)
    clock.now = datetime(2026, 4, 15, 4, 0, tzinfo=UTC)
    async with db.write() as tx:
        for name in ("甲", "乙", "丙", "丁", "戊"):
            for member in (cast.li_member, cast.zhao_member):
                await contacts.add(tx, Contact(UNSAVED, member.id, ContactKind.SECTOR, name, date(2026, 3, 1)))
        await forms.hand_in(tx, cast.zhao_member, desk, clock.now.date())
    assert "登记表未报" not in (await ask(db, figures.OVERDUE, cast, **ALL, page=0))[0]
    clock.move(days=1)
    (listed,) = await ask(db, figures.OVERDUE, cast, **ALL, page=0)
    assert "登记表未报（2026年4月15日到期）" in line_of("李建国", listed)
    assert "登记表" not in line_of("赵明", listed)
    assert await ask(db, figures.REMIND, cast, scope=figures.packed(Scope(member_id=cast.li_member.id)))
    assert "登记表未报（2026年4月15日到期）" in (await said_to(db, cast.li.id))[-1]
    async with db.write() as tx:
        await tx.run("UPDATE members SET began_on = :day", day=date(2026, 4, 16))
    assert "登记表" not in (await ask(db, figures.OVERDUE, cast, **ALL, page=0))[0]


def line_of(name: str, listed: str) -> str:
    """What the list says of somebody."""
    return next(line for line in listed.splitlines() if name in line)


async def test_who_can_t_be_reached_is_counted_and_nobody_is_disturbed_at_night(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    async with db.write() as tx:
        await people.set_blocked(tx, cast.zhao.id, blocked=True)
    clock.now = datetime(2026, 3, 16, 15, 0, tzinfo=UTC)
    assert await ask(db, figures.REMIND, cast, **ALL) == []
    clock.move(hours=10)
    await figures.answer(db, DESK)
    (told,) = await said_to(db, cast.zhou.id)
    assert told == "已提醒 1 位。1 位还没有加入或收不到消息，请另行联系。"


async def test_a_long_list_has_pages(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        for number in range(23):
            person = await people.add(tx, f"委员{number:02}", "zh")
            await people.add_member(tx, person, "农业界", "城北镇工委", Standing.REGULAR, began_on=date(2022, 1, 1))
    names: set[str] = set()
    for page in range(3):
        (listed,) = await ask(db, figures.OVERDUE, cast, **ALL, page=page)
        names.update(line.split("　")[0] for line in listed.splitlines() if line.startswith("· "))
    assert len(names) == 25


# --- the bulletin -----------------------------------------------------------------------------------------------------


async def test_the_office_looks_at_the_bulletin_first_and_each_member_gets_that_one_once(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    told = await ask(db, figures.BULLETIN, cast, period="2026-Q1")
    assert [line.splitlines()[0] for line in told] == [
        "2026年第1季度履职情况通报（Word）",
        "2026年第1季度履职情况表（Excel），全部数字都在里面",
        "2026年第1季度履职情况通报，请您先看。图上有落后委员的姓名。",
    ]
    assert await said_to(db, cast.li.id) == []
    looked_at = (await _pictures(db, [cast.zhou.id]))[0]
    async with db.write() as tx:
        await a_year(tx, cast)
        bulletin = await bulletins.release(tx, 1)
        await figures.ask(tx, figures.SEND, cast.zhou.id, bulletin=bulletin.id)
        with pytest.raises(BulletinIsOut):
            await bulletins.release(tx, 1)
    await figures.answer(db, DESK)
    assert await _pictures(db, [cast.li.id, cast.zhao.id]) == [looked_at, looked_at]
    await bulletins.send(db, 1, date(2026, 3, 16))
    assert len(await said_to(db, cast.li.id)) == 1


async def test_the_group_gets_it_once_if_there_is_one(db: Db, cast: Cast) -> None:
    await ask(db, figures.BULLETIN, cast, period="2026-03")
    async with db.write() as tx:
        with pytest.raises(NoGroupForBulletin):
            await bulletins.post(tx, 1, Channels(), "zh")
        await bulletins.post(tx, 1, Channels(members_chat_id=-100), "zh")
        with pytest.raises(BulletinIsOut):
            await bulletins.post(tx, 1, Channels(members_chat_id=-100), "zh")
        assert await tx.value("SELECT COUNT(*) AS n FROM outbox WHERE chat_id = -100") == 1


async def _pictures(db: Db, person_ids: Iterable[int]) -> list[Any]:
    async with db.read() as tx:
        rows = await tx.all("SELECT person_id, content_json FROM outbox ORDER BY id")
    return [
        row["content_json"]["picture"]
        for person_id in person_ids
        for row in rows
        if row["person_id"] == person_id and "picture" in row["content_json"]
    ]


async def test_who_asked_for_what_can_t_be_counted_is_told_and_others_get_theirs(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        # A member who has left since they asked.
        await figures.ask(tx, figures.STATS, cast.li.id, scope=figures.packed(Scope(member_id=cast.li_member.id)))
        await tx.run("UPDATE members SET left_on = :on WHERE id = :id", on=date(2026, 3, 1), id=cast.li_member.id)
    (listed,) = await ask(db, figures.OVERDUE, cast, **ALL, page=0)
    assert "1 位" in listed
    assert await said_to(db, cast.li.id) == ["对不起，这次没有汇总成功，请稍后再试。"]
