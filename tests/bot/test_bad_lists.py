"""Whatever is wrong with a list sent to the bot, the office reads in a line where and what; and nothing is written."""

import struct
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from bot.roster_files import RosterReader
from domain.refusals import Refusal
from services import roster_files
from services.roster_files import Sent
from storage import people
from storage.db import Db
from tests.bot.test_roster_files import Telegram
from tests.cast import Cast
from tests.house import HOUSE
from texts import Text, unpack

MEMBERS = ("姓名", "界别", "手机", "政协工委", "届中加入日期")
UNITS = ("单位", "姓名", "手机")
SUN, HE = ("孙丽", "医卫界", "", "", ""), ("何涛", "经济界", "", "", "")

Page = Any
"""A worksheet of XlsxWriter."""


def book(*pages: Callable[[Page, Any], object]) -> Callable[[Path], bytes]:
    """A workbook whose sheets are filled by these, in order."""

    def made(path: Path) -> bytes:
        with xlsxwriter.Workbook(str(path)) as written:
            for fill in pages:
                fill(written.add_worksheet(), written)
        return path.read_bytes()

    return made


def rows(*lines: tuple[object, ...]) -> Callable[[Page, Any], None]:
    def fill(page: Page, _: Any) -> None:
        for number, line in enumerate(lines):
            page.write_row(number, 0, line)

    return fill


def listed(*lines: tuple[object, ...]) -> Callable[[Path], bytes]:
    return book(rows(MEMBERS, *lines))


def of_units(*lines: tuple[object, ...]) -> Callable[[Path], bytes]:
    return book(rows(UNITS, *lines))


def with_formulas(page: Page, _: Any) -> None:
    rows(MEMBERS, SUN)(page, _)
    page.write_formula(2, 0, "=NA()", None, "#N/A")
    page.write(2, 1, "经济界")
    page.write_formula(3, 0, "=A9", None, 0)
    page.write(3, 1, "经济界")


def merged(page: Page, _: Any) -> None:
    rows(MEMBERS)(page, _)
    page.merge_range(1, 0, 2, 0, "孙丽")
    page.write_column(1, 1, ["医卫界", "医卫界"])


def dated(page: Page, written: Any) -> None:
    rows(MEMBERS, SUN, HE)(page, written)
    page.write_datetime(1, 4, datetime(2026, 3, 2), written.add_format({"num_format": "yyyy-mm-dd"}))
    page.write_number(2, 4, 46083)


def locked(_: Path) -> bytes:
    """As Excel encrypts a workbook: an OLE file that says no more than that."""
    end, free, none = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)

    def entry(name: str, kind: int, child: int = none) -> bytes:
        raw = f"{name}\0".encode("utf-16le")
        tree = struct.pack("<HBB3I", len(raw), kind, 1, none, none, child)
        return raw.ljust(64, b"\0") + tree + bytes(36) + struct.pack("<IQ", end, 0)

    directory = entry("Root Entry", 5, child=1) + entry("EncryptedPackage", 2) + bytes(256)
    return header + struct.pack("<128I", 0xFFFFFFFD, end, *[free] * 126) + directory + bytes(5000)


def bomb(path: Path) -> bytes:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", bytes(80_000_000))
    return path.read_bytes()


def swollen(path: Path) -> bytes:
    """A small file of one long text that stands in very many cells."""
    long_one = "长" * 32_000
    return book(rows(*[(long_one,)] * 1000))(path)


