"""Letters keyed in for someone, and what their writers have yet to be told."""

from dataclasses import dataclass, field
from datetime import datetime

from storage import letter_index
from storage.db import Row, Tx
from storage.seal import sealed


@dataclass(frozen=True)
class Record:
    """A letter keyed in by ``by_id`` for ``writer_id``, a person who is known by this letter alone until they claim
    it."""

    id: int
    letter_id: int
    writer_id: int
    by_id: int
    phone: str = field(repr=False)
    code_hash: str = field(repr=False)
    valid_until_at: datetime
    tries: int
    claimed_at: datetime | None


_COLUMNS = "id, letter_id, writer_id, by_id, phone, code_hash, valid_until_at, tries, claimed_at"


def _record(row: Row | None) -> Record | None:
    return Record(**row) if row else None


async def add(
    tx: Tx, letter_id: int, writer_id: int, by_id: int, channel: str, phone: str, code_hash: str, until: datetime
) -> int:
    number: int = await tx.value(
        """
        INSERT INTO letter_records (letter_id, writer_id, by_id, channel, phone, code_hash, valid_until_at, tries,
                                    recorded_at)
        VALUES (:letter_id, :writer_id, :by_id, :channel, :phone, :code_hash, :until_at, 0, :now) RETURNING id
        """,
        letter_id=letter_id,
        writer_id=writer_id,
        by_id=by_id,
        channel=channel,
        phone=sealed(phone),
        code_hash=code_hash,
        until_at=until,
        now=tx.now,
    )
    return number


async def get(tx: Tx, record_id: int) -> Record | None:
    return _record(await tx.one(f"SELECT {_COLUMNS} FROM letter_records WHERE id = :id FOR UPDATE", id=record_id))


async def of_letter(tx: Tx, letter_id: int) -> Record | None:
    row = await tx.one(f"SELECT {_COLUMNS} FROM letter_records WHERE letter_id = :id FOR UPDATE", id=letter_id)
    return _record(row)


async def renew(tx: Tx, record_id: int, code_hash: str, until: datetime) -> None:
    """Another code, and no tries yet."""
    await tx.run(
        "UPDATE letter_records SET code_hash = :code_hash, valid_until_at = :until_at, tries = 0 WHERE id = :id",
        code_hash=code_hash,
        until_at=until,
        id=record_id,
    )


async def hand_to(tx: Tx, record: Record, person_id: int) -> None:
    """The letter, and what its writer wrote and did in it, is this person's from now on."""
    await letter_index.pass_to(tx, record.writer_id, person_id)
    for statement in (
        "UPDATE letters SET writer_id = :new WHERE id = :letter AND writer_id = :old",
        "UPDATE letter_entries SET author_id = :new WHERE letter_id = :letter AND author_id = :old",
        "UPDATE letter_events SET by_id = :new WHERE letter_id = :letter AND by_id = :old",
    ):
        await tx.run(statement, new=person_id, letter=record.letter_id, old=record.writer_id)
    await tx.run(
        "UPDATE people SET name = :nobody, name_key = '' WHERE id = :id", nobody=sealed(""), id=record.writer_id
    )
    await tx.run(
        "UPDATE letter_records SET claimed_at = :now, claimed_by_id = :person_id, phone = :phone WHERE id = :id",
        now=tx.now,
        person_id=person_id,
        phone=sealed(""),
        id=record.id,
    )
    await tx.run(
        "UPDATE record_tellings SET told_at = :now WHERE record_id = :id AND told_at IS NULL", now=tx.now, id=record.id
    )


# --- what has to be told ----------------------------------------------------------------------------------------------


async def owe_telling(tx: Tx, record_id: int) -> int:
    number: int = await tx.value(
        "INSERT INTO record_tellings (record_id, owed_at) VALUES (:record_id, :now) RETURNING id",
        record_id=record_id,
        now=tx.now,
    )
    return number


async def record_of_telling(tx: Tx, telling_id: int) -> Record | None:
    row = await tx.one("SELECT record_id FROM record_tellings WHERE id = :id", id=telling_id)
    return await get(tx, row["record_id"]) if row else None


async def tell(tx: Tx, telling_id: int, by_id: int) -> bool:
    """False when it was told before."""
    return bool(
        await tx.run(
            "UPDATE record_tellings SET told_at = :now, told_by_id = :by_id WHERE id = :id AND told_at IS NULL",
            now=tx.now,
            by_id=by_id,
            id=telling_id,
        )
    )


async def untold(tx: Tx, by_id: int, limit: int) -> list[Row]:
    """``id`` of what waits to be told, ``number`` of the letter, ``name`` and ``phone`` of whom to call; the oldest
    first."""
    return await tx.all(
        """
        SELECT t.id, l.number, p.name, r.phone
        FROM record_tellings t JOIN letter_records r ON r.id = t.record_id
        JOIN letters l ON l.id = r.letter_id JOIN people p ON p.id = r.writer_id
        WHERE r.by_id = :by_id AND t.told_at IS NULL ORDER BY t.id LIMIT :limit
        """,
        by_id=by_id,
        limit=limit,
    )


# --- tries ------------------------------------------------------------------------------------------------------------


async def count_try(tx: Tx, record_id: int) -> None:
    """A wrong one, by whomever."""
    await tx.run("UPDATE letter_records SET tries = tries + 1 WHERE id = :id", id=record_id)
