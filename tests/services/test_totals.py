"""Totals: counted as the quotas are, and the same wherever they are shown."""

import gc
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from domain.contacts import Contact, ContactKind
from domain.people import Role, Standing
from domain.quota import MemberProgress
from domain.totals import Period, PeriodKind, added_up
from domain.visits import UNSAVED, Visit, VisitKind
from reports import books, papers
from services import bulletins, letters, quota, schemes, totals, totals_beside
from services.totals import Scope
from services.totals_counting import all_of_it_kept, together
from services.totals_stats import of_many, year_picture
from services.totals_words import CELLS, OF_ONE, cells, said
from storage import contacts, people, visits
from storage.db import Db, Tx
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import COMMITTEE, LIMITS, as_pieces, write
from tests.services.reminding import RULES, TEXTS
from tests.services.totalling import YEAR, a_year, as_shown
from texts import Text


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
    assert [as_shown(cell) for cell in sheets["总体"][0]] == wanted
    assert made["picture"]["percent"] == counted.all.percent == year_picture(counted, "").data["percent"]
    assert [one["figure"] for one in made["picture"]["figures"]] == [wanted[place] for place in (1, 4, 5, 6, 8)]

    by_member = {row[0]: row for row in sheets["各委员"]}
    for one in counted.members:
        shown = by_member[one.name][3 : 3 + len(OF_ONE)]
        assert [as_shown(cell) for cell in shown] == [said(cell) for cell in cells(one.figures, OF_ONE)]
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
    assert [[as_shown(cell) for cell in row[1:3]] for row in figures_] == [row[1:3] for row in in_word[1:]]
    assert note[0] == TEXTS.plain("zh", totals_beside.note(counted)) == chat[3 + len(wanted)]
    for (_, now, then, change), name in zip(figures_, CELLS, strict=True):
        assert change == (now - then if "" not in (now, then) else ""), name
    for picture in (made["picture"], year_picture(counted, "").data):
        drawn = {TEXTS.plain("zh", row["label"]): row["figures"] for row in picture["beside"]["rows"]}
        assert len(drawn) == 5
        assert all([row[1], row[2]] == drawn[row[0]] for row in in_word[1:] if row[0] in drawn)


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
