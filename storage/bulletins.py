"""Bulletins as the office looked at them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
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


class Way(StrEnum):
    """Where a bulletin goes: the column that says when it did."""

    MEMBERS = "told_at"
    GROUP = "posted_at"


@dataclass(frozen=True)
class Out:
    """A bulletin that went out. ``by_id``: who made it, and so sent it: its buttons are theirs alone."""

    by_id: int
    at: datetime


async def out_before(tx: Tx, bulletin: Bulletin, way: Way) -> Out | None:
    """The last other bulletin of the same period that went this way."""
    row = await tx.one(
        f"""
        SELECT made_by_id, {way.value} AS out_at FROM bulletins
        WHERE period = :period AND id <> :id AND {way.value} IS NOT NULL ORDER BY {way.value} DESC LIMIT 1
        """,
        period=bulletin.period,
        id=bulletin.id,
    )
    return Out(row["made_by_id"], row["out_at"]) if row else None


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
