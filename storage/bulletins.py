"""Bulletins as the office looked at them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.db import Tx


@dataclass(frozen=True)
class Bulletin:
    """``content``: what stands in its picture and files, packed. ``told_at``: since when members get it;
    ``posted_at``: when it went to their group."""

    id: int
    period: str
    content: dict[str, Any]
    told_at: datetime | None
    posted_at: datetime | None


async def add(tx: Tx, period: str, made_by_id: int, content: dict[str, Any]) -> int:
    number: int = await tx.value(
        """
        INSERT INTO bulletins (period, made_by_id, made_at, figures_json)
        VALUES (:period, :made_by_id, :now, :figures_json) RETURNING id
        """,
        period=period,
        made_by_id=made_by_id,
        now=tx.now,
        figures_json=content,
    )
    return number


async def get(tx: Tx, bulletin_id: int) -> Bulletin | None:
    row = await tx.one(
        "SELECT id, period, figures_json, told_at, posted_at FROM bulletins WHERE id = :id", id=bulletin_id
    )
    if row is None:
        return None
    return Bulletin(row["id"], row["period"], row["figures_json"], row["told_at"], row["posted_at"])


async def mark_told(tx: Tx, bulletin_id: int) -> bool:
    """Claim telling the members. False when somebody has."""
    changed = await tx.run(
        "UPDATE bulletins SET told_at = :now WHERE id = :id AND told_at IS NULL", now=tx.now, id=bulletin_id
    )
    return changed == 1


async def mark_posted(tx: Tx, bulletin_id: int) -> bool:
    """Claim posting it to the members' group. False when somebody has."""
    changed = await tx.run(
        "UPDATE bulletins SET posted_at = :now WHERE id = :id AND posted_at IS NULL", now=tx.now, id=bulletin_id
    )
    return changed == 1
