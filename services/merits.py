"""Points and what they are given for, counted here once: shown in chat, in files, and kept when they are made known.

Whoever shows points takes them from ``of_members``; what a line's points open to, ``evidence``, is listed by the same
statement that counts it. Who the members are, and what they have done of what they owe, is ``services.totals``'s.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from domain.appraisal import Evidence, Line, Merit, Rule, Table
from domain.schemes import Scheme
from domain.settings import Appraisal as Settings
from domain.totals import MemberFigures, Period
from domain.workdays import Workdays
from services import schemes, totals
from services.rounds import Rules
from services.totals import EVERYONE, Scope
from storage import merits
from storage.db import Row, Tx
from storage.merits import Span, Whose

NOTHING = Table()


@dataclass(frozen=True)
class Standing:
    """A member's points of a year, line by line, beside what is counted of them elsewhere."""

    member: MemberFigures
    lines: tuple[Line, ...]

    @property
    def points(self) -> Decimal:
        return sum((line.points for line in self.lines), Decimal(0))


def table_of(scheme: Scheme, year: int, settings: Settings) -> Table:
    """What a year is appraised by. The example's points take the place of none, where the committee wants that."""
    table = scheme.of_year(year).appraisal or NOTHING
    if table.points or not settings.example_points:
        return table
    return table.model_copy(update={"points": _example().points, "source": None})


@lru_cache(maxsize=1)
def _example() -> Table:
    example = schemes.load("example").appraisal
    assert example is not None
    return example


async def of_members(tx: Tx, house: Rules, table: Table, year: int, scope: Scope = EVERYONE) -> list[Standing]:
    """Everyone who serves on the year's last day (or today), the most points first."""
    period = Period.of_year(year)
    members = await totals.of_members(tx, house, period, scope)
    counts = [await _counts(tx, house, rule, year, scope) for rule in table.points]
    standings = [_standing(member, table, counts) for member in members]
    return sorted(standings, key=lambda one: (-one.points, one.member.name, one.member.member_id))


def _standing(member: MemberFigures, table: Table, counts: list[Counter[int]]) -> Standing:
    of = member.member_id
    return Standing(member, tuple(Line.of(rule, count[of]) for rule, count in zip(table.points, counts, strict=True)))


async def evidence(tx: Tx, house: Rules, rule: Rule, year: int, scope: Whose) -> dict[int, list[Evidence]]:
    """Member's id → what a line of theirs counts, the oldest first."""
    found: dict[int, list[Evidence]] = {}
    for row in await _counting(tx, house, rule, year, scope):
        found.setdefault(row["member_id"], []).append(Evidence(row["id"], _day(row, house.zone), row["kind"]))
    return found


# --- counted ----------------------------------------------------------------------------------------------------------


async def _counts(tx: Tx, house: Rules, rule: Rule, year: int, scope: Scope) -> Counter[int]:
    """Counted by the database, but where workdays or a deadline say what counts."""
    if rule.within_workdays is None and rule.until is None:
        return Counter(await merits.counted(tx, rule, scope, _span(tx, house, year)))
    return Counter(row["member_id"] for row in await _counting(tx, house, rule, year, scope))


async def _counting(tx: Tx, house: Rules, rule: Rule, year: int, scope: Whose) -> Iterable[Row]:
    rows = await merits.listed(tx, rule, scope, _span(tx, house, year))
    if rule.within_workdays is not None:
        today = tx.now.astimezone(house.zone).date()
        clock = _LetterClock(house.zone, house.workdays, rule.within_workdays, today)
        late = rule.what is Merit.LETTERS_LATE
        return [row for row in rows if clock.is_late(row) is late]
    deadline = house.scheme.of_year(year).deadline(rule.until) if rule.until else None
    return [row for row in rows if _day(row, house.zone) <= deadline.on(year)] if deadline else rows


@dataclass(frozen=True)
class _LetterClock:
    """So many workdays to answer a letter in; one not answered is late from the day after."""

    zone: ZoneInfo
    workdays: Workdays
    within: int
    today: date

    def is_late(self, letter: Row) -> bool:
        answered = letter["answered_at"]
        until = self.today if answered is None else answered.astimezone(self.zone).date()
        # Who was handed a letter that others had left lying is not late before their own time is over.
        begins = letter["happened_at"] if answered or not letter["owed_since_at"] else letter["owed_since_at"]
        return until > self.workdays.add(begins.astimezone(self.zone).date(), self.within)


def _day(row: Row, zone: ZoneInfo) -> date:
    if "happened_on" in row:
        day: date = row["happened_on"]
        return day
    moment: datetime = row["happened_at"]
    return moment.astimezone(zone).date()


def _span(tx: Tx, house: Rules, year: int) -> Span:
    """The year, until today while it is under way."""
    first, ends = house.scheme.began(year), house.scheme.ends(year)
    last = min(ends, tx.now.astimezone(house.zone).date())
    begin, end = (
        datetime.combine(day, time(0), tzinfo=house.zone).astimezone(UTC) for day in (first, last + timedelta(days=1))
    )
    return Span(year, first, last, begin, end, tx.now)
