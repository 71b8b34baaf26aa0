"""The list of many members' points, page by page."""

from collections.abc import Sequence

from domain.appraisal import Table, shown
from services import merits
from services.appraisal import Bench
from services.merits import Standing
from services.outbox import Button, Buttons
from services.points_words import basis
from services.totals import Scope
from services.totals_words import percent
from storage.db import Tx
from texts import Text

PAGE = 10


async def page(tx: Tx, bench: Bench, year: int, scope: Scope, number: int) -> tuple[Text, Buttons]:
    """The most points first, each member a button, and the pages beside this one."""
    table, scheme = bench.table(year), bench.rules.scheme
    standings = await merits.of_members(tx, bench.rules, table, year, scope)
    pages = max(1, -(-len(standings) // PAGE))
    number = max(0, min(number, pages - 1))
    some = standings[number * PAGE : (number + 1) * PAGE]
    text = Text(
        "appraisal-list",
        year=str(year),
        on=min(bench.today(tx), scheme.ends(year)),
        count=str(len(standings)),
        lines=[_entry(place, one, table) for place, one in enumerate(some, start=number * PAGE + 1)],
        basis=basis(table, scheme) if table.points else Text("appraisal-list-without-points"),
    )
    turns = [(number - 1, "overdue-button-before"), (number + 1, "overdue-button-after")]
    turn = [Button(key, f"appraisal-list:{year}:{to}") for to, key in turns if 0 <= to < pages]
    return text, [*_members(some, year), *([turn] if turn else [])]


def _members(some: Sequence[Standing], year: int) -> list[list[Button]]:
    each = [
        Button("appraisal-button-member", f"appraisal-of:{year}:{one.member.member_id}", args={"name": one.member.name})
        for one in some
    ]
    return [each[at : at + 2] for at in range(0, len(each), 2)]


def _entry(place: int, one: Standing, table: Table) -> Text:
    return Text(
        "appraisal-entry" if table.points else "appraisal-entry-without-points",
        place=str(place),
        name=one.member.name,
        points=shown(one.points),
        percent=percent(one.member.figures),
    )
