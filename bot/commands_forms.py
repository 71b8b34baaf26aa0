"""export form: registration forms as one Word file."""

import asyncio
from pathlib import Path

from bot.config import Config
from bot.opening import database, scheme_in_force
from bot.terminal import CommandFault, Outcome
from reports import papers
from services import export as tables
from services import forms
from texts import Text, Texts

ENDING = ".docx"


async def export(file: Path, unit: str, member: str, settings: Config) -> Outcome:
    """The forms of everyone, of one unit's members or of one member, as they are now, a page each.

    Raises:
        CommandFault: the file's ending, or both choices at once.
        NoFormInScheme, NobodyToPrint
        OSError: it can't be written.
    """
    if file.suffix.lower() != ENDING:
        raise CommandFault(Text("table-ending-unknown", file=str(file), endings=ENDING))
    if unit and member:
        raise CommandFault(Text("cli-unit-or-member"))
    async with database(settings) as db:
        async with db.read() as tx:
            desk = forms.Desk(await scheme_in_force(settings, tx), settings.committee)
            paper = await forms.sheets(tx, desk, unit=unit, member=member)
        written = papers.write(paper.name, settings.committee.language, paper.data, Texts.load(settings.committee.zone))
        await asyncio.to_thread(file.write_bytes, written)
        count = len(paper.data["forms"])
        async with db.write() as tx:
            await tables.note(tx, forms.PAPER, count)
    return Outcome([Text("cli-forms-exported", count=count, file=str(file))])
