"""Who is kept out until when, by whom and why: rows that stay, for the record."""

from dataclasses import dataclass, field
from datetime import datetime

from storage.db import Row, Tx
from storage.seal import sealed


@dataclass(frozen=True)
class Ban:
    """``letter_number`` is set when it was the writer of a letter who was kept out: the name is nobody's business."""

    id: int
    person_id: int
    name: str = field(repr=False)
    letter_number: str | None
    reason: str = field(repr=False)
    ends_at: datetime
    lifted_at: datetime | None


_BAN = """
    SELECT b.id, b.person_id, p.name, l.number AS letter_number, b.reason, b.ends_at, b.lifted_at
    FROM bans b JOIN people p ON p.id = b.person_id LEFT JOIN letters l ON l.id = b.letter_id
"""


async def add(tx: Tx, person_id: int, by_id: int, reason: str, ends_at: datetime, letter_id: int | None) -> int:
    """From now on; its id."""
    number: int = await tx.value(
        """
        INSERT INTO bans (person_id, by_id, reason, letter_id, began_at, ends_at)
        VALUES (:person_id, :by_id, :reason, :letter_id, :now, :ends_at) RETURNING id
        """,
        person_id=person_id,
        by_id=by_id,
        reason=sealed(reason),
        letter_id=letter_id,
        now=tx.now,
        ends_at=ends_at,
    )
    await _follow(tx, person_id)
    return number


async def lift(tx: Tx, ban_id: int, by_id: int) -> Ban | None:
    """Ended before its time; None when it is over already, or there is none."""
    changed = await tx.run(
        """
        UPDATE bans SET lifted_at = :now, lifted_by_id = :by_id
        WHERE id = :id AND lifted_at IS NULL AND ends_at > :now
        """,
        now=tx.now,
        by_id=by_id,
        id=ban_id,
    )
    if not changed:
        return None
    row = await tx.one(_BAN + "WHERE b.id = :id", id=ban_id)
    assert row is not None
    await _follow(tx, row["person_id"])
    return Ban(**row)


async def _follow(tx: Tx, person_id: int) -> None:
    """People carry the last end of their bans, so that no update costs a statement more for asking."""
    await tx.run(
        """
        UPDATE people SET banned_until_at =
            (SELECT MAX(ends_at) FROM bans WHERE person_id = :id AND lifted_at IS NULL AND ends_at > :now)
        WHERE id = :id
        """,
        id=person_id,
        now=tx.now,
    )


async def standing(tx: Tx, limit: int, person_id: int | None = None) -> list[Ban]:
    """Those in force, the last to end first: everybody's or one person's."""
    whose = "AND b.person_id = :person_id" if person_id is not None else ""
    of = {"person_id": person_id} if person_id is not None else {}
    rows: list[Row] = await tx.all(
        _BAN + f"WHERE b.ends_at > :now AND b.lifted_at IS NULL {whose} ORDER BY b.ends_at DESC, b.id LIMIT :limit",
        now=tx.now,
        limit=limit,
        **of,
    )
    return [Ban(**row) for row in rows]
