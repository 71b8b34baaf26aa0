"""How things stand: what waits, for how long, and what was given up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from storage.db import Tx


@dataclass(frozen=True)
class Queue:
    """``waiting`` rows, the oldest since ``oldest_at`` (None: nothing waits), and how many were given up."""

    waiting: int
    oldest_at: datetime | None
    parked: int

    def lag(self, now: datetime) -> float:
        """Seconds that the oldest has waited; 0 when nothing waits, or when the clock was set back meanwhile."""
        return max(0.0, (now - self.oldest_at).total_seconds()) if self.oldest_at else 0.0


async def of_inbox(tx: Tx) -> Queue:
    waiting = await tx.one(
        """
        SELECT COUNT(*) AS waiting, MIN(received_at) AS oldest_at FROM inbox
        WHERE done_at IS NULL AND parked_at IS NULL
        """
    )
    parked = await tx.value("SELECT COUNT(*) AS parked FROM inbox WHERE parked_at IS NOT NULL")
    assert waiting is not None
    return Queue(**waiting, parked=parked)


async def parked_between(tx: Tx, after: datetime | None, until: datetime) -> tuple[int, datetime | None]:
    """How many updates were given up after the one moment and until the other, and when the first of them."""
    row = await tx.one(
        """
        SELECT COUNT(*) AS parked, MIN(parked_at) AS first_at FROM inbox
        WHERE parked_at IS NOT NULL AND parked_at > :after AND parked_at <= :until
        """,
        after=after or datetime.fromtimestamp(0, UTC),
        until=until,
    )
    assert row is not None
    return row["parked"], row["first_at"]


async def of_outbox(tx: Tx, below_lane: int) -> Queue:
    """Of the lanes before ``below_lane``. What is owed to who blocks us counts neither as waiting nor as parked."""
    waiting = await tx.one(
        """
        SELECT COUNT(*) AS waiting, MIN(created_at) AS oldest_at FROM outbox
        WHERE sent_at IS NULL AND failed_at IS NULL AND lane < :below_lane
        """,
        below_lane=below_lane,
    )
    parked = await tx.value(
        """
        SELECT COUNT(*) AS parked FROM outbox
        WHERE failed_at IS NOT NULL AND sent_at IS NULL AND error <> 'blocked' AND lane < :below_lane
        """,
        below_lane=below_lane,
    )
    assert waiting is not None
    return Queue(**waiting, parked=parked)


async def of_reminders(tx: Tx) -> Mapping[tuple[str, str], int]:
    """Members by kind and outcome, in the last round of each kind."""
    rows = await tx.all(
        """
        SELECT m.kind, m.outcome, COUNT(*) AS members FROM reminders m
        WHERE m.round_id IN (SELECT MAX(id) FROM rounds GROUP BY kind) GROUP BY m.kind, m.outcome
        """
    )
    return {(row["kind"], row["outcome"]): row["members"] for row in rows}


async def held_up(tx: Tx, created_before: datetime) -> int:
    """Messages that Telegram was asked to take and has not, though they wait since before ``created_before``."""
    number: int = await tx.value(
        """
        SELECT COUNT(*) AS waiting FROM outbox
        WHERE sent_at IS NULL AND failed_at IS NULL AND error IS NOT NULL AND created_at < :created_before
        """,
        created_before=created_before,
    )
    return number


async def given_up(tx: Tx, since: datetime) -> int:
    """Messages that Telegram has refused for good."""
    number: int = await tx.value(
        """
        SELECT COUNT(*) AS refused FROM outbox
        WHERE failed_at >= :since AND sent_at IS NULL AND error <> 'blocked'
        """,
        since=since,
    )
    return number


async def waits_beyond(tx: Tx, moment: datetime) -> bool:
    """Is anything put off, or leased, until after ``moment``?"""
    found = await tx.value(
        """
        SELECT 1 AS found WHERE
            EXISTS (SELECT 1 FROM inbox WHERE done_at IS NULL AND parked_at IS NULL AND due_at > :moment)
            OR EXISTS (SELECT 1 FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL
                       AND (due_at > :moment OR leased_until_at > :moment))
        """,
        moment=moment,
    )
    return found is not None


async def has_done_something_after(tx: Tx, moment: datetime) -> bool:
    """Was anything handled or sent after ``moment``? If that is still to come, the clock was set back."""
    found = await tx.value(
        """
        SELECT 1 AS found WHERE EXISTS (SELECT 1 FROM inbox WHERE done_at > :moment)
                             OR EXISTS (SELECT 1 FROM outbox WHERE sent_at > :moment)
        """,
        moment=moment,
    )
    return found is not None
