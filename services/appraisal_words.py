"""Points in words: a member's table, what a line of it rests on, the list of many."""

from collections.abc import Sequence
from datetime import date
from functools import reduce
from typing import Any

from domain.appraisal import Evidence, Line, Merit, shown
from domain.objections import Objection
from domain.people import Person, Role
from domain.schemes import Scheme
from domain.talks import ListKind
from services.appraisal import Opened, Sheet
from services.buttons import in_pairs
from services.outbox import Button, Buttons
from services.points_words import KIND_TEXTS, basis, kind_name, of_each
from services.quota_words import key_of
from services.totals_words import percent
from storage import appraisal_picks, merits
from storage.appraisals import Appraisal
from storage.db import Row, Tx
from texts import Text

ITEMS = 10

_OF_PEOPLE = frozenset({Merit.CONTACTS, Merit.PEOPLE, Merit.VISITS, Merit.GOOD_DEEDS})
"""Whose evidence is named by a contact."""


# --- one member -------------------------------------------------------------------------------------------------------


def table(sheet: Sheet, scheme: Scheme, *, is_own: bool) -> Text:
    """All lines, what they come to, and where the points stand."""
    standing, member = sheet.standing, sheet.standing.member
    if not sheet.table.points:
        return Text("appraisal-without-points", year=str(sheet.year), percent=percent(member.figures))
    return Text(
        "appraisal-own" if is_own else "appraisal-of-member",
        name=member.name,
        year=str(sheet.year),
        status=status(sheet.published, sheet.on),
        points=shown(standing.points),
        percent=percent(member.figures),
        lines=[_line(number, line) for number, line in enumerate(standing.lines, start=1)],
        basis=basis(sheet.table, scheme),
    )


def status(published: Appraisal | None, on: date) -> Text:
    """Whether the points still move, and until when something may be said against them."""
    if published is None:
        return Text("appraisal-status-live", on=on)
    if published.closed_at is None:
        return Text("appraisal-status-published", on=on, until=published.until_on)
    return Text("appraisal-status-closed", on=on)


def _line(number: int, line: Line) -> Text:
    measure = Text(f"appraisal-measure-{key_of(line.rule.what)}")
    return Text(
        "appraisal-line",
        number=str(number),
        title=line.rule.title,
        count=str(line.count),
        measure=measure,
        points=shown(line.points),
    )


def line_buttons(sheet: Sheet) -> list[list[Button]]:
    """A button for each line that counts something."""
    of = f"{sheet.year}:{sheet.standing.member.member_id}"
    each = [
        Button(
            "appraisal-button-line",
            f"appraisal-line:{of}:{line.rule.name}:0",
            args={"number": str(number), "title": line.rule.title},
        )
        for number, line in enumerate(sheet.standing.lines, start=1)
    ]
    return in_pairs(each)


def year_buttons(route: str, of: str, year: int, today: date) -> list[Button]:
    """To the year before, and to the one after where it has begun."""
    return [
        Button("appraisal-button-year", f"{route}:{other}:{of}", args={"year": str(other)})
        for other in (year - 1, year + 1)
        if other <= today.year
    ]


async def add_buttons(tx: Tx, sheet: Sheet) -> list[list[Button]]:
    """For the office, of a year that is closed: onto a list on which the member is not."""
    if sheet.published is None or sheet.published.closed_at is None or sheet.appraised_id is None:
        return []
    on = await appraisal_picks.of_member(tx, sheet.appraised_id)
    member_id = sheet.standing.member.member_id
    each = [
        Button(f"pick-button-add-{kind}", f"pick-add:{sheet.year}:{kind}:{member_id}")
        for kind in ListKind
        if kind not in on
    ]
    return [each] if each else []


# --- what a line rests on ---------------------------------------------------------------------------------------------


