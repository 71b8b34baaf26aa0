"""The list of many members' points, page by page, and what the office may do with the year."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.appraisal import Table, shown
from domain.people import Role
from domain.talks import ListKind
from domain.totals import Figures
from services import merits
from services.appraisal import Bench
from services.appraisal_words import status, year_buttons
from services.buttons import in_pairs
from services.outbox import Button, Buttons
from services.points_words import basis
from services.totals import Scope
from services.totals_words import percent
from storage import appraisals
from storage.appraisals import Appraisal
from storage.db import Tx
from texts import Text

PAGE = 10


@dataclass(frozen=True)
class Entry:
    member_id: int
    name: str
    points: Decimal
    figures: Figures


@dataclass(frozen=True)
class Listed:
    """Everyone in a scope, the most points first; ``waiting``: objections that nobody has decided."""

    year: int
    on: date
    table: Table
    entries: Sequence[Entry]
    today: date
    published: Appraisal | None = None
    objections: int = 0
    waiting: int = 0


async def of_year(tx: Tx, bench: Bench, year: int, scope: Scope) -> Listed:
    """As it was made known, or else as it is counted now."""
    published = await appraisals.of_year(tx, year)
    if published is not None:
        return await _kept(tx, published, scope, bench.today(tx))
    table = bench.table(year)
    standings = await merits.of_members(tx, bench.rules, table, year, scope)
    entries = [Entry(one.member.member_id, one.member.name, one.points, one.member.figures) for one in standings]
    today = bench.today(tx)
    return Listed(year, min(today, bench.rules.scheme.ends(year)), table, entries, today)


async def _kept(tx: Tx, published: Appraisal, scope: Scope, today: date) -> Listed:
    rows = await appraisals.members(tx, published.id, scope)
    entries = [Entry(one.member_id, one.name, one.points, Figures(done=one.done, owed=one.owed)) for one in rows]
    made = await appraisals.objections(tx, published.id)
    table = Table.model_validate(published.table)
    waiting = sum(one.decided_at is None for one in made)
    return Listed(published.year, published.counted_on, table, entries, today, published, len(made), waiting)


def page(bench: Bench, listed: Listed, number: int, roles: Collection[Role] = ()) -> tuple[Text, Buttons]:
    """A page of it: each member a button, the pages beside this one, and what someone of these roles may do next."""
    table, scheme, year = listed.table, bench.rules.scheme, listed.year
    pages = max(1, -(-len(listed.entries) // PAGE))
    number = max(0, min(number, pages - 1))
    some = listed.entries[number * PAGE : (number + 1) * PAGE]
    text = Text(
        "appraisal-list",
        year=str(year),
        status=status(listed.published, listed.on),
        count=str(len(listed.entries)),
        lines=[_line(place, one, table) for place, one in enumerate(some, start=number * PAGE + 1)],
        basis=basis(table, scheme) if table.points else Text("appraisal-list-without-points"),
    )
    turns = [(number - 1, "overdue-button-before"), (number + 1, "overdue-button-after")]
    turn = [Button(key, f"appraisal-list:{year}:{to}") for to, key in turns if 0 <= to < pages]
    steps = _steps(listed) if Role.OFFICE in roles else []
    lists = _lists(listed) if {Role.OFFICE, Role.LEADER} & set(roles) else []
    years = year_buttons("appraisal-list", "0", year, listed.today)
    return text, [*_members(some, year), *([turn] if turn else []), *steps, *lists, years]


def _line(place: int, one: Entry, table: Table) -> Text:
    return Text(
        "appraisal-entry" if table.points else "appraisal-entry-without-points",
        place=str(place),
        name=one.name,
        points=shown(one.points),
        percent=percent(one.figures),
    )


def _members(some: Sequence[Entry], year: int) -> list[list[Button]]:
    each = [
        Button("appraisal-button-member", f"appraisal-of:{year}:{one.member_id}", args={"name": one.name})
        for one in some
    ]
    return in_pairs(each)


def _steps(listed: Listed) -> list[list[Button]]:
    """What the office may do with the year."""
    year = listed.year
    files = [Button("appraisal-button-files", f"appraisal-files:{year}")]
    if listed.published is None:
        publish = Button("appraisal-button-publish", f"appraisal-publish:{year}")
        return [[publish], files] if listed.table != merits.NOTHING else [files]
    said = Button("objection-button-list", f"objection-list:{year}", args={"count": str(listed.waiting)})
    steps = [[said], files] if listed.objections else [files]
    if listed.published.closed_at is not None:
        return steps
    close = Button("appraisal-button-close", f"appraisal-close:{year}")
    withdraw = Button("appraisal-button-withdraw", f"appraisal-withdraw:{year}")
    return [*steps, [close, withdraw]]


def _lists(listed: Listed) -> list[list[Button]]:
    """For honours and for talks, once the year is closed."""
    if listed.published is None or listed.published.closed_at is None:
        return []
    return [[Button(f"picks-button-{kind}", f"pick-list:{listed.year}:{kind}:0") for kind in ListKind]]
