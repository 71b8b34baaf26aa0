"""The history leads to the tables that the code expects, on both engines; names of columns tell their types."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Boolean, Connection, Table
from sqlalchemy.ext.asyncio import create_async_engine

from storage.db import DatabaseFault, Db, open_db
from storage.migrate import migrate, newest, present, sqlalchemy_url
from storage.schema import DAY, JSON, MOMENT, metadata


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    """Each engine's own index of letter_index: SQLAlchemy knows neither FTS5's tables nor arrays made of a text."""
    is_of_words = name is not None and kind == "table" and name.startswith("letter_words")
    return not is_of_words and name != "ix_letter_index_tokens"


def differences(connection: Connection) -> list[object]:
    """Of the tables there from those that the code expects."""
    opts = {"compare_type": True, "compare_server_default": False, "include_name": _is_ours}
    context = MigrationContext.configure(connection, opts=opts)
    return list(compare_metadata(context, metadata))


async def test_the_history_leads_to_the_schema(url: str) -> None:
    engine = create_async_engine(sqlalchemy_url(url))
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()


async def test_a_database_knows_its_version_and_a_second_migration_changes_nothing(url: str) -> None:
    assert await present(url) == newest()
    await migrate(url)
    assert await present(url) == newest()


async def test_a_database_of_a_newer_program_is_left_alone(url: str, db: Db) -> None:
    async with db.write() as tx:
        await tx.run("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseFault, match="at version 9999, which this program"):
        await migrate(url)
    assert await present(url) == "9999"


async def test_a_file_that_is_no_database_is_one_clear_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("broken") / "broken.db"
    path.write_bytes(b"this is not a database, and it is long enough to be looked at" * 20)
    with pytest.raises(DatabaseFault, match=r"broken\.db: not a database"):
        await open_db(f"sqlite:///{path}")


async def test_an_address_of_no_engine_is_one_clear_line() -> None:
    with pytest.raises(DatabaseFault, match="expected sqlite"):
        await open_db("mysql://somewhere")


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_a_columns_name_tells_its_type(table: Table) -> None:
    for column in table.columns:
        kind = type(column.type)
        assert column.name.endswith("_at") == (kind is type(MOMENT)), column
        assert column.name.endswith("_on") == (kind is type(DAY)), column
        assert column.name.endswith("_json") == (kind is type(JSON)), column
        assert column.name.startswith("is_") == (kind is Boolean), column
