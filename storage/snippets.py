"""Often-used answers: a person's own, or (without an owner) the committee's."""

from dataclasses import dataclass, field

from storage.db import Row, Tx
from storage.seal import sealed


@dataclass(frozen=True)
class Snippet:
    """``owner_id`` None: the committee's, for everyone who answers letters."""

    id: int
    owner_id: int | None
    title: str = field(repr=False)
    text: str = field(repr=False)

    @property
    def is_shared(self) -> bool:
        return self.owner_id is None


_COLUMNS = "id, owner_id, title, text"


def _snippet(row: Row) -> Snippet:
    return Snippet(**row)


async def add(tx: Tx, owner_id: int | None, title: str, text: str) -> int:
    number: int = await tx.value(
        """
        INSERT INTO snippets (owner_id, title, text, changed_at) VALUES (:owner_id, :title, :text, :now) RETURNING id
        """,
        owner_id=owner_id,
        title=sealed(title),
        text=sealed(text),
        now=tx.now,
    )
    return number


async def change(tx: Tx, snippet_id: int, text: str) -> None:
    await tx.run(
        "UPDATE snippets SET text = :text, changed_at = :now WHERE id = :id",
        text=sealed(text),
        now=tx.now,
        id=snippet_id,
    )


async def delete(tx: Tx, snippet_id: int) -> None:
    await tx.run("DELETE FROM snippets WHERE id = :id", id=snippet_id)


async def get(tx: Tx, snippet_id: int) -> Snippet | None:
    row = await tx.one(f"SELECT {_COLUMNS} FROM snippets WHERE id = :id", id=snippet_id)
    return _snippet(row) if row else None


async def usable_by(tx: Tx, person_id: int) -> list[Snippet]:
    """A person's own and the committee's, each in the order in which they were made."""
    rows = await tx.all(
        f"""
        SELECT {_COLUMNS} FROM snippets WHERE owner_id = :person_id OR owner_id IS NULL
        ORDER BY CASE WHEN owner_id IS NULL THEN 1 ELSE 0 END, id
        """,
        person_id=person_id,
    )
    return [_snippet(row) for row in rows]
