"""HTTP as the Bot API needs it: one client that keeps its connections open. No fault tells an address: the token is in
it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp

IDLE_SECONDS = 60
"""How long a connection is kept for the next call."""


@dataclass(frozen=True)
class Upload:
    """A file among a call's parameters."""

    name: str
    content: bytes = field(repr=False)
    content_type: str


class NoAnswer(Exception):
    """The connection failed, timed out or carried no JSON: whether Telegram acted is not known."""


Answer = tuple[int, bytes]
"""Status and body."""

JSON = {"Content-Type": "application/json"}
FAULTS = (aiohttp.ClientError, TimeoutError, OSError)


class Wire:
    """Opens itself with the first call; ``proxy`` as ``http://host:port``, also with a name and a password."""

    def __init__(self, proxy: str | None = None) -> None:
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def session(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=IDLE_SECONDS)
            self._session = aiohttp.ClientSession(connector=connector, proxy=self._proxy)
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def post(self, url: str, json: bytes, seconds: float) -> Answer:
        """Raises NoAnswer."""
        status, body, _ = await self._asked("POST", url, seconds, data=json, headers=JSON)
        return status, body

    async def post_form(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, Upload], seconds: float
    ) -> Answer:
        """Raises NoAnswer."""
        # Quoted, a Chinese file name would arrive as %E7%99%BB…; Telegram reads it as it is.
        form = aiohttp.FormData(quote_fields=False)
        for name, value in fields.items():
            form.add_field(name, value)
        for name, file in files.items():
            form.add_field(name, file.content, filename=file.name, content_type=file.content_type)
        status, body, _ = await self._asked("POST", url, seconds, data=form)
        return status, body

    async def dated(self, url: str, seconds: float) -> tuple[int, bytes, str | None]:
        """GET: status, body, and when that was by the other's clock, if they say so.

        Raises:
            NoAnswer
        """
        return await self._asked("GET", url, seconds)

    async def get(self, url: str, most: int, seconds: float) -> Answer:
        """A body that is longer than ``most`` bytes is cut off one beyond them.

        Raises:
            NoAnswer
        """
        data = b""
        try:
            async with self.session.get(url, timeout=aiohttp.ClientTimeout(total=seconds)) as response:
                while len(data) <= most and (more := await response.content.read(most + 1 - len(data))):
                    data += more
                return response.status, data
        except FAULTS as fault:
            raise NoAnswer(type(fault).__name__) from None

    async def _asked(self, method: str, url: str, seconds: float, **sent: Any) -> tuple[int, bytes, str | None]:
        timeout = aiohttp.ClientTimeout(total=seconds)
        try:
            async with self.session.request(method, url, timeout=timeout, **sent) as response:
                return response.status, await response.read(), response.headers.get("Date")
        except FAULTS as fault:
            # Not `from fault`: aiohttp's message may carry the address.
            raise NoAnswer(type(fault).__name__) from None
