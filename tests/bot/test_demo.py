"""The demo: its committee and half-year, and that it leaves everything else alone."""

import os
import re
import shutil
import signal
import socket
import sys
from asyncio import create_subprocess_exec, wait_for
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.app import build_house
from bot.config import Config
from bot.demo import committee as committees
from bot.demo import house, running
from bot.demo.committee import DemoCommittee
from bot.demo.history import SetClock, live_through, settle_in
from bot.terminal import CommandFault
from domain.contacts import ContactKind
from domain.diary import What
from domain.letters import LetterState
from domain.settings import Channels
from sandbox.message import Message
from services import cards, diary, form_lists, forms
from services.quota import progress_of_many
from services.schemes import SchemeFault, load, shipped
from storage import export as stored
from storage import letter_lists, outbox, people
from storage.db import Db, Row, Tx, open_db
from tests.keys import SEAL
from texts import Texts

ALL = 1000
SCHEMES = shipped()


@pytest.fixture
def engine() -> str:
    """The demo runs on SQLite alone."""
    return "sqlite"


@pytest.fixture
def committee() -> DemoCommittee:
    return committees.load().under(house.SCHEME)


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
    others = (committee.office, committee.department, committee.staff)
    return [*committee.constituents, *others, *committee.members_who("joined")]


async def letters_of(tx: Tx, committee: DemoCommittee) -> list[LetterState]:
    writers = [(await people.named(tx, name))[0] for name in committee.constituents]
    found = [await letter_lists.written_by(tx, writer.id, 2**62, ALL) for writer in writers]
    return [letter.state for of_one in found for letter in of_one]


# --- the committee ----------------------------------------------------------------------------------------------------


def test_thirteen_members_of_different_sectors_have_five_or_six_contacts_and_one_has_three(
    committee: DemoCommittee,
) -> None:
    assert len({one.sector for one in committee.members}) == len(committee.members) == 13
    contacts = sorted(len(one.contacts) for one in committee.members)
    assert contacts[0] == 3
    assert set(contacts[1:]) == {5, 6}


def test_the_first_of_each_list_are_those_the_page_shows(committee: DemoCommittee) -> None:
    assert (committee.constituents[0], committee.members[0].name, committee.office) == ("王秀英", "李建国", "周敏")


def test_nothing_in_the_file_happens_after_today(committee: DemoCommittee) -> None:
    for letter in committee.letters:
        assert letter.on + timedelta(days=sum(turn.days for turn in letter.course)) < committee.today.date()


# --- the half-year ----------------------------------------------------------------------------------------------------


async def test_under_another_scheme_the_same_people_have_what_it_asks_for(url: str) -> None:
    told = committees.load()
    leader = {scheme: next(one for one in told.under(scheme).members if one.name == told.leader) for scheme in SCHEMES}
    kinds = {scheme: Counter(each.kind for each in one.contacts) for scheme, one in leader.items()}
    links = kinds["baokang-151"]
    assert (links[ContactKind.VILLAGE], links[ContactKind.MEMBER]) == (1, 4)
    assert {len(one.contacts) for scheme, one in leader.items() if scheme != "baokang-151"} == {5}
    assert [scheme for scheme in SCHEMES if told.under(scheme).cards] == ["jingjiang-2014"]
    async with after_half_a_year(url, told.under("baokang-151"), "baokang-151") as db, db.read() as tx:
        chen = next(
            where
            for member, where in await progress_of_many(tx, load("baokang-151"), 2026)
            if member.name == told.leader
        )
        assert chen.contacts_left == 1


async def test_diaries_activities_forms_and_cards_are_there(url: str, committee: DemoCommittee) -> None:
    async with after_half_a_year(url, committee) as db, db.read() as tx:
        (li, *_) = await people.members_named(tx, "李建国")
        first, last = date(2026, 1, 1), committee.today.date()
        found = {line.what for line in await diary.lines(tx, li, first, last, house.demo_committee().zone)}
        assert found >= {What.ENTRY, What.VISIT, What.ANSWER, What.ACTIVITY}
        desk = forms.Desk(load(house.SCHEME), house.demo_committee())
        missing = [one.member.name for one in await form_lists.standings(tx, desk, 2026) if one.form is None]
        assert missing == ["黄志远"]
        (wang, *_) = await people.named(tx, "王秀英")
        assert [member.name for _, member in await cards.held_by(tx, wang)] == ["李建国"]


async def test_some_members_owe_nothing_and_some_owe_much(url: str, committee: DemoCommittee) -> None:
    async with after_half_a_year(url, committee) as db, db.read() as tx:
        owed = {member.name: where for member, where in await progress_of_many(tx, load(house.SCHEME), 2026)}
        assert owed["孙丽华"].owes_nothing
        assert owed["方静"].visits_left >= 10
        assert owed["黄志远"].contacts_left == 2


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


async def test_members_have_their_commands_and_who_moves_the_clock_gets_the_reminders(ready_demo: None) -> None:
    texts = Texts.load(house.demo_committee().zone)
    async with house.open_show(0, house.SCHEME, texts) as show:
        assert await show.stage.phones["沈丹"].messages() == []
        li = show.stage.phones["李建国"]
        while "visit" not in _commands((await show.client.state())["commands"][str(li.id)]):
            await li.sandbox.get("state")
        await show.client.advance(days=31)

        def is_reminder(message: Message) -> bool:
            return "履职提醒" in message.text

        await li.sees(is_reminder)


def _commands(shown: list[dict[str, str]]) -> set[str]:
    return {command["command"] for command in shown}


# --- as a process -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_both_signals_ask_it_to_stop(number: signal.Signals) -> None:
    with running.asked_to_stop() as stop:
        signal.raise_signal(number)
        await wait_for(stop.wait(), 10)


async def test_it_tells_its_address_and_stops_at_once_leaving_nothing(tmp_path: Path) -> None:
    process = await _started("--port", "0", folder=tmp_path)
    assert await _address(process)
    process.send_signal(signal.SIGTERM)
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
