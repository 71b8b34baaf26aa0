"""The demo: its committee and half-year, and that it leaves everything else alone."""

import os
import re
import shutil
import signal
import socket
import sys
from asyncio import create_subprocess_exec, wait_for
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import build_house
from bot.config import Config
from bot.demo import committee as committees
from bot.demo import house, running
from bot.demo.committee import DemoCommittee
from bot.demo.history import SetClock, live_through, settle_in
from bot.terminal import CommandFault
from domain.letters import LetterState
from domain.settings import Channels
from sandbox.message import Message
from services.quota import progress_of_many
from services.schemes import SchemeFault, load
from storage import export as stored
from storage import letter_lists, outbox, people
from storage.db import Db, Row, Tx, open_db
from tests.keys import SEAL
from texts import Texts

SCHEMES = ("jingjiang-2014", "baokang-151", "xishan-2017", "ordos-2021")
ALL = 1000


@pytest.fixture
def engine() -> str:
    """The demo runs on SQLite alone."""
    return "sqlite"


@pytest.fixture
def committee() -> DemoCommittee:
    return committees.load()


def config_of(scheme: str, folder: Path = Path("somewhere")) -> Config:
    return house.demo_config("http://127.0.0.1:1", folder, scheme, Channels())


@asynccontextmanager
async def after_half_a_year(url: str, committee: DemoCommittee, scheme: str = house.SCHEME) -> AsyncIterator[Db]:
    """A database in which the history has happened."""
    clock = SetClock(committee.opened)
    db = await open_db(url, clock, SEAL)
    phones = {name: number for number, name in enumerate(everyone_joined(committee), start=1001)}
    async with db.write() as tx:
        await settle_in(tx, committee, phones)
    await live_through(db, clock, committee, build_house(config_of(scheme), "", 2026))
    clock.now = committee.today
    yield db
    await db.close()


def everyone_joined(committee: DemoCommittee) -> list[str]:
    others = (committee.office, committee.leader, committee.department)
    return [*committee.constituents, *others, *committee.members_who("joined")]


async def letters_of(tx: Tx, committee: DemoCommittee) -> list[LetterState]:
    writers = [(await people.named(tx, name))[0] for name in committee.constituents]
    found = [await letter_lists.written_by(tx, writer.id, 2**62, ALL) for writer in writers]
    return [letter.state for of_one in found for letter in of_one]


# --- the committee ----------------------------------------------------------------------------------------------------


def test_twelve_members_of_different_sectors_have_five_or_six_contacts_and_one_has_three(
    committee: DemoCommittee,
) -> None:
    assert len({one.sector for one in committee.members}) == len(committee.members) == 12
    contacts = sorted(len(one.contacts) for one in committee.members)
    assert contacts[0] == 3
    assert set(contacts[1:]) == {5, 6}


def test_the_first_of_each_list_are_those_the_page_shows(committee: DemoCommittee) -> None:
    assert (committee.constituents[0], committee.members[0].name, committee.office) == ("王秀英", "李建国", "周敏")


def test_nothing_in_the_file_happens_after_today(committee: DemoCommittee) -> None:
    for letter in committee.letters:
        assert letter.on + timedelta(days=sum(turn.days for turn in letter.course)) < committee.today.date()


# --- the half-year ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_the_half_year_can_be_lived_under_every_scheme(url: str, committee: DemoCommittee, scheme: str) -> None:
    async with after_half_a_year(url, committee, scheme) as db, db.read() as tx:
        standing = await progress_of_many(tx, load(scheme), 2026)
        assert len(standing) == 12
        assert all(where.contacts for _, where in standing)
        assert len(await letters_of(tx, committee)) == len(committee.letters)


async def test_some_members_owe_nothing_and_some_owe_much(url: str, committee: DemoCommittee) -> None:
    async with after_half_a_year(url, committee) as db, db.read() as tx:
        owed = {member.name: where for member, where in await progress_of_many(tx, load(house.SCHEME), 2026)}
        assert owed["孙丽华"].owes_nothing
        assert owed["方静"].visits_left >= 10
        assert owed["黄志远"].contacts_left == 2


