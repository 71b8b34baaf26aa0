"""A round: one occasion for many members, each claimed once and told at most once.

Members are claimed and their messages queued in chunks, one transaction each, so that a round of thousands does not
hold up the letters that come in meanwhile. What a crash leaves undone, the next tick finishes.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.schemes import Scheme
from domain.settings import Reminders
from domain.workdays import Workdays
from services.outbox import Buttons, Envelope, Lane, Parcel, Picture, tell_many
from storage import reminders
from storage.db import Db, Row, Tx
from storage.reminders import Addressee
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
    """One occasion. ``period`` tells it from the others of its kind: ``2026-03``."""

    kind: str
    period: str
    today: date
    leaders_only: bool = False


@dataclass(frozen=True)
class Notice:
    """What one member is told. ``claims``: what else is claimed with it, kind → period."""

    text: Text
    buttons: Buttons = ()
    outcome: Outcome = Outcome.TOLD
    claims: Mapping[str, str] = field(default_factory=dict)
    picture: Picture | None = None


Compose = Callable[[Addressee], Notice | None]
"""What a member is told; None: they owe nothing."""

Prepare = Callable[[Tx, Sequence[Addressee]], Awaitable[Compose]]
"""Loads what composing needs, for all in one go."""


async def carry_out(db: Db, occasion: Round, prepare: Prepare) -> int:
    """Claim everyone whom this round has not claimed yet and owe them their message; how many were claimed now.

    Another process at the same round is left to it.
    """
    async with db.write() as tx:
        round_id = await reminders.begin(tx, occasion.kind, occasion.period)
    async with db.read() as tx:
        people = await _unclaimed(tx, occasion)
        compose = await prepare(tx, people)
    for start in range(0, len(people), CHUNK):
        chunk = [(person, compose(person)) for person in people[start : start + CHUNK]]
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


async def _tell(tx: Tx, round_id: int, occasion: Round, chunk: Sequence[tuple[Addressee, Notice | None]]) -> None:
    """Claim and tell those of a chunk whom nobody claimed since it was composed."""
    first, last = chunk[0][0].person_id, chunk[-1][0].person_id
    taken = await reminders.claimed(tx, occasion.kind, occasion.period, first, last)
    verdicts = [(person, notice, _outcome(person, notice)) for person, notice in chunk if person.person_id not in taken]
    claims = [claim for verdict in verdicts for claim in _claims(occasion, *verdict)]
    await reminders.claim(tx, round_id, claims)
    parcels = [_parcel(person, notice) for person, notice, outcome in verdicts if notice and outcome in REACHED]
    await tell_many(tx, parcels, Envelope(lane=Lane.BROADCAST, round_id=round_id))


REACHED = frozenset({Outcome.TOLD, Outcome.THANKED})


def _outcome(person: Addressee, notice: Notice | None) -> Outcome:
    if notice is None or (notice.outcome is Outcome.THANKED and not _is_reachable(person)):
        return Outcome.OWES_NOTHING
    if person.telegram_id is None:
        return Outcome.NOT_JOINED
    return Outcome.BLOCKED if person.is_blocking else notice.outcome


def _is_reachable(person: Addressee) -> bool:
    return person.telegram_id is not None and not person.is_blocking


def _claims(occasion: Round, person: Addressee, notice: Notice | None, outcome: Outcome) -> list[Row]:
    also: Mapping[str, str] = notice.claims if notice and outcome in REACHED else {}
    kinds = {occasion.kind: occasion.period, **also}
    return [
        {"kind": kind, "person_id": person.person_id, "period": period, "outcome": outcome.value}
        for kind, period in kinds.items()
    ]


def _parcel(person: Addressee, notice: Notice) -> Parcel:
    assert person.telegram_id is not None
    return Parcel(person.person_id, person.telegram_id, person.language, notice.text, notice.buttons, notice.picture)
