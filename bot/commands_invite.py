"""invite --all: links, or slips to print, for every member, or everyone of a unit, who has not joined."""

import asyncio
from datetime import timedelta
from pathlib import Path

from bot.config import Config
from bot.config_faults import ConfigFault
from bot.opening import NotReached, database, greet
from bot.terminal import CommandFault, Outcome
from domain.people import UNIT_ROLES, Role
from reports import papers
from services import bulk_invitations
from services.bulk_invitations import Slip
from storage.db import Tx
from texts import Text, Texts

PLACEHOLDER = "YOUR_BOT"
"""Stands in a link for the name that Telegram did not tell."""
ENDING = ".docx"


async def invite_all(settings: Config, role: Role, name: str, unit: str, file: Path | None) -> Outcome:
    """A link a line; with ``file`` a Word file of slips in their place.

    Raises:
        CommandFault, NobodyToInvite
        OSError: the file can't be written; then nobody is invited.
    """
    if role not in UNIT_ROLES | {Role.MEMBER} or name:
        raise CommandFault(Text("cli-all-is-for-many"))
    if file is not None and file.suffix.lower() != ENDING:
        raise CommandFault(Text("table-ending-unknown", file=str(file), endings=ENDING))
    days, zone = settings.invitations.valid_days, settings.committee.zone
    bot_name, note = await bot_name_of(settings)
    notes = [note] if note else []
    async with database(settings) as db, db.write() as tx:
        slips = await _slips(tx, role, days, unit)
        if file is not None:
            until = (tx.now + timedelta(days=days)).astimezone(zone).date()
            paper = bulk_invitations.paper(slips, settings.committee.name, bot_name, until)
            texts = Texts.load(zone)
            written = await asyncio.to_thread(papers.write, paper.name, settings.committee.language, paper.data, texts)
            await asyncio.to_thread(file.write_bytes, written)
            return Outcome([Text("cli-slips-written", count=len(slips), file=str(file))], notes)
    key = "cli-slip" if role is Role.MEMBER else "cli-slip-of-unit"
    lines = [
        Text(key, name=one.name, sector=one.sector or "–", unit=one.unit or "–", link=one.link(bot_name))
        for one in slips
    ]
    return Outcome(lines, notes)


async def _slips(tx: Tx, role: Role, days: int, unit: str) -> list[Slip]:
    """Raises: NobodyToInvite."""
    if role is Role.MEMBER:
        return await bulk_invitations.invite_all(tx, None, valid_days=days, unit=unit)
    return await bulk_invitations.invite_unit_people(tx, None, roles={role}, valid_days=days, unit=unit)


async def bot_name_of(settings: Config) -> tuple[str, Text | None]:
    """The bot's name; when Telegram can't tell, what to put the name in place of."""
    try:
        return (await greet(settings)).bot_name, None
    except ConfigFault as fault:
        return PLACEHOLDER, fault.faults[0]
    except NotReached as fault:
        return PLACEHOLDER, Text("cli-link-without-bot", why=str(fault), placeholder=PLACEHOLDER)
