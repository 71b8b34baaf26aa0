"""Assignments of briefs to departments, and their one-time links."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from domain.assignments import Assignment
from domain.briefs import WAITING_FOR_DEPARTMENT, AssignmentState
from storage.db import Row, Tx
from storage.seal import sealed

_ASSIGNMENT = """
    SELECT a.id, a.brief_id, a.unit_id, u.name AS unit, a.state, a.due_on, a.assigned_at, a.answer, a.answered_at,
           a.reason, a.chases
    FROM assignments a JOIN units u ON u.id = a.unit_id
"""
_WAITING = ", ".join(f"'{state.value}'" for state in sorted(WAITING_FOR_DEPARTMENT))


def _assignment(row: Row) -> Assignment:
    return Assignment(**(row | {"state": AssignmentState(row["state"])}))


async def add(tx: Tx, brief_id: int, unit_id: int, due_on: date) -> int:
    """A department's task from now on; its id."""
    number: int = await tx.value(
        """
        INSERT INTO assignments (brief_id, unit_id, state, due_on, assigned_at)
        VALUES (:brief_id, :unit_id, :state, :due_on, :now) RETURNING id
        """,
        brief_id=brief_id,
        unit_id=unit_id,
        state=AssignmentState.ASSIGNED.value,
        due_on=due_on,
        now=tx.now,
    )
    return number


async def get(tx: Tx, assignment_id: int) -> Assignment | None:
    row = await tx.one(f"{_ASSIGNMENT} WHERE a.id = :id", id=assignment_id)
    return _assignment(row) if row else None


async def of_brief(tx: Tx, brief_id: int) -> list[Assignment]:
    rows = await tx.all(f"{_ASSIGNMENT} WHERE a.brief_id = :id ORDER BY a.id", id=brief_id)
    return [_assignment(row) for row in rows]


async def of_units(tx: Tx, unit_ids: Collection[int], limit: int) -> list[Assignment]:
    """Of these departments, what waits for them first, then newest first."""
    named = {f"unit_{place}": unit_id for place, unit_id in enumerate(unit_ids)}
    if not named:
        return []
    rows = await tx.all(
        f"""
        {_ASSIGNMENT} WHERE a.unit_id IN ({", ".join(f":{name}" for name in named)})
        ORDER BY CASE WHEN a.state IN ({_WAITING}) THEN 0 ELSE 1 END, a.id DESC LIMIT :limit
        """,
        limit=limit,
        **named,
    )
    return [_assignment(row) for row in rows]


async def waiting(tx: Tx, due_before: date, after_id: int, limit: int) -> list[Assignment]:
    """Whose turn it is, with a deadline before this day, by number."""
    rows = await tx.all(
        f"""
        {_ASSIGNMENT} WHERE a.state IN ({_WAITING}) AND a.due_on < :due_before AND a.id > :after_id
        ORDER BY a.id LIMIT :limit
        """,
        due_before=due_before,
        after_id=after_id,
        limit=limit,
    )
    return [_assignment(row) for row in rows]


async def move(tx: Tx, seen: Assignment, moved: Assignment) -> bool:
    """From the state it was seen in to another; its link is over. False when someone was quicker."""
    changed = await tx.run(
        """
        UPDATE assignments SET state = :state, due_on = :due_on, assigned_at = :assigned_at, answer = :answer,
               answered_at = :answered_at, reason = :reason, chases = :chases, code_hash = NULL, link_ends_at = NULL
        WHERE id = :id AND state = :seen
        """,
        id=seen.id,
        seen=seen.state.value,
        state=moved.state.value,
        due_on=moved.due_on,
        assigned_at=moved.assigned_at,
        answer=sealed(moved.answer),
        answered_at=moved.answered_at,
        reason=sealed(moved.reason),
        chases=moved.chases,
    )
    return changed == 1


async def claim_chase(tx: Tx, seen: Assignment, place: int) -> bool:
    """Whoever changes the row sends the chase; False for everyone after, and if it was answered meanwhile."""
    changed = await tx.run(
        """
        UPDATE assignments SET chases = :chases
        WHERE id = :id AND chases = :seen AND state = :state AND assigned_at = :assigned_at
        """,
        id=seen.id,
        chases=place + 1,
        seen=seen.chases,
        state=seen.state.value,
        assigned_at=seen.assigned_at,
    )
    return changed == 1


# --- the one-time link ------------------------------------------------------------------------------------------------


async def set_link(tx: Tx, assignment_id: int, code_hash: str, ends_at: datetime) -> bool:
    """One link at a time: an earlier one is over. False when that was made within the last minute: pressed twice."""
    changed = await tx.run(
        """
        UPDATE assignments SET code_hash = :code_hash, link_ends_at = :ends_at
        WHERE id = :id AND (link_ends_at IS NULL OR link_ends_at < :fresh)
        """,
        id=assignment_id,
        code_hash=code_hash,
        ends_at=ends_at,
        fresh=ends_at - timedelta(minutes=1),
    )
    return changed == 1


async def of_link(tx: Tx, code_hash: str) -> Assignment | None:
    """What a link leads to, while it works."""
    row = await tx.one(
        f"{_ASSIGNMENT} WHERE a.code_hash = :code_hash AND a.link_ends_at > :now", code_hash=code_hash, now=tx.now
    )
    return _assignment(row) if row else None
