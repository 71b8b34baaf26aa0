"""The diary's own entries and pictures, the yearly summary's words, and what else a month's diary is made from."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.diary import Entry, File
from domain.visits import Visit, VisitKind
from storage.db import Row, Tx
from storage.seal import sealed

_ENTRY = "e.id, e.member_id, e.happened_on, e.body, e.written_at, e.changed_at, e.removed_at"


async def add(tx: Tx, member_id: int, day: date, body: str, files: Sequence[File]) -> int:
    """A new entry; its id."""
    number: int = await tx.value(
        """
        INSERT INTO diary_entries (member_id, happened_on, body, written_at)
        VALUES (:member_id, :happened_on, :body, :now) RETURNING id
        """,
        member_id=member_id,
        happened_on=day,
        body=sealed(body),
        now=tx.now,
    )
    await attach(tx, number, files)
    return number


async def attach(tx: Tx, entry_id: int, files: Sequence[File]) -> None:
    await tx.run_many(
        """
        INSERT INTO diary_files (entry_id, kind, file_id, file_name) VALUES (:entry_id, :kind, :file_id, :file_name)
        """,
        [
            {"entry_id": entry_id, "kind": file.kind, "file_id": file.file_id, "file_name": sealed(file.file_name)}
            for file in files
        ],
    )


async def get(tx: Tx, entry_id: int) -> Entry | None:
    row = await tx.one(f"SELECT {_ENTRY} FROM diary_entries e WHERE e.id = :id", id=entry_id)
    return Entry(**row) if row else None


async def change(tx: Tx, entry_id: int, body: str) -> None:
    await tx.run(
        "UPDATE diary_entries SET body = :body, changed_at = :now WHERE id = :id",
        id=entry_id,
        body=sealed(body),
        now=tx.now,
    )


async def remove(tx: Tx, entry_id: int) -> bool:
    """Take an entry out for good, with its pictures and words. False when that was done before."""
    changed = await tx.run(
        "UPDATE diary_entries SET removed_at = :now, body = :empty WHERE id = :id AND removed_at IS NULL",
        id=entry_id,
        empty=sealed(""),
        now=tx.now,
    )
    await tx.run("DELETE FROM diary_files WHERE entry_id = :id", id=entry_id)
    return changed == 1


async def between(tx: Tx, member_id: int, first: date, last: date) -> list[Entry]:
    """A member's entries of these days, both included, by day."""
    rows = await tx.all(
        f"""
        SELECT {_ENTRY} FROM diary_entries e
        WHERE e.member_id = :member_id AND e.removed_at IS NULL AND e.happened_on BETWEEN :first AND :last
        ORDER BY e.happened_on, e.id
        """,
        member_id=member_id,
        first=first,
        last=last,
    )
    return [Entry(**row) for row in rows]


async def files_of(tx: Tx, entry_id: int) -> list[File]:
    rows = await tx.all(
        "SELECT f.kind, f.file_id, f.file_name FROM diary_files f WHERE f.entry_id = :id ORDER BY f.id", id=entry_id
    )
    return [File(**row) for row in rows]


# --- what appears by itself -------------------------------------------------------------------------------------------


async def visits_between(tx: Tx, member_id: int, first: date, last: date) -> list[Visit]:
    """A member's visits of these days that stand."""
    rows = await tx.all(
        """
        SELECT v.id, v.member_id, v.contact_id, v.kind, v.happened_on, v.note, v.logged_at, v.withdrawn_at,
               v.replaces_id
        FROM visits v
        WHERE v.member_id = :member_id AND v.withdrawn_at IS NULL AND v.happened_on BETWEEN :first AND :last
        ORDER BY v.happened_on, v.id
        """,
        member_id=member_id,
        first=first,
        last=last,
    )
    return [Visit(**(row | {"kind": VisitKind(row["kind"])})) for row in rows]


async def answers_between(tx: Tx, person_id: int, since: datetime, until: datetime) -> list[Row]:
    """The person's answers to letters from one moment to before another: ``letter_id, number, written_at``.

    Nothing of who wrote the letter, or what.
    """
    return await tx.all(
        """
        SELECT e.letter_id, l.number, e.written_at FROM letter_entries e JOIN letters l ON l.id = e.letter_id
        WHERE e.author_id = :person_id AND e.side = 'holder' AND e.written_at >= :since AND e.written_at < :until
        ORDER BY e.written_at, e.id
        """,
        person_id=person_id,
        since=since,
        until=until,
    )


async def photos_of_visits(tx: Tx, member_id: int, first: date, last: date) -> list[Row]:
    """``visit_id, file_id`` of the photos of visits made on these days."""
    return await tx.all(
        """
        SELECT a.visit_id, a.file_id FROM attachments a JOIN visits v ON v.id = a.visit_id
        WHERE v.member_id = :member_id AND v.withdrawn_at IS NULL AND v.happened_on BETWEEN :first AND :last
          AND a.kind = 'photo'
        ORDER BY a.id
        """,
        member_id=member_id,
        first=first,
        last=last,
    )


# --- the yearly summary -----------------------------------------------------------------------------------------------


async def summary_words(tx: Tx, member_id: int, year: int) -> str:
    """What the member wrote to their summary; "" before that."""
    words: str | None = await tx.value(
        "SELECT words FROM yearly_summaries WHERE member_id = :member_id AND year = :year",
        member_id=member_id,
        year=year,
    )
    return words or ""


async def set_summary_words(tx: Tx, member_id: int, year: int, words: str) -> None:
    await tx.run(
        """
        INSERT INTO yearly_summaries (member_id, year, words, written_at) VALUES (:member_id, :year, :words, :now)
        ON CONFLICT (member_id, year) DO UPDATE SET words = excluded.words, written_at = excluded.written_at
        """,
        member_id=member_id,
        year=year,
        words=sealed(words),
        now=tx.now,
    )


async def summary_handed_in(tx: Tx, member_id: int, year: int) -> datetime | None:
    """When it was handed in last."""
    moment: datetime | None = await tx.value(
        "SELECT handed_in_at FROM yearly_summaries WHERE member_id = :member_id AND year = :year",
        member_id=member_id,
        year=year,
    )
    return moment


async def mark_handed_in(tx: Tx, member_id: int, year: int, day: datetime) -> bool:
    """Handed in now. False when it was since ``day`` (its beginning), with the words it has."""
    changed = await tx.run(
        """
        UPDATE yearly_summaries SET handed_in_at = :now
        WHERE member_id = :member_id AND year = :year
              AND (handed_in_at IS NULL OR handed_in_at < :day OR handed_in_at < written_at)
        """,
        member_id=member_id,
        year=year,
        day=day,
        now=tx.now,
    )
    return changed == 1