BAD: dict[str, tuple[Callable[[Path], bytes], list[str]]] = {
    "a password": (locked, ["名单.xlsx：表格有密码，请去掉密码后再导入"]),
    "a picture under a table's name": (
        lambda _: b"\x89PNG",
        ["名单.xlsx：不是能读的表格，可能已损坏。请用 Excel 或 WPS 打开，另存为 .xlsx 再试"],
    ),
    "a zip bomb": (bomb, ["名单.xlsx：文件太大（或解开后太大），最多 20 MB"]),
    "one text in very many cells": (swollen, ["名单.xlsx：文件太大（或解开后太大），最多 20 MB"]),
    "no sheet with anything in it": (
        book(rows(), rows()),
        ["没有找到委员名单的栏目（姓名、界别），也没有找到单位人员名单的栏目（单位、姓名）"],
    ),
    "headings alone": (listed(), ["表里只有栏目，没有人员"]),
    "twenty sheets, two of them lists": (
        book(*[rows()] * 4, rows(MEMBERS, SUN), *[rows(("说明",))] * 14, rows(MEMBERS, HE)),
        ["文件里有几张表都有名单（第 5、20 张）。请合成一张，或只留一张再发"],
    ),
    "formulas that came to nothing": (book(with_formulas), ["第 3 行：缺姓名", "第 4 行：“0”不是姓名"]),
    "a name merged over two rows": (
        book(merged),
        ["第 3 行：孙丽与第 2 行重复；如是同名的两位，请都写上不同的手机号"],
    ),
    "a date as a number": (book(dated), ["第 3 行：届中加入日期“46083”看不懂，请写成 2026-07-01"]),
    "phones that are none": (
        listed((*SUN[:2], 1.38e10, "", ""), (*HE[:2], 138000000011.0, "", ""), ("钱进", "经济界", "1.38E+10", "", "")),
        ["第 3 行：“138000000011”不是电话号码", "第 4 行：“1.38E+10”不是电话号码"],
    ),
    "a name twice": (
        listed(SUN, HE, SUN),
        ["第 4 行：孙丽与第 2 行重复；如是同名的两位，请都写上不同的手机号"],
    ),
    "a member in two units": (
        listed((*SUN[:3], "城北镇工委", ""), (*SUN[:3], "城南街道工委", "")),
        ["第 3 行：孙丽与第 2 行重复；如是同名的两位，请都写上不同的手机号"],
    ),
    "a name in two units": (
        of_units(("城北镇工委", "孙平", ""), ("城南街道工委", "孙平", 13800000001.0)),
        [
            "第 3 行：孙平（城南街道工委）与第 2 行（城北镇工委）同名；"
            "请在两行都写上手机号：同号为一人兼两处，不同号为两人"
        ],
    ),
}


@pytest.fixture
def engine() -> str:
    """The other one makes no difference here."""
    return "sqlite"


@pytest.fixture
async def house(db: Db, cast: Cast) -> Db:
    del cast  # They are in it.
    return db


@pytest.mark.parametrize("what", BAD)
async def test_a_bad_list_is_told_with_where_and_what(house: Db, tmp_path: Path, what: str) -> None:
    made, said = BAD[what]
    assert await answer(house, made(tmp_path / "made.xlsx")) == said
    async with house.read() as tx:
        assert await tx.value("SELECT COUNT(*) FROM members") == 2


async def answer(db: Db, content: bytes) -> list[str]:
    """The lines under the refusal, as the office reads them."""
    async with db.write() as tx:
        zhou = await tx.value("SELECT id FROM people WHERE telegram_id = 1004")
        await roster_files.receive(tx, await people.get(tx, zhou), Sent("list", "名单.xlsx", len(content)))
    assert await RosterReader(db, Telegram(content), HOUSE).read_one()  # type: ignore[arg-type]  # what is asked of it, and no more
    async with db.read() as tx:
        rows = await tx.all("SELECT content_json FROM outbox ORDER BY id")
    told = rows[-1]["content_json"]["text"]
    assert told["$text"] == "roster-refused"
    return [in_chinese(unpack(line)) for line in told["args"]["lines"]]


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [
        ("名单.docx", 9000, "名单.docx：应为这些格式之一：.xlsx .xls .ods .csv"),
        ("名单.xlsm", 9000, "名单.xlsm：应为这些格式之一：.xlsx .xls .ods .csv"),
        ("名单.xlsx", 60_000_000, "名单.xlsx：文件太大（或解开后太大），最多 20 MB"),
    ],
)
async def test_a_wrong_type_macros_and_60_megabytes_are_told_before_they_are_fetched(
    house: Db, name: str, size: int, said: str
) -> None:
    async with house.write() as tx:
        zhou = await people.get(tx, await tx.value("SELECT id FROM people WHERE telegram_id = 1004"))
        with pytest.raises(Refusal) as refusal:
            await roster_files.receive(tx, zhou, Sent("list", name, size))
    assert in_chinese(Text(refusal.value.text, **refusal.value.args_of_text)) == said


def in_chinese(text: Text) -> str:
    return HOUSE.texts.plain("zh", text)
