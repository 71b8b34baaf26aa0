"""Take the committee's list of units and their people over from the office's spreadsheet: all of it, or nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from domain.lists import RowFault, RowLeftInTheFuture, RowLeftUnknown, by_row, recognise
from domain.people import DEPARTMENT, Person, Role
from domain.roster import Known
from domain.unit_lists import Entry, changes, kind_of, read
from services.members_import import ImportRefused
from storage import audit, people, roster, units
from storage.db import Tx


@dataclass(frozen=True)
class Imported:
    """How many of the list's rows; ``units``: how many units are new."""

    added: int
    updated: int
    unchanged: int
    left: int
    units: int


@dataclass(frozen=True)
class Step:
    """One row: whom it means (None: somebody new), the unit's kind, and what of them would be another.

    ``posts``: the units they belong to now, and as what.
    """

    entry: Entry = field(repr=False)
    known: Known | None = field(repr=False)
    kind: str
    changed: tuple[str, ...] = ()
    posts: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def outcome(self) -> str:
        if self.known is None:
            return "added"
        if "left_on" in self.changed:
            return "left"
        return "updated" if self.changed else "unchanged"


@dataclass(frozen=True)
class Draft:
    """What taking a list over would do. ``new_units``: their names, in the list's order."""

    steps: tuple[Step, ...]
    new_units: tuple[str, ...]

    @property
    def result(self) -> Imported:
        done = Counter(step.outcome for step in self.steps)
        return Imported(done["added"], done["updated"], done["unchanged"], done["left"], len(self.new_units))


async def draft(tx: Tx, sheets: Sequence[Sequence[Sequence[str]]], today: date) -> Draft:
    """What the list says, compared with what is known; nothing is changed. ``today``: in the committee's time zone.

    Raises:
        HeadingsMissing, SheetsSeveral, NobodyListed: there is no list in it, or more than one.
        ImportRefused: some rows can't be taken.
    """
    entries, faults = read(sheets)
    kinds = {entry.unit: entry.kind for entry in reversed(entries) if entry.kind}
    namesakes = Counter(name for name, _ in {(entry.name, entry.phone) for entry in entries})
    steps: list[Step] = []
    new_units: dict[str, None] = {}
    for entry in entries:
        unit = await units.named(tx, entry.unit)
        try:
            kind = kind_of(replace(entry, kind=kinds.get(entry.unit)), unit.kind if unit else None)
            steps.append(await _step(tx, entry, kind, namesakes[entry.name], today))
        except RowFault as fault:
            faults.append(fault)
        if unit is None:
            new_units[entry.unit] = None
    if faults:
        raise ImportRefused(by_row(faults))
    return Draft(tuple(steps), tuple(new_units))


async def _step(tx: Tx, entry: Entry, kind: str, namesakes: int, today: date) -> Step:
    """Raises: RowMeansSeveral, RowLeftInTheFuture, RowLeftUnknown."""
    known = recognise(entry, await roster.known(tx, entry.name), namesakes)
    posts = {one["unit"]: one["post"] for one in await units.belonging(tx, known.person_id)} if known else {}
    if entry.left_on is not None:
        if entry.left_on > today:
            raise RowLeftInTheFuture(row=str(entry.row), name=entry.name)
        if entry.unit not in posts:
            raise RowLeftUnknown(row=str(entry.row), name=entry.name)
    return Step(entry, known, kind, tuple(changes(entry, known.phone, posts)) if known else (), posts)


async def take_over(
    tx: Tx, sheets: Sequence[Sequence[Sequence[str]]], *, language: str, today: date, by: Person | None = None
) -> Imported:
    """Add units and people that are new and update those known. An empty cell changes nothing of what is known.

    Who is not in the file stays: somebody leaves a unit by a day in their row, not by a missing one.

    Raises:
        HeadingsMissing, SheetsSeveral, NobodyListed, ImportRefused: the transaction must not be committed.
    """
    await tx.hold(roster.ROSTER)
    planned = await draft(tx, sheets, today)
    new: dict[tuple[str, str], int] = {}
    for step in planned.steps:
        key = (step.entry.name, step.entry.phone)
        person_id = step.known.person_id if step.known else new.get(key)
        if person_id is None:
            person_id = new[key] = await people.add(tx, step.entry.name, language)
        await _take(tx, step, person_id)
    await audit.add(tx, by.id if by else None, "imported-units", **vars(planned.result))
    return planned.result


async def _take(tx: Tx, step: Step, person_id: int) -> None:
    entry = step.entry
    unit = await units.add(tx, entry.unit, step.kind)
    if unit.kind != step.kind:
        await units.set_kind(tx, unit.id, step.kind)
    if entry.left_on is not None:
        await units.leave(tx, person_id, unit.id)
        await _leave_role(tx, person_id, is_department=unit.is_department)
        return
    if entry.phone and (step.known is None or step.known.phone != entry.phone):
        await roster.set_phone(tx, person_id, entry.phone)
    await people.grant(tx, person_id, Role.DEPARTMENT if step.kind == DEPARTMENT else Role.STAFF)
    await units.join(tx, person_id, unit.id)
    if entry.post:
        await units.set_post(tx, person_id, unit.id, entry.post)


async def _leave_role(tx: Tx, person_id: int, *, is_department: bool) -> None:
    """Who belongs to no further unit of this sort may do no more what its people do."""
    still = [one for one in await units.belonging(tx, person_id) if (one["kind"] == DEPARTMENT) is is_department]
    if not still:
        await people.revoke(tx, person_id, Role.DEPARTMENT if is_department else Role.STAFF)
