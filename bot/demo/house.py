"""The demo's house: sandbox, history and bot in one process, on one clock that can be moved; nothing stays behind."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from bot.app import TABLE, App, build_house
from bot.config import Config, Scheme, Security, Storage, Telegram
from bot.demo import committee as committees
from bot.demo.committee import Delegate, DemoCommittee
from bot.demo.history import SetClock, live_through, settle_in
from bot.demo.stage import Stage
from bot.pace import Sending
from bot.terminal import CommandFault
from domain.keys import KeyRing
from domain.settings import Appraisal, Channels, Committee, Mailbox
from sandbox.client import Chat, Phone, SandboxClient
from sandbox.server import Sandbox
from services.outbox import show_commands
from storage import key_file, outbox, people
from storage.db import Db, open_db
from storage.migrate import migrate
from texts import Text, Texts

TOKEN = "900000:demo"  # noqa: S105  (known to nobody but our own sandbox)
SCHEME = "jingjiang-2014"
LIVELY = Sending(overall_per_second=200, chat_per_second=20, group_per_minute=600)
"""Nobody limits us here."""
UNHURRIED = Mailbox(
    letters_per_day=0, newcomer_letters_per_day=0, messages_per_minute=0, newcomer_messages_per_minute=0
)
"""Nor do we limit those who play all the parts at once."""
GREETED_WITHIN = 30.0
LOOKS_EVERY, MOST_LOOKS = 0.05, 40
LOOKED_AT = 50
"""Messages among which the newest picture with a QR code is."""


@dataclass(frozen=True)
class Show:
    """A running demo."""

    committee: DemoCommittee
    app: App
    client: SandboxClient
    stage: Stage
    group: Chat
    channel: Chat

    async def camera(self) -> str:
        """What a camera reads from the newest picture with a QR code that the bot has sent."""
        async with self.app.db.read() as tx:
            pictures = [content.get("picture", {}) for content in await outbox.newest(tx, LOOKED_AT)]
        return next((each["data"]["link"] for each in pictures if "link" in each.get("data", {})), "")


@asynccontextmanager
async def open_show(port: int, scheme: str, texts: Texts) -> AsyncIterator[Show]:
    """Sandbox, history, bot; every phone greeted. All of it is gone at the end.

    Raises:
        CommandFault, SchemeFault
    """
    committee = committees.load().under(scheme)
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="lianxin-demo-"))
        sandbox = await _sandbox(port, committee)
        stack.push_async_callback(sandbox.stop)
        client = await stack.enter_async_context(SandboxClient(sandbox.url))
        phones = await _phones(client, committee, texts)
        group, channel = await _channels(client, committee, phones)
        channels = Channels(members_chat_id=group.id, public_chat_id=channel.id)
        config = demo_config(sandbox.url, Path(folder), scheme, channels)
        await _past(config, committee, phones)
        app = await stack.enter_async_context(await App.open(config, sandbox.clock.now, migrating=False))
        following = asyncio.create_task(_follow(sandbox, app))
        stack.push_async_callback(_cancelled, following)
        await _greeted(app, committee, phones)
        stage = Stage(phones, texts, config.committee.zone)
        yield Show(committee, app, client, stage, group, channel)


async def _sandbox(port: int, committee: DemoCommittee) -> Sandbox:
    try:
        sandbox = await Sandbox.start(port, token=TOKEN)
    except (OSError, OverflowError):
        raise CommandFault(Text("demo-port-is-not-free", port=str(port))) from None
    sandbox.clock.set_to(committee.today)
    return sandbox


async def _phones(client: SandboxClient, committee: DemoCommittee, texts: Texts) -> dict[str, Phone]:
    """One for everyone, by name. The page shows the first constituent, the first member and the office."""
    people_of_page = [
        *((name, Text("demo-constituent")) for name in committee.constituents),
        *((one.name, _label(committee, one)) for one in committee.members if one.telegram != "never"),
        (committee.office, Text("demo-office")),
        (committee.department, Text("demo-department")),
        (committee.staff, Text("demo-staff")),
    ]
    return {name: await client.person(name, label=texts.plain("zh", label)) for name, label in people_of_page}


def _label(committee: DemoCommittee, member: Delegate) -> Text:
    is_leader = member.name == committee.leader
    return Text("demo-leader") if is_leader else Text("demo-member", sector=member.sector)


async def _channels(client: SandboxClient, committee: DemoCommittee, phones: Mapping[str, Phone]) -> tuple[Chat, Chat]:
    """The members' group and the public channel; both are the office's."""
    office = phones[committee.office]
    members = [phones[name] for name in committee.members_who("joined")]
    public = [phones[name] for name in committee.constituents]
    group = await client.chat("supergroup", committee.members_group, [office, *members])
    channel = await client.chat("channel", committee.public_channel, [office, *members, *public])
    return group, channel


def demo_committee() -> Committee:
    made_up = committees.load()
    return Committee(name=made_up.name, code=made_up.code)


def demo_config(sandbox_url: str, folder: Path, scheme: str, channels: Channels) -> Config:
    """A configuration that asks neither file nor environment: a demo must not touch anyone's real committee."""
    return Config.model_construct(
        committee=demo_committee(),
        telegram=Telegram(
            token=SecretStr(TOKEN), base_url=f"{sandbox_url}/bot", base_file_url=f"{sandbox_url}/file/bot"
        ),
        channels=channels,
        storage=Storage(url=f"sqlite:///{folder / 'demo.db'}"),
        security=Security(key_file=folder / "demo.key"),
        scheme=Scheme(name=scheme),
        sending=LIVELY,
        mailbox=UNHURRIED,
        # Points of the example, marked as from no document: the documents' schemes have none to show.
        appraisal=Appraisal(example_points=True),
    )


