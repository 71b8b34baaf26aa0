"""The year's calendar (年度活动安排) of a scheme: for which year, which months, and whom a line concerns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.schemes import Event, Scheme
from domain.totals import in_year


class Reader(StrEnum):
    """Who looks at the plan."""

    MEMBER = "member"
    LEADER = "leader"
    OFFICE = "office"
    UNIT = "unit"


CONCERNS: Mapping[Reader, tuple[str, ...]] = {
    # Every member is of a sector, and so of a sector group.
    Reader.MEMBER: ("全体", "政协委员", "各界别组"),
    Reader.LEADER: ("领导", "全体"),
    Reader.OFFICE: ("办公室",),
    Reader.UNIT: ("专工委", "工委", "工作委员会", "专委会", "提案委", "界别组"),
}
"""Words of a calendar's owner column, and who reads himself in them."""


@dataclass(frozen=True)
class Year:
    """A calendar as it falls into ``year``; ``of``: the year that the document names."""

    year: int
    of: int
    events: tuple[Event, ...]

    @property
    def is_transferred(self) -> bool:
        """Another year's calendar, shown by its months: the document says nothing of this one."""
        return self.year != self.of


def calendar_of(scheme: Scheme, year: int) -> Year | None:
    """The scheme's calendar in ``year``; None where it has none. A table's year is that in which its first line begins.

    Source: Xishan, 附 (2017 and January 2018).
    """
    if not scheme.calendar:
        return None
    of = min(event.begins.year for event in scheme.calendar)
    events = tuple(_moved(event, year - of) for event in scheme.calendar)
    return Year(year, of, tuple(sorted(events, key=lambda event: (event.begins, event.ends))))


def _moved(event: Event, years: int) -> Event:
    begins, ends = (in_year(day, day.year + years) for day in (event.begins, event.ends))
    return event.model_copy(update={"begins": begins, "ends": ends})


def calendar_between(scheme: Scheme, first: date, last: date) -> list[Event]:
    """What takes place from ``first`` to ``last``, at least in part: of the year's table and of the one before, whose
    last line may stand in January."""
    tables = [calendar_of(scheme, year) for year in (first.year - 1, first.year)]
    events = [event for table in tables if table for event in table.events]
    return [event for event in events if event.begins <= last and event.ends >= first]


def concerns(event: Event, readers: Sequence[Reader]) -> bool:
    """Does the owner column name one of these?"""
    return any(word in event.who for reader in readers for word in CONCERNS[reader])
