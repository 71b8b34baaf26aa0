"""One process on one SQLite file, one that polls on one PostgreSQL database: the second is refused."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from storage.belonging import belongs_as
from storage.db import DatabaseFault, Db, sqlite_path
from texts import because


@contextmanager
def only_process(url: str) -> Iterator[None]:
    """Hold the database for this process. PostgreSQL needs no such thing.

    Raises:
        DatabaseFault: another process holds it, or nothing can be written beside it.
    """
    if not url.startswith("sqlite:///"):
        yield
        return
    database = sqlite_path(url)
    path = Path(f"{database}.lock")
    with _opened(path, database) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            message = f"{path}: another lianxin is running on this database; stop it first"
            raise DatabaseFault(message, "database-is-held", file=str(path)) from None
        yield


def _opened(path: Path, database: Path) -> TextIO:
    try:
        if database.exists() and not os.access(database, os.W_OK):
            # It would open, and each write fail from then on.
            path = database
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        file = path.open("w")
    except OSError as fault:
        message = f"{path}: can't be written ({fault.strerror}); is the disk full or read-only?"
        raise DatabaseFault(message, "database-lock-not-writable", file=str(path), why=because(fault)) from None
    # Where root looks after the database once, the bot's own user is not to be kept out for ever.
    belongs_as(path, database)
    return file


async def only_poller(stack: AsyncExitStack, db: Db) -> None:
    """Be the one process that polls, until ``stack`` is closed: Telegram lets one ask at a time.

    Raises:
        DatabaseFault: another process does.
    """
    if not await stack.enter_async_context(db.alone("polling")):
        raise DatabaseFault(
            'storage.url: another lianxin is polling on this database; several need telegram.mode = "webhook"',
            "database-is-polled",
            url="storage.url",
        )
