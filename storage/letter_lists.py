"""Lists of letters, each by an index: none grows dearer with what is settled."""

from domain.letters import Letter
from storage.db import Tx
from storage.letters import COLUMNS, letter_of


async def written_by(tx: Tx, writer_id: int, before_id: int, limit: int) -> list[Letter]:
    """Letters of one writer, newest first, from before this id on."""
    rows = await tx.all(
        f"""
        SELECT {COLUMNS} FROM letters WHERE writer_id = :writer_id AND id < :before_id
        ORDER BY id DESC LIMIT :limit
        """,
        writer_id=writer_id,
        before_id=before_id,
        limit=limit,
    )
    return [letter_of(row) for row in rows]


async def open_of_writer(tx: Tx, writer_id: int, limit: int) -> list[Letter]:
    """What a writer has under way, newest first; what was returned to them waits for their word."""
    rows = await tx.all(
        f"""
        SELECT {COLUMNS} FROM letters WHERE writer_id = :writer_id AND (settled_at IS NULL OR state = 'returned')
        ORDER BY id DESC LIMIT :limit
        """,
        writer_id=writer_id,
        limit=limit,
    )
    return [letter_of(row) for row in rows]


async def open_with(tx: Tx, member_id: int | None, skip: int, limit: int) -> list[Letter]:
    """Unsettled letters that a member holds (None: that the office holds), oldest first."""
    whose = "member_id = :member_id" if member_id is not None else "member_id IS NULL"
    member = {} if member_id is None else {"member_id": member_id}
    rows = await tx.all(
        f"""
        SELECT {COLUMNS} FROM letters WHERE {whose} AND settled_at IS NULL
        ORDER BY received_at, id LIMIT :limit OFFSET :skip
        """,
        skip=skip,
        limit=limit,
        **member,
    )
    return [letter_of(row) for row in rows]
