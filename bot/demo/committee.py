"""Who the demo is about: the people of ``committee.toml``, and what happened among them in half a year."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from pydantic import NonNegativeInt

from domain.activities import ActivityKind
from domain.contacts import ContactKind
from domain.letters import Grade
from domain.settings import Section

Telegram = Literal["joined", "later", "never"]

FILE = Path(__file__).with_name("committee.toml")


class Particular(Section):
    """Something that is so under some schemes ``only``; under all where they are not named."""

    only: tuple[str, ...] = ()

    def is_under(self, scheme: str) -> bool:
        return not self.only or scheme in self.only


class Acquaintance(Particular):
    """A registered contact, and how often they were visited and helped."""

    name: str
    kind: ContactKind
    address: str
    visits: NonNegativeInt = 0
    deeds: NonNegativeInt = 0


class Delegate(Section):
    """A member. ``telegram``: whether they have joined, will be invited later, or never come."""

    name: str
    sector: str
    unit: str
    telegram: Telegram = "joined"
    contacts: tuple[Acquaintance, ...]


class Turn(Section):
    """Something that happened to a letter, ``days`` after what came before."""

    days: NonNegativeInt
    does: Literal["read", "answer", "follow_up", "hand_over", "settle", "solved", "grade"]
    text: str = ""
    to: str | None = None
    grade: Grade | None = None


class OldLetter(Section):
    """A letter of the half-year. ``to`` None: to the office."""

    writer: str
    to: str | None = None
    on: date
    is_anonymous: bool = False
    text: str
    course: tuple[Turn, ...] = ()


class Consultation(Section):
    """What the office holds next week."""

    title: str
    place: str


class Note(Section):
    """What someone said at an activity."""

    by: str
    text: str


class Occasion(Section):
    """An activity that was held, in the morning; ``unit`` None: by the office."""

    kind: ActivityKind
    title: str
    place: str
    on: date
    unit: str | None = None
    came: tuple[str, ...] = ()
    satisfied: tuple[str, ...] = ()
    mostly: tuple[str, ...] = ()
    said: tuple[Note, ...] = ()


class Written(Section):
    """An entry of a diary."""

    member: str
    on: date
    text: str


class Representative(Section):
    """Who agreed to be invited in turn."""

    name: str
    sector: str
    township: str


class Opened(Section):
    """A studio, in the words of who registers it."""

    line: str
    on: date


class Reception(Section):
    """Times of an afternoon to come that people may book."""

    member: str
    place: str
    on: date


class Papers(Particular):
    """Cards or forms: the day, and whom it leaves out."""

    on: date
    without: tuple[str, ...] = ()


class DemoCommittee(Section):
    """The whole file."""

    opened: datetime
    today: datetime
    seed: int
    name: str
    code: str
    members_group: str
    public_channel: str
    constituents: tuple[str, ...]
    office: str
    leader: str
    department: str
    department_unit: str
    staff: str
    staff_unit: str
    special_committees: tuple[str, ...] = ()
    sector_groups: tuple[str, ...] = ()
    notes: tuple[str, ...]
    deeds: tuple[str, ...]
    consultation: Consultation
    members: tuple[Delegate, ...]
    letters: tuple[OldLetter, ...]
    diary: tuple[Written, ...] = ()
    activities: tuple[Occasion, ...] = ()
    pool: tuple[Representative, ...] = ()
    studios: tuple[Opened, ...] = ()
    receptions: tuple[Reception, ...] = ()
    cards: Papers | None = None
    forms: Papers | None = None

    def under(self, scheme: str) -> "DemoCommittee":
        """The same people under one scheme: what is so under others only is left out."""
        members = [
            one.model_copy(update={"contacts": tuple(each for each in one.contacts if each.is_under(scheme))})
            for one in self.members
        ]
        changes = {
            "members": tuple(members),
            "cards": self.cards if self.cards and self.cards.is_under(scheme) else None,
            "forms": self.forms if self.forms and self.forms.is_under(scheme) else None,
        }
        return self.model_copy(update=changes)

    def members_who(self, telegram: Telegram) -> list[str]:
        """The names of the members who have joined, will be invited later, or never come."""
        return [one.name for one in self.members if one.telegram == telegram]


def load() -> DemoCommittee:
    """The committee as the file has it."""
    return DemoCommittee.model_validate(tomllib.loads(FILE.read_text("utf-8")))
