"""Faults of the database that pass by themselves: it is locked, full, starting, or the line to it was cut.

Nobody's work is to blame for these, so that it is tried again for as long as it takes.
"""

import socket
import sqlite3
import sys
from functools import cache

_SQLITE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)
_LINE = (ConnectionError, TimeoutError, socket.gaierror)


@cache
def _postgres() -> tuple[type[Exception], ...]:
    import asyncpg

    return (
        asyncpg.PostgresConnectionError,
        asyncpg.InsufficientResourcesError,
        asyncpg.OperatorInterventionError,
        asyncpg.TransactionRollbackError,
        asyncpg.PostgresSystemError,
        # A pooled line that is cut at the moment when it is taken up: "another operation is in progress".
        asyncpg.InternalClientError,
        asyncpg.ReadOnlySQLTransactionError,
    )


_CUT = ("connection is closed", "connection was closed", "has been released back", "another operation")
"""What asyncpg says, as an error in its use, to who still holds a line that was cut."""


def passes(fault: BaseException | None) -> bool:
    """Will the same work succeed when the database is back?"""
    match fault:
        case sqlite3.Error():
            # The low byte is the kind, the others tell it apart further.
            return (getattr(fault, "sqlite_errorcode", 0) & 0xFF) in _SQLITE
        case None:
            return False
    # What was raised because of such a fault is one, too.
    return isinstance(fault, _LINE) or _is_postgres_away(fault) or passes(fault.__cause__)


def _is_postgres_away(fault: BaseException) -> bool:
    # Who keeps to SQLite has no asyncpg in memory, and no fault of its.
    if "asyncpg" not in sys.modules:
        return False
    import asyncpg

    if isinstance(fault, asyncpg.InterfaceError):
        return any(words in str(fault) for words in _CUT)
    return isinstance(fault, _postgres())
