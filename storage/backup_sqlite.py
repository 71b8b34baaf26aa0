"""SQLite's own backup: a copy of one moment, while others go on writing. Runs in threads."""

import os
import sqlite3
import tempfile
import threading
from contextlib import closing
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from domain.backups import BackupIsDamaged, HoldsSomething, Inventory, NotABackup
from storage.belonging import belongs_as

MAGIC = b"SQLite format 3\x00"
PAGES_AT_ONCE = 2000
BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a database in use."""


class GivenUp(Exception):
    """Whoever asked for the copy does not want it any more."""


def take(source: Path, target: Path, given_up: threading.Event) -> None:
    """Copy the database as it is now into a file of its own.

    Raises:
        GivenUp
    """

    def go_on(*_progress: int) -> None:
        if given_up.is_set():
            raise GivenUp

    with closing(_open(source, "rw")) as old, closing(sqlite3.connect(target, isolation_level=None)) as new:
        # One transaction over all steps: otherwise each commit of others would begin the copy anew.
        old.execute("BEGIN")
        old.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        old.backup(new, pages=PAGES_AT_ONCE, progress=go_on)
        # One file, which can be read where nothing can be written.
        new.execute("PRAGMA journal_mode=DELETE").fetchone()


def inspect(file: Path, shown: Path) -> Inventory:
    """Look at every page of a copy; faults name it as ``shown``.

    Raises:
        NotABackup, BackupIsDamaged
    """
    try:
        with closing(_open_copy(file)) as db:
            if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
                raise NotABackup(file=str(shown))
            for check in ("integrity_check", "foreign_key_check"):
                if (found := db.execute(f"PRAGMA {check}").fetchone()) and found[0] != "ok":
                    raise BackupIsDamaged(file=str(shown), why=check)
            return Inventory(_revision(db), _rows(db))
    except sqlite3.DatabaseError as fault:
        raise BackupIsDamaged(file=str(shown), why=str(fault)) from fault


def people(path: Path) -> int:
    """How many a database holds; 0 where there is none.

    Raises:
        HoldsSomething: there is a file, and nobody can tell what is in it.
    """
    if not path.exists() or path.stat().st_size == 0:
        return 0
    try:
        with closing(_open(path, "rw")) as db:
            if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'people'").fetchone():
                return 0
            number: int = db.execute("SELECT COUNT(*) FROM people").fetchone()[0]
            return number
    except sqlite3.DatabaseError as fault:
        raise HoldsSomething from fault


def copy_of(file: Path, folder: Path) -> Path:
    """A copy of a backup in the database's folder, to be moved into its place."""
    with closing(_open_copy(file)) as old:
        copy = new_file(folder, file.name)
        with closing(sqlite3.connect(copy, isolation_level=None)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE").fetchone()
    return copy


def move_in(copy: Path, path: Path, at: datetime) -> Path | None:
    """Put the copy into the database's place; where the present one was put aside, if there was one."""
    with closing(_open(copy, "rw")) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    flush(copy)
    belongs_as(copy, path)
    aside = _put_aside(path, at) if path.exists() else None
    for ending in BESIDE:
        Path(f"{path}{ending}").unlink(missing_ok=True)
    copy.replace(path)
    flush(path.parent)
    return aside


def _put_aside(path: Path, at: datetime) -> Path:
    aside = path.with_name(f"{path.name}.before-restore-{at:%Y%m%d-%H%M%S}")
    # What lies beside a database belongs to it: it must be gone before another takes the place.
    for ending in BESIDE:
        if (beside := Path(f"{path}{ending}")).exists():
            beside.rename(f"{aside}{ending}")
    path.rename(aside)
    return aside


# --- files ------------------------------------------------------------------------------------------------------------


def new_file(folder: Path, name: str) -> Path:
    """An empty file that nobody else can read."""
    descriptor, path = tempfile.mkstemp(prefix=f".{name}.", suffix=".partial", dir=folder)
    os.close(descriptor)
    return Path(path)


def flush(path: Path) -> None:
    """To the disk, file or folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def discard(path: Path) -> None:
    """Remove a database that is not wanted, with what lies beside it."""
    for ending in ("", "-journal", *BESIDE):
        Path(f"{path}{ending}").unlink(missing_ok=True)


def _open(path: Path, mode: str, more: str = "") -> sqlite3.Connection:
    address = f"file:{quote(str(path.resolve()))}?mode={mode}{more}"
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=10)


def _open_copy(file: Path) -> sqlite3.Connection:
    """A backup is one file that nobody changes. A database saved from a broken machine may have its log beside it."""
    beside = Path(f"{file}-wal")
    if beside.exists() and beside.stat().st_size:
        return _open(file, "rw")
    return _open(file, "ro", "&immutable=1")


def _revision(db: sqlite3.Connection) -> str:
    found = db.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(found[0]) if found else ""


def _rows(db: sqlite3.Connection) -> dict[str, int]:
    names = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall()
    return {name: db.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for (name,) in names}
