"""Taking away what an invitation gave: someone leaves the office, a unit, a department, or leads no more."""

from domain.people import DEPARTMENT, UNIT_ROLES, Person, Role
from domain.refusals import Refusal
from services.invitations import NameMeansSeveral, fits, role_name, told_apart
from services.outbox import tell
from storage import audit, invitations, people, roster, units
from storage.db import Tx
from storage.roster import ROSTER
from texts import Text


class NobodyHasRole(Refusal):
    """Arguments: ``name``, ``role``, a Text."""

    text = "revoke-nobody"


class MembersLeaveByTheList(Refusal):
    """What they owed until then is counted on: the list says from when on they are no member."""

    text = "revoke-not-for-members"


class LastOfTheOffice(Refusal):
    """Nobody would get the letters. Argument: ``name``."""

    text = "revoke-last-of-office"


async def revoke(tx: Tx, role: Role, words: str) -> Person:
    """The one of this name, who may then do nothing more of what the role allows; open invitations to it lapse.

    Raises:
        MembersLeaveByTheList, NobodyHasRole, NameMeansSeveral, LastOfTheOffice
    """
    if role is Role.MEMBER:
        raise MembersLeaveByTheList
    await tx.hold(ROSTER)
    person = await _holder(tx, role, words)
    if role is Role.OFFICE and not await _others_listen(tx, person):
        raise LastOfTheOffice(name=person.name)
    await people.revoke(tx, person.id, role)
    await invitations.lapse(tx, person.id, role)
    if role in UNIT_ROLES:
        for unit in await units.belonging(tx, person.id):
            if (unit["kind"] == DEPARTMENT) is (role is Role.DEPARTMENT):
                await units.leave(tx, person.id, unit["unit_id"])
    await audit.add(tx, None, "revoked", role=role.value, person=person.id)
    await tell(tx, person.id, Text("role-was-revoked", role=role_name(role)))
    return person


async def _holder(tx: Tx, role: Role, words: str) -> Person:
    """A name that several have is narrowed by what follows it: the sector, the unit, or the end of the phone."""
    name, *hints = words.split() or [""]
    holders = set(await people.with_role(tx, role))
    found = [one for whole in (words.strip(), name) for one in await roster.known(tx, whole)]
    known = list({one.person_id: one for one in found if one.person_id in holders}.values())
    if len(known) > 1:
        known = [one for one in known if all(fits(one, hint) for hint in hints)] or known
    if not known:
        raise NobodyHasRole(name=words.strip(), role=role_name(role))
    if len(known) > 1:
        raise NameMeansSeveral(name=name, people=[told_apart(one) for one in known])
    return await people.get(tx, known[0].person_id)


async def _others_listen(tx: Tx, person: Person) -> bool:
    others = [one for one in await people.with_role(tx, Role.OFFICE) if one != person.id]
    return any([await people.address(tx, one) for one in others])
