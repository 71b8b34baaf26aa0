"""Whose registration form is in, for the office and the people of a unit: who has handed in, who has not."""

from collections.abc import Collection
from dataclasses import dataclass

from domain.forms import Form, FormState, HandedInTo
from domain.people import Member, Person, Role, Unit
from services.forms import Desk
from services.organisers import OrganiserHasNoUnit
from storage import forms, people, units
from storage.db import Tx


@dataclass(frozen=True)
class Standing:
    """Where one member's form of the year stands; ``form`` is None before it is handed in."""

    member: Member
    form: Form | None

    @property
    def is_missing(self) -> bool:
        """Not handed in, or returned to be corrected."""
        return self.form is None or self.form.state is FormState.RETURNED

    @property
    def waits(self) -> bool:
        return self.form is not None and self.form.state is FormState.HANDED_IN


async def standings(tx: Tx, desk: Desk, year: int, of_units: Collection[str] | None = None) -> list[Standing]:
    """Everyone who serves now (of these units), by sector and name.

    Raises:
        NoFormInScheme
    """
    assert desk.form
    latest = await forms.latest_of_all(tx, year)
    members = [one for one in await people.members(tx) if of_units is None or one.unit in of_units]
    return [Standing(member, latest.get(member.id)) for member in members]


def to_decide(standing: Standing, by: Person) -> bool:
    """Does this form wait for this person: any for the office, for the people of a unit those handed in to it?"""
    if not standing.waits or standing.form is None:
        return False
    return Role.OFFICE in by.roles or standing.form.handed_in_to is HandedInTo.WORK_COMMITTEE


async def own_units(tx: Tx, by: Person) -> list[Unit] | None:
    """The units whose forms a person looks after; None: everybody's.

    Raises:
        OrganiserHasNoUnit
    """
    if Role.OFFICE in by.roles:
        return None
    own = [unit for unit in await units.of_person(tx, by.id) if not unit.is_department]
    if not own:
        raise OrganiserHasNoUnit
    return own


async def units_with_members(tx: Tx) -> list[Unit]:
    """Units of which somebody serves, by name: their forms can be had in one file."""
    names = {member.unit for member in await people.members(tx)}
    return [unit for unit in await units.of_kind(tx, departments=False) if unit.name in names]
