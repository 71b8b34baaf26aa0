"""Figures that were asked for: each is done once, however often the asker pressed."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.db import Tx

Claim = Callable[[Tx], Awaitable[bool]]
"""Takes what was asked for; False when somebody was faster."""


@dataclass(frozen=True)
class Asked:
    """A request that waits."""

    id: int
    kind: str
    person_id: int
    request: dict[str, Any]
    asked_at: datetime


async def add(tx: Tx, kind: str, person_id: int, request: dict[str, Any]) -> None:
    """Ask, unless the same waits already."""
    if any(one.kind == kind and one.person_id == person_id and one.request == request for one in await waiting(tx)):
        return
    await tx.run(
        """
        INSERT INTO asked_figures (kind, person_id, request_json, asked_at)
        VALUES (:kind, :person_id, :request_json, :now)
        """,
        kind=kind,
        person_id=person_id,
        request_json=request,
        now=tx.now,
    )


async def waiting(tx: Tx) -> list[Asked]:
    """What nobody has done, the oldest first."""
    rows = await tx.all(
        """
        SELECT id, kind, person_id, request_json, asked_at FROM asked_figures
        WHERE done_at IS NULL ORDER BY id
        """
    )
    return [Asked(row["id"], row["kind"], row["person_id"], row["request_json"], row["asked_at"]) for row in rows]


async def claim(tx: Tx, asked_id: int) -> bool:
    """Whoever changes the row answers; False for everyone after."""
    claimed = await tx.run(
        "UPDATE asked_figures SET done_at = :now WHERE id = :id AND done_at IS NULL", now=tx.now, id=asked_id
    )
    return claimed == 1
