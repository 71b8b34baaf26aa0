"""A committee of thousands: members with their contacts and the visits of some years, put into a database at one go."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from bench.load import MEMBERS
from bench.vocabulary import Writer
from storage.db import Db, Row, Tx
from storage.people import name_key
from storage.seal import sealed

SEED = 20260316
FIRST_TELEGRAM_ID = 1_000_001
CONTACTS = 6
VISITS = 50
YEARS = 4
"""Over which the visits are spread, the last one being the present."""
BATCH = 5_000


async def fill(db: Db, members: int, today: date, contacts: int = CONTACTS, visits: int = VISITS) -> None:
    """Members who have joined, each with so many contacts and so many visits in ``YEARS`` years."""
    writer = Writer(SEED)
    async with db.write() as tx:
        person_id, member_id, contact_id = [await _next(tx, table) for table in ("people", "members", "contacts")]
    began = date(today.year - YEARS, 1, 10)
    people = range(members)
    await _in_batches(db, PERSON, (_person(writer, at) for at in people))
    await _in_batches(db, ROLE, ({"person_id": person_id + at} for at in people))
    await _in_batches(db, MEMBER, ({"person_id": person_id + at, "began_on": began} for at in people))
    known = (
        {"member_id": member_id + at, "name": sealed(writer.name()), "began_on": began}
        for at in people
        for _ in range(contacts)
    )
    await _in_batches(db, CONTACT, known)
    paid = (
        _visit(member_id + at, contact_id + at * contacts + place % contacts, place, visits, today)
        for place in range(visits)
        for at in people
    )
    await _in_batches(db, VISIT, paid if contacts else iter(()))


PERSON = """
    INSERT INTO people (name, name_key, language, telegram_id, created_at, joined_at)
    VALUES (:name, :name_key, 'zh', :telegram_id, :now, :now)
    """
ROLE = "INSERT INTO roles (person_id, role, granted_at) VALUES (:person_id, 'member', :now)"
MEMBER = """
    INSERT INTO members (person_id, sector, standing, is_standing_committee, began_on)
    VALUES (:person_id, '农业界', 'regular', :is_standing_committee, :began_on)
    """
CONTACT = """
    INSERT INTO contacts (member_id, name, kind, registered_on) VALUES (:member_id, :name, 'sector', :began_on)
    """
VISIT = """
    INSERT INTO visits (member_id, contact_id, kind, happened_on, note, logged_at)
    VALUES (:member_id, :contact_id, 'home', :happened_on, :note, :logged_at)
    """


def _person(writer: Writer, at: int) -> Row:
    name = writer.name()
    while name in MEMBERS:  # People write to those by name, and must not be asked whom they mean.
        name = writer.name()
    return {"plain_name": name, "telegram_id": FIRST_TELEGRAM_ID + at}


def _visit(member_id: int, contact_id: int, place: int, visits: int, today: date) -> Row:
    """The last one is a week ago, the first one some years."""
    day = today - timedelta(days=7 + (visits - 1 - place) * 365 * YEARS // visits)
    return {
        "member_id": member_id,
        "contact_id": contact_id,
        "happened_on": day,
        "note": sealed("了解生活情况，听取对社区工作的意见"),
        "logged_at": datetime.combine(day, time(9), UTC),
    }


async def _in_batches(db: Db, sql: str, rows: Iterator[Row]) -> None:
    while batch := list(islice(rows, BATCH)):
        async with db.write() as tx:
            await tx.run_many(sql, [_whole(tx, row, sql) for row in batch])


def _whole(tx: Tx, row: Row, sql: str) -> Row:
    """With what is the same for all, or known to the transaction alone; nothing that the statement does not name."""
    if sql == PERSON:
        name = row["plain_name"]
        return {
            "name": sealed(name),
            "name_key": name_key(tx, name),
            "telegram_id": row["telegram_id"],
            "now": tx.now,
        }
    if sql == ROLE:
        return row | {"now": tx.now}
    return row | {"is_standing_committee": False} if sql == MEMBER else row


async def _next(tx: Tx, table: str) -> int:
    """The number that the next row of a table gets."""
    last = await tx.value(f"SELECT MAX(id) AS last FROM {table}")
    return int(last or 0) + 1
