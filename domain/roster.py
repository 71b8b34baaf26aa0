"""The list of members as the office keeps it in a spreadsheet: its columns, its rows, and who of them is known already.

The headings and their values are those of the committees' own forms. Source: J7, 登记表; its 注 1 names the standings.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.days import arabic
from domain.names import is_name
from domain.people import Standing
from domain.phones import normalised
from domain.refusals import Refusal
from domain.terms import Session, in_session

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("姓名", "委员姓名", "name"),
    "sector": ("界别", "所属界别", "参加界别", "sector"),
    "phone": ("手机", "手机号", "手机号码", "联系方式", "联系电话", "电话", "电话号码", "移动电话", "phone"),
    "unit": ("政协工委", "所属政协工委", "工委", "所属工委", "单位", "所属单位", "unit"),
    "standing": ("类别", "委员类别", "standing"),
    "standing_committee": ("常委", "是否常委", "standingcommittee"),
    "office": ("职务", "身份", "政协职务", "office"),
    "began_on": ("任职日期", "任职时间", "began"),
    "term": ("届", "任职届", "届别", "term"),
    "session": ("次", "任职次", "session"),
    "joined_on": ("届中加入日期", "届中加入", "增补日期", "届中增补日期", "joinedinmidterm"),
    "left_on": ("离任日期", "离任", "卸任日期", "left"),
}
"""Field → the headings that mean it."""

STANDINGS: Mapping[str, Standing] = {
    "委员": Standing.REGULAR,
    "政协委员": Standing.REGULAR,
    "特邀委员": Standing.SPECIAL,
    "省市委员": Standing.RESIDENT,
    "省、市委员": Standing.RESIDENT,
    "镇级特邀委员": Standing.TOWNSHIP,
}

LEADERS = frozenset({"主席", "副主席", "秘书长", "主席会议成员"})
"""主席会议成员; 副秘书长 is none of them."""

_YES = frozenset({"是", "√", "✓", "✔", "1", "y", "yes", "常委"})
_NO = frozenset({"", "否", "×", "✗", "0", "n", "no", "无", "-", "—"})

LONGEST_NAME = 40
HEADINGS_WITHIN = 20
"""Rows from the top: titles and notes may stand above the headings."""


class RowFault(Refusal):
    """What is wrong in one row. Argument of all: ``row``, its number in the file, as text."""


class RowNameMissing(RowFault):
    text = "row-name-missing"


class RowNameTooLong(RowFault):
    """Argument: ``limit``, as text."""

    text = "row-name-too-long"


class RowSectorMissing(RowFault):
    text = "row-sector-missing"


class RowPhoneNotReadable(RowFault):
    """Argument: ``typed``."""

    text = "row-phone-not-readable"


class RowStandingUnknown(RowFault):
    """Arguments: ``typed``, ``choices``."""

    text = "row-standing-unknown"


class RowNeitherYesNorNo(RowFault):
    """Argument: ``typed``."""

    text = "row-neither-yes-nor-no"


class RowNameIsNoName(RowFault):
    """Argument: ``typed``."""

    text = "row-name-is-no-name"


class RowDayNotReadable(RowFault):
    """Arguments: ``typed``, ``column``."""

    text = "row-day-not-readable"


class RowSessionNotReadable(RowFault):
    """Argument: ``typed``."""

    text = "row-session-not-readable"


class RowSessionUnknown(RowFault):
    """Nobody has recorded when it began, and no day stands in the row. Arguments: ``term``, as text;
    ``session``, 0 for none."""

    text = "row-session-unknown"


class RowLeftTooEarly(RowFault):
    """Before joining."""

    text = "row-left-before-joining"


class RowLeftInTheFuture(RowFault):
    """Argument: ``name``."""

    text = "row-left-in-the-future"


class RowLeftUnknown(RowFault):
    """Who is no member can't leave. Argument: ``name``."""

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


class NobodyListed(Refusal):
    text = "sheet-lists-nobody"


@dataclass(frozen=True)
class Entry:
    """One row. "" and None: not said, so what is known stays."""

    row: int
    name: str = field(repr=False)
    sector: str
    phone: str = field(default="", repr=False)
    unit: str = ""
    standing: Standing | None = None
    is_standing_committee: bool | None = None
    is_leader: bool = False
    began_on: date | None = None
    term: int | None = None
    """届 in which they began; ``session`` (次) of it, the first one where none is named."""
    session: int | None = None
    joined_on: date | None = None
    left_on: date | None = None