async def test_letters_of_the_half_year_stand_in_the_usual_states(url: str, committee: DemoCommittee) -> None:
    async with after_half_a_year(url, committee) as db, db.read() as tx:
        usual = {LetterState.RECEIVED, LetterState.READ, LetterState.ANSWERED, LetterState.SETTLED}
        assert set(await letters_of(tx, committee)) == usual


async def test_nothing_of_the_past_is_sent_today(url: str, committee: DemoCommittee) -> None:
    async with after_half_a_year(url, committee) as db, db.read() as tx:
        assert (await outbox.counts(tx))["waiting"] == 0


async def test_the_past_is_the_same_each_time(committee: DemoCommittee, migrated_sqlite: Path, tmp_path: Path) -> None:
    async def told(name: str) -> list[Row]:
        copy = shutil.copy(migrated_sqlite, tmp_path / name)
        async with after_half_a_year(f"sqlite:///{copy}", committee) as db, db.read() as tx:
            return [*[row async for row in stored.visits(tx)], *[row async for row in stored.contacts(tx)]]

    assert await told("once.db") == await told("again.db")


# --- alone ------------------------------------------------------------------------------------------------------------


def test_the_environment_of_a_real_committee_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIANXIN_STORAGE__URL", "postgresql://the-real-one")
    monkeypatch.setenv("LIANXIN_TELEGRAM__TOKEN", "1:the-real-one")
    config = config_of(house.SCHEME)
    assert config.storage.url == "sqlite:///somewhere/demo.db"
    assert config.telegram.secret_token() == house.TOKEN


async def test_a_port_in_use_is_refused_in_one_line() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(CommandFault) as refused:
            await running.demo(other.getsockname()[1], tour=False, exit_after=True, scheme=None)
    assert refused.value.text.key == "demo-port-is-not-free"


async def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(SchemeFault):
        await running.demo(0, tour=False, exit_after=True, scheme="no-such-scheme")


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_the_demo_greets_everyone_under_every_scheme(scheme: str, committee: DemoCommittee) -> None:
    texts = Texts.load(house.demo_committee().zone)
    async with house.open_show(0, scheme, texts) as show:
        for name in everyone_joined(committee):
            assert (await show.stage.phones[name].messages())[-1].from_bot
        assert await show.stage.phones["沈丹"].messages() == []


async def test_members_are_shown_the_commands_of_members() -> None:
    texts = Texts.load(house.demo_committee().zone)
    async with house.open_show(0, house.SCHEME, texts) as show:
        li = show.stage.phones["李建国"]
        while "visit" not in _commands((await show.client.state())["commands"][str(li.id)]):
            await li.sandbox.get("state")


def _commands(shown: list[dict[str, str]]) -> set[str]:
    return {command["command"] for command in shown}


async def test_who_moves_the_clock_on_the_page_gets_the_reminders_at_once() -> None:
    texts = Texts.load(house.demo_committee().zone)
    async with house.open_show(0, house.SCHEME, texts) as show:
        await show.client.advance(days=31)

        def is_reminder(message: Message) -> bool:
            return "履职提醒" in message.text

        await show.stage.phones["李建国"].sees(is_reminder)


# --- as a process -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_it_tells_its_address_and_stops_at_once_leaving_nothing(number: signal.Signals, tmp_path: Path) -> None:
    process = await _started("--port", "0", folder=tmp_path)
    assert await _address(process)
    process.send_signal(number)
    _, complaints = await wait_for(process.communicate(), 10)
    assert (process.returncode, complaints.decode()) == (0, "")
    assert os.listdir(tmp_path) == []


async def _started(*arguments: str, folder: Path) -> Process:
    environment = os.environ | {"TMPDIR": str(folder), "PYTHONUNBUFFERED": "1"}
    return await create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", *arguments, stdout=PIPE, stderr=PIPE, env=environment
    )


async def _address(process: Process) -> str:
    assert process.stdout is not None
    async for line in process.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", line.decode()):
            return found[0]
    raise AssertionError("the demo ended without telling its address")
