"""Backups of both engines: taken while others write, put back cell by cell, and refused in one clear word."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.backups import (
    BackupFailed,
    BackupIsDamaged,
    BackupIsNewer,
    FileIsThere,
    HoldsPeople,
    HoldsSomething,
    InUse,
    NotABackup,
    NotOurs,
    OtherEngine,
    ProgramFailed,
    ProgramMissing,
)
from domain.refusals import Refusal
from storage import backup_postgres, backup_sqlite, backups, people
from storage.db import DatabaseDamaged, DatabaseFault, Db, open_db
from storage.migrate import newest
from tests.conftest import TestClock
from tests.postgres import Cluster
from tests.storage.filling import ROWS, fill, fingerprints

pytestmark = pytest.mark.alone
AT = datetime(2026, 3, 16, 2, 0, tzinfo=UTC)

Fresh = Callable[[], str]


@pytest.fixture
def fresh(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Fresh]:
    """Addresses of houses on the same engine in which there is nothing yet, not even a table."""
    made: list[str] = []

    def one() -> str:
        if engine == "sqlite":
            return f"sqlite:///{tmp_path}/fresh.db"
        cluster: Cluster = request.getfixturevalue("postgres")
        made.append(cluster.create())
        return made[-1]

    yield one
    for address in made:
        request.getfixturevalue("postgres").drop(address)


@pytest.fixture
async def file(url: str, tmp_path: Path, clock: TestClock) -> Path:
    """A backup of a house with something in every table."""
    db = await open_db(url, clock)
    await fill(db)
    path = tmp_path / f"copy{backups.ending(url)}"
    await backups.take(url, path)
    await db.close()
    return path


async def restored(url: str, file: Path, *, overwrite: bool = False) -> Path | None:
    await backups.inspect(file)
    return await backups.restore(url, file, AT, overwrite=overwrite)


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- taking -----------------------------------------------------------------------------------------------------------


async def test_a_backup_tells_its_version_and_the_rows_of_each_table(url: str, db: Db, tmp_path: Path) -> None:
    await fill(db)
    inventory = await backups.take(url, tmp_path / "copy")
    assert inventory.revision == newest()
    assert inventory.rows["people"] == inventory.rows["letter_entries"] == ROWS
    assert await backups.inspect(tmp_path / "copy") == inventory


async def test_nobody_else_may_read_a_backup(url: str, db: Db, tmp_path: Path) -> None:
    await backups.take(url, tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600


async def test_a_backup_holds_one_moment_while_others_go_on_writing(
    url: str, db: Db, tmp_path: Path, fresh: Fresh, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_sqlite, "PAGES_AT_ONCE", 1)
    stop = asyncio.Event()
    written = 0

    async def write_pairs() -> None:
        nonlocal written
        while not stop.is_set():
            async with db.write() as tx:
                one = await people.add(tx, "王秀英", "zh")
                await tx.run("INSERT INTO units (name, kind) VALUES (:name, 'x')", name=str(one))
            written += 1

    writing = asyncio.create_task(write_pairs())
    while written < 20:
        await asyncio.sleep(0.01)
    inventory = await backups.take(url, tmp_path / "copy")
    at_the_end = written
    stop.set()
    await writing
    assert 20 <= inventory.rows["people"] == inventory.rows["units"] <= at_the_end + 1


async def test_a_file_that_is_there_is_not_overwritten_unasked(url: str, db: Db, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(FileIsThere):
        await backups.take(url, tmp_path / "mine")
    assert (tmp_path / "mine").read_text() == "mine"
    await backups.take(url, tmp_path / "mine", overwrite=True)
    assert (await backups.inspect(tmp_path / "mine")).revision == newest()


async def test_a_backup_that_is_given_up_leaves_nothing(url: str, db: Db, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    await fill(db)
    taking = asyncio.create_task(backups.take(url, tmp_path / "folder" / "copy"))
    await asyncio.sleep(0)  # It has begun, and no more.
    taking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await taking
    assert left_in(tmp_path / "folder") == []


async def test_a_database_that_is_damaged_gives_no_backup_and_keeps_the_old_one(
    migrated_sqlite: Path, tmp_path: Path
) -> None:
    source = tmp_path / "house.db"
    shutil.copy(migrated_sqlite, source)
    scratch(source)
    (tmp_path / "copy").write_text("yesterday's")
    with pytest.raises(DatabaseDamaged):
        await backups.take(f"sqlite:///{source}", tmp_path / "copy", overwrite=True)
    assert (tmp_path / "copy").read_text() == "yesterday's"
    assert left_in(tmp_path) == ["copy", "house.db"]


async def test_a_full_disk_is_one_word(migrated_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(backup_sqlite, "take", full)
    with pytest.raises(BackupFailed) as refusal:
        await backups.take(f"sqlite:///{migrated_sqlite}", tmp_path / "copy")
    assert refusal.value.args_of_text["why"] == "database or disk is full"
    assert left_in(tmp_path) == []


@pytest.mark.postgres
async def test_a_server_that_does_not_let_us_in_is_one_word_without_the_password(
    postgres: Cluster, tmp_path: Path
) -> None:
    with pytest.raises(ProgramFailed) as refusal:
        await backups.take(f"postgresql://nobody:pw-secret@127.0.0.1:{postgres.port}/none", tmp_path / "copy")
    assert "nobody" in refusal.value.args_of_text["why"]
    assert "pw-secret" not in refusal.value.args_of_text["why"]
    assert left_in(tmp_path) == []


def test_a_password_is_not_put_where_everyone_can_read_it() -> None:
    address, environment = backup_postgres.address_of("postgresql://us:p%40w@host:5433/house?sslmode=require")
    assert address == "postgresql://us@host:5433/house?sslmode=require"
    assert environment["PGPASSWORD"] == "p@w"


async def test_without_postgresqls_programs_a_backup_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(Path, "glob", lambda *_: iter(()))
    with pytest.raises(ProgramMissing) as refusal:
        await backups.take("postgresql://127.0.0.1:1/none", tmp_path / "copy")
    assert refusal.value.args_of_text == {"program": "pg_dump"}


# --- putting back -----------------------------------------------------------------------------------------------------


async def test_every_cell_of_every_table_is_back_in_a_fresh_house(
    url: str, file: Path, fresh: Fresh, clock: TestClock
) -> None:
    there = fresh()
    assert await restored(there, file) is None
    old, new = await open_db(url, clock), await open_db(there, clock)
    assert await fingerprints(new) == await fingerprints(old)
    async with new.write() as tx:
        assert await people.add(tx, "孙丽", "zh") == ROWS + 1
    await old.close()
    await new.close()
    assert (await backups.holdings(there)).rows["people"] == ROWS + 1


async def test_a_house_that_was_only_made_ready_is_filled_without_being_told(url: str, db: Db, tmp_path: Path) -> None:
    await db.close()
    await backups.take(url, tmp_path / "copy")
    await restored(url, tmp_path / "copy")
    assert (await backups.holdings(url)).rows["people"] == 0


async def test_a_database_that_holds_people_is_overwritten_only_when_told_and_kept(
    url: str, file: Path, fresh: Fresh, clock: TestClock
) -> None:
    db = await open_db(url, clock)
    before = await fingerprints(db)
    async with db.write() as tx:
        await people.add(tx, "孙丽", "zh")
    later = await fingerprints(db)
    await db.close()
    with pytest.raises(HoldsPeople) as refusal:
        await restored(url, file)
    assert refusal.value.args_of_text == {"people": ROWS + 1}
    assert await now_in(url, clock) == later
    aside = await restored(url, file, overwrite=True)
    assert aside is not None
    assert aside.exists()
    assert await now_in(url, clock) == before
    elsewhere = fresh()
    await restored(elsewhere, aside)
    assert await now_in(elsewhere, clock) == later


async def now_in(url: str, clock: TestClock) -> object:
    db = await open_db(url, clock)
    try:
        return await fingerprints(db)
    finally:
        await db.close()


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size * 2 // 3])


def scratch(file: Path) -> None:
    content = bytearray(file.read_bytes())
    middle = len(content) * 2 // 3
    content[middle : middle + 6000] = b"\xa5" * 6000
    file.write_bytes(content)


def replace(file: Path) -> None:
    file.write_bytes(b"Dear office, this is a letter and not a backup." * 50)


def empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize(
    ("harm", "refusal"),
    [(cut, BackupIsDamaged), (scratch, BackupIsDamaged), (replace, NotABackup), (empty, NotABackup)],
)
async def test_a_file_that_is_no_sound_backup_changes_nothing(
    url: str, file: Path, clock: TestClock, harm: Callable[[Path], None], refusal: type[Refusal]
) -> None:
    before = await now_in(url, clock)
    harm(file)
    with pytest.raises(refusal) as fault:
        await restored(url, file, overwrite=True)
    assert fault.value.args_of_text["file"] == str(file)
    assert await now_in(url, clock) == before


@pytest.mark.parametrize(("revision", "refusal"), [("9999", BackupIsNewer), ("0000", BackupIsDamaged)])
async def test_a_backup_of_a_version_that_is_not_known_changes_nothing(
    url: str, db: Db, tmp_path: Path, revision: str, refusal: type[Refusal]
) -> None:
    async with db.write() as tx:
        await tx.run("UPDATE alembic_version SET version_num = :revision", revision=revision)
    await backups.take(url, tmp_path / "copy")
    with pytest.raises(refusal):
        await backups.inspect(tmp_path / "copy")


async def test_a_database_of_another_program_is_no_backup(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE mine (id INTEGER)")
    with pytest.raises(NotABackup):
        await backups.inspect(tmp_path / "other.db")


@pytest.mark.postgres
async def test_a_dump_of_another_program_is_no_backup(postgres: Cluster, tmp_path: Path) -> None:
    await backup_postgres.take(postgres.create(), tmp_path / "other.dump")
    with pytest.raises(NotABackup):
        await backups.inspect(tmp_path / "other.dump")


async def test_a_backup_of_the_other_engine_changes_nothing(
    url: str, file: Path, postgres: Cluster, tmp_path: Path
) -> None:
    other = f"sqlite:///{tmp_path}/other.db" if not backups.is_sqlite(url) else postgres.create()
    with pytest.raises(OtherEngine):
        await restored(other, file)


# --- SQLite's files ---------------------------------------------------------------------------------------------------


async def test_a_damaged_database_is_kept_aside_and_replaced(
    migrated_sqlite: Path, tmp_path: Path, clock: TestClock
) -> None:
    house = tmp_path / "house.db"
    shutil.copy(migrated_sqlite, tmp_path / "copy")
    house.write_bytes(b"this was a database once" * 400)
    url = f"sqlite:///{house}"
    with pytest.raises(HoldsSomething):
        await restored(url, tmp_path / "copy")
    aside = await restored(url, tmp_path / "copy", overwrite=True)
    assert aside == tmp_path / "house.db.before-restore-20260316-020000"
    assert aside.read_bytes().startswith(b"this was")
    assert (await backups.holdings(url)).rows["people"] == 0


async def test_what_lies_beside_a_database_does_not_get_into_its_successor(
    migrated_sqlite: Path, tmp_path: Path, clock: TestClock
) -> None:
    house = tmp_path / "house.db"
    shutil.copy(migrated_sqlite, house)
    shutil.copy(migrated_sqlite, tmp_path / "copy")
    # As a process leaves it that was killed: with a log that the file does not hold yet.
    with closing(sqlite3.connect(house)) as killed:
        killed.execute("INSERT INTO units (name, kind) VALUES ('城北镇工委', 'x')")
        killed.commit()
        for ending in ("", "-wal"):
            shutil.copy(f"{house}{ending}", tmp_path / f"dead.db{ending}")
    dead = f"sqlite:///{tmp_path}/dead.db"
    aside = await restored(dead, tmp_path / "copy", overwrite=True)
    assert (await backups.holdings(dead)).rows["units"] == 0
    assert aside is not None
    assert (await backups.inspect(aside)).rows["units"] == 1
    assert not [name for name in left_in(tmp_path) if name.startswith("dead.db-")]


async def test_a_file_saved_from_a_broken_machine_is_restored_with_its_log(
    migrated_sqlite: Path, tmp_path: Path
) -> None:
    house = tmp_path / "house.db"
    shutil.copy(migrated_sqlite, house)
    with closing(sqlite3.connect(house)) as killed:
        killed.execute("INSERT INTO units (name, kind) VALUES ('城北镇工委', 'x')")
        killed.commit()
        for ending in ("", "-wal"):
            shutil.copy(f"{house}{ending}", tmp_path / f"saved.db{ending}")
    await restored(f"sqlite:///{tmp_path}/new.db", tmp_path / "saved.db")
    assert (await backups.holdings(f"sqlite:///{tmp_path}/new.db")).rows["units"] == 1


async def test_a_migration_that_fails_leaves_the_house_as_it_was(
    migrated_sqlite: Path, tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = tmp_path / "house.db"
    shutil.copy(migrated_sqlite, house)
    shutil.copy(migrated_sqlite, tmp_path / "copy")
    before = house.read_bytes()

    async def fails(_: str) -> None:
        raise DatabaseFault("storage: migration failed")

    monkeypatch.setattr(backups, "migrate", fails)
    with pytest.raises(DatabaseFault):
        await restored(f"sqlite:///{house}", tmp_path / "copy", overwrite=True)
    assert house.read_bytes() == before
    assert left_in(tmp_path) == ["copy", "house.db"]


# --- PostgreSQL's sessions --------------------------------------------------------------------------------------------


@pytest.mark.postgres
async def test_a_database_that_others_use_is_not_replaced(postgres: Cluster, tmp_path: Path, clock: TestClock) -> None:
    url = postgres.create(template="template_lianxin")
    await backups.take(url, tmp_path / "copy")
    db = await open_db(url, clock)
    with pytest.raises(InUse) as refusal:
        await restored(url, tmp_path / "copy", overwrite=True)
    assert refusal.value.args_of_text == {"sessions": 1}
    await db.close()


@pytest.mark.postgres
async def test_a_database_of_another_program_is_left_alone(postgres: Cluster, tmp_path: Path, clock: TestClock) -> None:
    await backups.take(postgres.create(template="template_lianxin"), tmp_path / "copy")
    url = postgres.create()
    db = await open_db(url, clock)
    async with db.write() as tx:
        await tx.all("CREATE TABLE theirs (id INTEGER)")
    await db.close()
    with pytest.raises(NotOurs):
        await restored(url, tmp_path / "copy", overwrite=True)


@pytest.mark.postgres
async def test_a_restore_that_breaks_off_leaves_the_house_as_it_was(
    postgres: Cluster, tmp_path: Path, clock: TestClock
) -> None:
    url = postgres.create(template="template_lianxin")
    db = await open_db(url, clock)
    await fill(db)
    before = await fingerprints(db)
    await db.close()
    dump = tmp_path / "copy.dump"
    await backups.take(url, dump)
    cut(dump)
    with pytest.raises(ProgramFailed):
        backup_postgres.put(url, dump)
    assert await now_in(url, clock) == before


@pytest.mark.postgres
async def test_tables_that_came_after_the_backup_do_not_outlive_it(
    postgres: Cluster, tmp_path: Path, clock: TestClock
) -> None:
    url = postgres.create(template="template_lianxin")
    await backups.take(url, tmp_path / "copy")
    db = await open_db(url, clock)
    async with db.write() as tx:
        await tx.all("CREATE TABLE newer (person_id BIGINT REFERENCES people (id))")
    await db.close()
    await restored(url, tmp_path / "copy")
    db = await open_db(url, clock)
    async with db.read() as tx:
        assert await tx.value("SELECT to_regclass('newer')::text AS found") is None
    await db.close()
