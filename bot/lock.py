"""One process on one SQLite file, one that polls on one PostgreSQL database: the second is refused."""

import fcntl
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from storage.db import DatabaseFault, Db, sqlite_path


@contextmanager
def only_process(url: str) -> Iterator[None]:
    """Hold the database for this process. PostgreSQL needs no such thing.

    Raises:
        DatabaseFault: another process holds it, or nothing can be written beside it.
    """
    if not url.startswith("sqlite:///"):
        yield
        return
    path = Path(f"{sqlite_path(url)}.lock")
    with _opened(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise DatabaseFault(f"{path}: another lianxin is running on this database; stop it first") from None
        yield


def _opened(path: Path) -> TextIO:
    try:
        return path.open("w")
    except OSError as fault:
        raise DatabaseFault(f"{path}: can't be written ({fault.strerror}); is the disk full or read-only?") from None


async def only_poller(stack: AsyncExitStack, db: Db) -> None:
    """Be the one process that polls, until ``stack`` is closed: Telegram lets one ask at a time.

    Raises:
        DatabaseFault: another process does.
    """
    if not await stack.enter_async_context(db.alone("polling")):
        raise DatabaseFault(
            'storage.url: another lianxin is polling on this database; several need telegram.mode = "webhook"'
        )
