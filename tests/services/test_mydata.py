"""What a person gets of themselves, what goes when they ask, and what goes by night."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.confirmations import Confirmation, How, Verdict
from domain.contacts import Contact, ContactKind
from domain.letters import EventKind
from domain.settings import Retention
from domain.visits import Visit, VisitKind
from reports import mydata as page
from services import forgetting, letter_course, mydata
from services.forgetting import LettersAreOpen, RolesStay
from storage import confirmations, contacts, letter_entries, letters, people, visits
from storage import mydata as stored
from storage.db import Db, Tx
from storage.schema import metadata
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import TEXTS, owed, told, write
from texts import unpack

ZONE = ZoneInfo("Asia/Shanghai")
KEEP = Retention(letters_days=100, forgotten_letters_days=30)


def test_every_table_that_knows_a_person_is_in_what_they_get() -> None:
    of_people = {
        table.name
        for table in metadata.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name == "people"
    }
    assert of_people | {"people"} <= set(stored.TABLES)


async def test_every_table_can_be_asked(tx: Tx, cast: Cast) -> None:
    for person in (cast.wang, cast.li, cast.zhou):
        assert "people" in await stored.of(tx, person.id)


async def test_the_page_holds_what_was_written_and_nothing_of_others(tx: Tx, cast: Cast) -> None:
    await write(tx, cast.wang, cast.li_member, "村口的路灯坏了 <b>")
    await write(tx, cast.zhao, cast.li_member, "别人的信")
    await mydata.give(tx, cast.wang, "政协示例县委员会")
    paper: dict[str, Any] = (await owed(tx, cast.wang))[-1]["content_json"]["paper"]
    html = page.write(paper["name"], "zh", unpack(paper["data"]), TEXTS).decode()
    for wanted in ("王秀英", "村口的路灯坏了 &lt;b&gt;", "来信（1 条）", "1001"):
        assert wanted in html
    assert "别人的信" not in html


async def test_who_is_forgotten_has_no_name_and_is_new_when_they_come_again(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    with pytest.raises(LettersAreOpen):
        await forgetting.forget(tx, cast.wang, taking_back=False)
    await forgetting.forget(tx, cast.wang, taking_back=True)
    assert "撤回了来信" in (await told(tx, cast.li))[-1]
    gone = await people.get(tx, cast.wang.id)
    assert (gone.name, gone.phone, gone.telegram_id) == ("", None, None)
    row = await tx.one("SELECT is_anonymous, settled_at FROM letters WHERE id = :id", id=letter.id)
    assert row is not None
    assert row["is_anonymous"]
    assert row["settled_at"] is not None
    assert await people.by_telegram(tx, 1001) is None
    assert await people.named(tx, "王秀英") == []


async def test_who_has_a_role_is_told_that_it_stays(tx: Tx, cast: Cast) -> None:
    for person in (cast.li, cast.zhou, cast.chen, cast.liu):
        with pytest.raises(RolesStay):
            await forgetting.open_letters(tx, person)


async def test_words_go_by_night_when_they_were_kept_long_enough_and_the_counts_stay(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        still_open = await write(tx, cast.wang, cast.li_member)
        await letter_course.settle(tx, letter.id, cast.li)
    clock.move(days=99)
    assert await forgetting.keep_times(db, ZONE, KEEP) == {}
    clock.move(days=2)
    assert await forgetting.keep_times(db, ZONE, KEEP) == {"letters": 1, "visits": 0}
    assert await forgetting.keep_times(db, ZONE, KEEP) == {}, "once a night"
    async with db.read() as tx:
        (entry,) = await letter_entries.of_letter(tx, letter.id)
        assert entry.text == ""
        (kept,) = await letter_entries.of_letter(tx, still_open.id)
        assert kept.text
        words = await tx.value("SELECT tokens FROM letter_index WHERE letter_id = :id", id=letter.id)
        assert all(":" in token for token in words.split())
        assert await tx.value("SELECT COUNT(*) FROM letters") == 2


async def test_the_words_of_the_forgotten_go_sooner_and_nothing_else_where_nothing_is_set(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    async with db.write() as tx:
        for writer in (cast.wang, cast.zhao):
            letter = await write(tx, writer, cast.li_member)
            await letter_course.settle(tx, letter.id, cast.li)
        await forgetting.forget(tx, cast.wang, taking_back=False)
    clock.move(days=29)
    assert await forgetting.keep_times(db, ZONE, Retention(forgotten_letters_days=30)) == {}
    clock.move(days=2)
    assert await forgetting.keep_times(db, ZONE, Retention(forgotten_letters_days=30)) == {"letters": 1, "visits": 0}


async def test_a_number_kept_for_a_ban_goes_with_it(db: Db, clock: TestClock, cast: Cast) -> None:
    async with db.write() as tx:
        until = tx.now + timedelta(days=3)
        await tx.run("UPDATE people SET banned_until_at = :until WHERE id = :id", until=until, id=cast.wang.id)
        await forgetting.forget(tx, await people.get(tx, cast.wang.id), taking_back=False)
        assert (await people.get(tx, cast.wang.id)).telegram_id == 1001
    clock.move(days=4)
    await forgetting.keep_times(db, ZONE, KEEP)
    async with db.read() as tx:
        assert (await people.get(tx, cast.wang.id)).telegram_id is None


async def test_what_the_office_took_back_and_what_a_contact_said_of_a_visit_go_with_the_rest(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        await letters.log(tx, letter.id, EventKind.TAKEN_BACK, cast.li.id, entry=1, text="王秀英家的灯已修好")
        await letter_course.settle(tx, letter.id, cast.li)
        today = tx.now.date()
        contact_id = await contacts.add(tx, Contact(0, cast.li_member.id, ContactKind.SECTOR, "王秀英", today))
        visit = Visit(0, cast.li_member.id, contact_id, VisitKind.HOME, today, "问病", tx.now)
        said = Confirmation(await visits.add(tx, visit), How.BY_CONTACT, Verdict.DISPUTED, tx.now, "没有来过")
        assert await confirmations.say(tx, said, cast.wang.id, None)
    clock.move(days=101)
    await forgetting.keep_times(db, ZONE, Retention(letters_days=100, visits_days=100))
    async with db.read() as tx:
        events = await letters.events(tx, letter.id)
        assert {event["details_json"].get("text", "") for event in events} == {""}
        assert await tx.value("SELECT words FROM visit_confirmations") is None
