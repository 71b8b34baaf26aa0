"""Counts over many letters, each in one statement by the index on when they were received."""

from datetime import datetime

from domain.letters import Grade
from domain.statistics import YearCounts
from storage.db import Engine, Tx

ELAPSED_DAYS = {
    Engine.SQLITE: "CAST(julianday(answered_at) - julianday(received_at) AS INTEGER)",
    Engine.POSTGRES: "CAST(EXTRACT(EPOCH FROM answered_at - received_at) AS BIGINT) / 86400",
}
"""Whole days between two moments: the engines have no way to say it in common."""


async def of_letters(tx: Tx, year: int, begin: datetime, end: datetime) -> YearCounts:
    """Of the letters received from one moment on until before the other."""
    span = {"begin": begin, "end": end}
    totals = await tx.one(
        """
        SELECT COUNT(*) AS received, COUNT(answered_at) AS answered FROM letters
        WHERE received_at >= :begin AND received_at < :end
        """,
        **span,
    )
    assert totals is not None
    days = await tx.all(
        f"""
        SELECT {ELAPSED_DAYS[tx.engine]} AS days, COUNT(*) AS letters FROM letters
        WHERE received_at >= :begin AND received_at < :end AND answered_at IS NOT NULL GROUP BY 1
        """,
        **span,
    )
    grades = await tx.all(
        """
        SELECT helped, COUNT(*) AS letters FROM letters
        WHERE received_at >= :begin AND received_at < :end AND helped IS NOT NULL GROUP BY helped
        """,
        **span,
    )
    return YearCounts(
        year,
        totals["received"],
        totals["answered"],
        {row["days"]: row["letters"] for row in days},
        {Grade(row["helped"]): row["letters"] for row in grades},
    )
