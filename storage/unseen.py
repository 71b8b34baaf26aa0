"""Contacts whom nobody has visited for long."""

from dataclasses import dataclass
from datetime import date

from storage.db import Tx, made_of
from storage.spans import EVERYONE, Span, bounds, within


@dataclass(frozen=True)
class UnseenContact:
    """``person_id`` is the member's. ``last_seen`` is None where they were never visited."""

    person_id: int
    name: str
    last_seen: date | None


_UNSEEN = """
        FROM contacts c JOIN members m ON m.id = c.member_id
        WHERE c.ended_on IS NULL AND m.left_on IS NULL AND c.registered_on <= :day
          AND NOT EXISTS (SELECT 1 FROM visits v
                          WHERE v.contact_id = c.id AND v.withdrawn_at IS NULL AND v.happened_on > :day)
        """


async def members_with_unseen(tx: Tx, day: date) -> set[int]:
    """The people ids of those who serve now and have such contacts."""
    rows = await tx.all(f"SELECT DISTINCT m.person_id {_UNSEEN}", day=day)
    return {row["person_id"] for row in rows}


async def contacts_unseen_since(tx: Tx, day: date, span: Span = EVERYONE) -> list[UnseenContact]:
    """The contacts of all who serve now, registered by that day and not visited since; longest unseen first."""
    rows = await tx.all(
        f"""
        SELECT m.person_id, c.name,
               (SELECT MAX(s.happened_on) FROM visits s
                WHERE s.contact_id = c.id AND s.withdrawn_at IS NULL) AS seen_on
        {_UNSEEN} {within(span)}
        ORDER BY c.id
        """,
        day=day,
        **bounds(span),
    )
    found = await made_of(rows, lambda row: UnseenContact(row["person_id"], row["name"], row["seen_on"]))
    return sorted(found, key=lambda one: one.last_seen or date.min)
