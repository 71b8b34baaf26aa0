"""What the office hears after each round: how many were reached, and by name who was not."""

from collections.abc import Mapping, Sequence

from services.office import office_listens, tell_office
from services.reminders import DEADLINE, MONTHLY, is_quiet
from services.rounds import Outcome, Rules
from storage import reminders
from storage.db import Db, Tx
from storage.reminders import BegunRound
from texts import Text

NAMES_SHOWN = 20
SUMMARISED = frozenset({MONTHLY, DEADLINE})

_NAMED: Mapping[Outcome, str] = {
    Outcome.BLOCKED: "reminder-summary-blocked",
    Outcome.NOT_JOINED: "reminder-summary-not-joined",
    Outcome.FAILED: "reminder-summary-failed",
}


async def summarise(db: Db, rules: Rules) -> dict[str, int]:
    """Tell the office of every round that is over; how many there were.

    A round is over when its last message is sent or given up, however long Telegram takes. While nobody of the office
    has joined, its summaries wait.
    """
    if is_quiet(db.clock(), rules):
        return {}
    async with db.read() as tx:
        over = await reminders.awaiting_summary(tx)
        listens = bool(over) and await office_listens(tx)
    told = [await _summarise(db, rules, one) for one in over if listens]
    return {"summaries": sum(told)} if any(told) else {}


async def _summarise(db: Db, rules: Rules, over: BegunRound) -> bool:
    async with db.write() as tx:
        if not await reminders.claim_summary(tx, over.id):
            return False
        await reminders.settle(tx, over)
        lines = await _lines(tx, over) if over.kind in SUMMARISED else []
        if lines:
            await tell_office(tx, Text("reminder-summary", title=_title(rules, over), lines=lines))
    return bool(lines)


async def _lines(tx: Tx, over: BegunRound) -> list[Text]:
    """What came of it, the good first; nothing where nobody was in it."""
    people = await reminders.outcomes(tx, over.id, over.kind)
    if not people:
        return []
    thanked = people.get(Outcome.THANKED, 0)
    lines = [Text("reminder-summary-sent", count=people.get(Outcome.TOLD, 0) + thanked)]
    for outcome, key in _NAMED.items():
        if count := people.get(outcome, 0):
            names = await reminders.names(tx, over.id, over.kind, outcome, NAMES_SHOWN)
            lines.append(Text(key, count=count, names=_listed(names, count)))
    return [*lines, *_done(people.get(Outcome.OWES_NOTHING, 0), thanked)]


def _done(silent: int, thanked: int) -> list[Text]:
    if thanked:
        return [Text("reminder-summary-done-and-thanked", count=silent + thanked, thanked=thanked)]
    return [Text("reminder-summary-owing-nothing", count=silent)] if silent else []


def _listed(names: Sequence[str], count: int) -> Text | str:
    listed: Text | str = names[0]
    for name in names[1:]:
        listed = Text("listed", first=listed, then=name)
    return listed if count == len(names) else Text("reminder-names-and-more", names=listed, count=count)


def _title(rules: Rules, over: BegunRound) -> Text:
    if over.kind == MONTHLY:
        year, month = over.period.split("-")
        return Text("reminder-round-monthly", year=year, month=int(month))
    _, name, days = over.period.split(":")
    titles = {deadline.name: deadline.title for deadline in rules.scheme.deadlines}
    return Text("reminder-round-deadline", title=titles.get(name, name), days=int(days))
