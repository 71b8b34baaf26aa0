"""Who the demo is about: the people of ``committee.toml``, and what happened among them in half a year."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from pydantic import NonNegativeInt

from domain.contacts import ContactKind
from domain.letters import Grade
from domain.settings import Section

Telegram = Literal["joined", "later", "never"]

FILE = Path(__file__).with_name("committee.toml")


class Acquaintance(Section):
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
    notes: tuple[str, ...]
    deeds: tuple[str, ...]
    consultation: Consultation
    members: tuple[Delegate, ...]
    letters: tuple[OldLetter, ...]

    def members_who(self, telegram: Telegram) -> list[str]:
        """The names of the members who have joined, will be invited later, or never come."""
        return [one.name for one in self.members if one.telegram == telegram]


def load() -> DemoCommittee:
    """The committee as the file has it."""
    return DemoCommittee.model_validate(tomllib.loads(FILE.read_text("utf-8")))
