"""Workdays: weekends, public holidays and make-up workdays (调休). The data comes from `services.calendar`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class Workdays:
    """A calendar of workdays.

    Make-up workdays are published a year ahead at most. For a year not in `known_years` weekends and the holidays
    fixed by law are all there is: `is_known` lets the caller say so instead of guessing.
    """

    holidays: Mapping[date, str]
    """Days off and what they are called, weekends not needed."""
    make_up: frozenset[date]
    """Weekend days that are worked, in exchange for another day off."""
    known_years: frozenset[int]

    def is_workday(self, day: date) -> bool:
        if day in self.make_up:
            return True
        return day.weekday() < _SATURDAY and day not in self.holidays

    def is_known(self, year: int) -> bool:
        """Are the make-up workdays of that year published?"""
        return year in self.known_years

    def next_workday(self, day: date) -> date:
        """The first workday after `day`."""
        return self._step(day, _ONE_DAY)

    def previous_workday(self, day: date) -> date:
        """The last workday before `day`."""
        return self._step(day, -_ONE_DAY)

    def add(self, day: date, n: int) -> date:
        """The n-th workday after `day` (before it, when `n` is negative); `day` itself when `n` is 0."""
        for _ in range(abs(n)):
            day = self.next_workday(day) if n > 0 else self.previous_workday(day)
        return day

    def _step(self, day: date, step: timedelta) -> date:
        day += step
        while not self.is_workday(day):
            day += step
        return day
