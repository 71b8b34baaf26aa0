"""Dialogues in hand: rows, so that any worker can carry on any conversation and a restart is not noticed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.db import Row, Tx


@dataclass(frozen=True)
class Dialogue:
    """A conversation half-way. ``step`` is ``kind.step``; ``draft`` is what was said so far, JSON."""

    id: int
    person_id: int
    step: str
    draft: dict[str, Any]

    @property
    def kind(self) -> str:
        return self.step.split(".", 1)[0]


_COLUMNS = "id, person_id, step, draft_json"


def _dialogue(row: Row) -> Dialogue:
    return Dialogue(row["id"], row["person_id"], row["step"], row["draft_json"])


async def active(tx: Tx, person_id: int) -> Dialogue | None:
    """The one that the next message belongs to: the last touched."""
    row = await tx.one(
        f"SELECT {_COLUMNS} FROM dialogues WHERE person_id = :person_id ORDER BY touched_at DESC, id DESC LIMIT 1",
        person_id=person_id,
    )
    return _dialogue(row) if row else None


async def of_kind(tx: Tx, person_id: int, kind: str) -> Dialogue | None:
    row = await tx.one(
        f"SELECT {_COLUMNS} FROM dialogues WHERE person_id = :person_id AND step LIKE :steps ORDER BY id DESC LIMIT 1",
        person_id=person_id,
        steps=f"{kind}.%",
    )
    return _dialogue(row) if row else None


async def get(tx: Tx, dialogue_id: int, person_id: int) -> Dialogue | None:
    """This person's dialogue of this number; None when it is over or another's."""
    row = await tx.one(
        f"SELECT {_COLUMNS} FROM dialogues WHERE id = :id AND person_id = :person_id",
        id=dialogue_id,
        person_id=person_id,
    )
    return _dialogue(row) if row else None


async def begin(tx: Tx, person_id: int, step: str, draft: dict[str, Any]) -> Dialogue:
    number = await tx.value(
        """
        INSERT INTO dialogues (person_id, step, draft_json, began_at, touched_at)
        VALUES (:person_id, :step, :draft_json, :now, :now) RETURNING id
        """,
        person_id=person_id,
        step=step,
        draft_json=draft,
        now=tx.now,
    )
    return Dialogue(number, person_id, step, draft)


async def move(tx: Tx, dialogue: Dialogue, step: str, draft: dict[str, Any]) -> Dialogue:
    """On to a step, with the draft as it is now."""
    await tx.run(
        "UPDATE dialogues SET step = :step, draft_json = :draft_json, touched_at = :now WHERE id = :id",
        step=step,
        draft_json=draft,
        now=tx.now,
        id=dialogue.id,
    )
    return Dialogue(dialogue.id, dialogue.person_id, step, draft)


async def amend(tx: Tx, dialogue: Dialogue, draft: dict[str, Any]) -> Dialogue:
    """Correct the draft of a dialogue where it stands, without taking it in hand."""
    await tx.run("UPDATE dialogues SET draft_json = :draft_json WHERE id = :id", draft_json=draft, id=dialogue.id)
    return Dialogue(dialogue.id, dialogue.person_id, dialogue.step, draft)


async def end(tx: Tx, dialogue_id: int) -> None:
    await tx.run("DELETE FROM dialogues WHERE id = :id", id=dialogue_id)


async def prune(tx: Tx, before: datetime) -> int:
    """Forget what was begun and not touched since ``before``."""
    return await tx.run("DELETE FROM dialogues WHERE touched_at < :before", before=before)
