"""What contacts said about visits."""

from datetime import date, datetime

from domain.confirmations import Confirmation, How, Verdict
from storage.db import Row, Tx
from storage.seal import sealed

_SAID = """
    f.visit_id, f.how, f.verdict, f.said_at, COALESCE(f.words, '') AS words, COALESCE(f.answer, '') AS answer
"""


def _confirmation(row: Row) -> Confirmation:
    return Confirmation(**(row | {"how": How(row["how"]), "verdict": Verdict(row["verdict"])}))


async def get(tx: Tx, visit_id: int) -> Confirmation | None:
    row = await tx.one(f"SELECT {_SAID} FROM visit_confirmations f WHERE f.visit_id = :id", id=visit_id)
    return _confirmation(row) if row else None


async def of_contact(tx: Tx, contact_id: int) -> dict[int, Confirmation]:
    """Visit's id → what was said about it."""
    rows = await tx.all(
        f"""
        SELECT {_SAID} FROM visit_confirmations f JOIN visits v ON v.id = f.visit_id
        WHERE v.contact_id = :contact_id AND v.withdrawn_at IS NULL
        """,
        contact_id=contact_id,
    )
    return {row["visit_id"]: _confirmation(row) for row in rows}


async def say(tx: Tx, said: Confirmation, by_id: int, before: Confirmation | None) -> bool:
    """Write down what was said, over ``before`` if there was something. False when someone was faster."""
    stored = {"id": said.visit_id, "how": said.how.value, "verdict": said.verdict.value, "by_id": by_id, "now": tx.now}
    if before is None:
        sql = """
            INSERT INTO visit_confirmations (visit_id, how, verdict, words, said_at, said_by_id)
            VALUES (:id, :how, :verdict, :words, :now, :by_id) ON CONFLICT DO NOTHING
            """
        return await tx.run(sql, words=sealed(said.words or None), **stored) == 1
    sql = """
        UPDATE visit_confirmations SET how = :how, verdict = :verdict, said_at = :now, said_by_id = :by_id
        WHERE visit_id = :id AND verdict = :seen
        """
    return await tx.run(sql, seen=before.verdict.value, **stored) == 1


async def answer(tx: Tx, visit_id: int, words: str) -> None:
    """What the member says to a dispute; the last answer counts."""
    await tx.run(
        """
        UPDATE visit_confirmations SET answer = :words, answered_at = :now
        WHERE visit_id = :id AND verdict = 'disputed'
        """,
        words=sealed(words),
        now=tx.now,
        id=visit_id,
    )


async def take_overdue(tx: Tx, before: datetime, limit: int) -> list[int]:
    """Visits whose dispute is open since before then: claimed to be shown to the office, once."""
    rows = await tx.all(
        """
        UPDATE visit_confirmations SET shown_to_office_at = :now
        WHERE visit_id IN (
            SELECT f.visit_id FROM visit_confirmations f JOIN visits v ON v.id = f.visit_id
            WHERE f.verdict = 'disputed' AND f.shown_to_office_at IS NULL AND f.said_at <= :before
              AND v.withdrawn_at IS NULL
            ORDER BY f.said_at LIMIT :limit)
        RETURNING visit_id
        """,
        now=tx.now,
        before=before,
        limit=limit,
    )
    return sorted(row["visit_id"] for row in rows)


async def counts_of_member(tx: Tx, member_id: int, first: date, last: date) -> dict[How, int]:
    """How many of a member's visits of these days are confirmed as true, by whom."""
    rows = await tx.all(
        """
        SELECT f.how, COUNT(*) AS count FROM visit_confirmations f JOIN visits v ON v.id = f.visit_id
        WHERE v.member_id = :member_id AND v.withdrawn_at IS NULL AND f.verdict = 'true'
          AND v.happened_on BETWEEN :first AND :last
        GROUP BY f.how
        """,
        member_id=member_id,
        first=first,
        last=last,
    )
    return {How(row["how"]): row["count"] for row in rows}
