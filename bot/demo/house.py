"""The running demo: everything in one process, on one clock that can be moved, with nothing left behind."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from bot import logs
from bot.app import App, build_house
from bot.config import Config, Scheme, Storage, Telegram
from bot.demo import committee as committees
from bot.demo.committee import DemoCommittee
from bot.demo.history import SetClock, live_through, settle_in
from bot.demo.stage import Stage
from bot.demo.tour import play
from bot.pace import Sending
from domain.reminders import monthly_due
from domain.schemes import Whose
from domain.settings import Channels, Committee
from sandbox.client import Phone, SandboxClient
from sandbox.server import Sandbox
from services.outbox import show_commands
from services.schemes import SchemeFault
from storage import people
from storage.db import Db, open_db
from storage.migrate import migrate
from texts import Text, Texts

TOKEN = "900000:demo"  # noqa: S105  (known to nobody but our own sandbox)
SCHEME = "jingjiang-2014"
LIVELY = Sending(overall_per_second=200, chat_per_second=20, group_per_minute=600)
"""Nobody limits us here."""
GREETED_WITHIN = 10.0


class PortIsTaken(Exception):
    """Another program listens there."""


@dataclass(frozen=True)
class Show:
    """A running demo."""

    committee: DemoCommittee
    app: App
    client: SandboxClient
    stage: Stage


async def demo(port: int, tour: bool, exit_after: bool, scheme: str | None) -> int:
    """Run the demo until Ctrl-C or SIGTERM, or with ``exit_after`` until the tour is over; the exit code.

    1: the port is taken, there is no such scheme, or a step of the tour was not seen.
    """
    # The terminal is for people: warnings and worse, beside the story.
    logs.configure("warning", "console")
    texts = Texts.load(_committee().zone)
    try:
        with _asked_to_stop() as stop:
            async with open_show(port, scheme or SCHEME, texts) as show:
                _welcome(show, texts)
                seen = await _toured(show, stop) if tour else True
                if not exit_after:
                    show.stage.tell("demo-runs-until-stopped")
                    await show.app.until_stopped(stop)
                return 0 if seen else 1
    except PortIsTaken:
        print(texts.plain("zh", Text("demo-port-is-taken", port=str(port))), file=sys.stderr)
    except SchemeFault as fault:
        print(*fault.lines, sep="\n", file=sys.stderr)
    return 1


async def _toured(show: Show, stop: asyncio.Event) -> bool:
    """Play the tour, or as much of it as there is time for; was every step seen?"""
    tour = asyncio.create_task(play(show.client, show.stage, next_reminder(show.app)))
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
def _asked_to_stop() -> Iterator[asyncio.Event]:
    """Set by Ctrl-C and SIGTERM."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    try:
        yield stop
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)


# --- built and wired --------------------------------------------------------------------------------------------------


@asynccontextmanager
async def open_show(port: int, scheme: str, texts: Texts) -> AsyncIterator[Show]:
    """Sandbox, history, bot; every phone greeted. All of it is gone at the end.

    Raises:
        PortIsTaken, SchemeFault
    """
    committee = committees.load()
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="lianxin-demo-"))
        sandbox = await _sandbox(port, committee)
        stack.push_async_callback(sandbox.stop)
        client = await stack.enter_async_context(SandboxClient(sandbox.url))
        phones = await _phones(client, committee, texts)
        config = demo_config(sandbox.url, Path(folder), scheme, await _channels(client, committee, phones))
        await _past(config, committee, phones)
        app = await stack.enter_async_context(await App.open(config, sandbox.clock.now, migrating=False))
        following = asyncio.create_task(_follow(sandbox, app))
        stack.push_async_callback(_cancelled, following)
        await _greeted(app, committee, phones)
        yield Show(committee, app, client, Stage(phones, texts))


async def _sandbox(port: int, committee: DemoCommittee) -> Sandbox:
    try:
        sandbox = await Sandbox.start(port, token=TOKEN)
    except OSError as fault:
        raise PortIsTaken from fault
    sandbox.clock.set_to(committee.today)
    return sandbox


