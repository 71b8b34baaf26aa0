"""Appraisal as people may see it: whose points, a member's table, and what a line of it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.appraisal import Evidence, Line, Rule, Table
from domain.objections import Objection
from domain.people import Member, Person, Role
from domain.refusals import Refusal
from domain.settings import Appraisal as Settings
from domain.totals import Figures, MemberFigures
from services import merits
from services.merits import Standing
from services.rounds import Rules
from services.totals import Scope
from storage import appraisals, people, units
from storage.appraisals import Appraisal, Appraised
from storage.db import Tx


class AppraisalIsNotYours(Refusal):
    """Another member's, or that of somebody who did not serve then."""

    text = "appraisal-is-not-yours"


class AppraisalLineUnknown(Refusal):
    """The table of that year has no such line."""

    text = "appraisal-line-unknown"


@dataclass(frozen=True)
class Bench:
    """By which rules a committee appraises."""

    rules: Rules
    settings: Settings

    def table(self, year: int) -> Table:
        return merits.table_of(self.rules.scheme, year, self.settings)

    def today(self, tx: Tx) -> date:
        return tx.now.astimezone(self.rules.zone).date()


@dataclass(frozen=True)
class Sheet:
    """A member's points of a year: as they are counted now, or as they were made known (``published``) and objections
    changed them since."""

    year: int
    on: date
    table: Table
    standing: Standing
    published: Appraisal | None = None
    appraised_id: int | None = None
    kept: Mapping[str, Sequence[Evidence]] = field(default_factory=dict)
    """Name of a line → what it counted when it was made known."""
    objections: Mapping[str, Objection] = field(default_factory=dict)
    """Name of a line → what was said of it."""

    def line(self, name: str) -> Line:
        """Raises: AppraisalLineUnknown."""
        found = next((line for line in self.standing.lines if line.rule.name == name), None)
        if found is None:
            raise AppraisalLineUnknown
        return found

    def is_open(self, today: date) -> bool:
        """May its member still object?"""
        known = self.published
        return known is not None and known.closed_at is None and today <= known.until_on


@dataclass(frozen=True)
class Opened:
    """A line and what it counts. May who looks read contacts' names (``names_people``), and what was said in an
    objection (``tells_words``)?"""

    sheet: Sheet
    line: Line
    evidence: Sequence[Evidence]
    names_people: bool
    tells_words: bool

    @property
    def objection(self) -> Objection | None:
        return self.sheet.objections.get(self.line.rule.name)


async def scope_of(tx: Tx, person: Person) -> Scope | None:
    """Whose points someone sees beside their own: the office and leaders all, people of a unit their members'."""
    if person.roles & {Role.OFFICE, Role.LEADER}:
        return Scope()
    if Role.STAFF not in person.roles:
        return None
    own = tuple(unit.id for unit in await units.of_person(tx, person.id) if not unit.is_department)
    return Scope(unit_ids=own) if own else None


async def year_of_interest(tx: Tx, today: date) -> int:
    """The year to whose points may be objected now, or else this one."""
    return next(iter(await appraisals.open_years(tx, today)), today.year)


async def check_may_see(tx: Tx, member_id: int, viewer: Person, own: Member | None) -> None:
    """Raises: AppraisalIsNotYours."""
    if own is not None and own.id == member_id:
        return
    scope = await scope_of(tx, viewer)
    if scope is None or not (scope.unit_ids is None or await people.unit_id_of(tx, member_id) in scope.unit_ids):
        raise AppraisalIsNotYours


async def sheet(tx: Tx, bench: Bench, year: int, member_id: int) -> Sheet:
    """A member's points: as they were made known, or else as they are counted now.

    Raises:
        AppraisalIsNotYours: there is no such member, or they did not serve then.
    """
    published = await appraisals.of_year(tx, year)
    if published is not None:
        row = await appraisals.member(tx, published.id, member_id)
        if row is None:
            raise AppraisalIsNotYours
        return await kept_sheet(tx, published, row)
    table = bench.table(year)
    found = await merits.of_members(tx, bench.rules, table, year, Scope(member_id=member_id))
    if not found:
        raise AppraisalIsNotYours
    return Sheet(year, min(bench.today(tx), bench.rules.scheme.ends(year)), table, found[0])


async def kept_sheet(tx: Tx, published: Appraisal, row: Appraised) -> Sheet:
    """A member's points as they were made known, with what objections changed."""
    said = {one.line: one for one in await appraisals.objections_of(tx, [row.id])}
    table = Table.model_validate(published.table)
    standing = kept_standing(row, table, said)
    lines = row.lines or {}
    kept = {name: [_evidence(*each) for each in line["evidence"]] for name, line in lines.items()}
    return Sheet(published.year, published.counted_on, table, standing, published, row.id, kept, said)


def kept_standing(row: Appraised, table: Table, said: Mapping[str, Objection]) -> Standing:
    """``said``: the member's objections by line."""
    lines = row.lines or {}
    found = [_line(rule, lines[rule.name], said.get(rule.name)) for rule in table.points if rule.name in lines]
    figures = Figures(members=1, done=row.done, owed=row.owed)
    member = MemberFigures(row.member_id, row.person_id, row.name, row.sector, row.unit, figures, {})
    return Standing(member, tuple(found))


def _line(rule: Rule, kept: Mapping[str, Any], objection: Objection | None) -> Line:
    decided = objection.points if objection else None
    return Line(rule, kept["count"], appraisals.from_tenths(kept["tenths"]) if decided is None else decided)


def _evidence(number: int, day: str, kind: str) -> Evidence:
    return Evidence(number, date.fromisoformat(day), kind)


async def opened(tx: Tx, bench: Bench, shown: Sheet, name: str, viewer: Person) -> Opened:
    """What a line counts.

    Raises:
        AppraisalLineUnknown
    """
    line, member = shown.line(name), shown.standing.member
    is_close = viewer.id == member.person_id or Role.OFFICE in viewer.roles
    may_read = {"names_people": is_close or Role.STAFF in viewer.roles, "tells_words": is_close}
    if shown.published is not None:
        return Opened(shown, line, shown.kept.get(name, ()), **may_read)
    found = await merits.evidence(tx, bench.rules, line.rule, shown.year, Scope(member_id=member.member_id))
    return Opened(shown, line, found.get(member.member_id, ()), **may_read)
