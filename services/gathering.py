"""One message a day: what is due for a person goes out together, a line each, and can be put off.

Who has something to remind of leaves a line in ``due_lines``; what it says is put together when it goes out, so it is
true on that day. A line that must not wait (its ``until_on`` is today) goes out even if the day's message has gone.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

import structlog

from domain.people import Person
from domain.refusals import Refusal
from domain.reminders import moment_of
from services import (
    activity_rounds,
    deadlines,
    good_deeds,
    monthly,
    objection_chasing,
    receptions,
    reminders,
    unseen,
)
from services.outbox import Button, Envelope, Lane, Parcel, tell_many
from services.rounds import Compose, Notice, Rules
from storage import due_lines
from storage.db import Db, Tx
from storage.due_lines import DueLine
from storage.reminders import Addressee
from texts import Text

log = structlog.get_logger()

CHUNK = 100
"""People in one transaction."""
BLOCK = 5 * CHUNK
"""People whose affairs are looked up together: the first of many need not wait for the last."""
TURN = 20
"""People after whom others have the event loop, while words are put together."""

Recall = Callable[[Tx, Sequence[Addressee], Rules, str], Awaitable[Compose]]
"""Loads what the lines of one kind and period need that say it today."""

RECALLS: Mapping[str, Recall] = {
    "activity": activity_rounds.recall,
    "talk": receptions.recall,
    reminders.DEADLINE: deadlines.recall,
    "promises": good_deeds.recall,
    objection_chasing.OBJECTIONS: objection_chasing.recall,
    reminders.MONTHLY: monthly.recall,
    unseen.UNSEEN: unseen.recall,
    monthly.THANKS: monthly.recall_thanks,
}
"""Every kind of line, in the order in which they stand in the message: what is nearest first."""

_PLACE = {kind: place for place, kind in enumerate(RECALLS)}

Produce = Callable[[Db, Rules], Awaitable[Mapping[str, int]]]
PRODUCERS: tuple[Produce, ...] = (
    reminders.remind,
    good_deeds.remind,
    activity_rounds.remind,
    receptions.remind,
    objection_chasing.remind,
)


class NothingToPutOff(Refusal):
    """It was put off already, or is long over."""

    text = "reminder-is-put-off"


class CanNotWait(Refusal):
    """It would be too late."""

    text = "reminder-can-not-wait"


async def remind(db: Db, rules: Rules) -> dict[str, int]:
    """Find out what is due, and send each person's; kind → how many lines were laid down.

    What one kind can't do for a fault does not hold up the others; the first fault is raised at the end, and the log
    has the rest.
    """
    laid: dict[str, int] = {}
    faults: list[Exception] = []
    for produce in PRODUCERS:
        try:
            laid |= await produce(db, rules)
        except Exception as fault:
            faults.append(fault)
    await send(db, rules)
    for another in faults[1:]:
        log.error("reminding-failed", exc_info=another)
    if faults:
        raise faults[0]
    return laid


async def send(db: Db, rules: Rules) -> int:
    """Send everyone what waits for them, by day; to how many. Another process at the same is left to it."""
    now = db.clock()
    today = now.astimezone(rules.zone).date()
    async with db.read() as tx:
        if reminders.is_quiet(now, rules) or not await due_lines.any_waiting(tx):
            return 0
    async with db.write() as tx:
        day_id = await due_lines.day(tx, today.isoformat())
    async with db.read() as tx:
        lines = await due_lines.waiting(tx, day_id)
        # To whom it was told today already only what can't wait.
        lines = [line for line in lines if not line.is_told_today or _is_last_day(line, today)]
    everyone = [list(own) for _, own in groupby(lines, key=lambda line: line.person_id)]
    for start in range(0, len(everyone), BLOCK):
        block = everyone[start : start + BLOCK]
        sent = await _send_block(db, rules, day_id, block)
        if sent < len(block):
            return start + sent
    return len(everyone)


async def _send_block(db: Db, rules: Rules, day_id: int, block: Sequence[Sequence[DueLine]]) -> int:
    """To how many; to fewer than all of them where another process is at it."""
    lines = [line for own in block for line in own]
    async with db.read() as tx:
        compose = {key: await _compose(tx, rules, key, lines) for key in {(line.kind, line.period) for line in lines}}
    for start in range(0, len(block), CHUNK):
        packets = await _packets(block[start : start + CHUNK], compose)
        async with db.write() as tx:
            if not await due_lines.take(tx, day_id):
                return start
            await _tell(tx, day_id, packets)
    return len(block)


@dataclass(frozen=True)
class _Packet:
    """One person's lines: those that say something, and those that are true no more."""

    to: DueLine
    notices: Sequence[tuple[DueLine, Notice]]
    over: Sequence[int]

    @property
    def line_ids(self) -> set[int]:
        return {line.id for line, _ in self.notices} | set(self.over)


