"""Rounds of reminders, and who was claimed in them: what was told once is never told twice."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from storage.db import Row, Tx
from storage.outbox import BLOCKED


@dataclass(frozen=True)
class Addressee:
    """A member in office, as a reminder needs to know them. ``telegram_id`` is None until they join."""

    person_id: int
    name: str
    telegram_id: int | None
    language: str
    is_blocking: bool


@dataclass(frozen=True)
class BegunRound:
    """A round as the database knows it."""

    id: int
    kind: str
    period: str


async def house_began(tx: Tx) -> datetime | None:
    """When the committee's first member was entered; None while there is none."""
    row = await tx.one(
        """
        SELECT p.created_at FROM members m JOIN people p ON p.id = m.person_id
        WHERE m.id = (SELECT MIN(id) FROM members)
        """
    )
    return row["created_at"] if row else None


async def last_of(tx: Tx, kind: str) -> str | None:
    """The period of this kind's latest round."""
    row = await tx.one("SELECT period FROM rounds WHERE kind = :kind ORDER BY id DESC LIMIT 1", kind=kind)
    return row["period"] if row else None


# --- rounds -----------------------------------------------------------------------------------------------------------


async def begin(tx: Tx, kind: str, period: str) -> int:
    """The number of this round, begun now if nobody had begun it."""
    await tx.run(
        "INSERT INTO rounds (kind, period, began_at) VALUES (:kind, :period, :now) ON CONFLICT DO NOTHING",
        kind=kind,
        period=period,
        now=tx.now,
    )
    return await _number(tx, kind, period)


async def begin_unreported(tx: Tx, kind: str, period: str) -> int:
    """As ``begin``, for a round of which the office hears no summary."""
    await claim_once(tx, kind, period)
    return await _number(tx, kind, period)


async def _number(tx: Tx, kind: str, period: str) -> int:
    number: int = await tx.value(
        "SELECT id FROM rounds WHERE kind = :kind AND period = :period", kind=kind, period=period
    )
    return number


async def claim_once(tx: Tx, kind: str, period: str) -> bool:
    """Claim what is done in one go and has no summary. False when somebody has done it."""
    claimed = await tx.run(
        """
        INSERT INTO rounds (kind, period, began_at, told_at, summarised_at) VALUES (:kind, :period, :now, :now, :now)
        ON CONFLICT DO NOTHING
        """,
        kind=kind,
        period=period,
        now=tx.now,
    )
    return claimed == 1


async def is_told(tx: Tx, kind: str, period: str) -> bool:
    """Has this round been through everyone?"""
    found = await tx.value(
        "SELECT id FROM rounds WHERE kind = :kind AND period = :period AND told_at IS NOT NULL",
        kind=kind,
        period=period,
    )
    return found is not None


async def claimed_since(tx: Tx, kind: str, period: str) -> datetime | None:
    """When this was claimed; None while nobody has."""
    row = await tx.one("SELECT began_at FROM rounds WHERE kind = :kind AND period = :period", kind=kind, period=period)
    return row["began_at"] if row else None


async def take(tx: Tx, round_id: int) -> bool:
    """Hold a round until the end of the transaction. False when another process holds it, or it is finished."""
    row = await tx.one("SELECT id FROM rounds WHERE id = :id AND told_at IS NULL FOR UPDATE SKIP LOCKED", id=round_id)
    return row is not None


async def untold(tx: Tx) -> list[BegunRound]:
    rows = await tx.all("SELECT id, kind, period FROM rounds WHERE told_at IS NULL ORDER BY id")
    return [BegunRound(**row) for row in rows]


async def mark_told(tx: Tx, round_id: int) -> None:
    await tx.run("UPDATE rounds SET told_at = :now WHERE id = :id AND told_at IS NULL", now=tx.now, id=round_id)


async def awaiting_summary(tx: Tx) -> list[BegunRound]:
    """Rounds that are told, and of which every message has been sent or given up, but the office has not heard.

    Messages carry the lines of several rounds: while any of them waits, no round is over.
    """
    rows = await tx.all(
        """
        SELECT r.id, r.kind, r.period FROM rounds r
        WHERE r.told_at IS NOT NULL AND r.summarised_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM due_lines l WHERE l.round_id = r.id AND l.told_in_id IS NULL)
          AND NOT EXISTS (SELECT 1 FROM outbox o
                          WHERE o.round_id IS NOT NULL AND o.sent_at IS NULL AND o.failed_at IS NULL)
        ORDER BY r.id
        """
    )
    return [BegunRound(**row) for row in rows]


async def claim_summary(tx: Tx, round_id: int) -> bool:
    """Whoever changes the row tells the office; False for everyone after."""
    claimed = await tx.run(
        "UPDATE rounds SET summarised_at = :now WHERE id = :id AND summarised_at IS NULL", now=tx.now, id=round_id
    )
    return claimed == 1


# --- who is told ------------------------------------------------------------------------------------------------------


