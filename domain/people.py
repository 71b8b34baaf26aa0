"""People, their roles, and what each role may do."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.refusals import Refusal


class Role(StrEnum):
    """What an invitation makes someone. Everyone is a constituent besides."""

    OFFICE = "office"
    MEMBER = "member"
    LEADER = "leader"
    STAFF = "staff"
    DEPARTMENT = "department"


class Standing(StrEnum):
    """Which kind of member. Source: J7, 登记表 注 1 (and its title, 特邀委员)."""

    REGULAR = "regular"
    SPECIAL = "special"
    RESIDENT = "resident"
    TOWNSHIP = "township"


@dataclass(frozen=True)
class Person:
    """Someone the bot knows. ``telegram_id`` is None until they join, ``blocked_at`` set while they block the bot."""

    id: int
    name: str
    language: str
    telegram_id: int | None = None
    phone: str | None = None
    joined_at: datetime | None = None
    blocked_at: datetime | None = None
    roles: frozenset[Role] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Member:
    """A member of the committee, with the name of the person behind."""

    id: int
    person_id: int
    name: str
    sector: str
    unit: str
    standing: Standing
    is_standing_committee: bool
    began_on: date
    left_on: date | None = None


class NotForYourRole(Refusal):
    text = "not-for-your-role"