async def evidence(tx: Tx, opened: Opened, number: int, viewer: Person) -> tuple[Text, Buttons]:
    """A page of it, the oldest first; what can be opened, by buttons."""
    pages = max(1, -(-len(opened.evidence) // ITEMS))
    number = max(0, min(number, pages - 1))
    items = opened.evidence[number * ITEMS : (number + 1) * ITEMS]
    line, sheet = opened.line, opened.sheet
    names = await merits.named(tx, line.rule.what, [item.id for item in items])
    first = number * ITEMS + 1
    text = Text(
        "appraisal-evidence" if items else "appraisal-no-evidence",
        name=sheet.standing.member.name,
        year=str(sheet.year),
        title=line.rule.title,
        each=of_each(line.rule),
        points=shown(line.points),
        count=str(len(opened.evidence)),
        lines=[_item(place, item, opened, names.get(item.id)) for place, item in enumerate(items, start=first)],
        said=said_of(opened.objection) if opened.objection and opened.tells_words else "",
    )
    return text, [*_openers(items, first, opened, viewer), *_turns(opened, number, pages)]


def said_of(objection: Objection) -> Text:
    """What the member said of a line, and what came of it."""
    if objection.verdict is None:
        return Text("objection-waits", words=objection.words)
    points = "" if objection.points is None else shown(objection.points)
    key = f"objection-said-{objection.verdict.value}"
    return Text(key, words=objection.words, points=points, reason=objection.reason)


def _item(place: int, item: Evidence, opened: Opened, named: Row | None) -> Text:
    what = opened.line.rule.what
    said: list[Any] = []
    if what in KIND_TEXTS and item.kind:
        said.append(kind_name(what, item.kind))
    if name := _name(what, named, names_people=opened.names_people):
        said.append(name)
    if note := _note(named):
        said.append(note)
    if not said:
        return Text("appraisal-item-bare", number=str(place), day=item.on)
    words = reduce(lambda first, then: Text("beside", first=first, then=then), said)
    return Text("appraisal-item", number=str(place), day=item.on, words=words)


def _note(named: Row | None) -> Text | None:
    """What became of a visit: the contact's word for it, or that it was withdrawn after the points were made known."""
    if named is None or "verdict" not in named:
        return None
    if named["withdrawn_at"] is not None:
        return Text("appraisal-visit-withdrawn")
    return Text(f"appraisal-visit-{named['verdict']}") if named["verdict"] else None


def _name(what: Merit, named: Row | None, *, names_people: bool) -> Text | str:
    if named is None or (what in _OF_PEOPLE and not names_people):
        return ""
    if what is Merit.BRIEFS:
        return Text("brief-number", year=str(named["year"]), running=str(named["running"]))
    name: str = named["name"]
    return name


def _openers(items: Sequence[Evidence], first: int, opened: Opened, viewer: Person) -> list[list[Button]]:
    """Buttons to the letters, visits, briefs and activities themselves, where the viewer may open them elsewhere."""
    route = _route(opened.line.rule.what, opened, viewer)
    if route is None:
        return []
    each = [
        Button("appraisal-button-item", f"{route}:{item.id}", args={"number": str(place)})
        for place, item in enumerate(items, start=first)
    ]
    return [each[at : at + 5] for at in range(0, len(each), 5)]


def _route(what: Merit, opened: Opened, viewer: Person) -> str | None:
    is_own = viewer.id == opened.sheet.standing.member.person_id
    is_office = Role.OFFICE in viewer.roles
    match what:
        case Merit.VISITS if is_own:
            return "visit-show"
        case Merit.ACTIVITIES | Merit.ABSENCES if is_own:
            return "activity-show"
        case Merit.DIARY if is_own:
            return "diary-show"
        case Merit.LETTERS_ANSWERED | Merit.LETTERS_LATE if is_own or is_office:
            return "letter-open"
        case Merit.BRIEFS if is_own or is_office or Role.LEADER in viewer.roles:
            return "brief"
    return None


def _turns(opened: Opened, number: int, pages: int) -> list[list[Button]]:
    of = f"{opened.sheet.year}:{opened.sheet.standing.member.member_id}"
    turns = [(number - 1, "overdue-button-before"), (number + 1, "overdue-button-after")]
    turn = [Button(key, f"appraisal-line:{of}:{opened.line.rule.name}:{to}") for to, key in turns if 0 <= to < pages]
    return [*([turn] if turn else []), [Button("appraisal-button-back", f"appraisal-of:{of}")]]
