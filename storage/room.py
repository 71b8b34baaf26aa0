"""How much room the database takes, and how much is left for it."""

import asyncio
import shutil
from dataclasses import dataclass

from storage.db import Db, sqlite_path


@dataclass(frozen=True)
class Disk:
    """Bytes of the disk that the database is on."""

    total: int
    free: int


class Room:
    """Of the database at ``url``."""

    def __init__(self, url: str) -> None:
        self._file = sqlite_path(url) if url.startswith("sqlite:///") else None

    async def size(self, db: Db) -> int:
        """Bytes, with what SQLite has not yet moved from its log into the file."""
        if self._file is not None:
            files = (self._file, self._file.with_name(f"{self._file.name}-wal"))
            return sum(file.stat().st_size for file in files if file.exists())
        async with db.read() as tx:
            number: int = await tx.value("SELECT pg_database_size(current_database()) AS bytes")
        return number

    async def disk(self) -> Disk | None:
        """None where the database has a server of its own, which looks after its disk itself."""
        if self._file is None:
            return None
        # A disk that is a network's may take its time.
        usage = await asyncio.to_thread(shutil.disk_usage, self._file.parent)
        return Disk(usage.total, usage.free)
