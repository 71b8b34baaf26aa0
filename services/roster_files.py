"""A list that the office sends to the bot, of members or of units' people: what it would change is shown first, then
taken over or not."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from domain import roster, unit_lists
from domain.lists import HeadingsMissing, NobodyListed, Sheets, SheetsSeveral, has
from domain.people import Person
from domain.refusals import Refusal
from reports.sheets import ENDINGS, MOST_BYTES, SheetEndingUnknown, SheetTooLarge
from services import list_lines, members_import, units_import
from services.members_import import ImportRefused
from services.outbox import Button, tell
from storage import roster_files
from storage.db import Db, Tx
from storage.roster_files import RosterFile
from texts import Text

LONGEST_NAME = 60


class ListIsNeither(Refusal):
    """No sheet has the headings of a list of members, nor those of a list of units' people."""

    text = "roster-list-is-neither"


class ListIsDecided(Refusal):
    """Taken over, given up, or another list was sent after it."""

    text = "roster-list-is-decided"


@dataclass(frozen=True)
class Sent:
    """A document in the chat. ``size`` in bytes, None where Telegram does not tell."""

    file_id: str
    name: str = field(repr=False)
    size: int | None


async def receive(tx: Tx, by: Person, sent: Sent) -> str:
    """Keep it to be fetched and read; the name that it is called by. One sent before gives way.

    Raises:
        SheetEndingUnknown, SheetTooLarge
    """
    name = PurePath(sent.name).name[-LONGEST_NAME:] or "–"
    if PurePath(name).suffix.lower() not in ENDINGS:
        raise SheetEndingUnknown(file=name, endings=" ".join(ENDINGS))
    if sent.size is not None and sent.size > MOST_BYTES:
        raise SheetTooLarge(file=name, limit=str(MOST_BYTES // 1_000_000))
    await roster_files.give_up_shown(tx, by.id)
    await roster_files.add(tx, by.id, sent.file_id, name)
    return name


# --- what the edge found ----------------------------------------------------------------------------------------------


async def show(db: Db, file: RosterFile, sheets: Sheets, today: date) -> None:
    """Tell who sent it what it would change, with the button to take it over; or which rows are wrong."""
    async with db.write() as tx:
        try:
            text, is_new = await _preview(tx, file, sheets, today)
        except ImportRefused as refused:
            faults = [Text(fault.text, **fault.args_of_text) for fault in refused.faults]
            await _refuse(tx, file, faults)
        except (ListIsNeither, HeadingsMissing, NobodyListed, SheetsSeveral) as fault:
            await _refuse(tx, file, [Text(fault.text, **fault.args_of_text)])
        else:
            await _show(tx, file, sheets, text, is_new=is_new)


async def _preview(tx: Tx, file: RosterFile, sheets: Sheets, today: date) -> tuple[Text, bool]:
    """What taking it over would change, in words, and whether that is anything.

    Raises:
        ListIsNeither, HeadingsMissing, NobodyListed, SheetsSeveral, ImportRefused
    """
    if unit_lists.is_one(sheets):
        of_units = await units_import.draft(tx, sheets, today)
        return list_lines.of_units(file.file_name, of_units)
    if not has(sheets, roster.HEADINGS, "name", "sector"):
        raise ListIsNeither
    return list_lines.of_members(file.file_name, await members_import.draft(tx, sheets, today))


async def refuse(db: Db, file: RosterFile, why: Text) -> None:
    """It can't be read."""
    async with db.write() as tx:
        await _refuse(tx, file, [why])


async def _show(tx: Tx, file: RosterFile, sheets: Sheets, text: Text, *, is_new: bool) -> None:
    if not await roster_files.move(tx, file.id, "waiting", "shown", {"sheets": sheets}):
        return
    take = Button("roster-button-take", f"roster-take:{file.id}")
    give_up = Button("button-cancel", f"roster-give-up:{file.id}")
    await tell(tx, file.sent_by_id, text, buttons=[[take, give_up] if is_new else [give_up]])


async def _refuse(tx: Tx, file: RosterFile, faults: list[Text]) -> None:
    if await roster_files.move(tx, file.id, "waiting", "refused"):
        lines = list_lines.at_most(faults)
        text = Text("roster-refused", file=file.file_name, count=len(faults), lines=lines)
        await tell(tx, file.sent_by_id, text)


# --- decided ----------------------------------------------------------------------------------------------------------


async def take(tx: Tx, number: int, by: Person, language: str, today: date) -> Text:
    """Take the list over, as it was read; what was done, in words. What changed since it was shown is compared anew.

    Raises:
        ListIsDecided
        ImportRefused: rows that can't be taken any more.
    """
    file = await _shown(tx, number, by)
    sheets = file.content["sheets"]
    kind, key = (units_import, "unit-list-taken") if unit_lists.is_one(sheets) else (members_import, "roster-taken")
    done = await kind.take_over(tx, sheets, language=language, by=by, today=today)
    if not await roster_files.move(tx, file.id, "shown", "taken"):
        raise ListIsDecided
    return Text(key, file=file.file_name, **vars(done))


async def give_up(tx: Tx, number: int, by: Person) -> RosterFile:
    """Raises: ListIsDecided."""
    file = await _shown(tx, number, by)
    if not await roster_files.move(tx, file.id, "shown", "given_up"):
        raise ListIsDecided
    return file


async def _shown(tx: Tx, number: int, by: Person) -> RosterFile:
    file = await roster_files.get(tx, number)
    if file is None or file.sent_by_id != by.id or file.state != "shown":
        raise ListIsDecided
    return file
