"""From one engine to the other and back: every cell the same, numbers go on, and a target in use is left alone."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.backups import CopyFailed, NotTheSame, TargetIsNotEmpty
from storage import copying, dialogues, people
from storage.copying import copy
from storage.db import Db, Tx, open_db
from storage.tables import Shape
from tests.conftest import TestClock
from tests.postgres import Cluster
from tests.storage.filling import ROWS, fill, fingerprints


@pytest.fixture
async def other(
    engine: str, migrated_sqlite: Path, postgres: Cluster, tmp_path: Path, clock: TestClock
) -> AsyncIterator[Db]:
    """An empty database of the other engine."""
    if engine == "sqlite":
        url = postgres.create(template="template_lianxin")
    else:
        shutil.copy(migrated_sqlite, tmp_path / "other.db")
        url = f"sqlite:///{tmp_path}/other.db"
    database = await open_db(url, clock)
    yield database
    await database.close()
    if engine == "sqlite":
        postgres.drop(url)


async def test_every_cell_of_every_table_is_the_same_on_the_other_engine(db: Db, other: Db) -> None:
    await fill(db)
    rows = await copy(db, other)
    assert set(rows.values()) == {ROWS}
    assert await fingerprints(other) == await fingerprints(db)


async def test_an_empty_house_can_be_copied(db: Db, other: Db) -> None:
    assert set((await copy(db, other)).values()) == {0}
    async with other.write() as tx:
        assert await people.add(tx, "王秀英", "zh") == 1


async def test_numbers_go_on_where_they_were(db: Db, other: Db) -> None:
    await fill(db)
    await copy(db, other)
    async with other.write() as tx:
        assert await people.add(tx, "孙丽", "zh") == ROWS + 1


async def test_no_dialogue_gets_a_number_that_an_old_button_knows(db: Db, other: Db) -> None:
    await fill(db)
    async with db.write() as tx:
        over = await dialogues.begin(tx, 1, "letter.text", {})
        await dialogues.end(tx, over.id)
    await copy(db, other)
    async with other.write() as tx:
        assert (await dialogues.begin(tx, 1, "letter.text", {})).id == over.id + 1


async def test_a_target_that_holds_anything_is_left_alone(db: Db, other: Db) -> None:
    await fill(db)
    async with other.write() as tx:
        await people.add(tx, "孙丽", "zh")
    with pytest.raises(TargetIsNotEmpty) as refusal:
        await copy(db, other)
    assert refusal.value.args_of_text == {"table": "people"}
    async with other.read() as tx:
        assert await tx.value("SELECT COUNT(*) FROM letters") == 0


async def test_a_table_that_differs_undoes_all_of_it(db: Db, other: Db, monkeypatch: pytest.MonkeyPatch) -> None:
    await fill(db)
    pour = copying._pour

    async def forgetful(old: Tx, new: Tx, table: Shape) -> None:
        await pour(old, new, table)
        if table.name == "letters":
            await new.run("UPDATE letters SET topic = 'other' WHERE id = 1")

    monkeypatch.setattr(copying, "_pour", forgetful)
    with pytest.raises(NotTheSame) as refusal:
        await copy(db, other)
    assert refusal.value.args_of_text == {"table": "letters"}
    assert {one.rows for one in (await fingerprints(other)).values()} == {0}


async def test_what_the_other_engine_does_not_take_is_one_line_without_its_content(
    db: Db, other: Db, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(db)

    async def twice(old: Tx, new: Tx, table: Shape) -> None:
        await new.run("INSERT INTO letter_numbers (year, last) VALUES (2026, 1)")
        await new.run("INSERT INTO letter_numbers (year, last) VALUES (2026, 1)")

    monkeypatch.setattr(copying, "_pour", twice)
    with pytest.raises(CopyFailed) as refusal:
        await copy(db, other)
    assert refusal.value.args_of_text["why"] in {"UniqueViolationError", "IntegrityError"}
    assert {one.rows for one in (await fingerprints(other)).values()} == {0}
