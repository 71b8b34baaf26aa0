"""The year's plan as one person sees it: the scheme's calendar and dates, what they are invited to, and their talks.

Who belongs to no committee has a plan as well: what they are invited to and have booked, without the calendar.
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain import plan as rules
from domain.activities import Activity, Attendance
from domain.people import Person, Role
from domain.plan import Reader
from domain.receptions import Slot
from domain.schemes import Deadline, Event, Scheme, Whose
from services.rounds import Rules
from storage import activities, receptions
from storage.db import Tx

_DATES: dict[Reader, frozenset[Whose]] = {
    # A member brings their contacts' dates to them.
    Reader.MEMBER: frozenset({Whose.MEMBER, Whose.CONTACT}),
    Reader.LEADER: frozenset({Whose.LEADER}),
    Reader.OFFICE: frozenset(Whose),
    Reader.UNIT: frozenset({Whose.UNIT}),
}


@dataclass(frozen=True)
class Line:
    """A line of the scheme's calendar; ``is_mine``: its owner column names this reader."""

    event: Event
    is_mine: bool


@dataclass(frozen=True)
class Talks:
    """Of reception days and duty rooms: ``held`` with who has booked them, ``booked`` by this person with somebody
    else; ``free``: how many offered times nobody has booked yet."""

    held: Sequence[Slot]
    booked: Sequence[Slot]
    free: int

    @property
    def all(self) -> list[Slot]:
        return sorted((*self.held, *self.booked), key=lambda slot: (slot.begins_at, slot.id))


@dataclass(frozen=True)
class Plan:
    """What stands in a month, or in a year. ``of``: the year that the calendar is written for; None: there is none."""

    lines: Sequence[Line]
    dates: Sequence[tuple[date, Deadline]]
    activities: Sequence[tuple[Activity, Attendance]]
    talks: Talks
    year: int
    of: int | None = None

    @property
    def is_transferred(self) -> bool:
        return self.of is not None and self.of != self.year


def readers(person: Person) -> list[Reader]:
    """As whom a person reads the plan."""
    known = {
        Role.MEMBER: Reader.MEMBER,
        Role.LEADER: Reader.LEADER,
        Role.OFFICE: Reader.OFFICE,
        Role.STAFF: Reader.UNIT,
    }
    return [reader for role, reader in known.items() if role in person.roles]


async def of_month(tx: Tx, person: Person, house: Rules, year: int, month: int) -> Plan:
    first, last = date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return await _between(tx, person, house, first, last)


async def of_year(tx: Tx, person: Person, house: Rules, year: int) -> Plan:
    return await _between(tx, person, house, date(year, 1, 1), date(year, 12, 31))


async def _between(tx: Tx, person: Person, house: Rules, first: date, last: date) -> Plan:
    as_whom = readers(person)
    calendar_ = rules.calendar_between(house.scheme, first, last) if as_whom else []
    lines = [Line(event, rules.concerns(event, as_whom)) for event in calendar_]
    since, until = (_midnight(day, house) for day in (first, last + timedelta(days=1)))
    mine = await activities.of_person(tx, person.id, since, until)
    year = rules.calendar_of(house.scheme, first.year)
    return Plan(
        lines,
        _dates(house.scheme, as_whom, first, last),
        [(activity, Attendance(attendance)) for activity, attendance in mine],
        Talks(
            await receptions.booked_with(tx, person.id, since, until),
            await receptions.booked_by(tx, person.id, since, until),
            await receptions.count_free(tx, person.id, since, until),
        ),
        first.year,
        year.of if year else None,
    )


def _dates(scheme: Scheme, as_whom: Sequence[Reader], first: date, last: date) -> list[tuple[date, Deadline]]:
    concerned = frozenset[Whose]().union(*(_DATES[reader] for reader in as_whom))
    dated = [(each.on(first.year), each) for each in scheme.deadlines if concerned.intersection(each.who)]
    return sorted(((on, each) for on, each in dated if first <= on <= last), key=lambda pair: pair[0])


def _midnight(day: date, house: Rules) -> datetime:
    return datetime.combine(day, time(0), tzinfo=house.zone)
