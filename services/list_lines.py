"""What taking a list over would change, row by row: of members, of units' people."""

from collections.abc import Sequence
from typing import Any

from domain.people import DEPARTMENT
from services import members_import, units_import
from texts import Text

MOST_LINES = 30
"""Rows that are named one by one in a message."""


def at_most(lines: Sequence[Text]) -> list[Text]:
    rest = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], *([Text("roster-more-lines", count=rest)] if rest > 0 else [])]


# --- members ----------------------------------------------------------------------------------------------------------


def of_members(file_name: str, planned: members_import.Draft) -> tuple[Text, bool]:
    """The whole message, and whether anything would change."""
    changed = [step for step in planned.steps if step.outcome != "unchanged"]
    lines = at_most([_member(step) for step in changed]) or [Text("roster-nothing-new")]
    return Text("roster-preview", file=file_name, lines=lines, **vars(planned.result)), bool(changed)


def _member(step: members_import.Step) -> Text:
    known, entry = step.known, step.entry
    changes: list[Text] = [_change(step, name) for name in step.changed if step.outcome == "updated"]
    return Text(
        f"roster-line-{step.outcome}",
        row=str(entry.row),
        name=entry.name,
        sector=entry.sector,
        unit=entry.unit or (known.unit if known else "") or "–",
        changes=changes,
        left=entry.left_on or "",
    )


def _change(step: members_import.Step, name: str) -> Text:
    """``界别：农业界 → 科技界``; the phone without its digits."""
    before: Any = getattr(step.known, name, None)
    after: Any = getattr(step.entry, name, None)
    if name in ("sector", "unit"):
        return Text("roster-change-from-to", what=Text(f"column-{name}"), before=before or "–", after=after)
    return Text(f"roster-change-{name.replace('_', '-')}")


# --- units' people ----------------------------------------------------------------------------------------------------


def of_units(file_name: str, planned: units_import.Draft) -> tuple[Text, bool]:
    """The whole message, and whether anything would change."""
    changed = [step for step in planned.steps if step.outcome != "unchanged"]
    kinds = {step.entry.unit: step.kind for step in planned.steps}
    new = [Text("unit-list-new-unit", unit=unit, kind=kind_name(kinds[unit])) for unit in planned.new_units]
    lines = at_most([*new, *(_person(step) for step in changed)]) or [Text("roster-nothing-new")]
    return Text("unit-list-preview", file=file_name, lines=lines, **vars(planned.result)), bool(changed)


def _person(step: units_import.Step) -> Text:
    entry = step.entry
    about = {"row": str(entry.row), "name": entry.name, "unit": entry.unit, "post": entry.post or "–"}
    if step.outcome != "updated":
        return Text(f"unit-list-line-{step.outcome}", left=entry.left_on or "", **about)
    before = step.posts.get(entry.unit) or "–"
    changes = [Text(f"unit-list-change-{name}", before=before, **about) for name in step.changed]
    return Text("unit-list-line-updated", changes=changes, **about)


def kind_name(kind: str) -> Text:
    """A unit's kind: 政协工委, 承办单位."""
    return Text("role-department") if kind == DEPARTMENT else Text(f"unit-kind-{kind.replace('_', '-')}")