async def _past(config: Config, committee: DemoCommittee, phones: Mapping[str, Phone]) -> None:
    """A database in which half a year has passed."""
    clock = SetClock(committee.opened)
    house = build_house(config, "", clock().year)
    assert config.security.key_file is not None
    key_file.create(config.security.key_file, KeyRing.fresh())
    await migrate(config.storage.url)
    db = await open_db(config.storage.url, clock, config.security.seal())
    joined = {name: phone.id for name, phone in phones.items() if name not in committee.members_who("later")}
    try:
        async with db.write() as tx:
            await settle_in(tx, committee, joined)
        await live_through(db, clock, committee, house)
    finally:
        await db.close()


async def _greeted(app: App, committee: DemoCommittee, phones: Mapping[str, Phone]) -> None:
    """Everyone who has joined has pressed «start», and has the commands of their role."""
    there = [phone for name, phone in phones.items() if name not in committee.members_who("later")]
    for phone in there:
        await phone.start()
    await asyncio.gather(*(phone.sees(timeout=GREETED_WITHIN) for phone in there))
    # Not before: with a person who has not pressed «start» a bot can begin nothing.
    await _give_commands(app.db, there)


async def _give_commands(db: Db, phones: list[Phone]) -> None:
    async with db.write() as tx:
        for phone in phones:
            person = await people.by_telegram(tx, phone.id)
            if person is not None and person.roles:
                await show_commands(tx, person.id, TABLE.commands_for(person.roles))


async def _follow(sandbox: Sandbox, app: App) -> None:
    """When someone moves the clock, what is due by then happens at once, and what comes of that as well."""
    moved = asyncio.Event()
    sandbox.on_clock(lambda _: moved.set())
    while True:
        await moved.wait()
        moved.clear()
        await app.schedule.tick()
        await _all_sent(app, moved)
        await app.schedule.tick()


async def _all_sent(app: App, moved: asyncio.Event) -> None:
    """Nothing waits to be sent any more, or that takes too long, or the clock was moved again."""
    for _ in range(MOST_LOOKS):
        if moved.is_set():
            return
        async with app.db.read() as tx:
            if (await outbox.counts(tx))["waiting"] == 0:
                return
        await asyncio.sleep(LOOKS_EVERY)


async def _cancelled(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.wait([task])
