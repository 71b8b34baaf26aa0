"""The diary and the yearly summary: written, computed, as files; on both engines."""

from datetime import date

import pytest

from domain.contacts import ContactKind
from domain.diary import EntryIsEmpty, EntryIsRemoved, EntryIsTooLong, File, NotYourEntry, What
from domain.letter_pieces import Piece
from domain.people import Standing
from domain.settings import Committee
from domain.visits import VisitKind
from services import contacts, diary, letters, schemes, summary_handing, visits, yearly_summary
from services.contacts import Particulars
from services.forms import Desk
from services.summary_handing import Receipt, SummaryHasNoWords, SummaryIsHandedIn
from services.visits import Report
from storage import people, units
from storage.db import Tx
from storage.visits import Evidence
from tests.cast import Cast
from tests.services.letter_writing import LIMITS
from tests.services.letter_writing import write as a_letter

JINGJIANG = schemes.load("jingjiang-2014")
COMMITTEE = Committee(name="政协示例县委员会", code="SL")
ZONE, DESK = COMMITTEE.zone, Desk(JINGJIANG, COMMITTEE)
TODAY = date(2026, 3, 16)
MARCH = (date(2026, 3, 1), date(2026, 3, 31))


async def a_visit(tx: Tx, cast: Cast, *photos: str) -> None:
    contact = await contacts.register(tx, cast.li_member, Particulars("王秀英", ContactKind.SECTOR), JINGJIANG, TODAY)
    evidence = tuple(Evidence("photo", file_id=photo) for photo in photos)
    report = Report(contact.id, VisitKind.HOME, date(2026, 3, 15), "了解就医", ("送去轮椅",), evidence)
    await visits.log(tx, cast.li_member, report, JINGJIANG, TODAY)


async def test_visits_deeds_and_answers_stand_in_the_diary_by_themselves(tx: Tx, cast: Cast) -> None:
    await a_visit(tx, cast)
    await diary.write(tx, cast.li_member, TODAY, "参加座谈会")
    letter = await a_letter(tx, cast.wang, cast.li_member, anonymous=True)
    for words in ("收到了", "已经转交"):
        await letters.answer(tx, letter.id, cast.li, [Piece(words)], LIMITS)
    lines = await diary.lines(tx, cast.li_member, *MARCH, ZONE)
    whats = [(15, What.VISIT), (15, What.DEED), (16, What.ANSWER), (16, What.ENTRY)]
    assert [(line.on.day, line.what) for line in lines] == whats
    assert (lines[2].name, lines[2].words) == (str(letter.number), "")
    assert await diary.lines(tx, cast.zhao_member, *MARCH, ZONE) == []
    assert await diary.lines(tx, cast.li_member, date(2026, 4, 1), date(2026, 4, 30), ZONE) == []


async def test_an_entry_is_its_writer_s_alone_is_changed_and_removed_for_good(tx: Tx, cast: Cast) -> None:
    shown = await diary.write(tx, cast.li_member, TODAY, "", [File("photo", "p1"), File("voice", "v1")])
    entry_id = shown.entry.id
    for other in (diary.own(tx, cast.zhao_member, entry_id), diary.own(tx, cast.li_member, 999)):
        with pytest.raises(NotYourEntry):
            await other
    changed = await diary.change(tx, cast.li_member, entry_id, "参加座谈会")
    assert (changed.entry.body, len(changed.files)) == ("参加座谈会", 2)
    await diary.remove(tx, cast.li_member, entry_id)
    with pytest.raises(EntryIsRemoved):
        await diary.remove(tx, cast.li_member, entry_id)
    assert await diary.lines(tx, cast.li_member, *MARCH, ZONE) == []
    assert await tx.all("SELECT id FROM diary_files") == []
    assert await tx.value("SELECT body FROM diary_entries") == ""


async def test_the_year_s_file_has_its_months_and_the_photos_to_be_fetched(tx: Tx, cast: Cast) -> None:
    await a_visit(tx, cast, "p1", "p2")
    await diary.write(tx, cast.li_member, date(2026, 2, 3), "看望老人", [File("photo", "p3"), File("voice", "v1")])
    paper = await diary.paper(tx, cast.li_member, 2026, "政协示例县委员会", ZONE)
    assert [month["number"] for month in paper.data["months"]] == [2, 3]
    assert sorted(paper.photos) == ["p1", "p2", "p3"]
    assert paper.data["left_out"] == 0
    assert paper.file_name == "履职日记-李建国-2026.docx"