async def _packets(everyone: Sequence[Sequence[DueLine]], compose: Mapping[tuple[str, str], Compose]) -> list[_Packet]:
    packets = []
    for at, own in enumerate(everyone):
        if at % TURN == 0:
            await asyncio.sleep(0)
        packets.append(_packet(own, compose))
    return packets


def _packet(own: Sequence[DueLine], compose: Mapping[tuple[str, str], Compose]) -> _Packet:
    said = [(line, compose[line.kind, line.period](_addressee(line))) for line in own]
    notices = [(line, notice) for line, notice in said if notice and line.telegram_id is not None]
    kept = {line.id for line, _ in notices}
    over = [line.id for line, _ in said if line.id not in kept]
    notices.sort(key=lambda pair: (_PLACE[pair[0].kind], pair[0].until_on or date.max, pair[0].id))
    return _Packet(own[0], notices, over)


def _is_last_day(line: DueLine, today: date) -> bool:
    return line.until_on is not None and line.until_on <= today


async def _compose(tx: Tx, rules: Rules, key: tuple[str, str], lines: Sequence[DueLine]) -> Compose:
    kind, period = key
    people = [_addressee(line) for line in lines if (line.kind, line.period) == key]
    return await RECALLS[kind](tx, people, rules, period)


def _addressee(line: DueLine) -> Addressee:
    return Addressee(line.person_id, line.name, line.telegram_id, line.language, line.is_blocking)


async def _tell(tx: Tx, day_id: int, packets: Sequence[_Packet]) -> None:
    """One message for each of a chunk whose lines nobody has told since they were put together."""
    waiting = await due_lines.still_waiting(tx, packets[0].to.person_id, packets[-1].to.person_id)
    ours = [packet for packet in packets if packet.line_ids <= waiting]
    await due_lines.drop(tx, [line_id for packet in ours for line_id in packet.over])
    await due_lines.mark_told(tx, day_id, [line.id for packet in ours for line, _ in packet.notices])
    parcels = [_parcel(packet, day_id) for packet in ours if packet.notices]
    await tell_many(tx, parcels, Envelope(lane=Lane.BROADCAST, round_id=day_id))


def _parcel(packet: _Packet, day_id: int) -> Parcel:
    to, notices = packet.to, [notice for _, notice in packet.notices]
    assert to.telegram_id is not None
    buttons = _each_once([row for notice in notices for row in notice.buttons])
    if any(may_wait(line.kind) for line, _ in packet.notices):
        buttons.append(later_buttons(day_id))
    return Parcel(to.person_id, to.telegram_id, to.language, _message(to, notices), buttons)


def _each_once(rows: Sequence[Sequence[Button]]) -> list[Sequence[Button]]:
    """Two lines may lead to the same list."""
    seen: set[str] = set()
    kept = []
    for row in rows:
        kept.append([button for button in row if button.does not in seen])
        seen |= {button.does for button in row}
    return [row for row in kept if row]


def _message(to: DueLine, notices: Sequence[Notice]) -> Text:
    hello = Text("reminder-hello-member", name=to.name) if to.is_member else Text("reminder-hello")
    if len(notices) == 1:
        return Text("reminder-one", hello=hello, body=notices[0].text)
    bodies: list[Any] = []
    for number, notice in enumerate(notices, 1):
        bodies += ["", Text("reminder-of-several", number=str(number), body=notice.text)]
    return Text("reminder-several", hello=hello, count=len(notices), bodies=bodies[1:])


# --- put off ----------------------------------------------------------------------------------------------------------


def may_wait(kind: str) -> bool:
    """Is it of use another day? Tomorrow's activity is not, and thanks ask for nothing."""
    return reminders.kind_of(kind).can_wait


def later_buttons(day_id: int) -> list[Button]:
    return [
        Button("reminder-button-tomorrow", f"reminder-later:{day_id}:1"),
        Button("reminder-button-next-week", f"reminder-later:{day_id}:7"),
    ]


async def put_off(tx: Tx, person: Person, day_id: int, days: int, rules: Rules) -> date:
    """Everything in that day's message that can wait comes again so many days later, but in time; the first day.

    Raises:
        NothingToPutOff: it was put off already.
        CanNotWait: later would be too late.
    """
    today = tx.now.astimezone(rules.zone).date()
    told = [line for line in await due_lines.told(tx, person.id, day_id) if may_wait(line.kind)]
    if not told:
        raise NothingToPutOff
    asked = today + timedelta(days=days)
    days_of = {line.id: min(asked, line.until_on or asked) for line in told}
    again = {line_id: day for line_id, day in days_of.items() if day > today}
    if not again:
        raise CanNotWait
    for line_id, day in again.items():
        await due_lines.put_off(tx, line_id, day_id, moment_of(day, rules.settings, rules.zone))
    return min(again.values())
