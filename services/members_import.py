"""Take the committee's list of members over from the office's spreadsheet: all of it, or nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.people import Member, Person, Role, Standing
from domain.refusals import Refusal
from domain.roster import Entry, Known, RowFault, read, recognise
from storage import audit, people, roster
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


async def take_over(
    tx: Tx, sheets: Sequence[Sequence[Sequence[str]]], *, language: str, by: Person | None = None
) -> Imported:
    """Add who is new and update who is known. An empty cell changes nothing of what is known.

    Who is not in the file stays as they are: a member leaves by a decision, not by a missing row.

    Raises:
        HeadingsMissing, NobodyListed: there is no list in it.
        ImportRefused: some rows can't be taken; the transaction must not be committed.
    """
    entries, faults = read(sheets)
    pairs = await _recognised(tx, entries, faults)
    if faults:
        raise ImportRefused(sorted(faults, key=lambda fault: int(fault.args_of_text["row"])))
    done = Counter([await _take(tx, entry, known, language) for entry, known in pairs])
    result = Imported(done["added"], done["updated"], done["unchanged"], await roster.count(tx) - len(entries))
    await audit.add(tx, by.id if by else None, "imported-members", **vars(result))
    return result


async def _recognised(tx: Tx, entries: Sequence[Entry], faults: list[RowFault]) -> list[tuple[Entry, Known | None]]:
    """Each entry with whom it is; rows that may mean several go to ``faults``."""
    namesakes = Counter(entry.name for entry in entries)
    pairs: list[tuple[Entry, Known | None]] = []
    for entry in entries:
        try:
            known = await roster.known(tx, entry.name)
            pairs.append((entry, recognise(entry, known, namesakes[entry.name])))
        except RowFault as fault:
            faults.append(fault)
    return pairs


async def _take(tx: Tx, entry: Entry, known: Known | None, language: str) -> str:
    """Write one entry: added, updated or unchanged."""
    person_id = known.person_id if known else await people.add(tx, entry.name, language)
    phone_is_new = bool(entry.phone) and (known is None or known.phone != entry.phone)
    if phone_is_new:
        await roster.set_phone(tx, person_id, entry.phone)
    made_leader = entry.is_leader and await _make_leader(tx, person_id)
    before = await people.member_of(tx, person_id)
    if before is None:
        await people.add_member(tx, person_id, **_wanted(entry, None))
        return "added"
    changed = await _update(tx, entry, before)
    return "updated" if changed or phone_is_new or made_leader else "unchanged"


async def _make_leader(tx: Tx, person_id: int) -> bool:
    if Role.LEADER in (await people.get(tx, person_id)).roles:
        return False
    await people.grant(tx, person_id, Role.LEADER)
    return True


async def _update(tx: Tx, entry: Entry, before: Member) -> bool:
    wanted = _wanted(entry, before)
    changed = any(getattr(before, column) != value for column, value in wanted.items())
    if changed:
        await people.update_member(tx, before.id, **wanted)
    if before.left_on is not None:
        await roster.serves_again(tx, before.id)
    return changed or before.left_on is not None


def _wanted(entry: Entry, before: Member | None) -> dict[str, Any]:
    """The membership as it shall be."""
    standing = entry.standing or (before.standing if before else Standing.REGULAR)
    ticked = entry.is_standing_committee
    return {
        "sector": entry.sector,
        "unit": entry.unit or (before.unit if before else ""),
        "standing": standing,
        "is_standing_committee": ticked if ticked is not None else before is not None and before.is_standing_committee,
    }
