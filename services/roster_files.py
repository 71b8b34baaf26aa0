"""A list of members that the office sends to the bot: what it would change is shown first, then taken over or not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Any

from domain.people import Person
from domain.refusals import Refusal
from domain.roster import HeadingsMissing, NobodyListed, SheetsSeveral
from reports.sheets import ENDINGS, MOST_BYTES, SheetEndingUnknown, SheetTooLarge
from services.members_import import Draft, Imported, ImportRefused, Step, draft, take_over
from services.outbox import Button, tell
from storage import roster_files
from storage.db import Db, Tx
from storage.roster_files import RosterFile
from texts import Text

MOST_LINES = 30
"""Rows that are named one by one in a message."""
LONGEST_NAME = 60

Sheets = Sequence[Sequence[Sequence[str]]]


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
            planned = await draft(tx, sheets, today)
        except ImportRefused as refused:
            faults = [Text(fault.text, **fault.args_of_text) for fault in refused.faults]
            await _refuse(tx, file, faults)
        except (HeadingsMissing, NobodyListed, SheetsSeveral) as fault:
            await _refuse(tx, file, [Text(fault.text, **fault.args_of_text)])
        else:
            await _show(tx, file, planned, sheets)


async def refuse(db: Db, file: RosterFile, why: Text) -> None:
    """It can't be read."""
    async with db.write() as tx:
        await _refuse(tx, file, [why])


async def _show(tx: Tx, file: RosterFile, planned: Draft, sheets: Sheets) -> None:
    if not await roster_files.move(tx, file.id, "waiting", "shown", {"sheets": sheets}):
        return
    changed = [step for step in planned.steps if step.outcome != "unchanged"]
    text = Text(
        "roster-preview",
        file=file.file_name,
        lines=_at_most([_line(step) for step in changed]) or [Text("roster-nothing-new")],
        **vars(planned.result),
    )
    take = Button("roster-button-take", f"roster-take:{file.id}")
    give_up = Button("button-cancel", f"roster-give-up:{file.id}")
    await tell(tx, file.sent_by_id, text, buttons=[[take, give_up] if changed else [give_up]])


async def _refuse(tx: Tx, file: RosterFile, faults: list[Text]) -> None:
    if await roster_files.move(tx, file.id, "waiting", "refused"):
        text = Text("roster-refused", file=file.file_name, count=len(faults), lines=_at_most(faults))
        await tell(tx, file.sent_by_id, text)


def _line(step: Step) -> Text:
    known, entry = step.known, step.entry
    changes: list[Text] = [_change(step, name) for name in step.changed if step.outcome == "updated"]
    return Text(
        f"roster-line-{step.outcome}",
        row=str(entry.row),
        name=entry.name,
        sector=entry.sector,
        unit=entry.unit or (known.unit if known else "") or "–",
        changes=changes,
        left=entry.left_on or "",
    )


def _change(step: Step, name: str) -> Text:
    """``界别：农业界 → 科技界``; the phone without its digits."""
    before: Any = getattr(step.known, name, None)
    after: Any = getattr(step.entry, name, None)
    if name in ("sector", "unit"):
        return Text("roster-change-from-to", what=Text(f"column-{name}"), before=before or "–", after=after)
    return Text(f"roster-change-{name.replace('_', '-')}")


def _at_most(lines: list[Text]) -> list[Text]:
    rest = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], *([Text("roster-more-lines", count=rest)] if rest > 0 else [])]


# --- decided ----------------------------------------------------------------------------------------------------------


async def take(tx: Tx, number: int, by: Person, language: str, today: date) -> tuple[RosterFile, Imported]:
    """Take the list over, as it was read. What changed since it was shown is compared anew.

    Raises:
        ListIsDecided
        ImportRefused: rows that can't be taken any more.
    """
    file = await _shown(tx, number, by)
    done = await take_over(tx, file.content["sheets"], language=language, by=by, today=today)
    if not await roster_files.move(tx, file.id, "shown", "taken"):
        raise ListIsDecided
    return file, done


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
