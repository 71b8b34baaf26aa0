"""The last door before Telegram: what an anonymous writer sent leaves as its clean copy, or not at all.

Every file of a message that goes out is looked up here, whoever put it into the outbox, so that no way leads around it.
"""

from collections.abc import Mapping
from typing import Any

import structlog

from bot.api import Upload
from bot.clean_copies import TYPES, CleanCopies
from bot.cleaning import CannotClean
from services import anonymous_files as service
from storage import anonymous_files
from storage.db import Db, Row

AS_IT_IS = frozenset({"photo", "location"})
"""Telegram makes a picture anew, and a place has nothing behind it."""

Content = Mapping[str, Any]

log = structlog.get_logger()


class AnonymousFiles:
    """Cleans what needs it, once for each file: then Telegram has the clean copy, and knows it by an id."""

    def __init__(self, db: Db, copies: CleanCopies, language: str = "zh") -> None:
        self._db = db
        self._copies = copies
        self._language = language

    async def cleaned(self, row: Row) -> Content:
        """The content of an outbox row that may leave: its pieces by clean ids, or with an ``upload``.

        What can't be cleaned is taken out for good, and both sides are told.

        Raises:
            ApiError, NoAnswer: Telegram did not give the file; try again.
        """
        content: Content = row["content_json"]
        wanted = [
            piece["file_id"]
            for piece in content.get("media", ())
            if piece["kind"] not in AS_IT_IS and "upload" not in piece  # a department's file is clean already
        ]
        if not wanted:
            return content
        async with self._db.read() as tx:
            anonymous = await anonymous_files.among(tx, wanted)
        if not anonymous:
            return content
        pieces = [await self._piece(piece, anonymous.get(piece.get("file_id"))) for piece in content["media"]]
        if any(piece is None for piece in pieces):
            return await self._without_refused(row, pieces)
        return {**content, "media": pieces}

    async def remember(self, content: Content, result: Any) -> None:
        """Telegram took these pieces: the ids that it gave the clean copies."""
        messages = result if isinstance(result, list) else [result]
        for piece, message in zip(content.get("media", ()), messages, strict=False):
            document = message.get("document") if isinstance(message, dict) else None
            if "upload" in piece and "kept" not in piece and document:
                async with self._db.write() as tx:
                    await anonymous_files.keep_clean(tx, piece["file_id"], document["file_id"])

    async def _piece(self, piece: Content, known: Row | None) -> Content | None:
        """The piece as it may leave; None when it may not."""
        if known is None:
            return piece
        if known["clean_id"] is not None:
            return {**piece, "file_id": known["clean_id"]}
        if known["refused_at"] is not None or piece["kind"] != "document":
            return None
        try:
            data, ending = await self._copies.of(piece["file_id"])
        except CannotClean as fault:
            log.info("file-cannot-be-cleaned", letter=known["letter_id"], why=str(fault))
            return None
        # Its own name may tell whose it is.
        return {**piece, "upload": Upload(f"{known['number']}.{ending}", data, TYPES[ending])}

    async def _without_refused(self, row: Row, pieces: list[Content | None]) -> Content:
        """Take the refused ones out of the row, for good; in place of the last one stands a sentence."""
        kept = [piece for piece in pieces if piece is not None]
        stored = row["content_json"]["media"]
        refused = [piece["file_id"] for piece, kept_ in zip(stored, pieces, strict=True) if kept_ is None]
        left = [piece for piece in stored if piece.get("file_id") not in refused]
        async with self._db.write() as tx:
            content = await service.take_out(tx, row, refused, left, self._language)
        return {**content, "media": kept} if kept else content
