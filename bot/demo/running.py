"""The demo as a command: it greets, plays the tour if asked to, and runs until it is asked to stop."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from bot import logs
from bot.app import App
from bot.demo.house import SCHEME, Show, demo_committee, open_show
from bot.demo.story import Scenes, Story
from bot.demo.tour import CHAPTERS, STORY, play
from domain.reminders import monthly_due
from domain.schemes import Whose
from texts import Text, Texts

MEMBERS_IN_LINE = 4


async def demo(port: int, tour: bool, exit_after: bool, scheme: str | None) -> int:
    """Run the demo until Ctrl-C or SIGTERM, or with ``exit_after`` until the tour is over; the exit code.

    0, or 1 when a step of the tour was not seen.

    Raises:
        CommandFault: nobody can listen on this port.
        SchemeFault: there is no such scheme.
    """
    # The terminal is for people: warnings and worse, beside the story.
    logs.configure("warning", "console")
    texts = Texts.load(demo_committee().zone)
    with asked_to_stop() as stop:
        async with open_show(port, scheme or SCHEME, texts) as show:
            _welcome(show)
            seen = await _toured(show, stop, scenes_of(scheme)) if tour else True
            if tour and scheme is None:
                show.stage.tell("tour-chapters", schemes="、".join(CHAPTERS))
            if not exit_after:
                show.stage.out("")
                show.stage.tell("demo-runs-until-stopped")
                await show.app.until_stopped(stop)
            return 0 if seen else 1


def scenes_of(scheme: str | None) -> Scenes:
    """The house's story; of a scheme that was asked for, its own chapter."""
    return STORY if scheme is None else CHAPTERS[scheme]


def story_of(show: Show) -> Story:
    began, reminder_at = show.app.db.clock(), next_reminder(show.app)
    return Story(show.stage, show.client, began, reminder_at, show.camera, show.group, show.channel)


async def _toured(show: Show, stop: asyncio.Event, scenes: Scenes) -> bool:
    """Play the tour, or as much of it as there is time for; was every step seen?"""
    tour = asyncio.create_task(play(story_of(show), scenes))
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait([tour, stopped], return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if not tour.done():
        tour.cancel()
        await asyncio.wait([tour])
        return False
    return tour.result()


def next_reminder(app: App) -> datetime | None:
    """When the members are next reminded; None where the scheme sets them no figures, and nobody is."""
    house, now = app.house, app.db.clock()
    if not house.scheme.quotas_of(Whose.MEMBER):
        return None
    zone = house.committee.zone
    months = ((now + timedelta(days=31 * ahead)).astimezone(zone) for ahead in (0, 1))
    due = (monthly_due(day.year, day.month, house.reminders, zone, house.workdays) for day in months)
    return next(at for at in due if at > now)


@contextmanager
def asked_to_stop() -> Iterator[asyncio.Event]:
    """Set by Ctrl-C and SIGTERM."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    try:
        yield stop
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)


def _welcome(show: Show) -> None:
    committee, stage = show.committee, show.stage
    members = [
        stage.plain("demo-member-named", name=one.name, sector=one.sector)
        for one in committee.members
        if one.name != committee.leader
    ]
    stage.tell(
        "demo-welcome",
        committee=committee.name,
        url=show.client.url + "/",
        now=show.app.db.clock(),
        constituents="、".join(committee.constituents),
        members="、".join(members[:MEMBERS_IN_LINE]),
        others=[
            Text("demo-more-members", members="、".join(members[start : start + MEMBERS_IN_LINE]))
            for start in range(MEMBERS_IN_LINE, len(members), MEMBERS_IN_LINE)
        ],
        office=committee.office,
        leader=committee.leader,
        department=committee.department,
        staff=committee.staff,
        invited="、".join(committee.members_who("later")),
        absent="、".join(committee.members_who("never")),
    )
