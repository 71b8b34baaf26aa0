"""The list of units and their people as the office keeps it in a spreadsheet: work committees, special committees,
sector groups, departments.

No document has a form for it: the headings are the software's own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain import roster
from domain.lists import Cells, Part, RowFault, RowTwice, by_row, day, has, name, parsed, phone, rows_of
from domain.names import is_name
from domain.people import DEPARTMENT
from domain.schemes import UnitKind

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "unit": (
        *("单位", "单位名称", "所在单位", "所属单位", "政协工委", "工委", "专委会", "专门委员会", "界别组", "界别小组"),
        *("部门", "部门名称", "承办单位", "unit"),
    ),
    "name": ("姓名", "联系人", "人员", "name"),
    "kind": ("单位类别", "单位类型", "类别", "类型", "unitkind", "kindofunit"),
    "phone": roster.HEADINGS["phone"],
    "post": ("职务", "职位", "身份", "post"),
    "left_on": roster.HEADINGS["left_on"],
}

KINDS: Mapping[str, str] = {
    "政协工委": UnitKind.WORK_COMMITTEE,
    "工委": UnitKind.WORK_COMMITTEE,
    "专门委员会": UnitKind.SPECIAL_COMMITTEE,
    "专委会": UnitKind.SPECIAL_COMMITTEE,
    "界别组": UnitKind.SECTOR_GROUP,
    "界别小组": UnitKind.SECTOR_GROUP,
    "活动组": UnitKind.SECTOR_GROUP,
    "承办单位": DEPARTMENT,
    "部门": DEPARTMENT,
    "work committee": UnitKind.WORK_COMMITTEE,
    "special committee": UnitKind.SPECIAL_COMMITTEE,
    "sector group": UnitKind.SECTOR_GROUP,
    "department": DEPARTMENT,
}
"""What stands in the column of kinds, or ends a unit's name."""

CHOICES = "、".join(("政协工委", "专门委员会", "界别组", "承办单位"))

LONGEST_UNIT, LONGEST_POST = 40, 40
"""Characters."""


class RowUnitMissing(RowFault):
    text = "row-unit-missing"


class RowUnitIsNoName(RowFault):
    """Arguments: ``typed``, ``limit`` as text."""

    text = "row-unit-is-no-name"


class RowKindUnknown(RowFault):
    """Arguments: ``typed``, ``choices``."""

    text = "row-kind-unknown"


class RowKindMissing(RowFault):
    """A new unit whose name does not say what it is. Arguments: ``unit``, ``choices``."""

    text = "row-kind-missing"


class RowUnitOfTwoKinds(RowFault):
    """Arguments: ``unit``, ``other`` row."""

    text = "row-unit-of-two-kinds"


class RowUnitIsOtherKind(RowFault):
    """A department can't become a part of the committee, nor the other way: letters lie with it. Argument: ``unit``."""

    text = "row-unit-is-other-kind"


class RowPostTooLong(RowFault):
    """Argument: ``limit``, as text."""

    text = "row-post-too-long"


class RowInTwoUnits(RowFault):
    """One name in two units, and no phones that say whether it is one person. Arguments: ``name``, ``unit``, ``other``
    row, ``other_unit``."""

    text = "row-in-two-units"


@dataclass(frozen=True)
class Entry:
    """One row: somebody of a unit. "" and None: not said, so what is known stays."""

    row: int
    unit: str
    name: str = field(repr=False)
    kind: str | None = None
    phone: str = field(default="", repr=False)
    post: str = field(default="", repr=False)
    left_on: date | None = None
    """They belong to the unit no more."""


