"""A house without HTTP: the real database, handlers, texts and rendering, and Telegram's side played here.

``receives`` carries one raw update through inbox, worker and python-telegram-bot's Application; what is owed after it
is rendered, checked as the Bot API checks it, and shown on the phones of those it is for.
"""

import json
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from structlog.testing import capture_logs
from telegram.ext import ExtBot

from bot import api, app, render
from bot.api import TelegramApi
from bot.app import AnyApplication, application_of, build_house, draw
from bot.receive import keep, lane_of
from bot.schedule import Job
from bot.work import Worker
from handlers.context import House
from sandbox.api import check_value
from sandbox.checks import read_call
from sandbox.files import Upload
from sandbox.formatted import caption, message_text
from storage import outbox, relays
from storage.db import Db, Row
from tests import updates
from tests.bridge import config_for
from tests.cast import NOW
from tests.conftest import TestClock
from tests.here import DbHere
from tests.keys import SEAL
from tests.no_network import NoNetwork
from tests.phones import Answer, Phone, Shown
from tests.updates import Json, Writer

TABLE = app.TABLE
CHANNEL = -1001234567891
"""The public channel."""
HOUSE = build_house(
    config_for(
        "http://127.0.0.1:9",
        "sqlite:///unused.db",
        channels={"public_chat_id": CHANNEL},
        mailbox={"review_answers": "on request"},
        appraisal={"example_points": True},
    ),
    "lianxin_bot",
    NOW.year,
)

AFFAIRS = (
    *(
        "roster_files",
        "people",
        "roles",
        "invitations",
        "units",
        "members",
        "contacts",
        "visits",
        "good_deeds",
        "attachments",
        "cards",
    ),
    *("letter_numbers", "letters", "letter_entries", "letter_events", "audit", "absences", "letter_notes"),
    *("matters", "matter_letters", "group_visits", "group_visit_members", "diary_entries", "yearly_summaries"),
    *("snippets", "answer_drafts", "letter_records", "record_tellings"),
    *("briefs", "brief_sources", "brief_files", "brief_events", "assignments", "brief_feedback", "publications"),
    *("activities", "activity_people", "activity_notes", "pool_people", "reception_slots", "slot_bookings"),
    *("studios", "lecture_orders", "appraisals", "appraised_members", "appraisal_objections"),
    *("appraisal_picks", "appraisal_talks"),
)
Affairs = dict[str, list[Row]]

FAULTS = frozenset({"warning", "error", "critical"})


class Telegram(TelegramApi):
    """The other side: takes each call as Telegram would, and remembers the answers to pressed buttons."""

    def __init__(self) -> None:
        super().__init__("http://127.0.0.1:9/bot", "42:house")
        self.toast: str | None = None

    async def call(self, method: str, seconds: float = 0, **params: Any) -> Any:
        """Raises: BotApiError, where Telegram would refuse."""
        call = read_call(method, {name: _as_upload(value) for name, value in params.items()})
        if method == "answerCallbackQuery":
            self.toast = call.get("text", "")
        return call


def _as_upload(value: Any) -> Any:
    return Upload.of(value.content, value.name, value.content_type) if isinstance(value, api.Upload) else value


_applications: list[AnyApplication] = []


async def _application() -> AnyApplication:
    """One for all houses: it holds nothing of theirs."""
    if not _applications:
        bot = ExtBot(token="42:house", request=NoNetwork(), get_updates_request=NoNetwork())
        _applications.append(await application_of(bot))
    return _applications[0]


@dataclass
class Memory:
    """What is outside the database: phones, running numbers, the time."""

    phones: dict[int, Phone] = field(default_factory=dict)
    clock: TestClock = field(default_factory=lambda: TestClock(NOW))
    last_update: int = 1000
    last_message: int = 100

    def copy(self) -> "Memory":
        phones = {number: replace(phone, screen=dict(phone.screen)) for number, phone in self.phones.items()}
        return replace(self, phones=phones, clock=TestClock(self.clock.now))