async def test_of_many_photos_each_visit_keeps_its_first(tx: Tx, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diary, "MOST_PICTURES", 2)
    await a_visit(tx, cast, "p1", "p2")
    await diary.write(tx, cast.li_member, TODAY, "", [File("photo", "p3")])
    paper = await diary.paper(tx, cast.li_member, 2026, "政协示例县委员会", ZONE)
    assert (sorted(paper.photos), paper.data["left_out"]) == (["p1", "p3"], 1)


async def test_the_summary_counts_the_year_and_keeps_the_member_s_words(tx: Tx, cast: Cast) -> None:
    await a_visit(tx, cast)
    await diary.write(tx, cast.li_member, TODAY, "参加座谈会")
    with pytest.raises(EntryIsEmpty):
        await yearly_summary.write(tx, cast.li_member, 2026, "……")
    with pytest.raises(EntryIsTooLong):
        await yearly_summary.write(tx, cast.li_member, 2026, "字" * 6001)
    for words in ("这一年", "这一年收获很多"):
        await yearly_summary.write(tx, cast.li_member, 2026, words)
    summary = await yearly_summary.of_member(tx, cast.li_member, 2026, JINGJIANG, ZONE)
    figures = {what.key: how for what, how in summary.figures}
    counted = ("summary-visits", "visit-kind-home", "summary-deeds", "summary-letters", "summary-entries")
    assert [figures[key] for key in counted] == ["1", "1", "1", "0", "1"]
    assert figures["quota-counts-contacts"] == "1/5～6"
    assert [deed.args["deed"] for deed in summary.deeds] == ["送去轮椅"]
    assert summary.words == "这一年收获很多"
    before = await yearly_summary.of_member(tx, cast.li_member, 2025, JINGJIANG, ZONE)
    assert ({what.key: how for what, how in before.figures}["summary-visits"], before.words) == ("0", "")


async def handed_to(tx: Tx, telegram_id: int | None) -> list[str]:
    """The files that somebody got."""
    rows = await tx.all("SELECT content_json FROM outbox WHERE chat_id = :id ORDER BY id", id=telegram_id)
    return [row["content_json"]["paper"]["file_name"] for row in rows if "paper" in row["content_json"]]


async def test_a_summary_of_figures_alone_is_not_handed_in_and_the_same_one_once_a_day(tx: Tx, cast: Cast) -> None:
    async def hand_in(*, with_diary: bool = False) -> Receipt:
        return await summary_handing.hand_in(tx, cast.li_member, 2026, DESK, with_diary=with_diary)

    with pytest.raises(SummaryHasNoWords):
        await hand_in()
    await yearly_summary.write(tx, cast.li_member, 2026, "收获很多")
    assert (await hand_in()).unit == ""
    assert await handed_to(tx, cast.zhou.telegram_id) == ["年度小结-李建国-2026.docx"]
    with pytest.raises(SummaryIsHandedIn):
        await hand_in(with_diary=True)
    assert (await yearly_summary.of_member(tx, cast.li_member, 2026, JINGJIANG, ZONE)).handed_in_at == tx.now


async def test_a_summary_goes_with_its_diary_to_the_work_committee_where_the_form_goes_there(
    tx: Tx, cast: Cast
) -> None:
    await people.update_member(tx, cast.li_member.id, "农业界", "城北镇工委", Standing.TOWNSHIP)
    unit = await units.named(tx, "城北镇工委")
    assert unit is not None
    await units.join(tx, cast.liu.id, unit.id)
    member = await people.member(tx, cast.li_member.id)
    await yearly_summary.write(tx, member, 2026, "收获很多")
    assert (await summary_handing.hand_in(tx, member, 2026, DESK, with_diary=True)).unit == "城北镇工委"
    assert await handed_to(tx, cast.liu.telegram_id) == ["年度小结-李建国-2026.docx", "履职日记-李建国-2026.docx"]
    assert await handed_to(tx, cast.zhou.telegram_id) == []
