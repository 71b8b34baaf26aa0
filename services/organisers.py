"""Who may hold activities: the office for everyone, and the people of a unit for theirs."""

from domain.activities import Activity, ActivityIsNotYours, ActivityUnknown
from domain.people import NotForYourRole, Person, Role, Unit
from domain.refusals import Refusal
from storage import activities, units
from storage.db import Tx


class OrganiserHasNoUnit(Refusal):
    text = "organiser-has-no-unit"


async def choices(tx: Tx, person: Person) -> list[Unit]:
    """The units in whose name a person may hold something: the office's all, else their own. No departments."""
    if Role.OFFICE in person.roles:
        return await units.of_kind(tx, departments=False)
    return [unit for unit in await units.of_person(tx, person.id) if not unit.is_department]


async def unit_ids(tx: Tx, person: Person) -> list[int]:
    """The units that a person acts for, without the office's."""
    return [unit.id for unit in await units.of_person(tx, person.id) if not unit.is_department]


async def check_may_hold(tx: Tx, person: Person, unit_id: int | None) -> None:
    """May they hold something in this unit's name (None: the office's)?

    Raises:
        NotForYourRole
    """
    if Role.OFFICE not in person.roles and unit_id not in await unit_ids(tx, person):
        raise NotForYourRole


async def own_unit(tx: Tx, person: Person) -> int | None:
    """In whose name something new begins: the office's, or the person's first unit.

    Raises:
        OrganiserHasNoUnit
    """
    if Role.OFFICE in person.roles:
        return None
    own = await unit_ids(tx, person)
    if not own:
        raise OrganiserHasNoUnit
    return own[0]


async def may_run(tx: Tx, person: Person, activity: Activity) -> bool:
    if Role.OFFICE in person.roles or activity.made_by_id == person.id:
        return True
    return activity.unit_id is not None and activity.unit_id in await unit_ids(tx, person)


async def run_by(tx: Tx, person: Person, activity_id: int, *, locked: bool = False) -> Activity:
    """The activity, for who runs it.

    Raises:
        ActivityUnknown, ActivityIsNotYours
    """
    activity = await (activities.lock if locked else activities.get)(tx, activity_id)
    if activity is None:
        raise ActivityUnknown
    if not await may_run(tx, person, activity):
        raise ActivityIsNotYours
    return activity
