"""From one database into another, of the same engine or the other, and proof that it is all there."""

import sqlite3
from collections.abc import Mapping

import asyncpg

from domain.backups import CopyFailed, NotTheSame, TargetIsNotEmpty
from storage import tables
from storage.db import Db, Tx
from storage.postgres import PostgresTx
from storage.tables import Shape


async def copy(source: Db, target: Db) -> Mapping[str, int]:
    """Copy every table in one transaction and compare; table → rows.

    Raises:
        TargetIsNotEmpty, NotTheSame, CopyFailed: the target is as it was.
    """
    async with source.read() as old, target.write() as new:
        for table in tables.in_order():
            if await tables.count(new, table.name):
                raise TargetIsNotEmpty(table=table.name)
        return {table.name: await _copy_table(old, new, table) for table in tables.in_order()}


async def _copy_table(old: Tx, new: Tx, table: Shape) -> int:
    try:
        await _pour(old, new, table)
        await _go_on_from(new, table, await _last_number(old, table))
    except (sqlite3.Error, asyncpg.PostgresError, ValueError) as fault:
        raise CopyFailed(table=table.name, why=type(fault).__name__) from fault
    there = await tables.fingerprint(old, table)
    if await tables.fingerprint(new, table) != there:
        raise NotTheSame(table=table.name)
    return there.rows


async def _pour(old: Tx, new: Tx, table: Shape) -> None:
    values = ", ".join(f":{column}" for column in table.columns)
    insert = f"INSERT INTO {table.name} ({', '.join(table.columns)}) VALUES ({values})"
    async for page in tables.pages(old, table):
        await new.run_many(insert, page)


# --- running numbers --------------------------------------------------------------------------------------------------


async def _last_number(tx: Tx, table: Shape) -> int:
    """The highest number ever given in a table that must never give one twice; 0 where none was, or it is no matter."""
    if table.key != ("id",):
        return 0
    if isinstance(tx, PostgresTx):
        sequence = await _sequence(tx, table)
        given = f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS last FROM {sequence}"
        return int(await tx.value(given)) if sequence else 0
    return int(await tx.value("SELECT seq FROM sqlite_sequence WHERE name = :name", name=table.name) or 0)


async def _go_on_from(tx: Tx, table: Shape, last: int) -> None:
    """The next number follows what the table holds, and what the original had given and taken back."""
    if table.key != ("id",):
        return
    last = max(last, await tx.value(f"SELECT COALESCE(MAX(id), 0) AS last FROM {table.name}"))
    if isinstance(tx, PostgresTx):
        if last and (sequence := await _sequence(tx, table)):
            await tx.value("SELECT setval(CAST(:sequence AS regclass), :last) AS last", sequence=sequence, last=last)
    elif last and await _counts_on(tx, table):
        await tx.run("DELETE FROM sqlite_sequence WHERE name = :name", name=table.name)
        await tx.run("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)", name=table.name, last=last)


async def _sequence(tx: Tx, table: Shape) -> str | None:
    name: str | None = await tx.value(f"SELECT pg_get_serial_sequence('{table.name}', 'id') AS name")
    return name


async def _counts_on(tx: Tx, table: Shape) -> bool:
    """Is it a table of SQLite's that never gives a number again?"""
    made = await tx.value("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :name", name=table.name)
    return "AUTOINCREMENT" in str(made).upper()
