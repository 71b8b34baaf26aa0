"""Versions of the scheme, each whole, and the day from which it holds."""

from datetime import date
from typing import Any

from storage.db import Row, Tx


async def all_until(tx: Tx, day: date) -> list[Row]:
    """``name``, ``began_on``, ``scheme_json`` of those that had begun by a day, the oldest first."""
    return await tx.all(
        "SELECT name, began_on, scheme_json FROM scheme_versions WHERE began_on <= :day ORDER BY began_on", day=day
    )


async def newest_day(tx: Tx) -> date:
    """The day on which the newest version begins, be it in the past or still to come; there is one already."""
    day: date = await tx.value("SELECT began_on FROM scheme_versions ORDER BY began_on DESC LIMIT 1")
    return day


async def add(tx: Tx, name: str, began_on: date, scheme: dict[str, Any]) -> None:
    await tx.run(
        """
        INSERT INTO scheme_versions (name, began_on, scheme_json, recorded_at)
        VALUES (:name, :began_on, :scheme_json, :now)
        """,
        name=name,
        began_on=began_on,
        scheme_json=scheme,
        now=tx.now,
    )


async def keep_first(tx: Tx, name: str, began_on: date, scheme: dict[str, Any]) -> None:
    """The version before all others, if there is none yet; whoever else keeps it meanwhile waits for this transaction.

    On PostgreSQL an insert that does nothing holds no row, so an update that changes nothing does.
    """
    await tx.run(
        """
        INSERT INTO scheme_versions (name, began_on, scheme_json, recorded_at)
        VALUES (:name, :began_on, :scheme_json, :now)
        ON CONFLICT (began_on) DO UPDATE SET name = scheme_versions.name
        """,
        name=name,
        began_on=began_on,
        scheme_json=scheme,
        now=tx.now,
    )
