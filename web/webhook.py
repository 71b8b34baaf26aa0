"""Telegram's webhook: checked, stored and committed, and only then answered with 200.

Any other answer makes Telegram repeat the update, which is harmless: its number is in the inbox once.
"""

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from storage.quick_json import loads

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the name of a header, no password
LARGEST_BODY = 1 << 20
"""Bytes. Telegram's updates carry no files: the largest are some tens of kilobytes."""
BODY_SECONDS = 10.0
KEEP_SECONDS = 20.0
HIGHEST_UPDATE_ID = 2**63 - 1

Update = Mapping[str, Any]
Keep = Callable[[Sequence[Update]], Awaitable[None]]
"""Stores updates; when it returns, they are committed."""

log = structlog.get_logger()


class Unacceptable(Exception):
    """Not what Telegram sends; ``status`` says so to whoever sent it."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Webhook:
    """One address, for whoever knows the secret."""

    def __init__(self, secret: str, keep: Keep) -> None:
        self._secret = secret.encode()
        self._keep = keep

    def route(self, path: str) -> Route:
        return Route(path, self.take, methods=["POST"])

    async def take(self, request: Request) -> Response:
        """200 stored · 400, 401, 413, 415 not from Telegram · 503 not stored: Telegram will repeat it."""
        try:
            self._check(request)
            update = _read(await _body(request))
        except (ClientDisconnect, TimeoutError):
            return Response(status_code=400)
        except Unacceptable as refusal:
            log.warning("webhook-refused", status=refusal.status)
            return Response(status_code=refusal.status)
        return Response(status_code=200 if await self._kept(update) else 503)

    def _check(self, request: Request) -> None:
        """Before a byte of the body is read.

        Raises:
            Unacceptable
        """
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self._secret):
            raise Unacceptable(401)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            raise Unacceptable(415)

    async def _kept(self, update: Update) -> bool:
        try:
            async with asyncio.timeout(KEEP_SECONDS):
                await self._keep([update])
        except Exception as fault:  # Whatever it was: the update is not known to be stored.
            log.error("webhook-not-stored", update=update["update_id"], fault=type(fault).__name__)
            return False
        return True


async def _body(request: Request) -> bytes:
    """The whole body, which need not have told its length.

    Raises:
        Unacceptable: it is too large; the rest is not read.
        TimeoutError
        ClientDisconnect
    """
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > LARGEST_BODY:
        raise Unacceptable(413)
    body = bytearray()
    async with asyncio.timeout(BODY_SECONDS):
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_BODY:
                raise Unacceptable(413)
    return bytes(body)


def _read(body: bytes) -> Update:
    """
    Raises:
        Unacceptable: it is no update.
    """
    try:
        update = loads(body)
    except (ValueError, RecursionError):
        raise Unacceptable(400) from None
    number = update.get("update_id") if isinstance(update, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= HIGHEST_UPDATE_ID:
        raise Unacceptable(400)
    return dict(update)
