"""The key ring's file: the owner's alone, written whole or not at all."""

import os
import tempfile
from pathlib import Path

from domain.keys import KeyFileBroken, KeyFileIsThere, KeyFileMissing, KeyFileOpenToOthers, KeyRing, RingIsBroken
from storage.belonging import belongs_as

OTHERS = 0o077


def read(file: Path) -> KeyRing:
    """Raises: KeyFileMissing, KeyFileOpenToOthers, KeyFileBroken, OSError."""
    try:
        with file.open("rb") as opened:
            if os.fstat(opened.fileno()).st_mode & OTHERS:
                raise KeyFileOpenToOthers(file=str(file))
            return KeyRing.parse(opened.read().decode("utf-8-sig"))
    except FileNotFoundError:
        raise KeyFileMissing(file=str(file)) from None
    except (RingIsBroken, UnicodeDecodeError) as fault:
        why = str(fault) if isinstance(fault, RingIsBroken) else "UTF-8"
        raise KeyFileBroken(file=str(file), why=why) from None


def create(file: Path, ring: KeyRing) -> None:
    """A new file; never over another.

    Raises:
        KeyFileIsThere, OSError
    """
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise KeyFileIsThere(file=str(file)) from None
    _write(descriptor, ring)
    _flush(file.parent)


def replace(file: Path, ring: KeyRing) -> None:
    """Another content for the file, which no interruption leaves half written. Raises: OSError."""
    descriptor, path = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        _write(descriptor, ring)
        belongs_as(Path(path), file)
        Path(path).replace(file)
    except BaseException:
        Path(path).unlink(missing_ok=True)
        raise
    _flush(file.parent)


def _write(descriptor: int, ring: KeyRing) -> None:
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.write(ring.dump())
        opened.flush()
        os.fsync(opened.fileno())


def _flush(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
