"""The night's copy: once, kept as long as asked, and the office told in the morning if there is none."""

from pathlib import Path

import pytest

from domain.backups import FileIsThere, taken_on, too_old
from domain.settings import Backup, Committee
from services.backups import nightly
from storage import backups
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.reminding import MONTH_ONLY, at, said_to

COMMITTEE = Committee(name="政协示例县委员会", code="SL")


@pytest.fixture
def plan(tmp_path: Path) -> Backup:
    return Backup(folder=tmp_path / "nights", hour=2, keep_days=3)


async def tick(db: Db, plan: Backup) -> dict[str, int]:
    return await nightly(db, plan, COMMITTEE, MONTH_ONLY)


def files(plan: Backup) -> list[str]:
    assert plan.folder is not None
    return sorted(file.name for file in plan.folder.iterdir())


async def test_the_copy_is_made_once_a_night_from_its_hour_on(db: Db, clock: TestClock, plan: Backup) -> None:
    clock.now = at("2026-03-17", 1, 59)
    assert await tick(db, plan) == {}
    clock.now = at("2026-03-17", 2)
    assert await tick(db, plan) == {"backups": 1, "removed": 0}
    assert await tick(db, plan) == {}
    clock.now = at("2026-03-18", 17)
    assert await tick(db, plan) == {"backups": 1, "removed": 0}, "a missed night is caught up"
    ending = backups.ending(db.url)
    assert files(plan) == [f"lianxin-SL-20260317-0200{ending}", f"lianxin-SL-20260318-1700{ending}"]
    async with db.read() as tx:
        assert [row["action"] for row in await tx.all("SELECT action FROM audit")] == ["backup"] * 2


async def test_a_second_process_does_not_make_it_again(
    db: Db, other_process: Db, clock: TestClock, plan: Backup
) -> None:
    clock.now = at("2026-03-17", 2)
    assert await tick(db, plan) == {"backups": 1, "removed": 0}
    assert await tick(other_process, plan) == {}


async def test_no_copy_is_made_where_no_folder_is_named(db: Db, clock: TestClock) -> None:
    clock.now = at("2026-03-17", 2)
    assert await tick(db, Backup()) == {}
    assert await tick(db, Backup.model_validate({"folder": ""})) == {}


async def test_the_copy_is_sound_and_of_the_whole_house(db: Db, cast: Cast, clock: TestClock, plan: Backup) -> None:
    clock.now = at("2026-03-17", 2)
    await tick(db, plan)
    assert plan.folder is not None
    (name,) = files(plan)
    assert (await backups.inspect(plan.folder / name)).rows["people"] == 6


async def test_old_copies_go_but_no_file_that_is_not_ours(db: Db, clock: TestClock, plan: Backup) -> None:
    assert plan.folder is not None
    plan.folder.mkdir()
    others = (
        "lianxin-ZZ-20200101-0200.db",
        "lianxin-SL-20200101-0200.db.txt",
        "notes.txt",
        "lianxin-SL-20209999-0200.db",
    )
    for name in (*others, "lianxin-SL-20260313-0200.db", "lianxin-SL-20260314-0200.dump", ".lianxin-SL-x.partial"):
        (plan.folder / name).touch()
    clock.now = at("2026-03-17", 2)
    assert await tick(db, plan) == {"backups": 1, "removed": 1}
    kept = {*others, "lianxin-SL-20260314-0200.dump", f"lianxin-SL-20260317-0200{backups.ending(db.url)}"}
    assert set(files(plan)) == kept


def test_the_newest_copy_stays_however_old() -> None:
    day = at("2026-03-17").date()
    names = ["lianxin-SL-20250101-0200.db", "lianxin-SL-20250102-0200.db", "else"]
    assert too_old(names, "SL", day, 30) == names[:1]
    assert too_old(names[:1], "SL", day, 30) == []
    assert taken_on("lianxin-SL-20260230-0200.db", "SL") is None


async def test_the_office_hears_in_the_morning_and_once_that_there_is_none(
    db: Db, cast: Cast, clock: TestClock, plan: Backup
) -> None:
    assert plan.folder is not None
    plan.folder.write_text("in the way")
    clock.now = at("2026-03-17", 2)
    with pytest.raises(OSError, match="exists"):
        await tick(db, plan)
    for hour in (2, 5, 7):
        clock.now = at("2026-03-17", hour, 30)
        assert await tick(db, plan) == {}
    clock.now = at("2026-03-17", 8)
    assert await tick(db, plan) == {"told": 1}
    assert await tick(db, plan) == {}
    (said,) = await said_to(db, cast.zhou.id)
    assert "备份没有做成" in str(said)


async def test_a_copy_that_fails_late_is_told_next_morning_if_its_hour_is_late(
    db: Db, cast: Cast, clock: TestClock, plan: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def dies(*_: object, **__: object) -> None:
        raise FileIsThere(file="x")

    monkeypatch.setattr(backups, "take", dies)
    late = plan.model_copy(update={"hour": 22})
    clock.now = at("2026-03-17", 22)
    with pytest.raises(FileIsThere):
        await tick(db, late)
    clock.now = at("2026-03-18", 1)
    assert await tick(db, late) == {}
    clock.now = at("2026-03-18", 9)
    assert await tick(db, late) == {"told": 1}


async def test_a_house_put_back_from_its_copy_does_not_complain_of_that_night(
    db: Db, cast: Cast, clock: TestClock, plan: Backup
) -> None:
    clock.now = at("2026-03-17", 2)
    await tick(db, plan)
    async with db.write() as tx:
        await tx.run("DELETE FROM rounds WHERE kind = 'backup-made'")
    clock.now = at("2026-03-17", 12)
    assert await tick(db, plan) == {}
