"""Figures of the mailbox: one count, shown to each audience in its own section of ``/stats``."""

from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from domain.letters import Grade
from domain.statistics import PublicFigures, YearCounts, public
from storage import statistics
from storage.db import Tx
from texts import Text


async def counts_of(tx: Tx, year: int, zone: ZoneInfo) -> YearCounts:
    """Everything counted of the letters received in a year of the committee's clock: the same for every audience."""
    begin, end = (datetime(each, 1, 1, tzinfo=zone).astimezone(UTC) for each in (year, year + 1))
    return await statistics.of_letters(tx, year, begin, end)


async def public_section(tx: Tx, zone: ZoneInfo) -> Text:
    """What anyone may see: this year and the last."""
    year = tx.now.astimezone(zone).year
    return Text("stats-public", years=[_year(public(await counts_of(tx, each, zone))) for each in (year, year - 1)])


def _year(figures: PublicFigures) -> Text:
    if figures.received is None:
        return Text("stats-year-of-few", year=str(figures.year))
    return Text(
        "stats-year",
        year=str(figures.year),
        received=figures.received,
        answered=Text("stats-few") if figures.answered is None else Text("stats-letters", count=figures.answered),
        days=Text("stats-unknown") if figures.median_days is None else Text("stats-days", days=figures.median_days),
        grades=_grades(figures.grades),
    )


def _grades(shares: Mapping[Grade, int] | None) -> Text:
    if shares is None:
        return Text("stats-unknown")
    helped, partly, not_at_all = (shares[grade] for grade in (Grade.HELPED, Grade.PARTLY, Grade.NOT))
    return Text("stats-grades", helped=helped, partly=partly, not_at_all=not_at_all)
