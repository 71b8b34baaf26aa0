"""backup, restore, copy and doctor as they are typed, on both engines."""

import asyncio
import fcntl
import os
import shutil
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from bot import cli, commands_doctor
from storage import inbox, people
from storage.backups import is_sqlite
from storage.db import Db, Tx, open_db
from tests.cast import settle_in
from tests.postgres import Cluster

pytestmark = pytest.mark.alone

CONFIG = """
[committee]
name = "政协示例县委员会"
code = "SL"
language = "en"
[telegram]
token = "4242:command-line"
base_url = "http://127.0.0.1:9/bot"
"""

Said = tuple[int, list[str], list[str]]
Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    for name in list(os.environ):
        if name.startswith("LIANXIN_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str) -> Said:
        code = cli.run(arguments)
        out, err = capsys.readouterr()
        return code, out.splitlines(), err.splitlines()

    return ran


@pytest.fixture
def house(url: str, tmp_path: Path) -> str:
    """Six people, and a configuration that names their database."""
    (tmp_path / "config.toml").write_text(f'{CONFIG}[storage]\nurl = "{url}"\n', "utf-8")
    in_house(url, settle_in)
    return url


def in_house(url: str, work: Callable[[Tx], Coroutine[Any, Any, Any]]) -> Any:
    async def worked() -> Any:
        db: Db = await open_db(url)
        try:
            async with db.write() as tx:
                return await work(tx)
        finally:
            await db.close()

    return asyncio.run(worked())


async def count(tx: Tx) -> int:
    number: int = await tx.value("SELECT COUNT(*) FROM people")
    return number


def refused(said: Said) -> str:
    code, out, (line,) = said
    assert (code, out) == (1, [])
    return line


# --- backup and restore -----------------------------------------------------------------------------------------------


def test_a_backup_tells_what_is_in_it_and_brings_it_back(house: str, run: Run) -> None:
    code, out, err = run("backup", "copy")
    assert (code, err) == (0, [])
    assert out[0] == "Backed up: copy"
    assert out[1].startswith("Backup: ")
    assert "less than 1 hour old, version 0" in out[1]
    assert out[2] == "People 6, members 2, contacts 0, visits 0, letters 0, their entries 0"
    in_house(house, lambda tx: people.add(tx, "孙丽", "zh"))
    assert "holds 7 people" in refused(run("restore", "copy"))
    assert in_house(house, count) == 7
    code, out, err = run("restore", "copy", "--overwrite")
    assert (code, err) == (0, [])
    assert out[2].startswith("The database that was there is kept as ")
    assert out[4].startswith("People 6, members 2")
    assert in_house(house, count) == 6


def test_a_backup_is_not_overwritten_unasked(house: str, run: Run) -> None:
    assert run("backup", "copy")[0] == 0
    assert "--overwrite" in refused(run("backup", "copy"))
    assert run("backup", "copy", "--overwrite")[0] == 0


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_file_that_can_not_be_is_one_line(house: str, run: Run, command: str) -> None:
    assert "none/copy" in refused(run(command, "none/copy"))
    assert "it is a folder" in refused(run("restore", "."))


def test_what_is_no_backup_is_one_line(house: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("a letter")
    assert refused(run("restore", "letter")) == "letter: not a backup of Lianxin; nothing was changed"


def test_a_database_without_tables_is_not_backed_up(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(CONFIG, "utf-8")
    (tmp_path / "lianxin.db").touch()
    assert "lianxin migrate" in refused(run("backup", "copy"))


def test_nothing_is_restored_while_the_bot_runs(house: str, run: Run) -> None:
    assert run("backup", "copy")[0] == 0
    if is_sqlite(house):
        with open(f"{house.removeprefix('sqlite:///')}.lock", "w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            assert "another lianxin is running" in refused(run("restore", "copy", "--overwrite"))
        return

    async def meanwhile() -> Said:
        db = await open_db(house)
        try:
            return await asyncio.to_thread(run, "restore", "copy", "--overwrite")
        finally:
            await db.close()

    assert "1 other sessions use the database" in refused(asyncio.run(meanwhile()))


def test_the_backup_is_made_where_nothing_can_be_written_down(
    house: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(_: Db) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bot.commands_backup.note", full)
    code, out, err = run("backup", "copy")
    assert (code, out[0]) == (0, "Backed up: copy")
    assert err == ["The backup is good, but the database can’t be written to now: this backup is not noted in it."]


# --- copy -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def other(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of the other engine, with no tables yet."""
    if engine == "postgres":
        return f"sqlite:///{tmp_path}/moved.db"
    cluster: Cluster = request.getfixturevalue("postgres")
    return cluster.create()


def test_a_house_moves_to_the_other_engine(house: str, other: str, run: Run) -> None:
    code, out, err = run("copy", "--to", other)
    assert (code, err) == (0, [])
    assert "people: 6 rows, the same" in out
    assert out[-1].startswith("Moved: all ")
    assert in_house(other, count) == 6
    assert "holds rows" in refused(run("copy", "--to", other))


@pytest.mark.parametrize("to", ["mysql://x/y", "lianxin.db"])
def test_an_address_of_no_engine_is_one_line(house: str, run: Run, to: str) -> None:
    assert "sqlite:///FILE or postgresql://" in refused(run("copy", "--to", to))


def test_a_house_of_another_version_is_left_alone(house: str, run: Run, tmp_path: Path, migrated_sqlite: Path) -> None:
    shutil.copy(migrated_sqlite, tmp_path / "older.db")
    target = f"sqlite:///{tmp_path}/older.db"
    in_house(target, lambda tx: tx.run("UPDATE alembic_version SET version_num = '0000'"))
    assert "another version" in refused(run("copy", "--to", target))


# --- doctor -----------------------------------------------------------------------------------------------------------


def test_the_doctor_says_that_all_is_well(house: str, run: Run) -> None:
    run("backup", "copy")
    code, out, err = run("doctor")
    assert (code, err, out[-1]) == (0, [], "All is well.")
    assert all(line.startswith("ok  ") for line in out[:-1])
    assert [line.split()[1].strip(":") for line in out[:4]] == ["database", "personal", "content", "dialogues"]


def test_the_doctor_says_what_needs_a_person_and_puts_it_back_to_work(house: str, run: Run) -> None:
    run("backup", "copy")

    async def park(tx: Tx) -> None:
        await inbox.keep(tx, [(7, 1001, {"text": "路灯坏了"})])
        await inbox.park(tx, 7, "KeyError: '路灯坏了'")

    in_house(house, park)
    code, out, _ = run("doctor")
    assert (code, out[-1]) == (1, "Something needs you: see the lines that begin with “not ok”.")
    assert next(line for line in out if line.startswith("not ok")) == (
        "not ok  parked update 7: less than 1 hour old, KeyError"
    )
    code, out, _ = run("doctor", "--retry-parked")
    assert (code, out[0], out[-1]) == (0, "Parked updates given to the bot again: 1", "All is well.")
    assert in_house(house, inbox.waiting) == 1


def test_the_doctor_looks_at_the_disk_and_the_backups_folder(
    house: str, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("backup", "copy")
    monkeypatch.setenv("LIANXIN_BACKUP__FOLDER", "none")
    code, out, _ = run("doctor")
    assert code == 1
    assert [line for line in out if "none can’t be read" in line]
    (tmp_path / "none").mkdir()
    monkeypatch.setattr(commands_doctor, "LEAST_FREE", 10**18)
    code, out, _ = run("doctor")
    assert code == 1
    assert [line for line in out if line.startswith("not ok  disk: only ")]
