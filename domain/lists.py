"""Lists of people as an office keeps them in a spreadsheet: where the headings stand, what a cell says, who is who.

What ``domain.roster`` (members) and ``domain.unit_lists`` (the people of units) have in common.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from domain.names import is_name
from domain.phones import normalised
from domain.refusals import Refusal

Sheets = Sequence[Sequence[Sequence[str]]]
"""The sheets of a file: rows of cells."""

Headings = Mapping[str, tuple[str, ...]]
"""Field → the headings that mean it; the first is its own name."""

LONGEST_NAME = 40
HEADINGS_WITHIN = 20
"""Rows from the top: titles and notes may stand above the headings."""

_SUMS = r"(?:合计|总计|共计|小计|总人数|total(?![a-z]))"
_NOTES = r"(?:备注|附注|说明|注|填表|制表|填报|审核|制表日期|填表日期|日期)[^:：]{0,6}[:：]"
_NO_PERSON = re.compile(rf"{_SUMS}|{_NOTES}", re.IGNORECASE)
"""How a row begins that sums the list up, or stands below it as a note."""


class RowFault(Refusal):
    """What is wrong in one row. Argument of all: ``row``, its number in the file, as text."""


class RowNameMissing(RowFault):
    text = "row-name-missing"


class RowNameTooLong(RowFault):
    """Argument: ``limit``, as text."""

    text = "row-name-too-long"


class RowNameIsNoName(RowFault):
    """Argument: ``typed``."""

    text = "row-name-is-no-name"


class RowPhoneNotReadable(RowFault):
    """Argument: ``typed``."""

    text = "row-phone-not-readable"


class RowDayNotReadable(RowFault):
    """Arguments: ``typed``, ``column``."""

    text = "row-day-not-readable"


class RowLeftInTheFuture(RowFault):
    """Argument: ``name``."""

    text = "row-left-in-the-future"


class RowLeftUnknown(RowFault):
    """Who is not there can't leave. Argument: ``name``."""

    text = "row-left-unknown"


class RowTwice(RowFault):
    """The same person, or two of one name that no phone tells apart. Arguments: ``name``, ``other`` row."""

    text = "row-twice"


class RowMeansSeveral(RowFault):
    """Arguments: ``name``, ``count`` as text."""

    text = "row-means-several"


class HeadingsMissing(Refusal):
    """Argument: ``lacking``."""

    text = "sheet-headings-missing"


class SheetsSeveral(Refusal):
    """More than one sheet has the headings. Argument: ``places``, their numbers in the file."""

    text = "sheets-several"


class HeadingTwice(Refusal):
    """Two lists stand side by side, of which only one could be read. Argument: ``heading``."""

    text = "sheet-heading-twice"


class NobodyListed(Refusal):
    text = "sheet-lists-nobody"


# --- where things stand -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cells:
    """A row, by field."""

    columns: Mapping[str, int]
    row: Sequence[str]

    def __getitem__(self, wanted: str) -> str:
        """What stands there; "" also where there is no such column."""
        column = self.columns.get(wanted)
        return self.row[column].strip() if column is not None and column < len(self.row) else ""

    def __contains__(self, wanted: str) -> bool:
        return wanted in self.columns


def has(sheets: Sheets, headings: Headings, *needed: str) -> bool:
    """Does any sheet have all of these headings?"""
    return any(set(needed) <= _columns(cells, headings).keys() for rows in sheets for cells in rows[:HEADINGS_WITHIN])


def rows_of(sheets: Sheets, headings: Headings, *needed: str) -> list[tuple[int, Cells]]:
    """The filled rows below the headings of the one sheet that has the ``needed`` ones, each with its number.

    Left out are headings that stand on each page again, sums and notes. A second row of headings right below the first
    adds its columns.

    Raises:
        HeadingsMissing: no sheet has all that are needed.
        SheetsSeveral: more than one has them, and people below.
        HeadingTwice: a needed one stands twice in its row.
        NobodyListed: nothing stands below the headings.
    """
    rows, top, columns = _found(sheets, headings, needed)
    _check_once(rows[top], [headings[wanted] for wanted in needed])
    lower = Cells(columns, rows[top + 1] if top + 1 < len(rows) else ())
    if _are_headings(lower, headings, needed, or_nothing=True):
        top += 1
        columns = _columns(rows[top], headings) | columns
    below = [(number, Cells(columns, cells)) for number, cells in enumerate(rows[top + 1 :], start=top + 2)]
    people = [
        (number, cells)
        for number, cells in below
        if not _is_no_person(cells) and not _are_headings(cells, headings, needed, or_nothing=False)
    ]
    if not people:
        raise NobodyListed
    return people


def _check_once(cells: Sequence[str], names: Sequence[tuple[str, ...]]) -> None:
    said = [_heading(cell) for cell in cells]
    for heading in (name for each in names for name in each if said.count(name) > 1):
        raise HeadingTwice(heading=heading)


def _are_headings(cells: Cells, headings: Headings, needed: Sequence[str], *, or_nothing: bool) -> bool:
    """Do headings stand in all columns that are needed? ``or_nothing``: in the lower half of two-storeyed ones, whose
    upper half is merged over both."""
    told = [_heading(cells[wanted]) for wanted in needed]
    are_all = all(
        said in headings[wanted] or (or_nothing and not said) for said, wanted in zip(told, needed, strict=True)
    )
    return are_all and bool(_columns(cells.row, headings))


def _is_no_person(cells: Cells) -> bool:
    """An empty row, a sum, a note."""
    first = next((cell for cell in cells.row if cell.strip()), "")
    return not first or any(_NO_PERSON.match("".join(said.split())) for said in (first, cells["name"]))


