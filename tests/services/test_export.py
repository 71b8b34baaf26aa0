"""What goes out as a table, and who is never in it."""

import csv
import json
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.activities import Activity, ActivityKind, Attendance, Grade
from domain.people import Role
from domain.terms import Session
from reports import sheets
from services import export
from services.export import Subject
from services.members_import import Imported, take_over
from storage import activities, activity_people, people, sessions
from storage import export as stored
from storage.db import Db, Row, Tx
from tests.cast import Cast
from texts import LANGUAGES, Text, Texts

ZONE = ZoneInfo("Asia/Shanghai")
TEXTS = Texts.load(ZONE)


def in_chinese(text: Text) -> str:
    return TEXTS.plain("zh", text)


async def exported(tx: Tx, subject: Subject, folder: Path) -> list[Row]:
    """The rows, by the way of .json."""
    path = folder / "out.json"
    count = await export.to_file(tx, subject, path, in_chinese, ZONE)
    rows: list[Row] = json.loads(path.read_text("utf-8"))
    assert len(rows) == count
    return rows


async def add_letter(tx: Tx, cast: Cast, number: int, *, is_anonymous: bool, topic: str = "路灯") -> None:
    await tx.run(
        """
        INSERT INTO letters (number, writer_id, member_id, kind, is_anonymous, topic, state, received_at)
        VALUES (:number, :writer, :member, 'member', :is_anonymous, :topic, 'answered', :now)
        """,
        number=f"SL-2026-{number:06}",
        writer=cast.wang.id,
        member=cast.li_member.id,
        is_anonymous=is_anonymous,
        topic=topic,
        now=tx.now,
    )


async def add_contact(tx: Tx, cast: Cast) -> int:
    number: int = await tx.value(
        """
        INSERT INTO contacts (member_id, name, kind, phone, address, registered_on)
        VALUES (:member, '张桂兰', 'grid_worker', '013800000001', '=1+1', :day) RETURNING id
        """,
        member=cast.li_member.id,
        day=tx.now.date(),
    )
    return number


async def add_visit(tx: Tx, cast: Cast, contact: int, *deeds: str, replaces: int | None = None) -> int:
    number: int = await tx.value(
        """
        INSERT INTO visits (member_id, contact_id, kind, happened_on, note, logged_at, replaces_id)
        VALUES (:member, :contact, 'ad_hoc', :day, '了解就医', :now, :replaces) RETURNING id
        """,
        member=cast.li_member.id,
        contact=contact,
        day=tx.now.date(),
        now=tx.now,
        replaces=replaces,
    )
    for what in deeds:
        await tx.run(
            """
            INSERT INTO good_deeds (visit_id, member_id, contact_id, what, happened_on, logged_at)
            VALUES (:visit, :member, :contact, :what, :day, :now)
            """,
            visit=number,
            member=cast.li_member.id,
            contact=contact,
            what=what,
            day=tx.now.date(),
            now=tx.now,
        )
    return number


async def test_an_anonymous_writer_is_in_no_letters_table(tx: Tx, cast: Cast, tmp_path: Path) -> None:
    await add_letter(tx, cast, 1, is_anonymous=True)
    await add_letter(tx, cast, 2, is_anonymous=False)
    secret, named = await exported(tx, Subject.LETTERS, tmp_path)
    assert "王秀英" not in str(secret)
    assert (secret["writer"], named["writer"]) == ("匿名群众", "王秀英")
    assert [row["writer"] async for row in stored.letters(tx)] == [None, "王秀英"]


async def test_a_letter_has_number_dates_state_member_and_sector(tx: Tx, cast: Cast, tmp_path: Path) -> None:
    await add_letter(tx, cast, 1, is_anonymous=False)
    (row,) = await exported(tx, Subject.LETTERS, tmp_path)
    assert row == {
        "number": "SL-2026-000001",
        "letter_kind": "委员信箱",
        "received_at": "2026-03-16T10:00:00+08:00",
        "state": "已回复",
        "writer": "王秀英",
        "member": "李建国",
        "sector": "农业界",
        "unit": "城北镇工委",
        "topic": "路灯",
        "answered_at": None,
        "settled_at": None,
        "outcome": None,
        "held_by_unit": None,
        "helped": None,
        "term": None,
        "session": None,
    }


async def test_the_log_of_visits_shows_what_was_corrected_and_withdrawn(tx: Tx, cast: Cast, tmp_path: Path) -> None:
    contact = await add_contact(tx, cast)
    first = await add_visit(tx, cast, contact)
    await tx.run("UPDATE visits SET withdrawn_at = :now WHERE id = :id", now=tx.now, id=first)
    await add_visit(tx, cast, contact, "送去轮椅", "修好屋顶", replaces=first)
    third = await add_visit(tx, cast, contact)
    await tx.run("UPDATE visits SET withdrawn_at = :now WHERE id = :id", now=tx.now, id=third)
    rows = await exported(tx, Subject.VISITS, tmp_path)
    assert [row["visit_state"] for row in rows] == ["已更正", "有效", "已撤回"]
    assert [row["good_deeds"] for row in rows] == ["", "送去轮椅；修好屋顶", ""]
    assert {row["visit_kind"] for row in rows} == {"随访"}


async def test_members_go_out_under_the_headings_that_an_import_looks_for(tx: Tx, cast: Cast, tmp_path: Path) -> None:
    await people.grant(tx, cast.li.id, Role.LEADER)
    await export.to_file(tx, Subject.MEMBERS, tmp_path / "out.csv", in_chinese, ZONE)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][:7] == ["姓名", "界别", "手机", "政协工委", "类别", "常委", "职务"]
    assert rows[1][:7] == ["李建国", "农业界", "", "城北镇工委", "委员", "否", "主席会议成员"]


