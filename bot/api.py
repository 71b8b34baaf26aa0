"""Telegram over HTTP: one aiohttp session for our own calls and, as a ``BaseRequest``, for python-telegram-bot's.

Our calls answer with the plain ``result``; python-telegram-bot's own methods build objects from it that nobody needs.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CALL_SECONDS = 30.0


@dataclass(frozen=True)
class Upload:
    """A file among a call's parameters."""

    name: str
    content: bytes = field(repr=False)
    content_type: str


class ApiError(Exception):
    """Telegram answered with an error. ``status`` is its ``error_code``."""

    def __init__(self, status: int, description: str, parameters: Mapping[str, Any]) -> None:
        super().__init__(f"{status} {description}")
        self.status = status
        self.description = description
        self.retry_after: float | None = parameters.get("retry_after")
        self.migrate_to_chat_id: int | None = parameters.get("migrate_to_chat_id")


class NoAnswer(Exception):
    """The connection failed, timed out or carried no JSON: whether Telegram acted is not known."""


class TelegramApi:
    """Calls of one bot. ``url`` holds the token and must not be logged."""

    def __init__(
        self,
        base_url: str,
        token: str,
        proxy: str | None = None,
        seconds: float = CALL_SECONDS,
        base_file_url: str = "https://api.telegram.org/file/bot",
    ) -> None:
        self.url = f"{base_url}{token}"
        self._file_url = f"{base_file_url}{token}"
        self._seconds = seconds
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def session(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector, proxy=self._proxy)
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def call(self, method: str, seconds: float = 0, **params: Any) -> Any:
        """One method; an ``Upload`` among the parameters travels as a file. The ``result``.

        ``seconds``: how long it may take, where that is longer than for any other call.

        Raises:
            ApiError: Telegram refused.
            NoAnswer: there was no answer that can be read.
        """
        has_files = any(isinstance(value, Upload) for value in params.values())
        body: dict[str, Any] = {"data": _form(params)} if has_files else {"json": params}
        timeout = aiohttp.ClientTimeout(total=seconds or self._seconds)
        try:
            async with self.session.post(f"{self.url}/{method}", timeout=timeout, **body) as response:
                return _result(response.status, await response.read())
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            # Not `from fault`: aiohttp's message may carry the address, and with it the token.
            raise NoAnswer(type(fault).__name__) from None

    async def download(self, path: str, most: int) -> bytes | None:
        """A file that ``getFile`` named; None when it is larger than ``most`` bytes.

        Raises:
            NoAnswer
        """
        timeout = aiohttp.ClientTimeout(total=4 * self._seconds)
        try:
            async with self.session.get(f"{self._file_url}/{path}", timeout=timeout) as response:
                if response.status != 200:
                    raise NoAnswer(f"status {response.status} for a file")
                data = await response.content.read(most + 1)
                while len(data) <= most and (more := await response.content.read(most + 1 - len(data))):
                    data += more
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            raise NoAnswer(type(fault).__name__) from None
        return data if len(data) <= most else None


def _form(params: Mapping[str, Any]) -> aiohttp.FormData:
    # Quoted, a Chinese file name would arrive as %E7%99%BB…; Telegram reads it as it is.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in params.items():
        if isinstance(value, Upload):
            form.add_field(name, value.content, filename=value.name, content_type=value.content_type)
        else:
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    return form


def _result(status: int, body: bytes) -> Any:
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise NoAnswer(f"status {status} without JSON")
    if answer.get("ok"):
        return answer["result"]
    code = answer.get("error_code", status)
    raise ApiError(code, str(answer.get("description", "")), answer.get("parameters") or {})


class SharedRequest(BaseRequest):
    """python-telegram-bot's calls over our session."""

    def __init__(self, api: TelegramApi) -> None:
        self._api = api

    @property
    def read_timeout(self) -> float:
        return CALL_SECONDS

    async def initialize(self) -> None:
        """Nothing to do: the session opens itself."""

    async def shutdown(self) -> None:
        """The session is closed by its owner."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_time_outs: Any, **_more: Any
    ) -> tuple[int, bytes]:
        """Status and body, as python-telegram-bot wants them.

        Raises:
            NetworkError, TimedOut
        """
        data: Any = None
        if request_data:
            data = aiohttp.FormData()
            for name, value in request_data.json_parameters.items():
                data.add_field(name, value)
            for name, (file_name, content, mime) in (request_data.multipart_data or {}).items():
                data.add_field(name, content, filename=file_name, content_type=mime)
        timeout = aiohttp.ClientTimeout(total=CALL_SECONDS)
        try:
            async with self._api.session.request(method, url, data=data, timeout=timeout) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as fault:
            raise NetworkError(type(fault).__name__) from None