def _found(
    sheets: Sheets, headings: Headings, needed: Sequence[str]
) -> tuple[Sequence[Sequence[str]], int, dict[str, int]]:
    """The sheet, the row of its headings (from 0), and the column of each field."""
    seen: set[str] = set()
    found: list[tuple[int, int, dict[str, int]]] = []
    for place, rows in enumerate(sheets):
        for number, cells in enumerate(rows[:HEADINGS_WITHIN]):
            columns = _columns(cells, headings)
            if set(needed) <= columns.keys():
                found.append((place, number, columns))
                break
            seen |= columns.keys()
    filled = [one for one in found if any(any(map(str.strip, cells)) for cells in sheets[one[0]][one[1] + 1 :])]
    if len(filled) > 1:
        raise SheetsSeveral(places="、".join(str(place + 1) for place, *_ in filled))
    if found:
        place, number, columns = (filled or found)[0]
        return sheets[place], number, columns
    lacking = [headings[wanted][0] for wanted in needed if wanted not in seen]
    raise HeadingsMissing(lacking="、".join(lacking or [headings[wanted][0] for wanted in needed]))


def _columns(cells: Sequence[str], headings: Headings) -> dict[str, int]:
    """Field → column; the first of two that mean the same."""
    found: dict[str, int] = {}
    for column, cell in enumerate(cells):
        heading = _heading(cell)
        for wanted, names in headings.items():
            if heading in names:
                found.setdefault(wanted, column)
    return found


def _heading(cell: str) -> str:
    return re.sub(r"[(（].*|[\s*:：]", "", cell).casefold()


Part = Callable[[Cells], dict[str, Any]]
"""What some cells of a row say, by field. Raises: RowFault, without its row."""


def parsed(number: int, cells: Cells, parts: Iterable[Part]) -> tuple[dict[str, Any], list[RowFault]]:
    """What a row says, as far as it can be read, and what is wrong with it."""
    values: dict[str, Any] = {}
    faults: list[RowFault] = []
    for part in parts:
        try:
            values |= part(cells)
        except RowFault as fault:
            faults.append(type(fault)(row=str(number), **fault.args_of_text))
    return values, faults


def by_row(faults: Iterable[RowFault]) -> list[RowFault]:
    return sorted(faults, key=lambda fault: int(fault.args_of_text["row"]))


# --- what a cell says -------------------------------------------------------------------------------------------------


def closed_up(text: str) -> str:
    """One blank for several, and none between Chinese characters: two-character words are often set wide (王　芳)."""
    return re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", " ".join(text.split()))


def name(cells: Cells) -> dict[str, Any]:
    """Raises: RowNameMissing, RowNameTooLong, RowNameIsNoName."""
    said = closed_up(unicodedata.normalize("NFC", cells["name"]))
    if not said:
        raise RowNameMissing
    if len(said) > LONGEST_NAME:
        raise RowNameTooLong(limit=str(LONGEST_NAME))
    if not is_name(said):
        raise RowNameIsNoName(typed=said)
    return {"name": said}


def phone(cells: Cells) -> dict[str, Any]:
    """Raises: RowPhoneNotReadable."""
    said = normalised(cells["phone"]) if cells["phone"] else ""
    if said is None:
        raise RowPhoneNotReadable(typed=" ".join(cells["phone"].split())[:40])
    return {"phone": said}


_DAY = re.compile(r"(\d{4}) *[-年./] *(\d{1,2}) *[-月./] *(\d{1,2}) *[日号]?(?:[ T]0?0:00(?::00)?)?")
_DIGITS_OF_A_DAY = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")


def day(cells: Cells, wanted: str, column: str) -> date | None:
    """2026-07-01, 2026年7月1日, 2026.7.1, 2026/7/1, 20260701; any other bare number could be anything.

    Raises:
        RowDayNotReadable: ``column`` is its heading.
    """
    typed = cells[wanted]
    if not typed:
        return None
    parts = _DAY.fullmatch(typed) or _DIGITS_OF_A_DAY.fullmatch(typed)
    try:
        if parts:
            return date(*map(int, parts.groups()))
    except ValueError:
        pass
    raise RowDayNotReadable(typed=typed[:40], column=column)


# --- who is who -------------------------------------------------------------------------------------------------------


class Listed(Protocol):
    """Somebody in a row."""

    @property
    def row(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def phone(self) -> str: ...


class Someone(Protocol):
    """Somebody known."""

    @property
    def phone(self) -> str: ...


Entry = TypeVar("Entry", bound=Listed)
Known = TypeVar("Known", bound=Someone)


def twice(entries: Iterable[Listed]) -> list[RowFault]:
    """Rows that repeat one above: of one name, and no phone says that they are two people."""
    faults: list[RowFault] = []
    above: defaultdict[str, list[Listed]] = defaultdict(list)
    for entry in entries:
        for other in above[entry.name]:
            if not entry.phone or not other.phone or entry.phone == other.phone:
                faults.append(RowTwice(row=str(entry.row), name=entry.name, other=str(other.row)))
                break
        above[entry.name].append(entry)
    return faults


def recognise(entry: Listed, known: Sequence[Known], namesakes: int) -> Known | None:
    """Who of those ``known`` by the entry's name it is; None for somebody new.

    By name and phone, or by the name alone where it is unique both here and among the ``namesakes`` of the file.

    Raises:
        RowMeansSeveral
    """
    same = [one for one in known if entry.phone and one.phone == entry.phone]
    if len(same) == 1:
        return same[0]
    if len(known) == 1 and namesakes == 1:
        return known[0]
    # With every phone known and none of them this one, it is a further person of that name.
    if not known or (namesakes > 1 and not same and all(one.phone for one in known)):
        return None
    raise RowMeansSeveral(row=str(entry.row), name=entry.name, count=str(len(known)))
