"""Terms of office: which part of a year a member serves, and what is owed for it; the committee's 届 and 次.

No document says what is owed for a part of a year. The software's own default (`joined_in_mid_year` of a scheme):
a month that was begun counts as a whole one, and the figure is rounded up, so that a figure never becomes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MONTHS = 12


@dataclass(frozen=True)
class Served:
    """``joined_on``: the day of joining in mid-term (None: served from its start); ``left_on``: the last day."""

    joined_on: date | None = None
    left_on: date | None = None

    def months_of(self, year: int) -> int:
        """The months of a year that were begun in office, 0 to 12."""
        first = max(1, _month(self.joined_on, year)) if self.joined_on else 1
        last = min(MONTHS, _month(self.left_on, year)) if self.left_on else MONTHS
        return max(0, last - first + 1)


WHOLE_YEAR = Served()


def in_proportion(figure: int, months: int) -> int:
    """What of a year's figure is owed for so many months: rounded up."""
    return -(-figure * months // MONTHS)


def _month(day: date, year: int) -> int:
    """A day's month counted from January of ``year``: 1 to 12 within it, more or less outside."""
    return (day.year - year) * MONTHS + day.month


@dataclass(frozen=True)
class Session:
    """第十届三次会议: the ``number``-th session of a ``term``; it holds from its first day to the next one's."""

    term: int
    number: int
    began_on: date


def in_session(sessions: Iterable[Session], day: date) -> Session | None:
    """The newest session that had begun by a day."""
    return max((one for one in sessions if one.began_on <= day), key=lambda one: one.began_on, default=None)
