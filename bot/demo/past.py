"""What the parts of the demo's half-year share: who takes part, on which days, under which rules."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.demo.committee import DemoCommittee
from domain.letters import Letter
from domain.people import Member, Person
from handlers.context import House
from storage import people
from storage.db import Tx

Act = Callable[[Tx], Awaitable[None]]


@dataclass(frozen=True)
class Happening:
    """Something that is done, and when."""

    at: datetime
    do: Act


@dataclass(frozen=True)
class Cast:
    """The people by name, as storage knows them."""

    people: Mapping[str, Person]
    members: Mapping[str, Member]

    def holder(self, letter: Letter, office: str) -> Person:
        """Who answers a letter."""
        names = {member.id: name for name, member in self.members.items()}
        return self.people[names[letter.member_id] if letter.member_id is not None else office]


async def cast_of(tx: Tx, committee: DemoCommittee) -> Cast:
    """Everyone who does something in the past."""
    members = {member.name: member for member in await people.members(tx)}
    names = (*committee.constituents, committee.office, *members)
    known = {name: (await people.named(tx, name))[0] for name in names}
    return Cast(known, members)


@dataclass
class Past:
    """A committee, its house and its people. ``committee`` tells what is so under the house's scheme."""

    committee: DemoCommittee
    house: House
    cast: Cast

    @property
    def office(self) -> Person:
        return self.cast.people[self.committee.office]

    def on(self, day: date, hour: int = 10) -> datetime:
        """That hour of that day, on the committee's clock."""
        return datetime.combine(day, time(hour), tzinfo=self.house.committee.zone)

    def today(self, tx: Tx) -> date:
        return tx.now.astimezone(self.house.committee.zone).date()
