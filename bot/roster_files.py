"""Lists that the office sent: fetched from Telegram within bounds, read in a process of their own, and shown."""

import asyncio
import tempfile
from contextlib import suppress
from pathlib import Path

import structlog

from bot.api import ApiError, NoAnswer, TelegramApi
from domain.refusals import Refusal
from handlers.context import House
from reports import sheets
from reports.sheets import MOST_BYTES, SheetTooLarge
from services import roster_files as service
from storage import roster_files
from storage.db import Db
from storage.roster_files import RosterFile
from texts import Text

LOOK_AFTER = 60.0
"""Seconds: for one that another process took in."""

PAUSES = (0.0, 1.0, 5.0, 15.0)
"""Seconds before each try to fetch a file."""

log = structlog.get_logger()


class ListNotFetched(Refusal):
    """Telegram did not give it. Argument: ``file``."""

    text = "roster-list-not-fetched"


class RosterReader:
    """Reads what waits, one file after the other, until it is cancelled."""

    def __init__(self, db: Db, api: TelegramApi, house: House) -> None:
        self._db = db
        self._api = api
        self._house = house

    async def run(self) -> None:
        wake = self._db.event("roster-files")
        while True:
            wake.clear()
            while await self.read_one():
                pass
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AFTER):
                    await wake.wait()

    async def read_one(self) -> bool:
        """The one that waits longest; False: none does."""
        async with self._db.read() as tx:
            file = await roster_files.waiting(tx)
        if file is None:
            return False
        try:
            found = await self._read(file)
        except Refusal as fault:
            await service.refuse(self._db, file, Text(fault.text, **fault.args_of_text))
        else:
            today = self._db.clock().astimezone(self._house.committee.zone).date()
            await service.show(self._db, file, found, today)
        return True

    async def _read(self, file: RosterFile) -> list[sheets.Sheet]:
        """Raises: the refusals of ``sheets.read``."""
        data = await self._fetched(file)
        with tempfile.TemporaryDirectory(prefix="lianxin-") as folder:
            path = Path(folder) / f"list{Path(file.file_name).suffix.lower()}"
            path.write_bytes(data)
            try:
                return await sheets.read(path)
            except Refusal as fault:
                # Under its own name, not the one it lay under here.
                raise type(fault)(**{**fault.args_of_text, "file": file.file_name}) from None

    async def _fetched(self, file: RosterFile) -> bytes:
        """Raises: SheetTooLarge, ListNotFetched."""
        for pause in PAUSES:
            await asyncio.sleep(pause)
            try:
                told = await self._api.call("getFile", file_id=file.file_id)
                data = await self._api.download(told["file_path"], MOST_BYTES)
            except (ApiError, NoAnswer) as fault:
                log.info("list-not-fetched", fault=str(fault))
                if "too big" in str(fault):
                    raise _too_large(file) from None
            else:
                if data is None:
                    raise _too_large(file)
                return data
        raise ListNotFetched(file=file.file_name)


def _too_large(file: RosterFile) -> SheetTooLarge:
    return SheetTooLarge(file=file.file_name, limit=str(MOST_BYTES // 1_000_000))
