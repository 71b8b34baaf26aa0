"""The outbox emptied: leased, paced, sent, marked; retried until Telegram takes it or refuses it for good."""

import asyncio
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any

import structlog

from bot import photos as photos_of_paper
from bot import render
from bot.anonymous_files import AnonymousFiles
from bot.answer_files import AnswerFiles
from bot.api import ApiError, NoAnswer, TelegramApi
from bot.checked_files import CheckedFiles
from bot.clean_copies import CleanCopies
from bot.pace import Booking
from bot.topics import Topics, is_gone
from services import people, public_posts
from services.outbox import Lane
from storage import outbox, publications, relays, sign_in_screens
from storage.db import Db, Row, Tx
from texts import Texts
from web.figures import Figures

LEASE = timedelta(seconds=30)
"""Longer than anything stays in the air without a turn of ours, in which the lease is made longer."""
RENEWED = 10.0
"""Seconds after which that is done. Where another process died, its messages leave when its leases are over."""
LOOK_AGAIN = 0.25
"""Seconds, while a message that is due stands behind one in the air: here, or in another process."""
IN_FLIGHT = 20
PAUSES = (1, 2, 5, 15, 60, 300)
"""Seconds before the next try; the last one repeats."""

KINDS = {lane: lane.name.lower() for lane in Lane}

NOTHING_TO_CHANGE = "message is not modified"
HAS_NO_TEXT = "there is no text in the message to edit"
KEPT_TRACK_OF = {"publication", "screen"}
"""What is not sent anew where its message is gone."""
EDIT_IS_LOST = ("message to edit not found", "message can't be edited")

log = structlog.get_logger()


