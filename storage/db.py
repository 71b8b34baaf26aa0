"""The way to the database: one plain SQL text for SQLite and PostgreSQL.

Parameters are named (``:letter_id``). The same Python types go in and come out on both engines, and a column's name
tells its type (a test holds ``schema`` to it):

=============  ===========================
``…_at``       aware ``datetime`` in UTC
``…_on``       ``date``
``…_json``     ``dict`` or ``list``
``is_…``       ``bool``
=============  ===========================

Parameters marked ``sealed(…)`` (``storage.seal``), and every dict, are stored sealed; rows come out opened.
"""

from pathlib import Path

from storage.seal import IN_CLEAR, Seal
from storage.sqlite import SqliteDb
from storage.tx import Clock, DatabaseDamaged, DatabaseFault, Db, Engine, Row, Tx, made_of, system_clock

__all__ = [
    "Clock",
    "DatabaseDamaged",
    "DatabaseFault",
    "Db",
    "Engine",
    "Row",
    "Tx",
    "made_of",
    "open_db",
    "sqlite_path",
    "system_clock",
]


async def open_db(url: str, clock: Clock = system_clock, seal: Seal = IN_CLEAR) -> Db:
    """Open ``sqlite:///path`` or ``postgresql://…``; ``seal`` is how what is personal is kept in it.

    Raises:
        DatabaseFault: with one line on what is wrong.
    """
    if url.startswith("sqlite:///"):
        db: Db = await SqliteDb.open(sqlite_path(url), clock, seal)
    elif url.startswith(("postgresql://", "postgres://")):
        # Here and not above: who keeps to SQLite need not have asyncpg in memory.
        from storage.postgres import PostgresDb

        db = await PostgresDb.open(url, clock, seal)
    else:
        raise DatabaseFault(f"storage.url: expected sqlite:///FILE or postgresql://…, got {url.split(':', 1)[0]}:…")
    db.url = url
    return db


def sqlite_path(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))
