"""Members' studios (委员工作室): where, and whose."""

import re
from datetime import date

from domain.people import Person, Role, Unit
from domain.refusals import Refusal
from services import organisers
from services.contacts import read_line
from storage import people, studios, units
from storage.db import Tx
from storage.studios import Studio

_PARTS = re.compile(r"[;；\n]+")


class StudioLineIsUnclear(Refusal):
    text = "studio-line-unclear"


class StudioOwnerUnknown(Refusal):
    """Argument: ``typed``."""

    text = "studio-owner-unknown"


class StudioUnknown(Refusal):
    text = "studio-unknown"


class StudioIsNotYours(Refusal):
    text = "studio-is-not-yours"


async def listed(tx: Tx) -> list[Studio]:
    return await studios.open_ones(tx)


async def may_close(tx: Tx, studio: Studio, person: Person) -> bool:
    if Role.OFFICE in person.roles:
        return True
    return studio.unit_id is not None and studio.unit_id in await organisers.unit_ids(tx, person)


async def add(tx: Tx, typed: str, by: Person, today: date) -> Studio:
    """``城北工作室；人民路 8 号；李建国``: name, address, and whose (a unit or a member; none: the person's own unit).

    Raises:
        OrganiserHasNoUnit, StudioLineIsUnclear, StudioOwnerUnknown, StudioIsNotYours, LineIsEmpty, LineIsTooLong
    """
    parts = [part.strip() for part in _PARTS.split(typed) if part.strip()]
    if len(parts) not in (2, 3):
        raise StudioLineIsUnclear
    name, address = read_line(parts[0]), read_line(parts[1])
    unit_id, member_id = await organisers.own_unit(tx, by), None
    if len(parts) == 3:
        unit_id, member_id = await _owner(tx, parts[2].strip())
        if Role.OFFICE not in by.roles and unit_id not in await organisers.unit_ids(tx, by):
            raise StudioIsNotYours
    made = await studios.get(tx, await studios.add(tx, name, address, unit_id, member_id, today))
    assert made is not None
    return made


async def _owner(tx: Tx, typed: str) -> tuple[int | None, int | None]:
    """Unit and member of a name; a member's studio counts for their unit."""
    unit = await units.named(tx, typed)
    if unit is not None and not unit.is_department:
        return unit.id, None
    named = [member for member in await people.members(tx) if member.name == typed]
    if len(named) != 1:
        raise StudioOwnerUnknown(typed=typed[:20])
    own: Unit | None = await units.named(tx, named[0].unit) if named[0].unit else None
    return own.id if own else None, named[0].id


async def close(tx: Tx, studio_id: int, by: Person, today: date) -> Studio:
    """Raises: StudioUnknown, StudioIsNotYours."""
    studio = await studios.get(tx, studio_id)
    if studio is None:
        raise StudioUnknown
    if not await may_close(tx, studio, by):
        raise StudioIsNotYours
    if not await studios.close(tx, studio.id, today):
        raise StudioUnknown
    return studio