async def _phones(client: SandboxClient, committee: DemoCommittee, texts: Texts) -> dict[str, Phone]:
    """One for everyone, by name. The page shows the first constituent, the first member and the office."""
    people_of_page = [
        *((name, Text("demo-constituent")) for name in committee.constituents),
        *((one.name, Text("demo-member", sector=one.sector)) for one in committee.members if one.telegram != "never"),
        (committee.office, Text("demo-office")),
        (committee.leader, Text("demo-leader")),
        (committee.department, Text("demo-department")),
    ]
    return {name: await client.person(name, label=texts.plain("zh", label)) for name, label in people_of_page}


async def _channels(client: SandboxClient, committee: DemoCommittee, phones: Mapping[str, Phone]) -> Channels:
    """The members' group and the public channel; both are the office's."""
    office = phones[committee.office]
    members = [phones[name] for name in _joined(committee)]
    public = [phones[name] for name in committee.constituents]
    group = await client.chat("supergroup", committee.members_group, [office, *members])
    channel = await client.chat("channel", committee.public_channel, [office, *members, *public])
    return Channels(members_chat_id=group.id, public_chat_id=channel.id)


def _joined(committee: DemoCommittee) -> list[str]:
    return [one.name for one in committee.members if one.telegram == "joined"]


def _committee() -> Committee:
    made_up = committees.load()
    return Committee(name=made_up.name, code=made_up.code)


def demo_config(sandbox_url: str, folder: Path, scheme: str, channels: Channels) -> Config:
    """A configuration that asks neither file nor environment: a demo must not touch anyone's real committee."""
    return Config.model_construct(
        committee=_committee(),
        telegram=Telegram(
            token=SecretStr(TOKEN), base_url=f"{sandbox_url}/bot", base_file_url=f"{sandbox_url}/file/bot"
        ),
        channels=channels,
        storage=Storage(url=f"sqlite:///{folder / 'demo.db'}"),
        scheme=Scheme(name=scheme),
        sending=LIVELY,
    )


async def _past(config: Config, committee: DemoCommittee, phones: Mapping[str, Phone]) -> None:
    """A database in which half a year has passed."""
    clock = SetClock(committee.opened)
    house = build_house(config, "", clock().year)
    await migrate(config.storage.url)
    db = await open_db(config.storage.url, clock)
    joined = {name: phone.id for name, phone in phones.items() if name not in _invited_later(committee)}
    try:
        async with db.write() as tx:
            await settle_in(tx, committee, joined)
        await live_through(db, clock, committee, house)
    finally:
        await db.close()


def _invited_later(committee: DemoCommittee) -> set[str]:
    return {one.name for one in committee.members if one.telegram == "later"}


async def _greeted(app: App, committee: DemoCommittee, phones: Mapping[str, Phone]) -> None:
    """Everyone who has joined has pressed «start», and has the commands of their role."""
    there = [phone for name, phone in phones.items() if name not in _invited_later(committee)]
    await _give_commands(app.db, app, there)
    for phone in there:
        await phone.start()
    await asyncio.gather(*(phone.sees(timeout=GREETED_WITHIN) for phone in there))


async def _give_commands(db: Db, app: App, phones: list[Phone]) -> None:
    async with db.write() as tx:
        for phone in phones:
            person = await people.by_telegram(tx, phone.id)
            if person is not None and person.roles:
                await show_commands(tx, person.id, app.house_routes.commands_for(person.roles))


async def _follow(sandbox: Sandbox, app: App) -> None:
    """When someone moves the clock, what is due by then happens at once."""
    moved = asyncio.Event()
    sandbox.on_clock(lambda _: moved.set())
    while True:
        await moved.wait()
        moved.clear()
        await app.schedule.tick()


async def _cancelled(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.wait([task])


# --- what the terminal shows ------------------------------------------------------------------------------------------


def _welcome(show: Show, texts: Texts) -> None:
    committee = show.committee
    members = [Text("demo-member-named", name=one.name, sector=one.sector) for one in committee.members]
    absent = [one.name for one in committee.members if one.telegram == "never"]
    show.stage.tell(
        "demo-welcome",
        committee=committee.name,
        url=show.client.url + "/",
        now=show.app.db.clock(),
        constituents="、".join(committee.constituents),
        members="、".join(texts.plain("zh", member) for member in members),
        office=committee.office,
        leader=committee.leader,
        department=committee.department,
        invited="、".join(sorted(_invited_later(committee))),
        absent="、".join(absent),
    )
