"""What leaders owe, and whom they visited."""

from dataclasses import replace
from io import BytesIO

from docx import Document
from python_calamine import CalamineWorkbook

from domain.contacts import ContactKind
from reports import books, papers
from services import bulletins, figures, leaders, schemes, totals
from services.totals import Scope
from storage import units
from storage.db import Db, Tx
from tests.cast import Cast
from tests.services.letter_writing import COMMITTEE
from tests.services.reminding import RULES, TEXTS, said_to
from tests.services.totalling import BAOKANG, DESK, YEAR, lead


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
