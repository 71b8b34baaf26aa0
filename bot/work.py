"""The inbox worked off: in order within a chat, several chats at once, one transaction an update."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from time import perf_counter
from typing import Any

import structlog
from telegram import Bot, Update

from bot.api import ApiError, NoAnswer, TelegramApi
from domain.refusals import Refusal
from handlers.context import House, Place, Unit, current
from handlers.dispatch import refuse
from handlers.routing import Prompt
from services.outbox import ANSWER, tell_chat
from storage import inbox
from storage.db import Db, Row, Tx
from storage.passing import passes
from texts import Text
from web.figures import Figures

AT_ONCE = 16
RETRY_PAUSES = (1, 5, 30)
"""Seconds before an update that failed is tried again; after these it is parked."""
HELD_ELSEWHERE = 0.25
"""Seconds before we look again at a lane that another process is at: it goes on by itself, unless it died."""
DATABASE_PAUSE = 1.0
"""Seconds before a lane is tried again whose database was not there: that is no update's fault and parks none."""

Process = Callable[[Any], Awaitable[None]]
"""python-telegram-bot's ``Application.process_update``."""

log = structlog.get_logger()


class Worker:
    """Works until ``stop``; ``run`` returns when the updates in hand are finished."""

    def __init__(
        self, db: Db, api: TelegramApi, bot: Bot, house: House, process: Process, figures: Figures | None = None
    ) -> None:
        self._figures = figures or Figures()
        self._db = db
        self._api = api
        self._bot = bot
        self._house = house
        self._process = process
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._answers: set[asyncio.Task[None]] = set()
        self._elsewhere: dict[int, float] = {}
        self._stopping = False

    def stop(self) -> None:
        """Take up nothing more."""
        self._stopping = True
        self._db.event("inbox").set()

    async def run(self) -> None:
        while not self._stopping:
            wake = self._db.event("inbox")
            wake.clear()
            pause = await self._start_lanes()
            if not self._stopping:
                await _wait(wake, pause)
        if self._lanes:
            await asyncio.wait(self._lanes.values())
        if self._answers:
            await asyncio.wait(self._answers)

    async def _start_lanes(self) -> float:
        """Give every lane that has something due a task; in how many seconds to look again."""
        async with self._db.read() as tx:
            lanes = await inbox.due_lanes(tx, AT_ONCE * 16)
            # A lane at work wakes us when it ends.
            due = None if lanes else await inbox.next_due(tx)
        now = asyncio.get_running_loop().time()
        self._elsewhere = {lane: until for lane, until in self._elsewhere.items() if until > now}
        for lane in lanes:
            if lane in self._elsewhere:
                continue
            if len(self._lanes) >= AT_ONCE:
                return 1.0
            if lane not in self._lanes:
                self._lanes[lane] = asyncio.create_task(self._work_off(lane))
        if self._elsewhere:
            return HELD_ELSEWHERE
        if due is None:
            return 60.0
        return max(0.1, min(60.0, (due - self._db.clock()).total_seconds()))

    async def _work_off(self, lane: int) -> None:
        try:
            while not self._stopping and await self.work_one(lane):
                pass
        except Exception as fault:
            if passes(fault):
                log.warning("database-away", part="work", fault=type(fault).__name__, pause=DATABASE_PAUSE)
            else:
                log.exception("lane-failed")
            await asyncio.sleep(DATABASE_PAUSE)
        finally:
            del self._lanes[lane]
            # Something may have come between the last look and this line.
            self._db.event("inbox").set()

    async def work_one(self, lane: int) -> bool:
        """Handle the first waiting update of a lane. False when there is no other to take now.

        Raises:
            Exception: the database's, which passes by itself.
        """
        begun = perf_counter()
        row, unit, fault = await self._try(lane, None)
        route, outcome = unit.route if unit else "other", "done"
        if isinstance(fault, Refusal):
            outcome = "refused"
            row, unit, fault = await self._try(lane, fault, unit.ask_again if unit else None)
        if passes(fault):
            assert fault is not None
            raise fault
        if row is None:
            if self._db.is_shared:
                self._elsewhere[lane] = asyncio.get_running_loop().time() + HELD_ELSEWHERE
            return False
        if fault is not None:
            outcome = await self._failed(row["update_id"], fault)
        else:
            self._answer_button(unit)
        self._figures.update_handled(route, perf_counter() - begun, outcome)
        return outcome == "parked" or (fault is None and bool(row["is_followed"]))

    async def _try(
        self, lane: int, refusal: Refusal | None, ask_again: Prompt | None = None
    ) -> tuple[Row | None, Unit | None, BaseException | None]:
        """One transaction: take it as done, handle it (or say the refusal). What was raised comes back, all undone."""
        row = unit = None
        try:
            async with self._db.write() as tx:
                row = await inbox.take_first(tx, lane)
                if row is None:
                    return None, None, None
                unit = Unit(tx, self._house)
                await self._handle(unit, row["update_json"], refusal, ask_again)
        except Exception as fault:
            return row, unit, fault
        return row, unit, None

    async def _handle(self, unit: Unit, raw: dict[str, Any], refusal: Refusal | None, ask_again: Prompt | None) -> None:
        if (query := raw.get("callback_query")) is not None:
            unit.query_id, unit.pressed_on = query["id"], _place(query.get("message"))
            raw = raw | {"callback_query": {name: part for name, part in query.items() if name != "message"}}
        update = Update.de_json(raw, self._bot)
        if refusal is not None:
            await refuse(update, unit, refusal, ask_again)
            return
        token = current.set(unit)
        try:
            await self._process(update)
        finally:
            current.reset(token)
        if unit.error is not None:
            raise unit.error

    async def _failed(self, update_id: int, fault: BaseException) -> str:
        """Put the update off (failed), or park it (parked): the writer gets an apology."""
        error = f"{type(fault).__name__}: {fault}"[:500]
        async with self._db.write() as tx:
            row = await inbox.get(tx, update_id)
            if row["attempts"] < len(RETRY_PAUSES):
                pause = RETRY_PAUSES[row["attempts"]]
                log.warning("update-failed", update=update_id, fault=type(fault).__name__, pause=pause)
                await inbox.put_off(tx, update_id, tx.now + timedelta(seconds=pause), error)
                return "failed"
            log.error("update-parked", update=update_id, fault=type(fault).__name__, exc_info=fault)
            await inbox.park(tx, update_id, error)
            await self._apologise(tx, row["lane"])
        return "parked"

    async def _apologise(self, tx: Tx, lane: int) -> None:
        if lane > 0:
            language = self._house.committee.language
            await tell_chat(tx, lane, Text("sorry-we-could-not-handle-this"), language, envelope=ANSWER)

    def _answer_button(self, unit: Unit | None) -> None:
        """A pressed button spins until answered, so this goes out at once and beside the outbox."""
        if unit is not None and unit.query_id is not None:
            task = asyncio.create_task(self._answer(unit, unit.query_id))
            self._answers.add(task)
            task.add_done_callback(self._answers.discard)

    async def _answer(self, unit: Unit, query_id: str) -> None:
        params: dict[str, Any] = {"callback_query_id": query_id}
        if unit.toast is not None:
            params |= {"text": self._house.texts.plain(unit.language, unit.toast)[:200], "show_alert": unit.alert}
        try:
            await self._api.call("answerCallbackQuery", **params)
        except (ApiError, NoAnswer) as fault:
            log.info("button-not-answered", error=str(fault))


def _place(ours: dict[str, Any] | None) -> Place | None:
    """Where a message of ours stands; python-telegram-bot would make a hundred attributes of it. One that Telegram does
    not show any more has no date."""
    return Place(ours["chat"]["id"], ours["message_id"]) if ours and ours["date"] else None


async def _wait(event: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):  # wait_for may swallow a cancellation (until Python 3.12)
            await event.wait()
