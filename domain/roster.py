"""The list of members as the office keeps it in a spreadsheet: its columns, its rows, and who of them is known already.

The headings and their values are those of the committees' own forms. Source: J7, 登记表; its 注 1 names the standings.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.days import arabic
from domain.lists import Cells, Part, RowFault, by_row, closed_up, day, name, parsed, phone, rows_of, twice
from domain.people import Standing
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


class RowSectorMissing(RowFault):
    text = "row-sector-missing"


class RowStandingUnknown(RowFault):
    """Arguments: ``typed``, ``choices``."""

    text = "row-standing-unknown"


class RowNeitherYesNorNo(RowFault):
    """Argument: ``typed``."""

    text = "row-neither-yes-nor-no"


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
    """The entries of the one sheet that has 姓名 and 界别, and all that is wrong in it.

    Raises:
        HeadingsMissing, SheetsSeveral, NobodyListed
    """
    entries: list[Entry] = []
    faults: list[RowFault] = []
    for number, cells in rows_of(sheets, HEADINGS, "name", "sector"):
        values, wrong = parsed(number, cells, _PARTS)
        faults += wrong
        entries += [] if wrong else [Entry(row=number, **values)]
    return entries, by_row([*faults, *twice(entries)])


def _sector(cells: Cells) -> dict[str, Any]:
    if not cells["sector"]:
        raise RowSectorMissing
    return {"sector": closed_up(cells["sector"])}


def _standing(cells: Cells) -> dict[str, Any]:
    typed = cells["standing"]
    if typed and typed not in STANDINGS:
        raise RowStandingUnknown(typed=typed, choices="、".join(STANDINGS))
    return {"standing": STANDINGS.get(typed)}


def _offices(cells: Cells) -> dict[str, Any]:
    """常委 has a column of its own or stands among the 职务; an empty tick in its column says no."""
    tick = cells["standing_committee"].casefold()
    offices = set(re.split(r"[、，,/;；\s]+", cells["office"]))
    if tick not in _YES | _NO:
        raise RowNeitherYesNorNo(typed=cells["standing_committee"])
    said = True if tick in _YES or "常委" in offices else False if "standing_committee" in cells else None
    return {"is_standing_committee": said, "is_leader": bool(offices & LEADERS)}


def _unit(cells: Cells) -> dict[str, Any]:
    return {"unit": closed_up(cells["unit"])}


def _term(cells: Cells) -> dict[str, Any]:
    began, joined, left = (_day(cells, wanted) for wanted in ("began_on", "joined_on", "left_on"))
    if left and any(day and left < day for day in (began, joined)):
        raise RowLeftTooEarly
    return {"began_on": began, "joined_on": joined, "left_on": left}


def _session(cells: Cells) -> dict[str, Any]:
    """15, 第十五届, 三次会议."""
    found: dict[str, Any] = {}
    for wanted in ("term", "session"):
        typed = cells[wanted]
        number = re.fullmatch(r"第?\s*([1-9]\d{0,2})\s*[届次]?(?:会议)?", arabic(typed))
        if typed and not number:
            raise RowSessionNotReadable(typed=typed[:40])
        found[wanted] = int(number[1]) if number else None
    return found


def _day(cells: Cells, wanted: str) -> date | None:
    return day(cells, wanted, HEADINGS[wanted][0])


_PARTS: tuple[Part, ...] = (name, _sector, phone, _unit, _standing, _offices, _term, _session)


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


# --- what changes -----------------------------------------------------------------------------------------------------


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
