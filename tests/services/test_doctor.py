"""The check-up: each thing that can be wrong is found, said in both languages, and a sound house is called sound."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta

import pytest

from domain.contacts import Contact, ContactKind
from services.doctor import Finding, age, examine, kind_of
from storage import audit, contacts, dialogues, doctor, inbox, outbox
from storage.backups import is_sqlite
from storage.db import Db, Tx, sqlite_path
from tests.cast import NOW, Cast
from tests.services.reminding import MONTH_ONLY, TEXTS
from texts import LANGUAGES

STEPS = frozenset({"letter.text"})
LONG_AGO = NOW - timedelta(days=200)


async def wrong(db: Db, tx: Tx) -> list[str]:
    """The keys of what needs a person, each said in both languages."""
    found = await examine(tx, db.url, MONTH_ONLY.scheme, STEPS, NOW.date())
    _say(found)
    return [one.text.key for one in found if not one.is_fine]


def _say(findings: Sequence[Finding]) -> None:
    for language in LANGUAGES:
        for one in findings:
            assert "\n" not in TEXTS.plain(language, one.text)


@pytest.fixture
async def sound(tx: Tx) -> Tx:
    """A house in which nothing is wrong."""
    await audit.add(tx, None, "backup")
    return tx


async def letter(tx: Tx, cast: Cast, number: str, state: str = "received", **more: object) -> int:
    row = {"member": cast.li_member.id, "at": NOW, "settled": None} | more
    identity: int = await tx.value(
        """
        INSERT INTO letters (number, writer_id, member_id, kind, is_anonymous, topic, state, received_at, settled_at)
        VALUES (:number, :writer, :member, 'member', FALSE, '路灯', :state, :at, :settled) RETURNING id
        """,
        number=number,
        writer=cast.wang.id,
        state=state,
        **row,
    )
    await tx.run(
        """
        INSERT INTO letter_entries (letter_id, author_id, side, text, written_at)
        VALUES (:letter, :writer, 'writer', '路灯坏了', :now)
        """,
        letter=identity,
        writer=cast.wang.id,
        now=NOW,
    )
    return identity


async def test_nothing_is_wrong_in_a_sound_house(db: Db, sound: Tx, cast: Cast) -> None:
    await letter(sound, cast, "SL-2026-000001")
    assert await wrong(db, sound) == []


async def test_a_house_that_was_never_backed_up_or_long_ago(db: Db, tx: Tx) -> None:
    assert await wrong(db, tx) == ["doctor-backup-never"]
    await audit.add(tx, None, "backup")
    await tx.run("UPDATE audit SET happened_at = :then", then=NOW - timedelta(days=8))
    assert await wrong(db, tx) == ["doctor-backup-old"]


async def test_parked_updates_are_told_with_age_and_kind_and_no_word_of_them(db: Db, sound: Tx) -> None:
    await inbox.keep(sound, [(number, 1001, {"text": "路灯坏了"}) for number in range(1, 9)])
    for number in range(1, 9):
        await inbox.park(sound, number, "KeyError: '路灯坏了'")
    found = await examine(sound, db.url, MONTH_ONLY.scheme, STEPS, NOW.date())
    told = [TEXTS.plain("en", one.text) for one in found if not one.is_fine]
    assert told[0] == "parked update 1: less than 1 hour old, KeyError"
    assert told[-1].startswith("parked updates: 8;")
    assert len(told) == 6
    assert "路灯" not in "".join(told)


async def test_what_was_parked_goes_back_to_work(sound: Tx) -> None:
    await inbox.keep(sound, [(1, 1001, {}), (2, 1001, {}), (3, 1002, {})])
    for number in (1, 2):
        await inbox.put_off(sound, number, NOW + timedelta(days=1), "KeyError")
        await inbox.park(sound, number, "KeyError")
    assert await doctor.retry_parked(sound) == 2
    assert await doctor.retry_parked(sound) == 0
    assert (await inbox.get(sound, 1))["attempts"] == 0
    row = await inbox.take_first(sound, 1001)
    assert row is not None
    assert row["update_id"] == 1


async def test_messages_that_were_given_up_are_told_by_kind(db: Db, sound: Tx, cast: Cast) -> None:
    row = {"lane": 1, "content_json": {}, "letter_id": None, "entry_id": None, "round_id": None, "due_at": NOW}
    errors = (outbox.BLOCKED, "400 Bad Request: chat not found", "400 Bad Request: chat not found", "KeyError('王')")
    for error in errors:
        await outbox.add(sound, row | {"person_id": cast.wang.id, "chat_id": 1001})
        number = await sound.value("SELECT MAX(id) FROM outbox")
        await outbox.mark_failed(sound, number, error)
    assert await wrong(db, sound) == ["doctor-failed", "doctor-failed"]


@pytest.mark.parametrize("until", [NOW - timedelta(hours=1), NOW + timedelta(days=31)])
async def test_a_lease_that_never_ends(db: Db, sound: Tx, cast: Cast, until: object) -> None:
    row = {"lane": 1, "content_json": {}, "letter_id": None, "entry_id": None, "round_id": None, "due_at": NOW}
    await outbox.add(sound, row | {"person_id": cast.wang.id, "chat_id": 1001})
    await sound.run("UPDATE outbox SET leased_until_at = :until", until=until)
    assert await wrong(db, sound) == ["doctor-leases"]


async def test_dialogues_at_a_step_that_no_route_knows_or_left_for_months(db: Db, sound: Tx, cast: Cast) -> None:
    await dialogues.begin(sound, cast.wang.id, "letter.gone", {})
    assert await wrong(db, sound) == ["doctor-dialogues-nowhere"]
    await sound.run("UPDATE dialogues SET step = 'letter.text', touched_at = :then", then=LONG_AGO)
    assert await wrong(db, sound) == ["doctor-dialogues-stuck"]


async def test_contacts_over_the_schemes_limit(db: Db, sound: Tx, cast: Cast) -> None:
    for number in range(6):
        contact = Contact(0, cast.li_member.id, ContactKind.SECTOR, f"群众{number}", NOW.date())
        await contacts.add(sound, contact)
    assert await wrong(db, sound) == []
    await contacts.add(sound, Contact(0, cast.li_member.id, ContactKind.SECTOR, "群众", NOW.date()))
    assert await wrong(db, sound) == ["doctor-contacts-over"]


async def test_letters_that_nobody_has_read_for_two_weeks(db: Db, sound: Tx, cast: Cast) -> None:
    await letter(sound, cast, "SL-2026-000001", at=NOW - timedelta(days=15))
    await letter(sound, cast, "SL-2026-000002", "read", at=NOW - timedelta(days=15))
    await letter(sound, cast, "SL-2026-000003", at=NOW - timedelta(days=13))
    assert await wrong(db, sound) == ["doctor-letters-unread"]


async def test_people_whom_telegram_does_not_know_yet(db: Db, sound: Tx, cast: Cast) -> None:
    await sound.run("UPDATE people SET telegram_id = NULL WHERE id = :id", id=cast.li.id)
    assert await wrong(db, sound) == ["doctor-members-not-joined"]
    await sound.run("UPDATE people SET telegram_id = NULL WHERE id = :id", id=cast.zhou.id)
    assert await wrong(db, sound) == ["doctor-office-not-joined", "doctor-members-not-joined"]


BREAKS = {
    "doctor-letter-without-words": "DELETE FROM letter_entries",
    "doctor-letter-half-settled": "UPDATE letters SET state = 'settled'",
    "doctor-letter-with-nobody": "UPDATE members SET left_on = '2026-01-01' WHERE id = (SELECT member_id FROM letters)",
    "doctor-visit-of-others-contact": "UPDATE contacts SET member_id = (SELECT MAX(id) FROM members)",
    "doctor-deed-of-another-visit": "UPDATE good_deeds SET member_id = (SELECT MAX(id) FROM members)",
    "doctor-member-without-role": "DELETE FROM roles WHERE role = 'member' AND person_id = 2",
}


@pytest.mark.parametrize("key", BREAKS)
async def test_rows_that_contradict_each_other(db: Db, sound: Tx, cast: Cast, key: str) -> None:
    await letter(sound, cast, "SL-2026-000001")
    contact = await contacts.add(sound, Contact(0, cast.li_member.id, ContactKind.SECTOR, "张大爷", NOW.date()))
    who = {"member": cast.li_member.id, "contact": contact, "now": NOW, "today": NOW.date()}
    visit = await sound.value(
        """
        INSERT INTO visits (member_id, contact_id, kind, happened_on, note, logged_at)
        VALUES (:member, :contact, 'home', :today, 'x', :now) RETURNING id
        """,
        **who,
    )
    await sound.run(
        """
        INSERT INTO good_deeds (visit_id, member_id, contact_id, what, happened_on, logged_at)
        VALUES (:visit, :member, :contact, 'x', :today, :now)
        """,
        visit=visit,
        **who,
    )
    assert await wrong(db, sound) == []
    await sound.run(BREAKS[key])
    assert await wrong(db, sound) == [key]


def test_every_rule_of_the_tables_is_broken_in_a_test() -> None:
    assert set(BREAKS) == {rule.text for rule in doctor.RULES}


async def test_a_row_that_refers_to_nothing(db: Db, cast: Cast) -> None:
    insert = "INSERT INTO roles (person_id, role, granted_at) VALUES (999, 'staff', '2026-03-16 02:00:00+00:00')"
    if is_sqlite(db.url):
        # Another program's connection, which does not look after references.
        with closing(sqlite3.connect(sqlite_path(db.url))) as other:
            other.execute(insert)
            other.commit()
    else:
        async with db.write() as tx:
            await tx.all("SET LOCAL session_replication_role = replica")
            await tx.run(insert)
    async with db.write() as tx:
        await audit.add(tx, None, "backup")
        assert await wrong(db, tx) == ["doctor-orphans"]


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ("KeyError: '王秀英'", "KeyError"),
        ("ValueError('王秀英')", "ValueError"),
        ("asyncpg.exceptions.Deadlock: x", "asyncpg.exceptions.Deadlock"),
        ("400 Bad Request: chat not found", "400 Bad Request: chat not found"),
        ("王秀英", "?"),
        ("", "?"),
    ],
)
def test_of_a_fault_only_the_kind_is_told(error: str, kind: str) -> None:
    assert kind_of(error) == kind


def test_an_age_in_words() -> None:
    said = [TEXTS.plain("en", age(hours)) for hours in (0, 1, 47, 48, 200)]
    assert said == ["less than 1 hour", "1 hour", "47 hours", "2 days", "8 days"]
