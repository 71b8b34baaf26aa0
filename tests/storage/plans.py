"""How an engine would go about a question in a mailbox as an office has it: nearly all letters are settled."""

from datetime import timedelta
from typing import Any

from domain.letters import LetterState
from storage.db import Tx
from storage.seal import sealed
from tests.cast import Cast

SETTLED = 3_000


class Explained:
    """In the place of a transaction: it keeps the plan of each question and answers none."""

    def __init__(self, tx: Tx, engine: str) -> None:
        self._tx, self._word = tx, "EXPLAIN QUERY PLAN" if engine == "sqlite" else "EXPLAIN"
        self.plans: list[str] = []

    async def all(self, sql: str, **values: Any) -> list[dict[str, Any]]:
        self.plans.append("\n".join(str(row) for row in await self._tx.all(f"{self._word} {sql}", **values)))
        return []


async def settle_many(tx: Tx, cast: Cast, engine: str) -> None:
    """PostgreSQL plans by what it knows of a table: it is told at once, not whenever it next looks by itself."""
    await tx.run_many(
        """
        INSERT INTO letters (number, writer_id, member_id, kind, is_anonymous, topic, state, received_at, settled_at)
        VALUES (:number, :writer_id, :member_id, 'member', :is_anonymous, :topic, :state, :received_at, :settled_at)
        """,
        [
            {
                "number": f"JJ-2025-{place:06}",
                "writer_id": cast.wang.id if place % 100 == 0 else cast.zhou.id,
                "member_id": cast.li_member.id,
                "is_anonymous": False,
                "topic": sealed("路灯坏了"),
                "state": LetterState.SETTLED.value,
                "received_at": tx.now - timedelta(days=300, minutes=place),
                "settled_at": tx.now - timedelta(days=200, minutes=place),
            }
            for place in range(SETTLED)
        ],
    )
    if engine == "postgres":
        for table in ("letters", "letter_chases", "letter_events", "people", "unit_people"):
            await tx.all(f"ANALYZE {table}")
