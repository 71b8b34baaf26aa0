"""Invitations for every member who has not joined yet: as links, and as slips to print, each with a QR code."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from domain.people import Person, Role
from domain.refusals import Refusal
from services.invitations import CODE_BYTES, hashed
from services.outbox import Paper
from storage import audit, invitations, people, roster
from storage.db import Tx

PAPER = "invitation-slips"
ALL = "全部"


class NobodyToInvite(Refusal):
    """Every member of it has joined, or there is no such unit. Argument: ``unit``, "" for all."""

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
    by_id, until = by.id if by else None, tx.now + timedelta(days=valid_days)
    slips = []
    for member in serving:
        code = secrets.token_urlsafe(CODE_BYTES)
        await invitations.lapse(tx, member.person_id, Role.MEMBER)
        await invitations.add(tx, hashed(code), Role.MEMBER, member.person_id, by_id, until)
        slips.append(Slip(member.name, member.sector, member.unit, code))
    await audit.add(tx, by_id, "invited-members", count=len(slips))
    return slips


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
