"""A year's appraisal for the office as a Word file and as tables, from the same points that the chat shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from domain.appraisal import Line, Table, shown
from domain.objections import Objection
from domain.settings import Committee
from domain.talks import ListKind, Pick
from services import appraisal_picks, merits
from services.appraisal import Bench, kept_standing
from services.appraisal_words import status
from services.merits import Standing
from services.pick_words import rule as pick_rule
from services.pick_words import state
from services.points_words import basis, of_each
from services.totals_words import percent, unit_name
from storage import appraisals
from storage.appraisals import Appraisal
from storage.db import Tx
from storage.totals import EVERYONE
from texts import Text

PAPER = "appraisal-paper"
Cells = list[Any]


@dataclass(frozen=True)
class Year:
    """Everything of a year that stands in its files. ``said``: member's id → what they objected to."""

    year: int
    status: Text
    table: Table
    standings: Sequence[Standing]
    said: Mapping[int, Sequence[Objection]]
    lists: Mapping[ListKind, appraisal_picks.PickList]


async def of_year(tx: Tx, bench: Bench, year: int) -> Year:
    """As it was made known, or else as it is counted now."""
    published = await appraisals.of_year(tx, year)
    if published is None:
        table = bench.table(year)
        on = min(bench.today(tx), bench.rules.scheme.ends(year))
        standings = await merits.of_members(tx, bench.rules, table, year)
        return Year(year, status(None, on), table, standings, {}, {})
    return await _kept(tx, published)


async def _kept(tx: Tx, published: Appraisal) -> Year:
    table = Table.model_validate(published.table)
    said: dict[int, list[Objection]] = {}
    for one in await appraisals.objections(tx, published.id):
        said.setdefault(one.appraised_id, []).append(one)
    rows = await appraisals.members(tx, published.id, EVERYONE, with_lines=True)
    standings = [kept_standing(row, table, {one.line: one for one in said.get(row.id, ())}) for row in rows]
    of_member = {row.member_id: said[row.id] for row in rows if row.id in said}
    lists = {}
    if published.closed_at is not None:
        lists = {kind: await appraisal_picks.of_year(tx, published.year, kind) for kind in ListKind}
    return Year(published.year, status(published, published.counted_on), table, standings, of_member, lists)


# --- the Word file ----------------------------------------------------------------------------------------------------


def paper(found: Year, bench: Bench, committee: Committee) -> dict[str, Any]:
    scheme = bench.rules.scheme
    without = Text("appraisal-list-without-points")
    return {
        "title": Text("appraisal-paper-title", year=str(found.year)),
        "whose": committee.name,
        "status": found.status,
        "basis": basis(found.table, scheme) if found.table.points else without,
        "members": [_member(place, one) for place, one in enumerate(found.standings, start=1)],
        "rules": [Text("appraisal-paper-rule", title=rule.title, each=of_each(rule)) for rule in found.table.points],
        "honours": _list(found, ListKind.HONOUR, bench),
        "talks": _list(found, ListKind.TALK, bench),
    }


def _member(place: int, one: Standing) -> dict[str, Any]:
    member = one.member
    return {
        "place": str(place),
        "name": member.name,
        "sector": member.sector,
        "unit": unit_name(member.unit),
        "points": shown(one.points),
        "percent": percent(member.figures),
    }


def _list(found: Year, kind: ListKind, bench: Bench) -> dict[str, Any] | None:
    listed = found.lists.get(kind)
    if listed is None:
        return None
    of = {one.member.member_id: one for one in found.standings}
    rows = [_member(0, of[pick.member_id]) | {"state": state(pick)} for pick in listed.picks if pick.member_id in of]
    return {"rule": pick_rule(listed, bench.rules.scheme), "rows": rows}


# --- the tables -------------------------------------------------------------------------------------------------------


def book(found: Year) -> dict[str, Any]:
    """A sheet of points with a column for each line's count and points, the objections, and the lists."""
    counts = [Text("appraisal-head-count", title=rule.title) for rule in found.table.points]
    points = [Text("appraisal-head-points", title=rule.title) for rule in found.table.points]
    lines = [head for pair in zip(counts, points, strict=True) for head in pair]
    whole = [_whole(place, one) for place, one in enumerate(found.standings, start=1)]
    sheets = [
        _sheet("points", ("place", "name", "sector", "unit", "total", "percent"), whole, lines),
        _sheet("rules", ("rule", "each"), [[rule.title, of_each(rule)] for rule in found.table.points]),
    ]
    if found.said:
        heads = ("name", "line", "objection", "verdict", "decided", "reason")
        sheets.append(_sheet("objections", heads, [row for one in found.standings for row in _objections(found, one)]))
    for kind, listed in found.lists.items():
        rows = [_pick(pick) for pick in listed.picks]
        sheets.append(_sheet(kind.value, ("name", "total", "done", "owed", "state"), rows))
    return {"sheets": sheets}


def _sheet(name: str, heads: Sequence[str], rows: list[Cells], more: Sequence[Text] = ()) -> dict[str, Any]:
    columns = [*(Text(f"appraisal-head-{head}") for head in heads), *more]
    return {"title": Text(f"appraisal-sheet-{name}"), "columns": columns, "rows": rows}


def _whole(place: int, one: Standing) -> Cells:
    member = one.member
    lines = [cell for line in one.lines for cell in (line.count, number(line.points))]
    who: Cells = [place, member.name, member.sector, unit_name(member.unit)]
    return [*who, number(one.points), member.figures.percent, *lines]


def number(points: Decimal) -> int | float:
    """As a spreadsheet reckons with it."""
    return int(points) if points == int(points) else float(points)


def _objections(found: Year, one: Standing) -> list[Cells]:
    lines: dict[str, Line] = {line.rule.name: line for line in one.lines}
    return [
        [
            one.member.name,
            lines[said.line].rule.title,
            said.words,
            Text(f"objection-state-{said.verdict.value if said.verdict else 'waits'}"),
            None if said.points is None else number(said.points),
            said.reason,
        ]
        for said in found.said.get(one.member.member_id, ())
    ]


def _pick(pick: Pick) -> Cells:
    points = number(appraisals.from_tenths(pick.tenths))
    return [pick.name, points, pick.done, pick.owed, state(pick)]
