"""Requests to open an anonymous writer's identity, and what became of them."""

from dataclasses import dataclass, field
from datetime import datetime

from storage.db import Tx
from storage.seal import sealed


@dataclass(frozen=True)
class Opening:
    """``decided_at`` is set when a second person said yes or no, or when it was too late; ``opened_at`` after a yes."""

    id: int
    letter_id: int
    asked_by_id: int
    reason: str = field(repr=False)
    asked_at: datetime
    expires_at: datetime
    decided_by_id: int | None
    decided_at: datetime | None
    opened_at: datetime | None


_OPENING = """
    SELECT id, letter_id, asked_by_id, reason, asked_at, expires_at, decided_by_id, decided_at, opened_at FROM openings
"""


async def add(tx: Tx, letter_id: int, asked_by_id: int, reason: str, expires_at: datetime) -> int:
    """A request; its id."""
    number: int = await tx.value(
        """
        INSERT INTO openings (letter_id, asked_by_id, reason, asked_at, expires_at)
        VALUES (:letter_id, :asked_by_id, :reason, :now, :expires_at) RETURNING id
        """,
        letter_id=letter_id,
        asked_by_id=asked_by_id,
        reason=sealed(reason),
        now=tx.now,
        expires_at=expires_at,
    )
    return number


async def get_to_change(tx: Tx, opening_id: int) -> Opening | None:
    row = await tx.one(_OPENING + "WHERE id = :id FOR UPDATE", id=opening_id)
    return Opening(**row) if row else None


async def standing(tx: Tx, letter_id: int) -> Opening | None:
    """The request that waits, or the opening that was."""
    row = await tx.one(
        _OPENING + "WHERE letter_id = :letter_id AND (decided_at IS NULL OR opened_at IS NOT NULL)", letter_id=letter_id
    )
    return Opening(**row) if row else None


async def decide(tx: Tx, opening_id: int, by_id: int | None, *, is_opened: bool) -> bool:
    """Yes, no, or (by nobody) too late. False when it was decided before."""
    changed = await tx.run(
        """
        UPDATE openings SET decided_at = :now, decided_by_id = :by_id, opened_at = :opened_at
        WHERE id = :id AND decided_at IS NULL
        """,
        now=tx.now,
        by_id=by_id,
        opened_at=tx.now if is_opened else None,
        id=opening_id,
    )
    return changed == 1
