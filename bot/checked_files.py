"""The last door for documents that go on as they came: what is a program, or not what its name says, stays behind.

Every document of a message that goes out is looked into here, whoever put it into the outbox; nothing is unpacked.
"""

from collections import OrderedDict
from typing import Any

import structlog

from bot.api import ApiError, TelegramApi
from bot.clean_copies import MOST_BYTES
from domain.file_kinds import may_pass
from services import refused_files as service
from storage.db import Db, Row

REMEMBERED = 10_000
"""Files that were looked into already."""

log = structlog.get_logger()


class CheckedFiles:
    """Looks once into each file; a new process looks again."""

    def __init__(self, db: Db, api: TelegramApi, language: str = "zh") -> None:
        self._db = db
        self._api = api
        self._language = language
        self._known: OrderedDict[str, bool] = OrderedDict()

    async def checked(self, row: Row) -> Row:
        """The row without the documents that stay behind; who was to read them is told so in their place.

        Raises:
            ApiError, NoAnswer: Telegram did not give a file; try again.
        """
        content = row["content_json"]
        refused, fresh = [], False
        for piece in content.get("media", ()):
            if piece["kind"] == "document" and piece.get("file_id"):
                is_new = piece["file_id"] not in self._known
                if not await self._may_pass(piece["file_id"]):
                    refused.append(piece)
                    fresh = fresh or is_new
        if not refused:
            return row
        left = [piece for piece in content["media"] if piece not in refused]
        async with self._db.write() as tx:
            content = await service.take_out(tx, row, len(refused), left, self._language, tells_author=fresh)
        return row | {"content_json": content}

    async def _may_pass(self, file_id: str) -> bool:
        if file_id not in self._known:
            self._known[file_id] = await self._looked_into(file_id)
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return self._known[file_id]

    async def _looked_into(self, file_id: str) -> bool:
        try:
            file: dict[str, Any] = await self._api.call("getFile", file_id=file_id)
        except ApiError as refusal:
            if refusal.status != 400:
                raise
            # Too large to be looked into; a file that is gone, Telegram says when it is sent.
            return "too big" not in refusal.description
        data = await self._api.download(file["file_path"], MOST_BYTES)
        passes = data is not None and may_pass(data, file["file_path"].rpartition(".")[2].lower())
        if not passes:
            log.info("file-not-passed-on", bytes=None if data is None else len(data))
        return passes
