"""PostgreSQL's own backup: ``pg_dump`` and what goes with it."""

import asyncio
import os
import shutil
import subprocess
import tempfile
import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO
from urllib.parse import unquote, urlsplit, urlunsplit

from domain.backups import BackupIsDamaged, Inventory, NotABackup, ProgramFailed, ProgramMissing
from storage.backup_sqlite import GivenUp

MAGIC = b"PGDMP"
LONGEST_WHY = 200

EMPTY_THE_HOUSE = b"""
BEGIN;
DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP
        EXECUTE format('DROP TABLE IF EXISTS %I CASCADE', one.tablename);
    END LOOP;
END $$;
"""


async def take(url: str, target: Path) -> None:
    """Dump one moment of the whole database into a file.

    Raises:
        ProgramMissing, ProgramFailed
    """
    address, environment = address_of(url)
    options = ("--format=custom", "--no-owner", "--no-privileges", f"--file={target}", f"--dbname={address}")
    pipe = asyncio.subprocess.PIPE
    dump = await asyncio.create_subprocess_exec(program("pg_dump"), *options, stderr=pipe, env=environment)
    try:
        _, said = await dump.communicate()
    except asyncio.CancelledError:
        dump.kill()
        await dump.wait()
        raise
    if dump.returncode != 0:
        raise ProgramFailed(program="pg_dump", why=_why(said))


def inspect(file: Path, shown: Path, given_up: threading.Event) -> Inventory:
    """Unpack all of a dump and count what comes; faults name it as ``shown``.

    Raises:
        NotABackup, BackupIsDamaged, ProgramMissing, GivenUp
    """
    for options in (("--list",), ("--file=-",)):
        with tempfile.TemporaryFile() as said:
            with _start("pg_restore", *options, str(file), said=said) as restore:
                assert restore.stdout is not None
                tables = _read(restore.stdout, given_up, restore)
            if restore.returncode != 0:
                said.seek(0)
                raise BackupIsDamaged(file=str(shown), why=_why(said.read()))
    if "alembic_version" not in tables.rows:
        raise NotABackup(file=str(shown))
    return tables


def _read(lines: Iterable[bytes], given_up: threading.Event, restore: "subprocess.Popen[bytes]") -> Inventory:
    rows: Counter[str] = Counter()
    table, revision = "", ""
    for line in lines:
        if given_up.is_set():
            restore.kill()
            raise GivenUp
        if table and line == b"\\.\n":
            table = ""
        elif table:
            rows[table] += 1
            revision = line.decode().strip() if table == "alembic_version" else revision
        elif line.startswith(b"COPY ") and line.endswith(b" FROM stdin;\n"):
            table = line.split()[1].decode().rpartition(".")[2].strip('"')
            rows[table] += 0
    return Inventory(revision, dict(rows))


def put(url: str, file: Path) -> None:
    """Empty the database and fill it from the dump, in one transaction.

    Raises:
        ProgramMissing, ProgramFailed: the database is as it was.
    """
    address, environment = address_of(url)
    ask = ("--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null", f"--dbname={address}")
    unpack = ("--no-owner", "--no-privileges", "--file=-", str(file))
    with tempfile.TemporaryFile() as said:
        with (
            _start("psql", *ask, said=said, env=environment) as psql,
            _start("pg_restore", *unpack, said=said) as restore,
        ):
            assert psql.stdin is not None
            assert restore.stdout is not None
            _feed(psql.stdin, restore.stdout, restore)
        if psql.returncode != 0 or restore.returncode != 0:
            said.seek(0)
            raise ProgramFailed(program="psql" if psql.returncode else "pg_restore", why=_why(said.read()))


def _feed(psql: IO[bytes], dump: IO[bytes], restore: "subprocess.Popen[bytes]") -> None:
    """Without the last word nothing of it stays: psql takes an early end of its input for the end of its work."""
    try:
        psql.write(EMPTY_THE_HOUSE)
        shutil.copyfileobj(dump, psql)
        if restore.wait() == 0:
            psql.write(b"\nCOMMIT;\n")
        psql.close()
    except BrokenPipeError:
        # It has stopped at a fault, and says so itself.
        restore.kill()


# --- programs ---------------------------------------------------------------------------------------------------------


def program(name: str) -> str:
    """Where one of PostgreSQL's programs is: on the path, or where Debian puts it.

    Raises:
        ProgramMissing
    """
    if found := shutil.which(name):
        return found
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    if not installed:
        raise ProgramMissing(program=name)
    return str(installed[-1])


def _start(
    name: str, *options: str, said: IO[bytes], env: Mapping[str, str] | None = None
) -> "subprocess.Popen[bytes]":
    """One of the programs, with pipes to and from it; its complaints go to ``said``."""
    command = [program(name), *options]
    # No shell: each word of it is ours, or one argument as it stands.
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, env=env)  # noqa: S603  # no shell, words of ours


def address_of(url: str) -> tuple[str, dict[str, str]]:
    """The address without its password, which everyone on the machine could read; an environment with it."""
    parts = urlsplit(url)
    login, at, hosts = parts.netloc.rpartition("@")
    user, colon, password = login.partition(":")
    address = urlunsplit(parts._replace(netloc=f"{user}{at}{hosts}"))
    return address, dict(os.environ) | ({"PGPASSWORD": unquote(password)} if colon else {})


def _why(said: bytes) -> str:
    """The first line: those after it may quote what people wrote."""
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[0][:LONGEST_WHY] if lines else "?"
