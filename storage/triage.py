"""Letters that nobody holds yet, who takes them out of triage, and what brings others back to it."""

from dataclasses import dataclass
from datetime import datetime

from domain.letters import Letter
from storage.db import Tx
from storage.letters import COLUMNS, letter_of


async def waiting(tx: Tx, after: Letter | None = None) -> Letter | None:
    """The oldest letter in triage; the next one after this, if given."""
    behind = "AND (received_at > :received_at OR received_at = :received_at AND id > :id)" if after else ""
    place = {"received_at": after.received_at, "id": after.id} if after else {}
    row = await tx.one(
        f"SELECT {COLUMNS} FROM letters WHERE is_in_triage {behind} ORDER BY received_at, id LIMIT 1", **place
    )
    return letter_of(row) if row else None


async def count(tx: Tx) -> int:
    number: int = await tx.value("SELECT COUNT(*) FROM letters WHERE is_in_triage")
    return number


async def take(tx: Tx, letter_id: int) -> bool:
    """Take a letter out of triage. Of two who try at once one is told False."""
    return await tx.run("UPDATE letters SET is_in_triage = FALSE WHERE id = :id AND is_in_triage", id=letter_id) == 1


async def loads(tx: Tx) -> dict[int, int]:
    """Open letters in the hands of each member who has any."""
    rows = await tx.all(
        """
        SELECT member_id, COUNT(*) AS count FROM letters WHERE settled_at IS NULL AND member_id IS NOT NULL
        GROUP BY member_id
        """
    )
    return {row["member_id"]: row["count"] for row in rows}


# --- back to triage ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stranded:
    """An open letter whose member, or whose unit's people, do not come to it."""

    letter_id: int
    member_id: int | None = None
    unit_id: int | None = None


async def of_members_who_left(tx: Tx, limit: int) -> list[Stranded]:
    """Open letters of members who do not serve any more, oldest first."""
    rows = await tx.all(
        """
        SELECT l.id AS letter_id, l.member_id FROM letters l JOIN members m ON m.id = l.member_id
        WHERE l.settled_at IS NULL AND m.left_on IS NOT NULL ORDER BY l.received_at, l.id LIMIT :limit
        """,
        limit=limit,
    )
    return [Stranded(**row) for row in rows]


async def out_of_reach(tx: Tx, before: datetime, limit: int) -> list[Stranded]:
    """Unread letters of members who never joined, or have blocked us since ``before``; nothing happened since then."""
    rows = await tx.all(
        """
        SELECT l.id AS letter_id, l.member_id
        FROM letters l JOIN members m ON m.id = l.member_id JOIN people p ON p.id = m.person_id
        WHERE l.settled_at IS NULL AND l.state IN ('received', 'reopened')
              AND (p.telegram_id IS NULL OR p.blocked_at <= :before)
              AND NOT EXISTS (SELECT 1 FROM letter_events e WHERE e.letter_id = l.id AND e.happened_at > :before)
        ORDER BY l.received_at, l.id LIMIT :limit
        """,
        before=before,
        limit=limit,
    )
    return [Stranded(**row) for row in rows]


async def with_unreached_units(tx: Tx, before: datetime, limit: int) -> list[Stranded]:
    """Unread letters of units of which nobody can be reached since ``before``; nothing happened since then."""
    rows = await tx.all(
        """
        SELECT l.id AS letter_id, l.unit_id FROM letters l
        WHERE l.settled_at IS NULL AND l.unit_id IS NOT NULL AND l.state IN ('received', 'forwarded', 'reopened')
              AND NOT EXISTS (
                  SELECT 1 FROM unit_people b JOIN people p ON p.id = b.person_id
                  WHERE b.unit_id = l.unit_id AND p.telegram_id IS NOT NULL
                        AND (p.blocked_at IS NULL OR p.blocked_at > :before))
              AND NOT EXISTS (SELECT 1 FROM letter_events e WHERE e.letter_id = l.id AND e.happened_at > :before)
        ORDER BY l.received_at, l.id LIMIT :limit
        """,
        before=before,
        limit=limit,
    )
    return [Stranded(**row) for row in rows]


async def claim_stranded(tx: Tx, stranded: Stranded) -> bool:
    """Whoever changes the row brings the letter back; False for everyone after, and if it moved meanwhile."""
    changed = await tx.run(
        """
        UPDATE letters SET is_in_triage = TRUE
        WHERE id = :id AND (member_id = :member_id OR unit_id = :unit_id) AND settled_at IS NULL AND NOT is_in_triage
        """,
        id=stranded.letter_id,
        member_id=stranded.member_id,
        unit_id=stranded.unit_id,
    )
    return changed == 1
