"""A round: one occasion for many members, each claimed once and told at most once.

Members are claimed, and a line laid down for the day's message, in chunks, one transaction each, so that a round of
thousands does not hold up the letters that come in meanwhile. What a crash leaves undone, the next tick finishes.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.schemes import Scheme
from domain.settings import Reminders
from domain.workdays import Workdays
from services.outbox import Buttons
from storage import due_lines, reminders
from storage.db import Db, Row, Tx
from storage.reminders import Addressee
from storage.spans import Span
from texts import Text

CHUNK = 500
"""Members in one transaction."""


@dataclass(frozen=True)
class Rules:
    """What a committee has set: its scheme, its rhythm, its clock and calendar."""

    scheme: Scheme
    settings: Reminders
    zone: ZoneInfo
    workdays: Workdays


class Outcome(StrEnum):
    """What came of claiming a member in a round."""

    TOLD = "told"
    THANKED = "thanked"
    OWES_NOTHING = "owes_nothing"
    NOT_JOINED = "not_joined"
    BLOCKED = "blocked"
    FAILED = "failed"


@dataclass(frozen=True)
class Round:
    """One occasion. ``period`` tells it from the others of its kind: ``2026-03``; ``until_on``: its last useful day."""

    kind: str
    period: str
    today: date
    leaders_only: bool = False
    until_on: date | None = None


class Verdict(Protocol):
    """What becomes of one person in a round. ``claims``: what else is claimed with it, kind → period."""

    @property
    def outcome(self) -> Outcome: ...

    @property
    def claims(self) -> Mapping[str, str]: ...


@dataclass(frozen=True)
class Owed:
    """They are told; in which words is seen when it goes out, and composing them would be in vain now."""

    outcome: Outcome = Outcome.TOLD
    claims: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Notice:
    """A verdict with its words."""

    text: Text
    buttons: Buttons = ()
    outcome: Outcome = Outcome.TOLD
    claims: Mapping[str, str] = field(default_factory=dict)


Compose = Callable[[Addressee], Notice | None]
"""What a member is told; None: they owe nothing."""

Judge = Callable[[Addressee], Verdict | None]
"""As ``Compose``, and the words may be missing: who is claimed is told later, by what is true then."""

Prepare = Callable[[Tx, Sequence[Addressee]], Awaitable[Judge]]
"""Loads what judging needs, for all in one go."""


async def carry_out(db: Db, occasion: Round, prepare: Prepare) -> int:
    """Claim everyone whom this round has not claimed yet and lay down their line; how many were claimed now.

    Another process at the same round is left to it.
    """
    async with db.write() as tx:
        round_id = await reminders.begin(tx, occasion.kind, occasion.period)
    async with db.read() as tx:
        people = await _unclaimed(tx, occasion)
        judge = await prepare(tx, people)
    for start in range(0, len(people), CHUNK):
        chunk = [(person, judge(person)) for person in people[start : start + CHUNK]]
        async with db.write() as tx:
            if not await reminders.take(tx, round_id):
                return start
            await _tell(tx, round_id, occasion, chunk)
    async with db.write() as tx:
        await reminders.mark_told(tx, round_id)
    return len(people)


async def _unclaimed(tx: Tx, occasion: Round) -> list[Addressee]:
    return await reminders.unclaimed(
        tx, occasion.kind, occasion.period, occasion.today, leaders_only=occasion.leaders_only
    )


async def _tell(tx: Tx, round_id: int, occasion: Round, chunk: Sequence[tuple[Addressee, Verdict | None]]) -> None:
    """Claim those of a chunk whom nobody claimed since it was judged, with a line for the day's message."""
    first, last = chunk[0][0].person_id, chunk[-1][0].person_id
    taken = await reminders.claimed(tx, occasion.kind, occasion.period, first, last)
    verdicts = [(person, notice, _outcome(person, notice)) for person, notice in chunk if person.person_id not in taken]
    claims = [claim for verdict in verdicts for claim in _claims(occasion, *verdict)]
    await reminders.claim(tx, round_id, claims)
    lines = [_line(round_id, occasion, *verdict) for verdict in verdicts if verdict[2] in REACHED]
    await due_lines.add(tx, lines)


def span_of(people: Sequence[Addressee]) -> Span:
    """From the first to the last of them."""
    numbers = [person.person_id for person in people]
    return (min(numbers), max(numbers)) if numbers else (0, 0)


REACHED = frozenset({Outcome.TOLD, Outcome.THANKED})


def _outcome(person: Addressee, notice: Verdict | None) -> Outcome:
    if notice is None or (notice.outcome is Outcome.THANKED and not _is_reachable(person)):
        return Outcome.OWES_NOTHING
    if person.telegram_id is None:
        return Outcome.NOT_JOINED
    return Outcome.BLOCKED if person.is_blocking else notice.outcome


def _is_reachable(person: Addressee) -> bool:
    return person.telegram_id is not None and not person.is_blocking


def _claims(occasion: Round, person: Addressee, notice: Verdict | None, outcome: Outcome) -> list[Row]:
    also: Mapping[str, str] = notice.claims if notice and outcome in REACHED else {}
    kinds = {occasion.kind: occasion.period, **also}
    return [
        {"kind": kind, "person_id": person.person_id, "period": period, "outcome": outcome.value}
        for kind, period in kinds.items()
    ]


def _line(round_id: int, occasion: Round, person: Addressee, notice: Verdict | None, outcome: Outcome) -> Row:
    """Thanks are a kind of their own: who is claimed for them owes nothing to be reminded of."""
    claims = notice.claims if notice and outcome is Outcome.THANKED else {}
    kind, period = next(iter(claims.items()), (occasion.kind, occasion.period))
    return {
        "person_id": person.person_id,
        "kind": kind,
        "period": period,
        "round_id": round_id,
        "until_on": occasion.until_on,
    }
