"""All periodic work, in one list. APScheduler is only the tick.

What is due, and what is done, is in the database: a job that runs twice, late, or in two processes does its work once.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from handlers.context import House
from services import (
    activity_rounds,
    backups,
    brief_feedback,
    chases,
    confirmations,
    figures,
    forgetting,
    gathering,
    good_deeds,
    grade_requests,
    housekeeping,
    letter_chasing,
    reminders,
    scheme_versions,
    sign_in_screens,
    stranded,
    summaries,
    watch,
)
from storage.db import Db

log = structlog.get_logger()

Work = Callable[[Db, House], Awaitable[Mapping[str, int]]]
"""Does what is due, in transactions of its own; what was done goes to the log."""


@dataclass(frozen=True)
class Job:
    """A line of docs/reminders.md: what is looked after, and how often we look.

    ``tells``: which of ``services.reminders.KINDS`` come of it; ``by_day``: it rests in the quiet hours.
    """

    name: str
    every: timedelta
    work: Work
    what: str
    tells: tuple[str, ...] = ()
    by_day: bool = False


async def keep_scheme(db: Db, house: House) -> Mapping[str, int]:
    """The version of the scheme that holds today."""
    today = db.clock().astimezone(house.committee.zone).date()
    async with db.read() as tx:
        house.scheme = await scheme_versions.in_force(tx, house.scheme.on(scheme_versions.EVER), today)
    return {}


async def _remind(db: Db, house: House) -> Mapping[str, int]:
    return await gathering.remind(db, house.rules)


async def _summarise(db: Db, house: House) -> Mapping[str, int]:
    return await summaries.summarise(db, house.rules)


async def _ask_for_calendar(db: Db, house: House) -> Mapping[str, int]:
    return await reminders.ask_for_calendar(db, house.rules)


async def _show_disputes(db: Db, house: House) -> Mapping[str, int]:
    days = house.visits.dispute_open_days
    return {**await confirmations.show_overdue(db, days), **await good_deeds.show_overdue(db, days)}


async def _look_after_activities(db: Db, house: House) -> Mapping[str, int]:
    return await activity_rounds.look(db, house.rules)


async def _bring_back(db: Db, house: House) -> Mapping[str, int]:
    return await stranded.bring_back(db, house.rules, house.mailbox.back_to_triage_after_days)


async def _chase_letters(db: Db, house: House) -> Mapping[str, int]:
    return await letter_chasing.chase(db, house.rules, house.mailbox)


async def _ask_for_grades(db: Db, house: House) -> Mapping[str, int]:
    return await grade_requests.ask_again(db, house.rules, house.mailbox.ask_grade_again_after_days)


async def _chase_departments(db: Db, house: House) -> Mapping[str, int]:
    return await chases.chase(db, house.rules)


async def _close_unjudged(db: Db, house: House) -> Mapping[str, int]:
    return await brief_feedback.close_unjudged(db, house.briefs.judge_within_days)


async def _tidy(db: Db, house: House) -> Mapping[str, int]:
    return await housekeeping.tidy(db, house.committee.zone)


async def _keep_times(db: Db, house: House) -> Mapping[str, int]:
    return await forgetting.keep_times(db, house.committee.zone, house.retention)


async def _back_up(db: Db, house: House) -> Mapping[str, int]:
    return await backups.nightly(db, house.backup, house.committee, house.rules)


async def _answer_figures(db: Db, house: House) -> Mapping[str, int]:
    return await figures.answer(db, figures.Desk(house.rules, house.committee, house.totals, house.appraisal))


async def _draw_screens(db: Db, house: House) -> Mapping[str, int]:
    return await sign_in_screens.draw_anew(db, house.bot_name)


async def _watch(db: Db, house: House) -> Mapping[str, int]:
    return await watch.look(db, await house.room.disk() if house.room else None)


async def _mend_after_clock(db: Db, _: House) -> Mapping[str, int]:
    return await watch.mend_after_clock(db)


JOBS: tuple[Job, ...] = (
    Job("scheme", timedelta(minutes=1), keep_scheme, "takes a new version of the scheme on the day it begins"),
    Job(
        "reminders",
        timedelta(minutes=1),
        _remind,
        "finds what is due for everyone, and sends each one message a day",
        tells=("monthly", "thanks", "deadline", "unseen", "activity", "talk", "promises", "objections"),
    ),
    Job(
        "summaries",
        timedelta(seconds=5),
        _summarise,
        "tells the office of rounds whose last message has gone out",
        tells=("summary",),
    ),
    Job(
        "figures",
        timedelta(seconds=1),
        _answer_figures,
        "counts what was asked for by /stats, /overdue, /bulletin and /appraisal",
    ),
    Job(
        "calendar",
        timedelta(hours=1),
        _ask_for_calendar,
        "asks the office for the year's make-up workdays",
        tells=("calendar",),
    ),
    Job(
        "disputes",
        timedelta(minutes=15),
        _show_disputes,
        "shows the office what contacts dispute and nobody settled",
        tells=("dispute",),
        by_day=True,
    ),
    Job("screens", timedelta(seconds=5), _draw_screens, "draws the sign-in codes on screens anew, each minute"),
    Job(
        "activities",
        timedelta(minutes=1),
        _look_after_activities,
        "asks those who were at an activity how it was",
        tells=("judging",),
    ),
    Job(
        "stranded",
        timedelta(minutes=10),
        _bring_back,
        "brings back to triage what its member can't get",
        tells=("stranded",),
    ),
    Job(
        "chasing",
        timedelta(minutes=5),
        _chase_letters,
        "reminds of letters whose answer or end is due: holder, unit, office",
        tells=("letter",),
    ),
    Job(
        "grades",
        timedelta(minutes=10),
        _ask_for_grades,
        "asks once more, by day, whether it helped, a week after a letter was settled",
        tells=("grade",),
    ),
    Job(
        "chases",
        timedelta(minutes=5),
        _chase_departments,
        "reminds departments, by day, of briefs that they have to answer",
        tells=("chase",),
    ),
    Job(
        "judging",
        timedelta(hours=1),
        _close_unjudged,
        "closes briefs whose writers have had their time to judge",
        tells=("closed",),
        by_day=True,
    ),
    Job("housekeeping", timedelta(minutes=15), _tidy, "forgets, once a night after 03:00, what nobody needs any more"),
    Job("retention", timedelta(minutes=15), _keep_times, "erases, once a night, words that were kept long enough"),
    Job(
        "backup",
        timedelta(minutes=15),
        _back_up,
        "copies the database once a night, if `[backup] folder` is set",
        tells=("backup",),
    ),
    Job(
        "watch",
        timedelta(minutes=1),
        _watch,
        "tells the office what needs a person, and when it is over",
        tells=("trouble",),
    ),
    Job("clock", timedelta(minutes=1), _mend_after_clock, "brings forward what a clock set back has put off too far"),
)


class Schedule:
    """Runs ``JOBS`` from ``start`` to ``stop``, one at a time; at first all at once, to catch up what was missed."""

    def __init__(self, db: Db, house: House, jobs: tuple[Job, ...] = JOBS) -> None:
        self._db = db
        self._house = house
        self._jobs = jobs
        self._one_at_a_time = asyncio.Lock()
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._scheduler = AsyncIOScheduler(timezone=UTC)

    def start(self) -> None:
        for job in self._jobs:
            self._scheduler.add_job(
                self._start_run,
                IntervalTrigger(seconds=int(job.every.total_seconds()), timezone=UTC),
                (job,),
                id=job.name,
                next_run_time=datetime.now(UTC),
                max_instances=1,
                # Late is never too late, and once is enough: the work looks for itself at what is due.
                misfire_grace_time=None,
                coalesce=True,
            )
        self._scheduler.start()

    @property
    def runs(self) -> bool:
        return bool(self._scheduler.running)

    async def stop(self) -> None:
        """Run nothing more. A job under way is undone to its last commit, and taken up again after the next start."""
        self._scheduler.shutdown(wait=False)
        under_way = list(self._under_way.values())
        for task in under_way:
            task.cancel()
        if under_way:
            await asyncio.wait(under_way)
        # APScheduler shuts down by a callback of the loop.
        await asyncio.sleep(0)

    async def tick(self) -> None:
        """Do all that is due now: at once, where the clock was moved."""
        for job in self._jobs:
            await self._run(job)

    async def _start_run(self, job: Job) -> None:
        # A task of ours and not waited for: APScheduler cancels its own when it ends, and logs each as an error.
        if job.name not in self._under_way:
            task = asyncio.create_task(self._run(job), name=f"job-{job.name}")
            self._under_way[job.name] = task
            task.add_done_callback(lambda _: self._under_way.pop(job.name))

    async def _run(self, job: Job) -> None:
        """A job that fails is logged; the others, and its own next time, go on."""
        if job.by_day and reminders.is_quiet(self._db.clock(), self._house.rules):
            return
        async with self._one_at_a_time:
            try:
                async with self._db.alone(f"job {job.name}") as is_ours:
                    done = await job.work(self._db, self._house) if is_ours else {}
            except Exception:
                log.exception("job-failed", job=job.name)
                return
        if done:
            log.info("job-done", job=job.name, **done)
