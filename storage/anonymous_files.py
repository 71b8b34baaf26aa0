"""Files of anonymous letters: which of them have a clean copy, which can have none."""

from collections.abc import Sequence

from domain.anonymity import needs_cleaning
from domain.letter_pieces import Attachment
from domain.letters import Side
from storage.db import Row, Tx


async def note(tx: Tx, letter_id: int, side: Side, attachment: Attachment) -> None:
    """A file that comes from an anonymous writer is never passed on as it came, by whatever way it goes later."""
    if side is Side.WRITER and attachment.file_id is not None and needs_cleaning(attachment):
        await tx.run(
            """
            INSERT INTO anonymous_files (file_id, letter_id)
            SELECT CAST(:file_id AS TEXT), id FROM letters WHERE id = :letter_id AND is_anonymous
            ON CONFLICT DO NOTHING
            """,
            file_id=attachment.file_id,
            letter_id=letter_id,
        )


async def among(tx: Tx, file_ids: Sequence[str]) -> dict[str, Row]:
    """Of these the anonymous ones: ``letter_id``, ``clean_id``, ``refused_at``, ``number``, ``writer_id``."""
    found = {}
    for file_id in file_ids:
        row = await tx.one(
            """
            SELECT f.letter_id, f.clean_id, f.refused_at, l.number, l.writer_id
            FROM anonymous_files f JOIN letters l ON l.id = f.letter_id WHERE f.file_id = :file_id
            """,
            file_id=file_id,
        )
        if row:
            found[file_id] = row
    return found


async def keep_clean(tx: Tx, file_id: str, clean_id: str) -> None:
    """Telegram has the clean copy, under this id."""
    await tx.run(
        "UPDATE anonymous_files SET clean_id = :clean_id WHERE file_id = :file_id", file_id=file_id, clean_id=clean_id
    )


async def refuse(tx: Tx, file_id: str) -> bool:
    """It can't be cleaned. False when that was known."""
    changed = await tx.run(
        "UPDATE anonymous_files SET refused_at = :now WHERE file_id = :file_id AND refused_at IS NULL",
        now=tx.now,
        file_id=file_id,
    )
    return changed == 1
