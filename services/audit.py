"""The audit log: whatever someone of the office does in the chat that changes something is one row of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.people import Person, Role
from storage import audit, letters
from storage.db import Tx

PAGE = 10
NEWEST = 2**62

PASSING = frozenset(
    {
        *("inbox", "outbox", "relays", "dialogues", "searches", "albums", "wrong_codes"),
        *("letter_index", "audit", "audit_head", "reminders", "rounds", "troubles", "asked_figures"),
    }
)
"""Tables that hold how something was said, not what became of it."""


@dataclass(frozen=True)
class Line:
    """One row: who (None: the command line) did what. The details, numbers all, are for the command line."""

    id: int
    at: datetime
    who: str | None
    action: str


AS_A_WRITER = frozenset({"press:judge", "step:judge.words", "command:claim", "step:claiming.code"})
"""What changes nothing in the letter itself but tells whose it is; the rest is told by the letter."""


async def note(tx: Tx, by: Person, route: str, args: Sequence[str]) -> None:
    """After an update of theirs: what the services did not write down themselves. ``args``: the button's.

    Not what they do as the writer of a letter: their colleagues would read whose the anonymous one of that minute is.
    """
    if Role.OFFICE not in by.roles or tx.is_audited or not tx.changed - PASSING:
        return
    if route not in AS_A_WRITER and not await letters.is_at_work_as_writer(tx, by.id):
        await audit.add(tx, by.id, route, args=[arg for arg in args if _says_nothing_secret(arg)])


def _says_nothing_secret(arg: str) -> bool:
    """A number, or a word of ours; a code is longer, a name is not ASCII."""
    return arg.isascii() and len(arg) <= 19


async def page(tx: Tx, before_id: int = NEWEST) -> tuple[list[Line], int | None]:
    """The newest rows before this one, and where the next page begins (None: there is none)."""
    rows = await audit.latest(tx, before_id, PAGE + 1)
    lines = [Line(row["id"], row["happened_at"], row["name"], row["action"]) for row in rows[:PAGE]]
    return lines, lines[-1].id if len(rows) > PAGE else None
