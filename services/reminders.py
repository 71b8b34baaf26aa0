"""All reminders: which there are, and which are due now.

Due is what ``domain.reminders`` says of the present moment; done is what the database says. So a missed tick is caught
up, and a second tick or a second process finds nothing left to do.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from domain.reminders import deadline_due, latest_due, outside_quiet
from domain.schemes import Whose
from services import deadlines, monthly
from services.office import office_listens, tell_office
from services.rounds import Prepare, Round, Rules, carry_out
from storage import reminders
from storage.db import Db, Tx
from texts import Text


@dataclass(frozen=True)
class Kind:
    """A line of docs/reminders.md. ``switch``: the key in config.toml that turns it off."""

    name: str
    what: str
    who: str
    when: str
    switch: str


MONTHLY = "monthly"
DEADLINE = "deadline"
CALENDAR = "calendar"

KINDS: tuple[Kind, ...] = (
    Kind(
        MONTHLY,
        "what is still owed this year, whom to see first, how much a month",
        "every member in office who still owes something",
        "once a month: `[reminders] day` and `hour`, on a workday if `workdays_only`",
        "`[reminders] monthly`",
    ),
    Kind(
        monthly.THANKS,
        "thanks for having done it all",
        "every member who owes nothing any more",
        "once a year, instead of the month's reminder",
        "`[reminders] thanks`",
    ),
    Kind(
        DEADLINE,
        "a date of the scheme; for the contacts' dates, to remind the contacts",
        "every member (or leader) whom it concerns and who has not visibly done it",
        "once for each of the date's `remind_days_before` (two weeks and two days), at `[reminders] hour`",
        "`[reminders] deadlines`, or `remind_days_before = []` for one date",
    ),
    Kind(
        "activity",
        "an activity, or a booked talk, of tomorrow, with time and place",
        "everyone who said that they come, both sides of a talk",
        "once, the day (`workdays_only`: the workday) before, at `[reminders] hour`; again if it is moved",
        "`[reminders] activities`",
    ),
    Kind(
        "judging",
        "how an activity was",
        "everyone who signed in at it",
        "once, when it is over",
        "no",
    ),
    Kind(
        "promises",
        "what was promised to contacts and is not done, all of it in one message",
        "the member who promised it",
        "two days before its day, the day after, then once a week, at `[reminders] hour`",
        "`[reminders] promises`",
    ),
    Kind(
        "overdue",
        "what is still owed, where less is done than the months that are over ask for",
        "members whom the office, or the people of their unit, remind in `/overdue`",
        "when the button is pressed, outside the quiet hours; at most once in 7 days, whoever presses",
        "no",
    ),
    Kind(
        "summary",
        "what came of a round: sent, blocked, not joined, owing nothing",
        "the office",
        "once after each round, when its last message is sent or given up",
        "no",
    ),
    Kind(
        "backup",
        "last night's copy of the database is missing",
        "the office",
        "in the morning, once for each such night",
        "`[backup] folder`",
    ),
    Kind(
        CALENDAR,
        "this year's make-up workdays are not known yet",
        "the office",
        "once a year, where `workdays_only` needs them",
        "`[reminders] workdays_only`, or name the days in `extra_workdays`",
    ),
)


@dataclass(frozen=True)
class Due:
    """A round whose moment has come. ``may_go``: False while it waits for a workday."""

    round: Round
    prepare: Prepare
    may_go: bool = True


async def remind(db: Db, rules: Rules) -> dict[str, int]:
    """Carry out every round that is due; kind → how many members were claimed."""
    now = db.clock()
    if is_quiet(now, rules):
        return {}
    async with db.read() as tx:
        began = await reminders.house_began(tx)
        due = all_due(now, began, rules) if began else []
        open_now = [one for one in due if one.may_go and not await _is_told(tx, one.round)]
    await _close_overtaken(db, due)
    claimed: Counter[str] = Counter()
    for one in open_now:
        claimed[one.round.kind] += await carry_out(db, one.round, one.prepare)
    return dict(claimed)


def is_quiet(now: datetime, rules: Rules) -> bool:
    """Nobody is disturbed now, the office neither."""
    return outside_quiet(now, rules.zone, rules.settings.quiet_from, rules.settings.quiet_to) != now


def all_due(now: datetime, began: datetime, rules: Rules) -> list[Due]:
    """The rounds whose moment has passed, told or not: the month's, then those of dates.

    None of a moment before ``began``, when the house was not there yet.
    """
    today = now.astimezone(rules.zone).date()
    return [*_month_due(now, began, rules, today), *_dates_due(now, began, rules, today)]


def _month_due(now: datetime, began: datetime, rules: Rules, today: date) -> list[Due]:
    """Nothing where the scheme sets members no figures: then nothing can be owed."""
    if not rules.settings.monthly or not rules.scheme.quotas_of(Whose.MEMBER, Whose.LEADER):
        return []
    month = latest_due(now, began, rules.settings, rules.zone, rules.workdays)
    if month is None:
        return []
    # A missed round may be found on a Sunday.
    may_go = not rules.settings.workdays_only or rules.workdays.is_workday(today)
    return [Due(Round(MONTHLY, month.period, today), partial(monthly.prepare, rules=rules, today=today), may_go)]


def _dates_due(now: datetime, began: datetime, rules: Rules, today: date) -> list[Due]:
    if not rules.settings.deadlines:
        return []
    dates = [date for date in rules.scheme.deadlines if deadlines.whose(date)]
    return [
        Due(
            Round(DEADLINE, due.period, today, leaders_only=deadlines.whose(due.deadline) == {Whose.LEADER}),
            partial(deadlines.prepare, rules=rules, due=due),
        )
        for due in deadline_due(dates, now, began, rules.settings, rules.zone)
    ]


async def _is_told(tx: Tx, occasion: Round) -> bool:
    return await reminders.is_told(tx, occasion.kind, occasion.period)


_TIMED = frozenset({MONTHLY, DEADLINE})
"""Kinds of rounds whose time passes; a bulletin is sent to its end, however late."""


async def _close_overtaken(db: Db, due: Sequence[Due]) -> None:
    """A round that a crash cut short and whose time is over ends with those it reached."""
    current = {(one.round.kind, one.round.period) for one in due}
    async with db.read() as tx:
        overtaken = [
            one for one in await reminders.untold(tx) if one.kind in _TIMED and (one.kind, one.period) not in current
        ]
    for one in overtaken:
        async with db.write() as tx:
            await reminders.mark_told(tx, one.id)


async def ask_for_calendar(db: Db, rules: Rules) -> dict[str, int]:
    """Tell the office once that this year's make-up workdays are not known: reminders then go by weekends alone."""
    now = db.clock()
    year = now.astimezone(rules.zone).year
    if not rules.settings.workdays_only or rules.workdays.is_known(year) or is_quiet(now, rules):
        return {}
    async with db.read() as tx:
        if await reminders.is_told(tx, CALENDAR, str(year)) or not await office_listens(tx):
            return {}
    async with db.write() as tx:
        if not await reminders.claim_once(tx, CALENDAR, str(year)):
            return {}
        return {"told": await tell_office(tx, Text("reminder-calendar-unknown", year=str(year)))}
