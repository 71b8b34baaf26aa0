"""A client of a running sandbox: people with phones, for tests, the demo's tour and benchmarks.

    async with SandboxClient(url) as sandbox:
        wang = await sandbox.person("王秀英", label="群众")
        await wang.say("/start")
        welcome = await wang.sees("欢迎")
        await wang.press("写信")

Talks HTTP only; the server may be in this process or in another. Chats are given as a `Chat`, a `Phone` (its private
chat) or a number; without one, the phone's private chat with the bot is meant.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sandbox.message import Message, Pressed
from sandbox.phone import Chat, Phone
from sandbox.wire import SandboxError, Wire

__all__ = ["Chat", "Message", "Phone", "Pressed", "SandboxClient", "SandboxError"]

Json = dict[str, Any]


class SandboxClient(Wire):
    """A sandbox seen from outside. Use it as an async context manager."""

    async def person(self, name: str, label: str = "", username: str | None = None, **user: Any) -> Phone:
        """A new person, who has not started the bot yet. `user` takes any field of Telegram's User."""
        about = {"language_code": "zh-hans"} | user
        raw = await self.post("people", first_name=name, label=label, username=username, **about)
        return Phone(self, raw)

    async def chat(
        self, type: str, title: str, people: Iterable[Phone] = (), is_forum: bool | None = None, **chat: Any
    ) -> Chat:
        """A new "group", "supergroup" or "channel". The first of the people owns it; the bot is its administrator."""
        members = [phone.id for phone in people]
        raw = await self.post("chats", type=type, title=title, people=members, is_forum=is_forum, **chat)
        return Chat(raw["id"], title, raw)

    async def advance(self, **time: float) -> datetime:
        """Move the clock on: `advance(days=31)`, any argument of timedelta. The sandbox's time afterwards."""
        return await self._clock(advance=timedelta(**time).total_seconds())

    async def set_clock(self, moment: datetime) -> datetime:
        """Make it `moment` (aware)."""
        return await self._clock(at=moment.isoformat())

    async def reset_clock(self) -> datetime:
        """Back to real time."""
        return await self._clock(reset=True)

    async def now(self) -> datetime:
        """The sandbox's time."""
        return datetime.fromisoformat((await self.get("clock"))["now"])

    async def _clock(self, **body: Any) -> datetime:
        return datetime.fromisoformat((await self.post("clock", **body))["now"])

    async def faults(self, seed: int = 0, rules: Iterable[Json] = ()) -> None:
        """Let things go wrong as README.md describes; no rules: nothing goes wrong any more."""
        await self.post("faults", seed=seed, rules=list(rules))

    async def limits(self, on: bool, **rates: float) -> None:
        """Switch Telegram's limits on or off; rates are overall_per_second, chat_per_second, group_per_minute."""
        await self.post("limits", on=on, **rates)

    async def calls(self, method: str | None = None, after: int = 0) -> list[Json]:
        """The bot's calls, oldest first: `{"n", "at", "method", "params", "status", "error"?}`."""
        calls: list[Json] = await self.get("calls", method=method, after=after)
        return calls

    async def state(self) -> Json:
        """Everything at once: people, chats, the last messages, commands."""
        state: Json = await self.get("state")
        return state

    async def waiting(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return int((await self.get("updates"))["waiting"])

    async def reset(self) -> None:
        """Everything forgotten."""
        await self.post("reset")
