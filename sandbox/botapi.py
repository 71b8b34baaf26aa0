"""The bot's door: `/bot<token>/<method>` and `/file/bot<token>/<path>`.

Each call is read, met by the faults and limits in force, checked, done, noted, answered.
"""

import asyncio
import json
import re
from collections.abc import Awaitable, Mapping
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from sandbox import methods_chat, methods_edit, methods_profile, methods_send
from sandbox.api import METHODS, MismatchError, check_value
from sandbox.checks import read_call
from sandbox.errors import NOT_FOUND, TOO_LARGE, UNAUTHORIZED, BotApiError, refusal
from sandbox.faults import Rule
from sandbox.files import Upload
from sandbox.methods import BY_LOWER_NAME, HANDLERS, Call
from sandbox.world import World

Json = dict[str, Any]

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Imported for the methods they add to HANDLERS.
OFFERED_BY = (methods_chat, methods_edit, methods_profile, methods_send)


class DroppedError(Exception):
    """The connection is cut instead of an answer."""


class BotApi:
    """Answers the bot. With `check_results`, an answer or update that the published types forbid is a 500."""

    def __init__(self, world: World, check_results: bool) -> None:
        self.world = world
        self.check_results = check_results

    async def handle(self, request: web.Request) -> web.Response:
        """One call of a method."""
        path = request.match_info
        name = BY_LOWER_NAME.get(path["method"].lower(), path["method"])
        try:
            raw, uploads = await read_body(request)
            result = await self.answer(path["token"], name, raw, uploads)
            status, body = 200, f'{{"ok":true,"result":{encode(result)}}}'.encode()
        except BotApiError as error:
            status, body = error.code, encode(error.body()).encode()
        except web.HTTPRequestEntityTooLarge:
            status, body = 413, encode(TOO_LARGE.body()).encode()
        except DroppedError:
            return _cut(request)
        return web.Response(status=status, body=body, content_type="application/json")

    async def answer(self, token: str, name: str, raw: Json, uploads: dict[str, Upload]) -> Any:
        """The result of a call, which is noted with its outcome.

        Raises:
            BotApiError: what the bot is told instead.
            DroppedError: a fault cuts the connection.
        """
        note = self._note(name, raw, uploads)
        try:
            self._authorize(token)
            result = await self._do(name, raw, uploads)
        except BotApiError as error:
            note["status"], note["error"] = error.code, error.description
            raise
        note["status"] = 200
        return result

    def _note(self, name: str, raw: Json, uploads: Mapping[str, Upload]) -> Json:
        self.world.call_count += 1
        params = raw | {part: f"<{upload.name}: {len(upload.data)} bytes>" for part, upload in uploads.items()}
        note = {
            "n": self.world.call_count,
            "at": self.world.clock.unix(),
            "method": name,
            "params": params,
            "status": 0,
        }
        self.world.calls.append(note)
        return note

    def _authorize(self, token: str) -> None:
        """The first token seen is the bot's; any other is refused."""
        if not TOKEN.fullmatch(token):
            raise NOT_FOUND
        if self.world.token is None:
            self.world.adopt(token)
        if token != self.world.token:
            raise UNAUTHORIZED

    async def _do(self, name: str, raw: Json, uploads: dict[str, Upload]) -> Any:
        if name not in METHODS:
            raise NOT_FOUND
        handler = HANDLERS.get(name)
        if handler is None:
            raise refusal(f"the sandbox does not offer {name}")
        fault = await self._before(name, raw)
        params = read_call(name, raw | _own_parts(raw, uploads) if uploads else raw)
        self.world.limits.check(name, params)
        result = handler(self.world, Call(name, params, uploads))
        if isinstance(result, Awaitable):
            result = await result
        result = self._after(fault, params, result)
        if self.check_results:
            self._check(name, result)
        return result

    async def _before(self, name: str, raw: Json) -> Rule | None:
        """Meet the fault of this call as far as it strikes before anything is done; the fault itself, for later."""
        fault = self.world.faults.draw(name, raw.get("chat_id"))
        if fault is None:
            return None
        if (error := fault.error()) is not None:
            raise error
        if fault.what == "drop_before":
            raise DroppedError
        if fault.what == "delay":
            await asyncio.sleep(fault.seconds)
        return fault

    def _after(self, fault: Rule | None, params: Json, result: Any) -> Any:
        if fault is None:
            return result
        if fault.what == "drop_after":
            raise DroppedError
        if fault.what == "repeat_updates":
            return (self.world.updates.repeated(params.get("limit", 100)) + result)[: params.get("limit", 100)]
        return result

    def _check(self, name: str, result: Any) -> None:
        """Raises BotApiError 500 when the sandbox itself is wrong: its result is not of the published type."""
        try:
            check_value(result, METHODS[name]["returns"])
        except MismatchError as error:
            raise BotApiError(500, f"the sandbox made a wrong result for {name}: {error}") from None

    async def download(self, request: web.Request) -> web.Response:
        """The bytes of a file that getFile named."""
        stored = self.world.files.by_path.get(request.match_info["path"])
        if request.match_info["token"] != self.world.token or stored is None:
            return web.json_response(NOT_FOUND.body(), status=404)
        return web.Response(body=stored.upload.data, content_type="application/octet-stream")


def _cut(request: web.Request) -> web.Response:
    """Cut the connection; the response goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def read_body(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Parameters and file parts of a call, from its query and its form, multipart or JSON body.

    Raises:
        BotApiError: 400, the body is not what its Content-Type says.
    """
    raw: Json = dict(request.query) if request.query_string else {}
    kind = request.content_type
    if kind == "multipart/form-data":
        parts, uploads = await read_multipart(request)
        return raw | parts, uploads
    body = await request.read()
    if not body:
        return raw, {}
    try:
        return raw | (_json_object(body) if kind == "application/json" else dict(parse_qsl(body.decode(), True))), {}
    except UnicodeDecodeError:
        raise refusal("strings must be encoded in UTF-8") from None


def _own_parts(raw: Json, uploads: dict[str, Upload]) -> dict[str, Upload]:
    """The file parts that are parameters themselves; the others are named by an "attach://" in some parameter."""
    attached = {name for name in uploads if any(f"attach://{name}" in str(value) for value in raw.values())}
    return {name: upload for name, upload in uploads.items() if name not in attached}


def _json_object(body: bytes) -> Json:
    try:
        value = json.loads(body)
    except json.JSONDecodeError:
        value = None
    if not isinstance(value, dict):
        raise refusal("can't parse JSON object")
    return value


async def read_multipart(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Text fields and files of a multipart/form-data body."""
    fields: Json = {}
    uploads: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload.of(value.file.read(), value.filename, value.content_type)
        else:
            fields[name] = value
    return fields, uploads
