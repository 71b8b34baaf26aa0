"""Write a table to a file: .xlsx, .csv or .json, by the file's ending. What a person wrote stays text everywhere."""

import csv
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime, tzinfo
from itertools import count
from pathlib import Path
from typing import Any, TextIO

from domain.refusals import Refusal
from texts import because

Cell = str | int | date | datetime | None
Row = Sequence[Cell]
Columns = Mapping[str, str]
"""Name (for .json) → heading (for people), in order."""
Write = Callable[[Row], None]

MOST_ROWS_OF_XLSX = 1_048_575
"""Of Excel's 1,048,576 one is the headings'."""


class TableEndingUnknown(Refusal):
    """Arguments: ``file``, ``endings``."""

    text = "table-ending-unknown"


class TableNotWritable(Refusal):
    """Arguments: ``file``, ``why``."""

    text = "table-not-writable"


class TableTooLong(Refusal):
    """More rows than a sheet of Excel holds. Argument: ``limit``, as text."""

    text = "table-too-long"


@contextmanager
def table(path: Path, columns: Columns, zone: tzinfo) -> Iterator[Write]:
    """A new table; call what this gives once for each row. Moments are shown in ``zone``.

    The file appears, or is replaced, when the block ends well; otherwise nothing is left of it.

    Raises:
        TableEndingUnknown, TableNotWritable, TableTooLong
    """
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise TableEndingUnknown(file=path.name, endings=" ".join(_KINDS))
    half = path.with_name(f".{path.name}.{os.getpid()}{path.suffix}")
    try:
        # A folder that can't be written to is noticed before the work, and XlsxWriter would leave temporary files open.
        half.touch()
        with kind(half, columns, zone) as write:
            yield write
        half.replace(path)
    except OSError as fault:
        raise TableNotWritable(file=str(path), why=because(fault)) from None
    finally:
        half.unlink(missing_ok=True)


# --- .xlsx ------------------------------------------------------------------------------------------------------------

_WIDTH = 18
_MOST_CHARACTERS = 32_767
"""Of one cell; XlsxWriter leaves a longer one empty."""


@contextmanager
def _xlsx(path: Path, columns: Columns, zone: tzinfo) -> Iterator[Write]:
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(str(path), options)
    try:
        yield _xlsx_rows(book, columns, zone)
    finally:
        # Always: XlsxWriter otherwise closes, and writes, when it is collected.
        try:
            book.close()
        except FileCreateError as fault:
            raise fault.args[0] from None


def _xlsx_rows(book: Any, columns: Columns, zone: tzinfo) -> Write:
    sheet = book.add_worksheet()
    sheet.set_column(0, len(columns) - 1, _WIDTH)
    sheet.freeze_panes(1, 0)
    formats = {kind: book.add_format({"num_format": f}) for kind, f in _XLSX_FORMATS.items()}
    sheet.write_row(0, 0, columns.values(), book.add_format({"bold": True}))
    rows = count(1)

    def write(row: Row) -> None:
        number = next(rows)
        if number > MOST_ROWS_OF_XLSX:
            raise TableTooLong(limit=str(MOST_ROWS_OF_XLSX))
        for column, cell in enumerate(row):
            _put(sheet, number, column, _local(cell, zone), formats)

    return write


_XLSX_FORMATS: dict[type, str] = {datetime: "yyyy-mm-dd hh:mm", date: "yyyy-mm-dd"}


def _put(sheet: Any, row: int, column: int, cell: Cell, formats: dict[type, Any]) -> None:
    match cell:
        case datetime():
            sheet.write_datetime(row, column, cell.replace(tzinfo=None), formats[datetime])
        case date():
            sheet.write_datetime(row, column, cell, formats[date])
        case int():
            sheet.write_number(row, column, cell)
        case str():
            # Never `write`: a phone would become a number, and "=…" a formula.
            sheet.write_string(row, column, cell[:_MOST_CHARACTERS])


# --- .csv -------------------------------------------------------------------------------------------------------------

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def guarded(cell: str) -> str:
    """A text that a spreadsheet would take for a formula, with an apostrophe before it."""
    return f"'{cell}" if cell.startswith(_BEGINS_FORMULA) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_BEGINS_FORMULA) else cell


@contextmanager
def _csv(path: Path, columns: Columns, zone: tzinfo) -> Iterator[Write]:
    # With a byte-order mark: without it Excel takes the Chinese for another encoding.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(columns.values())
        yield lambda row: lines.writerow([guarded(_said(_local(cell, zone))) for cell in row])


# --- .json ------------------------------------------------------------------------------------------------------------


@contextmanager
def _json(path: Path, columns: Columns, zone: tzinfo) -> Iterator[Write]:
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        yield _json_rows(file, columns, zone)
        file.write("\n]\n")


def _json_rows(file: TextIO, columns: Columns, zone: tzinfo) -> Write:
    separator = "\n"

    def write(row: Row) -> None:
        nonlocal separator
        values = [cell.isoformat() if isinstance(cell, date) else cell for cell in (_local(cell, zone) for cell in row)]
        file.write(separator + json.dumps(dict(zip(columns, values, strict=True)), ensure_ascii=False))
        separator = ",\n"

    return write


_KINDS: dict[str, Callable[[Path, Columns, tzinfo], AbstractContextManager[Write]]] = {
    ".xlsx": _xlsx,
    ".csv": _csv,
    ".json": _json,
}


def _local(cell: Cell, zone: tzinfo) -> Cell:
    return cell.astimezone(zone) if isinstance(cell, datetime) else cell


def _said(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M}"
    return str(cell)
