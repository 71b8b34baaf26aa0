"""All tables as such: their order, their pages, their fingerprints."""

import pytest

from storage import tables
from storage.db import Db
from storage.schema import metadata
from tests.storage.filling import ROWS, fill, fingerprints


def test_every_table_has_a_key_and_stands_after_those_it_refers_to() -> None:
    seen: set[str] = set()
    for table in tables.in_order():
        assert table.key, table.name
        seen.add(table.name)
        assert {key.column.table.name for key in metadata.tables[table.name].foreign_keys} <= seen
    assert seen == set(metadata.tables)


async def test_pages_give_every_row_once(db: Db, monkeypatch: pytest.MonkeyPatch) -> None:
    await fill(db)
    whole = await fingerprints(db)
    monkeypatch.setattr(tables, "PAGE", 2)
    assert await fingerprints(db) == whole
    assert {one.rows for one in whole.values()} == {ROWS}


async def test_one_changed_cell_changes_the_fingerprint(db: Db) -> None:
    await fill(db)
    before = await fingerprints(db)
    async with db.write() as tx:
        await tx.run("UPDATE letter_entries SET text = 'other' WHERE id = 2")
    after = await fingerprints(db)
    assert {name for name in before if before[name] != after[name]} == {"letter_entries"}
