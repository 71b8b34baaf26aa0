"""Members who are away: kept when they are back, for the record."""

from datetime import date, datetime

from domain.absences import Absence
from storage.db import Tx

_COLUMNS = "id, member_id, stand_in_id, until_on, ends_at, ended_at"


async def begin(tx: Tx, member_id: int, stand_in_id: int | None, until_on: date, ends_at: datetime) -> None:
    """Away from now on; what was set before is over."""
    await end(tx, member_id)
    await tx.run(
        """
        INSERT INTO absences (member_id, stand_in_id, began_at, until_on, ends_at)
        VALUES (:member_id, :stand_in_id, :now, :until_on, :ends_at)
        """,
        member_id=member_id,
        stand_in_id=stand_in_id,
        now=tx.now,
        until_on=until_on,
        ends_at=ends_at,
    )


async def end(tx: Tx, member_id: int) -> bool:
    """Back before the time. False when they were not away."""
    ended = await tx.run(
        "UPDATE absences SET ended_at = :now WHERE member_id = :member_id AND ended_at IS NULL AND ends_at > :now",
        now=tx.now,
        member_id=member_id,
    )
    return ended > 0


async def of_member(tx: Tx, member_id: int) -> Absence | None:
    """The last absence that a member set, over or not."""
    row = await tx.one(
        f"SELECT {_COLUMNS} FROM absences WHERE member_id = :member_id ORDER BY id DESC LIMIT 1", member_id=member_id
    )
    return Absence(**row) if row else None


async def away_now(tx: Tx) -> set[int]:
    """The ids of all members who are away."""
    rows = await tx.all("SELECT member_id FROM absences WHERE ended_at IS NULL AND ends_at > :now", now=tx.now)
    return {row["member_id"] for row in rows}
