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


DEPARTMENT, WORK_COMMITTEE = "department", "work_committee"
"""Kinds of units; the other kinds of a committee's own are those of ``domain.schemes.UnitKind``."""

UNIT_ROLES = frozenset({Role.STAFF, Role.DEPARTMENT})
"""Roles of people who belong to a unit: of a department its own, of any other unit its staff."""


class Standing(StrEnum):
    """Which kind of member. Source: J7, 登记表 注 1 (and its title, 特邀委员)."""

    REGULAR = "regular"
    SPECIAL = "special"
    RESIDENT = "resident"
    TOWNSHIP = "township"


@dataclass(frozen=True)
class Person:
    """Someone the bot knows. ``telegram_id`` is None until they join, ``blocked_at`` set while they block the bot.

    ``banned_until_at``: the office keeps them out until then; ``paused_until_at``: they wrote too fast.
    """

    id: int
    name: str
    language: str
    telegram_id: int | None = None
    phone: str | None = None
    joined_at: datetime | None = None
    blocked_at: datetime | None = None
    banned_until_at: datetime | None = None
    paused_until_at: datetime | None = None
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
    """Since when they are known to serve: nothing is asked of them for the time before."""
    left_on: date | None = None
    """Their last day in office."""
    joined_on: date | None = None
    """The day of joining in mid-term, which makes the year's figures smaller; None: from the start of the term."""


@dataclass(frozen=True)
class Unit:
    """A part of the committee (a work committee, a special committee …), or a department."""

    id: int
    name: str
    kind: str

    @property
    def is_department(self) -> bool:
        return self.kind == DEPARTMENT


class NotForYourRole(Refusal):
    text = "not-for-your-role"


def check_role(by: Person, *roles: Role) -> None:
    """May they do what is for these roles alone?

    Raises:
        NotForYourRole: they have none of them.
    """
    if by.roles.isdisjoint(roles):
        raise NotForYourRole


# --- the code of a member in a deep link (m_CODE): short and not secret -----------------------------------------------

_CODE_DIGITS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without the characters that look alike on paper."""
_CODE_SHIFT = 9241
"""So that the first members' codes are three characters long as well."""
_CODE_LONGEST = 10


def member_code(member_id: int) -> str:
    """What stands for a member in a link or on a card."""
    number, code = member_id + _CODE_SHIFT, ""
    while number:
        number, digit = divmod(number, len(_CODE_DIGITS))
        code = _CODE_DIGITS[digit] + code
    return code


def member_of_code(code: str) -> int | None:
    """The member's id, or None when no code looks like this."""
    if len(code) > _CODE_LONGEST:
        return None
    number = 0
    for character in code.lower():
        digit = _CODE_DIGITS.find(character)
        if digit < 0:
            return None
        number = number * len(_CODE_DIGITS) + digit
    return number - _CODE_SHIFT if number > _CODE_SHIFT else None
