"""Take the committee's list of members over from the office's spreadsheet: all of it, or nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from domain.lists import RowFault, RowLeftInTheFuture, RowLeftUnknown, by_row, recognise
from domain.people import Person, Role, Standing
from domain.refusals import Refusal
from domain.roster import Entry, Known, began_in, changes, read
from storage import audit, people, roster, sessions
from storage.db import Tx


class ImportRefused(Exception):
    """The file has mistakes, so nothing of it was taken. ``faults``: each with its row, in the file's order."""

    def __init__(self, faults: Sequence[Refusal]) -> None:
        super().__init__(f"{len(faults)} rows")
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Imported:
    """How many members. ``elsewhere``: those who serve and are not in the file; nothing was changed with them."""

    added: int
    updated: int
    unchanged: int
    elsewhere: int
    left: int = 0


@dataclass(frozen=True)
class Step:
    """One row: whom it means (None: somebody new), and what of them would be another."""

    entry: Entry = field(repr=False)
    known: Known | None = field(repr=False)
    changed: tuple[str, ...] = ()

    @property
    def outcome(self) -> str:
        if self.known is None or self.known.member_id is None:
            return "added"
        if "left_on" in self.changed:
            return "left"
        return "updated" if self.changed else "unchanged"


@dataclass(frozen=True)
class Draft:
    """What taking a list over would do."""

    steps: tuple[Step, ...]
    serving: int
    """Members in office before it."""

    @property
    def result(self) -> Imported:
        done = Counter(step.outcome for step in self.steps)
        named = sum(step.known is not None and _serves(step.known) for step in self.steps)
        return Imported(done["added"], done["updated"], done["unchanged"], self.serving - named, done["left"])


async def draft(tx: Tx, sheets: Sequence[Sequence[Sequence[str]]], today: date | None = None) -> Draft:
    """What the list says, compared with what is known; nothing is changed. ``today``: in the committee's time zone.

    Raises:
        HeadingsMissing, SheetsSeveral, NobodyListed: there is no list in it, or more than one.
        ImportRefused: some rows can't be taken.
    """
    entries, faults = read(sheets)
    steps = await _steps(tx, entries, faults, today or tx.now.date())
    if faults:
        raise ImportRefused(by_row(faults))
    return Draft(tuple(steps), await roster.count(tx))


async def take_over(
    tx: Tx,
    sheets: Sequence[Sequence[Sequence[str]]],
    *,
    language: str,
    by: Person | None = None,
    today: date | None = None,
) -> Imported:
    """Add who is new and update who is known. An empty cell changes nothing of what is known.

    Who is not in the file stays as they are: a member leaves by a day in their row, not by a missing one.

    Raises:
        HeadingsMissing, SheetsSeveral, NobodyListed, ImportRefused: the transaction must not be committed.
    """
    await tx.hold(roster.ROSTER)
    planned = await draft(tx, sheets, today)
    for step in planned.steps:
        await _take(tx, step, language)
    await audit.add(tx, by.id if by else None, "imported-members", **vars(planned.result))
    return planned.result


async def _steps(tx: Tx, entries: Sequence[Entry], faults: list[RowFault], today: date) -> list[Step]:
    """Each entry with whom it is and what changes; rows that can't be taken go to ``faults``."""
    namesakes, in_order = Counter(entry.name for entry in entries), await sessions.all_known(tx)
    steps: list[Step] = []
    for read_ in entries:
        try:
            known = recognise(read_, await roster.known(tx, read_.name), namesakes[read_.name])
            _check_leaving(read_, known, today)
            entry = replace(read_, began_on=began_in(read_, in_order, known.began_on if known else None))
            steps.append(Step(entry, known, tuple(changes(entry, known)) if known else ()))
        except RowFault as fault:
            faults.append(fault)
    return steps


def _check_leaving(entry: Entry, known: Known | None, today: date) -> None:
    if entry.left_on is None:
        return
    if entry.left_on > today:
        raise RowLeftInTheFuture(row=str(entry.row), name=entry.name)
    if known is None or known.member_id is None:
        raise RowLeftUnknown(row=str(entry.row), name=entry.name)


async def _take(tx: Tx, step: Step, language: str) -> None:
    entry, known = step.entry, step.known
    person_id = known.person_id if known else await people.add(tx, entry.name, language)
    if entry.phone and (known is None or known.phone != entry.phone):
        await roster.set_phone(tx, person_id, entry.phone)
    if entry.is_leader:
        await people.grant(tx, person_id, Role.LEADER)
    if known is None or known.member_id is None:
        await people.add_member(tx, person_id, **_wanted(entry, None), **_began(entry))
        return
    if step.changed:
        await people.update_member(tx, known.member_id, **_wanted(entry, known), began_on=entry.began_on)
    if entry.left_on is not None:
        await roster.leaves(tx, known.member_id, person_id, entry.left_on)
    elif "serves_again" in step.changed:
        await roster.serves_again(tx, known.member_id)
        await people.grant(tx, person_id, Role.MEMBER)


def _began(entry: Entry) -> dict[str, Any]:
    """Of a new member; whoever joined in mid-term began on that day."""
    began = entry.joined_on or entry.began_on
    return {"began_on": began} if began else {}


def _wanted(entry: Entry, before: Known | None) -> dict[str, Any]:
    """The membership as it shall be."""
    standing = entry.standing or (before.standing if before else Standing.REGULAR)
    ticked = entry.is_standing_committee
    return {
        "sector": entry.sector,
        "unit": entry.unit or (before.unit if before else ""),
        "standing": standing,
        "is_standing_committee": ticked if ticked is not None else before is not None and before.is_standing_committee,
        "joined_on": entry.joined_on or (before.joined_on if before else None),
    }


def _serves(known: Known) -> bool:
    return known.member_id is not None and known.left_on is None
