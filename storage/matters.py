"""Matters and the letters gathered in them."""

from domain.letters import Letter
from domain.matters import Matter
from storage.db import Row, Tx
from storage.letters import COLUMNS, letter_of
from storage.seal import sealed

_MATTER = "SELECT m.id, m.title, m.created_at FROM matters m"
_SHOWN = ", ".join(f"l.{column.strip()}" for column in COLUMNS.split(","))


def _matter(row: Row | None) -> Matter | None:
    return Matter(**row) if row else None


async def add(tx: Tx, title: str, by_id: int) -> Matter:
    """A matter without letters yet."""
    number: int = await tx.value(
        "INSERT INTO matters (title, created_at, created_by_id) VALUES (:title, :now, :by_id) RETURNING id",
        title=sealed(title),
        now=tx.now,
        by_id=by_id,
    )
    return Matter(number, title, tx.now)


async def get(tx: Tx, matter_id: int) -> Matter | None:
    return _matter(await tx.one(f"{_MATTER} WHERE m.id = :id", id=matter_id))


async def of_letter(tx: Tx, letter_id: int) -> Matter | None:
    """The matter in which a letter is now."""
    row = await tx.one(
        f"{_MATTER} JOIN matter_letters g ON g.matter_id = m.id WHERE g.letter_id = :id AND g.removed_at IS NULL",
        id=letter_id,
    )
    return _matter(row)


async def letters_of(tx: Tx, matter_id: int) -> list[Letter]:
    """The letters in a matter now, in the order in which they were gathered: the first one leads."""
    rows = await tx.all(
        f"""
        SELECT {_SHOWN} FROM matter_letters g JOIN letters l ON l.id = g.letter_id
        WHERE g.matter_id = :id AND g.removed_at IS NULL ORDER BY g.id
        """,
        id=matter_id,
    )
    return [letter_of(row) for row in rows]


async def join(tx: Tx, matter_id: int, letter_id: int, by_id: int) -> bool:
    """Put a letter into a matter. False when it is in one already."""
    changed = await tx.run(
        """
        INSERT INTO matter_letters (matter_id, letter_id, added_at, added_by_id)
        VALUES (:matter_id, :letter_id, :now, :by_id) ON CONFLICT DO NOTHING
        """,
        matter_id=matter_id,
        letter_id=letter_id,
        now=tx.now,
        by_id=by_id,
    )
    return changed == 1


async def leave(tx: Tx, letter_id: int) -> bool:
    """Take a letter out of its matter. Of two who try at once one is told False."""
    changed = await tx.run(
        "UPDATE matter_letters SET removed_at = :now WHERE letter_id = :id AND removed_at IS NULL",
        now=tx.now,
        id=letter_id,
    )
    return changed == 1


async def newest(tx: Tx, member_id: int | None, limit: int) -> list[tuple[Matter, int]]:
    """Matters with how many letters they have, newest first: those with a letter that this member holds, or all."""
    whose = "AND l.member_id = :member_id" if member_id is not None else ""
    member = {"member_id": member_id} if member_id is not None else {}
    rows = await tx.all(
        f"""
        SELECT m.id, m.title, m.created_at,
               (SELECT COUNT(*) FROM matter_letters c WHERE c.matter_id = m.id AND c.removed_at IS NULL) AS letters
        FROM matters m
        WHERE EXISTS (SELECT 1 FROM matter_letters g JOIN letters l ON l.id = g.letter_id
                      WHERE g.matter_id = m.id AND g.removed_at IS NULL {whose})
        ORDER BY m.id DESC LIMIT :limit
        """,
        limit=limit,
        **member,
    )
    return [(Matter(row["id"], row["title"], row["created_at"]), row["letters"]) for row in rows]