@dataclass(frozen=True)
class Snapshot:
    """A house put away; ``opened`` takes it up as often as one likes, each time as it was."""

    path: Path
    memory: Memory

    @asynccontextmanager
    async def opened(self, path: Path, house: House = HOUSE) -> AsyncIterator["OpenHouse"]:
        """The house again, its database a copy at ``path``, perhaps with another configuration."""
        shutil.copy(self.path, path)
        memory = self.memory.copy()
        db = await DbHere.open(path, memory.clock, SEAL)
        house_open = OpenHouse(path, db, await _application(), memory, house)
        try:
            yield house_open
        finally:
            house_open.close()
            await db.close()


class OpenHouse:
    """A house at work, one update at a time."""

    def __init__(self, path: Path, db: Db, application: AnyApplication, memory: Memory, house: House = HOUSE) -> None:
        self.path = path
        self.db = db
        self.memory = memory
        self.house = house
        self._telegram = Telegram()
        self._worker = Worker(db, self._telegram, application.bot, house, application.process_update)
        self._draw = draw(house.texts)
        self._onlooker = sqlite3.connect(path, isolation_level=None)

    def close(self) -> None:
        self._onlooker.close()

    # --- what people do -----------------------------------------------------------------------------------------------

    def phone(self, writer: Writer) -> Phone:
        return self.memory.phones.setdefault(writer.id, Phone(writer))

    async def says(self, writer: Writer, content: Json | str, reply_to: Shown | None = None) -> Answer:
        """A message, in private."""
        content = updates.text(content) if isinstance(content, str) else content
        phone, at = self.phone(writer), self.memory.clock()
        phone.last_said = self._next_message()
        replied = self._as_message(writer, reply_to) if reply_to else None
        return await self.receives(updates.new(writer, phone.last_said, content, at, replied))

    async def edits(self, writer: Writer, content: Json | str) -> Answer:
        """The last message said is given another content."""
        content = updates.text(content) if isinstance(content, str) else content
        return await self.receives(updates.edited(writer, self.phone(writer).last_said, content, self.memory.clock()))

    async def presses(self, writer: Writer, route: str, *args: str) -> Answer:
        """The newest button of this route."""
        shown, data = self.phone(writer).button(route, *args)
        return await self.sends_data(writer, data, shown)

    async def sends_data(self, writer: Writer, data: str, shown: Shown | None = None) -> Answer:
        """A press of a button with this data, whether it was ever shown or not."""
        message = self._as_message(writer, shown) if shown else None
        return await self.receives(updates.pressed(writer, data, message, f"q{self.memory.last_update}"))

    def _as_message(self, writer: Writer, shown: Shown) -> Json:
        keyboard: Any = [list(row) for row in shown.keyboard]
        return updates.of_bot(writer, shown.id, shown.words, self.memory.clock(), keyboard)

    def _next_message(self) -> int:
        self.memory.last_message += 1
        return self.memory.last_message

    # --- what the house does ------------------------------------------------------------------------------------------

    async def receives(self, update: Json) -> Answer:
        """One update, all the way.

        Raises:
            AssertionError: it was not done at the first try (with what was raised), or a fault was logged.
            MismatchError: Telegram sends no such update.
            BotApiError: Telegram would refuse what it brought.
        """
        self.memory.clock.move(seconds=1)
        self.memory.last_update += 1
        numbered = {"update_id": self.memory.last_update} | update
        check_value(numbered, ["Update"])
        lane, self._telegram.toast = lane_of(numbered), None
        await keep(self.db, [numbered])
        with capture_logs() as logs:
            await self._worker.work_one(lane)
            await self._check_done(numbered["update_id"])
        assert not [line for line in logs if line["log_level"] in FAULTS], logs
        is_press = "callback_query" in update
        assert (self._telegram.toast is not None) is is_press, "a pressed button spins until it is answered"
        return await self._send(lane)

    async def later(self, jobs: Iterable[Job], **time: float) -> Answer:
        """The clock is moved on, and what is due by then is done; all that it brings is under ``others``."""
        self.memory.clock.move(**time)
        for job in jobs:
            await job.work(self.db, self.house)
        return await self._send(0)

    async def _check_done(self, update_id: int) -> None:
        async with self.db.read() as tx:
            row = await tx.one("SELECT done_at, error FROM inbox WHERE update_id = :id", id=update_id)
        assert row is not None
        assert row["done_at"] is not None, f"the update was not done: {row['error']}"
        assert row["error"] is None

    async def _send(self, sender: int) -> Answer:
        sent: dict[int, list[Shown]] = {}
        async with self.db.write() as tx:
            for row in await tx.all("SELECT * FROM outbox WHERE sent_at IS NULL ORDER BY lane, id"):
                shown = await self._deliver(row)
                await outbox.mark_sent(tx, row["id"], shown.id if shown else None)
                if shown and row["letter_id"] is not None:
                    await relays.add(tx, row["chat_id"], [shown.id], row["letter_id"], row["entry_id"])
                if shown:
                    sent.setdefault(row["chat_id"], []).append(shown)
        own = tuple(sent.pop(sender, ()))
        return Answer(own, self._telegram.toast or "", {chat: tuple(shown) for chat, shown in sent.items()})

    async def _deliver(self, row: Row) -> Shown | None:
        """Render a row of the outbox, have it checked, and put it on its reader's phone."""
        content = row["content_json"]
        if "is_closed" in content.get("topic", {}):
            return None
        if "media" in content:  # a file of ours is sent by Telegram's id of it
            content = content | {
                "media": [{"file_id": f"kept-{piece.get('kept')}"} | piece for piece in content["media"]]
            }
        method, params = render.call(row["chat_id"], content, self.house.texts, self._draw)
        call = await self._telegram.call(method, **params)
        if method == "setMyCommands":
            return None
        said = message_text(call, {}) if "text" in call else caption(call, {})
        entities: list[Json] = said.get("entities") or said.get("caption_entities") or []
        keyboard = call.get("reply_markup", {}).get("inline_keyboard", [])
        number = content["edits"] if "edits" in content else self._next_message()
        words: str = said.get("text") or said.get("caption") or ""
        rows = tuple(tuple(buttons) for buttons in keyboard)
        shown = Shown(number, words, tuple(entities), rows, content.get("language", ""))
        phone = self.memory.phones.setdefault(row["chat_id"], Phone(Writer(row["chat_id"], "")))
        phone.screen.pop(number, None)
        phone.screen[number] = shown
        return shown

    # --- what stands in the database ----------------------------------------------------------------------------------

    def affairs(self) -> Affairs:
        """Every table of the committee's affairs, whole: what the updates did, without how they travelled."""
        self._onlooker.execute("BEGIN")
        try:
            return {table: _table(self._onlooker, table) for table in AFFAIRS}
        finally:
            self._onlooker.execute("ROLLBACK")


_seen: dict[str, tuple[list[tuple[Any, ...]], list[Row]]] = {}
"""By table: what was read last, as it is stored and opened."""


def _table(connection: sqlite3.Connection, table: str) -> list[Row]:
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
    stored = cursor.fetchall()
    before, opened = _seen.get(table, ([], []))
    if stored != before:
        columns = [about[0] for about in cursor.description]
        opened = [dict(zip(columns, map(_opened, row), strict=True)) for row in stored]
        _seen[table] = stored, opened
    return list(opened)


def _opened(value: Any) -> Any:
    """What a sealed value says: sealed twice, the same looks different."""
    if isinstance(value, str) and value.startswith('"sealed:'):
        return SEAL.open_json(json.loads(value))
    return SEAL.open_text(value) if isinstance(value, str) and value.startswith("sealed:") else value
