"""A PostgreSQL server for the tests: started as user postgres on loopback, in a folder of its own."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from dataclasses import dataclass, field
from pathlib import Path

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

EMPTY = """
SET session_replication_role = replica;
DO $$
DECLARE name text; filled boolean; serial text;
BEGIN
    IF (SELECT version_num FROM alembic_version) <> '%(newest)s' THEN RAISE 'not as it was lent'; END IF;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %%I)', name) INTO filled;
        IF filled THEN EXECUTE format('DELETE FROM %%I', name); END IF;
    END LOOP;
    FOR serial IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL LOOP
        EXECUTE format('ALTER SEQUENCE %%I RESTART', serial);
    END LOOP;
END $$;
"""
"""Every table emptied, whatever refers to what, and every number beginning again."""


@dataclass(frozen=True)
class Cluster:
    """A running server."""

    programs: Path
    folder: Path
    port: int
    spare: list[str] = field(default_factory=list)

    @classmethod
    def start(cls, programs: Path) -> "Cluster":
        folder = Path(tempfile.mkdtemp(prefix="lianxin-pg-"))
        if owner := _as_postgres():
            os.chown(folder, owner["user"], owner["group"])
        cluster = cls(programs, folder, free_port())
        cluster._run("initdb", "-D", folder / "data", "-U", "postgres", "-E", "UTF8", "--no-sync", "-A", "trust")
        options = f"-p {cluster.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        cluster._run("pg_ctl", "-D", folder / "data", "-o", options, "-l", folder / "log", "-w", "start")
        return cluster

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def restart(self) -> None:
        """Every line is cut, and for a moment nobody is let in."""
        self._run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-m", "fast", "-w", "restart")

    def create(self, name: str = "", template: str = "template0") -> str:
        """A new database; its address."""
        name = name or f"t_{uuid.uuid4().hex}"
        self._sql(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def lend(self) -> str:
        """An empty, migrated database. One that was given back is cheaper than a new one."""
        return self.spare.pop() if self.spare else self.create(template=TEMPLATE)

    def take_back(self, address: str) -> None:
        """Empty it for the next test; drop it if that can't be done."""
        try:
            self._run("psql", "-qAt", "-v", "ON_ERROR_STOP=1", "-d", address, "-c", EMPTY % {"newest": newest()})
            self.spare.append(address)
        except subprocess.CalledProcessError:
            self.drop(address)

    def drop(self, address: str) -> None:
        self._sql(f'DROP DATABASE "{address.rsplit("/", 1)[-1]}" WITH (FORCE)')

    def _sql(self, statement: str) -> None:
        where = ("-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", "postgres", "-qAt")
        self._run("psql", *where, "-c", statement)

    def _run(self, program: str, *args: object) -> None:
        subprocess.run(
            [str(self.programs / program), *map(str, args)],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            **_as_postgres(),  # type: ignore[call-overload]
        )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
