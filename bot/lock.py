"""One process on one SQLite file: the second is refused."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.db import DatabaseFault, sqlite_path


@contextmanager
def only_process(url: str) -> Iterator[None]:
    """Hold the database for this process. PostgreSQL needs no such thing.

    Raises:
        DatabaseFault: another process holds it.
    """
    if not url.startswith("sqlite:///"):
        yield
        return
    path = Path(f"{sqlite_path(url)}.lock")
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise DatabaseFault(f"{path}: another lianxin is running on this database; stop it first") from None
        yield