class Sender:
    """Sends until stopped. One message of a chat at a time, several chats at once."""

    def __init__(
        self, db: Db, api: TelegramApi, texts: Texts, pace: Booking, draw: render.Draw, figures: Figures | None = None
    ) -> None:
        self._figures = figures or Figures()
        self._db = db
        self._api = api
        self._texts = texts
        self._pace = pace
        self._draw = draw
        copies = CleanCopies(api)
        self._files = AnonymousFiles(db, copies)
        self._answer_files = AnswerFiles(db, copies)
        self._checked_files = CheckedFiles(db, api)
        self._topics = Topics(db, api, texts)
        self._flying: dict[int, asyncio.Task[None]] = {}
        self._landed: list[tuple[Row, Any]] = []
        self._renewed = 0.0

    async def run(self) -> None:
        """Runs until cancelled; what is in the air then is sent again only if its answer was not marked."""
        if not self._db.is_shared:
            async with self._db.write() as tx:
                await outbox.release_leases(tx)
        wake = self._db.event("outbox")
        while True:
            wake.clear()
            await self._turn()
            await self._wait(wake)

    async def drain(self, seconds: float) -> None:
        """Let what is in the air land, and be marked. What takes longer is given up, to be sent again."""
        if self._flying:
            _, late = await asyncio.wait(self._flying.values(), timeout=seconds)
            for flight in late:
                flight.cancel()
        landed = list(self._landed)
        async with self._db.write() as tx:
            outcomes = await self._mark(tx, landed)
        self._count(landed, outcomes)

    async def _turn(self) -> None:
        """Mark what has landed and lease what may leave, in one commit; then let it leave."""
        landed = list(self._landed)
        async with self._db.write() as tx:
            outcomes = await self._mark(tx, landed)
            await self._renew(tx, self._flying.keys() - {row["id"] for row, _ in landed})
            rows = await outbox.lease(tx, tx.now + LEASE, IN_FLIGHT - len(self._flying) + len(landed))
            rows.sort(key=lambda row: (row["lane"], row["id"]))
            pauses = await self._pace.book(tx, [row["chat_id"] for row in rows])
        # Only now: whatever went wrong with the commit, they are marked the next time.
        self._count(landed, outcomes)
        del self._landed[: len(landed)]
        for row, _ in landed:
            del self._flying[row["id"]]
        # A clock that was moved ends leases early: what is still in the air is not sent a second time.
        for row, pause in zip(rows, pauses, strict=True):
            if row["id"] not in self._flying:
                self._flying[row["id"]] = asyncio.create_task(self._fly(row, pause))

    async def _renew(self, tx: Tx, in_the_air: Collection[int]) -> None:
        """Keep what is in the air, so that nobody else sends it."""
        if in_the_air and _seconds() - self._renewed > RENEWED:
            self._renewed = _seconds()
            await outbox.keep_leased(tx, in_the_air, tx.now + LEASE)

    async def _wait(self, wake: asyncio.Event) -> None:
        """Until there is something new, something has landed, or a put-off row is due."""
        if wake.is_set():
            return
        # A row that is due may stand behind one in the air; its landing wakes us.
        pause = LOOK_AGAIN if self._flying else await self._until_due()
        with suppress(TimeoutError):
            async with asyncio.timeout(pause):  # wait_for may swallow a cancellation (until Python 3.12)
                await wake.wait()

    async def _until_due(self) -> float:
        async with self._db.read() as tx:
            due = await outbox.next_due(tx)
            least = LOOK_AGAIN if self._db.is_shared else 0.01
            return 60.0 if due is None else max(least, min(60.0, (due - tx.now).total_seconds()))

    async def _fly(self, row: Row, pause: float) -> None:
        if pause > 0:
            await asyncio.sleep(pause)
        self._landed.append((row, await self._attempt(row)))
        self._db.event("outbox").set()

    async def _attempt(self, row: Row) -> Any:
        """The answer, or the exception that took its place."""
        try:
            if "publication" in row["content_json"]:
                row = await self._placed(row)
                if "edits" not in row["content_json"] and row["content_json"]["only_edits"]:
                    return None
            if "topic" in row["content_json"]:
                if "is_closed" in row["content_json"]["topic"]:
                    return await self._topics.follow(row)
                row = await self._topics.placed(row)
            row = await self._answer_files.resolved(row)
            if row["content_json"].get("media") == []:
                return None
            row = await self._checked_files.checked(row)
            content = await self._files.cleaned(row)
            method, params = await self._rendered(row | {"content_json": content})
            result = await self._api.call(method, **params)
            await self._files.remember(content, result)
            await self._answer_files.remember(content, result)
            return result
        except ApiError as refusal:
            if "takes_back" in row["content_json"]:
                return await self._remove(row, refusal)
            if "edits" in row["content_json"] and _is_lost(refusal) and not KEPT_TRACK_OF & row["content_json"].keys():
                return await self._attempt(_without(row, "edits"))
            if "thread" in row["content_json"] and is_gone(refusal):
                await self._topics.forget(row)
                return await self._attempt(_without(row, "topic", "thread"))
            return refusal
        except Exception as fault:  # Whatever it is, the row must not stay leased in silence.
            return fault

    async def _placed(self, row: Row) -> Row:
        """Where the post stands by now: those before it in its chat are marked."""
        async with self._db.read() as tx:
            message_id = await publications.message_of(tx, row["content_json"]["publication"])
        return row if message_id is None else row | {"content_json": row["content_json"] | {"edits": message_id}}

    async def _remove(self, row: Row, refusal: ApiError) -> Any:
        """A message to be taken back that can't be given other words: a picture goes as a whole, or is gone already."""
        if HAS_NO_TEXT in refusal.description:
            return await self._attempt(row | {"content_json": {"deletes": row["content_json"]["edits"]}})
        return True if _is_lost(refusal) else refusal

    async def _rendered(self, row: Row) -> tuple[str, dict[str, Any]]:
        content = row["content_json"]
        if photos := content.get("paper", {}).get("photos"):
            fetched = await photos_of_paper.fetched(self._api, photos)
            content = content | {"paper": content["paper"] | {"fetched": fetched}}
        if "picture" in content or "paper" in content:
            return await asyncio.to_thread(render.call, row["chat_id"], content, self._texts, self._draw)
        return render.call(row["chat_id"], content, self._texts, self._draw)

    async def _mark(self, tx: Tx, landed: Iterable[tuple[Row, Any]]) -> list[str]:
        """Mark what came of each, in one word: sent, retried, blocked or refused. What was sent is marked in one go."""
        if sent := [(row, result) for row, result in landed if not isinstance(result, Exception)]:
            await self._sent(tx, sent)
        return [
            await self._settle(tx, row, result) if isinstance(result, Exception) else "sent" for row, result in landed
        ]

    def _count(self, landed: Sequence[tuple[Row, Any]], outcomes: Sequence[str]) -> None:
        for (row, result), outcome in zip(landed, outcomes, strict=True):
            self._figures.message_landed(KINDS[row["lane"]], outcome)
            if isinstance(result, ApiError | NoAnswer):
                status = str(result.status) if isinstance(result, ApiError) else "no-answer"
                self._figures.telegram_refused(status)

    async def _settle(self, tx: Tx, row: Row, result: Exception) -> str:
        match result:
            case ApiError() if NOTHING_TO_CHANGE in result.description:
                await outbox.mark_sent(tx, row["id"], None)
                return "sent"
            case ApiError() if "publication" in row["content_json"] and _is_lost(result):
                await outbox.mark_sent(tx, row["id"], None)
                await public_posts.is_lost(tx, row["content_json"]["publication"])
                return "sent"
            case ApiError(status=400 | 403) if {"screen", "edits"} <= row["content_json"].keys():
                # Whoever deleted the picture wants no other one.
                await outbox.mark_sent(tx, row["id"], None)
                await sign_in_screens.close(tx, row["content_json"]["screen"])
                return "sent"
            case ApiError(retry_after=float() | int() as seconds):
                await self._pace.hold(tx, row["chat_id"], seconds)
                await outbox.put_off(tx, row["id"], tx.now + timedelta(seconds=seconds), str(result))
                return "retried"
            case ApiError(migrate_to_chat_id=int() as chat_id):
                await outbox.move_chat(tx, row["chat_id"], chat_id)
                return "retried"
            case ApiError(status=400 | 403) if "publication" in row["content_json"]:
                log.error("post-refused", outbox=row["id"], error=str(result))
                await outbox.mark_failed(tx, row["id"], str(result))
                await public_posts.is_refused(tx, row["content_json"]["publication"])
                return "refused"
            case ApiError(status=403):
                await self._blocked(tx, row, result)
                return "blocked"
            case ApiError(status=400):
                log.error("message-refused", outbox=row["id"], error=str(result))
                await outbox.mark_failed(tx, row["id"], str(result))
                return "refused"
            case ApiError() | NoAnswer():
                await self._again(tx, row, result)
                return "retried"
        # Its words may be those of the message.
        log.error("message-cannot-be-made", outbox=row["id"], fault=type(result).__name__, exc_info=result)
        await outbox.mark_failed(tx, row["id"], type(result).__name__)
        return "refused"

    async def _sent(self, tx: Tx, sent: Iterable[tuple[Row, Any]]) -> None:
        stand = [(row, _message_ids(result)) for row, result in sent]
        await outbox.mark_all_sent(tx, {row["id"]: ids[0] if ids else None for row, ids in stand})
        await relays.add_all(tx, [relay for row, ids in stand for relay in _relays(row, ids)])
        for row, ids in stand:
            if "publication" in row["content_json"] and ids:
                await publications.set_message(tx, row["content_json"]["publication"], ids[0])
            if "screen" in row["content_json"] and ids:
                await sign_in_screens.stands_at(tx, row["content_json"]["screen"], ids[0])

    async def _blocked(self, tx: Tx, row: Row, refusal: ApiError) -> None:
        if row["person_id"] is not None:
            await people.gone(tx, row["person_id"], row["chat_id"])
        await outbox.mark_failed(tx, row["id"], outbox.BLOCKED)
        log.info("person-blocks-the-bot", outbox=row["id"], error=str(refusal))

    async def _again(self, tx: Tx, row: Row, fault: ApiError | NoAnswer) -> None:
        pause = PAUSES[min(row["attempts"], len(PAUSES)) - 1]
        log.warning("sending-failed", outbox=row["id"], error=str(fault), pause=pause)
        await outbox.put_off(tx, row["id"], tx.now + timedelta(seconds=pause), str(fault))


def _message_ids(result: Any) -> list[int]:
    """The messages that Telegram's answer tells of."""
    messages = result if isinstance(result, list) else [result]
    return [message["message_id"] for message in messages if isinstance(message, dict)]


def _relays(row: Row, message_ids: Iterable[int]) -> list[Row]:
    """A reply to any of these messages finds the letter that they show."""
    if row["letter_id"] is None:
        return []
    about = {name: row[name] for name in ("chat_id", "letter_id", "entry_id")}
    return [about | {"message_id": message_id} for message_id in message_ids]


def _without(row: Row, *names: str) -> Row:
    return row | {"content_json": {name: part for name, part in row["content_json"].items() if name not in names}}


def _is_lost(refusal: ApiError) -> bool:
    return any(words in refusal.description for words in EDIT_IS_LOST)


def _seconds() -> float:
    return asyncio.get_running_loop().time()