async def test_every_table_says_in_which_session_a_row_falls(tx: Tx, cast: Cast, tmp_path: Path) -> None:
    await sessions.save(tx, Session(15, 4, date(2025, 1, 8)))
    # Of the committee's clock: the letter below was received on this day's morning.
    await sessions.save(tx, Session(15, 5, date(2026, 3, 16)))
    await add_letter(tx, cast, 1, is_anonymous=True)
    await add_visit(tx, cast, await add_contact(tx, cast))
    held = Activity(
        0, ActivityKind.OPEN_DAY, "开放日", "会议室", tx.now, tx.now + timedelta(hours=2), made_by_id=cast.zhou.id
    )
    await activities.add(tx, held, "key", tx.now)
    for subject in Subject:
        for row in await exported(tx, subject, tmp_path):
            began_before = subject is Subject.MEMBERS
            assert (row["term"], row["session"]) == ((None, None) if began_before else (15, 5)), subject


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
async def test_an_import_takes_its_own_export_back_and_changes_nothing(
    tx: Tx, cast: Cast, tmp_path: Path, ending: str, language: str
) -> None:
    await sessions.save(tx, Session(14, 1, date(2021, 12, 20)))
    await sessions.save(tx, Session(15, 1, date(2026, 1, 8)))
    await tx.run("UPDATE members SET began_on = :day, joined_on = :day", day=date(2026, 2, 1))
    await people.grant(tx, cast.li.id, Role.LEADER)
    path = tmp_path / f"members.{ending}"
    await export.to_file(tx, Subject.MEMBERS, path, lambda text: TEXTS.plain(language, text), ZONE)
    assert await take_over(tx, await sheets.read(path), language="zh") == Imported(0, 0, 2, 0)


async def test_members_begin_elsewhere_as_the_export_says(tx: Tx, cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "members.xlsx"
    await export.to_file(tx, Subject.MEMBERS, path, in_chinese, ZONE)
    rows = [[cell.replace("李建国", "李建民") for cell in row] for row in (await sheets.read(path))[0]]
    await take_over(tx, [rows], language="zh")
    before, after = [row["began_on"] for row in await exported(tx, Subject.MEMBERS, tmp_path)][::2]
    assert before == after == "2022-01-10"


async def test_a_member_who_left_is_not_in_the_table(tx: Tx, cast: Cast, tmp_path: Path) -> None:
    await tx.run("UPDATE members SET left_on = :day WHERE id = :id", day=tx.now.date(), id=cast.li_member.id)
    assert [row["name"] for row in await exported(tx, Subject.MEMBERS, tmp_path)] == ["赵明"]


async def test_what_a_contact_is_called_does_no_harm_in_a_spreadsheet(tx: Tx, cast: Cast, tmp_path: Path) -> None:
    await add_contact(tx, cast)
    await export.to_file(tx, Subject.CONTACTS, tmp_path / "out.csv", in_chinese, ZONE)
    text = (tmp_path / "out.csv").read_text("utf-8-sig")
    assert ",013800000001,'=1+1," in text
    assert "网格员" in text


async def test_more_than_a_page_goes_out_whole_and_in_order(
    tx: Tx, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "PAGE", 3)
    for number in range(1, 8):
        await add_letter(tx, cast, number, is_anonymous=False)
    rows = await exported(tx, Subject.LETTERS, tmp_path)
    assert [int(row["number"][-1]) for row in rows] == list(range(1, 8))


async def test_an_export_is_written_down(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        await export.note(tx, Subject.LETTERS, 7)
        row = await tx.one("SELECT person_id, action, details_json FROM audit")
    assert row == {"person_id": None, "action": "exported", "details_json": {"subject": "letters", "count": 7}}


async def test_an_activity_goes_out_with_its_figures_and_without_names(tx: Tx, cast: Cast, tmp_path: Path) -> None:
    held = Activity(
        0, ActivityKind.OPEN_DAY, "开放日", "会议室", tx.now, tx.now + timedelta(hours=2), made_by_id=cast.zhou.id
    )
    number = await activities.add(tx, held, "key", tx.now)
    for person in (cast.wang, cast.liu):
        await activity_people.put(tx, number, person.id, None, Attendance.COMING)
    await activity_people.sign_in(tx, number, cast.wang.id)
    await activity_people.grade(tx, number, cast.wang.id, Grade.MOSTLY)
    (row,) = await exported(tx, Subject.ACTIVITIES, tmp_path)
    figures = ("invited", "coming", "signed_in", "satisfied", "mostly_satisfied")
    assert [row[name] for name in figures] == [2, 2, 1, 0, 1]
    assert (row["activity_kind"], row["held_by"], row["activity_state"]) == ("政协开放日", "政协办公室", "有效")
    assert cast.wang.name not in str(row)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", Subject)
@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
async def test_every_table_can_be_made_empty_and_in_both_languages(
    tx: Tx, cast: Cast, tmp_path: Path, subject: Subject, ending: str, language: str
) -> None:
    await tx.run("UPDATE members SET left_on = :day", day=tx.now.date())
    await tx.run("DELETE FROM unit_people")
    path = tmp_path / f"out.{ending}"
    assert await export.to_file(tx, subject, path, lambda text: TEXTS.plain(language, text), ZONE) == 0
    assert path.exists()
