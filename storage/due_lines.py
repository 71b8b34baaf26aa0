"""What is due for people, line by line, until the day's one message takes it along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from storage import reminders
from storage.db import Row, Tx

DAY = "day"
"""The kind of the rounds that stand for one day's messages."""


@dataclass(frozen=True)
class DueLine:
    """A line that waits. ``is_told_today``: today's message has gone to its person already."""

    id: int
    kind: str
    period: str
    until_on: date | None
    person_id: int
    name: str
    telegram_id: int | None
    language: str
    is_blocking: bool
    is_member: bool
    is_told_today: bool


@dataclass(frozen=True)
class ToldLine:
    """A line that went out."""

    id: int
    kind: str
    until_on: date | None


async def add(tx: Tx, rows: Sequence[Row]) -> None:
    """Lines due now, each person_id, kind, period, round_id, until_on; one that is known is due again."""
    await tx.run_many(
        """
        INSERT INTO due_lines (person_id, kind, period, round_id, until_on, due_at)
        VALUES (:person_id, :kind, :period, :round_id, :until_on, :now)
        ON CONFLICT (person_id, kind, period) DO UPDATE
        SET due_at = excluded.due_at, until_on = excluded.until_on, told_in_id = NULL, told_at = NULL
        """,
        [row | {"now": tx.now} for row in rows],
    )


async def day(tx: Tx, period: str) -> int:
    """The number of this day's messages: a round without a summary of its own."""
    return await reminders.begin_unreported(tx, DAY, period)


async def take(tx: Tx, day_id: int) -> bool:
    """Hold the day until the end of the transaction. False when another process holds it."""
    row = await tx.one("SELECT id FROM rounds WHERE id = :id FOR UPDATE SKIP LOCKED", id=day_id)
    return row is not None


async def any_waiting(tx: Tx) -> bool:
    return (
        await tx.value("SELECT id FROM due_lines WHERE told_in_id IS NULL AND due_at <= :now LIMIT 1", now=tx.now)
        is not None
    )


async def waiting(tx: Tx, day_id: int) -> list[DueLine]:
    """All that is due, person by person."""
    rows = await tx.all(
        """
        SELECT l.id, l.kind, l.period, l.until_on, l.person_id, p.name, p.telegram_id, p.language,
               p.blocked_at IS NOT NULL AS is_blocking,
               EXISTS (SELECT 1 FROM members m WHERE m.person_id = p.id AND m.left_on IS NULL) AS is_member,
               EXISTS (SELECT 1 FROM due_lines t
                       WHERE t.person_id = l.person_id AND t.told_in_id = :day_id) AS is_told_today
        FROM due_lines l JOIN people p ON p.id = l.person_id
        WHERE l.told_in_id IS NULL AND l.due_at <= :now
        ORDER BY l.person_id, l.id
        """,
        day_id=day_id,
        now=tx.now,
    )
    return [DueLine(**row) for row in rows]


async def still_waiting(tx: Tx, first: int, last: int) -> set[int]:
    """Which lines of the people numbered ``first`` to ``last`` nobody has told meanwhile."""
    rows = await tx.all(
        """
        SELECT id FROM due_lines
        WHERE person_id BETWEEN :first AND :last AND told_in_id IS NULL AND due_at <= :now
        """,
        first=first,
        last=last,
        now=tx.now,
    )
    return {row["id"] for row in rows}


async def mark_told(tx: Tx, day_id: int, line_ids: Sequence[int]) -> None:
    await tx.run_many(
        "UPDATE due_lines SET told_in_id = :day_id, told_at = :now WHERE id = :id",
        [{"day_id": day_id, "id": line_id, "now": tx.now} for line_id in line_ids],
    )


async def drop(tx: Tx, line_ids: Sequence[int]) -> None:
    """Lines that are true no more: what they remind of is done, or over."""
    await tx.run_many("DELETE FROM due_lines WHERE id = :id", [{"id": line_id} for line_id in line_ids])


async def told(tx: Tx, person_id: int, day_id: int) -> list[ToldLine]:
    """What this day's message said to a person."""
    rows = await tx.all(
        "SELECT id, kind, until_on FROM due_lines WHERE person_id = :person_id AND told_in_id = :day_id ORDER BY id",
        person_id=person_id,
        day_id=day_id,
    )
    return [ToldLine(**row) for row in rows]


async def put_off(tx: Tx, line_id: int, day_id: int, until: datetime) -> bool:
    """Due again then; no round waits for it. False when it was put off already."""
    changed = await tx.run(
        """
        UPDATE due_lines SET due_at = :until, round_id = NULL, told_in_id = NULL, told_at = NULL
        WHERE id = :id AND told_in_id = :day_id
        """,
        id=line_id,
        day_id=day_id,
        until=until,
    )
    return changed == 1


KEPT = timedelta(days=90)


async def prune(tx: Tx) -> int:
    """Forget what was told long ago; what can be put off no more."""
    return await tx.run("DELETE FROM due_lines WHERE told_at < :before", before=tx.now - KEPT)
