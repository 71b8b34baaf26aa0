"""Files of departments' answers: as Telegram has them, or as they came by the page, until Telegram has them."""

import base64
from collections.abc import Sequence

from domain.answer_files import AnswerFile
from domain.letter_pieces import Attachment
from storage.db import Row, Tx
from storage.seal import sealed


async def replace(tx: Tx, assignment_id: int, files: Sequence[AnswerFile]) -> None:
    """These go with the answer now; those of an earlier answer go nowhere any more."""
    await tx.run(
        "UPDATE answer_files SET replaced_at = :now WHERE assignment_id = :id AND replaced_at IS NULL",
        id=assignment_id,
        now=tx.now,
    )
    await tx.run_many(
        """
        INSERT INTO answer_files (assignment_id, kind, name, file_id, data)
        VALUES (:assignment_id, :kind, :name, :file_id, :data)
        """,
        [
            {
                "assignment_id": assignment_id,
                "kind": each.kind,
                "name": sealed(each.name),
                "file_id": each.file_id,
                "data": sealed(base64.b64encode(each.data).decode() if each.data is not None else None),
            }
            for each in files
        ],
    )


async def of_brief(tx: Tx, brief_id: int) -> list[Attachment]:
    """What goes with the answers to a brief, in order: a photo by Telegram's id, a document by ours."""
    rows = await tx.all(
        """
        SELECT f.id, f.kind, f.file_id FROM answer_files f JOIN assignments a ON a.id = f.assignment_id
        WHERE a.brief_id = :id AND f.replaced_at IS NULL AND f.refused_at IS NULL ORDER BY f.id
        """,
        id=brief_id,
    )
    return [_attachment(row) for row in rows]


async def of_assignment(tx: Tx, assignment_id: int) -> list[Attachment]:
    """As ``of_brief``, of one department."""
    rows = await tx.all(
        """
        SELECT id, kind, file_id FROM answer_files
        WHERE assignment_id = :id AND replaced_at IS NULL AND refused_at IS NULL ORDER BY id
        """,
        id=assignment_id,
    )
    return [_attachment(row) for row in rows]


def _attachment(row: Row) -> Attachment:
    if row["kind"] == "photo":
        return Attachment("photo", row["file_id"])
    return Attachment(row["kind"], kept=row["id"])


async def get(tx: Tx, file_id: int) -> Row | None:
    """``assignment_id``, ``name``, ``file_id``, ``data`` (bytes), ``clean_id`` and ``refused_at``."""
    row = await tx.one(
        "SELECT assignment_id, name, file_id, data, clean_id, refused_at FROM answer_files WHERE id = :id", id=file_id
    )
    if row is None:
        return None
    return row | {"data": base64.b64decode(row["data"]) if row["data"] is not None else None}


async def keep_clean(tx: Tx, file_id: int, clean_id: str) -> None:
    """Telegram has the clean copy, under this id: we need none of our own any more."""
    await tx.run(
        "UPDATE answer_files SET clean_id = :clean_id, data = NULL WHERE id = :id", id=file_id, clean_id=clean_id
    )


async def refuse(tx: Tx, file_id: int) -> bool:
    """It can't be cleaned. False when that was known."""
    changed = await tx.run(
        "UPDATE answer_files SET refused_at = :now WHERE id = :id AND refused_at IS NULL", id=file_id, now=tx.now
    )
    return changed == 1
