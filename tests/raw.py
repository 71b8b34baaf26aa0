"""What whoever steals a database reads: every byte of its files, or a dump of it."""

import subprocess
from pathlib import Path

from storage.backup_postgres import address_of, program
from storage.db import sqlite_path


def everything(url: str) -> bytes:
    if url.startswith("sqlite:///"):
        path = sqlite_path(url)
        files = [path, *(Path(f"{path}{ending}") for ending in ("-wal", "-shm", "-journal"))]
        return b"".join(file.read_bytes() for file in files if file.exists())
    address, environment = address_of(url)
    dumped = subprocess.run(
        [program("pg_dump"), f"--dbname={address}"], env=environment, capture_output=True, check=True
    )
    return dumped.stdout


def found_in(content: bytes, words: list[str]) -> list[str]:
    """Those that can be read in it: as UTF-8, or as JSON writes them."""
    return [
        word
        for word in words
        if any(each in content for each in (word.encode(), word.encode("unicode_escape"), word.encode("utf-16-le")))
    ]
