"""All reminders: which there are, and which rounds of them are due now.

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
from services import deadlines, monthly, unseen
from services.office import office_listens, tell_office
from services.rounds import Prepare, Round, Rules, carry_out
from storage import reminders
from storage.db import Db, Tx
from texts import Text


@dataclass(frozen=True)
class Kind:
    """A line of docs/reminders.md.

    ``switch``: the key in config.toml that turns it off. ``is_gathered``: it is a line of the day's one message;
    ``can_wait``: who gets it may put it off.
    """

    name: str
    what: str
    who: str
    when: str
    switch: str
    is_gathered: bool = False
    can_wait: bool = False


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
        is_gathered=True,
        can_wait=True,
    ),
    Kind(
        monthly.THANKS,
        "thanks for having done it all",
        "every member who owes nothing any more",
        "once a year, instead of the month's reminder",
        "`[reminders] thanks`",
        is_gathered=True,
    ),
    Kind(
        DEADLINE,
        "a date of the scheme; for the contacts' dates, to remind the contacts",
        "every member (or leader) whom it concerns and who has not visibly done it",
        "once for each of the date's `remind_days_before` (two weeks and two days), at `[reminders] hour`",
        "`[reminders] deadlines`, or `remind_days_before = []` for one date",
        is_gathered=True,
        can_wait=True,
    ),
    Kind(
        unseen.UNSEEN,
        "contacts not visited for `[reminders] unseen_months` (the software's own default: 4), with the last day",
        "every member in office who has such contacts",
        "once a month: `[reminders] unseen_day` and `hour`, on a workday if `workdays_only`",
        "`[reminders] unseen_months = 0`",
        is_gathered=True,
        can_wait=True,
    ),
    Kind(
        "activity",
        "an activity of tomorrow, with time and place",
        "everyone who said that they come",
        "once, the day (`workdays_only`: the workday) before, at `[reminders] hour`; again if it is moved",
        "`[reminders] activities`",
        is_gathered=True,
    ),
    Kind(
        "talk",
        "a booked talk of tomorrow",
        "both sides of it",
        "as for an activity",
        "`[reminders] activities`",
        is_gathered=True,
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
        "what was promised to contacts and is not done",
        "the member who promised it",
        "two days before its day, the day after, then once a week, at `[reminders] hour`",
        "`[reminders] promises`",
        is_gathered=True,
        can_wait=True,
    ),
    Kind(
        "objections",
        "objections to points that the office has not decided for `[reminders] objection_days` (own default: 7)",
        "everyone of the office, but nobody of their own",
        "after so many days, then once a week, at `[reminders] hour`, on a workday if `workdays_only`",
        "`[reminders] objection_days = 0`",
        is_gathered=True,
        can_wait=True,
    ),
    Kind(
        "letter",
        "a letter whose answer or end is due; each by itself, so that a reply to it is the answer",
        "who holds it, then their unit, then the office",
        "by the table `domain.letters.CHASES`, on workdays, from `[reminders] hour` on",
        "`[mailbox] answer_within_workdays = 0`, `settle_within_workdays = 0`",
    ),
    Kind(
        "grade",
        "whether the answer helped",
        "who wrote a letter and has not said it",
        "once a letter, `[mailbox] ask_grade_again_after_days` after its end",
        "`[mailbox] ask_grade_again_after_days = 0`",
    ),
    Kind(
        "chase",
        "a brief that a department has to answer",
        "the department's people; later the office as well",
        "before the deadline and after it, by the table `domain.assignments.CHASES`",
        "no",
    ),
    Kind(
        "closed",
        "a brief whose writers have had their time to judge is closed",
        "who wrote it",
        "once, `[briefs] judge_within_days` after its result was carried back",
        "no",
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
        "once after each round of the month's plan or of a date, when its last message is sent or given up",
        "no",
    ),
    Kind(
        "dispute",
        "a visit or a good deed that its contact disputes and nobody has settled",
        "the office (the member heard of it at once)",
        "once, after `[visits] dispute_open_days`",
        "no",
    ),
    Kind(
        "stranded",
        "a letter is in triage again: its member left, or neither they nor their unit can be reached",
        "the office, and who wrote it",
        "once, at once where the member left, else `[mailbox] back_to_triage_after_days` after it came",
        "`[mailbox] back_to_triage_after_days = 0`, but for members who left",
    ),
    Kind(
        "trouble",
        "messages held up or refused, a disk that fills; messages that could not be handled, counted",
        "the office",
        "once when it begins and once when it is over, at night too; of what could not be handled at most once an hour",
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


def kind_of(name: str) -> Kind:
    return next(kind for kind in KINDS if kind.name == name)


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
    """The rounds whose moment has passed, told or not: the month's, those of dates, of contacts not seen for long.

    None of a moment before ``began``, when the house was not there yet.
    """
    today = now.astimezone(rules.zone).date()
    return [
        *_month_due(now, began, rules, today),
        *_dates_due(now, began, rules, today),
        *_unseen_due(now, began, rules, today),
    ]


def _month_due(now: datetime, began: datetime, rules: Rules, today: date) -> list[Due]:
    """Nothing where the scheme sets members no figures: then nothing can be owed."""
    if not rules.settings.monthly or not rules.scheme.quotas_of(Whose.MEMBER, Whose.LEADER):
        return []
    month = latest_due(now, began, rules.settings, rules.zone, rules.workdays)
    if month is None:
        return []
    return [
        Due(
            Round(MONTHLY, month.period, today, until_on=date(today.year, 12, 31)),
            partial(monthly.prepare, rules=rules, today=today),
            _may_go(rules, today),
        )
    ]


def _unseen_due(now: datetime, began: datetime, rules: Rules, today: date) -> list[Due]:
    if not rules.settings.unseen_months:
        return []
    on_its_day = rules.settings.model_copy(update={"day": rules.settings.unseen_day})
    month = latest_due(now, began, on_its_day, rules.zone, rules.workdays)
    if month is None:
        return []
    prepare = partial(unseen.prepare, rules=rules, today=today)
    return [Due(Round(unseen.UNSEEN, month.period, today), prepare, _may_go(rules, today))]


def _may_go(rules: Rules, today: date) -> bool:
    """A missed round may be found on a Sunday."""
    return not rules.settings.workdays_only or rules.workdays.is_workday(today)


def _dates_due(now: datetime, began: datetime, rules: Rules, today: date) -> list[Due]:
    if not rules.settings.deadlines:
        return []
    dates = [date for date in rules.scheme.deadlines if deadlines.whose(date)]
    return [
        Due(
            Round(
                DEADLINE,
                due.period,
                today,
                leaders_only=deadlines.whose(due.deadline) == {Whose.LEADER},
                until_on=due.on,
            ),
            partial(deadlines.prepare, rules=rules, due=due),
        )
        for due in deadline_due(dates, now, began, rules.settings, rules.zone)
    ]


async def _is_told(tx: Tx, occasion: Round) -> bool:
    return await reminders.is_told(tx, occasion.kind, occasion.period)


async def _close_overtaken(db: Db, due: Sequence[Due]) -> None:
    """A round that a crash cut short and whose time is over ends with those it reached."""
    current = {(one.round.kind, one.round.period) for one in due}
    async with db.read() as tx:
        overtaken = [one for one in await reminders.untold(tx) if (one.kind, one.period) not in current]
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
