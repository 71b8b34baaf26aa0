"""Telegram over HTTP: one ``Wire`` for our own calls and, as a ``BaseRequest``, for python-telegram-bot's.

Our calls answer with the plain ``result``; python-telegram-bot's own methods build objects from it that nobody needs.
"""

from collections.abc import Mapping
from typing import Any

from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from bot.wire import NoAnswer, Upload, Wire
from storage.quick_json import dumps, loads

__all__ = ["ApiError", "NoAnswer", "SharedRequest", "TelegramApi", "Upload"]

CALL_SECONDS = 30.0


class ApiError(Exception):
    """Telegram answered with an error. ``status`` is its ``error_code``."""

    def __init__(self, status: int, description: str, parameters: Mapping[str, Any]) -> None:
        super().__init__(f"{status} {description}")
        self.status = status
        self.description = description
        self.retry_after: float | None = parameters.get("retry_after")
        self.migrate_to_chat_id: int | None = parameters.get("migrate_to_chat_id")


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
        self.wire = Wire(proxy)
        self._file_url = f"{base_file_url}{token}"
        self._seconds = seconds

    async def close(self) -> None:
        await self.wire.close()

    async def call(self, method: str, seconds: float = 0, **params: Any) -> Any:
        """One method; an ``Upload`` among the parameters travels as a file. The ``result``.

        ``seconds``: how long it may take, where that is longer than for any other call.

        Raises:
            ApiError: Telegram refused.
            NoAnswer: there was no answer that can be read.
        """
        url, seconds = f"{self.url}/{method}", seconds or self._seconds
        files = {name: value for name, value in params.items() if isinstance(value, Upload)}
        if not files:
            return _result(*await self.wire.post(url, dumps(params), seconds))
        fields = {name: _field(value) for name, value in params.items() if name not in files}
        return _result(*await self.wire.post_form(url, fields, files, seconds))

    async def download(self, path: str, most: int) -> bytes | None:
        """A file that ``getFile`` named; None when it is larger than ``most`` bytes.

        Raises:
            NoAnswer
        """
        status, data = await self.wire.get(f"{self._file_url}/{path}", most, 4 * self._seconds)
        if status != 200:
            raise NoAnswer(f"status {status} for a file")
        return data if len(data) <= most else None


def _field(value: Any) -> str:
    return value if isinstance(value, str) else dumps(value).decode()


def _result(status: int, body: bytes) -> Any:
    try:
        answer = loads(body)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise NoAnswer(f"status {status} without JSON")
    if answer.get("ok"):
        return answer["result"]
    code = answer.get("error_code", status)
    raise ApiError(code, str(answer.get("description", "")), answer.get("parameters") or {})


class SharedRequest(BaseRequest):
    """python-telegram-bot's calls over our connections."""

    def __init__(self, api: TelegramApi) -> None:
        self._api = api

    @property
    def read_timeout(self) -> float:
        return CALL_SECONDS

    async def initialize(self) -> None:
        """Nothing to do: the first call opens them."""

    async def shutdown(self) -> None:
        """They are closed by their owner."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002  # it posts everything but the fetching of files, which is ours
        request_data: RequestData | None = None,
        *_time_outs: Any,
        **_more: Any,
    ) -> tuple[int, bytes]:
        """Status and body, as python-telegram-bot wants them. Files do not travel this way.

        Raises:
            NetworkError
        """
        fields = request_data.json_parameters if request_data else {}
        wire = self._api.wire
        try:
            if fields:
                return await wire.post_form(url, fields, {}, CALL_SECONDS)
            return await wire.post(url, b"{}", CALL_SECONDS)
        except NoAnswer as fault:
            raise NetworkError(str(fault)) from None
