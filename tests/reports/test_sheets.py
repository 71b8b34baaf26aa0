"""Tables that people send are read as they look, and what would bring the process down is refused."""

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from domain.refusals import Refusal
from reports import sheets
from reports.sheets import (
    SheetEndingUnknown,
    SheetMissing,
    SheetNotReadable,
    SheetTooLarge,
)

ROWS = [["姓名", "界别", "手机"], ["李建国", "农业界", "13800000001"]]


def write_xlsx(path: Path, rows: list[list[object]]) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return path


async def test_a_phone_kept_as_a_number_is_read_without_decimals(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", [["手机", "常委", "届"], [13800000001.0, True, 2.5]])
    assert await sheets.read(path) == [[["手机", "常委", "届"], ["13800000001", "是", "2.5"]]]


async def test_rows_keep_their_numbers_below_empty_ones(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "list.xlsx")) as book:
        book.add_worksheet().write(3, 1, "姓名")
    (rows,) = await sheets.read(tmp_path / "list.xlsx")
    assert rows[3][1] == "姓名"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
async def test_a_csv_is_read_in_every_usual_dress(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "名单.csv"
    path.write_bytes("\r\n".join(separator.join(row) for row in ROWS).encode(encoding))
    assert await sheets.read(path) == [ROWS]


async def test_a_list_of_an_excel_before_2007_is_read() -> None:
    (rows,) = await sheets.read(Path(__file__).parent / "of_an_old_excel.xls")
    assert rows[1:4] == [
        ["序号", "姓名", "界别", "手机", "届中加入日期"],
        ["1", "张　三", "农业界", "13800000001", "2026-03-01"],
        ["2", "李四", "医卫界", "１３８００００００１２", "2026年3月2日"],
    ]


@pytest.mark.parametrize("name", ["list.xls", "list.xlsx", "list.csv"])
async def test_a_file_is_what_it_holds_whatever_its_name_ends_with(tmp_path: Path, name: str) -> None:
    write_xlsx(tmp_path / "made.xlsx", [list(row) for row in ROWS]).rename(tmp_path / name)
    assert await sheets.read(tmp_path / name) == [ROWS]
    (tmp_path / name).write_bytes("\n".join(",".join(row) for row in ROWS).encode("gbk"))
    assert await sheets.read(tmp_path / name) == [ROWS]


async def test_excel_s_unicode_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_bytes("\r\n".join("\t".join(row) for row in ROWS).encode("utf-16"))
    assert await sheets.read(path) == [ROWS]


async def test_an_ods_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.ods"
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{word}</text:p></table:table-cell>' for word in ROWS[0]
    )
    names = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:table="{names}:table:1.0" '
            f'xmlns:text="{names}:text:1.0"><office:body><office:spreadsheet><table:table table:name="名单">'
            f"<table:table-row>{cells}</table:table-row></table:table></office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    assert await sheets.read(path) == [[ROWS[0]]]


async def test_merged_cells_hold_for_each_of_their_rows_and_a_formula_is_what_it_came_to(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "list.xlsx")) as book:
        page = book.add_worksheet()
        page.merge_range(0, 0, 1, 0, "城北镇工委")
        page.write_formula(0, 1, '="李"&"建国"', None, "李建国")
        page.write(1, 1, "赵明")
    assert await sheets.read(tmp_path / "list.xlsx") == [[["城北镇工委", "李建国"], ["城北镇工委", "赵明"]]]


async def test_empty_sheets_among_twenty_are_read_as_such(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "list.xlsx")) as book:
        pages = [book.add_worksheet() for _ in range(20)]
        pages[19].write(0, 0, "姓名")
    read = await sheets.read(tmp_path / "list.xlsx")
    assert len(read) == 20
    assert [number for number, rows in enumerate(read) if rows] == [19]


async def test_one_cell_far_out_is_refused_and_kills_only_the_child(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "list.xlsx")) as book:
        page = book.add_worksheet()
        page.write(0, 0, "姓名")
        page.write(1_048_575, 16_383, "x")
    with pytest.raises(SheetNotReadable):
        await sheets.read(tmp_path / "list.xlsx")


async def test_a_zip_bomb_is_refused_before_it_is_opened_out(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", bytes(80_000_000))
    assert path.stat().st_size < 1_000_000
    with pytest.raises(SheetTooLarge):
        await sheets.read(path)


async def test_a_file_of_more_than_20_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(SheetTooLarge):
        await sheets.read(path)


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("none.xlsx", None, SheetMissing),
        ("list.pdf", b"%PDF", SheetEndingUnknown),
        ("list", b"x", SheetEndingUnknown),
        ("list.xlsx", b"", SheetNotReadable),
        ("list.xlsx", b"PK\x03\x04 broken", SheetNotReadable),
        ("list.xls", b"<html>", SheetNotReadable),
        ("list.ods", b"\x00" * 512, SheetNotReadable),
        ("list.csv", b"\xff\x00\xff" * 9, SheetNotReadable),
        ("list.csv", b"", SheetNotReadable),
        ("list.csv", "<html><table><tr><td>姓名</td></tr></table></html>".encode(), SheetNotReadable),
    ],
)
async def test_what_is_no_table_gets_its_reason(
    tmp_path: Path, name: str, content: bytes | None, refusal: type[Refusal]
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(refusal):
        await sheets.read(tmp_path / name)
