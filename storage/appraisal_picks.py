"""Who is on a list for honours or for a talk, and the talks."""

from collections.abc import Iterable
from typing import Any

from domain.talks import Decision, ListKind, Pick, Talk
from storage.db import Row, Tx
from storage.seal import sealed

_PICK = """
    SELECT k.id, k.appraised_id, d.member_id, m.person_id, p.name, d.tenths, d.done, d.owed, k.list, k.is_proposed,
           k.decision, (SELECT MAX(t.talked_on) FROM appraisal_talks t WHERE t.pick_id = k.id) AS talked_on
    FROM appraisal_picks k JOIN appraised_members d ON d.id = k.appraised_id
    JOIN members m ON m.id = d.member_id JOIN people p ON p.id = m.person_id
"""


def _pick(row: Row) -> Pick:
    decision = Decision(row["decision"]) if row["decision"] else None
    return Pick(**(row | {"list": ListKind(row["list"]), "decision": decision}))


async def propose(tx: Tx, picks: Iterable[tuple[int, ListKind]]) -> None:
    """By the scheme's rule: (number in ``appraised_members``, list)."""
    await tx.run_many(
        """
        INSERT INTO appraisal_picks (appraised_id, list, is_proposed) VALUES (:appraised_id, :list, TRUE)
        ON CONFLICT DO NOTHING
        """,
        [{"appraised_id": number, "list": kind.value} for number, kind in picks],
    )


async def add(tx: Tx, appraised_id: int, kind: ListKind, by_id: int) -> bool:
    """By the office, and thereby confirmed. False when they are on the list."""
    added = await tx.run(
        """
        INSERT INTO appraisal_picks (appraised_id, list, decision, decided_at, decided_by_id)
        VALUES (:appraised_id, :list, 'confirmed', :now, :by_id) ON CONFLICT DO NOTHING
        """,
        appraised_id=appraised_id,
        list=kind.value,
        now=tx.now,
        by_id=by_id,
    )
    return added == 1


async def get(tx: Tx, pick_id: int) -> Pick | None:
    row = await tx.one(f"{_PICK} WHERE k.id = :id", id=pick_id)
    return _pick(row) if row else None


async def of_appraisal(tx: Tx, appraisal_id: int, kind: ListKind) -> list[Pick]:
    """The most points first on the list for honours, the fewest on the other."""
    rows = await tx.all(
        f"{_PICK} WHERE d.appraisal_id = :appraisal_id AND k.list = :list", appraisal_id=appraisal_id, list=kind.value
    )
    sign = -1 if kind is ListKind.HONOUR else 1
    return sorted([_pick(row) for row in rows], key=lambda one: (sign * one.tenths, one.name, one.id))


async def of_member(tx: Tx, appraised_id: int) -> set[ListKind]:
    rows = await tx.all("SELECT k.list FROM appraisal_picks k WHERE k.appraised_id = :id", id=appraised_id)
    return {ListKind(row["list"]) for row in rows}


async def decide(tx: Tx, pick_id: int, decision: Decision, by_id: int) -> bool:
    """False when that was decided before."""
    changed = await tx.run(
        """
        UPDATE appraisal_picks SET decision = :decision, decided_at = :now, decided_by_id = :by_id
        WHERE id = :id AND (decision IS NULL OR decision <> :decision)
        """,
        decision=decision.value,
        now=tx.now,
        by_id=by_id,
        id=pick_id,
    )
    return changed == 1


async def record(tx: Tx, pick_id: int, talk: Talk, by_id: int) -> None:
    await tx.run(
        """
        INSERT INTO appraisal_talks (pick_id, talked_on, talker, words, recorded_at, recorded_by_id)
        VALUES (:pick_id, :talked_on, :talker, :words, :now, :by_id)
        """,
        pick_id=pick_id,
        talked_on=talk.on,
        talker=sealed(talk.talker),
        words=sealed(talk.words),
        now=tx.now,
        by_id=by_id,
    )


async def talks(tx: Tx, pick_id: int) -> list[Talk]:
    """The oldest first."""
    rows: list[dict[str, Any]] = await tx.all(
        "SELECT t.talked_on, t.talker, t.words FROM appraisal_talks t WHERE t.pick_id = :id ORDER BY t.talked_on, t.id",
        id=pick_id,
    )
    return [Talk(row["talked_on"], row["talker"], row["words"]) for row in rows]


async def forget(tx: Tx, person_id: int) -> None:
    """What was said in their talks goes; that there were talks stays."""
    await tx.run(
        """
        UPDATE appraisal_talks SET words = :none WHERE pick_id IN (
            SELECT k.id FROM appraisal_picks k JOIN appraised_members d ON d.id = k.appraised_id
            JOIN members m ON m.id = d.member_id WHERE m.person_id = :id)
        """,
        none=sealed(""),
        id=person_id,
    )
