"""The committee's own data as a table for the office's other programs: .xlsx, .csv or .json."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
from pathlib import Path

from domain.terms import Session, in_session
from reports.tables import Cell, table
from services.list_lines import kind_name
from storage import audit, export, sessions
from storage.db import Row, Tx
from texts import Text

Say = Callable[[Text], str]
"""A text in the language of the table."""


class Subject(StrEnum):
    LETTERS = "letters"
    VISITS = "visits"
    MEMBERS = "members"
    UNITS = "units"
    CONTACTS = "contacts"
    ACTIVITIES = "activities"


@dataclass(frozen=True)
class _Plan:
    """What a table is made from. ``columns``: name → what stands there; their headings are texts ``column-NAME``.

    ``dated``: the column whose day says in which session (届、次) a row falls: ``term`` and ``session`` are filled by
    it, and empty where no session is known to have held that day.
    """

    rows: Callable[[Tx], AsyncIterator[Row]]
    dated: str
    columns: Mapping[str, Callable[[Row, Say], Cell]]


async def to_file(tx: Tx, subject: Subject, path: Path, say: Say, zone: tzinfo) -> int:
    """Write everything of a subject into a file; how many rows. An anonymous writer's name is in none of them.

    Raises:
        TableEndingUnknown, TableNotWritable, TableTooLong: nothing was written.
    """
    plan = _PLANS[subject]
    headings = {name: say(Text(f"column-{name.replace('_', '-')}")) for name in plan.columns}
    known = await sessions.all_known(tx)
    count = 0
    with table(path, headings, zone) as write:
        async for read in plan.rows(tx):
            row = read | _session(known, read[plan.dated], zone)
            write([cell(row, say) for cell in plan.columns.values()])
            count += 1
    return count


def _session(known: Sequence[Session], when: date, zone: tzinfo) -> Row:
    day = when.astimezone(zone).date() if isinstance(when, datetime) else when
    held = in_session(known, day)
    return {"term": held.term if held else None, "session": held.number if held else None}


async def note(tx: Tx, subject: str, count: int) -> None:
    """Write down that data went out, from the command line."""
    await audit.add(tx, None, "exported", subject=str(subject), count=count)


# --- what stands in a column ------------------------------------------------------------------------------------------


def _plain(name: str) -> Callable[[Row, Say], Cell]:
    def cell(row: Row, _: Say) -> Cell:
        value: Cell = row[name]
        return value

    return cell


_SESSION: Mapping[str, Callable[[Row, Say], Cell]] = {"term": _plain("term"), "session": _plain("session")}


def _named(prefix: str, name: str) -> Callable[[Row, Say], Cell]:
    """A value that has a text, ``letter-state-read``; an empty cell for None."""

    def cell(row: Row, say: Say) -> Cell:
        return say(Text(f"{prefix}-{row[name].replace('_', '-')}")) if row[name] else None

    return cell


def _tick(name: str) -> Callable[[Row, Say], Cell]:
    return lambda row, say: say(Text("cell-yes" if row[name] else "cell-no"))


def _writer(row: Row, say: Say) -> Cell:
    return say(Text("cell-anonymous")) if row["is_anonymous"] else str(row["writer"])


def _visit_state(row: Row, say: Say) -> Cell:
    state = "corrected" if row["is_corrected"] else "withdrawn" if row["withdrawn_at"] else "stands"
    return say(Text(f"cell-visit-{state}"))


def _confirmed(row: Row, say: Say) -> Cell:
    how = "disputed" if row["verdict"] == "disputed" else row["confirmed_how"] or "by_nobody"
    return say(Text(f"cell-confirmed-{how.replace('_', '-')}"))


def _activity_state(row: Row, say: Say) -> Cell:
    return say(Text("cell-activity-cancelled" if row["cancelled_at"] else "cell-activity-stands"))


def _leader(row: Row, say: Say) -> Cell:
    return say(Text("cell-leader")) if row["is_leader"] else None


def _good_deeds(row: Row, say: Say) -> Cell:
    """Each with its state where it is more than done: 承诺 4月10日前, 已核实."""
    return "；".join(
        deed["what"]
        if deed["state"] == "done"
        else say(Text(f"cell-deed-{deed['state']}", deed=deed["what"], due=deed["due_on"] or ""))
        for deed in row["good_deeds"]
    )


_PLANS: Mapping[Subject, _Plan] = {
    Subject.LETTERS: _Plan(
        export.letters,
        "received_at",
        {
            "number": _plain("number"),
            "letter_kind": _named("letter-kind", "kind"),
            "received_at": _plain("received_at"),
            "state": _named("letter-state", "state"),
            "writer": _writer,
            "member": _plain("member"),
            "sector": _plain("sector"),
            "unit": _plain("unit"),
            "held_by_unit": _plain("held_by_unit"),
            "topic": _plain("topic"),
            "answered_at": _plain("answered_at"),
            "settled_at": _plain("settled_at"),
            "outcome": _named("outcome", "outcome"),
            "helped": _named("grade", "helped"),
            **_SESSION,
        },
    ),
    Subject.VISITS: _Plan(
        export.visits,
        "happened_on",
        {
            "happened_on": _plain("happened_on"),
            "member": _plain("member"),
            "sector": _plain("sector"),
            "contact": _plain("contact"),
            "visit_kind": _named("visit-kind", "kind"),
            "note": _plain("note"),
            "good_deeds": _good_deeds,
            "logged_at": _plain("logged_at"),
            "visit_state": _visit_state,
            "confirmed": _confirmed,
            **_SESSION,
        },
    ),
    # The headings that an import looks for, so that the office can change the list and give it back.
    Subject.MEMBERS: _Plan(
        export.members,
        "began_on",
        {
            "name": _plain("name"),
            "sector": _plain("sector"),
            "phone": _plain("phone"),
            "unit": _plain("unit"),
            "standing": _named("standing", "standing"),
            "standing_committee": _tick("is_standing_committee"),
            "office": _leader,
            "began_on": _plain("began_on"),
            **_SESSION,
            "joined_on": _plain("joined_on"),
            "left_on": _plain("left_on"),
            "joined_at": _plain("joined_at"),
        },
    ),
    # As for members: what goes out can come in again.
    Subject.UNITS: _Plan(
        export.unit_people,
        "since_at",
        {
            "unit": _plain("unit"),
            "unit_kind": lambda row, say: say(kind_name(row["kind"])),
            "name": _plain("name"),
            "phone": _plain("phone"),
            "post": _plain("post"),
            "joined_at": _plain("joined_at"),
            **_SESSION,
        },
    ),
    Subject.CONTACTS: _Plan(
        export.contacts,
        "registered_on",
        {
            "member": _plain("member"),
            "sector": _plain("sector"),
            "contact": _plain("name"),
            "contact_kind": _named("contact-kind", "kind"),
            "phone": _plain("phone"),
            "address": _plain("address"),
            "registered_on": _plain("registered_on"),
            "ended_on": _plain("ended_on"),
            "ended_because": _plain("ended_because"),
            "replaces": _plain("replaces"),
            **_SESSION,
        },
    ),
    Subject.ACTIVITIES: _Plan(
        export.activities,
        "begins_at",
        {
            "activity": _plain("title"),
            "activity_kind": _named("activity-kind", "kind"),
            "held_by": lambda row, say: row["unit"] or say(Text("activity-by-office")),
            "place": _plain("place"),
            "begins_at": _plain("begins_at"),
            "ends_at": _plain("ends_at"),
            "capacity": _plain("capacity"),
            "invited": _plain("invited"),
            "coming": _plain("coming"),
            "signed_in": _plain("signed_in"),
            "satisfied": _plain("satisfied"),
            "mostly_satisfied": _plain("mostly"),
            "dissatisfied": _plain("dissatisfied"),
            "activity_state": _activity_state,
            **_SESSION,
        },
    ),
}
