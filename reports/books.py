"""Tables of several sheets as one .xlsx file in memory."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from reports.canvas import width_of
from texts import Text, Texts

WIDEST = 40
"""Of a column, in characters."""


def write(_name: str, language: str, data: Mapping[str, Any], texts: Texts) -> bytes:
    """``data``: sheets, each title, columns (heads) and rows of words, numbers, Texts and None."""
    import xlsxwriter

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        bold = book.add_format({"bold": True})
        for one in data["sheets"]:
            sheet = book.add_worksheet(texts.plain(language, one["title"])[:31])
            heads = [texts.plain(language, head) for head in one["columns"]]
            for column, head in enumerate(heads):
                sheet.write_string(0, column, head, bold)
                sheet.set_column(column, column, min(WIDEST, max(8.0, width_of(head, 2.2))))
            sheet.freeze_panes(1, 0)
            for row, line in enumerate(one["rows"], start=1):
                for column, cell in enumerate(line):
                    _put(sheet, row, column, texts.plain(language, cell) if isinstance(cell, Text) else cell)
    return file.getvalue()


def _put(sheet: Any, row: int, column: int, cell: str | float | None) -> None:
    """Words stay words: a name that begins with "=" is no formula."""
    if isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        sheet.write_string(row, column, cell)
