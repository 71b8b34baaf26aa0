"""A PostgreSQL server for the tests: started as user postgres on loopback, in a folder of its own."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from storage.migrate import newest


def find_server() -> Path | None:
    """The folder of ``initdb`` and ``pg_ctl``, newest version first."""
    if found := shutil.which("pg_ctl"):
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]))
    return versions[-1].parent if versions else None


def _as_postgres() -> dict[str, int]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    return {"user": user.pw_uid, "group": user.pw_gid}


TEMPLATE = "template_lianxin"

PORTS_TRIED = 5
LETS_GO_WITHIN = 60.0
"""Seconds: the server itself waits for five."""
OPTIONS = {
    "listen_addresses": "127.0.0.1",
    # Nothing here has to outlive the machine.
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    # Nobody else decides when a table is looked through: plans are the same every time.
    "autovacuum": "off",
}

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
NUMBERS_AGAIN = """
SELECT setval(seqrelid::regclass, seqstart, false) FROM pg_sequence WHERE pg_sequence_last_value(seqrelid) IS NOT NULL
"""
"""Every number begins again."""


class NotAsItWasLent(Exception):
    """Another version's, or changed otherwise."""


class Sweeper:
    """A line to one database that is kept open: to empty a database by a new one takes ten times as long."""

    def __init__(self, address: str) -> None:
        self._line = psycopg.connect(address, autocommit=True)
        tables = [name for (name,) in self._line.execute(TABLES)]
        # Whatever refers to what.
        self._line.execute("SET session_replication_role = replica")
        self._is_filled = " UNION ALL ".join(
            f"SELECT '{name}' AS name WHERE EXISTS (SELECT 1 FROM {name})" for name in tables
        )

    def empty(self) -> None:
        """Raises: NotAsItWasLent, psycopg.Error."""
        if self._line.execute("SELECT version_num FROM alembic_version").fetchone() != (newest(),):
            raise NotAsItWasLent
        filled = [name for (name,) in self._line.execute(self._is_filled, prepare=True)]
        with self._line.transaction():
            for name in filled:
                self._line.execute(f"DELETE FROM {name}", prepare=True)
        self._line.execute(NUMBERS_AGAIN, prepare=True)

    def close(self) -> None:
        self._line.close()


@dataclass(frozen=True)
class Cluster:
    """A running server."""

    programs: Path
    folder: Path
    port: int
    spare: list[str] = field(default_factory=list)
    sweepers: dict[str, Sweeper] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=lambda: OPTIONS)

    @classmethod
    def start(cls, programs: Path, options: Mapping[str, str] = OPTIONS) -> "Cluster":
        folder = Path(tempfile.mkdtemp(prefix="lianxin-pg-"))
        if owner := _as_postgres():
            os.chown(folder, owner["user"], owner["group"])
        cls(programs, folder, 0)._run(
            "initdb", "-D", folder / "data", "-U", "postgres", "-E", "UTF8", "--no-sync", "-A", "trust"
        )
        for _ in range(PORTS_TRIED):
            cluster = cls(programs, folder, free_port(), options=options)
            # Somebody else may have taken the port meanwhile.
            with suppress(subprocess.CalledProcessError):
                cluster._serve()
                return cluster
        raise AssertionError((folder / "log").read_text(errors="replace"))

    def _serve(self) -> None:
        """Raises: subprocess.CalledProcessError."""
        settings = {**self.options, "unix_socket_directories": self.folder}
        options = " ".join((f"-p {self.port}", *(f"-c {name}={value}" for name, value in settings.items())))
        data, log = self.folder / "data", self.folder / "log"
        self._run("pg_ctl", "-D", data, "-o", options, "-l", log, "-t", 120, "-w", "start")

    def stop(self) -> None:
        for sweeper in self.sweepers.values():
            sweeper.close()
        self._run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def restart(self) -> None:
        """Every line is cut, and for a moment nobody is let in."""
        self._run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-m", "fast", "-w", "restart")

    def create(self, name: str = "", template: str = "template0") -> str:
        """A new database; its address."""
        name = name or f"t_{uuid.uuid4().hex}"
        self._sql(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.address(name)

    def lend(self, *, alone: bool = False) -> str:
        """An empty, migrated database; ``alone``: to which nobody is connected. One that was given back is cheaper."""
        return self.spare.pop() if self.spare and not alone else self.create(template=TEMPLATE)

    def take_back(self, address: str) -> None:
        """Empty it for the next test; drop it if that can't be done."""
        try:
            self._sweeper(address).empty()
        except (psycopg.Error, NotAsItWasLent):
            self.drop(address)
        else:
            self.spare.append(address)

    def _sweeper(self, address: str) -> Sweeper:
        """Raises: psycopg.Error."""
        if address not in self.sweepers:
            self.sweepers[address] = Sweeper(address)
        return self.sweepers[address]

    def drop(self, address: str) -> None:
        if sweeper := self.sweepers.pop(address, None):
            sweeper.close()
        self._sql(f'DROP DATABASE "{address.rsplit("/", 1)[-1]}" WITH (FORCE)')

    def _sql(self, statement: str) -> None:
        """Raises: psycopg.Error, with the server's words."""
        until = time.monotonic() + LETS_GO_WITHIN
        while True:
            try:
                with closing(psycopg.connect(self.address("postgres"), autocommit=True)) as line:
                    line.execute(statement)
                    return
            except psycopg.errors.ObjectInUse:
                # Who was cut, or has just gone, may still be clearing up on a busy machine.
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)

    def address(self, name: str) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def _run(self, program: str, *args: object) -> None:
        subprocess.run(
            [str(self.programs / program), *map(str, args)],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            **_as_postgres(),  # type: ignore[call-overload]  # user and group, or neither
        )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
