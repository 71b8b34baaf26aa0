"""What needs a person: each occasion is one row, from its beginning to its end."""

from datetime import datetime

from storage.db import Tx


async def open_kinds(tx: Tx) -> set[str]:
    rows = await tx.all("SELECT kind FROM troubles WHERE over_at IS NULL")
    return {row["kind"] for row in rows}


async def begin(tx: Tx, kind: str) -> bool:
    """Claim the beginning. False when it is known already."""
    claimed = await tx.run(
        "INSERT INTO troubles (kind, began_at) VALUES (:kind, :now) ON CONFLICT DO NOTHING", kind=kind, now=tx.now
    )
    return claimed == 1


async def last_until(tx: Tx, kind: str) -> datetime | None:
    """Up to which moment the latest occasion of this kind reached."""
    until: datetime | None = await tx.value(
        "SELECT over_at FROM troubles WHERE kind = :kind AND over_at IS NOT NULL ORDER BY over_at DESC LIMIT 1",
        kind=kind,
    )
    return until


async def reached(tx: Tx, kind: str, until: datetime) -> None:
    """What was begun is over, and reached up to then."""
    await tx.run("UPDATE troubles SET over_at = :until WHERE kind = :kind AND over_at IS NULL", kind=kind, until=until)


async def end(tx: Tx, kind: str) -> bool:
    """Claim the end. False when somebody else has."""
    claimed = await tx.run(
        "UPDATE troubles SET over_at = :now WHERE kind = :kind AND over_at IS NULL", kind=kind, now=tx.now
    )
    return claimed == 1