async def unclaimed(tx: Tx, kind: str, period: str, today: date, *, leaders_only: bool = False) -> list[Addressee]:
    """Members in office whom this round has not claimed, by their person's number."""
    rows = await tx.all(
        """
        SELECT p.id AS person_id, p.name, p.telegram_id, p.language, p.blocked_at IS NOT NULL AS is_blocking
        FROM members m JOIN people p ON p.id = m.person_id
        WHERE m.left_on IS NULL AND m.began_on <= :today
          AND (CAST(:everyone AS BOOLEAN)
               OR EXISTS (SELECT 1 FROM roles l WHERE l.person_id = p.id AND l.role = 'leader'))
          AND NOT EXISTS (SELECT 1 FROM reminders c
                          WHERE c.kind = :kind AND c.person_id = p.id AND c.period = :period)
        ORDER BY p.id
        """,
        today=today,
        everyone=not leaders_only,
        kind=kind,
        period=period,
    )
    return [Addressee(**row) for row in rows]


async def claimed(tx: Tx, kind: str, period: str, first: int, last: int) -> set[int]:
    """Who is claimed, of the people numbered ``first`` to ``last``."""
    rows = await tx.all(
        """
        SELECT person_id FROM reminders
        WHERE kind = :kind AND period = :period AND person_id BETWEEN :first AND :last
        """,
        kind=kind,
        period=period,
        first=first,
        last=last,
    )
    return {row["person_id"] for row in rows}


async def claimed_lately(tx: Tx, kind: str, since: datetime) -> set[int]:
    """The people who were claimed for this kind after that moment, in whatever round."""
    rows = await tx.all(
        "SELECT person_id FROM reminders WHERE kind = :kind AND claimed_at > :since", kind=kind, since=since
    )
    return {row["person_id"] for row in rows}


async def addressees(tx: Tx, person_ids: Collection[int]) -> dict[int, Addressee]:
    """Of these people, who has joined and does not block us."""
    rows = await tx.all(
        """
        SELECT p.id AS person_id, p.name, p.telegram_id, p.language, FALSE AS is_blocking
        FROM members m JOIN people p ON p.id = m.person_id
        WHERE m.left_on IS NULL AND p.telegram_id IS NOT NULL AND p.blocked_at IS NULL
        """
    )
    return {row["person_id"]: Addressee(**row) for row in rows if row["person_id"] in person_ids}


async def claim(tx: Tx, round_id: int, rows: Iterable[Row]) -> None:
    """Claim each of kind, person_id, period, with its outcome. One that is claimed already undoes the transaction."""
    await tx.run_many(
        """
        INSERT INTO reminders (kind, person_id, period, round_id, outcome, claimed_at)
        VALUES (:kind, :person_id, :period, :round_id, :outcome, :now)
        """,
        [row | {"round_id": round_id, "now": tx.now} for row in rows],
    )


# --- what came of it --------------------------------------------------------------------------------------------------


async def settle(tx: Tx, over: BegunRound) -> None:
    """Write down of whom it turned out at sending that they block the bot, or can't be reached."""
    rows = await tx.all(
        """
        SELECT o.person_id, o.error FROM outbox o
        WHERE o.failed_at IS NOT NULL AND o.round_id IS NOT NULL
          AND EXISTS (SELECT 1 FROM due_lines l
                      WHERE l.person_id = o.person_id AND l.told_in_id = o.round_id AND l.round_id = :id)
        """,
        id=over.id,
    )
    # One by one and by key: a join of two large tables is what a planner without statistics gets wrong.
    await tx.run_many(
        """
        UPDATE reminders SET outcome = :outcome
        WHERE kind = :kind AND person_id = :person_id AND period = :period
        """,
        [
            {
                "kind": over.kind,
                "person_id": row["person_id"],
                "period": over.period,
                "outcome": "blocked" if row["error"] == BLOCKED else "failed",
            }
            for row in rows
        ],
    )


async def outcomes(tx: Tx, round_id: int, kind: str) -> dict[str, int]:
    """Outcome → how many."""
    rows = await tx.all(
        """
        SELECT outcome, COUNT(*) AS people FROM reminders
        WHERE round_id = :id AND kind = :kind GROUP BY outcome
        """,
        id=round_id,
        kind=kind,
    )
    return {row["outcome"]: row["people"] for row in rows}


async def names(tx: Tx, round_id: int, kind: str, outcome: str, limit: int) -> list[str]:
    """Of whom that came out, in the order in which they were entered; at most ``limit``."""
    rows = await tx.all(
        """
        SELECT p.name FROM reminders r JOIN people p ON p.id = r.person_id
        WHERE r.round_id = :id AND r.kind = :kind AND r.outcome = :outcome
        ORDER BY p.id LIMIT :limit
        """,
        id=round_id,
        kind=kind,
        outcome=outcome,
        limit=limit,
    )
    return [row["name"] for row in rows]
