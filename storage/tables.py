"""All tables as such: in the order of their references, read page by page, told apart by their content."""

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from storage.db import Row, Tx

PAGE = 1000


@dataclass(frozen=True)
class Shape:
    """A table's name, columns, primary key, and which columns are sealed: what is personal, and every JSON."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    personal: tuple[str, ...]


@dataclass(frozen=True)
class Fingerprint:
    """Of all rows of a table, in whatever order they come."""

    rows: int
    checksum: int


@lru_cache
def in_order() -> tuple[Shape, ...]:
    """Every table of ours, each after those it refers to."""
    # Half a second that no other command need wait for.
    from storage.schema import metadata

    return tuple(
        Shape(
            table.name,
            tuple(table.columns.keys()),
            tuple(table.primary_key.columns.keys()),
            tuple(one.name for one in table.columns if one.info.get("personal") or one.name.endswith("_json")),
        )
        for table in metadata.sorted_tables
    )


async def count(tx: Tx, table: str) -> int:
    number: int = await tx.value(f"SELECT COUNT(*) FROM {table}")
    return number


async def counts(tx: Tx) -> dict[str, int]:
    """Table → rows, of every table of ours."""
    return {table.name: await count(tx, table.name) for table in in_order()}


async def pages(tx: Tx, table: Shape) -> AsyncIterator[list[Row]]:
    """All rows, by the primary key, a page at a time."""
    last: Row | None = None
    while True:
        rows = await page(tx, table, last, PAGE)
        if rows:
            yield rows
        if len(rows) < PAGE:
            return
        last = rows[-1]


async def page(tx: Tx, table: Shape, last: Row | None, limit: int) -> list[Row]:
    """The rows that follow this one (None: the first), by the primary key."""
    key, columns = ", ".join(table.key), ", ".join(table.columns)
    seen = {f"last_{name}": last[name] for name in table.key} if last else {}
    after = f"WHERE ({key}) > ({', '.join(f':{name}' for name in seen)})" if seen else ""
    return await tx.all(f"SELECT {columns} FROM {table.name} {after} ORDER BY {key} LIMIT {limit}", **seen)


async def fingerprint(tx: Tx, table: Shape) -> Fingerprint:
    """The same on both engines for the same rows."""
    rows = checksum = 0
    async for page in pages(tx, table):
        rows += len(page)
        checksum = (checksum + sum(map(_digest, page))) % 2**128
    return Fingerprint(rows, checksum)


def _digest(row: Mapping[str, Any]) -> int:
    written = json.dumps(list(row.values()), default=str, sort_keys=True)
    return int.from_bytes(hashlib.blake2b(written.encode(), digest_size=16).digest(), "big")
