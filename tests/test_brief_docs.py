"""docs/briefs.md shows the tables of the code: states, what may follow what, and when departments are chased."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from domain.assignments import CHASES, Chase
from domain.briefs import ASSIGNMENT_MAY_BECOME, MAY_BECOME, MAY_SKIP, BriefState
from tests.services.letter_writing import TEXTS
from texts import Text

PAGE = Path(__file__).parent.parent / "docs" / "briefs.md"


State = TypeVar("State", bound=StrEnum)


def said(key: str, language: str = "zh") -> str:
    return TEXTS.plain(language, Text(key))


def states(prefix: str, table: Mapping[State, frozenset[State]]) -> list[str]:
    order = list(table)
    return [
        f"| `{state.value}` | {said(f'{prefix}-{state.value}')} | "
        + ("、".join(said(f"{prefix}-{then.value}") for then in sorted(follows, key=order.index)) or "–")
        + " |"
        for state, follows in table.items()
    ]


def skips() -> list[str]:
    names = {"instruction": said("brief-state-instructed"), "assignment": said("brief-state-assigned")}
    return [
        f"| {said(f'brief-kind-{kind.value}')} | " + ("、".join(names[step] for step in sorted(may)) or "–") + " |"
        for kind, may in MAY_SKIP.items()
    ]


def chase(one: Chase) -> str:
    when = f"{abs(one.workdays)} workday(s) {'before' if one.workdays < 0 else 'after'}"
    return f"| {when} | department{' and office' if one.tells_office else ''} |"


def test_the_page_has_the_tables_of_the_code() -> None:
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ") and "|---" not in line]
    heads = {
        "| state | on screen | may become |",
        "| kind | may leave out |",
        "| when | who is told |",
    }
    written = [line for line in rows if line not in heads]
    assert written == [
        *states("brief-state", MAY_BECOME),
        *skips(),
        *states("task-state", ASSIGNMENT_MAY_BECOME),
        *map(chase, CHASES),
    ]


def test_every_state_is_named_in_the_refusal_of_an_old_button() -> None:
    for language in ("zh", "en"):
        told = {
            TEXTS.plain(language, Text("brief-has-moved-on", title="灯", state=state.value)) for state in BriefState
        }
        assert len(told) == len(BriefState)
