"""invite, import, export: people and tables in and out of the database."""

from pathlib import Path

from bot import commands_forms, commands_invite
from bot.commands_invite import bot_name_of
from bot.config import load
from bot.opening import database
from bot.options import All, ConfigFile, From
from bot.terminal import CommandFault, Outcome, day_of
from domain.people import UNIT_ROLES, Role
from domain.terms import Session
from reports import sheets
from services import export as tables
from services import invitations, rights, sessions, units_import
from services.export import Subject
from services.members_import import ImportRefused, take_over
from texts import Text, Texts

FORM = "form"


# --- invite -----------------------------------------------------------------------------------------------------------


async def invite(
    role: str,
    /,
    *,
    name: str = "",
    unit: str = "",
    everyone: All = False,
    file: Path | None = None,
    config: ConfigFile = Path("config.toml"),
) -> Outcome:
    """A one-time link for someone of this role; staff and department people belong to a unit."""
    if role not in tuple(Role):
        raise CommandFault(Text("cli-role-unknown", role=role, choices=", ".join(Role)))
    if file is not None and not everyone:
        raise CommandFault(Text("cli-file-is-for-all"))
    settings = load(config)
    if everyone:
        return await commands_invite.invite_all(settings, Role(role), name, unit, file)
    valid_days, language = settings.invitations.valid_days, settings.committee.language
    async with database(settings) as db, db.write() as tx:
        invited = await invitations.create(
            tx, Role(role), name, None, valid_days=valid_days, language=language, unit=unit
        )
    bot_name, note = await bot_name_of(settings)
    lacking = [Text("cli-invited-without-unit")] if Role(role) in UNIT_ROLES and not unit else []
    return Outcome([Text("cli-link", link=invited.link(bot_name))], [*([note] if note else []), *lacking])


async def revoke(role: str, /, *, name: str, config: ConfigFile = Path("config.toml")) -> Outcome:
    """Take a role away from who left: they may do nothing more of what it allows."""
    if role not in tuple(Role):
        raise CommandFault(Text("cli-role-unknown", role=role, choices=", ".join(Role)))
    settings = load(config)
    async with database(settings) as db, db.write() as tx:
        person = await rights.revoke(tx, Role(role), name)
    return Outcome([Text("cli-revoked", name=person.name, role=invitations.role_name(Role(role)))])


# --- import and export ------------------------------------------------------------------------------------------------


async def import_members(file: Path, /, *, config: ConfigFile = Path("config.toml")) -> Outcome:
    """The committee's list of members: all of it, or nothing."""
    settings = load(config)
    rows = await sheets.read(file)
    try:
        async with database(settings) as db, db.write() as tx:
            today = tx.now.astimezone(settings.committee.zone).date()
            done = await take_over(tx, rows, language=settings.committee.language, today=today)
    except ImportRefused as refusal:
        return _refused(refusal)
    return Outcome([Text("cli-imported", **vars(done))])


async def import_units(file: Path, /, *, config: ConfigFile = Path("config.toml")) -> Outcome:
    """The committee's units and their people: all of the list, or nothing."""
    settings = load(config)
    rows = await sheets.read(file)
    try:
        async with database(settings) as db, db.write() as tx:
            today = tx.now.astimezone(settings.committee.zone).date()
            done = await units_import.take_over(tx, rows, language=settings.committee.language, today=today)
    except ImportRefused as refusal:
        return _refused(refusal)
    return Outcome([Text("cli-imported-units", **vars(done))])


def _refused(refusal: ImportRefused) -> Outcome:
    faults = [Text(fault.text, **fault.args_of_text) for fault in refusal.faults]
    return Outcome(notes=[*faults, Text("cli-import-refused", count=len(faults))], code=1)


async def session(term: int, number: int, /, *, begins_on: From, config: ConfigFile = Path("config.toml")) -> Outcome:
    """The session of a term that begins on a day: 第十五届三次会议."""
    settings, begins = load(config), day_of(begins_on)
    if term < 1 or number < 1:
        raise CommandFault(Text("cli-session-numbers"))
    async with database(settings) as db, db.write() as tx:
        await sessions.record(tx, Session(term, number, begins))
    return Outcome([Text("cli-session-recorded", term=str(term), number=str(number), day=begins)])


async def export(
    subject: str, file: Path, /, *, unit: str = "", member: str = "", config: ConfigFile = Path("config.toml")
) -> Outcome:
    """Everything of a subject as a table, in the committee's language and time zone; ``form`` as a Word file."""
    if subject == FORM:
        return await commands_forms.export(file, unit, member, load(config))
    if unit or member:
        raise CommandFault(Text("cli-choice-is-for-forms"))
    if subject not in tuple(Subject):
        raise CommandFault(Text("cli-subject-unknown", subject=subject, choices=", ".join([*Subject, FORM])))
    settings = load(config)
    texts = Texts.load(settings.committee.zone)
    async with database(settings) as db:
        async with db.read() as tx:
            count = await tables.to_file(
                tx,
                Subject(subject),
                file,
                lambda text: texts.plain(settings.committee.language, text),
                settings.committee.zone,
            )
        async with db.write() as tx:
            await tables.note(tx, Subject(subject), count)
    return Outcome([Text("cli-exported", count=count, file=str(file))])
