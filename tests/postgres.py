"""A PostgreSQL server for the tests: started as user postgres on loopback, in a folder of its own."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path


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


@dataclass(frozen=True)
class Cluster:
    """A running server."""

    programs: Path
    folder: Path
    port: int

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

    def create(self, name: str = "", template: str = "template0") -> str:
        """A new database; its address."""
        name = name or f"t_{uuid.uuid4().hex}"
        self._sql(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

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
