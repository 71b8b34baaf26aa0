"""催办: who holds a letter is reminded before and after its deadline, then their unit's people, then the office.

What is due is computed from the letters and claimed in ``letter_chases``: a missed tick is caught up, a second one or a
second process tells nobody twice. By day and on workdays alone.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from domain import letter_deadlines as deadlines
from domain.letters import CHASES, OFFICE_DESK, Chased, ChaseStep, Clock, EventKind, Letter, LetterState
from domain.settings import Mailbox
from services import letter_post as post
from services.letter_parties import holder_named, holder_of
from services.outbox import About, Buttons
from services.reminders import is_quiet
from services.rounds import Rules
from storage import letter_chases, letters, people, units
from storage.db import Db, Tx
from storage.letter_chases import Running
from texts import Text


@dataclass(frozen=True)
class Due:
    """A step of a letter's clock whose day has come."""

    letter_id: int
    clock: Clock
    since: datetime
    step: ChaseStep
    deadline: date


async def chase(db: Db, rules: Rules, limits: Mailbox) -> Mapping[str, int]:
    """Take every step that is due; step → how many."""
    local = db.clock().astimezone(rules.zone)
    if is_quiet(db.clock(), rules) or local.hour < rules.settings.hour or not rules.workdays.is_workday(local.date()):
        return {}
    async with db.read() as tx:
        due = [one for clock in Clock for one in await _due(tx, clock, local.date(), rules, limits)]
    taken: Counter[str] = Counter()
    for one in due:
        async with db.write() as tx:
            taken[one.step.name] += await _take(tx, one, local.date())
    return {step: count for step, count in taken.items() if count}


async def _due(tx: Tx, clock: Clock, today: date, rules: Rules, limits: Mailbox) -> list[Due]:
    before = deadlines.begun_before(today, clock, limits, rules.workdays)
    if before is None:
        return []
    midnight = datetime.combine(before, time(), rules.zone).astimezone(UTC)
    found = [
        await _step(tx, one, clock, today, rules, limits)
        for one in await letter_chases.running(tx, clock, midnight, CHASES[-1])
    ]
    return [one for one in found if one]


async def _step(tx: Tx, one: Running, clock: Clock, today: date, rules: Rules, limits: Mailbox) -> Due | None:
    """The step that is due for this letter and was not taken."""
    since = one.since_at.astimezone(rules.zone).date()
    paused = 0
    if clock is Clock.SETTLE and one.was_asked:
        log = await letter_chases.questions(tx, one.letter_id)
        paused = deadlines.paused_workdays(log, one.since_at, rules.zone, rules.workdays)
    step = deadlines.due_step(since, today, clock, limits, rules.workdays, paused)
    if step is None or step.name in one.done:
        return None
    last = deadlines.deadline(since, clock, limits, rules.workdays, paused)
    return Due(one.letter_id, clock, one.since_at, step, last)


async def _take(tx: Tx, due: Due, today: date) -> bool:
    """One step; False when somebody was quicker, or the letter went on meanwhile."""
    letter = await letters.get_to_change(tx, due.letter_id)
    if letter is None or letter.is_over or letter.state is LetterState.WAITING:
        return False
    if _since(letter, due.clock) != due.since:
        return False
    if not await letter_chases.claim(tx, letter.id, due.clock, due.since, due.step):
        return False
    told = await _tell(tx, letter, due, today)
    if told:
        step = due.step
        await letters.log(tx, letter.id, EventKind.CHASED, None, clock=due.clock, step=step.name, whom=step.whom)
    return bool(told)


def _since(letter: Letter, clock: Clock) -> datetime | None:
    return letter.owed_since_at if clock is Clock.ANSWER else letter.opened_at


async def _tell(tx: Tx, letter: Letter, due: Due, today: date) -> int:
    """How many people are told: of a unit of which nobody belongs to us, none."""
    person_ids, buttons = await _whom(tx, letter, due.step.whom)
    text = Text(
        f"chase-{due.step.name}",
        number=letter.number,
        topic=post.topic_of(letter),
        clock=Text(f"letter-clock-{due.clock}"),
        holder=await holder_named(tx, letter.desk),
        deadline=due.deadline,
        days=(today - due.deadline).days,
    )
    # A unit watches over its members; what people write to them is not shown to it.
    about = About(letter.id)
    for person_id in person_ids:
        await post.show(tx, person_id, [text], about=about, buttons=buttons)
    return len(person_ids)


async def _whom(tx: Tx, letter: Letter, whom: Chased) -> tuple[list[int], Buttons]:
    if whom is Chased.HOLDER:
        return list((await holder_of(tx, letter.desk)).person_ids), post.holder_buttons(letter)
    if whom is Chased.OFFICE:
        return list((await holder_of(tx, OFFICE_DESK)).person_ids), post.office_buttons(letter)
    if letter.member_id is None:
        return [], ()
    unit = await units.named(tx, (await people.member(tx, letter.member_id)).unit)
    return [row["id"] for row in await units.people_of(tx, unit.id)] if unit else [], ()
