"""A bot of forty lines that talks to the Bot API by hand, so that a failing page test can't be the real bot's fault."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import ClientSession

Json = dict[str, Any]
Handler = Callable[[Json], Awaitable[object]]


class TinyBot:
    """Hands messages to `on_message` and pressed buttons to `on_press`; both can be replaced by a test."""

    def __init__(self, session: ClientSession, url: str) -> None:
        self._session = session
        self._url = url
        self.on_message: Handler = self._ignore
        self.on_press: Handler = self._ignore

    async def call(self, method: str, **parameters: Any) -> Any:
        """One method of the Bot API; answers its result."""
        async with self._session.post(f"{self._url}/{method}", json=parameters) as response:
            answer: Json = await response.json()
            assert answer["ok"], answer
            return answer["result"]

    async def say(self, chat: int, text: str, *rows: list[str], **more: Any) -> Json:
        """A message with rows of buttons; a button's data is its label."""
        if rows:
            buttons = [[{"text": label, "callback_data": label} for label in row] for row in rows]
            more["reply_markup"] = {"inline_keyboard": buttons}
        message: Json = await self.call("sendMessage", chat_id=chat, text=text, **more)
        return message

    async def run(self) -> None:
        """Polls for ever."""
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=10):
                offset = update["update_id"] + 1
                if "message" in update:
                    await self.on_message(update["message"])
                if "callback_query" in update:
                    await self.on_press(update["callback_query"])

    async def _ignore(self, update: Json) -> None:
        await asyncio.sleep(0)
