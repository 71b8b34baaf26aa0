"""Appraisal as people may see it: whose points, a member's table, and what a line of it rests on."""

from dataclasses import dataclass
from datetime import date

from domain.appraisal import Evidence, Line, Table
from domain.people import Member, Person, Role
from domain.refusals import Refusal
from domain.settings import Appraisal as Settings
from services import merits
from services.merits import Standing
from services.rounds import Rules
from services.totals import Scope
from storage import people, units
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
    """A member's points of a year, as they stand ``on`` a day."""

    year: int
    on: date
    table: Table
    standing: Standing

    def line(self, name: str) -> Line:
        """Raises: AppraisalLineUnknown."""
        found = next((line for line in self.standing.lines if line.rule.name == name), None)
        if found is None:
            raise AppraisalLineUnknown
        return found


@dataclass(frozen=True)
class Opened:
    """A line and what it counts. ``names_people``: may who looks read contacts' names?"""

    sheet: Sheet
    line: Line
    evidence: tuple[Evidence, ...]
    names_people: bool


async def scope_of(tx: Tx, person: Person) -> Scope | None:
    """Whose points someone sees beside their own: the office and leaders all, people of a unit their members'."""
    if person.roles & {Role.OFFICE, Role.LEADER}:
        return Scope()
    if Role.STAFF not in person.roles:
        return None
    own = tuple(unit.id for unit in await units.of_person(tx, person.id) if not unit.is_department)
    return Scope(unit_ids=own) if own else None


async def check_may_see(tx: Tx, member_id: int, viewer: Person, own: Member | None) -> None:
    """Raises: AppraisalIsNotYours."""
    if own is not None and own.id == member_id:
        return
    scope = await scope_of(tx, viewer)
    if scope is None or not (scope.unit_ids is None or await people.unit_id_of(tx, member_id) in scope.unit_ids):
        raise AppraisalIsNotYours


async def sheet(tx: Tx, bench: Bench, year: int, member_id: int) -> Sheet:
    """A member's points as they are counted now.

    Raises:
        AppraisalIsNotYours: there is no such member, or they did not serve then.
    """
    table = bench.table(year)
    found = await merits.of_members(tx, bench.rules, table, year, Scope(member_id=member_id))
    if not found:
        raise AppraisalIsNotYours
    return Sheet(year, min(bench.today(tx), bench.rules.scheme.ends(year)), table, found[0])


async def opened(tx: Tx, bench: Bench, shown: Sheet, name: str, viewer: Person) -> Opened:
    """What a line counts.

    Raises:
        AppraisalLineUnknown
    """
    line, member = shown.line(name), shown.standing.member
    found = await merits.evidence(tx, bench.rules, line.rule, shown.year, Scope(member_id=member.member_id))
    is_near = viewer.id == member.person_id or bool(viewer.roles & {Role.OFFICE, Role.STAFF})
    return Opened(shown, line, tuple(found.get(member.member_id, ())), is_near)