@dataclass(frozen=True)
class Known:
    """Someone the committee knows already. ``member_id`` is None for who is no member (yet)."""

    person_id: int
    name: str = field(repr=False)
    phone: str = field(default="", repr=False)
    member_id: int | None = None
    sector: str = ""
    unit: str = ""
    standing: Standing = Standing.REGULAR
    is_standing_committee: bool = False
    is_leader: bool = False
    began_on: date | None = None
    left_on: date | None = None
    joined_on: date | None = None


# --- a sheet → entries ------------------------------------------------------------------------------------------------


def read(sheets: Sequence[Sequence[Sequence[str]]]) -> tuple[list[Entry], list[RowFault]]:
    """The entries of the first sheet that has the headings, and all that is wrong in it.

    Raises:
        HeadingsMissing: no sheet has both 姓名 and 界别.
        SheetsSeveral: more than one has them, and people below.
        NobodyListed: nothing stands below the headings.
    """
    rows, top, columns = _headings(sheets)
    entries: list[Entry] = []
    faults: list[RowFault] = []
    for number, cells in enumerate(rows[top + 1 :], start=top + 2):
        if any(cell.strip() for cell in cells):
            entry, wrong = _entry(number, _Cells(columns, cells))
            faults += wrong
            entries += [] if wrong else [entry]
    if not entries and not faults:
        raise NobodyListed
    return entries, sorted([*faults, *twice(entries)], key=lambda fault: int(fault.args_of_text["row"]))


