"""Totals beside earlier years, as far as anything is held of them."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from domain.contacts import Contact, ContactKind
from domain.people import Role, Standing
from domain.totals import Period, PeriodKind, added_up, in_year
from domain.visits import UNSAVED, Visit, VisitKind
from reports import books, papers, pictures
from services import bulletins, schemes, totals
from services.totals import Scope
from services.totals_counting import together
from services.totals_stats import of_many
from storage import contacts, people, units, visits
from storage.db import Tx
from tests.cast import Cast
from tests.services.letter_writing import COMMITTEE, write
from tests.services.reminding import RULES, TEXTS
from tests.services.totalling import YEAR, a_year
from texts import Text


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
        # No table of the same figures once more: after the note come the units.
        assert [cell.text for cell in document.tables[1].rows[0].cells][:2] == ["单位", "委员（人）"]
        months = next(table for table in document.tables if table.rows[0].cells[0].text == "月份")
        assert [row.cells[0].text for row in months.rows[1:]] == ["1月", "2月", "3月"]
        english = Document(BytesIO(papers.write("bulletin-paper", "en", made["paper"], TEXTS)))
        months = next(table for table in english.tables if table.rows[0].cells[0].text == "Month")
        assert [row.cells[0].text for row in months.rows[1:]] == ["January", "February", "March"]
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


async def test_in_a_year_of_two_schemes_an_earlier_year_is_counted_member_by_member(tx: Tx, cast: Cast) -> None:
    await a_year(tx, cast)
    newer, older = schemes.load("jingjiang-2014"), schemes.load("baokang-151")
    rules = replace(RULES, scheme=newer.succeeding(older, date(2026, 2, 15)))
    each = await totals.of_members(tx, rules, YEAR)
    assert await together(tx, rules, YEAR, Scope(), date(2026, 3, 16)) == added_up(one.figures for one in each)
