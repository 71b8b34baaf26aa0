"""The office sends a list: fetched within bounds, shown, taken over by a button, refused with where and what."""

from pathlib import Path
from typing import Any

import pytest

from bot.api import ApiError
from bot.roster_files import RosterReader
from reports.sheets import SheetEndingUnknown, SheetTooLarge
from services import roster_files
from services.roster_files import ListIsDecided, Sent
from storage import people, units
from storage.db import Db, Row
from tests.cast import NOW, Cast, settle_in
from tests.house import HOUSE
from tests.reports.test_sheets import write_xlsx

TODAY = NOW.date()
ROWS: list[list[object]] = [
    ["姓名", "界别", "手机", "政协工委"],
    ["孙丽", "医卫界", 13800000001.0, "城东镇工委"],
    ["李建国", "科技界", "", ""],
]


class Telegram:
    """Gives one file."""

    def __init__(self, content: bytes | None, refusal: str = "") -> None:
        self.content, self.refusal = content, refusal

    async def call(self, method: str, **_: Any) -> Any:
        assert method == "getFile"
        if self.refusal:
            raise ApiError(400, self.refusal, {})
        return {"file_path": "documents/file_1"}

    async def download(self, path: str, most: int) -> bytes | None:
        assert most == 20_000_000
        return self.content


@pytest.fixture
async def cast_in(db: Db) -> Cast:
    async with db.write() as tx:
        return await settle_in(tx)


async def sent(db: Db, cast: Cast, name: str = "名单.xlsx", size: int = 9000) -> None:
    async with db.write() as tx:
        await roster_files.receive(tx, cast.zhou, Sent("list", name, size))


async def read(db: Db, api: Telegram) -> Row:
    """What the office is told of the file that waits."""
    reader = RosterReader(db, api, HOUSE)  # type: ignore[arg-type]  # as much of it as is asked
    assert await reader.read_one()
    assert not await reader.read_one()
    async with db.read() as tx:
        rows = await tx.all("SELECT content_json FROM outbox ORDER BY id")
    content: Row = rows[-1]["content_json"]
    return content


async def test_a_list_is_shown_and_taken_over_once(db: Db, cast_in: Cast, tmp_path: Path) -> None:
    await sent(db, cast_in)
    shown = await read(db, Telegram(write_xlsx(tmp_path / "l.xlsx", ROWS).read_bytes()))
    assert shown["text"]["$text"] == "roster-preview"
    assert {name: shown["text"]["args"][name] for name in ("added", "updated", "elsewhere")} == {
        "added": 1,
        "updated": 1,
        "elsewhere": 1,
    }
    assert [button["does"] for button in shown["buttons"][0]] == ["roster-take:1", "roster-give-up:1"]
    async with db.write() as tx:
        assert await people.members_named(tx, "孙丽") == []
        done = await roster_files.take(tx, 1, cast_in.zhou, "zh", TODAY)
        assert (done.key, done.args["added"], done.args["updated"]) == ("roster-taken", 1, 1)
        assert len(await people.members_named(tx, "孙丽")) == 1
        with pytest.raises(ListIsDecided):
            await roster_files.take(tx, 1, cast_in.zhou, "zh", TODAY)


async def test_a_list_of_units_people_is_shown_and_taken_over(db: Db, cast_in: Cast, tmp_path: Path) -> None:
    rows: list[list[object]] = [["单位", "姓名", "手机", "职务"], ["城北镇工委", "孙平", 13800000001.0, "主任"]]
    await sent(db, cast_in, "单位.xlsx")
    shown = await read(db, Telegram(write_xlsx(tmp_path / "l.xlsx", rows).read_bytes()))
    assert (shown["text"]["$text"], shown["text"]["args"]["added"]) == ("unit-list-preview", 1)
    async with db.write() as tx:
        done = await roster_files.take(tx, 1, cast_in.zhou, "zh", TODAY)
        assert (done.key, done.args["added"]) == ("unit-list-taken", 1)
        assert [unit["people"] for unit in await units.counted(tx) if unit["name"] == "城北镇工委"] == [1]


async def test_a_table_that_is_neither_list_is_told_so(db: Db, cast_in: Cast, tmp_path: Path) -> None:
    await sent(db, cast_in)
    rows: list[list[object]] = [["姓名", "手机"], ["孙平", 13800000001.0]]
    told = await read(db, Telegram(write_xlsx(tmp_path / "l.xlsx", rows).read_bytes()))
    assert [line["$text"] for line in told["text"]["args"]["lines"]] == ["roster-list-is-neither"]


async def test_bad_rows_are_told_and_nothing_can_be_taken(db: Db, cast_in: Cast, tmp_path: Path) -> None:
    bad: list[list[object]] = [*ROWS, ["", "经济界", "", ""], ["何涛", "", "不详", ""]]
    await sent(db, cast_in)
    told = await read(db, Telegram(write_xlsx(tmp_path / "l.xlsx", bad).read_bytes()))
    assert told["text"]["$text"] == "roster-refused"
    assert [line["$text"] for line in told["text"]["args"]["lines"]] == [
        "row-name-missing",
        "row-sector-missing",
        "row-phone-not-readable",
    ]
    async with db.write() as tx:
        with pytest.raises(ListIsDecided):
            await roster_files.take(tx, 1, cast_in.zhou, "zh", TODAY)


async def test_a_second_file_takes_the_place_of_the_first(db: Db, cast_in: Cast, tmp_path: Path) -> None:
    api = Telegram(write_xlsx(tmp_path / "l.xlsx", ROWS).read_bytes())
    await sent(db, cast_in)
    await read(db, api)
    await sent(db, cast_in)
    await read(db, api)
    async with db.write() as tx:
        with pytest.raises(ListIsDecided):
            await roster_files.take(tx, 1, cast_in.zhou, "zh", TODAY)
        await roster_files.give_up(tx, 2, cast_in.zhou)


@pytest.mark.parametrize(
    ("api", "why"),
    [
        (Telegram(b"PK\x03\x04 broken"), "sheet-not-readable"),
        (Telegram(None), "sheet-too-large"),
        (Telegram(b"", "Bad Request: file is too big"), "sheet-too-large"),
    ],
)
async def test_what_can_t_be_read_is_told_under_its_own_name(db: Db, cast_in: Cast, api: Telegram, why: str) -> None:
    await sent(db, cast_in)
    told = await read(db, api)
    (line,) = told["text"]["args"]["lines"]
    assert line["$text"] == why
    assert line["args"]["file"] == "名单.xlsx"


@pytest.mark.parametrize(
    ("name", "size", "refusal"),
    [
        ("名单.pdf", 9000, SheetEndingUnknown),
        ("名单.xlsm", 9000, SheetEndingUnknown),
        ("", 9000, SheetEndingUnknown),
        ("名单.xlsx", 60_000_000, SheetTooLarge),
    ],
)
async def test_a_wrong_type_and_60_megabytes_are_refused_before_they_are_fetched(
    db: Db, cast_in: Cast, name: str, size: int, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await sent(db, cast_in, name, size)