def _headings(sheets: Sequence[Sequence[Sequence[str]]]) -> tuple[Sequence[Sequence[str]], int, dict[str, int]]:
    """The sheet, the row of its headings (from 0), and the column of each field."""
    seen: set[str] = set()
    found: list[tuple[int, int, dict[str, int]]] = []
    for place, rows in enumerate(sheets):
        for number, cells in enumerate(rows[:HEADINGS_WITHIN]):
            columns = _columns(cells)
            if {"name", "sector"} <= columns.keys():
                found.append((place, number, columns))
                break
            seen |= columns.keys()
    filled = [one for one in found if any(any(map(str.strip, cells)) for cells in sheets[one[0]][one[1] + 1 :])]
    if len(filled) > 1:
        raise SheetsSeveral(places="、".join(str(place + 1) for place, *_ in filled))
    if found:
        place, number, columns = (filled or found)[0]
        return sheets[place], number, columns
    lacking = [HEADINGS[wanted][0] for wanted in ("name", "sector") if wanted not in seen]
    raise HeadingsMissing(lacking="、".join(lacking or ["姓名", "界别"]))


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Field → column; the first of two that mean the same."""
    found: dict[str, int] = {}
    for column, cell in enumerate(cells):
        heading = re.sub(r"[(（].*|[\s*:：]", "", cell).casefold()
        for wanted, names in HEADINGS.items():
            if heading in names:
                found.setdefault(wanted, column)
    return found


@dataclass(frozen=True)
class _Cells:
    columns: Mapping[str, int]
    row: Sequence[str]

    def __getitem__(self, wanted: str) -> str:
        """What stands there; "" also where there is no such column."""
        column = self.columns.get(wanted)
        return self.row[column].strip() if column is not None and column < len(self.row) else ""

    def __contains__(self, wanted: str) -> bool:
        return wanted in self.columns


def _entry(number: int, cells: _Cells) -> tuple[Entry, list[RowFault]]:
    """The entry of a row, as far as it can be read, and what is wrong with it."""
    values: dict[str, Any] = {}
    faults: list[RowFault] = []
    for part in _PARTS:
        try:
            values |= part(cells)
        except RowFault as fault:
            faults.append(type(fault)(row=str(number), **fault.args_of_text))
    return Entry(**{"row": number, "name": "", "sector": "", **values}), faults


def _name(cells: _Cells) -> dict[str, Any]:
    name = " ".join(unicodedata.normalize("NFC", cells["name"]).split())
    # 王 芳: two-character names are often set wide.
    name = re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", name)
    if not name:
        raise RowNameMissing
    if len(name) > LONGEST_NAME:
        raise RowNameTooLong(limit=str(LONGEST_NAME))
    if not is_name(name):
        raise RowNameIsNoName(typed=name)
    return {"name": name}


def _sector(cells: _Cells) -> dict[str, Any]:
    if not cells["sector"]:
        raise RowSectorMissing
    return {"sector": cells["sector"]}


def _phone(cells: _Cells) -> dict[str, Any]:
    phone = normalised(cells["phone"]) if cells["phone"] else ""
    if phone is None:
        raise RowPhoneNotReadable(typed=cells["phone"])
    return {"phone": phone}


def _standing(cells: _Cells) -> dict[str, Any]:
    typed = cells["standing"]
    if typed and typed not in STANDINGS:
        raise RowStandingUnknown(typed=typed, choices="、".join(STANDINGS))
    return {"standing": STANDINGS.get(typed)}


def _offices(cells: _Cells) -> dict[str, Any]:
    """常委 has a column of its own or stands among the 职务; an empty tick in its column says no."""
    tick = cells["standing_committee"].casefold()
    offices = set(re.split(r"[、，,/;；\s]+", cells["office"]))
    if tick not in _YES | _NO:
        raise RowNeitherYesNorNo(typed=cells["standing_committee"])
    said = True if tick in _YES or "常委" in offices else False if "standing_committee" in cells else None
    return {"is_standing_committee": said, "is_leader": bool(offices & LEADERS)}


def _unit(cells: _Cells) -> dict[str, Any]:
    return {"unit": cells["unit"]}


def _term(cells: _Cells) -> dict[str, Any]:
    began, joined, left = (_day(cells, wanted) for wanted in ("began_on", "joined_on", "left_on"))
    if left and any(day and left < day for day in (began, joined)):
        raise RowLeftTooEarly
    return {"began_on": began, "joined_on": joined, "left_on": left}


def _session(cells: _Cells) -> dict[str, Any]:
    """15, 第十五届, 三次会议."""
    found: dict[str, Any] = {}
    for wanted in ("term", "session"):
        typed = cells[wanted]
        number = re.fullmatch(r"第?\s*([1-9]\d{0,2})\s*[届次]?(?:会议)?", arabic(typed))
        if typed and not number:
            raise RowSessionNotReadable(typed=typed[:40])
        found[wanted] = int(number[1]) if number else None
    return found


def _day(cells: _Cells, wanted: str) -> date | None:
    """2026-07-01, 2026年7月1日, 2026.7.1, 2026/7/1; a bare number could be anything."""
    typed = cells[wanted]
    if not typed:
        return None
    parts = re.fullmatch(r"(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})日?(?:[ T]00:00:00)?", typed)
    try:
        if parts:
            return date(*map(int, parts.groups()))
    except ValueError:
        pass
    raise RowDayNotReadable(typed=typed[:40], column=HEADINGS[wanted][0])


_PARTS: tuple[Callable[[_Cells], dict[str, Any]], ...] = (
    _name,
    _sector,
    _phone,
    _unit,
    _standing,
    _offices,
    _term,
    _session,
)


def began_in(entry: Entry, known: Sequence[Session], before: date | None = None) -> date | None:
    """The day on which the row says that they began: written there, or their session's first; None: it says nothing.

    ``before``: what is known of them. A session that held on that day says nothing new.

    Raises:
        RowSessionUnknown
    """
    if entry.began_on or entry.term is None:
        return entry.began_on
    meant = [one for one in known if one.term == entry.term and entry.session in (None, one.number)]
    if not meant:
        raise RowSessionUnknown(row=str(entry.row), term=str(entry.term), session=entry.session or 0)
    held = in_session(known, before) if before else None
    return None if held in meant else min(one.began_on for one in meant)


# --- who is who -------------------------------------------------------------------------------------------------------


def twice(entries: Iterable[Entry]) -> list[RowFault]:
    """Rows that repeat one above: of one name, and no phone says that they are two people."""
    faults: list[RowFault] = []
    above: dict[str, list[Entry]] = {}
    for entry in entries:
        for other in above.setdefault(entry.name, []):
            if not entry.phone or not other.phone or entry.phone == other.phone:
                faults.append(RowTwice(row=str(entry.row), name=entry.name, other=str(other.row)))
                break
        above[entry.name].append(entry)
    return faults


def changes(entry: Entry, known: Known) -> list[str]:
    """What of a known member would be another by this row, by the names of ``Entry``'s fields.

    ``left_on``: they leave; ``serves_again``: they had left and are on the list again.
    """
    said = {
        "phone": entry.phone,
        "sector": entry.sector,
        "unit": entry.unit,
        "standing": entry.standing,
        "is_standing_committee": entry.is_standing_committee,
        "is_leader": entry.is_leader or None,
        "began_on": entry.began_on,
        "joined_on": entry.joined_on,
        "left_on": entry.left_on,
    }
    changed = [name for name, value in said.items() if value not in ("", None) and value != getattr(known, name)]
    return [*changed, *(["serves_again"] if known.left_on and not entry.left_on else [])]


def recognise(entry: Entry, known: Sequence[Known], namesakes: int) -> Known | None:
    """Who of those ``known`` by the entry's name it is; None for somebody new.

    By name and phone, or by the name alone where it is unique both here and among the ``namesakes`` rows of the file.

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
