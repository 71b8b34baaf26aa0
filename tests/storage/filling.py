"""A few rows in every table there is, whatever tables there will be."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Float, Integer, Table

from storage import tables
from storage.db import Db, Tx
from storage.schema import DAY, JSON, MOMENT, metadata
from storage.tables import Fingerprint

ROWS = 3
BEGAN = datetime(2026, 3, 1, 1, 2, 3, 456789, tzinfo=UTC)
NEITHER_NOR = {("attachments", "visit_id"): None}
"""Where a table's own check lets only one of two columns be filled."""


async def fill(db: Db) -> None:
    async with db.write() as tx:
        for table in metadata.sorted_tables:
            await _fill(tx, table)


async def fingerprints(db: Db) -> dict[str, Fingerprint]:
    """Of every table."""
    async with db.read() as tx:
        return {table.name: await tables.fingerprint(tx, table) for table in tables.in_order()}


async def _fill(tx: Tx, table: Table) -> None:
    columns = [column for column in table.columns if column.name != "id"]
    names = [column.name for column in columns]
    values = ", ".join(f":{name}" for name in names)
    for number in range(1, ROWS + 1):
        row = {column.name: _value(table, column, number) for column in columns}
        await tx.run(f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({values})", **row)


def _value(table: Table, column: Column[Any], number: int) -> Any:
    if (table.name, column.name) in NEITHER_NOR:
        return NEITHER_NOR[table.name, column.name]
    if column.foreign_keys:
        return number
    kinds = (
        (type(MOMENT), BEGAN + timedelta(days=number)),
        (type(DAY), date(2026, 2, 27) + timedelta(days=number)),
        (type(JSON), {"字": "路灯坏了 🏮", "deep": [number, None, True, 1.5, {"z": 1, "a": "\\ \n\t'"}]}),
        (Boolean, number % 2 == 0),
        (Float, 32.018234 + number),
        ((BigInteger, Integer), number + 10**15),
    )
    for kind, value in kinds:
        if isinstance(column.type, kind):
            return value
    return _allowed(table, column) or f"{column.name} {number} 王秀英 \\. \n\\N 'x' 🏮"


def _allowed(table: Table, column: Column[Any]) -> str | None:
    """The first of the words that a check allows."""
    for check in (one for one in table.constraints if isinstance(one, CheckConstraint)):
        if found := re.search(rf"\b{column.name} IN \('(\w+)'", str(check.sqltext)):
            return found[1]
    return None
