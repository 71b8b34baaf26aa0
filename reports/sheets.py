"""Read the tables of a file that someone sent: .xlsx, .xls, .ods or .csv, every cell as the text a person sees in it.

It is read in a process of its own, with little memory and time: one cell far out in an otherwise small sheet makes
the reader ask for gigabytes and takes its whole process down.
"""

import asyncio
import csv
import json
import os
import resource
import sys
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from domain.refusals import Refusal
from reports.tables import unguarded

Sheet = list[list[str]]
"""Rows of cells; row 1 of the file is the first."""

ENDINGS = (".xlsx", ".xls", ".ods", ".csv")
MOST_BYTES = 20_000_000
MOST_BYTES_OPENED_OUT = 200_000_000
MOST_CHARACTERS = 30_000_000
"""Of all cells, with what stands between them: a small file may name one long text very often."""
MEMORY = 1 << 30
SECONDS = 60

HOME = Path(__file__).resolve().parent.parent
"""Where the child finds this module, installed or not."""


class SheetMissing(Refusal):
    """Argument: ``file``."""

    text = "sheet-missing"


class SheetEndingUnknown(Refusal):
    """Arguments: ``file``, ``endings``."""

    text = "sheet-ending-unknown"


class SheetTooLarge(Refusal):
    """Arguments: ``file``, ``limit`` in megabytes, as text."""

    text = "sheet-too-large"


class SheetNotReadable(Refusal):
    """Damaged, or something else under a table's name. Argument: ``file``."""

    text = "sheet-not-readable"


class SheetIsLocked(Refusal):
    """A password is on it. Argument: ``file``."""

    text = "sheet-is-locked"


async def read(path: Path) -> list[Sheet]:
    """The sheets of a file, in its order.

    Raises:
        SheetMissing, SheetEndingUnknown, SheetTooLarge, SheetIsLocked, SheetNotReadable
    """
    found = await asyncio.to_thread(_looked_at, path)
    pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    command = (sys.executable, "-m", "reports.sheets", str(found))
    # Without our environment: the token may be in it.
    environment = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "LANG")}
    child = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=nowhere, cwd=HOME, env=environment)
    try:
        out, _ = await asyncio.wait_for(child.communicate(), SECONDS)
    except TimeoutError:
        raise SheetNotReadable(file=path.name) from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode == _LOCKED:
        raise SheetIsLocked(file=path.name)
    if child.returncode == _TOO_MUCH:
        raise SheetTooLarge(file=path.name, limit=str(MOST_BYTES // 1_000_000))
    if child.returncode != 0:
        raise SheetNotReadable(file=path.name)
    sheets: list[Sheet] = json.loads(out)
    return sheets


def _looked_at(path: Path) -> Path:
    """The file's full path, after all that can be said without opening it out."""
    if not path.is_file():
        raise SheetMissing(file=str(path))
    if path.suffix.lower() not in ENDINGS:
        raise SheetEndingUnknown(file=path.name, endings=" ".join(ENDINGS))
    if path.stat().st_size > MOST_BYTES or _opened_out(path) > MOST_BYTES_OPENED_OUT:
        raise SheetTooLarge(file=path.name, limit=str(MOST_BYTES // 1_000_000))
    return path.resolve()


def _opened_out(path: Path) -> int:
    """The bytes that a zip archive (.xlsx and .ods are such) says it holds; 0 for other files."""
    if not zipfile.is_zipfile(path):
        return 0
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, OSError):
        raise SheetNotReadable(file=path.name) from None


# --- in the child -----------------------------------------------------------------------------------------------------

_LOCKED, _TOO_MUCH = 3, 4


class NoTable(Exception):
    """A text of another kind (a web page, a program's), or none."""


def _child(path: Path) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    from python_calamine import PasswordError

    try:
        raw = path.read_bytes()
        if _ENCRYPTED in raw:
            return _LOCKED
        # Whatever its name ends with: programs of offices save all of these under all of these.
        sheets = _sheets(raw) if raw.startswith(_BOOKS) else [_csv(raw)]
    except PasswordError:
        return _LOCKED
    if sum(len(cell) + 4 for sheet in sheets for row in sheet for cell in row) > MOST_CHARACTERS:
        return _TOO_MUCH
    json.dump(sheets, sys.stdout)
    return 0


_BOOKS = (b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1"))
"""How a zip archive (.xlsx, .ods) and a file of older Excels begin."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16le")
"""What a newer Excel's workbook with a password holds, in an older one's file."""


def _sheets(raw: bytes) -> list[Sheet]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(BytesIO(raw))
    sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
    return [
        _filled(
            [[_said(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)], sheet.merged_cell_ranges
        )
        for sheet in sheets
    ]


def _filled(rows: Sheet, merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] | None) -> Sheet:
    """What stands in a cell merged over several rows holds for each of them."""
    for (top, left), (bottom, _) in merged or ():
        for row in rows[top + 1 : bottom + 1]:
            if top < len(rows) and left < min(len(row), len(rows[top])):
                row[left] = rows[top][left]
    return rows


def _said(cell: object) -> str:
    """As it stands in the sheet: a number without decimals has none (a phone is often kept as 13800000000.0)."""
    match cell:
        case bool():
            return "是" if cell else "否"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() | date():
            return cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat()
    return str(cell).strip()


_SEPARATORS = ",;\t"


def _csv(raw: bytes) -> Sheet:
    """A text in UTF-8, in UTF-16 (Excel's “Unicode text”) or, from older Chinese programs, GBK; separated by commas,
    semicolons or tabs.

    Raises:
        UnicodeDecodeError, NoTable
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("gb18030")
    if "\0" in text or text.lstrip().startswith(("<", "%PDF", "{")) or not any(mark in text for mark in _SEPARATORS):
        raise NoTable
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    return [[unguarded(cell.strip()) for cell in row] for row in rows]


def main(arguments: Sequence[str]) -> int:
    return _child(Path(arguments[0]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
