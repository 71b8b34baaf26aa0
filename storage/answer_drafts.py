"""Answers that wait for the office's look, and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.answer_reviews import DraftState
from domain.letter_pieces import Piece
from storage.db import Row, Tx
from storage.seal import sealed


@dataclass(frozen=True)
class AnswerDraft:
    """An answer of ``author_id`` (a person) to a letter, as it would go out."""

    id: int
    letter_id: int
    author_id: int
    pieces: Sequence[Piece] = field(repr=False)
    state: DraftState
    is_question: bool = False


_COLUMNS = "id, letter_id, author_id, pieces_json, state, is_question"


def _draft(row: Row) -> AnswerDraft:
    pieces = [Piece.unpacked(packed) for packed in row["pieces_json"]]
    return AnswerDraft(
        row["id"], row["letter_id"], row["author_id"], pieces, DraftState(row["state"]), row["is_question"]
    )


async def add(
    tx: Tx, letter_id: int, author_id: int, pieces: Sequence[Piece], *, is_question: bool = False
) -> AnswerDraft:
    number: int = await tx.value(
        """
        INSERT INTO answer_drafts (letter_id, author_id, pieces_json, is_question, state, made_at)
        VALUES (:letter_id, :author_id, :pieces_json, :is_question, :state, :now) RETURNING id
        """,
        letter_id=letter_id,
        author_id=author_id,
        pieces_json=[piece.packed() for piece in pieces],
        is_question=is_question,
        state=DraftState.WAITING.value,
        now=tx.now,
    )
    return AnswerDraft(number, letter_id, author_id, pieces, DraftState.WAITING, is_question)


async def get(tx: Tx, draft_id: int) -> AnswerDraft | None:
    row = await tx.one(f"SELECT {_COLUMNS} FROM answer_drafts WHERE id = :id", id=draft_id)
    return _draft(row) if row else None


async def decide(tx: Tx, draft_id: int, state: DraftState, by_id: int | None, reason: str = "") -> bool:
    """It waits no longer. False when it did not: someone was quicker."""
    return bool(
        await tx.run(
            """
            UPDATE answer_drafts SET state = :state, decided_at = :now, decided_by_id = :by_id, reason = :reason
            WHERE id = :id AND state = 'waiting'
            """,
            state=state.value,
            now=tx.now,
            by_id=by_id,
            reason=sealed(reason),
            id=draft_id,
        )
    )


async def rewrite(tx: Tx, draft_id: int, pieces: Sequence[Piece]) -> bool:
    """Other words for one that waits. False when it does not any more."""
    return bool(
        await tx.run(
            "UPDATE answer_drafts SET pieces_json = :pieces_json WHERE id = :id AND state = 'waiting'",
            pieces_json=[piece.packed() for piece in pieces],
            id=draft_id,
        )
    )


async def waiting(tx: Tx, limit: int) -> list[AnswerDraft]:
    """The oldest first."""
    rows = await tx.all(
        f"SELECT {_COLUMNS} FROM answer_drafts WHERE state = 'waiting' ORDER BY id LIMIT :limit", limit=limit
    )
    return [_draft(row) for row in rows]


async def waiting_of_letter(tx: Tx, letter_id: int) -> list[AnswerDraft]:
    rows = await tx.all(
        f"SELECT {_COLUMNS} FROM answer_drafts WHERE letter_id = :letter_id AND state = 'waiting' ORDER BY id",
        letter_id=letter_id,
    )
    return [_draft(row) for row in rows]


async def waiting_of_author(tx: Tx, author_id: int) -> list[AnswerDraft]:
    """The newest first."""
    rows = await tx.all(
        f"SELECT {_COLUMNS} FROM answer_drafts WHERE author_id = :author_id AND state = 'waiting' ORDER BY id DESC",
        author_id=author_id,
    )
    return [_draft(row) for row in rows]
