"""Documents of departments' answers leave as clean copies, made once: then Telegram knows them by an id."""

from typing import Any

import structlog

from bot.api import Upload
from bot.clean_copies import TYPES, CleanCopies
from bot.cleaning import CannotClean
from services import answer_files as service
from storage import answer_files
from storage.db import Db, Row

Piece = dict[str, Any]

log = structlog.get_logger()


class AnswerFiles:
    """Puts what may leave in the place of each ``kept`` file."""

    def __init__(self, db: Db, copies: CleanCopies) -> None:
        self._db = db
        self._copies = copies

    async def resolved(self, row: Row) -> Row:
        """The row with its files by Telegram's ids or as uploads; ``media`` is empty where none of them may leave.

        Raises:
            ApiError, NoAnswer: Telegram did not give a file; try again.
        """
        content = row["content_json"]
        if not any("kept" in piece for piece in content.get("media", ())):
            return row
        pieces = [await self._piece(piece) for piece in content["media"]]
        return row | {"content_json": content | {"media": [piece for piece in pieces if piece is not None]}}

    async def remember(self, content: Any, result: Any) -> None:
        """Telegram took these pieces: the ids that it gave them."""
        messages = result if isinstance(result, list) else [result]
        for piece, message in zip(content.get("media", ()), messages, strict=False):
            document = message.get("document") if isinstance(message, dict) else None
            if "kept" in piece and document:
                async with self._db.write() as tx:
                    await answer_files.keep_clean(tx, piece["kept"], document["file_id"])

    async def _piece(self, piece: Piece) -> Piece | None:
        if "kept" not in piece:
            return piece
        async with self._db.read() as tx:
            known = await answer_files.get(tx, piece["kept"])
        if known is None or known["refused_at"] is not None:
            return None
        if known["clean_id"] is not None:
            return {"kind": piece["kind"], "file_id": known["clean_id"]}
        if known["data"] is not None:  # it came by the page, and was cleaned there
            ending = known["name"].rpartition(".")[2]
            return {**piece, "upload": Upload(known["name"], known["data"], TYPES[ending])}
        return await self._cleaned(piece, known)

    async def _cleaned(self, piece: Piece, known: Row) -> Piece | None:
        try:
            data, ending = await self._copies.of(known["file_id"])
        except CannotClean as fault:
            log.info("file-cannot-be-cleaned", assignment=known["assignment_id"], why=str(fault))
            async with self._db.write() as tx:
                await service.refuse(tx, piece["kept"])
            return None
        stem = (known["name"] or "").rpartition(".")[0] or str(piece["kept"])
        return {**piece, "upload": Upload(f"{stem}.{ending}", data, TYPES[ending])}
