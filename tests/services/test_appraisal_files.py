"""The Word file and the tables of an appraisal say what the chat says."""

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from domain.appraisal import shown
from domain.talks import Decision, ListKind
from reports import books, papers
from services import (
    appraisal,
    appraisal_files,
    appraisal_list,
    appraisal_picks,
    appraisals,
    bulletins,
    figures,
    objections,
)
from services.appraisal_files import number
from storage.db import Db, Tx
from storage.totals import EVERYONE
from tests.cast import Cast
from tests.services.letter_writing import COMMITTEE
from tests.services.reminding import TEXTS
from tests.services.test_appraisal_picks import LATE, easier
from tests.services.test_appraisals import BENCH, DESK, published

__all__ = ["easier"]

Sheets = dict[str, list[list[Any]]]


async def written(tx: Tx) -> tuple[Any, Sheets]:
    found = await appraisal_files.of_year(tx, BENCH, 2026)
    word = papers.write(appraisal_files.PAPER, "zh", appraisal_files.paper(found, BENCH, COMMITTEE), TEXTS)
    excel = books.write(bulletins.BOOK, "zh", appraisal_files.book(found), TEXTS)
    book = CalamineWorkbook.from_filelike(BytesIO(excel))
    return Document(BytesIO(word)), {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


async def compare(tx: Tx) -> tuple[Any, Sheets]:
    """The list in the chat, each member's table, the Word file and the tables, cell by cell."""
    document, sheets = await written(tx)
    entries = (await appraisal_list.of_year(tx, BENCH, 2026, EVERYONE)).entries
    heads, *rows = sheets["得分"]
    on_paper = [[cell.text for cell in row.cells] for row in document.tables[0].rows][1:]
    assert len(entries) == len(rows) == len(on_paper) == 2
    for place, (entry, row, line) in enumerate(zip(entries, rows, on_paper, strict=True), start=1):
        assert (row[0], row[1], row[4], row[5]) == (place, entry.name, float(entry.points), entry.figures.percent)
        assert (line[0], line[1], line[4]) == (str(place), entry.name, shown(entry.points))
        assert line[5] == f"{entry.figures.percent}%"
        sheet = await appraisal.sheet(tx, BENCH, 2026, entry.member_id)
        assert row[6:] == [cell for one in sheet.standing.lines for cell in (one.count, number(one.points))]
        assert heads[6:8] == ["联系对象：数量", "联系对象：得分"]
    assert len(sheets["计分表"]) == 1 + len(BENCH.table(2026).points)
    return document, sheets


async def test_files_of_points_that_still_move(tx: Tx, cast: Cast) -> None:
    document, sheets = await compare(tx)
    assert list(sheets) == ["得分", "计分表"]
    said = [paragraph.text for paragraph in document.paragraphs]
    assert "政协示例县委员会　截至2026年3月16日，随记录变动，还没有公布" in said
    assert "计分表是示例，没有文件依据。" in said
    assert "二、计分表" in said
    assert not [line for line in said if "教育谈话" in line]


@pytest.mark.usefixtures("easier")
async def test_files_of_a_closed_year_hold_objections_and_lists_but_no_words_of_a_talk(db: Db, cast: Cast) -> None:
    await published(db, cast)
    async with db.write() as tx:
        await objections.make(tx, BENCH, 2026, "visits", cast.li_member, "少算了一次")
        await objections.decide(tx, 1, cast.zhou, Decimal("2.5"), "三月六日那次算半次")
        await appraisals.close(tx, 2026, cast.zhou.id, LATE)
        (zhao,) = (await appraisal_picks.of_year(tx, 2026, ListKind.TALK)).picks
        await appraisal_picks.decide(tx, zhao.id, Decision.CONFIRMED, cast.zhou)
        await appraisal_picks.record(tx, zhao.id, "3月10日 陈主席；谈了原因", cast.zhou, LATE)
        document, sheets = await compare(tx)
        await figures.ask(tx, figures.FILES, cast.zhou.id, year=2026)
    assert sheets["异议"][1] == ["李建国", "走访联系对象", "少算了一次", "成立", 2.5, "三月六日那次算半次"]
    assert [row[0] for row in sheets["评优"]] == ["姓名", "李建国"]
    assert sheets["教育谈话"][1][0::4] == ["赵明", "2026年3月10日已谈话"]
    said = [paragraph.text for paragraph in document.paragraphs]
    assert [line for line in said if line[1:2] == "、"] == [
        "一、得分",
        "二、计分表",
        "三、评优名单",
        "四、教育谈话名单",
    ]
    assert [table.rows[1].cells[0].text for table in document.tables[1:]] == ["李建国", "赵明"]
    assert "谈了原因" not in str(sheets) + str(said)
    assert (await figures.answer(db, DESK))["appraisal-files"] == 1
