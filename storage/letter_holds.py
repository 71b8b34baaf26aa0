"""Letters held for a look by the office before a member gets them."""

from dataclasses import dataclass, field

from domain.letters import Desk
from storage.db import Tx
from storage.seal import sealed


@dataclass(frozen=True)
class Hold:
    """Where the letter shall lie (again) when it is let go, and the words it is held for."""

    desk: Desk
    words: str = field(repr=False)


async def add(tx: Tx, letter_id: int, desk: Desk, words: str) -> None:
    await end(tx, letter_id)
    await tx.run(
        """
        INSERT INTO letter_holds (letter_id, member_id, unit_id, words, held_at)
        VALUES (:letter_id, :member_id, :unit_id, :words, :now)
        """,
        letter_id=letter_id,
        member_id=desk.member_id,
        unit_id=desk.unit_id,
        words=sealed(words),
        now=tx.now,
    )


async def of_letter(tx: Tx, letter_id: int) -> Hold | None:
    """The hold in force, if there is one."""
    row = await tx.one(
        "SELECT member_id, unit_id, words FROM letter_holds WHERE letter_id = :id AND ended_at IS NULL", id=letter_id
    )
    return Hold(Desk(row["member_id"], row["unit_id"]), row["words"]) if row else None


async def end(tx: Tx, letter_id: int) -> None:
    """It was decided, whichever way."""
    await tx.run(
        "UPDATE letter_holds SET ended_at = :now WHERE letter_id = :id AND ended_at IS NULL", now=tx.now, id=letter_id
    )
