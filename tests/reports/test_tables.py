"""Tables go out whole or not at all, and nothing that a person wrote runs in the reader's spreadsheet."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from reports import tables
from reports.tables import Row, TableEndingUnknown, TableNotWritable, TableTooLong, guarded, table, unguarded

COLUMNS = {"name": "姓名", "phone": "手机", "at": "时间", "on": "日期", "count": "次数"}
ZONE = ZoneInfo("Asia/Shanghai")
ROW: Row = ("=HYPERLINK(1)", "013800000001", datetime(2026, 3, 15, 22, 30, tzinfo=UTC), date(2026, 3, 5), 3)


def write(path: Path, *rows: Row) -> Path:
    with table(path, COLUMNS, ZONE) as put:
        for row in rows:
            put(row)
    return path


def test_an_xlsx_keeps_text_as_text_and_dates_as_dates(tmp_path: Path) -> None:
    path = write(tmp_path / "t.xlsx", ROW)
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert rows[0] == list(COLUMNS.values())
    assert rows[1] == ["=HYPERLINK(1)", "013800000001", datetime(2026, 3, 16, 6, 30), date(2026, 3, 5), 3.0]


def test_no_formula_and_no_link_is_in_an_xlsx(tmp_path: Path) -> None:
    import zipfile

    path = write(tmp_path / "t.xlsx", ("=1+1", "http://example.org", None, None, None))
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert b"hyperlink" not in archive.read("xl/worksheets/sheet1.xml")


def test_a_csv_has_a_byte_order_mark_and_disarms_formulas(tmp_path: Path) -> None:
    raw = write(tmp_path / "t.csv", ROW, (None, "", None, None, 0)).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.decode("utf-8-sig").splitlines() == [
        "姓名,手机,时间,日期,次数",
        "'=HYPERLINK(1),013800000001,2026-03-16 06:30,2026-03-05,3",
        ",,,,0",
    ]


def test_a_json_has_names_for_machines_and_whole_moments(tmp_path: Path) -> None:
    rows = json.loads(write(tmp_path / "t.json", ROW, ROW).read_text("utf-8"))
    assert len(rows) == 2
    assert rows[0] == {
        "name": "=HYPERLINK(1)",
        "phone": "013800000001",
        "at": "2026-03-16T06:30:00+08:00",
        "on": "2026-03-05",
        "count": 3,
    }


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json"])
def test_a_table_without_rows_can_be_read(tmp_path: Path, ending: str) -> None:
    assert write(tmp_path / f"t{ending}").stat().st_size > 0


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json"])
def test_a_table_that_breaks_off_leaves_nothing_and_keeps_the_old_one(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"t{ending}"
    path.write_text("old")

    def break_off() -> None:
        with table(path, COLUMNS, ZONE) as put:
            put(ROW)
            raise KeyError

    with pytest.raises(KeyError):
        break_off()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_text() == "old"


def test_an_unknown_ending_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(TableEndingUnknown) as refusal:
        write(tmp_path / "t.docx")
    assert refusal.value.args_of_text == {"file": "t.docx", "endings": ".xlsx .csv .json"}


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json"])
def test_a_folder_that_is_not_there_is_one_refusal(tmp_path: Path, ending: str) -> None:
    with pytest.raises(TableNotWritable):
        write(tmp_path / "none" / f"t{ending}", ROW)


def test_more_rows_than_excel_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS_OF_XLSX", 2)
    with pytest.raises(TableTooLong):
        write(tmp_path / "t.xlsx", ROW, ROW, ROW)


def test_a_cell_longer_than_excel_allows_is_cut_rather_than_lost(tmp_path: Path) -> None:
    path = write(tmp_path / "t.xlsx", ("长" * 40_000, None, None, None, None))
    (row,) = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()[1:]
    assert len(str(row[0])) == 32_767


@given(st.text())
def test_a_guarded_cell_never_begins_a_formula_and_comes_back(cell: str) -> None:
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(cell)) == cell or cell.startswith("'")
