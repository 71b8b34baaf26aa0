"""Lists of letters, each by an index: none grows dearer with what is settled."""

from domain.letters import Desk, Letter
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


async def open_with(tx: Tx, desk: Desk, skip: int, limit: int) -> list[Letter]:
    """Unsettled letters on a desk, oldest first."""
    holder: dict[str, int | None]
    if desk.is_office:
        whose, holder = "member_id IS NULL AND unit_id IS NULL", {}
    elif desk.unit_id is not None:
        whose, holder = "unit_id = :holder", {"holder": desk.unit_id}
    else:
        whose, holder = "member_id = :holder", {"holder": desk.member_id}
    rows = await tx.all(
        f"""
        SELECT {COLUMNS} FROM letters WHERE {whose} AND settled_at IS NULL
        ORDER BY received_at, id LIMIT :limit OFFSET :skip
        """,
        skip=skip,
        limit=limit,
        **holder,
    )
    return [letter_of(row) for row in rows]
