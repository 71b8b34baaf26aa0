"""Publications: one row for each letter whose writer was asked."""

from typing import Any

from domain.publications import Publication, PublicationState
from storage.db import Row, Tx
from storage.seal import sealed

_COLUMNS = """
    id, letter_id, state, is_named, is_stale, consented_at, decided_by_id, decided_at, draft_content, draft_result,
    revision, content, result, language, write_url, chat_id, message_id
"""


def _publication(row: Row) -> Publication:
    return Publication(**(row | {"state": PublicationState(row["state"])}))


async def begin(tx: Tx, letter_id: int) -> bool:
    """A letter whose writer is asked now; False when they were before."""
    begun = await tx.run(
        """
        INSERT INTO publications (letter_id, state, asked_at) VALUES (:letter_id, :state, :now)
        ON CONFLICT DO NOTHING
        """,
        letter_id=letter_id,
        state=PublicationState.ASKED.value,
        now=tx.now,
    )
    return begun == 1


async def message_of(tx: Tx, publication_id: int) -> int | None:
    """Where the post stands in its channel; None while it is nowhere."""
    message_id: int | None = await tx.value("SELECT message_id FROM publications WHERE id = :id", id=publication_id)
    return message_id


async def get_to_change(tx: Tx, publication_id: int) -> Publication | None:
    row = await tx.one(f"SELECT {_COLUMNS} FROM publications WHERE id = :id FOR UPDATE", id=publication_id)
    return _publication(row) if row else None


async def of_letter(tx: Tx, letter_id: int) -> Publication | None:
    row = await tx.one(f"SELECT {_COLUMNS} FROM publications WHERE letter_id = :letter_id", letter_id=letter_id)
    return _publication(row) if row else None


async def signed_by(tx: Tx, writer_id: int) -> list[int]:
    """Letters of this person that are public with their name."""
    rows = await tx.all(
        """
        SELECT p.letter_id FROM publications p JOIN letters l ON l.id = p.letter_id
        WHERE l.writer_id = :id AND p.is_named AND p.state = :state ORDER BY p.letter_id
        """,
        id=writer_id,
        state=PublicationState.PUBLISHED.value,
    )
    return [row["letter_id"] for row in rows]


async def save(tx: Tx, publication: Publication) -> None:
    """Everything but where the post stands in its channel, which only its sending knows."""
    values: dict[str, Any] = {
        name: sealed(value) if name in ("draft_content", "draft_result", "content", "result") else value
        for name, value in vars(publication).items()
        if name not in ("letter_id", "message_id")
    }
    await tx.run(
        """
        UPDATE publications SET state = :state, is_named = :is_named, is_stale = :is_stale,
               consented_at = :consented_at, decided_by_id = :decided_by_id, decided_at = :decided_at,
               draft_content = :draft_content, draft_result = :draft_result, revision = :revision,
               content = :content, result = :result, language = :language, write_url = :write_url, chat_id = :chat_id
        WHERE id = :id
        """,
        **(values | {"state": publication.state.value}),
    )


async def set_message(tx: Tx, publication_id: int, message_id: int | None) -> None:
    """Where the post stands; None: nowhere any more."""
    await tx.run(
        "UPDATE publications SET message_id = :message_id WHERE id = :id", id=publication_id, message_id=message_id
    )


async def mark_stale(tx: Tx, letter_id: int) -> None:
    """Something was written in the letter: what the office has looked over is not all of it."""
    await tx.run(
        "UPDATE publications SET is_stale = TRUE WHERE letter_id = :letter_id AND state IN ('consented', 'published')",
        letter_id=letter_id,
    )


# --- what waits for the office ----------------------------------------------------------------------------------------

_WAITING = """
    FROM publications p JOIN letters l ON l.id = p.letter_id
    WHERE (p.state = 'consented' OR p.is_stale) AND l.state = 'settled'
      AND (l.mark IS NULL OR l.mark <> 'private')
"""


async def waiting(tx: Tx, after: Publication | None = None) -> int | None:
    """The letter that waits longest, or the next one after another."""
    behind = "AND (p.consented_at > :at OR p.consented_at = :at AND p.id > :id)" if after else ""
    args = {"at": after.consented_at or tx.now, "id": after.id} if after else {}
    number: int | None = await tx.value(
        f"SELECT p.letter_id {_WAITING} {behind} ORDER BY p.consented_at, p.id LIMIT 1", **args
    )
    return number


async def count(tx: Tx) -> int:
    number: int = await tx.value(f"SELECT COUNT(*) {_WAITING}")
    return number