def is_one(sheets: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Is it a list of units' people, and not one of members (which names sectors)?"""
    return has(sheets, HEADINGS, "unit", "name") and not has(sheets, roster.HEADINGS, "name", "sector")


def read(sheets: Sequence[Sequence[Sequence[str]]]) -> tuple[list[Entry], list[RowFault]]:
    """The entries of the one sheet that has 单位 and 姓名, and all that is wrong in it.

    Raises:
        HeadingsMissing, SheetsSeveral, NobodyListed
    """
    entries: list[Entry] = []
    faults: list[RowFault] = []
    for number, cells in rows_of(sheets, HEADINGS, "unit", "name"):
        values, wrong = parsed(number, cells, _PARTS)
        faults += wrong
        entries += [] if wrong else [Entry(row=number, **values)]
    return entries, by_row([*faults, *_unclear(entries), *_of_two_kinds(entries)])


def _unit(cells: Cells) -> dict[str, Any]:
    said = "".join(cells["unit"].split())
    if not said:
        raise RowUnitMissing
    if not is_name(said) or len(said) > LONGEST_UNIT:
        raise RowUnitIsNoName(typed=said[:LONGEST_UNIT], limit=str(LONGEST_UNIT))
    return {"unit": said}


def _kind(cells: Cells) -> dict[str, Any]:
    typed = cells["kind"].casefold()
    if typed and typed not in KINDS:
        raise RowKindUnknown(typed=typed[:LONGEST_UNIT], choices=CHOICES)
    return {"kind": KINDS.get(typed)}


def _post(cells: Cells) -> dict[str, Any]:
    if len(cells["post"]) > LONGEST_POST:
        raise RowPostTooLong(limit=str(LONGEST_POST))
    return {"post": cells["post"]}


def _left(cells: Cells) -> dict[str, Any]:
    return {"left_on": day(cells, "left_on", HEADINGS["left_on"][0])}


_PARTS: tuple[Part, ...] = (_unit, _kind, name, phone, _post, _left)


def _unclear(entries: Iterable[Entry]) -> list[RowFault]:
    """Rows that repeat one above, or may be the same person in another unit."""
    faults: list[RowFault] = []
    above: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        fault = next(filter(None, (_clash(entry, other) for other in above[entry.name])), None)
        faults += [fault] if fault else []
        above[entry.name].append(entry)
    return faults


def _clash(entry: Entry, other: Entry) -> RowFault | None:
    has_both_phones = bool(entry.phone and other.phone)
    row, above = str(entry.row), str(other.row)
    if entry.unit == other.unit and not (has_both_phones and entry.phone != other.phone):
        return RowTwice(row=row, name=entry.name, other=above)
    if entry.unit != other.unit and not has_both_phones:
        return RowInTwoUnits(row=row, name=entry.name, unit=entry.unit, other=above, other_unit=other.unit)
    return None


def _of_two_kinds(entries: Iterable[Entry]) -> list[RowFault]:
    said: dict[str, Entry] = {}
    return [
        RowUnitOfTwoKinds(row=str(entry.row), unit=entry.unit, other=str(said[entry.unit].row))
        for entry in entries
        if entry.kind and entry.kind != said.setdefault(entry.unit, entry).kind
    ]


def kind_of_name(unit: str) -> str | None:
    """城北镇工委 → a work committee; None for a name that does not say."""
    return next((kind for ending, kind in KINDS.items() if unit.casefold().endswith(ending)), None)


def kind_of(entry: Entry, known: str | None) -> str:
    """What a unit is, by its row, by what is known of it, or by its name.

    Raises:
        RowKindMissing, RowUnitIsOtherKind
    """
    kind = entry.kind or known or kind_of_name(entry.unit)
    if kind is None:
        raise RowKindMissing(row=str(entry.row), unit=entry.unit, choices=CHOICES)
    if known is not None and (known == DEPARTMENT) is not (kind == DEPARTMENT):
        raise RowUnitIsOtherKind(row=str(entry.row), unit=entry.unit)
    return str(kind)


def changes(entry: Entry, known_phone: str, posts: Mapping[str, str]) -> list[str]:
    """What of somebody known would be another by this row. ``posts``: the units they belong to, and as what.

    ``joins``: they belong to a further unit; ``left_on``: they leave it.
    """
    if entry.left_on is not None:
        return ["left_on"]
    changed = {
        "phone": bool(entry.phone) and entry.phone != known_phone,
        "joins": entry.unit not in posts,
        "post": bool(entry.post) and entry.post != posts.get(entry.unit, ""),
    }
    return [what for what, is_changed in changed.items() if is_changed]
