"""Letters whose clock runs late, and which reminders were sent: each step of a clock once."""

from dataclasses import dataclass
from datetime import datetime

from domain.letters import ChaseStep, Clock, EventKind
from storage.db import Tx


@dataclass(frozen=True)
class Running:
    """An unsettled letter and where its clock began. ``was_asked``: it stood while the writer was asked something."""

    letter_id: int
    since_at: datetime
    was_asked: bool
    done: frozenset[str]
    """Names of the steps that were taken."""


_SINCE = {Clock.ANSWER: "owed_since_at", Clock.SETTLE: "opened_at"}


async def running(tx: Tx, clock: Clock, before: datetime, last: ChaseStep) -> list[Running]:
    """Letters whose clock began before this and has steps to take, by an index that holds no settled ones."""
    since = _SINCE[clock]
    rows = await tx.all(
        f"""
        SELECT l.id AS letter_id, l.{since} AS since_at,
               EXISTS (SELECT 1 FROM letter_events e WHERE e.letter_id = l.id AND e.kind = 'asked') AS was_asked
        FROM letters l
        WHERE l.{since} < :before AND l.{since} IS NOT NULL AND l.settled_at IS NULL AND l.state <> 'waiting'
          AND NOT EXISTS (SELECT 1 FROM letter_chases c
                          WHERE c.letter_id = l.id AND c.clock = :clock AND c.since_at = l.{since} AND c.step = :last)
        ORDER BY l.{since}, l.id
        """,
        before=before,
        clock=clock.value,
        last=last.name,
    )
    taken = await tx.all(
        f"""
        SELECT c.letter_id, c.step FROM letter_chases c JOIN letters l ON l.id = c.letter_id AND l.{since} = c.since_at
        WHERE c.clock = :clock AND l.{since} < :before AND l.{since} IS NOT NULL AND l.settled_at IS NULL
        """,
        clock=clock.value,
        before=before,
    )
    done: dict[int, set[str]] = {}
    for row in taken:
        done.setdefault(row["letter_id"], set()).add(row["step"])
    return [
        Running(row["letter_id"], row["since_at"], bool(row["was_asked"]), frozenset(done.get(row["letter_id"], ())))
        for row in rows
    ]


async def questions(tx: Tx, letter_id: int) -> list[tuple[EventKind, datetime]]:
    """What happened to a letter and when, in order."""
    rows = await tx.all("SELECT kind, happened_at FROM letter_events WHERE letter_id = :id ORDER BY id", id=letter_id)
    return [(EventKind(row["kind"]), row["happened_at"]) for row in rows]


async def claim(tx: Tx, letter_id: int, clock: Clock, since: datetime, step: ChaseStep) -> bool:
    """Take this step; False when somebody has."""
    claimed = await tx.run(
        """
        INSERT INTO letter_chases (letter_id, clock, since_at, step, chased_at)
        VALUES (:letter_id, :clock, :since, :step, :now) ON CONFLICT DO NOTHING
        """,
        letter_id=letter_id,
        clock=clock.value,
        since=since,
        step=step.name,
        now=tx.now,
    )
    return claimed == 1
