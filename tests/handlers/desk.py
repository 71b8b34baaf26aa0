"""Messages and presses through the real worker, handlers and database, without a network: what was said in return."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from typing import Any, cast

from bot.api import TelegramApi
from bot.app import build_house
from bot.config import Config
from bot.work import Worker
from domain.people import Person
from handlers.context import House, current
from handlers.dispatch import Routes, dispatch
from handlers.routes import ROUTES
from storage import dialogues, inbox
from storage.db import Db
from storage.dialogues import Dialogue
from tests.no_network import bot_without_network
from texts import unpack

_ROUTES = Routes(ROUTES)
_BOT = bot_without_network()
TOKEN = "42:desk"
_NUMBERS = count(1)
"""Of updates and messages, whoever sends them."""


@dataclass(frozen=True)
class Said:
    """A message owed to the person: its text (HTML), and label → data of its buttons."""

    text: str
    buttons: dict[str, str]
    content: dict[str, Any]


class _Toasts:
    """Takes the answers to pressed buttons in Telegram's place."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    async def call(self, method: str, **params: Any) -> bool:
        assert method == "answerCallbackQuery"
        self.texts.append(params.get("text", ""))
        return True


@dataclass
class Desk:
    """One person's chat with the bot."""

    db: Db
    person: Person
    scheme: str = "jingjiang-2014"
    _numbers: Iterator[int] = field(default_factory=lambda: _NUMBERS)
    _seen: int = 0

    @property
    def house(self) -> House:
        return house_for(self.scheme)

    async def say(self, text: str = "", **message: Any) -> list[Said]:
        """Write something; ``message`` takes any field of Telegram's Message."""
        return await self.take({"message": self._message(**({"text": text} if text else {}) | message)})

    async def edit(self, text: str) -> list[Said]:
        return await self.take({"edited_message": self._message(text=text, edit_date=2)})

    async def press(self, data: str, **message: Any) -> tuple[str, list[Said]]:
        """Press a button by its data; what popped up, and what was said."""
        toasts = _Toasts()
        shown = self._message(**({"text": "…"} | message))
        query = {"id": "1", "from": self._user(), "chat_instance": "1", "data": data, "message": shown}
        said = await self.take({"callback_query": query}, toasts)
        (toast,) = toasts.texts
        return toast, said

    async def take(self, update: dict[str, Any], toasts: _Toasts | None = None) -> list[Said]:
        """One update through inbox and worker."""
        number = next(self._numbers)
        lane = cast(int, self.person.telegram_id)
        async with self.db.write() as tx:
            await inbox.keep(tx, [(number, lane, {"update_id": number} | update)])
        api = cast(TelegramApi, toasts or _Toasts())
        worker = Worker(self.db, api, _BOT, self.house, lambda update: dispatch(update, current.get(), _ROUTES))
        await worker.work_one(lane)
        # Answers to pressed buttons go out beside the transaction.
        worker.stop()
        await worker.run()
        async with self.db.read() as tx:
            undone = "SELECT error FROM inbox WHERE update_id = :number AND done_at IS NULL"
            assert await tx.one(undone, number=number) is None, "the update could not be handled"
        return await self._new()

    async def dialogue(self) -> Dialogue | None:
        async with self.db.read() as tx:
            return await dialogues.active(tx, self.person.id)

    async def _new(self) -> list[Said]:
        async with self.db.read() as tx:
            rows = await tx.all(
                "SELECT id, content_json FROM outbox WHERE chat_id = :chat_id AND id > :seen ORDER BY id",
                chat_id=self.person.telegram_id,
                seen=self._seen,
            )
            self._seen = max((row["id"] for row in rows), default=self._seen)
        return [self._said(row["content_json"]) for row in rows if "text" in row["content_json"]]

    def _said(self, content: dict[str, Any]) -> Said:
        texts, language = self.house.texts, self.person.language
        buttons = [button for row in content["buttons"] for button in row]
        labels = {texts.plain(language, unpack(button["label"])): button.get("does", "") for button in buttons}
        return Said(texts.render(language, unpack(content["text"])), labels, content)

    def _message(self, **content: Any) -> dict[str, Any]:
        chat = {"id": self.person.telegram_id, "type": "private", "first_name": self.person.name}
        return {"message_id": next(self._numbers), "date": 1, "chat": chat, "from": self._user()} | content

    def _user(self) -> dict[str, Any]:
        return {"id": self.person.telegram_id, "is_bot": False, "first_name": self.person.name}


@cache
def house_for(scheme: str) -> House:
    """A house of the example committee, under one of the schemes."""
    config = Config.model_validate(
        {
            "committee": {"name": "政协示例县委员会", "code": "SL"},
            "telegram": {"token": TOKEN},
            "scheme": {"name": scheme},
        }
    )
    # Its people type faster than time goes by.
    return replace(build_house(config, "bridge_bot", 2026), flow=None)
