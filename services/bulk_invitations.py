"""Invitations for every member, or everyone of a unit, who has not joined yet: as links, and as slips to print, each
with a QR code."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from domain.people import UNIT_ROLES, Person, Role
from domain.refusals import Refusal
from services.invitations import CODE_BYTES, hashed
from services.outbox import Paper
from storage import audit, invitations, people, roster, units
from storage.db import Tx

PAPER = "invitation-slips"
ALL = "全部"
UNIT_PEOPLE = "单位人员"


class NobodyToInvite(Refusal):
    """Everyone of it has joined, or there is no such unit. Argument: ``unit``, "" for all."""

    text = "invite-nobody-left"


@dataclass(frozen=True)
class Slip:
    """A fresh invitation. ``code`` is shown once and kept nowhere."""

    name: str = field(repr=False)
    sector: str
    unit: str
    code: str = field(repr=False)

    def link(self, bot_name: str) -> str:
        return f"https://t.me/{bot_name}?start=join_{self.code}"


async def invite_all(tx: Tx, by: Person | None, *, valid_days: int, unit: str = "") -> list[Slip]:
    """A slip for each member who has not joined (of one ``unit``), by sector and name; earlier slips of theirs end.

    Raises:
        NobodyToInvite
    """
    absent = await roster.not_joined(tx)
    serving = [one for one in await people.members(tx) if one.person_id in absent and unit in ("", one.unit)]
    if not serving:
        raise NobodyToInvite(unit=unit)
    slips = []
    for member in serving:
        code = await _invite(tx, by, Role.MEMBER, member.person_id, None, valid_days)
        slips.append(Slip(member.name, member.sector, member.unit, code))
    await audit.add(tx, by.id if by else None, "invited-members", count=len(slips))
    return slips


async def invite_unit_people(
    tx: Tx, by: Person | None, *, roles: Collection[Role] = UNIT_ROLES, valid_days: int, unit: str = ""
) -> list[Slip]:
    """A slip for each person of a unit (of one ``unit``) who has not joined, by unit; earlier slips of theirs end.

    ``roles``: of departments, of the other units, or of both. Who belongs to several units gets one slip.

    Raises:
        NobodyToInvite
    """
    slips: dict[int, Slip] = {}
    for role in sorted(roles, reverse=True):
        for one in await units.not_joined(tx, departments=role is Role.DEPARTMENT):
            if unit not in ("", one["unit"]) or one["person_id"] in slips:
                continue
            code = await _invite(tx, by, role, one["person_id"], one["unit_id"], valid_days)
            slips[one["person_id"]] = Slip(one["name"], "", f"{one['unit']} {one['post']}".strip(), code)
    if not slips:
        raise NobodyToInvite(unit=unit)
    await audit.add(tx, by.id if by else None, "invited-unit-people", count=len(slips))
    return list(slips.values())


async def _invite(tx: Tx, by: Person | None, role: Role, person_id: int, unit_id: int | None, valid_days: int) -> str:
    """A fresh code, in the place of those not used."""
    code = secrets.token_urlsafe(CODE_BYTES)
    await invitations.lapse(tx, person_id, role)
    until = tx.now + timedelta(days=valid_days)
    await invitations.add(tx, hashed(code), role, person_id, by.id if by else None, until, unit_id)
    return code


def paper(slips: Sequence[Slip], committee: str, bot_name: str, until: date) -> Paper:
    """The slips as a Word file, eight to a page."""
    data: dict[str, Any] = {
        "committee": committee,
        "until": until,
        "slips": [
            {"name": slip.name, "sector": slip.sector, "unit": slip.unit, "link": slip.link(bot_name)} for slip in slips
        ],
    }
    return Paper(PAPER, data, "邀请单.docx")
