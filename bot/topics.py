"""Topics of a forum: a letter in the members' group gets one of its own, and its title follows the letter.

Telegram opens a topic with one call and puts a message into it with another. Which topic was opened is stored between
the two, so that whoever goes on after a death finds it. Groups without topics, or in which we may not open any, get the
message as it is.
"""

import asyncio
from typing import Any

import structlog

from bot.api import ApiError, TelegramApi
from storage import group_topics
from storage.db import Db, Row
from texts import Texts, unpack

NAME_LIMIT = 128
ASKED_AGAIN = 3600.0
"""Seconds after which a group is asked anew whether it has topics."""

NOTHING_TO_CHANGE = ("TOPIC_NOT_MODIFIED", "topic is not modified")
IS_GONE = ("message thread not found", "TOPIC_DELETED", "TOPIC_ID_INVALID")

log = structlog.get_logger()


class Topics:
    """Opens topics, names them anew, closes and opens them again."""

    def __init__(self, db: Db, api: TelegramApi, texts: Texts) -> None:
        self._db = db
        self._api = api
        self._texts = texts
        self._forums: dict[int, tuple[bool, float]] = {}

    async def placed(self, row: Row) -> Row:
        """A message for a topic: with the ``thread`` that it goes into, if its group has topics.

        Raises:
            ApiError, NoAnswer: try again.
        """
        thread_id = await self._known(row) or await self._opened(row)
        return row if thread_id is None else row | {"content_json": row["content_json"] | {"thread": thread_id}}

    async def follow(self, row: Row) -> bool:
        """Give a topic another name, close it or open it again; where there is none there is nothing to do.

        Raises:
            ApiError, NoAnswer: try again.
        """
        topic = row["content_json"]["topic"]
        thread_id = await self._known(row)
        if thread_id is None:
            return True
        place = {"chat_id": row["chat_id"], "message_thread_id": thread_id}
        try:
            await self._change("editForumTopic", **place, name=self._name(row))
            await self._change("closeForumTopic" if topic["is_closed"] else "reopenForumTopic", **place)
        except ApiError as refusal:
            if refusal.status not in (400, 403):
                raise
            log.warning("topic-cannot-be-changed", outbox=row["id"], error=str(refusal))
            if is_gone(refusal):
                await self.forget(row)
        return True

    async def forget(self, row: Row) -> None:
        """Somebody deleted the topic."""
        async with self._db.write() as tx:
            await group_topics.forget(tx, row["content_json"]["topic"]["letter"])

    async def _known(self, row: Row) -> int | None:
        async with self._db.read() as tx:
            topic = await group_topics.of_letter(tx, row["content_json"]["topic"]["letter"])
        return topic[1] if topic and topic[0] == row["chat_id"] else None

    async def _opened(self, row: Row) -> int | None:
        """A new topic, stored at once; None where there can be none."""
        chat_id = row["chat_id"]
        try:
            if not await self._has_topics(chat_id):
                return None
            made = await self._api.call("createForumTopic", chat_id=chat_id, name=self._name(row))
        except ApiError as refusal:
            if refusal.status not in (400, 403):
                raise
            log.warning("topic-cannot-be-opened", outbox=row["id"], error=str(refusal))
            self._forums[chat_id] = (False, _seconds() + ASKED_AGAIN)
            return None
        thread_id: int = made["message_thread_id"]
        async with self._db.write() as tx:
            await group_topics.add(tx, row["content_json"]["topic"]["letter"], chat_id, thread_id)
        return thread_id

    async def _has_topics(self, chat_id: int) -> bool:
        known, until = self._forums.get(chat_id, (False, 0.0))
        if _seconds() < until:
            return known
        chat = await self._api.call("getChat", chat_id=chat_id)
        has_topics = bool(chat.get("is_forum"))
        self._forums[chat_id] = (has_topics, _seconds() + ASKED_AGAIN)
        return has_topics

    async def _change(self, method: str, **params: Any) -> None:
        try:
            await self._api.call(method, **params)
        except ApiError as refusal:
            if not _says(refusal, NOTHING_TO_CHANGE):
                raise

    def _name(self, row: Row) -> str:
        content = row["content_json"]
        return self._texts.plain(content["language"], unpack(content["topic"]["name"]))[:NAME_LIMIT]


def is_gone(refusal: ApiError) -> bool:
    """Is there no such topic (any more)?"""
    return _says(refusal, IS_GONE)


def _says(refusal: ApiError, words: tuple[str, ...]) -> bool:
    return any(each.lower() in refusal.description.lower() for each in words)


def _seconds() -> float:
    return asyncio.get_running_loop().time()
